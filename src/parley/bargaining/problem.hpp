#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/result.hpp"

namespace parley::bargaining {

/// What a problem may hold at most; beyond it check() and stepped_issue() refuse, so memory stays
/// bounded.
inline constexpr std::size_t kMostParties = 32;
inline constexpr std::size_t kMostIssues = 1000;
inline constexpr std::size_t kMostOptions = 100'000;  ///< of one issue
/// Parties whose consent only some options need: each doubles the sets that may be asked.
inline constexpr std::size_t kMostActing = 8;

enum class IssueKind { categorical, ordered, integer, real };

/// The scale behind a numeric issue: both ends belong to it.
struct Range {
  double low = 0;
  double high = 0;
  double step = 1;
  friend bool operator==(const Range&, const Range&) = default;
};

/// One way to settle an issue; `number` is its place on the scale of a numeric issue.
struct Option {
  std::string name;
  std::optional<double> number;
  friend bool operator==(const Option&, const Option&) = default;
};

/// A question that a deal must settle. Options stand in the order of the scale when there is one; a
/// numeric issue keeps the range it was stepped from, so a reader sees what was left out between
/// steps.
struct Issue {
  std::string name;
  IssueKind kind = IssueKind::categorical;
  std::vector<Option> options;
  std::optional<Range> range;
};

/// The numeric issue with options low, low + step, … and always the exact high end, even when the
/// last step is shorter. Fails with "bad-range" when the range is not finite, upside down or has no
/// positive step (or, for an integer issue, ends or a step that are not whole), and with
/// "too-many-options" beyond kMostOptions.
Result<Issue> stepped_issue(std::string name, IssueKind kind, Range range);

/// Holds when the issue takes one of the options.
struct Condition {
  std::size_t issue = 0;
  std::vector<std::size_t> options;
  friend bool operator==(const Condition&, const Condition&) = default;
};

/// A party and what it wants. Its utility is sum over issues of weights[k] * values[k][option],
/// plus its interactions; any scale, as long as the reservation value is on the same one.
struct Party {
  std::string name;
  /// Whether every deal needs its consent. Without it only deals that hold one of its acts do (see
  /// Act); in others it has a view, not a veto: its reservation value, red lines and linkages bind
  /// nobody. Frontier and solutions are about the utilities of parties with it: sets of parties
  /// that differ from deal to deal could not be compared.
  bool consents = true;
  /// The utility of going on without a deal; nothing when not known: then any deal will do, and
  /// gains are counted from the smallest utility of any allowed deal.
  std::optional<double> reservation;
  /// How firmly the reservation value is held; only compared with the firmness of other demands.
  double firmness = 1;
  std::vector<double> weights;              ///< [issue], not negative
  std::vector<std::vector<double>> values;  ///< [issue][option]
};

/// `value` is added to the party's utility when every condition holds.
struct Interaction {
  std::size_t party = 0;
  std::vector<Condition> when;
  double value = 0;
};

/// When every condition of `when` holds, every condition of `then` must. With an owner it is that
/// party's demand and may be softened; without one it is a fact about the options.
struct Linkage {
  std::vector<Condition> when;
  std::vector<Condition> then;
  std::optional<std::size_t> owner;
  double firmness = 1;
};

/// An option that the party would not sign, whatever it gains elsewhere: a filter, never a weight.
struct RedLine {
  std::size_t party = 0;
  std::size_t issue = 0;
  std::size_t option = 0;
  double firmness = 1;
};

/// An option that takes an act of a party: a deal that holds it needs that party's consent, also
/// where the party's consent is not needed otherwise.
struct Act {
  std::size_t party = 0;
  std::size_t issue = 0;
  std::size_t option = 0;
};

/// Who negotiates about what, and what each side wants: all that the engine needs to know.
///
/// Everything is addressed by position; names are for messages. No function of this room takes a
/// problem that check() finds errors in.
struct Problem {
  std::vector<Party> parties;
  std::vector<Issue> issues;
  std::vector<Interaction> interactions;
  std::vector<Linkage> linkages;
  std::vector<RedLine> red_lines;
  std::vector<Act> acts;
};

/// Everything that is wrong with a problem, in the problem's own names; no places, since a problem
/// has no file. Errors: no-parties, no-issues, no-options, too-many-parties, too-many-issues,
/// too-many-options, too-many-acting-parties, no-consent, duplicate-name, missing-weights,
/// missing-values, negative-weight, bad-weight, zero-weights, bad-value, bad-reservation,
/// bad-firmness, unknown-party, unknown-issue, unknown-option, empty-condition. Warnings:
/// zero-weight (the issue counts for nothing).
Diagnostics check(const Problem& problem);

}  // namespace parley::bargaining
