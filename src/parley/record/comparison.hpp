#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "parley/record/reading.hpp"
#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {

/// An item is compared with at most so many others, the nearest reports first: a comparison of many
/// reports stays linear in their number.
inline constexpr std::size_t kPartners = 24;

/// What the comparisons of a record share: its reports, who stands for whom, and the relations
/// found so far. Reports that copy another are no witnesses and are left out everywhere.
class Comparison {
 public:
  Comparison(const Record& record, const std::vector<std::unique_ptr<Reading>>& readings);

  const Record& record() const { return record_; }
  const Reading& reading(const std::string& report) const { return *readings_.at(report); }
  bool is_copy(const std::string& report) const { return copies_.contains(report); }
  /// The day of publication; empty when unknown.
  const std::string& published(const std::string& report) const { return published_.at(report); }
  std::string text_of(const Passage& passage) const;

  /// The state or body that an actor stands for, else the actor itself.
  const std::string& side_of(const std::string& actor) const;
  /// An actor's name; empty for no actor.
  const std::string& name_of(const std::string& actor) const;
  /// The sides of some actors, each once, in order.
  std::vector<std::string> sides_of(const std::vector<std::string>& actors) const;

  /// The first passage of each report, copies left out; at most kPartners + 1.
  std::vector<Passage> one_a_report(const std::vector<Passage>& passages) const;

  void add(RelationKind kind, std::string topic, const Passage& a, const Passage& b,
           std::string explanation);
  /// Agreement, near agreement or contradiction of two measures of one thing, as intervals.
  void add_measures(const std::string& topic, const Quantity& a, const Quantity& b);

  /// The relations in the order of their kinds.
  std::vector<Relation> take();

 private:
  const Record& record_;
  TextMap<bool> copies_;
  TextMap<std::string> published_;
  TextMap<const Reading*> readings_;
  TextMap<const Actor*> actors_;
  std::vector<Relation> found_;
};

/// How the intervals of two quantities in one unit lie to each other.
enum class Closeness { equal, overlapping, disjoint };
Closeness closeness(const Quantity& a, const Quantity& b);

/// Successive versions of a plan, and the drafts that several reports name.
void compare_drafts(Comparison& comparison);

/// Meetings of two reports that are one: whether it takes place, where and when, how long it
/// lasted, how many papers changed hands.
void compare_meetings(Comparison& comparison);

/// Counts and measures of one thing: people killed, freed or displaced, terms of a plan.
void compare_quantities(Comparison& comparison);

/// The offices that the reports give one person, and the spellings of the name.
void compare_people(Comparison& comparison);

/// What is said in two reports: one remark in two wordings, one content from two sources, one
/// report's denial of what the other states.
void compare_remarks(Comparison& comparison);

}  // namespace parley::record::internal
