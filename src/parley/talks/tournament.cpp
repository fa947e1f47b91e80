#include "parley/talks/tournament.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "parley/bargaining/distance.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/base/random.hpp"
#include "parley/talks/ensemble.hpp"

namespace parley::talks {
namespace {

enum Measure : std::size_t { kAgreement, kUtility, kNash, kFrontier, kWelfare, kMeasures };

// One strategy in one talk; what a scenario does not measure is left open.
using Score = std::array<std::optional<double>, kMeasures>;

// What a scenario's outcomes are measured against, on the parties' scales.
struct Yardstick {
  std::vector<bargaining::Point> frontier;
  double nash = 0;     // the largest product of gains
  double welfare = 0;  // the largest sum
};

double share(const Space& space, std::size_t party, double utility) {
  const double zero = std::min(0.0, space.worst(party));
  const double span = space.best(party) - zero;
  return span > 0 ? (utility - zero) / span : 1;
}

std::vector<double> shares(const Space& space, const std::vector<double>& utilities) {
  std::vector<double> result;
  for (std::size_t p = 0; p < utilities.size(); ++p) {
    result.push_back(share(space, p, utilities[p]));
  }
  return result;
}

double product_of_gains(const Space& space, const std::vector<double>& utilities) {
  double product = 1;
  for (std::size_t p = 0; p < utilities.size(); ++p) {
    product *= std::max(0.0, utilities[p] - space.no_deal(p));
  }
  return product;
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double each : values) total += each;
  return total;
}

Result<Yardstick> yardstick_of(const Space& space, const Control& control) {
  const auto frontier = bargaining::frontier(space.problem(), {.most_deals = 1}, control);
  if (!frontier) return tl::unexpected(frontier.error());
  const auto nash =
      bargaining::solve(space.problem(), bargaining::Concept::nash, {.most_deals = 1}, control);
  if (!nash) return tl::unexpected(nash.error());
  Yardstick found;
  found.frontier = frontier->points;
  for (bargaining::Point& each : found.frontier) {
    each.utilities = shares(space, each.utilities);
    found.welfare = std::max(found.welfare, sum(each.utilities));
  }
  for (const bargaining::Point& each : nash->maximisers) {
    found.nash = std::max(found.nash, product_of_gains(space, each.utilities));
  }
  return found;
}

class Hall {
 public:
  Hall(const std::vector<Scenario>& scenarios, const std::vector<Entrant>& entrants,
       const TournamentOptions& options)
      : scenarios_(scenarios), entrants_(entrants), options_(options) {
    for (const Scenario& each : scenarios) {
      const double lineups = std::pow(static_cast<double>(entrants.size()),
                                      static_cast<double>(each.space->parties()));
      total_ += lineups * static_cast<double>(options.repeats);
      if (total_ <= static_cast<double>(kMostTalks)) {
        ends_.push_back(static_cast<std::size_t>(total_));
      }
    }
  }

  double talks() const { return total_; }
  std::size_t scenario(std::size_t talk) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(ends_, talk) - ends_.begin());
  }
  // Which strategy sits where.
  std::vector<std::size_t> lineup(std::size_t talk) const {
    const std::size_t at = scenario(talk);
    std::size_t code = (talk - (at == 0 ? 0 : ends_[at - 1])) / options_.repeats;
    std::vector<std::size_t> seats;
    for (std::size_t p = 0; p < scenarios_[at].space->parties(); ++p) {
      seats.push_back(code % entrants_.size());
      code /= entrants_.size();
    }
    return seats;
  }
  Setup setup(std::size_t talk) const {
    Setup setup{scenarios_[scenario(talk)].space, options_.protocol, {}, options_.deadline, {}};
    const std::vector<std::size_t> seats = lineup(talk);
    for (std::size_t p = 0; p < seats.size(); ++p) {
      setup.seats.push_back(entrants_[seats[p]].play);
      setup.seats.back().party = p;
    }
    return setup;
  }

 private:
  const std::vector<Scenario>& scenarios_;
  const std::vector<Entrant>& entrants_;
  const TournamentOptions& options_;
  std::vector<std::size_t> ends_;  // [scenario]: the number of talks up to its last
  double total_ = 0;
};

Score score(const Space& space, const Yardstick& against, const Outcome& outcome) {
  Score found;
  found[kAgreement] = outcome.deal ? 1 : 0;
  if (against.frontier.empty()) return found;
  const std::vector<double> reached = shares(space, outcome.utilities);
  if (against.nash > 0) {
    found[kNash] = outcome.deal ? product_of_gains(space, outcome.utilities) / against.nash : 0;
  }
  found[kFrontier] = bargaining::distance(reached, against.frontier);
  if (against.welfare > 0) found[kWelfare] = sum(reached) / against.welfare;
  return found;
}

Mean mean_of(const std::vector<double>& values, RandomStream random, std::size_t resamples) {
  if (values.empty()) return {};
  const auto count = static_cast<double>(values.size());
  std::vector<double> means;
  for (std::size_t i = 0; i < resamples; ++i) {
    double drawn = 0;
    for (std::size_t k = 0; k < values.size(); ++k) drawn += values[random.below(values.size())];
    means.push_back(drawn / count);
  }
  std::ranges::sort(means);
  const double mean = sum(values) / count;
  const auto at = [&](double p) {
    return means[static_cast<std::size_t>(p * static_cast<double>(means.size() - 1) + 0.5)];
  };
  return means.empty() ? Mean{mean, mean, mean} : Mean{mean, at(0.025), at(0.975)};
}

constexpr std::array<std::string_view, kMeasures> kNames{"agreement", "utility", "nash", "frontier",
                                                         "welfare"};

Result<void> check_size(const std::vector<Scenario>& scenarios,
                        const std::vector<Entrant>& entrants, double talks) {
  if (scenarios.empty()) {
    return fail(FailureKind::invalid_input, "no-scenarios", {}, "there is nothing to play",
                "give at least one scenario");
  }
  if (entrants.empty()) {
    return fail(FailureKind::invalid_input, "no-strategies", {}, "nobody plays",
                "give at least one strategy");
  }
  if (talks > static_cast<double>(kMostTalks)) {
    return fail(FailureKind::too_large, "too-many-talks", {},
                "these would be more than " + std::to_string(kMostTalks) + " talks",
                "name fewer strategies or scenarios, or repeat less");
  }
  return {};
}

}  // namespace

Result<std::vector<TournamentRow>> tournament(const std::vector<Scenario>& scenarios,
                                              const std::vector<Entrant>& entrants,
                                              std::uint64_t seed, const TournamentOptions& options,
                                              const Control& control) {
  const Hall hall(scenarios, entrants, options);
  if (const auto fits = check_size(scenarios, entrants, hall.talks()); !fits) {
    return tl::unexpected(fits.error());
  }
  std::vector<Yardstick> against;
  for (const Scenario& each : scenarios) {
    auto found = yardstick_of(*each.space, control);
    if (!found) return tl::unexpected(std::move(found.error()));
    against.push_back(*std::move(found));
  }
  const auto count = static_cast<std::size_t>(hall.talks());
  const auto outcomes =
      talks(count, [&](std::size_t i) -> Result<Setup> { return hall.setup(i); }, seed, control);
  if (!outcomes) return tl::unexpected(outcomes.error());

  std::vector<std::array<std::vector<double>, kMeasures>> values(entrants.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = hall.scenario(i);
    const Space& space = *scenarios[at].space;
    const Outcome& outcome = (*outcomes)[i];
    Score found = score(space, against[at], outcome);
    const std::vector<std::size_t> seats = hall.lineup(i);
    for (std::size_t p = 0; p < seats.size(); ++p) {
      found[kUtility] = share(space, p, outcome.utilities[p]);
      for (std::size_t m = 0; m < kMeasures; ++m) {
        if (found[m]) values[seats[p]][m].push_back(*found[m]);
      }
    }
  }
  std::vector<TournamentRow> rows;
  for (std::size_t e = 0; e < entrants.size(); ++e) {
    const StreamName name = StreamName("talks/bootstrap/").then(entrants[e].name).then("/");
    const auto mean = [&](Measure m) {
      return mean_of(values[e][m], RandomStream(seed, 0, name.then(kNames[m])), options.resamples);
    };
    rows.push_back({entrants[e].name, values[e][kUtility].size(), mean(kAgreement), mean(kUtility),
                    mean(kNash), mean(kFrontier), mean(kWelfare)});
  }
  return rows;
}

Json to_json(const std::vector<TournamentRow>& rows) {
  Json all = Json::array();
  for (const TournamentRow& each : rows) {
    const std::array<const Mean*, kMeasures> means{&each.agreement, &each.utility, &each.nash,
                                                   &each.frontier, &each.welfare};
    Json row{{"strategy", each.strategy},
             {"seats", each.seats},
             {"low", each.utility.low},
             {"high", each.utility.high}};
    for (std::size_t m = 0; m < kMeasures; ++m) {
      row[std::string(kNames[m])] = means[m]->mean;
      row["intervals"][std::string(kNames[m])] = {{"low", means[m]->low}, {"high", means[m]->high}};
    }
    all.push_back(std::move(row));
  }
  return all;
}

}  // namespace parley::talks
