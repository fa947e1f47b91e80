#include "parley/record/relations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parley/record/table.hpp"
#include "parley/record/wording.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMeetingsBack = 2000;

// A quote or an indirect statement, ready to be compared.
struct Remark {
  Passage passage;
  std::string_view text;
  std::string speaker;
  std::string speaker_name;
  bool is_quote = false;
  std::set<std::string> stems;
};

std::string last_word(const std::string& text) {
  const std::string lower = to_lower(text);
  return lower.substr(lower.rfind(' ') + 1);
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b,
           std::size_t wanted) {
  std::size_t shared = 0;
  for (const std::string& each : a)
    shared += std::find(b.begin(), b.end(), each) != b.end() ? 1U : 0U;
  return shared >= wanted;
}

// A day or range overlaps another; ISO texts compare as texts.
bool dates_meet(const std::string& a, const std::string& b) {
  const auto ends = [](const std::string& text) {
    const std::size_t stroke = text.find('/');
    return stroke == std::string::npos ? std::pair(text, text)
                                       : std::pair(text.substr(0, stroke), text.substr(stroke + 1));
  };
  const auto [a_first, a_last] = ends(a);
  const auto [b_first, b_last] = ends(b);
  return a_first <= b_last && b_first <= a_last;
}

class Comparison {
 public:
  Comparison(const Record& record, const std::vector<std::unique_ptr<Reading>>& readings)
      : record_(record) {
    for (std::size_t r = 0; r < record.reports.size(); ++r) {
      order_.emplace(record.reports[r].id, r);
      if (!record.reports[r].same_wire.empty()) copies_.emplace(record.reports[r].id, true);
    }
    for (const auto& reading : readings) readings_.emplace(reading->id, reading.get());
    for (const Quantity& quantity : record.quantities) {
      const bool length = quantity.kind == QuantityKind::duration &&
                          (quantity.unit == "hours" || quantity.unit == "minutes");
      auto& list = lengths_[quantity.passage.report];
      if (length && list.size() < 200) list.push_back(&quantity);
    }
  }

  std::vector<Relation> run() {
    drafts();
    meetings();
    papers();
    offices();
    remarks();
    names();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Relation& a, const Relation& b) { return a.kind < b.kind; });
    return std::move(found_);
  }

 private:
  bool is_copy(const std::string& report) const { return copies_.contains(report); }

  std::string text_of(const Passage& passage) const {
    const Reading& reading = *readings_.find(passage.report)->second;
    return std::string(reading.document.original().slice(passage.span));
  }

  void add(RelationKind kind, std::string topic, const Passage& a, const Passage& b,
           std::string explanation) {
    found_.push_back({kind, std::move(topic), a, b, std::move(explanation)});
  }

  // Passages by report, copies left out, the first of each.
  std::vector<Passage> one_a_report(const std::vector<Passage>& passages) const {
    std::vector<Passage> firsts;
    for (const Passage& passage : passages) {
      if (is_copy(passage.report)) continue;
      const bool known = std::any_of(firsts.begin(), firsts.end(), [&](const Passage& each) {
        return each.report == passage.report;
      });
      if (!known) firsts.push_back(passage);
      if (firsts.size() > kPartners) break;
    }
    return firsts;
  }

  void drafts() {
    for (const Draft& draft : record_.drafts) {
      const auto places = one_a_report(draft.evidence);
      for (std::size_t i = 1; i < places.size(); ++i) {
        add(RelationKind::agreement, "points of the draft", places[0], places[i],
            fmt::format("Both reports name a draft of {} points.", *draft.points));
      }
      const auto before = std::find_if(record_.drafts.begin(), record_.drafts.end(),
                                       [&](const Draft& each) { return each.id == draft.amends; });
      if (before == record_.drafts.end()) continue;
      const auto older = one_a_report(before->evidence);
      const std::string why = fmt::format(
          "Two versions of a plan: {} points became {}; different numbers of successive drafts do "
          "not contradict.",
          *before->points, *draft.points);
      // Within a report the two places nearest to each other; across reports the first of each.
      for (const Passage& place : places) {
        if (const auto pair = nearest(before->evidence, draft.evidence, place.report)) {
          add(RelationKind::version_chain, "points of the draft", pair->first, pair->second, why);
        }
        for (const Passage& old : older) {
          if (old.report != place.report)
            add(RelationKind::version_chain, "points of the draft", old, place, why);
        }
      }
    }
  }

  static std::optional<std::pair<Passage, Passage>> nearest(const std::vector<Passage>& older,
                                                            const std::vector<Passage>& newer,
                                                            const std::string& report) {
    std::optional<std::pair<Passage, Passage>> best;
    std::size_t least = 0;
    std::size_t looked_at = 0;
    for (const Passage& a : older) {
      if (a.report != report) continue;
      for (const Passage& b : newer) {
        if (b.report != report || ++looked_at > 2000) continue;
        const std::size_t distance =
            a.span.start > b.span.start ? a.span.start - b.span.start : b.span.start - a.span.start;
        if (!best || distance < least) {
          best = {a, b};
          least = distance;
        }
      }
    }
    return best;
  }

  static bool aligned(const Meeting& a, const Meeting& b) {
    if (!a.place.empty() && !b.place.empty() && to_lower(a.place) != to_lower(b.place))
      return false;
    if (!a.date.empty() && !b.date.empty() && !dates_meet(a.date, b.date)) return false;
    const bool place = !a.place.empty() && to_lower(a.place) == to_lower(b.place);
    const bool date = !a.date.empty() && !b.date.empty();
    const bool parties = share(a.participants, b.participants, 2);
    return (place && (date || share(a.participants, b.participants, 1))) ||
           (parties && (date || place)) ||
           (parties && a.status == MeetingStatus::held && b.status == MeetingStatus::held);
  }

  const Quantity* length_of(const Meeting& meeting) const {
    if (meeting.duration.empty()) return nullptr;
    const auto lengths = lengths_.find(meeting.evidence.front().report);
    if (lengths == lengths_.end()) return nullptr;
    for (const Quantity* each : lengths->second) {
      const Quantity& quantity = *each;
      for (const Passage& place : meeting.evidence) {
        if (place.report == quantity.passage.report && place.span.contains(quantity.passage.span))
          return &quantity;
      }
    }
    return nullptr;
  }

  void compare_intervals(const std::string& topic, const Quantity& a, const Quantity& b) {
    const double scale_a = a.unit == "minutes" ? 1.0 / 60 : 1;
    const double scale_b = b.unit == "minutes" ? 1.0 / 60 : 1;
    const double a_low = a.low.value_or(0) * scale_a;
    const double b_low = b.low.value_or(0) * scale_b;
    const double a_high = a.high ? *a.high * scale_a : 1e300;
    const double b_high = b.high ? *b.high * scale_b : 1e300;
    if (a_low == b_low && a_high == b_high) {
      add(RelationKind::agreement, topic, a.passage, b.passage,
          fmt::format("Both give the {} as \"{}\".", topic, a.text));
    } else if (a_low <= b_high * 1.0001 && b_low <= a_high * 1.0001) {
      add(RelationKind::near_agreement, topic, a.passage, b.passage,
          fmt::format("\"{}\" and \"{}\" overlap; they differ in how exact they are.", a.text,
                      b.text));
    } else {
      add(RelationKind::contradiction, topic, a.passage, b.passage,
          fmt::format("\"{}\" and \"{}\" cannot both be the {}.", a.text, b.text, topic));
    }
  }

  void meetings() {
    for (std::size_t i = 0; i < record_.meetings.size(); ++i) {
      const Meeting& a = record_.meetings[i];
      const std::string& report = a.evidence.front().report;
      if (is_copy(report)) continue;
      std::size_t partners = 0;
      for (std::size_t k = i; k-- > 0 && partners < kPartners && i - k < kMeetingsBack;) {
        const Meeting& b = record_.meetings[k];
        const std::string& other = b.evidence.front().report;
        if (other == report || is_copy(other)) continue;
        if (!aligned(a, b)) continue;
        ++partners;
        const bool cancelled =
            (a.status == MeetingStatus::cancelled) != (b.status == MeetingStatus::cancelled);
        if (cancelled) {
          add(RelationKind::contradiction, "whether the meeting takes place", b.evidence.front(),
              a.evidence.front(),
              fmt::format("One report says the meeting is {}, the other {}.", name(b.status),
                          name(a.status)));
          continue;
        }
        if (a.status == b.status && !a.place.empty() && !a.date.empty() && !b.date.empty() &&
            to_lower(a.place) == to_lower(b.place)) {
          add(RelationKind::agreement, "place and date of the meeting", b.evidence.front(),
              a.evidence.front(),
              fmt::format("Both report a meeting in {} at the same time.", a.place));
        }
        const Quantity* length_a = length_of(a);
        const Quantity* length_b = length_of(b);
        if (length_a != nullptr && length_b != nullptr)
          compare_intervals("duration of the meeting", *length_b, *length_a);
        met_.emplace(other, report);
      }
    }
  }

  // Papers handed over at one meeting, when each report counts them once.
  void papers() {
    std::map<std::string, std::vector<const Quantity*>> by_report;
    for (const Quantity& quantity : record_.quantities) {
      if (quantity.kind == QuantityKind::documents && !is_copy(quantity.passage.report))
        by_report[quantity.passage.report].push_back(&quantity);
    }
    for (const auto& [a, b] : met_) {
      const auto first = by_report.find(a);
      const auto second = by_report.find(b);
      if (first == by_report.end() || second == by_report.end() || first->second.size() != 1 ||
          second->second.size() != 1)
        continue;
      compare_intervals("number of documents", *first->second.front(), *second->second.front());
    }
    // Groups of people of the same kind and number.
    std::map<std::pair<std::string, double>, const Quantity*> people;
    for (const Quantity& quantity : record_.quantities) {
      if (quantity.kind != QuantityKind::people || is_copy(quantity.passage.report) ||
          !quantity.low || quantity.low != quantity.high || *quantity.low < 2)
        continue;
      const auto [first, is_new] =
          people.emplace(std::pair(last_word(quantity.text), *quantity.low), &quantity);
      if (is_new || first->second->passage.report == quantity.passage.report) continue;
      add(RelationKind::agreement, "number of " + last_word(quantity.text), first->second->passage,
          quantity.passage, fmt::format("Both reports count \"{}\".", quantity.text));
    }
  }

  void offices() {
    for (const Actor& actor : record_.actors) {
      std::size_t pairs = 0;
      for (std::size_t i = 0; i < actor.roles.size() && pairs < kPartners; ++i) {
        for (std::size_t k = 0; k < i && pairs < kPartners; ++k) {
          const Role& a = actor.roles[k];
          const Role& b = actor.roles[i];
          if (last_word(a.title) != last_word(b.title) || a.passage.report == b.passage.report ||
              is_copy(a.passage.report) || is_copy(b.passage.report))
            continue;
          if (!a.affiliation.empty() && !b.affiliation.empty() && a.affiliation != b.affiliation)
            continue;
          ++pairs;
          const bool former_a = a.time == RoleTime::former;
          const bool former_b = b.time == RoleTime::former;
          if (former_a != former_b) {
            add(RelationKind::contradiction, "office of " + actor.name, a.passage, b.passage,
                fmt::format("One report calls {} {} {}, the other {} {}.", actor.name, name(a.time),
                            a.title, name(b.time), b.title));
          } else if (to_lower(a.title) == to_lower(b.title) && a.affiliation == b.affiliation) {
            add(RelationKind::agreement, "office of " + actor.name, a.passage, b.passage,
                fmt::format("Both reports give {} the office \"{}\".", actor.name, b.title));
          } else if (to_lower(a.title) != to_lower(b.title)) {
            add(RelationKind::name_variant, "office of " + actor.name, a.passage, b.passage,
                fmt::format("\"{}\" and \"{}\" are two names for one office of {}.", a.title,
                            b.title, actor.name));
          }
        }
      }
    }
  }

  void remarks() {
    std::vector<Remark> all;
    for (const Quote& quote : record_.quotes) {
      if (!is_copy(quote.passage.report))
        all.push_back({quote.passage, quote.text, quote.speaker, quote.speaker_name, true,
                       content_stems(quote.text)});
    }
    for (const Statement& statement : record_.statements) {
      if (statement.kind == StatementKind::indirect && !is_copy(statement.passage.report)) {
        all.push_back({statement.passage, statement.text, statement.speaker, statement.speaker_name,
                       false, content_stems(statement.text)});
      }
    }
    // Candidates share a stem that few remarks have.
    std::map<std::string, std::vector<std::size_t>> by_stem;
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::map<std::size_t, std::size_t> shared;
      for (const std::string& stem : all[i].stems) {
        auto& list = by_stem[stem];
        for (std::size_t k = list.size(); k-- > 0 && list.size() - k <= kPartners;)
          ++shared[list[k]];
        list.push_back(i);
      }
      for (const auto& [k, count] : shared) {
        if (count >= 2 && all[k].passage.report != all[i].passage.report)
          compare_remarks(all[k], all[i]);
      }
    }
  }

  void compare_remarks(const Remark& a, const Remark& b) {
    const double same = overlap(a.stems, b.stems);
    const std::size_t smaller = std::min(a.stems.size(), b.stems.size());
    const bool fragment =
        smaller >= 2 && (contains(a.stems, b.stems) || contains(b.stems, a.stems));
    const bool same_speaker = !a.speaker.empty() && a.speaker == b.speaker;
    if (same_speaker && a.is_quote && b.is_quote) {
      if (same >= 0.999) {
        add(RelationKind::agreement, "remark of " + a.speaker_name, a.passage, b.passage,
            "Both reports quote the same words.");
      } else if (same >= 0.3 || (fragment && smaller >= 3)) {
        add(RelationKind::wording, "remark of " + a.speaker_name, a.passage, b.passage,
            fragment ? "One report quotes a part of what the other quotes."
                     : "Two wordings of one remark, perhaps two translations: " + difference(a, b));
      }
      return;
    }
    if (smaller < 3) return;
    const bool distinct = !a.speaker_name.empty() && !b.speaker_name.empty() && !same_speaker;
    if (distinct && (same >= 0.5 || (fragment && smaller >= 4))) {
      add(RelationKind::attribution, "who said it", a.passage, b.passage,
          fmt::format("The same content is {}'s in one report and {}'s in the other.",
                      a.speaker_name, b.speaker_name));
    } else if (same_speaker && same >= 0.5) {
      add(RelationKind::near_agreement, "statement of " + a.speaker_name, a.passage, b.passage,
          "Both reports have the statement; one refines the other.");
    }
  }

  static std::string difference(const Remark& a, const Remark& b) {
    const auto only = [](const std::set<std::string>& in, const std::set<std::string>& not_in) {
      std::string list;
      for (const std::string& each : in) {
        if (!not_in.contains(each)) list += (list.empty() ? "" : ", ") + each;
      }
      return list.empty() ? std::string("nothing") : list;
    };
    return fmt::format("only the one has {}; only the other has {}.", only(a.stems, b.stems),
                       only(b.stems, a.stems));
  }

  void names() {
    for (const Actor& actor : record_.actors) {
      if (actor.kind != ActorKind::person || actor.also.empty()) continue;
      // The first mention of each spelling of the full name.
      std::map<std::string, Passage> spellings;
      std::size_t looked_at = 0;
      for (const Passage& mention : actor.mentions) {
        if (++looked_at > 400) break;
        if (is_copy(mention.report)) continue;
        const std::string text = text_of(mention);
        if (text.find(' ') != std::string::npos && text.size() < 80)
          spellings.emplace(text, mention);
      }
      const auto main = spellings.find(actor.name);
      if (main == spellings.end()) continue;
      for (const auto& [spelling, place] : spellings) {
        if (spelling == actor.name || place.report == main->second.report) continue;
        add(RelationKind::name_variant, actor.name, main->second, place,
            fmt::format("\"{}\" and \"{}\" are spellings of one name.", actor.name, spelling));
      }
    }
  }

  const Record& record_;
  TextMap<std::size_t> order_;
  TextMap<bool> copies_;
  TextMap<std::vector<const Quantity*>> lengths_;
  TextMap<const Reading*> readings_;
  std::set<std::pair<std::string, std::string>> met_;
  std::vector<Relation> found_;
};

}  // namespace

std::vector<Relation> compare_reports(const Record& record,
                                      const std::vector<std::unique_ptr<Reading>>& readings) {
  return Comparison(record, readings).run();
}

}  // namespace parley::record::internal
