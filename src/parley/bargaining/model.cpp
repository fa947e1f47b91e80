#include "parley/bargaining/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "parley/bargaining/block_plan.hpp"
#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {
namespace {

// How many combinations there are, and each party's best and worst.
struct Extent {
  Count count;
  std::vector<std::int64_t> best;
  std::vector<std::int64_t> worst;

  static Extent none(std::size_t width) {
    return {0, std::vector(width, std::numeric_limits<std::int64_t>::min()),
            std::vector(width, std::numeric_limits<std::int64_t>::max())};
  }
  static Extent start(std::size_t width) {
    return {1, std::vector<std::int64_t>(width), std::vector<std::int64_t>(width)};
  }
  void absorb(const Extent& before, const Step& step) {
    count += before.count;
    for (std::size_t i = 0; i < best.size(); ++i) {
      best[i] = std::max(best[i], before.best[i] + step.units[i]);
      worst[i] = std::min(worst[i], before.worst[i] + step.units[i]);
    }
  }
  static bool settle() { return true; }
};

// The partial combinations that no other one dominates, equal ones together.
struct Choices {
  std::size_t width = 0;
  std::size_t counted = 0;
  ModelOptions limits;
  std::vector<std::int64_t> units;
  std::vector<Choice> choices;

  void absorb(const Choices& before, const Step& step) {
    for (std::size_t c = 0; c < before.choices.size(); ++c) {
      for (std::size_t i = 0; i < width; ++i) {
        units.push_back(before.units[c * width + i] + step.units[i]);
      }
      Choice choice = before.choices[c];
      for (std::vector<std::size_t>& each : choice.combinations) each.push_back(step.option);
      choices.push_back(std::move(choice));
    }
  }

  bool settle() {
    if (choices.size() > limits.most_entries) return false;
    Choices merged{width, counted, limits, {}, {}};
    for (const std::size_t at : largest_first(units, width)) {
      const auto row = units.begin() + static_cast<std::ptrdiff_t>(at * width);
      const auto end = row + static_cast<std::ptrdiff_t>(width);
      if (!merged.choices.empty() &&
          std::equal(row, end, merged.units.end() - static_cast<std::ptrdiff_t>(width))) {
        merged.choices.back().count += choices[at].count;
        auto& known = merged.choices.back().combinations;
        for (auto& each : choices[at].combinations) {
          if (known.size() < limits.most_deals) known.push_back(std::move(each));
        }
      } else {
        merged.units.insert(merged.units.end(), row, end);
        merged.choices.push_back(std::move(choices[at]));
      }
    }
    units.clear();
    choices.clear();
    for (const std::size_t at : nondominated(merged.units, width, counted)) {
      const auto row = merged.units.begin() + static_cast<std::ptrdiff_t>(at * width);
      units.insert(units.end(), row, row + static_cast<std::ptrdiff_t>(width));
      choices.push_back(std::move(merged.choices[at]));
    }
    return true;
  }
};

std::vector<double> contributions(const Problem& problem, std::size_t party) {
  const Party& who = problem.parties[party];
  std::vector<double> all;
  for (std::size_t k = 0; k < who.values.size(); ++k) {
    for (const double value : who.values[k]) all.push_back(who.weights[k] * value);
  }
  for (const Interaction& each : problem.interactions) {
    if (each.party == party) all.push_back(each.value);
  }
  return all;
}

tl::unexpected<Failure> block_too_large(const Problem& problem, const BlockPlan& plan) {
  std::string names;
  for (const std::size_t issue : plan.issues) {
    names += (names.empty() ? "“" : ", “") + problem.issues[issue].name + "”";
  }
  return fail(FailureKind::too_large, "block-too-large", {},
              fmt::format("the issues {} are tied together by linkages and interactions and have "
                          "more combinations than can be looked at",
                          names),
              "drop or narrow a linkage that ties many issues");
}

void set_floor(const Problem& problem, const InForce& in_force, Model& model) {
  for (std::size_t i = 0; i < model.width(); ++i) {
    // Beyond the best it makes no difference how far.
    const auto floor = [&](double units) {
      return static_cast<std::int64_t>(std::clamp(units, static_cast<double>(model.worst[i]),
                                                  static_cast<double>(model.best[i] + 1)));
    };
    const std::size_t party = model.parties[i];
    const std::optional<double>& reservation = problem.parties[party].reservation;
    if (model.acts[i]) {
      model.floor.emplace_back(floor(1));
      model.disagreement.push_back(0);
    } else if (reservation && in_force.reservations[party]) {
      const double exact = *reservation * model.scales[i].units_per_one();
      model.floor.emplace_back(floor(std::ceil(exact - model.equal[i])));
      const bool whole = std::abs(exact - std::round(exact)) <= model.equal[i];
      model.disagreement.push_back(whole ? std::round(exact) : exact);
    } else {
      model.floor.emplace_back();
      model.disagreement.push_back(static_cast<double>(model.worst[i]));
    }
  }
}

void add_coordinate(std::size_t party, bool acts, Scale scale, double equal, Model& model) {
  model.parties.push_back(party);
  model.acts.push_back(acts);
  model.scales.push_back(scale);
  model.equal.push_back(equal);
}

void add_utility(const Problem& problem, std::size_t party, Model& model) {
  const Scale scale = Scale::of(contributions(problem, party));
  add_coordinate(party, false, scale, tolerance(problem, party) * scale.units_per_one(), model);
}

void set_coordinates(const Problem& problem, const InForce& in_force, Model& model) {
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (problem.parties[i].consents) add_utility(problem, i, model);
  }
  model.counted = model.width();
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    const Party& party = problem.parties[i];
    if (party.consents) continue;
    const bool has_floor = party.reservation && in_force.reservations[i];
    if (has_floor || in_force.measured[i]) add_utility(problem, i, model);
    if (in_force.acting[i]) add_coordinate(i, true, Scale::of(std::array{1.0}), 0, model);
  }
}

// Which demands of a kind are in force; of an InForce that may be changed, or not.
auto& list_of(auto& in_force, DemandKind kind) {
  switch (kind) {
    case DemandKind::red_line:
      return in_force.red_lines;
    case DemandKind::reservation:
      return in_force.reservations;
    case DemandKind::linkage:
      break;
  }
  return in_force.linkages;
}

}  // namespace

double Model::span(std::size_t coordinate) const {
  const std::int64_t high = ideal[coordinate];
  const std::int64_t low = nadir[coordinate];
  return high > low ? static_cast<double>(high - low)
                    : std::max(1.0, std::abs(static_cast<double>(high)));
}

InForce InForce::all(const Problem& problem) {
  InForce result;
  for (const RedLine& each : problem.red_lines) result.red_lines.push_back(binds(problem, each));
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    result.reservations.push_back(may_be_asked(problem, i));
  }
  for (const Linkage& each : problem.linkages) result.linkages.push_back(binds(problem, each));
  result.idle.resize(problem.parties.size());
  result.acting.resize(problem.parties.size());
  result.measured.resize(problem.parties.size());
  return result;
}

std::vector<bool>::reference InForce::operator[](Demand demand) {
  return list_of(*this, demand.kind)[demand.index];
}

bool InForce::operator[](Demand demand) const { return list_of(*this, demand.kind)[demand.index]; }

Result<Model> build_model(const Problem& problem, const InForce& in_force,
                          const ModelOptions& options) {
  Model model;
  set_coordinates(problem, in_force, model);
  const std::size_t width = model.width();
  model.best.resize(width);
  model.worst.resize(width);
  for (const BlockPlan& plan : plan_blocks(problem, in_force, model)) {
    const std::optional<Extent> extent = sweep(plan, Extent::none(width), Extent::start(width));
    if (!extent) return block_too_large(problem, plan);
    std::optional<Choices> choices = sweep(
        plan, Choices{width, model.counted, options, {}, {}},
        Choices{
            width, model.counted, options, std::vector<std::int64_t>(width), {Choice{{{}}, 1}}});
    if (!choices) return block_too_large(problem, plan);
    if (extent->count.is_zero()) {
      model.feasible = false;
    } else {
      for (std::size_t i = 0; i < width; ++i) {
        model.best[i] += extent->best[i];
        model.worst[i] += extent->worst[i];
      }
    }
    model.blocks.push_back({plan.issues, std::move(choices->choices), std::move(choices->units),
                            extent->count, extent->best, extent->worst});
  }
  model.ideal = model.best;
  model.nadir = model.worst;
  if (model.feasible) set_floor(problem, in_force, model);
  return model;
}

Result<Model> build_model(const Problem& problem, const ModelOptions& options) {
  return build_model(problem, InForce::all(problem), options);
}

}  // namespace parley::bargaining::internal
