#include "parley/bargaining/concept.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::bargaining::internal {
namespace {

double most_gain(const Model& model, std::size_t i) {
  return static_cast<double>(model.ideal[i]) - model.disagreement[i];
}

bool can_gain(const Model& model, std::size_t i) { return most_gain(model, i) > model.equal[i]; }

// The unit of a score that compares parties on the problem's own scale: the largest span.
double common_unit(const Model& model) {
  double largest = 0;
  for (std::size_t i = 0; i < model.counted; ++i) {
    largest = std::max(largest, model.span(i) / model.scales[i].units_per_one());
    largest = std::max(largest, most_gain(model, i) / model.scales[i].units_per_one());
  }
  return largest > 0 ? largest : 1;
}

Objective::Kind kind(Concept concept_) {
  switch (concept_) {
    case Concept::nash:
      return Objective::Kind::log_sum;
    case Concept::utilitarian:
      return Objective::Kind::sum;
    case Concept::kalai_smorodinsky:
    case Concept::egalitarian:
      break;
  }
  return Objective::Kind::smallest;
}

}  // namespace

ConceptSearch concept_search(const Model& model, Concept concept_) {
  ConceptSearch result;
  result.concept_ = concept_;
  result.objective.kind = kind(concept_);
  const double unit = common_unit(model);
  for (std::size_t i = 0; i < model.width(); ++i) {
    const bool counted =
        i < model.counted && (concept_ == Concept::utilitarian || can_gain(model, i));
    const double per_one = model.scales[i].units_per_one();
    const double from = concept_ == Concept::utilitarian || !counted
                            ? static_cast<double>(model.nadir[i])
                            : model.disagreement[i];
    double factor = 1 / model.span(i);
    if (counted) {
      const bool own_scale = concept_ == Concept::nash || concept_ == Concept::kalai_smorodinsky;
      factor = own_scale ? 1 / most_gain(model, i) : 1 / (per_one * unit);
    } else if (i < model.counted) {
      result.left_out.push_back(i);
    }
    result.scoring.factor.push_back(factor);
    result.scoring.offset.push_back(from * factor);
    result.objective.counted.push_back(counted);
    result.objective.floor.push_back(
        model.floor[i] ? static_cast<double>(*model.floor[i]) * factor - from * factor
                       : -std::numeric_limits<double>::infinity());
  }
  return result;
}

std::vector<double> ConceptSearch::scores(std::span<const std::int64_t> units) const {
  std::vector<double> x;
  for (std::size_t i = 0; i < units.size(); ++i) {
    x.push_back(static_cast<double>(units[i]) * scoring.factor[i] - scoring.offset[i]);
  }
  return x;
}

double ConceptSearch::value(const Model& model, std::span<const std::int64_t> units) const {
  double sum = 0;
  double product = 1;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < std::min(units.size(), model.counted); ++i) {
    const double per_one = model.scales[i].units_per_one();
    sum += model.scales[i].to_value(units[i]);
    if (!objective.counted[i]) continue;
    const double gain = std::max(0.0, static_cast<double>(units[i]) - model.disagreement[i]);
    product *= gain / per_one;
    least = std::min(least, concept_ == Concept::kalai_smorodinsky ? gain / most_gain(model, i)
                                                                   : gain / per_one);
  }
  switch (concept_) {
    case Concept::nash:
      return product;
    case Concept::utilitarian:
      return sum;
    case Concept::kalai_smorodinsky:
    case Concept::egalitarian:
      break;
  }
  return std::isfinite(least) ? least : 0;
}

double ConceptSearch::scale(const Model& model, double around) const {
  switch (concept_) {
    case Concept::nash:
      return around;
    case Concept::kalai_smorodinsky:
      return 1;
    case Concept::egalitarian:
    case Concept::utilitarian:
      break;
  }
  return common_unit(model);
}

double ConceptSearch::difference(const Model& model, double around, double difference_) const {
  return (concept_ == Concept::nash ? std::expm1(difference_) : difference_) * scale(model, around);
}

std::vector<std::int64_t> leximin_key(const Model& model, std::span<const std::int64_t> units) {
  std::vector<std::int64_t> key;
  for (std::size_t i = 0; i < std::min(units.size(), model.counted); ++i) {
    if (!can_gain(model, i)) continue;
    const double gain =
        (static_cast<double>(units[i]) - model.disagreement[i]) / most_gain(model, i);
    key.push_back(std::llround(gain / kTolerance));
  }
  std::ranges::sort(key);
  return key;
}

Bar bar(const Model& model, const ConceptSearch& search, const SearchResult& result, double value,
        double tolerance) {
  Bar bar{model.floor, {}};
  const double least = value - tolerance;
  const Objective& objective = search.objective;
  for (std::size_t i = 0; i < model.width(); ++i) {
    if (objective.kind != Objective::Kind::smallest || !objective.counted[i]) continue;
    const double units = std::ceil((least + search.scoring.offset[i]) / search.scoring.factor[i]);
    const auto floor = static_cast<std::int64_t>(
        std::clamp(units, static_cast<double>(model.worst[i]), static_cast<double>(model.best[i])));
    bar.floor[i] = std::max(floor, model.floor[i].value_or(floor));
  }
  for (const std::vector<double>& multipliers : result.multipliers) {
    Cut cut;
    std::vector<double> gradient(model.width());
    cut.least = least - objective.conjugate(multipliers, gradient);
    for (std::size_t i = 0; i < model.width(); ++i) {
      cut.weight.push_back(multipliers[i] * search.scoring.factor[i]);
      cut.least += multipliers[i] * search.scoring.offset[i];
    }
    bar.cuts.push_back(std::move(cut));
  }
  return bar;
}

}  // namespace parley::bargaining::internal
