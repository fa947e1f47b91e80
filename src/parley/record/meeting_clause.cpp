#include "parley/record/meeting_clause.hpp"

#include <algorithm>

#include "parley/record/attribution.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 40;  // tokens to each side of the trigger

class ClauseFinder {
 public:
  ClauseFinder(const Reading& reading, const Sentence& sentence)
      : reading_(reading), sentence_(sentence) {}

  std::optional<MeetingClause> clause_at(std::size_t i) const {
    const auto kind = trigger_at(i);
    if (!kind) return std::nullopt;
    MeetingClause clause;
    clause.trigger = i;
    clause.kind = *kind;
    clause.phrase_first = *kind == MeetingTrigger::noun ? phrase_before(i) : group_before(i);
    clause.first = clause_first(clause);
    clause.last = clause_last(i);
    if (*kind == MeetingTrigger::noun) {
      clause.verb = governing_verb(clause);
      clause.definite = is_definite(clause);
    } else {
      clause.verb = i;
    }
    return clause;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i >= sentence_.first && i < sentence_.last ? reading_.token(i).lower
                                                      : std::string_view();
  }
  bool is(std::size_t i, Category category) const {
    return i < sentence_.last ? reading_.grammar().is(i, category) : category == Category::stop;
  }
  bool is_word(std::size_t i, MeetingWord word_class) const {
    return is_meeting_word(lower(i), word_class);
  }
  std::string_view before(std::size_t i) const {
    return i > sentence_.first ? lower(i - 1) : std::string_view();
  }

  std::optional<MeetingTrigger> trigger_at(std::size_t i) const {
    if (is_word(i, MeetingWord::meet) && is_meeting_verb(i)) return MeetingTrigger::verb;
    if (is_word(i, MeetingWord::speak) && is_speaking_with(i)) return MeetingTrigger::verb;
    if (is_word(i, MeetingWord::coming) && comes_together(i)) return MeetingTrigger::verb;
    if (is_word(i, MeetingWord::call))
      return is_call(i) ? std::optional(MeetingTrigger::noun) : std::nullopt;
    if (is_word(i, MeetingWord::noun) && is_meeting_noun(i)) return MeetingTrigger::noun;
    if ((lower(i) == "expected" || lower(i) == "expects" || lower(i) == "awaits") && is_awaiting(i))
      return MeetingTrigger::await;
    if (lower(i) == "spent" && is(i, Category::finite) && is_spending(i))
      return MeetingTrigger::spend;
    return std::nullopt;
  }

  // "sat down with", "came together", "may see each other", "found themselves again in"
  bool comes_together(std::size_t i) const {
    if (!is_word(i + 1, MeetingWord::together)) return false;
    const std::string_view next = lower(i + 1);
    if (next == "each") return lower(i + 2) == "other";
    if (next == "themselves") return lower(i + 2) == "again" || lower(i + 2) == "in";
    if (next == "down") return lower(i).starts_with("s");
    return true;
  }

  bool is_meeting_verb(std::size_t i) const {
    const Category category = reading_.grammar().at(i);
    // "the demand was met", "met a demand" are no meetings: what is met must be somebody.
    if (lower(i) == "met" &&
        (before(i) == "was" || before(i) == "were" || before(i) == "be" || before(i) == "been"))
      return false;
    if (lower(i) == "meeting") {
      const bool verb = category == Category::participle || category == Category::finite;
      const bool object =
          reading_.cast.at[i + 1 < reading_.cast.at.size() ? i + 1 : i].has_value() ||
          lower(i + 1) == "with";
      return verb && object && !reading_.grammar().is(i - (i > 0 ? 1 : 0), Category::determiner);
    }
    if (category != Category::finite && category != Category::base &&
        category != Category::participle && lower(i) != "met")
      return false;
    return !meets_a_thing(i);
  }

  // "met the conditions", "met resistance"
  bool meets_a_thing(std::size_t i) const {
    std::size_t k = i + 1;
    bool article = false;
    while (k < sentence_.last && (is(k, Category::determiner) || is(k, Category::adjective) ||
                                  is(k, Category::possessive))) {
      article = true;
      ++k;
    }
    if (k >= sentence_.last || !is(k, Category::noun) || reading_.cast.at[k]) return false;
    if (is_word(k, MeetingWord::group) ||
        lexicon().roles().match([&](std::size_t n) { return lower(k + n); }))
      return false;
    // A name may follow its title: "met foreign minister Rehn".
    for (std::size_t n = k; n < k + 4 && n < sentence_.last; ++n) {
      if (reading_.cast.at[n] || is(n, Category::name) || is_word(n, MeetingWord::group))
        return false;
      if (!is(n, Category::noun) && !is(n, Category::name) && !is(n, Category::adjective)) break;
    }
    return article || !is_time_phrase(k);
  }

  bool is_time_phrase(std::size_t i) const {
    return lexicon().is(lower(i), WordClass::time) || lower(i) == "times" || lower(i) == "hours" ||
           lower(i) == "days";
  }

  bool is_speaking_with(std::size_t i) const {
    if (!is(i, Category::finite) && !is(i, Category::base) && !is(i, Category::participle))
      return false;
    if (lower(i + 1) == "by") return is_word(i + 2, MeetingWord::medium);
    return lower(i + 1) == "with" && !lexicon().is_media_suffix(lower(i + 2)) &&
           lower(i + 2) != "reporters" && lower(i + 2) != "journalists";
  }

  bool is_call(std::size_t i) const {
    if (is(i, Category::finite) && !is(i, Category::noun)) return false;
    if (is_word(i - 1, MeetingWord::medium) && i > sentence_.first) return true;
    if (before(i) == "the" && is(i + 1, Category::finite)) return true;
    const bool between = lower(i + 1) == "with" || lower(i + 1) == "between";
    return between && is(i - 1, Category::determiner) && i > sentence_.first;
  }

  bool is_meeting_noun(std::size_t i) const {
    const std::string_view word = lower(i);
    if (is(i, Category::finite) && !is_word(i - 1, MeetingWord::noun) && word != "talks")
      return false;
    if (i > sentence_.first && is_word(i - 1, MeetingWord::other)) return false;
    if (word == "talk") return lower(i + 1) == "with";
    if (word == "round" || word == "rounds") {
      const std::string_view which = before(i);
      return lower(i + 1) == "of"
                 ? is_round_of_talks(i)
                 : which == "next" || which == "new" || which == "last" || which == "first" ||
                       which == "second" || which == "third" || which.ends_with("th");
    }
    // "round of talks" is one meeting.
    if (before(i) == "of" && i >= sentence_.first + 2 &&
        (lower(i - 2) == "round" || lower(i - 2) == "rounds"))
      return false;
    return true;
  }

  // "a round of indirect talks", "a round of high-level diplomacy"
  bool is_round_of_talks(std::size_t i) const {
    for (std::size_t k = i + 2; k < i + 6; ++k) {
      if (is_word(k, MeetingWord::noun) || lower(k) == "diplomacy" || lower(k) == "contacts")
        return true;
      if (is(k, Category::finite) || is(k, Category::preposition)) return false;
    }
    return false;
  }

  // "expected both delegations in the town"
  bool is_awaiting(std::size_t i) const {
    std::size_t k = i + 1;
    while (k < i + 4 &&
           (is(k, Category::determiner) || is(k, Category::adjective) || is(k, Category::number)))
      ++k;
    return is_word(k, MeetingWord::group) && (lower(k + 1) == "in" || lower(k + 1) == "at");
  }

  // "spent seven hours there", "spent two days together"
  bool is_spending(std::size_t i) const {
    for (std::size_t k = i + 1; k < i + 6; ++k) {
      if (lower(k).ends_with("hours") || lower(k).ends_with("days") || lower(k) == "day")
        return lower(k + 1) == "there" || lower(k + 1) == "together" || lower(k + 1) == "talking" ||
               lower(k + 1) == "in";
    }
    return false;
  }

  // The words before the noun that belong to its phrase.
  std::size_t phrase_before(std::size_t i) const {
    std::size_t first = i;
    while (first > sentence_.first && i - first < 10) {
      const std::size_t k = first - 1;
      const bool joins = is(k, Category::noun) || is(k, Category::name) ||
                         is(k, Category::adjective) || is(k, Category::number) ||
                         is(k, Category::determiner) || is(k, Category::possessive) ||
                         is(k, Category::time) || is_hyphen(k) || is_hyphen(k + 1) ||
                         is_hyphen(k - 1) || is_premodifier(k);
      if (!joins) break;
      first = k;
      if (is(k, Category::determiner)) break;
    }
    return first;
  }

  bool is_premodifier(std::size_t k) const {
    return is(k, Category::participle) &&
           (is_word(k, MeetingWord::planned) || is_word(k, MeetingWord::cancelled) ||
            is_word(k, MeetingWord::possible) || lower(k).find('-') != std::string_view::npos);
  }

  // The auxiliaries, adverbs and "to" before a verb.
  std::size_t group_before(std::size_t i) const {
    std::size_t first = i;
    while (first > sentence_.first && i - first < 7) {
      const std::size_t k = first - 1;
      if (!is(k, Category::auxiliary) && !is(k, Category::adverb) && !is(k, Category::negation) &&
          !is(k, Category::to))
        break;
      first = k;
    }
    return first;
  }

  bool begins_clause(std::size_t k) const {
    return is(k, Category::subordinator) || is(k, Category::relative) || is(k, Category::colon) ||
           (is(k, Category::dash) && !is_hyphen(k)) || is(k, Category::stop) ||
           is(k, Category::quoted) || lower(k) == "but" || is_temporal(k);
  }

  // "U.S.-led": within a word.
  bool is_hyphen(std::size_t k) const {
    return is(k, Category::dash) && k > sentence_.first && k + 1 < sentence_.last &&
           reading_.token(k - 1).end == reading_.token(k).begin &&
           reading_.token(k).end == reading_.token(k + 1).begin;
  }

  bool is_temporal(std::size_t k) const {
    return lower(k) == "after" || lower(k) == "before" || lower(k) == "following" ||
           lower(k) == "since" || (lower(k) == "of" && before(k) == "ahead");
  }

  // A verb of saying whose content the clause is: "said the talks were over", but not "agreed to
  // hold talks" or "held talks".
  bool introduces(std::size_t k) const {
    if (!is(k, Category::finite) || is(k + 1, Category::to)) return false;
    if (is_word(k + 1, MeetingWord::possible) || is_word(k + 2, MeetingWord::possible))
      return false;  // "expressed readiness to meet"
    if (is_word(k, MeetingWord::hold) || is_word(k, MeetingWord::meet) ||
        is_word(k, MeetingWord::possible) || is_word(k, MeetingWord::speak))
      return false;
    return cue_at(reading_.grammar(), k).has_value();
  }

  std::size_t clause_first(const MeetingClause& clause) const {
    const std::size_t floor =
        clause.trigger > sentence_.first + kReach ? clause.trigger - kReach : sentence_.first;
    std::size_t first = clause.phrase_first;
    while (first > floor) {
      const std::size_t k = first - 1;
      if (begins_clause(k) || introduces(k)) break;
      if (is(k, Category::comma)) {
        // "Marek, the envoy, met": the aside is passed over.
        if (const auto open = aside_before(k)) {
          first = *open;
          continue;
        }
        if (ends_another_clause(k, clause.trigger)) break;
      }
      first = k;
    }
    return first;
  }

  // The comma that opens the aside which a comma before a verb closes.
  std::optional<std::size_t> aside_before(std::size_t comma) const {
    if (!is(comma + 1, Category::finite) && !is(comma + 1, Category::auxiliary) &&
        !is(comma + 1, Category::adverb))
      return std::nullopt;
    for (std::size_t k = comma; k > sentence_.first && comma - k < 30;) {
      --k;
      if (is(k, Category::comma) && (is(k - 1, Category::name) || reading_.cast.at[k - 1]))
        return k;
      if (is(k, Category::colon) || is(k, Category::dash)) break;
    }
    return std::nullopt;
  }

  // The part before a comma is a clause of its own when a verb stands on both sides of it.
  bool ends_another_clause(std::size_t comma, std::size_t trigger) const {
    // ", who chaired the meeting," and ", a lawyer," are asides: the clause goes on before them.
    const auto has_finite = [&](std::size_t from, std::size_t to) {
      for (std::size_t k = from; k < to; ++k) {
        if (is(k, Category::finite)) return true;
      }
      return false;
    };
    std::size_t from = comma;
    while (from > sentence_.first && !is(from - 1, Category::comma) && comma - from < 30) --from;
    if (is(from, Category::relative)) return false;
    return has_finite(from, comma) && has_finite(comma + 1, trigger + 1);
  }

  // "…, Marek said on Friday": from the comma on it is told who says it.
  bool begins_tail(std::size_t comma) const {
    for (std::size_t k = comma + 1; k < comma + 10 && k < sentence_.last; ++k) {
      if (is(k, Category::comma) || is(k, Category::conjunction) || is(k, Category::relative))
        return false;
      if (is(k, Category::finite)) return cue_at(reading_.grammar(), k).has_value();
    }
    return false;
  }

  std::size_t clause_last(std::size_t trigger) const {
    const std::size_t ceiling = std::min(sentence_.last, trigger + kReach);
    for (std::size_t k = trigger + 1; k < ceiling; ++k) {
      if (is(k, Category::stop) && k + 1 >= sentence_.last) return k;
      if (is(k, Category::colon) || is(k, Category::quoted) ||
          (is(k, Category::dash) && !is_hyphen(k)))
        return k;
      if (is(k, Category::subordinator) && lower(k) != "that" && lower(k) != "as") return k;
      if (lower(k) == "as" && !is(k + 1, Category::participle) && !is(k + 1, Category::determiner))
        return k;
      if (lower(k) == "who" || lower(k) == "whose" || lower(k) == "whom" || lower(k) == "but")
        return k;
      if (is_temporal(k) && k > trigger + 1 && holds_verb(k + 1)) return k;
      if (is(k, Category::comma) && (begins_tail(k) || begins_absolute(k + 1))) return k;
      // "met and agreed to": another thing that they did.
      if (is(k, Category::conjunction) && k > trigger + 1 && !joins_pair(trigger, k) &&
          (is(k + 1, Category::finite) || begins_new_subject(k + 1)))
        return is(k - 1, Category::comma) ? k - 1 : k;
      if (introduces(k) && k > trigger + 1) return k;
    }
    return ceiling;
  }

  // Whether a clause with a verb of its own begins here: "after the president had left".
  bool holds_verb(std::size_t from) const {
    for (std::size_t k = from; k < from + 14 && k < sentence_.last; ++k) {
      if (is(k, Category::comma) || is(k, Category::conjunction)) return false;
      if (is(k, Category::finite)) return true;
    }
    return false;
  }

  // "with President Kovan doubling down", "with both sides saying"
  bool begins_absolute(std::size_t k) const {
    if (lower(k) != "with")
      return is(k, Category::participle) && !is_word(k, MeetingWord::hold) &&
             !lower(k).ends_with("ed");
    for (std::size_t n = k + 1; n < k + 8; ++n) {
      if (is(n, Category::participle)) return !lower(n).ends_with("ed");
      if (is(n, Category::comma) || is(n, Category::finite) || is(n, Category::preposition))
        return false;
    }
    return false;
  }

  // "between Ostria and Velmar"
  bool joins_pair(std::size_t trigger, std::size_t conjunction) const {
    for (std::size_t k = conjunction; k > trigger;) {
      --k;
      if (lower(k) == "between" || lower(k) == "both") return true;
      if (is(k, Category::conjunction)) return false;
    }
    return false;
  }

  // "and the ministers agreed"
  bool begins_new_subject(std::size_t k) const {
    const Range phrase = reading_.grammar().phrase_starting_at(k, sentence_.last);
    return phrase.size() > 0 &&
           (is(phrase.last, Category::finite) || is(phrase.last, Category::auxiliary));
  }

  // The verb whose object, or object of a preposition, the noun is.
  std::optional<std::size_t> governing_verb(const MeetingClause& clause) const {
    for (std::size_t k = clause.phrase_first; k > clause.first && clause.phrase_first - k < 14;) {
      --k;
      if (is(k, Category::comma)) return std::nullopt;
      // "the first result of four rounds" is about another thing; "six hours of talks" is not.
      if (lower(k) == "of" && !lexicon().is(before(k), WordClass::time) &&
          !before(k).ends_with("hours") && !before(k).ends_with("days") &&
          !before(k).ends_with("minutes"))
        return std::nullopt;
      if (is(k, Category::finite) || is(k, Category::base) || is(k, Category::participle)) return k;
      // "has had talks", "will have a meeting"
      if (is(k, Category::auxiliary) &&
          (lower(k) == "had" || lower(k) == "have" || lower(k) == "has") &&
          k + 4 > clause.phrase_first)
        return k;
    }
    return std::nullopt;
  }

  bool is_definite(const MeetingClause& clause) const {
    // "the two hours of talks"
    std::size_t first = clause.phrase_first;
    if (before(first) == "of" && first >= sentence_.first + 3 &&
        (lower(first - 2).ends_with("hours") || lower(first - 2).ends_with("days")))
      first = std::max(sentence_.first, first - 4);
    bool told = false;
    for (std::size_t k = first; k < clause.trigger; ++k) {
      const std::string_view word = lower(k);
      if (word == "the" || word == "this" || word == "these" || word == "those" || word == "that" ||
          word == "both" || word == "their" || word == "its")
        told = true;
      if (is(k, Category::possessive)) told = true;
      if (word == "next" || word == "last" || word == "previous" || word == "earlier" ||
          word == "new" || word == "another" || word == "further" || word == "first")
        return false;
    }
    return told;
  }

  const Reading& reading_;
  const Sentence& sentence_;
};

}  // namespace

std::optional<MeetingClause> meeting_clause(const Reading& reading, std::size_t token,
                                            const Sentence& sentence) {
  return ClauseFinder(reading, sentence).clause_at(token);
}

}  // namespace parley::record::internal
