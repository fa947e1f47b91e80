#include "parley/record/meetings.hpp"

#include <algorithm>
#include <set>

#include "parley/record/meeting_details.hpp"
#include "parley/record/meeting_status.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMostRemembered = 50;  // far back in a long text a meeting is another one
constexpr std::size_t kMostEvidence = 12;

struct Clue {
  MeetingClause clause;
  Meeting meeting;
  std::vector<std::string> sides;  // of the participants, in order
  bool has_details = false;        // place, date, length or two sides of its own
};

// A meeting as the report has told of it so far.
struct Known {
  Meeting meeting;
  std::vector<std::string> sides;
  std::size_t block = 0;  // where it was last spoken of
};

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& id) {
    return std::find(b.begin(), b.end(), id) != b.end();
  }));
}

class Convener {
 public:
  Convener(const Reading& reading, const std::vector<FoundTime>& times,
           const std::vector<FoundQuantity>& quantities)
      : reading_(reading), words_(reading.words), times_(times), quantities_(quantities) {}

  std::vector<Meeting> run() {
    find_sides_of_talks();
    for (const Sentence& sentence : words_.sentences) {
      std::optional<MeetingClause> last;
      for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (words_.quoted[i]) continue;
        const auto clause = meeting_clause(reading_, i, sentence);
        if (!clause || (last && is_same(*last, *clause))) continue;
        if (auto clue = read(*clause, sentence)) {
          last = clause;
          join(std::move(*clue), sentence);
        }
      }
    }
    std::vector<Meeting> meetings;
    for (Known& each : known_) meetings.push_back(std::move(each.meeting));
    return meetings;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  // "met on Tuesday in a meeting that lasted", "travelled for talks": one meeting told twice.
  bool is_same(const MeetingClause& before, const MeetingClause& clause) const {
    if (clause.kind != MeetingTrigger::noun || clause.trigger >= before.last) return false;
    if (clause.verb && *clause.verb > before.trigger) return false;
    const std::string_view link =
        clause.phrase_first > 0 ? lower(clause.phrase_first - 1) : std::string_view();
    return link == "in" || link == "for" || link == "at" || link == "during" || link == "of" ||
           link == "on";
  }

  std::optional<Clue> read(const MeetingClause& clause, const Sentence& sentence) const {
    Clue clue;
    clue.clause = clause;
    Meeting& meeting = clue.meeting;
    const FoundTime* time = time_of(clause, times_, reading_);
    const auto today = reading_.document.published;
    const bool ahead = time != nullptr && time->first && today && *time->first > *today;
    const auto status = meeting_status(reading_, clause, sentence, ahead);
    if (!status) return std::nullopt;
    meeting.status = *status;
    // "hours before the talks at a factory": what stands there is of something else.
    const bool only_named = clause.definite && is_point_in_time(clause);
    if (!only_named) {
      if (time != nullptr) meeting.date = time->time.value;
      meeting.place = place_of(reading_, clause);
      if (const FoundQuantity* length = length_of(clause, quantities_, reading_))
        meeting.duration = iso_duration(length->quantity);
      name_participants(participants_of(reading_, clause), clue);
      meeting.outcome =
          *status == MeetingStatus::held ? outcome_of(reading_, clause, sentence) : std::string();
    }
    std::size_t last = clause.last;
    while (last > clause.trigger + 1 && (reading_.grammar().is(last - 1, Category::stop) ||
                                         reading_.grammar().is(last - 1, Category::comma)))
      --last;
    meeting.evidence.push_back(reading_.passage(clause.first, last));
    clue.has_details = !meeting.place.empty() || !meeting.date.empty() ||
                       !meeting.duration.empty() || clue.sides.size() >= 2;
    return clue;
  }

  bool is_point_in_time(const MeetingClause& clause) const {
    if (clause.kind != MeetingTrigger::noun || clause.phrase_first == 0) return false;
    // "at the meeting of ministers in Sill" tells of it.
    const std::string_view next = lower(clause.trigger + 1);
    if (next == "of" || next == "in" || next == "on" || next == "between" || next == "with")
      return false;
    const std::string_view link = lower(clause.phrase_first - 1);
    const bool ahead_of =
        link == "of" && clause.phrase_first > 1 && lower(clause.phrase_first - 2) == "ahead";
    return link == "before" || link == "after" || ahead_of || link == "during" ||
           link == "following" || link == "since" || link == "at" || link == "from" || link == "to";
  }

  // Sides first, then the people of whom the text speaks.
  void name_participants(const std::vector<std::size_t>& figures, Clue& clue) const {
    std::vector<std::string> people;
    const auto add = [](std::vector<std::string>& ids, const std::string& id) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const std::size_t figure : figures) {
      const std::string& id = reading_.actor_ids[figure];
      const std::string& side = reading_.side_ids[figure];
      add(clue.sides, side.empty() ? id : side);
      if (reading_.cast.figures[figure].kind == ActorKind::person) add(people, id);
    }
    clue.meeting.participants = clue.sides;
    for (const std::string& id : people) add(clue.meeting.participants, id);
  }

  // Nothing that one says rules the other out.
  static bool fits(const Known& known, const Clue& clue) {
    const Meeting& a = known.meeting;
    const Meeting& b = clue.meeting;
    if (a.status != b.status) return false;
    if (!a.place.empty() && !b.place.empty() && a.place != b.place) return false;
    if (!a.date.empty() && !b.date.empty() && !days_meet(a.date, b.date)) return false;
    const std::size_t smaller = std::min(known.sides.size(), clue.sides.size());
    return shared(known.sides, clue.sides) >= std::min<std::size_t>(smaller, 2);
  }

  // Something that both say makes them one: its day, its place, its two sides.
  static bool meets(const Known& known, const Clue& clue) {
    const Meeting& a = known.meeting;
    const Meeting& b = clue.meeting;
    const bool day = !a.date.empty() && !b.date.empty();
    const bool place = !a.place.empty() && !b.place.empty();
    const std::size_t sides = shared(known.sides, clue.sides);
    return (day && (place || sides >= 1 || clue.sides.empty())) || (place && !day) ||
           (sides >= 2 && (clue.clause.definite || (a.date.empty() && b.date.empty())));
  }

  // "had met", "last met", "the previous round": not the meeting that the report is about.
  bool is_of_before(const MeetingClause& clause) const {
    for (std::size_t k = clause.first; k < clause.last; ++k) {
      const std::string_view word = lower(k);
      if (word == "had" || word == "last" || word == "previous" || word == "previously" ||
          word == "earlier" || word == "also" || word == "again" || word == "another")
        return true;
    }
    return false;
  }

  void join(Clue clue, const Sentence& sentence) {
    const bool again = clue.clause.definite;
    for (std::size_t k = known_.size(); k-- > 0 && known_.size() - k <= kMostRemembered;) {
      Known& known = known_[k];
      if (!fits(known, clue)) continue;
      const bool named_alone =
          again && clue.sides.size() < 2 && clue.meeting.place.empty() && clue.meeting.date.empty();
      if (named_alone && clue.meeting.duration.empty() && clue.meeting.outcome.empty()) return;
      const bool goes_on = k + 1 == known_.size() && sentence.block <= known.block + 2 &&
                           shared(known.sides, clue.sides) >= 2 && !is_of_before(clue.clause);
      if (!(named_alone || goes_on || meets(known, clue))) continue;
      add_to(known, clue);
      known.block = sentence.block;
      return;
    }
    if (is_of_one_body(clue)) return;
    if (clue.sides.empty() && (speaks_of_both(clue.clause) || is_of_these_talks(clue)))
      take_sides_of_last(clue);
    if (!is_worth_telling(clue)) return;
    known_.push_back({std::move(clue.meeting), std::move(clue.sides), sentence.block});
  }

  // "a summit of the East African Community"
  bool names_unknown_body(const MeetingClause& clause) const {
    if (clause.kind != MeetingTrigger::noun || clause.definite || lower(clause.trigger + 1) != "of")
      return false;
    const std::size_t name = clause.trigger + (lower(clause.trigger + 2) == "the" ? 3 : 2);
    return name + 1 < words_.tokens.size() && words_.tokens[name].is_capital &&
           words_.tokens[name + 1].is_capital && !reading_.cast.at[name];
  }

  // "The IMF board meets", "a summit of the African Union": an organisation's own.
  bool is_of_one_body(const Clue& clue) const {
    if (clue.sides.empty()) return names_unknown_body(clue.clause);
    if (clue.sides.size() != 1 || clue.meeting.participants.size() != 1) return false;
    const auto& figures = reading_.cast.figures;
    for (std::size_t f = 0; f < figures.size(); ++f) {
      if (reading_.actor_ids[f] == clue.sides.front())
        return figures[f].kind == ActorKind::organisation;
    }
    return false;
  }

  // A session, a round or a meeting of which no other side is told, where it is to come or was
  // called off: of the talks that the report is about.
  bool is_of_these_talks(const Clue& clue) const {
    if (clue.clause.kind != MeetingTrigger::noun) return false;
    if (clue.meeting.status == MeetingStatus::held && !names_a_side(clue.clause)) return false;
    const std::string_view next = lower(clue.clause.trigger + 1);
    if (next == "of" || next == "between" || next == "with") return false;
    const std::string_view noun = lower(clue.clause.trigger);
    return noun.starts_with("session") || noun.starts_with("round") ||
           noun.starts_with("meeting") || noun.starts_with("cycle") || noun == "talks" ||
           noun == "encounter";
  }

  bool names_a_side(const MeetingClause& clause) const {
    for (std::size_t k = clause.first; k < clause.last; ++k) {
      if (!reading_.cast.at[k]) continue;
      const std::string side = side_of(reading_.cast.mentions[*reading_.cast.at[k]].figure);
      if (std::find(sides_of_talks_.begin(), sides_of_talks_.end(), side) != sides_of_talks_.end())
        return true;
    }
    return false;
  }

  // The two that the report first sets at one table: "between Ostria and Velmar", "the Ostrian and
  // Velmari delegations", "Ostria and Velmar met".
  void find_sides_of_talks() {
    constexpr std::size_t kLink = 8;  // tokens between the two names
    const auto& mentions = reading_.cast.mentions;
    for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
      const Mention& one = mentions[m];
      const Mention& other = mentions[m + 1];
      if (other.tokens.first < one.tokens.last + 1 || other.tokens.first - one.tokens.last > kLink)
        continue;
      const std::string a = side_of(one.figure);
      const std::string b = side_of(other.figure);
      if (a == b || !is_joined(one, other)) continue;
      if (!stands_behind_between(one) && !acts_together(other)) continue;
      sides_of_talks_ = {a, b};
      return;
    }
  }

  std::string side_of(std::size_t figure) const {
    const std::string& side = reading_.side_ids[figure];
    return side.empty() ? reading_.actor_ids[figure] : side;
  }

  // "and", "and of the", "'s president Kovan and": no verb and no comma between.
  bool is_joined(const Mention& one, const Mention& other) const {
    bool joined = false;
    for (std::size_t k = one.tokens.last; k < other.tokens.first; ++k) {
      joined = joined || lower(k) == "and";
      if (reading_.grammar().is(k, Category::finite) || reading_.grammar().is(k, Category::comma) ||
          reading_.grammar().is(k, Category::stop))
        return false;
    }
    return joined;
  }

  bool stands_behind_between(const Mention& one) const {
    constexpr std::size_t kReach = 6;
    for (std::size_t k = one.tokens.first; k > 0 && one.tokens.first - k < kReach; --k) {
      if (lower(k - 1) == "between") return true;
      if (reading_.grammar().is(k - 1, Category::finite)) return false;
    }
    return false;
  }

  bool acts_together(const Mention& other) const {
    constexpr std::size_t kReach = 6;
    for (std::size_t k = other.tokens.last; k < other.tokens.last + kReach; ++k) {
      if (is_meeting_word(lower(k), MeetingWord::group) ||
          is_meeting_word(lower(k), MeetingWord::meet) || lower(k) == "agreed" ||
          is_meeting_word(lower(k), MeetingWord::noun))
        return true;
      if (reading_.grammar().is(k, Category::stop)) return false;
    }
    return false;
  }

  static bool is_worth_telling(const Clue& clue) {
    const Meeting& meeting = clue.meeting;
    const auto facts = (meeting.place.empty() ? 0 : 1) + (meeting.date.empty() ? 0 : 1) +
                       (meeting.duration.empty() ? 0 : 1) + (meeting.outcome.empty() ? 0 : 1);
    if (clue.sides.size() >= 2)
      return meeting.status != MeetingStatus::held || facts > 0 || !clue.clause.definite;
    const bool by_verb = clue.clause.kind != MeetingTrigger::noun;
    if (meeting.status == MeetingStatus::possible)
      return facts > 0 && (clue.sides.size() == 1 || !meeting.place.empty());
    return facts > 1 ||
           (facts == 1 && (by_verb || clue.sides.size() == 1 || !meeting.duration.empty() ||
                           meeting.status != MeetingStatus::held));
  }

  // "The two sides met", "both delegations", "the next round": those who met before.
  bool speaks_of_both(const MeetingClause& clause) const {
    for (std::size_t k = clause.first; k < clause.last; ++k) {
      const std::string_view word = lower(k);
      const bool group = word == "sides" || word == "delegations" || word == "leaders" ||
                         word == "parties" || word == "teams" || word == "ministers" ||
                         word == "generals" || word == "men";
      const std::string_view before = k > 0 ? lower(k - 1) : std::string_view();
      if (word == "they" || word == "both" ||
          (group && (before == "the" || before == "two" || before == "their" || before == "both")))
        return true;
      if (word == "next" && k >= clause.phrase_first && k < clause.trigger) return true;
    }
    return clause.definite;
  }

  void take_sides_of_last(Clue& clue) const {
    for (std::size_t k = known_.size(); k-- > 0;) {
      if (known_[k].sides.size() < 2 || known_[k].sides.size() > 3) continue;
      clue.sides = known_[k].sides;
      clue.meeting.participants = clue.sides;
      return;
    }
    clue.sides = sides_of_talks_;
    clue.meeting.participants = clue.sides;
  }

  static void add_to(Known& known, Clue& clue) {
    Meeting& meeting = known.meeting;
    Meeting& more = clue.meeting;
    if (meeting.evidence.back() != more.evidence.front() && meeting.evidence.size() < kMostEvidence)
      meeting.evidence.push_back(more.evidence.front());
    if (meeting.place.empty()) meeting.place = std::move(more.place);
    if (meeting.date.empty()) meeting.date = std::move(more.date);
    if (meeting.duration.empty()) meeting.duration = std::move(more.duration);
    if (meeting.outcome.empty()) meeting.outcome = std::move(more.outcome);
    const bool more_people =
        known.sides.size() < 2 ||
        shared(known.sides, clue.sides) >= std::min<std::size_t>(2, clue.sides.size());
    if (!more_people) return;
    // Sides stay before people.
    std::vector<std::string> people(
        meeting.participants.begin() +
            static_cast<std::ptrdiff_t>(std::min(known.sides.size(), meeting.participants.size())),
        meeting.participants.end());
    const auto add = [](std::vector<std::string>& ids, const std::string& id) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const std::string& side : clue.sides) add(known.sides, side);
    for (std::size_t p = std::min(clue.sides.size(), more.participants.size());
         p < more.participants.size(); ++p)
      add(people, more.participants[p]);
    meeting.participants = known.sides;
    for (const std::string& person : people) add(meeting.participants, person);
  }

  const Reading& reading_;
  const Words& words_;
  const std::vector<FoundTime>& times_;
  const std::vector<FoundQuantity>& quantities_;
  std::vector<Known> known_;
  std::vector<std::string> sides_of_talks_;  // two or none
};

}  // namespace

std::vector<Meeting> find_meetings(const Reading& reading, const std::vector<FoundTime>& times,
                                   const std::vector<FoundQuantity>& quantities) {
  return Convener(reading, times, quantities).run();
}

}  // namespace parley::record::internal
