#include "parley/influence/analysis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parley/influence/baseline.hpp"
#include "parley/influence/nash.hpp"

namespace parley::influence {
namespace {

constexpr std::size_t kMostRounds = 500;
constexpr double kMostWork = 5e8;  // rounds or turns times actors^3

std::string reason_of(const Failure& failure) { return failure.diagnostics.front().message; }

// A loop that was stopped is a failure of the whole; a model that does not fit is an opinion.
bool is_misfit(const Failure& failure) {
  return failure.kind == FailureKind::unsupported || failure.kind == FailureKind::too_large;
}

// At least ten, or as many as are wanted.
std::size_t rounds_for(std::size_t actors, std::size_t wanted) {
  const double n = static_cast<double>(actors);
  const auto fit = static_cast<std::size_t>(kMostWork / (n * n * n + 1));
  return std::min(std::max(fit, std::size_t{10}), wanted);
}

Opinion opinion_of(const ExpectedUtility& found) {
  Opinion opinion{Model::expected_utility, std::nullopt, {}};
  const bool settles = found.settling.kind != Settling::Kind::unsettled;
  // The last round repeats the first of the cycle.
  const std::size_t from = settles ? found.settling.from : 0;
  const std::size_t to = settles ? from + found.settling.period : found.rounds.size();
  double sum = 0;
  for (std::size_t r = from; r < to; ++r) sum += found.rounds[r].mean;
  opinion.outcome = sum / static_cast<double>(to - from);
  if (found.settling.kind == Settling::Kind::cycle) {
    opinion.reason = fmt::format("goes round for ever, {} rounds a time; this is their mean",
                                 found.settling.period);
  } else if (!settles) {
    opinion.reason =
        fmt::format("has not settled after {} rounds; this is their mean", found.rounds.size() - 1);
  }
  return opinion;
}

// The weighted mean once the actors stand where the course ends.
Opinion opinion_of(const Council& council, const smp::Course& course, std::size_t scale) {
  const auto dimension =
      static_cast<std::size_t>(std::ranges::find(course.scales, scale) - course.scales.begin());
  // All who stand on the scale take part, in the same order.
  std::vector<Voter> moved = voters(council, scale);
  for (std::size_t i = 0; i < moved.size(); ++i) {
    moved[i].position = course.position(course.turns.size() - 1, i, dimension);
  }
  Opinion opinion{Model::smp, weighted_mean(moved), {}};
  if (!course.at_rest) {
    opinion.reason = fmt::format("has not come to rest after {} turns", course.turns.size() - 1);
  }
  return opinion;
}

Hull agreement_of(const std::vector<Opinion>& opinions) {
  Hull found{*opinions.front().outcome, *opinions.front().outcome};
  for (const Opinion& each : opinions) {
    found.low = std::min(found.low, each.outcome.value_or(found.low));
    found.high = std::max(found.high, each.outcome.value_or(found.high));
  }
  return found;
}

class Analyst {
 public:
  Analyst(Council council, const AnalysisOptions& options, const Control& control)
      : options_(options), control_(control) {
    analysis_.council = std::move(council);
    analysis_.scales.resize(analysis_.council.scales.size());
    smp_ = options.smp;
    smp_.most_turns = rounds_for(analysis_.council.actors.size(), smp_.most_turns);
  }

  Result<Analysis> analyse(const UncertainCouncil& uncertain) {
    auto forecasts = forecast(uncertain, options_.forecast, control_);
    if (!forecasts) return tl::unexpected(std::move(forecasts.error()));
    play_space();
    play_exchange();
    for (std::size_t k = 0; k < analysis_.scales.size(); ++k) {
      ScaleAnalysis& scale = analysis_.scales[k];
      scale.forecast = (*forecasts)[k];
      scale.pulls = pulls(council(), k);
      give_opinions(k);
      look_for_levers(k);
    }
    if (stopped_) return tl::unexpected(*std::move(stopped_));
    return std::move(analysis_);
  }

 private:
  const Council& council() const { return analysis_.council; }

  // Whether there is a value; else keeps why.
  template <class T>
  bool has(const Result<T>& result, std::string& reason) {
    if (result) return true;
    reason = reason_of(result.error());
    if (!is_misfit(result.error())) stopped_ = result.error();
    return false;
  }

  void play_space() {
    if (!options_.one_space) return;
    std::vector<std::size_t> all(council().scales.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    auto course = smp::play(council(), all, smp_, control_);
    if (has(course, space_reason_)) analysis_.space = *std::move(course);
  }

  void play_exchange() {
    auto rounds = exchange(council(), 1, options_.forecast.seed, control_);
    if (has(rounds, exchange_reason_)) analysis_.exchange = std::move(rounds->front());
  }

  void give_opinions(std::size_t k) {
    const std::vector<Voter> all = voters(council(), k);
    std::vector<Opinion>& opinions = analysis_.scales[k].opinions;
    opinions.push_back({Model::weighted_mean, weighted_mean(all), {}});
    opinions.push_back({Model::weighted_median, weighted_median(all), {}});
    opinions.push_back({Model::mean, plain_mean(all), {}});
    opinions.push_back({Model::condorcet, condorcet_position(all), {}});
    if (!opinions.back().outcome) opinions.back().reason = "no position beats each other one";
    opinions.push_back(by_expected_utility(k, all.size()));
    opinions.push_back(by_smp(k));
    opinions.push_back(by_exchange(k));
    Opinion by_nash{Model::nash, std::nullopt, {}};
    const auto solution = nash(council(), k);
    if (has(solution, by_nash.reason)) by_nash.outcome = *solution;
    opinions.push_back(std::move(by_nash));
    analysis_.scales[k].agreement = agreement_of(opinions);
  }

  Opinion by_expected_utility(std::size_t k, std::size_t count) {
    Opinion none{Model::expected_utility, std::nullopt, {}};
    auto found = expected_utility(council(), k, options_.variant, rounds_for(count, kMostRounds));
    if (!has(found, none.reason)) return none;
    Opinion opinion = opinion_of(*found);
    analysis_.scales[k].expected_utility = *std::move(found);
    return opinion;
  }

  Opinion by_smp(std::size_t k) {
    if (options_.one_space) {
      return analysis_.space ? opinion_of(council(), *analysis_.space, k)
                             : Opinion{Model::smp, std::nullopt, space_reason_};
    }
    Opinion none{Model::smp, std::nullopt, {}};
    auto course = smp::play(council(), {k}, smp_, control_);
    if (!has(course, none.reason)) return none;
    Opinion opinion = opinion_of(council(), *course, k);
    analysis_.scales[k].smp = *std::move(course);
    return opinion;
  }

  Opinion by_exchange(std::size_t k) const {
    if (!analysis_.exchange) return {Model::exchange, std::nullopt, exchange_reason_};
    return {Model::exchange, analysis_.exchange->after.means[k], {}};
  }

  void look_for_levers(std::size_t k) {
    const Scale& scale = council().scales[k];
    const std::vector<Voter> all = voters(council(), k);
    std::vector<double> wanted;
    if (options_.wanted) {
      wanted.push_back(*options_.wanted);
    } else {
      const Hull reach = hull(all);
      const double mean = weighted_mean(all);
      for (const double tenth : {-0.1, 0.1}) {
        const double place = std::clamp(mean + tenth * scale.width(), reach.low, reach.high);
        if (place != mean) wanted.push_back(place);
      }
    }
    for (const double each : wanted) {
      analysis_.scales[k].ways.push_back({each, levers(council(), k, each)});
    }
  }

  const AnalysisOptions& options_;
  const Control& control_;
  smp::Options smp_;
  Analysis analysis_;
  std::string space_reason_;
  std::string exchange_reason_;
  std::optional<Failure> stopped_;
};

}  // namespace

std::string_view name(Model model) {
  constexpr std::array<std::string_view, kModels.size()> kNames{
      "weighted_mean", "weighted_median", "mean", "condorcet", "expected_utility",
      "smp",           "exchange",        "nash"};
  return kNames[static_cast<std::size_t>(model)];
}

Result<Analysis> analyse(const UncertainCouncil& council, const AnalysisOptions& options,
                         const Control& control) {
  Council likely = most_likely(council);
  Diagnostics wrong = check(likely);
  if (has_errors(wrong)) return invalid(std::move(wrong));
  for (const Scale& each : likely.scales) {
    if (!options.wanted || (*options.wanted >= each.low && *options.wanted <= each.high)) continue;
    return fail(FailureKind::invalid_input, "off-scale", {},
                fmt::format("the wanted place {} lies beyond the ends of “{}”, {} and {}",
                            *options.wanted, each.name, each.low, each.high));
  }
  return Analyst(std::move(likely), options, control).analyse(council);
}

}  // namespace parley::influence
