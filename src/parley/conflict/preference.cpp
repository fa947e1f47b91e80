#include "parley/conflict/preference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parley::conflict {
namespace {

constexpr double kWeightUnits = 1e6;

// Splits each group of equally good states by one more statement. Groups keep their order, so the
// numbers stay dense with one pass over the few that occur.
void refine(std::vector<Rank>& rank, const Formula& statement, std::span<const Taken> states) {
  for (std::size_t s = 0; s < rank.size(); ++s) {
    rank[s] = 2 * rank[s] + (statement.holds(states[s]) ? 1U : 0U);
  }
  std::vector<Rank> number(2 * rank.size() + 2, 0);
  for (const Rank each : rank) number[each + 1] = 1;
  std::partial_sum(number.begin(), number.end(), number.begin());
  for (Rank& each : rank) each = number[each];
}

Ranks by_statements(const Statements& statements, std::span<const Taken> states) {
  Ranks result;
  result.rank.assign(states.size(), 0);
  for (std::size_t k = 0; k < statements.most_important_first.size(); ++k) {
    refine(result.rank, statements.most_important_first[k], states);
    if (k + 1 == statements.strong) result.level = result.rank;
  }
  return result;
}

Ranks by_weights(const Weights& weights, std::span<const Taken> states) {
  std::vector<std::int64_t> units;
  for (const double each : weights.by_option) units.push_back(std::llround(each * kWeightUnits));
  std::vector<std::int64_t> sums;
  sums.reserve(states.size());
  for (const Taken state : states) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < units.size(); ++k) {
      if ((state >> k & 1U) != 0) sum += units[k];
    }
    sums.push_back(sum);
  }
  return {dense(sums), {}};
}

std::string numbers(const std::vector<StateIndex>& states) {
  constexpr std::size_t kMostNamed = 10;
  std::string text;
  for (std::size_t i = 0; i < states.size() && i < kMostNamed; ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(states[i] + 1);
  }
  if (states.size() > kMostNamed) text += fmt::format(" and {} more", states.size() - kMostNamed);
  return text;
}

Diagnostics ranking_mistakes(const Ranking& ranking, std::size_t count, const std::string& whose) {
  std::vector<std::uint8_t> seen(count, 0);
  std::vector<StateIndex> twice;
  std::vector<StateIndex> unknown;
  for (const auto& group : ranking.best_first) {
    for (const StateIndex state : group) {
      if (state >= count) {
        unknown.push_back(state);
      } else if (++seen[state] == 2) {
        twice.push_back(state);
      } else if (seen[state] > 2) {
        seen[state] = 2;
      }
    }
  }
  std::vector<StateIndex> missing;
  for (std::size_t s = 0; s < count; ++s) {
    if (seen[s] == 0) missing.push_back(static_cast<StateIndex>(s));
  }
  Diagnostics found;
  const auto error = [&](const char* code, const char* what, const std::vector<StateIndex>& states,
                         const char* hint) {
    if (states.empty()) return;
    found.push_back({Severity::error,
                     code,
                     {},
                     fmt::format("the ranking of “{}” {}: {}", whose, what, numbers(states)),
                     hint});
  };
  error("missing-state", "leaves states out", missing,
        "name every feasible state once; equally good ones stand in one group");
  error("duplicate-state", "names states twice", twice, "name every feasible state once");
  error("unknown-state", "names states that there are not", unknown,
        "states are numbered from 1; a new condition on what cannot be renumbers them");
  for (const std::size_t each : ranking.strong_after) {
    if (each == 0 || each >= ranking.best_first.size()) {
      found.push_back({Severity::error,
                       "bad-strength",
                       {},
                       fmt::format("a strong difference of “{}” lies behind group {} of {}", whose,
                                   each, ranking.best_first.size()),
                       {}});
    }
  }
  return found;
}

}  // namespace

std::vector<Rank> dense(std::span<const std::int64_t> values) {
  std::vector<std::pair<std::int64_t, StateIndex>> sorted;
  sorted.reserve(values.size());
  for (std::size_t s = 0; s < values.size(); ++s) {
    sorted.emplace_back(values[s], static_cast<StateIndex>(s));
  }
  std::ranges::sort(sorted);
  std::vector<Rank> result(values.size());
  Rank rank = 0;
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    if (k > 0 && sorted[k].first != sorted[k - 1].first) ++rank;
    result[sorted[k].second] = rank;
  }
  return result;
}

Result<Ranks> ranks(const Ranking& ranking, std::size_t count, const std::string& whose) {
  Diagnostics mistakes = ranking_mistakes(ranking, count, whose);
  if (!mistakes.empty()) return invalid(std::move(mistakes));
  Ranks result;
  result.rank.resize(count);
  if (!ranking.strong_after.empty()) result.level.resize(count);
  // Empty groups take no rank.
  Rank rank = 0;
  Rank level = 0;
  for (std::size_t g = ranking.best_first.size(); g-- > 0;) {
    for (const StateIndex state : ranking.best_first[g]) {
      result.rank[state] = rank;
      if (!result.level.empty()) result.level[state] = level;
    }
    if (!ranking.best_first[g].empty()) ++rank;
    if (std::ranges::find(ranking.strong_after, g) != ranking.strong_after.end()) ++level;
  }
  return result;
}

Result<Ranks> ranks(const Preference& preference, std::span<const Taken> states,
                    const std::string& whose) {
  if (const auto* statements = std::get_if<Statements>(&preference)) {
    return by_statements(*statements, states);
  }
  if (const auto* weights = std::get_if<Weights>(&preference)) return by_weights(*weights, states);
  return ranks(std::get<Ranking>(preference), states.size(), whose);
}

}  // namespace parley::conflict
