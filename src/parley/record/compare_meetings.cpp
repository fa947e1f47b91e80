#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "parley/record/comparison.hpp"
#include "parley/record/date.hpp"
#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMeetingsBack = 2000;
constexpr std::size_t kMostLengths = 200;  // of a report

// What two reports say of two meetings.
struct Likeness {
  std::size_t sides = 0;  // that both name
  bool one_names_no_sides = false;
  bool same_place = false;
  bool other_place = false;
  bool same_day = false;  // both are dated and have a day in common
  bool other_day = false;

  // Nothing speaks against it, and what both say is enough to take them for one meeting.
  bool is_one() const {
    if (other_place || other_day) return false;
    return (same_place && sides >= 1) || (sides >= 2 && same_day) ||
           ((same_day || same_place) && one_names_no_sides);
  }
};

class Meetings {
 public:
  explicit Meetings(Comparison& comparison) : comparison_(comparison) {
    for (const Quantity& quantity : record().quantities) {
      const bool length = quantity.kind == QuantityKind::duration &&
                          (quantity.unit == "hours" || quantity.unit == "minutes");
      auto& list = lengths_[quantity.passage.report];
      if (length && list.size() < kMostLengths) list.push_back(&quantity);
    }
    for (const Meeting& meeting : record().meetings) {
      if (meeting.status != MeetingStatus::held) continue;
      ++held_[{report_of(meeting), meeting.date}];
      ++held_[{report_of(meeting), meeting.place}];
    }
  }

  void run() {
    const auto& meetings = record().meetings;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
      const Meeting& later = meetings[i];
      if (comparison_.is_copy(report_of(later))) continue;
      std::size_t partners = 0;
      for (std::size_t k = i; k-- > 0 && partners < kPartners && i - k < kMeetingsBack;) {
        const Meeting& earlier = meetings[k];
        if (report_of(earlier) == report_of(later) || comparison_.is_copy(report_of(earlier)))
          continue;
        if (compare(earlier, later)) ++partners;
      }
    }
    papers();
  }

 private:
  const Record& record() const { return comparison_.record(); }
  static const std::string& report_of(const Meeting& meeting) {
    return meeting.evidence.front().report;
  }

  // The name of a place without articles; a capital and its state are one.
  static bool is_one_place(const std::string& a, const std::string& b) {
    const std::string one = to_lower(a);
    const std::string other = to_lower(b);
    if (one == other || one.find(other) != std::string::npos ||
        other.find(one) != std::string::npos)
      return true;
    const std::string* state = state_of(a);
    return state != nullptr && state_of(b) != nullptr && *state == *state_of(b);
  }

  static const std::string* state_of(const std::string& place) {
    const auto words = split(place, ' ');
    const auto known = lexicon().gazetteer().match(
        [&](std::size_t k) { return k < words.size() ? words[k] : std::string_view(); });
    return known && known.words == words.size() ? &known.value->actor : nullptr;
  }

  Likeness likeness(const Meeting& a, const Meeting& b) const {
    Likeness like;
    const auto sides_a = comparison_.sides_of(a.participants);
    const auto sides_b = comparison_.sides_of(b.participants);
    for (const std::string& side : sides_a)
      like.sides += std::find(sides_b.begin(), sides_b.end(), side) != sides_b.end() ? 1U : 0U;
    if (!a.place.empty() && !b.place.empty()) {
      like.same_place = is_one_place(a.place, b.place);
      like.other_place = !like.same_place;
    }
    if (!a.date.empty() && !b.date.empty()) {
      like.same_day = days_meet(a.date, b.date);
      like.other_day = !like.same_day;
    }
    // Without a name on one side, only when neither report has another meeting that day or there.
    like.one_names_no_sides =
        (sides_a.empty() || sides_b.empty()) &&
        ((like.same_day && is_only_one(a, a.date) && is_only_one(b, b.date)) ||
         (like.same_place && is_only_one(a, a.place) && is_only_one(b, b.place)));
    return like;
  }

  bool is_only_one(const Meeting& meeting, const std::string& day_or_place) const {
    const auto count = held_.find({report_of(meeting), day_or_place});
    return count != held_.end() && count->second == 1;
  }

  // True when the two are held for one.
  bool compare(const Meeting& a, const Meeting& b) {
    const Likeness like = likeness(a, b);
    const bool both_held = a.status == MeetingStatus::held && b.status == MeetingStatus::held;
    if (both_held && like.other_place && like.same_day && like.sides >= 2) {
      elsewhere(a, b);
      return false;
    }
    // Talks of the same sides, told of without a day, are one when nothing speaks against it.
    const bool undated = !like.same_day && !like.other_day && !like.other_place;
    if (!like.is_one() && !(both_held && undated && like.sides >= 2)) return false;
    const bool a_off = a.status == MeetingStatus::cancelled;
    const bool b_off = b.status == MeetingStatus::cancelled;
    if (a_off != b_off) {
      if (is_clash(a, b, like)) {
        comparison_.add(RelationKind::contradiction, "whether the meeting takes place",
                        a.evidence.front(), b.evidence.front(),
                        fmt::format("One report says the meeting is {}, the other {}.",
                                    name(a.status), name(b.status)));
      }
      return false;
    }
    if (a.status != b.status) return false;
    if (like.same_place && like.same_day) {
      comparison_.add(RelationKind::agreement, "place and date of the meeting", a.evidence.front(),
                      b.evidence.front(),
                      fmt::format("Both report a meeting in {} at the same time.", b.place));
    }
    const Quantity* length_a = length_of(a);
    const Quantity* length_b = length_of(b);
    if (length_a != nullptr && length_b != nullptr) {
      const bool sure = like.same_day || like.same_place;
      if (sure || closeness(*length_a, *length_b) != Closeness::disjoint)
        comparison_.add_measures("duration of the meeting", *length_a, *length_b);
    }
    if (both_held) met_.emplace(report_of(a), report_of(b));
    return true;
  }

  // A meeting that was planned may be cancelled later; only a later report that still has it
  // planned, or one that has it held, is against it.
  bool is_clash(const Meeting& a, const Meeting& b, const Likeness& like) const {
    const bool undated = a.date.empty() && b.date.empty();
    if (!like.same_day && !(undated && like.same_place && like.sides >= 2)) return false;
    const Meeting& off = a.status == MeetingStatus::cancelled ? a : b;
    const Meeting& on = a.status == MeetingStatus::cancelled ? b : a;
    if (on.status == MeetingStatus::held) return like.same_day;
    if (on.status != MeetingStatus::planned) return false;
    const std::string& told_off = comparison_.published(report_of(off));
    const std::string& told_on = comparison_.published(report_of(on));
    return !told_off.empty() && !told_on.empty() && told_on >= told_off;
  }

  // Two places of one day: a building and its town go by two names, so both must be states or
  // their capitals, and the reports must not share another place's name there.
  void elsewhere(const Meeting& a, const Meeting& b) {
    const bool days = a.date.find('/') == std::string::npos && a.date == b.date;
    const std::string* one = state_of(a.place);
    const std::string* other = state_of(b.place);
    if (!days || one == nullptr || other == nullptr || *one == *other) return;
    const bool named = comparison_.text_of(a.evidence.front()).find(b.place) != std::string::npos ||
                       comparison_.text_of(b.evidence.front()).find(a.place) != std::string::npos;
    if (named || !is_only_one(a, a.date) || !is_only_one(b, b.date)) return;
    comparison_.add(
        RelationKind::contradiction, "place of the meeting", a.evidence.front(), b.evidence.front(),
        fmt::format("One report has the meeting in {}, the other in {} on the same day.", a.place,
                    b.place));
  }

  const Quantity* length_of(const Meeting& meeting) const {
    if (meeting.duration.empty()) return nullptr;
    const auto lengths = lengths_.find(report_of(meeting));
    if (lengths == lengths_.end()) return nullptr;
    for (const Quantity* each : lengths->second) {
      for (const Passage& place : meeting.evidence) {
        if (place.report == each->passage.report && place.span.contains(each->passage.span))
          return each;
      }
    }
    return nullptr;
  }

  // Papers handed over at one meeting, when each report counts them once.
  void papers() {
    std::map<std::string, std::vector<const Quantity*>> by_report;
    for (const Quantity& quantity : record().quantities) {
      if (quantity.kind == QuantityKind::documents && !comparison_.is_copy(quantity.passage.report))
        by_report[quantity.passage.report].push_back(&quantity);
    }
    for (const auto& [a, b] : met_) {
      const auto first = by_report.find(a);
      const auto second = by_report.find(b);
      if (first == by_report.end() || second == by_report.end()) continue;
      if (first->second.size() != 1 || second->second.size() != 1) continue;
      comparison_.add_measures("number of documents", *first->second.front(),
                               *second->second.front());
    }
  }

  Comparison& comparison_;
  TextMap<std::vector<const Quantity*>> lengths_;
  std::map<std::pair<std::string, std::string>, std::size_t> held_;  // by report and day or place
  std::set<std::pair<std::string, std::string>> met_;
};

}  // namespace

void compare_meetings(Comparison& comparison) { Meetings(comparison).run(); }

}  // namespace parley::record::internal
