#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/base/json.hpp"
#include "parley/base/result.hpp"

/// What changed from one assessment to another, such as from yesterday's case to today's.
namespace parley::brief {

/// A judgement whose odds are not what they were.
struct Movement {
  std::string path;   ///< "zone", "drafts/first", "drafts/first/velm", "packages/fairest"
  std::string event;  ///< in the case's names: "first is acceptable to velm", as in the brief
  assess::Odds before;
  assess::Odds after;
  /// Whether low or high moved by more than twice the standard error of a difference of two shares
  /// with so many effective worlds. Where the draws are the same and few entries differ, chance
  /// does much less, so a movement that is not is not thereby nothing.
  bool beyond_chance = false;
};

/// Something that only one of the two assessments has, or that is not the same in both.
struct Difference {
  std::string path;  ///< of an input as inputs_to_json(); "packages/fairest/harbour"
  std::optional<std::string> before;  ///< nothing: it is new
  std::optional<std::string> after;   ///< nothing: it is gone
};

struct Comparison {
  std::string title;                        ///< of the later case
  std::optional<std::string> before_as_of;  ///< a day; nothing when the case names none
  std::optional<std::string> after_as_of;
  std::vector<Movement> movements;        ///< by a point of percentage or more, largest first
  std::size_t judgements = 0;             ///< that stand in both
  std::vector<Difference> judged_once;    ///< drafts and packages that stand in one only
  std::vector<Difference> package_terms;  ///< terms of packages on the same principle
  std::vector<Difference> drivers;        ///< estimates that moved the zone in one only
  std::vector<Difference> inputs;         ///< entries of the cases that are not the same
  std::vector<Difference> settings;       ///< version, seed and worlds drawn
};

/// Compares two documents of assess::to_json (`assessment.json`). Judgements are matched by the
/// names of drafts, parties and principles; under one principle the two may have different
/// packages. Order: as in the documents, the later first where an order has to be chosen; movements
/// by how far the farther end moved. Fails with "not-an-assessment", at the place given for the
/// document.
Result<Comparison> compare(const Json& before, const Json& after, const Place& before_place,
                           const Place& after_place);

/// The document "parley/compare/1"; `moved` is in points of percentage.
Json to_json(const Comparison& comparison);

/// The comparison in words, for the terminal.
std::string summary(const Comparison& comparison);

}  // namespace parley::brief
