#include "parley/record/event_words.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 40;      // tokens that a clause is looked for in
constexpr std::size_t kGroupReach = 8;  // tokens of a verb group before the verb

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_be(std::string_view word) {
  return is_one_of(word, {"is", "are", "was", "were", "been", "being", "be", "am", "'re", "'m"});
}

bool is_modal(std::string_view word) {
  return is_one_of(word, {"will", "would", "shall", "'ll", "wo", "'d", "may", "might", "could",
                          "can", "ca", "cannot"});
}

bool requires_it(std::string_view word) { return is_one_of(word, {"must", "should", "ought"}); }

}  // namespace

bool EventWords::is_verb(std::size_t i, std::size_t floor) const {
  const EventVerbForm* known = event_lexicon().verbs(lower(i));
  if (known == nullptr) return false;
  if (lower(i) == "'s" && grammar_.is(i, Category::possessive)) return false;
  if (is_one_of(lower(i), {"have", "has", "had"})) {  // "has met", "has to"
    std::size_t next = i + 1;
    while (is(next, WordClass::adverb) || is(next, WordClass::negation)) ++next;
    if (grammar_.is(next, Category::finite) || grammar_.is(next, Category::participle) ||
        is(next, WordClass::auxiliary) || lower(next) == "to")
      return false;
  }
  std::size_t before = i;
  while (before > floor &&
         (is(before - 1, WordClass::adverb) || is(before - 1, WordClass::negation)))
    --before;
  if (words_.tagged) return is_tagged_verb(i, before, floor, known->form);
  if (before > floor && (is(before - 1, WordClass::auxiliary) || lower(before - 1) == "to"))
    return true;
  const Category category = grammar_.at(i);
  if (category == Category::finite || category == Category::participle ||
      category == Category::base)
    return true;
  const bool noun_before =
      i > floor && (grammar_.is(i - 1, Category::name) || grammar_.is(i - 1, Category::noun) ||
                    grammar_.is(i - 1, Category::pronoun));
  return noun_before && known->form != VerbForm::base;
}

// Mends what taggers mistake; `before` is past the auxiliary, if there is one.
bool EventWords::is_tagged_verb(std::size_t i, std::size_t before, std::size_t floor,
                                VerbForm form) const {
  const Tag tag = words_.tokens[i].tag;
  const std::string_view auxiliary = before > floor ? lower(before - 1) : std::string_view();
  const Tag left = i > floor ? words_.tokens[i - 1].tag : Tag::stop;
  if (record::is_verb(tag)) {
    if (tag != Tag::VBN && tag != Tag::VBG) return true;
    // "the disputed text", "recent shelling": part of a noun phrase.
    const bool modifies = is_adjective(left) && tag == Tag::VBN && auxiliary != "to" &&
                          !is(before - 1, WordClass::auxiliary);
    return left != Tag::DT && left != Tag::PRP_possessive && left != Tag::POS && !modifies;
  }
  if (form == VerbForm::past && i > floor) {
    // "was postponed", "tanks shelled positions": taken for adjectives.
    if (is_be(auxiliary)) return true;
    const bool noun_follows = i + 1 < words_.tokens.size() && is_noun(words_.tokens[i + 1].tag);
    if (left == Tag::NNS || left == Tag::NNPS || (is_noun(left) && !noun_follows)) return true;
    return is_noun(left) && !has_finite(floor);
  }
  // "will shell", "must free": taken for nouns and adjectives.
  return form == VerbForm::base && (is_modal(auxiliary) || requires_it(auxiliary));
}

// Whether the sentence that begins at `floor` has a finite verb, by its tags.
bool EventWords::has_finite(std::size_t floor) const {
  for (std::size_t i = floor; i < words_.tokens.size() && i < floor + kReach && !is_stop(i); ++i) {
    if (is_finite(words_.tokens[i].tag)) return true;
  }
  return false;
}

bool EventWords::is_stop(std::size_t i) const {
  return is_one_of(words_.tokens[i].text, {".", ";", ":", "?", "!"});
}

// "and left", "and the talks had begun": a clause of its own.
bool EventWords::joins_clause(std::size_t i) const {
  if (lower(i) != "and") return false;
  std::size_t next = i + 1;
  while (next < i + 5 && next < words_.tokens.size() && grammar_.is_in_phrase(next)) ++next;
  return grammar_.is(next, Category::finite) || grammar_.is(next, Category::auxiliary);
}

bool EventWords::ends_complement(std::size_t i) const {
  const std::string_view next = lower(i + 1);
  return is_stop(i) ||
         is_one_of(lower(i), {"because", "after", "while", "although", "unless", "if", "who",
                              "which", "when", "following", "but"}) ||
         (lower(i) == "provided" && next == "that") ||
         (lower(i) == "," && (next == "and" || next == "but")) || joins_clause(i);
}

bool EventWords::is_subordinate(std::size_t verb, std::size_t floor) const {
  const std::size_t group = modality_of(verb, floor).first;
  if (group > floor && lower(group).ends_with("ing")) return true;  // "calling", "having left"
  if (group > floor && lower(group - 1) == "to") return true;
  if (words_.tagged && group == verb && words_.tokens[verb].tag == Tag::VBN) return true;
  bool comma = false;
  for (std::size_t i = group; i > floor && group - i < kReach;) {
    --i;
    const std::string_view left = lower(i);
    if (is_stop(i)) return false;
    if (left == ",") comma = true;
    const bool relative =
        is_one_of(left, {"who", "which", "whose", "whom", "where"}) ||
        (left == "that" && i + 1 == group && i > floor && grammar_.is(i - 1, Category::noun));
    const bool adverbial = is_one_of(left, {"because", "if", "unless", "although", "though",
                                            "while", "when", "whereas", "whether"}) ||
                           (is_one_of(left, {"as", "after", "since", "before", "until"}) &&
                            !grammar_.is(i + 1, Category::participle));
    if (!relative && !adverbial) continue;
    if (comma) return false;  // "While they talked, guns fired"; "the guard, who fled, returned"
    if (!relative) return true;
    // Only the first verb after the pronoun is in its clause.
    for (std::size_t k = i + 1; k < group; ++k) {
      if (grammar_.is(k, Category::finite) || grammar_.is(k, Category::auxiliary)) return false;
    }
    return true;
  }
  return false;
}

EventWords::Modality EventWords::modality_of(std::size_t verb, std::size_t floor) const {
  Modality found;
  found.first = verb;
  for (std::size_t i = verb; i > floor && verb - i < kGroupReach;) {
    --i;
    const std::string_view word = lower(i);
    const std::string_view left = i > floor ? lower(i - 1) : std::string_view();
    if (is_one_of(word, {"not", "n't", "never", "neither", "nor", "cannot"}) ||
        (word == "no" && lower(i + 1) == "longer"))
      found.negations.push_back(i);
    if (word == "neither") found.undecided = true;
    for (std::size_t k = i; word == "nor" && k > floor && i - k < kGroupReach; --k) {
      if (lower(k - 1) == "neither") found.undecided = true;
    }
    const bool genitive = word == "'s" && grammar_.is(i, Category::possessive);
    if (is_modal(word)) {
      found.modal = i;
    } else if (requires_it(word)) {
      found.modal = i;
      found.must = true;
    } else if (word == "to") {  // "has to leave", "are to leave"
      found.must = is_one_of(left, {"has", "have", "need", "needs", "ought"});
      if (!found.must && !is_one_of(left, {"is", "are", "going"})) break;
      found.modal = i - 1;
    } else if (!genitive && (is_be(word) || is_one_of(word, {"'s", "got", "get"}))) {
      found.passive = found.passive || !lower(verb).ends_with("ing");
    } else if (grammar_.is(i, Category::adverb) && word != "longer") {
      continue;  // no group begins with an adverb
    } else if (genitive || (!is(i, WordClass::auxiliary) && !is(i, WordClass::adverb) &&
                            !is(i, WordClass::negation) && word != "longer" && word != "going")) {
      break;
    }
    found.first = i;
  }
  return found;
}

std::optional<std::size_t> EventWords::past_phrase(const std::vector<std::string>& rest,
                                                   std::size_t after, std::size_t last) const {
  constexpr std::size_t kMostSkipped = 2;
  std::size_t at = after;
  for (const std::string& word : rest) {
    for (std::size_t skipped = 0; at < last && lower(at) != word && skipped < kMostSkipped;
         ++skipped) {
      if (!is(at, WordClass::adverb) && !grammar_.is(at, Category::adverb) &&
          !grammar_.is(at, Category::time) && !grammar_.is(at, Category::pronoun) &&
          lower(at) != "on")
        return std::nullopt;
      ++at;
    }
    if (at >= last || lower(at) != word) return std::nullopt;
    ++at;
  }
  return at;
}

std::optional<EventWords::NounAt> EventWords::noun_at(std::size_t i, std::size_t last) const {
  const auto found = event_lexicon().nouns().match(
      [&](std::size_t k) { return i + k < last ? lower(i + k) : std::string_view(); });
  if (!found) return std::nullopt;
  if (found.words == 1 && !words_.tagged && grammar_.is(i, Category::finite)) return std::nullopt;
  if (found.words == 1 && words_.tagged) {
    const Tag tag = words_.tokens[i].tag;
    const Tag next = i + 1 < last ? words_.tokens[i + 1].tag : Tag::stop;
    // An adjective before no noun was a noun: "the nightly curfew imposed".
    const bool stands_alone = is_adjective(tag) && !is_noun(next) && !is_adjective(next);
    if (!is_noun(tag) && tag != Tag::VBG && !stands_alone) return std::nullopt;
  }
  return NounAt{found.value, i, i + found.words};
}

std::vector<EventWords::NounAt> EventWords::nouns_in(Range range) const {
  std::vector<NounAt> nouns;
  for (std::size_t i = range.first; i < range.last;) {
    const auto noun = noun_at(i, range.last);
    if (!noun) {
      ++i;
      continue;
    }
    if (!nouns.empty() && nouns.back().last == i) nouns.pop_back();
    nouns.push_back(*noun);
    i = noun->last;
  }
  return nouns;
}

Range EventWords::object_range(std::size_t first, std::size_t last) const {
  const std::size_t stop = std::min(last, first + kReach);
  std::size_t end = first;
  for (; end < stop; ++end) {
    if (ends_complement(end) || is_one_of(lower(end), {"that", "whose", "despite", "until"})) break;
    if (end > first && (grammar_.is(end, Category::finite) || grammar_.is(end, Category::base) ||
                        grammar_.is(end, Category::auxiliary)))
      break;
    const bool quoted_verb =
        words_.tagged && words_.quoted[end] && is_finite(words_.tokens[end].tag);
    if (quoted_verb) break;
  }
  return {first, end};
}

Range EventWords::subject_range(std::size_t group, std::size_t floor) const {
  std::size_t first = group;
  while (first > floor && group - first < kReach) {
    const std::size_t left = first - 1;
    if (is_stop(left) || grammar_.is(left, Category::finite) ||
        is_one_of(lower(left), {",", "that", "because", "after", "while", "although", "unless",
                                "if", "when", "but"}))
      break;
    --first;
  }
  return {first, group};
}

}  // namespace parley::record::internal
