#include "parley/record/meeting_status.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

// What a clause says of whether its meeting takes place.
class StatusReader {
 public:
  StatusReader(const Reading& reading, const MeetingClause& clause, const Sentence& sentence,
               bool ahead)
      : reading_(reading), clause_(clause), sentence_(sentence), ahead_(ahead) {}

  std::optional<MeetingStatus> status() const {
    if (clause_.kind == MeetingTrigger::await) return MeetingStatus::planned;
    if (clause_.kind == MeetingTrigger::spend) return MeetingStatus::held;
    if (clause_.kind == MeetingTrigger::verb) return of_verb(clause_.trigger);
    return of_noun();
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

  // "…, if the guns fall silent": what is said to be to come depends on something.
  bool has_condition() const {
    for (std::size_t k = sentence_.first; k < sentence_.last; ++k) {
      if (lower(k) == "if" || lower(k) == "unless" || lower(k) == "until" || lower(k) == "provided")
        return !reading_.words.quoted[k];
    }
    return false;
  }

  MeetingStatus to_come() const {
    return has_condition() ? MeetingStatus::possible : MeetingStatus::planned;
  }

  // By the auxiliaries before a verb, and what an infinitive hangs on.
  std::optional<MeetingStatus> of_verb(std::size_t verb) const {
    bool negated = false;
    bool past_not = false;
    for (std::size_t k = verb; k > sentence_.first && verb - k < 7;) {
      --k;
      const std::string_view word = lower(k);
      if (is(k, Category::negation)) {
        negated = true;
      } else if (word == "will" || word == "'ll" || word == "wo" || word == "shall") {
        if (!negated) return to_come();
        return ahead_ || clause_.kind == MeetingTrigger::noun
                   ? std::optional(MeetingStatus::cancelled)
                   : std::nullopt;
      } else if (word == "would" || word == "'d") {
        if (negated) return std::nullopt;
        return to_come();
      } else if (word == "could" || word == "may" || word == "might" || word == "can" ||
                 word == "should" || word == "must") {
        return negated ? std::nullopt : std::optional(MeetingStatus::possible);
      } else if (word == "did" || word == "has" || word == "have" || word == "had" ||
                 word == "do" || word == "does") {
        past_not = negated;
      } else if (is(k, Category::to)) {
        return of_infinitive(k, negated);
      } else if (!is(k, Category::auxiliary) && !is(k, Category::adverb) && word != "yet") {
        break;
      }
    }
    if (past_not || negated) {
      // "did not take place as planned": it was to be.
      return was_planned(verb) ? std::optional(MeetingStatus::cancelled) : std::nullopt;
    }
    return ahead_ ? MeetingStatus::planned : MeetingStatus::held;
  }

  bool was_planned(std::size_t verb) const {
    for (std::size_t k = sentence_.first; k < std::min(sentence_.last, verb + 12); ++k) {
      if (lower(k) == "planned" || lower(k) == "scheduled" || lower(k) == "due") return true;
    }
    return clause_.kind == MeetingTrigger::noun && ahead_;
  }

  std::optional<MeetingStatus> of_infinitive(std::size_t to, bool negated) const {
    for (std::size_t k = to; k > sentence_.first && to - k < 8;) {
      --k;
      if (is_word(k, MeetingWord::refused)) return std::nullopt;
      if (is(k, Category::negation)) negated = true;
      if (is_word(k, MeetingWord::cancelled)) return MeetingStatus::cancelled;
      if (is_word(k, MeetingWord::planned) || is(k, Category::auxiliary)) {
        if (negated) return std::nullopt;
        return MeetingStatus::planned;
      }
      if (is_word(k, MeetingWord::possible)) {
        if (negated) return std::nullopt;
        return MeetingStatus::possible;
      }
      if (is_word(k, MeetingWord::travel)) return of_verb(k);
      if (is(k, Category::finite)) break;
    }
    return negated ? std::nullopt : std::optional(MeetingStatus::possible);
  }

  std::optional<MeetingStatus> of_noun() const {
    // "Whether the next session takes place in Sill is not settled."
    if (lower(sentence_.first) == "whether") return MeetingStatus::possible;
    bool later = false;
    for (std::size_t k = clause_.phrase_first; k < clause_.trigger; ++k) {
      if (is_word(k, MeetingWord::cancelled)) return MeetingStatus::cancelled;
      if (lower(k) == "no") return std::nullopt;
      if (is_word(k, MeetingWord::possible)) return MeetingStatus::possible;
      if (is_word(k, MeetingWord::planned) || lower(k) == "future") later = true;
    }
    if (is_called_off()) return MeetingStatus::cancelled;
    if (const auto told = of_predicate()) return *told;
    if (clause_.verb) {
      const std::size_t verb = *clause_.verb;
      if (is_word(verb, MeetingWord::refused)) return std::nullopt;
      if (is_word(verb, MeetingWord::cancelled)) return MeetingStatus::cancelled;
      if (is_word(verb, MeetingWord::possible)) return MeetingStatus::possible;
      if (is_word(verb, MeetingWord::planned)) return MeetingStatus::planned;
      if (const auto wish = wish_before()) return wish;
      const auto told = of_verb(verb);
      if (told != MeetingStatus::held) return told;
    } else if (const auto wish = wish_before()) {
      return wish;
    }
    if (later || ahead_) return to_come();
    return MeetingStatus::held;
  }

  // "ready for talks", "a call for talks", "his readiness for a meeting"
  std::optional<MeetingStatus> wish_before() const {
    for (std::size_t k = clause_.phrase_first; k > clause_.first && clause_.phrase_first - k < 3;) {
      --k;
      if (is_word(k, MeetingWord::possible) && !is(k, Category::auxiliary))
        return MeetingStatus::possible;
      if (!is(k, Category::preposition) && !is(k, Category::determiner)) break;
    }
    return std::nullopt;
  }

  // The verb stands behind the noun: "has been scrapped", "was called off", "did not take place".
  bool is_called_off() const {
    const std::size_t end = std::min(sentence_.last, clause_.trigger + 26);
    for (std::size_t k = clause_.trigger + 1; k < end; ++k) {
      if (lower(k) == "which" || lower(k) == "who" || is(k, Category::colon)) continue;
      // "did not take place", "will not go ahead"
      if (is(k, Category::negation) && k > clause_.trigger + 1 && is(k - 1, Category::auxiliary) &&
          ((lower(k + 1) == "take" && lower(k + 2) == "place") || lower(k + 1) == "happen" ||
           (lower(k + 1) == "go" && lower(k + 2) == "ahead") ||
           (lower(k + 1) == "be" && lower(k + 2) == "held")))
        return true;
      // "was put on hold", "remain on hold", "remains frozen"
      if (lower(k) == "hold" && k > clause_.trigger + 1 && lower(k - 1) == "on") return true;
      if (is_word(k, MeetingWord::cancelled) && lower(k - 1).starts_with("remain")) return true;
      const bool off = (lower(k) == "called" || lower(k) == "put") && lower(k + 1) == "off";
      const bool passive = is_word(k, MeetingWord::cancelled) || off || lower(k) == "off";
      if (!passive) continue;
      for (std::size_t n = k; n > clause_.trigger && k - n < 5;) {
        --n;
        if (is(n, Category::auxiliary)) return true;
        if (!is(n, Category::adverb)) break;
      }
    }
    return false;
  }

  std::size_t next_comma(std::size_t from) const {
    while (from < sentence_.last && !is(from, Category::comma)) ++from;
    return from;
  }

  // What the verb behind the noun says: nothing when none is in reach.
  std::optional<std::optional<MeetingStatus>> of_predicate() const {
    for (std::size_t k = clause_.trigger + 1; k < clause_.last; ++k) {
      const std::string_view word = lower(k);
      if (is(k, Category::comma) &&
          (is(k + 1, Category::relative) || is(k + 2, Category::relative))) {
        const std::size_t close = next_comma(k + 1);
        if (close < clause_.last) k = close;
        continue;
      }
      if (is(k, Category::time)) continue;  // "on May 2"
      if (word == "will" || word == "shall" || word == "would") {
        const bool not_held = is(k + 1, Category::negation);
        if (not_held) return std::optional(MeetingStatus::cancelled);
        if (word == "would" && lower(k + 1) == "depend")
          return std::optional(MeetingStatus::possible);
        return std::optional(to_come());
      }
      if (word == "could" || word == "may" || word == "might" || word == "possible" ||
          word == "likely")
        return std::optional(MeetingStatus::possible);
      if (word == "hopes" || word == "wants" || word == "proposed")
        return std::optional(MeetingStatus::possible);
      if ((word == "due" || word == "scheduled" || word == "planned" || word == "set" ||
           word == "slated" || word == "pencilled" || word == "expected") &&
          (lower(k + 1) == "for" || lower(k + 1) == "to" || lower(k + 1) == "on" ||
           lower(k + 1) == "in"))
        return std::optional(MeetingStatus::planned);
      if (is(k, Category::to) && lower(k + 1) == "be") return std::optional(MeetingStatus::planned);
      if (is(k, Category::auxiliary) && is(k + 1, Category::negation))
        return std::optional<MeetingStatus>(was_planned(k) ? std::optional(MeetingStatus::cancelled)
                                                           : std::nullopt);
      if (is(k, Category::finite)) return std::optional(ahead_ ? to_come() : MeetingStatus::held);
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const MeetingClause& clause_;
  const Sentence& sentence_;
  bool ahead_;
};

}  // namespace

std::optional<MeetingStatus> meeting_status(const Reading& reading, const MeetingClause& clause,
                                            const Sentence& sentence, bool ahead) {
  return StatusReader(reading, clause, sentence, ahead).status();
}

}  // namespace parley::record::internal
