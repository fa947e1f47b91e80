#include "parley/record/meeting_details.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

class Details {
 public:
  Details(const Reading& reading, const MeetingClause& clause)
      : reading_(reading), clause_(clause) {}

  std::vector<std::size_t> participants() const {
    std::vector<std::size_t> figures;
    const auto add = [&](std::size_t figure) {
      if (std::find(figures.begin(), figures.end(), figure) == figures.end())
        figures.push_back(figure);
    };
    // "He met …", "She expressed readiness to meet …"
    if (clause_.verb && (clause_.kind != MeetingTrigger::noun || takes_part_by_verb())) {
      if (const auto subject =
              reading_.grammar().subject_of(*clause_.verb, clause_.first, clause_.last)) {
        if (is(subject->first, Category::pronoun)) {
          if (const auto figure = reading_.figure_of(*subject)) add(*figure);
        }
      }
    }
    for (std::size_t k = clause_.first; k < clause_.last; ++k) {
      if (reading_.words.quoted[k]) continue;
      if (!reading_.cast.at[k]) {
        for (const std::size_t figure : joined_by_hyphens(k)) add(figure);
        if (const auto holder = holder_at(k)) add(*holder);
        continue;
      }
      const Mention& mention = mention_at(k);
      if (takes_part(mention)) {
        // "Kovan's envoy met …": Kovan's side, not Kovan.
        const auto& side = reading_.cast.figures[mention.figure].side;
        const bool possessor = is(mention.tokens.last, Category::possessive);
        if (!possessor || !side) add(mention.figure);
        if (possessor && side) add(*side);
      }
      k = mention.tokens.last - 1;
    }
    return figures;
  }

  std::string place() const {
    for (std::size_t k = clause_.trigger + 1; k < clause_.last && k < clause_.trigger + 24; ++k) {
      if (std::string found = place_after(k); !found.empty()) return found;
    }
    // Before the trigger only what the clause opens with, or where its people went.
    for (std::size_t k = clause_.trigger; k > clause_.first;) {
      --k;
      const bool opens = k == clause_.first || is(k - 1, Category::time);
      if (!opens && !goes_to(k) && lower(k) != "in") continue;
      if (lower(k) == "in" && !opens && !attaches(k)) continue;
      if (std::string found = place_after(k); !found.empty()) return found;
    }
    // "the Port Sill talks"
    if (clause_.kind == MeetingTrigger::noun && clause_.trigger > clause_.phrase_first &&
        reading_.cast.at[clause_.trigger - 1]) {
      const Mention& mention = mention_at(clause_.trigger - 1);
      if (mention.use == NameUse::metonym)
        return std::string(reading_.text(mention.tokens.first, mention.tokens.last));
    }
    return {};
  }

  std::string outcome(const Sentence& sentence) const {
    const std::size_t ceiling = std::min(sentence.last, clause_.trigger + 60);
    for (std::size_t k = std::max(clause_.first, sentence.first); k < ceiling; ++k) {
      if (reading_.words.quoted[k] || !begins_outcome(k)) continue;
      std::size_t end = k + 1;
      while (end < ceiling && !ends_outcome(end, k)) ++end;
      while (end > k + 1 && (is(end - 1, Category::comma) || is(end - 1, Category::conjunction) ||
                             is(end - 1, Category::preposition)))
        --end;
      if (end > k + 1) return std::string(reading_.text(k, end));
    }
    return {};
  }

  bool is_near(std::size_t token) const {
    const std::size_t far =
        token > clause_.trigger ? token - clause_.trigger : clause_.trigger - token;
    return far <= 24;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < reading_.words.tokens.size() ? reading_.token(i).lower : std::string_view();
  }
  bool is(std::size_t i, Category category) const { return reading_.grammar().is(i, category); }
  const Mention& mention_at(std::size_t i) const {
    return reading_.cast.mentions[*reading_.cast.at[i]];
  }
  bool is_group_word(std::size_t i) const {
    if (is_meeting_word(lower(i), MeetingWord::group)) return true;
    const auto role = lexicon().roles().match(
        [&](std::size_t k) { return k == 0 ? lower(i) : std::string_view(); });
    return static_cast<bool>(role);
  }

  // The subject of the verb over the noun is at the table: "held talks", "agreed to a meeting".
  bool takes_part_by_verb() const {
    if (!clause_.verb) return true;
    const std::string_view verb = lower(*clause_.verb);
    return is_meeting_word(verb, MeetingWord::hold) ||
           is_meeting_word(verb, MeetingWord::planned) ||
           is_meeting_word(verb, MeetingWord::travel) || verb == "left" || verb == "leave" ||
           is_meeting_word(verb, MeetingWord::meet) || has_counterpart();
  }

  // "proposed talks with Ostria"
  bool has_counterpart() const {
    return lower(clause_.trigger + 1) == "with" || lower(clause_.trigger + 2) == "with";
  }

  // "the envoy", "her foreign minister": who holds that office in this report, where a name would
  // take part.
  std::optional<std::size_t> holder_at(std::size_t k) const {
    if (lower(k) != "the" || k == clause_.phrase_first) return std::nullopt;
    const Range phrase = reading_.grammar().phrase_starting_at(k, clause_.last);
    if (phrase.size() < 2 || phrase.size() > 4 || phrase.last > clause_.last) return std::nullopt;
    for (std::size_t n = phrase.first; n < phrase.last; ++n) {
      if (reading_.cast.at[n]) return std::nullopt;
    }
    const auto figure = reading_.cast.figure_of(reading_.grammar(), phrase);
    if (!figure || lower(phrase.last) == "of" || lower(phrase.last) == "'s") return std::nullopt;
    Mention stands_for;
    stands_for.tokens = phrase;
    stands_for.figure = *figure;
    return takes_part(stands_for) ? figure : std::nullopt;
  }

  bool takes_part(const Mention& mention) const {
    const std::size_t first = mention.tokens.first;
    if (is_absolute(mention)) return false;
    // The adjective and the name of the noun phrase itself: "Ostrian-led talks" aside, "the Velmar
    // talks" are not said to be with Velmar when it is a seat of government.
    const bool premodifier = clause_.kind == MeetingTrigger::noun &&
                             first >= clause_.phrase_first && first < clause_.trigger;
    if (premodifier && mention.use == NameUse::metonym) return false;
    const auto link = link_of(first);
    if (link) return is_link_to_people(*link, mention);
    // The clause's subject, or what follows "met".
    if (first < clause_.trigger) {
      if (premodifier) return true;
      return clause_.kind != MeetingTrigger::noun || takes_part_by_verb();
    }
    return clause_.kind == MeetingTrigger::verb && !has_verb_between(clause_.trigger, first);
  }

  bool has_verb_between(std::size_t from, std::size_t to) const {
    for (std::size_t k = from + 1; k < to; ++k) {
      if (is(k, Category::finite) || is(k, Category::base) || is(k, Category::participle))
        return true;
    }
    return false;
  }

  // "with President Kovan doubling down on threats"
  bool is_absolute(const Mention& mention) const {
    const std::size_t next = mention.tokens.last;
    return mention.tokens.first > clause_.trigger && is(next, Category::participle) &&
           lower(next).ends_with("ing");
  }

  // The preposition that a name hangs on: past its titles, adjectives and the names before it in a
  // list; nothing when a verb or the clause's beginning comes first.
  std::optional<std::size_t> link_of(std::size_t at) const {
    for (std::size_t k = at; k > clause_.first && at - k < 26;) {
      --k;
      if (k == clause_.trigger) return std::nullopt;
      if (is(k, Category::preposition) || is(k, Category::to)) return k;
      if (is(k, Category::finite) || is(k, Category::auxiliary) || is(k, Category::base) ||
          is(k, Category::time))
        return std::nullopt;
      if (is(k, Category::participle) && !is(k - 1, Category::determiner)) return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_link_to_people(std::size_t link, const Mention& mention) const {
    const std::string_view word = lower(link);
    const std::string_view before = link > clause_.first ? lower(link - 1) : std::string_view();
    const bool place_name = mention.use == NameUse::metonym;
    if (word == "between" || word == "among" || word == "including") return true;
    if (word == "with") return !place_name || clause_.kind == MeetingTrigger::noun;
    if (word == "by") return is_meeting_word(before, MeetingWord::present) && !place_name;
    if (word == "of" || word == "from" || word == "for") {
      if (link == 0 || link - 1 == clause_.trigger) return word == "of" && !place_name;
      // "officials from Ostria", "the leaders of Ostria": as who they are of takes part.
      if (!is_group_word(link - 1) && !reading_.cast.at[link - 1]) {
        // "delegations led by", "teams of negotiators of": one noun further.
        return false;
      }
      const auto outer = link_of(link - 1);
      if (outer) {
        const std::string_view over = lower(*outer);
        return over == "between" || over == "among" || over == "with" || over == "including" ||
               (over == "of" && *outer > 0 && *outer - 1 == clause_.trigger) ||
               (over == "by" && is_meeting_word(lower(*outer - 1), MeetingWord::present));
      }
      return link < clause_.trigger ? clause_.kind != MeetingTrigger::noun || takes_part_by_verb()
                                    : clause_.kind == MeetingTrigger::verb;
    }
    return false;
  }

  // "Ostrian-Velmari talks", "a Kovan-Marek meeting", "Ostria-led talks".
  std::vector<std::size_t> joined_by_hyphens(std::size_t token) const {
    std::vector<std::size_t> figures;
    const bool before_noun = clause_.kind == MeetingTrigger::noun &&
                             token >= clause_.phrase_first && token < clause_.trigger;
    if (!before_noun) return figures;
    const std::string_view text = reading_.token(token).text;
    if (text.find('-') == std::string_view::npos && text.find("\u2013") == std::string_view::npos)
      return figures;
    std::string plain(text);
    for (std::size_t at = plain.find("\u2013"); at != std::string::npos; at = plain.find("\u2013"))
      plain.replace(at, 3, "-");
    for (const std::string_view part : split(plain, '-')) {
      if (const auto figure = figure_called(part)) figures.push_back(*figure);
    }
    return figures;
  }

  std::optional<std::size_t> figure_called(std::string_view word) const {
    if (word.size() < 2) return std::nullopt;
    const auto known = lexicon().gazetteer().match(
        [&](std::size_t k) { return k == 0 ? word : std::string_view(); });
    const auto& figures = reading_.cast.figures;
    for (std::size_t f = 0; f < figures.size() && f < 2000; ++f) {
      const std::string& name = figures[f].name;
      if (known && known.value->use != NameUse::metonym ? name == known.value->actor : name == word)
        return f;
      if (figures[f].kind == ActorKind::person && name.size() > word.size() + 1 &&
          name.ends_with(word) && name[name.size() - word.size() - 1] == ' ')
        return f;
    }
    return std::nullopt;
  }

  // Whether "in" at a token hangs on the meeting: not on "the war", "a ceasefire".
  bool attaches(std::size_t k) const {
    if (k == 0) return true;
    const std::size_t before = k - 1;
    if (before == clause_.trigger || is(before, Category::time) || is(before, Category::comma) ||
        is(before, Category::finite) || is(before, Category::participle) ||
        is(before, Category::base) || is(before, Category::adverb) || is(before, Category::name) ||
        is(before, Category::pronoun) || is(before, Category::number) || reading_.cast.at[before])
      return true;
    if (lower(before) == "place" || lower(before) == "other" || lower(before) == "together" ||
        is_group_word(before) || is_meeting_word(lower(before), MeetingWord::noun))
      return true;
    const std::string_view word = lower(before);
    return word.ends_with("hours") || word.ends_with("days") || word.ends_with("minutes") ||
           word == "weeks" || word == "phone" || word == "reporters" || begins_place(before);
  }

  // A noun that is itself said to be where: "in the buffer zone in Sill".
  bool begins_place(std::size_t noun) const {
    for (std::size_t k = noun; k > clause_.first && noun - k < 4;) {
      --k;
      if (lower(k) == "in" || lower(k) == "at") return k == 0 || attaches(k);
      if (!is(k, Category::determiner) && !is(k, Category::noun) && !is(k, Category::adjective))
        return false;
    }
    return false;
  }

  // "travelled to Sill", "leave for Sill"
  bool goes_to(std::size_t k) const {
    if (k == 0) return false;
    const std::string_view verb = lower(k - 1);
    if (lower(k) == "to") return is_meeting_word(verb, MeetingWord::travel);
    return lower(k) == "for" &&
           (verb == "leave" || verb == "left" || verb == "leaves" || verb == "leaving");
  }

  // "in the port of Sill", "in Sill", "at Sill House", "aboard the ferry Aurora".
  std::string place_after(std::size_t k) const {
    const std::string_view word = lower(k);
    const bool ahead = k > clause_.trigger;
    const bool went = goes_to(k);
    const bool aboard = word == "aboard" || (word == "board" && lower(k - 1) == "on") ||
                        (word == "on" && lower(k + 1) == "the" && lower(k + 2) == "ferry");
    if (word != "in" && word != "at" && !went && !aboard) return {};
    if (!went && !aboard && ahead && !attaches(k)) return {};
    std::size_t begin = k + 1;
    const std::size_t end = std::min(clause_.last, k + 9);
    while (begin < end && !reading_.token(begin).is_capital &&
           (is(begin, Category::determiner) || is(begin, Category::noun) ||
            is(begin, Category::adjective) || lower(begin) == "of"))
      ++begin;
    if (begin > k + 1 && begin < end) {
      const std::string_view before = lower(begin - 1);
      const bool holds = before == "of" || before == "the" || aboard || before == "city" ||
                         before == "port" || before == "town" || before == "village" ||
                         before == "resort" || before == "capital" || before == "neutral" ||
                         before == "nearby";
      if (!holds) return {};
    }
    std::size_t stop = begin;
    while (stop < end && reading_.token(stop).is_capital &&
           reading_.token(stop).kind == TokenKind::word && !is(stop, Category::time))
      ++stop;
    if (stop == begin) return {};
    if (reading_.cast.at[begin]) {
      const Mention& mention = mention_at(begin);
      const ActorKind kind = reading_.cast.figures[mention.figure].kind;
      if (kind == ActorKind::person || kind == ActorKind::group) return {};
      if (kind == ActorKind::organisation && mention.use != NameUse::metonym && word != "at")
        return {};
      if (mention.use == NameUse::adjective) return {};
      stop = std::max(stop, mention.tokens.last);
    }
    return std::string(reading_.text(begin, stop));
  }

  bool begins_outcome(std::size_t k) const {
    const std::string_view word = lower(k);
    const std::string_view next = lower(k + 1);
    const auto is_result = [](std::string_view noun) {
      return noun == "breakthrough" || noun == "agreement" || noun == "deal" ||
             noun == "progress" || noun == "result" || noun == "results" || noun == "accord" ||
             noun == "compromise" || noun == "stalemate" || noun == "deadlock";
    };
    if (word == "without") {
      for (std::size_t n = k + 1; n < k + 6; ++n) {
        if (is_result(lower(n)) || lower(n) == "agreeing" || lower(n) == "reaching") return true;
      }
      return false;
    }
    if ((word == "failed" || word == "fails") && next == "to") return lower(k + 2) != "meet";
    if ((word == "ended" || word == "concluded" || word == "resulted") &&
        (next == "in" || next == "with")) {
      // "ended in the capital" is where.
      const std::size_t noun = k + 2;
      if (next == "with") return true;
      for (std::size_t n = noun; n < noun + 5; ++n) {
        if (is_result(lower(n)) || lower(n) == "failure" || lower(n) == "discord") return true;
      }
      return false;
    }
    if (word == "no") {
      return is_result(next) || is_result(lower(k + 2));
    }
    if (word == "collapsed" ||
        (word == "broke" && (next == "up" || next == "down" || next == "off")))
      return k > clause_.trigger;
    if (is(k, Category::finite) && k > clause_.trigger) {
      if (word == "agreed") return next == "to" || next == "on" || next == "that" || next == "a";
      if (word == "produced" || word == "yielded" || word == "brought") {
        for (std::size_t n = k + 1; n < k + 5; ++n) {
          if (is_result(lower(n))) return true;
        }
      }
    }
    return false;
  }

  bool ends_outcome(std::size_t k, std::size_t begin) const {
    if (is(k, Category::stop) || is(k, Category::colon) || is(k, Category::dash) ||
        is(k, Category::quoted) || is(k, Category::relative) || is(k, Category::bracket))
      return true;
    if (is(k, Category::subordinator) && lower(k) != "that" && lower(k) != "whether") return true;
    if (is(k, Category::comma)) return true;
    return lower(k) == "but" && k > begin + 1;
  }

  const Reading& reading_;
  const MeetingClause& clause_;
};

template <class Item>
std::pair<const Item*, const Item*> within(const std::vector<Item>& items, std::size_t first,
                                           std::size_t last) {
  const auto starts_before = [](const Item& item, std::size_t at) {
    return item.tokens.first < at;
  };
  const auto from = std::lower_bound(items.begin(), items.end(), first, starts_before);
  const auto to = std::lower_bound(from, items.end(), last, starts_before);
  return {items.data() + (from - items.begin()), items.data() + (to - items.begin())};
}

// "for the first time since the August truce": not when they meet.
bool dates_something_else(std::size_t time, const MeetingClause& clause, const Reading& reading) {
  constexpr std::size_t kBefore = 3;  // tokens from "since" to the time
  for (std::size_t k = time; k > clause.first && time - k < kBefore; --k) {
    if (reading.token(k - 1).lower == "since") return true;
  }
  return false;
}

// "since the attack of 7 October": the day is the attack's, not the meeting's.
bool is_day_of_attack(std::size_t time, const MeetingClause& clause, const Reading& reading) {
  constexpr std::size_t kBefore = 5;  // tokens from the word to its day
  for (std::size_t k = time; k > clause.first && time - k < kBefore; --k) {
    if (k - 1 == clause.trigger) return false;
    if (is_meeting_word(reading.token(k - 1).lower, MeetingWord::attack)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> participants_of(const Reading& reading, const MeetingClause& clause) {
  return Details(reading, clause).participants();
}

std::string place_of(const Reading& reading, const MeetingClause& clause) {
  return Details(reading, clause).place();
}

const FoundTime* time_of(const MeetingClause& clause, const std::vector<FoundTime>& times,
                         const Reading& reading) {
  const Details details(reading, clause);
  const FoundTime* before = nullptr;
  const auto [from, to] = within(times, clause.first, clause.last);
  for (const FoundTime* time = from; time != to; ++time) {
    if (time->time.value.size() < 7 || !details.is_near(time->tokens.first)) continue;
    if (dates_something_else(time->tokens.first, clause, reading)) continue;
    const std::string_view word =
        time->tokens.first > clause.first ? reading.token(time->tokens.first - 1).lower : "";
    if (word == "since" || word == "until" || word == "till") continue;
    if (is_day_of_attack(time->tokens.first, clause, reading)) continue;
    if (time->tokens.first > clause.trigger) return time;
    before = time;
  }
  return before;
}

const FoundQuantity* length_of(const MeetingClause& clause,
                               const std::vector<FoundQuantity>& quantities,
                               const Reading& reading) {
  const auto [from, to] = within(quantities, clause.first, clause.last);
  const auto lower = [&](std::size_t i) { return reading.token(i).lower; };
  const auto is_one_of = [](std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  for (const FoundQuantity* each = from; each != to; ++each) {
    const Quantity& quantity = each->quantity;
    if (quantity.kind != QuantityKind::duration ||
        !is_one_of(quantity.unit, {"hours", "minutes", "days"}))
      continue;
    const std::size_t first = each->tokens.first;
    const std::size_t last = each->tokens.last;
    // "two days of talks", "a three-hour meeting"
    if (last < clause.last && lower(last) == "of" && last + 4 > clause.trigger &&
        clause.trigger > last)
      return each;
    if (first >= clause.phrase_first && first < clause.trigger) return each;
    for (std::size_t k = first; k > clause.first && first - k < 4;) {
      --k;
      if (is_one_of(lower(k), {"lasted", "lasting", "spent", "took", "ran"})) return each;
      // "met for two hours", "ended after two hours", "40 minutes into the session"
      if (is_one_of(lower(k), {"for", "after"}) && first > clause.trigger &&
          !reading.grammar().is(last, Category::noun))
        return each;
    }
    if (last < clause.last && lower(last) == "into") return each;
  }
  return nullptr;
}

std::string outcome_of(const Reading& reading, const MeetingClause& clause,
                       const Sentence& sentence) {
  return Details(reading, clause).outcome(sentence);
}

}  // namespace parley::record::internal
