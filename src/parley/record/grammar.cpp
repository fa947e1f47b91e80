#include "parley/record/grammar.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 90;  // tokens that a search looks at
constexpr int kMaxDepth = 4;

Category punctuation(const Token& token) {
  if (token.text == ",") return Category::comma;
  if (token.text == ":" || token.text == ";") return Category::colon;
  if (token.text.front() == '-' || token.text == "\u2014" || token.text == "\u2013" ||
      token.text == "\u2015") {
    return Category::dash;
  }
  if (token.text.front() == '.' || token.text == "!" || token.text == "?" || token.text == "\u2026")
    return Category::stop;
  if (token.text == "(" || token.text == ")" || token.text == "[" || token.text == "]")
    return Category::bracket;
  return Category::other;
}

// Words that mean the same to both readings, because they belong to closed classes.
std::optional<Category> closed_class(const Words& words, std::size_t i) {
  const Token& token = words.tokens[i];
  if (words.quoted[i]) return Category::quoted;
  if (token.kind == TokenKind::number) return Category::number;
  if (token.kind != TokenKind::word) return punctuation(token);
  if (token.lower == "'s") {
    // "he's", "that's" hold a verb; after a noun it is the genitive.
    const bool verb =
        i > 0 && (lexicon().is(words.tokens[i - 1].lower, WordClass::pronoun) ||
                  words.tokens[i - 1].lower == "there" || words.tokens[i - 1].lower == "that");
    return verb ? Category::auxiliary : Category::possessive;
  }
  if (token.lower == "to") return Category::to;
  const Lexicon& list = lexicon();
  if (list.is(token.lower, WordClass::time)) {
    // "may" and "march" are names of months only with a capital.
    const bool ambiguous = token.lower == "may" || token.lower == "march";
    if (!ambiguous || (token.is_capital && i > 0 && words.tokens[i - 1].lower != "."))
      return Category::time;
  }
  if (list.is(token.lower, WordClass::negation))
    return token.lower == "no" ? Category::determiner : Category::negation;
  if (list.is(token.lower, WordClass::auxiliary)) return Category::auxiliary;
  if (list.is(token.lower, WordClass::relative)) return Category::relative;
  if (list.is(token.lower, WordClass::conjunction)) return Category::conjunction;
  return std::nullopt;
}

bool starts_clause(const Words& words, std::size_t i) {
  // After "since", "as", "before": a clause when a subject pronoun or a name and soon a verb
  // follow.
  if (i + 1 >= words.tokens.size()) return false;
  const std::string_view next = words.tokens[i + 1].lower;
  return next == "he" || next == "she" || next == "they" || next == "we" || next == "i" ||
         next == "it";
}

}  // namespace

Grammar Grammar::by_lexicon(const Words& words) {
  Grammar grammar(words);
  const Lexicon& list = lexicon();
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    const Token& token = words.tokens[i];
    Category& category = grammar.categories_[i];
    if (const auto closed = closed_class(words, i)) {
      category = *closed;
      continue;
    }
    const bool starts =
        i == 0 || grammar.is(i - 1, Category::stop) || grammar.is(i - 1, Category::quoted);
    const Category before = i > 0 ? grammar.at(i - 1) : Category::stop;
    const bool after_modifier = before == Category::determiner || before == Category::adjective ||
                                before == Category::possessive || before == Category::number;
    const auto cue = list.cue(token.lower);
    if (list.is(token.lower, WordClass::pronoun)) {
      category = Category::pronoun;
    } else if (list.is(token.lower, WordClass::determiner)) {
      category = token.lower == "that" && !starts ? Category::subordinator : Category::determiner;
    } else if (list.is(token.lower, WordClass::subordinator) &&
               (!list.is(token.lower, WordClass::preposition) || starts_clause(words, i))) {
      category = Category::subordinator;
    } else if (list.is(token.lower, WordClass::preposition)) {
      category = Category::preposition;
    } else if (list.is(token.lower, WordClass::adverb) ||
               (token.lower.size() > 4 && token.lower.ends_with("ly") && !token.is_capital)) {
      category = Category::adverb;
    } else if (token.is_capital && !starts) {
      category = Category::name;
    } else if (list.is(token.lower, WordClass::noun) &&
               !(before == Category::name || before == Category::pronoun)) {
      category = Category::noun;
    } else if (before == Category::to && (cue || list.is(token.lower, WordClass::verb))) {
      category = Category::base;
    } else if (token.lower.ends_with("ing") && !after_modifier && !token.is_capital) {
      category = Category::participle;
    } else if (cue && !after_modifier && before != Category::preposition) {
      const bool base =
          cue->form == VerbForm::base && (before == Category::auxiliary || before == Category::to);
      category = base ? Category::base : Category::finite;
    } else if (list.is(token.lower, WordClass::verb) && !after_modifier) {
      category = Category::finite;
    } else if (token.lower.ends_with("ed") && token.lower.size() > 4 && !after_modifier) {
      category = before == Category::noun || before == Category::name ||
                         before == Category::pronoun || before == Category::auxiliary ||
                         before == Category::adverb || before == Category::relative ||
                         before == Category::conjunction
                     ? Category::finite
                     : Category::participle;
    } else {
      category = token.is_capital ? Category::name : Category::noun;
    }
  }
  return grammar;
}

Grammar Grammar::by_tags(const Words& words) {
  Grammar grammar(words);
  const Lexicon& list = lexicon();
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    const Token& token = words.tokens[i];
    Category& category = grammar.categories_[i];
    if (const auto closed = closed_class(words, i)) {
      category = *closed;
      continue;
    }
    const Category before = i > 0 ? grammar.at(i - 1) : Category::stop;
    switch (token.tag) {
      case Tag::NN:
      case Tag::NNS:
        category = Category::noun;
        break;
      case Tag::NNP:
      case Tag::NNPS:
        category = Category::name;
        break;
      case Tag::PRP:
      case Tag::EX:
        category = Category::pronoun;
        break;
      case Tag::PRP_possessive:
      case Tag::DT:
      case Tag::PDT:
        category = Category::determiner;
        break;
      case Tag::JJ:
      case Tag::JJR:
      case Tag::JJS:
        category = Category::adjective;
        break;
      case Tag::CD:
        category = Category::number;
        break;
      case Tag::VBD:
      case Tag::VBP:
      case Tag::VBZ:
        category = Category::finite;
        break;
      case Tag::VBN:
        // With an auxiliary in reach the participle carries a finite verb group.
        category = before == Category::auxiliary || before == Category::adverb ||
                           before == Category::negation
                       ? Category::finite
                       : Category::participle;
        break;
      case Tag::VBG:
        category = before == Category::auxiliary ? Category::finite : Category::participle;
        break;
      case Tag::VB:
        category = before == Category::auxiliary || before == Category::adverb ||
                           before == Category::negation
                       ? Category::finite
                       : Category::base;
        break;
      case Tag::MD:
        category = Category::auxiliary;
        break;
      case Tag::RB:
      case Tag::RBR:
      case Tag::RBS:
      case Tag::RP:
        category = Category::adverb;
        break;
      case Tag::WDT:
      case Tag::WP:
      case Tag::WP_possessive:
        category = Category::relative;
        break;
      case Tag::WRB:
        category = Category::subordinator;
        break;
      case Tag::IN:
        category =
            list.is(token.lower, WordClass::subordinator) &&
                    (!list.is(token.lower, WordClass::preposition) || starts_clause(words, i))
                ? Category::subordinator
                : Category::preposition;
        break;
      case Tag::CC:
        category = Category::conjunction;
        break;
      case Tag::POS:
        category = Category::possessive;
        break;
      default:
        category = Category::other;
        break;
    }
    // A word that no verb can be by its capital, such as "Post", and nouns that look like verbs.
    const bool verb = category == Category::finite || category == Category::participle ||
                      category == Category::base;
    if (verb && token.is_capital && before != Category::stop && before != Category::quoted &&
        before != Category::conjunction && i > 0) {
      category = Category::name;
    }
  }
  return grammar;
}

bool Grammar::is_head(std::size_t i) const {
  const Category category = at(i);
  return category == Category::noun || category == Category::name ||
         category == Category::pronoun || category == Category::number;
}

bool Grammar::is_in_phrase(std::size_t i) const {
  const Category category = at(i);
  return is_head(i) || category == Category::determiner || category == Category::adjective ||
         category == Category::possessive;
}

Range Grammar::phrase_ending_at(std::size_t i, std::size_t floor) const {
  if (!is_head(i)) return {i, i};
  if (is(i, Category::pronoun)) return {i, i + 1};
  std::size_t first = i;
  while (first > floor) {
    const std::size_t before = first - 1;
    if (is(before, Category::pronoun)) break;
    if (is_in_phrase(before)) {
      first = before;
      if (is(before, Category::determiner)) {
        if (before == floor || !is_in_phrase(before - 1)) break;
      }
    } else if (is(before, Category::conjunction) && before > floor &&
               is(before - 1, Category::name) && is(first, Category::name)) {
      first = before - 1;  // "Marek and Halvik"
    } else if (is(before, Category::participle) && before > floor &&
               (is(before - 1, Category::determiner) || is(before - 1, Category::possessive))) {
      first = before;
    } else {
      break;
    }
  }
  return {first, i + 1};
}

Range Grammar::phrase_starting_at(std::size_t i, std::size_t ceiling) const {
  if (i >= ceiling) return {i, i};
  if (is(i, Category::pronoun)) return {i, i + 1};
  std::size_t head_end = i;
  std::size_t at = i;
  while (at < ceiling && at < i + 14) {
    if (is(at, Category::pronoun) && at > i) break;
    if (is_in_phrase(at)) {
      if (is_head(at)) head_end = at + 1;
    } else if (is(at, Category::conjunction) && head_end == at && at + 1 < ceiling &&
               is(at + 1, Category::name) && is(at - 1, Category::name)) {
      // "Marek and Halvik"
    } else if (is(at, Category::participle) && head_end <= at && at + 1 < ceiling &&
               is_in_phrase(at + 1)) {
      // "the outgoing chairman"
    } else if (is(at, Category::adverb) && head_end == i && at == i) {
    } else {
      break;
    }
    ++at;
  }
  return {i, head_end};
}

std::optional<std::size_t> Grammar::finite_before(std::size_t i, std::size_t floor) const {
  std::size_t steps = 0;
  while (i > floor && steps++ < kReach) {
    --i;
    if (is(i, Category::finite)) return i;
    if (is(i, Category::auxiliary)) return i;
  }
  return std::nullopt;
}

std::optional<Range> Grammar::subject_of(std::size_t verb, std::size_t floor,
                                         std::size_t ceiling) const {
  return subject_from(verb, std::max(floor, verb > kReach ? verb - kReach : 0), ceiling, 0);
}

// The nearest sure verb of saying before a token.
std::optional<std::size_t> Grammar::cue_before(std::size_t i, std::size_t floor) const {
  for (std::size_t steps = 0; i > floor && steps < kReach; ++steps) {
    --i;
    if (!is(i, Category::finite)) continue;
    const auto cue = lexicon().cue(token(i).lower);
    if (cue && cue->verb->kind != CueClass::mental && cue->verb->kind != CueClass::expression)
      return i;
  }
  return std::nullopt;
}

bool Grammar::is_embedded(Range subject, std::size_t floor) const {
  if (is(subject.last - 1, Category::relative)) return true;
  std::size_t before = subject.first;
  while (before > floor && is(before - 1, Category::adverb)) --before;
  if (before == floor) return false;
  --before;
  if (is(before, Category::subordinator) || is(before, Category::relative)) return true;
  return is(before, Category::finite) || is(before, Category::participle);
}

std::optional<Range> Grammar::main_subject(std::size_t verb, std::size_t floor, std::size_t ceiling,
                                           int depth) const {
  // The nearest verb before that stands in no clause of its own: "Marek said that Ada stayed,
  // adding".
  std::optional<Range> nearest;
  std::size_t from = verb;
  for (int tries = 0; tries < 4; ++tries) {
    const auto governing = finite_before(from, floor);
    if (!governing) break;
    const auto subject = subject_from(*governing, floor, ceiling, depth + 1);
    from = *governing;
    if (!subject) continue;
    if (!nearest) nearest = subject;
    if (subject->first == floor) return subject;
    if (!is_embedded(*subject, floor)) return subject;
  }
  if (nearest) return nearest;
  // At the start of a sentence: "While praising the guard, Marek left".
  std::size_t i = verb;
  std::size_t steps = 0;
  while (i < ceiling && !is(i, Category::comma) && steps++ < kReach) {
    if (is(i, Category::quoted) && i + 1 < ceiling && !is(i + 1, Category::quoted)) break;
    ++i;
  }
  if (i < ceiling && is(i, Category::quoted)) ++i;
  while (i < ceiling && !is(i, Category::finite) && !is(i, Category::auxiliary) &&
         steps++ < kReach) {
    if (!is(i, Category::comma)) {
      const Range phrase = phrase_starting_at(i, ceiling);
      if (phrase.size() > 0 && !is(i, Category::time)) return phrase;
    }
    ++i;
  }
  return std::nullopt;
}

std::optional<Range> Grammar::subject_from(std::size_t verb, std::size_t floor, std::size_t ceiling,
                                           int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  const bool nonfinite = is(verb, Category::participle) || is(verb, Category::base);
  std::size_t i = verb;
  while (i > floor) {
    --i;
    switch (at(i)) {
      case Category::auxiliary:
      case Category::adverb:
      case Category::negation:
      case Category::time:
      case Category::other:
        continue;
      case Category::to:
        return main_subject(i, floor, ceiling, depth);
      case Category::base:
        if (is(verb, Category::finite)) continue;
        return main_subject(i + 1, floor, ceiling, depth);
      case Category::finite:
      case Category::participle:
        // "was quoted as saying", "began shouting": the verb group's own subject.
        return subject_from(i, floor, ceiling, depth + 1);
      case Category::conjunction:
      case Category::colon:
        // "with Marek leaving and calling it a trap"
        if (is(verb, Category::participle)) {
          for (std::size_t k = i; k > floor + 2 && i - k < 25; --k) {
            if (!is(k - 1, Category::participle) || !is_head(k - 2)) continue;
            const Range phrase = phrase_ending_at(k - 2, floor);
            if (phrase.first > floor && token(phrase.first - 1).lower == "with") return phrase;
          }
        }
        // "Marek said the line should stay but added": verbs of saying are joined to one another.
        if (lexicon().cue(token(verb).lower)) {
          if (const auto said = cue_before(i, floor))
            return subject_from(*said, floor, ceiling, depth + 1);
        }
        return main_subject(i, floor, ceiling, depth);
      case Category::comma:
      case Category::dash:
      case Category::bracket: {
        if (nonfinite && !is(i, Category::bracket)) {
          // ", calling it a trap": the subject of the governing verb.
          if (lexicon().cue(token(verb).lower)) {
            if (const auto said = cue_before(i, floor))
              return subject_from(*said, floor, ceiling, depth + 1);
          }
          return main_subject(i, floor, ceiling, depth);
        }
        // Skip an apposition or a relative clause set off by two such signs.
        const Category sign = at(i);
        std::size_t open = i;
        bool found = false;
        while (open > floor && i - open < 45) {
          --open;
          if (at(open) == sign) {
            found = true;
            // A list of appositions: "X, the a, the b, said": go on while the part before is a
            // phrase that no name heads.
            if (open > floor &&
                (is_head(open - 1) || at(open - 1) == Category::quoted ||
                 at(open - 1) == Category::time || at(open - 1) == Category::bracket))
              break;
          }
        }
        if (!found) {
          // One comma only: "In the evening, said" does not occur; "He left the room, said it was
          // over" does.
          return main_subject(i, floor, ceiling, depth);
        }
        const bool verb_inside = [&] {
          for (std::size_t k = open + 1; k < i; ++k) {
            if (is(k, Category::relative) || is(k, Category::subordinator)) return false;
            if (is(k, Category::finite)) return true;
          }
          return false;
        }();
        if (verb_inside) return main_subject(i, floor, ceiling, depth);
        i = open;
        continue;
      }
      case Category::relative: {
        if (i == floor) return std::nullopt;
        std::size_t k = i - 1;
        while (k > floor && (is(k, Category::comma) || is(k, Category::preposition))) --k;
        if (is_head(k)) {
          if (token(i).lower == "what") return main_subject(i, floor, ceiling, depth);
          return Range{phrase_ending_at(k, floor).first, i + 1};
        }
        return main_subject(i, floor, ceiling, depth);
      }
      case Category::subordinator:
        if (nonfinite) return main_subject(i, floor, ceiling, depth);  // "while praising"
        // "that said …" after a noun: a relative clause.
        if (token(i).lower == "that" && i > floor && is_head(i - 1))
          return phrase_ending_at(i - 1, floor);
        return std::nullopt;
      case Category::preposition:
        if (nonfinite || is(verb, Category::base)) return main_subject(i, floor, ceiling, depth);
        continue;
      case Category::determiner:
      case Category::adjective:
      case Category::possessive:
        continue;
      case Category::quoted:
        if (i == floor) return std::nullopt;
        continue;
      case Category::stop:
        if (token(i).text == "." && i > floor + 1) return std::nullopt;
        continue;
      case Category::noun:
      case Category::name:
      case Category::pronoun:
      case Category::number: {
        if (is(i, Category::pronoun) && token(i).lower.ends_with("self") && i > floor &&
            is_head(i - 1))
          continue;
        Range phrase = phrase_ending_at(i, floor);
        if (nonfinite && i + 1 == verb && is(i, Category::name))
          return phrase;  // "footage of Marek saying"
        // Out of prepositional phrases: "the head of the institute said".
        while (phrase.first > floor) {
          const std::size_t before = phrase.first - 1;
          if (!is(before, Category::preposition) && !is(before, Category::to)) break;
          const std::string_view word = token(before).lower;
          if (word == "after" || word == "before" || word == "since" || word == "until" ||
              word == "as")
            break;
          std::size_t k = before;
          while (k > floor && (is(k - 1, Category::adverb) || is(k - 1, Category::time) ||
                               is(k - 1, Category::preposition)))
            --k;
          if (k == floor) {
            // "In an interview Marek said": the name after the noun; "In Ostria said" is none.
            std::size_t name = phrase.last;
            while (name > phrase.first && is(name - 1, Category::name)) --name;
            if (name > phrase.first && name < phrase.last &&
                (is(name - 1, Category::noun) || is(name - 1, Category::time)))
              return Range{name, phrase.last};
            if (is(phrase.last - 1, Category::pronoun)) return Range{phrase.last - 1, phrase.last};
            return std::nullopt;
          }
          if (!is_head(k - 1)) {
            if (is(k - 1, Category::comma) || is(k - 1, Category::relative) ||
                is(k - 1, Category::participle) || is(k - 1, Category::finite) ||
                is(k - 1, Category::adjective)) {
              // The phrase belongs to something set off or to a reduced clause before it.
              i = k;
              phrase = {0, 0};
            }
            break;
          }
          phrase = phrase_ending_at(k - 1, floor);
        }
        if (phrase.size() == 0) continue;
        // "issued a statement calling": things do not call; whoever issued it does.
        if (nonfinite && is(i, Category::noun) && phrase.first > floor) {
          if (const auto owner = main_subject(phrase.first, floor, ceiling, depth)) return owner;
        }
        // A bare time phrase: "Marek on Friday said", "the envoy last week said".
        return phrase;
      }
    }
  }
  if (nonfinite) return main_subject(verb, verb, ceiling, depth);
  return std::nullopt;
}

}  // namespace parley::record::internal
