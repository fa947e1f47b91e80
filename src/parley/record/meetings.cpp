#include "parley/record/meetings.hpp"

#include <algorithm>

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

bool is_meeting_noun(std::string_view word) {
  return word == "talks" || word == "meeting" || word == "summit" || word == "negotiations" ||
         word == "session" || word == "conference" || word == "round" || word == "discussions" ||
         word == "meetings" || word == "sessions";
}

bool is_meeting_verb(std::string_view word) {
  return word == "met" || word == "meet" || word == "meets" || word == "meeting";
}

bool is_cancelling(std::string_view word) {
  return word == "cancelled" || word == "canceled" || word == "postponed" || word == "scrapped" ||
         word == "aborted";
}

struct Clue {
  std::size_t trigger = 0;
  bool particular = false;  // says place, date, length or parties of its own
  Meeting meeting;
};

class Convener {
 public:
  Convener(const Reading& reading, const std::vector<FoundTime>& times,
           const std::vector<FoundQuantity>& quantities)
      : reading_(reading), words_(reading.words), times_(times), quantities_(quantities) {}

  std::vector<Meeting> run() {
    for (const Sentence& sentence : words_.sentences) {
      // Clauses of one sentence may tell of two meetings; each trigger far from the last is one.
      std::size_t last = 0;
      for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (words_.quoted[i] || !is_trigger(i, sentence)) continue;
        if (last != 0 && i - last < 14) continue;
        last = i;
        join(read(i, sentence));
      }
    }
    return std::move(meetings_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  const Grammar& grammar() const { return reading_.grammar(); }

  bool is_trigger(std::size_t i, const Sentence& sentence) const {
    const std::string_view word = lower(i);
    if (word == "met" && grammar().is(i, Category::finite)) return lower(i + 1) != "with" || true;
    if (word == "meet" && i > sentence.first &&
        (grammar().is(i, Category::base) || grammar().is(i - 1, Category::auxiliary)))
      return true;
    if (word == "spoke" && (lower(i + 1) == "by" || lower(i + 1) == "with")) return true;
    if (word == "travelled" || word == "traveled") return lower(i + 1) == "to";
    if (!is_meeting_noun(word)) return false;
    if (word == "round")
      return lower(i + 1) == "of" ||
             (i > sentence.first &&
              (lower(i - 1) == "next" || lower(i - 1) == "new" || lower(i - 1).ends_with("th") ||
               lower(i - 1) == "third" || lower(i - 1) == "second"));
    if (word == "conference")
      return i > sentence.first && lower(i - 1) != "news" && lower(i - 1) != "press";
    if (word == "session" || word == "sessions") return true;
    return true;
  }

  Clue read(std::size_t i, const Sentence& sentence) const {
    Clue clue;
    clue.trigger = i;
    Meeting& meeting = clue.meeting;
    const std::size_t first =
        sentence.first > i ? i : std::max(sentence.first, i > 30 ? i - 30 : 0);
    const std::size_t last = std::min(sentence.last, i + 30);
    meeting.status = status(i, first, last);
    meeting.participants = participants(first, last);
    meeting.place = place(i, first, last);
    const auto first_time = std::lower_bound(
        times_.begin(), times_.end(), first,
        [](const FoundTime& time, std::size_t at) { return time.tokens.first < at; });
    for (auto each_time = first_time; each_time != times_.end(); ++each_time) {
      const FoundTime& time = *each_time;
      if (time.tokens.first >= last) break;
      if (time.time.value.empty() || time.time.value.size() < 7) continue;
      const std::size_t distance =
          time.tokens.first > i ? time.tokens.first - i : i - time.tokens.first;
      if (distance <= 14 && meeting.date.empty()) meeting.date = time.time.value;
    }
    const auto first_quantity = std::lower_bound(
        quantities_.begin(), quantities_.end(), first,
        [](const FoundQuantity& quantity, std::size_t at) { return quantity.tokens.first < at; });
    for (auto each_quantity = first_quantity; each_quantity != quantities_.end(); ++each_quantity) {
      const FoundQuantity& quantity = *each_quantity;
      if (quantity.tokens.first >= last) break;
      const Quantity& each = quantity.quantity;
      if (each.kind != QuantityKind::duration ||
          (each.unit != "hours" && each.unit != "minutes" && each.unit != "days"))
        continue;
      const bool lasted =
          near_word(quantity.tokens.first, first,
                    {"lasted", "spent", "took", "ended", "after", "lasting", "for"}) ||
          lower(quantity.tokens.last) == "of" ||
          lower(quantity.tokens.last - 1).find('-') != std::string_view::npos;
      if (lasted && meeting.duration.empty()) meeting.duration = iso_duration(each);
    }
    meeting.outcome = outcome(first, last);
    meeting.evidence.push_back(reading_.passage(
        first, last > first + 1 && grammar().is(last - 1, Category::stop) ? last - 1 : last));
    const bool parties = meeting.participants.size() >= 2;
    clue.particular = !meeting.place.empty() || !meeting.duration.empty() ||
                      (parties && (is_meeting_verb(lower(i)) || !meeting.date.empty())) ||
                      (meeting.status != MeetingStatus::held && parties);
    return clue;
  }

  bool near_word(std::size_t i, std::size_t floor,
                 std::initializer_list<std::string_view> list) const {
    for (std::size_t k = i; k > floor && i - k < 4; --k) {
      if (std::find(list.begin(), list.end(), lower(k - 1)) != list.end()) return true;
    }
    return false;
  }

  MeetingStatus status(std::size_t i, std::size_t first, std::size_t last) const {
    const std::size_t from = i > first + 10 ? i - 10 : first;
    const std::size_t to = std::min(last, i + 9);
    bool planned = false;
    bool possible = false;
    for (std::size_t k = from; k < to; ++k) {
      const std::string_view word = lower(k);
      if (is_cancelling(word) || (word == "called" && lower(k + 1) == "off"))
        return MeetingStatus::cancelled;
      if (word == "will" || word == "scheduled" || word == "planned" || word == "due" ||
          word == "invited" || (word == "next" && (is_meeting_noun(lower(k + 1)))))
        planned = true;
      if (word == "potential" || word == "possible" || word == "could" || word == "may" ||
          word == "might" || word == "hopes" || word == "if" || word == "would" ||
          word == "proposed" || word == "readiness" || word == "ready" || word == "no")
        possible = true;
    }
    const std::string_view before = i > first ? lower(i - 1) : std::string_view();
    if (lower(i) == "meet" && !planned) return MeetingStatus::possible;
    if (before == "future" || before == "potential" || before == "possible")
      return MeetingStatus::possible;
    if (possible && (before == "further" || before == "new" || before == "a" || before == "next"))
      return MeetingStatus::possible;
    if (planned && !possible) return MeetingStatus::planned;
    if (planned) return MeetingStatus::planned;
    return MeetingStatus::held;
  }

  std::vector<std::string> participants(std::size_t first, std::size_t last) const {
    std::vector<std::string> ids;
    for (std::size_t k = first; k < last; ++k) {
      if (!reading_.cast.at[k]) continue;
      const Mention& mention = reading_.cast.mentions[*reading_.cast.at[k]];
      k = mention.tokens.last - 1;
      const std::size_t before = mention.tokens.first;
      // After "in" and "to" a name is a place; a capital as well.
      const std::string_view preposition = before > first ? lower(before - 1) : std::string_view();
      if (preposition == "in" || preposition == "to" || preposition == "at" ||
          preposition == "near" || preposition == "on")
        continue;
      if (mention.use == NameUse::metonym && preposition == "from") continue;
      std::string id = reading_.side_ids[mention.figure].empty()
                           ? reading_.actor_ids[mention.figure]
                           : reading_.side_ids[mention.figure];
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
      if (ids.size() == 6) break;
    }
    return ids;
  }

  std::string place(std::size_t i, std::size_t first, std::size_t last) const {
    // "in the port of Sill", "in Moscow", "to Moscow"; within reach of the trigger.
    const auto read_place = [&](std::size_t k) -> std::string {
      const std::string_view word = lower(k);
      if (word != "in" && word != "at" &&
          !(word == "to" && k > first &&
            (lower(k - 1) == "travelled" || lower(k - 1) == "traveled" || lower(k - 1) == "flew")))
        return {};
      std::size_t begin = k + 1;
      while (begin < last && (lexicon().is(lower(begin), WordClass::determiner) ||
                              (!words_.tokens[begin].is_capital &&
                               words_.tokens[begin].kind == TokenKind::word && begin < k + 4)))
        ++begin;
      if (begin < last && begin > k + 1 && lower(begin - 1) != "of" && lower(begin - 1) != "the" &&
          lower(begin - 1) != "city" && lower(begin - 1) != "port")
        return {};
      std::size_t end = begin;
      while (end < last && words_.tokens[end].is_capital &&
             words_.tokens[end].kind == TokenKind::word &&
             !lexicon().is(lower(end), WordClass::time))
        ++end;
      if (end == begin) return {};
      if (reading_.cast.at[begin]) {
        const Figure& figure =
            reading_.cast.figures[reading_.cast.mentions[*reading_.cast.at[begin]].figure];
        if (figure.kind == ActorKind::person || figure.kind == ActorKind::organisation) return {};
      }
      return std::string(reading_.text(begin, end));
    };
    for (std::size_t k = i; k < last && k < i + 12; ++k) {
      std::string found = read_place(k);
      if (!found.empty()) return found;
    }
    for (std::size_t k = i; k > first && i - k < 14; --k) {
      std::string found = read_place(k - 1);
      if (!found.empty()) return found;
    }
    // "the Moscow talks"
    if (i > first && reading_.cast.at[i - 1]) {
      const Mention& mention = reading_.cast.mentions[*reading_.cast.at[i - 1]];
      if (mention.use == NameUse::metonym)
        return std::string(reading_.text(mention.tokens.first, mention.tokens.last));
    }
    return {};
  }

  std::string outcome(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k + 1 < last; ++k) {
      const std::string_view word = lower(k);
      const bool begins =
          (word == "without" &&
           (lower(k + 1) == "a" || lower(k + 1) == "any" || lower(k + 1).ends_with("ment"))) ||
          (word == "failed" && lower(k + 1) == "to") || (word == "ended" && lower(k + 1) == "in") ||
          (word == "no" && (lower(k + 1) == "breakthrough" || lower(k + 1) == "agreement" ||
                            lower(k + 1) == "deal" || lower(k + 1) == "progress"));
      if (!begins) continue;
      std::size_t end = k + 1;
      while (end < last && end < k + 9 && words_.tokens[end].kind == TokenKind::word) ++end;
      return std::string(reading_.text(k, end));
    }
    return {};
  }

  // Nothing that one says contradicts the other.
  static bool fits(const Meeting& a, const Meeting& b) {
    if (a.status != b.status) return false;
    if (!a.place.empty() && !b.place.empty() && a.place != b.place) return false;
    if (!a.date.empty() && !b.date.empty() && a.date != b.date) return false;
    if (a.participants.size() >= 2 && b.participants.size() >= 2) {
      const bool shared =
          std::any_of(a.participants.begin(), a.participants.end(), [&](const std::string& id) {
            return std::find(b.participants.begin(), b.participants.end(), id) !=
                   b.participants.end();
          });
      if (!shared) return false;
    }
    return true;
  }

  void join(Clue clue) {
    // Far back in a long text a meeting is another one.
    for (std::size_t m = meetings_.size(); m-- > 0 && meetings_.size() - m <= 50;) {
      Meeting& known = meetings_[m];
      if (!fits(known, clue.meeting)) continue;
      if (known.evidence.back() != clue.meeting.evidence.front() && known.evidence.size() < 12)
        known.evidence.push_back(clue.meeting.evidence.front());
      if (known.place.empty()) known.place = clue.meeting.place;
      if (known.date.empty()) known.date = clue.meeting.date;
      if (known.duration.empty()) known.duration = clue.meeting.duration;
      if (known.outcome.empty()) known.outcome = clue.meeting.outcome;
      if (known.participants.size() < 2) known.participants = clue.meeting.participants;
      return;
    }
    if (clue.particular) meetings_.push_back(std::move(clue.meeting));
  }

  const Reading& reading_;
  const Words& words_;
  const std::vector<FoundTime>& times_;
  const std::vector<FoundQuantity>& quantities_;
  std::vector<Meeting> meetings_;
};

}  // namespace

std::vector<Meeting> find_meetings(const Reading& reading, const std::vector<FoundTime>& times,
                                   const std::vector<FoundQuantity>& quantities) {
  return Convener(reading, times, quantities).run();
}

}  // namespace parley::record::internal
