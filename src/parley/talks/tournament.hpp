#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/base/parallel.hpp"
#include "parley/talks/setup.hpp"

namespace parley::talks {

struct Scenario {
  std::string name;
  std::shared_ptr<const Space> space;
};

/// A strategy that takes part; of the seat all but the party counts.
struct Entrant {
  std::string name;
  Seat play;
};

struct TournamentOptions {
  Protocol protocol;
  std::size_t deadline = 100;     ///< rounds
  std::size_t repeats = 1;        ///< of each line-up
  std::size_t resamples = 1'000;  ///< of the bootstrap
};
inline constexpr std::size_t kMostTalks = 1'000'000;

/// A mean over talks and its 95 % interval, by the percentile bootstrap (Efron 1979) over the talks
/// that the strategy took part in.
struct Mean {
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// How a strategy did, over all talks and seats it played.
struct TournamentRow {
  std::string strategy;
  std::size_t seats = 0;  ///< that it played
  Mean agreement;         ///< share of its talks with an agreement
  Mean utility;           ///< its own, as on_scale(); without agreement that of no deal
  Mean nash;      ///< product of all gains, as a share of the Nash solution's; 0 without agreement
  Mean frontier;  ///< Euclidean distance to the nearest point of the frontier, on those scales
  Mean welfare;   ///< sum of all utilities, as a share of the largest sum of any deal
};

/// Every strategy against every other and itself, in every seat of every scenario: all line-ups.
/// Rows have the order of the entrants. A scenario without a zone of agreement counts for agreement
/// and utility only; one in which nobody can gain does not count for nash, one whose largest sum is
/// not positive not for welfare. Fails with "no-scenarios", "no-strategies" or "too-many-talks"
/// (above kMostTalks), with what check() finds in a line-up, and as bargaining's frontier.
/// Deterministic for its seed, on any number of threads.
Result<std::vector<TournamentRow>> tournament(const std::vector<Scenario>& scenarios,
                                              const std::vector<Entrant>& entrants,
                                              std::uint64_t seed,
                                              const TournamentOptions& options = {},
                                              const Control& control = {});

/// `rows` of parley tournament: the means, and the interval of utility as low and high; under
/// `intervals` those of all.
Json to_json(const std::vector<TournamentRow>& rows);

}  // namespace parley::talks
