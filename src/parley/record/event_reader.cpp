#include "parley/record/event_reader.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr int kMaxDepth = 4;            // deeds within deeds: "agreed to stop supporting"
constexpr std::size_t kReach = 40;      // tokens that a complement is looked for in
constexpr std::size_t kGroupReach = 8;  // tokens of a verb group before the verb

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <class List>
void append(List& to, const List& from) {
  for (const auto& each : from) to.push_back(each);
}

}  // namespace

// A form of an event verb that can be a verb where it stands.
bool EventReader::is_verb_at(std::size_t i, std::size_t floor) const {
  const EventVerbForm* known = event_lexicon().verbs(lower(i));
  if (known == nullptr) return false;
  if (lower(i) == "'s" && grammar_.is(i, Category::possessive)) return false;
  const bool first = i == floor;
  std::size_t before = i;
  while (before > floor &&
         (is_word(before - 1, WordClass::adverb) || is_word(before - 1, WordClass::negation)))
    --before;
  const bool after_auxiliary =
      before > floor && (is_word(before - 1, WordClass::auxiliary) || lower(before - 1) == "to");
  if (words_.tagged) {
    const Tag tag = words_.tokens[i].tag;
    if (is_verb(tag)) {
      if (tag != Tag::VBN && tag != Tag::VBG) return true;
      // "the disputed text", "recent shelling": part of a noun phrase.
      if (first) return true;
      const Tag left = words_.tokens[i - 1].tag;
      return !(left == Tag::DT || left == Tag::PRP_possessive || left == Tag::POS ||
               (is_adjective(left) && !after_auxiliary && tag == Tag::VBN));
    }
    // Taggers take "talks" for a verb and "will shell" for a noun; the auxiliary knows better.
    return known->form != VerbForm::third && after_auxiliary && lower(before - 1) != "to" &&
           is_one_of(lower(before - 1),
                     {"will", "would", "must", "should", "could", "may", "might", "shall", "'ll"});
  }
  if (after_auxiliary) return true;
  const Category category = grammar_.at(i);
  if (category == Category::finite || category == Category::participle ||
      category == Category::base)
    return true;
  if (first) return false;
  const bool noun_before = grammar_.is(i - 1, Category::name) ||
                           grammar_.is(i - 1, Category::noun) ||
                           grammar_.is(i - 1, Category::pronoun);
  return noun_before && known->form != VerbForm::base;
}

bool EventReader::is_clause_end(std::size_t i) const {
  const Token& token = words_.tokens[i];
  return token.text == "." || token.text == ";" || token.text == ":" || token.text == "?" ||
         token.text == "!";
}

// Whether the verb stands in a clause that hangs on another: after "who", "because", "if"; or is a
// participle or an infinitive of purpose.
bool EventReader::is_subordinate(std::size_t verb, std::size_t floor) const {
  const Modality group = modality_before(verb, floor);
  const std::string_view word = lower(verb);
  if (group.first == verb && word.ends_with("ing") && verb > floor) return true;
  if (group.first > floor && lower(group.first - 1) == "to") return true;
  if (words_.tagged && group.first == verb && words_.tokens[verb].tag == Tag::VBN) return true;
  bool comma = false;
  for (std::size_t i = group.first; i > floor && group.first - i < kReach;) {
    --i;
    const std::string_view left = lower(i);
    if (is_clause_end(i)) return false;
    if (left == ",") comma = true;
    const bool relative =
        is_one_of(left, {"who", "which", "whose", "whom", "where"}) ||
        (left == "that" && i + 1 == group.first && i > floor && grammar_.is(i - 1, Category::noun));
    const bool adverbial = is_one_of(left, {"because", "if", "unless", "although", "though",
                                            "while", "when", "whereas", "whether"}) ||
                           (is_one_of(left, {"as", "after", "since", "before", "until"}) &&
                            !grammar_.is(i + 1, Category::participle));
    if (!relative && !adverbial) {
      // Another finite verb of the same clause in between: this one begins a new clause.
      continue;
    }
    // "While they talked, guns fired"; "the guard, who fled, returned".
    if (comma) return false;
    if (relative) {
      // Only the first verb after the pronoun is in its clause.
      for (std::size_t k = i + 1; k < group.first; ++k) {
        if (grammar_.is(k, Category::finite) || grammar_.is(k, Category::auxiliary)) return false;
      }
    }
    return true;
  }
  return false;
}

EventReader::Modality EventReader::modality_before(std::size_t verb, std::size_t floor) const {
  Modality found;
  found.first = verb;
  for (std::size_t i = verb; i > floor && verb - i < kGroupReach;) {
    --i;
    const std::string_view word = lower(i);
    if (is_one_of(word, {"not", "n't", "never", "cannot"}) ||
        (word == "no" && lower(i + 1) == "longer")) {
      found.negation.push_back(i);
      if (word == "cannot") found.modal = i;
    } else if (is_one_of(word, {"neither", "nor"})) {
      found.negation.push_back(i);
    } else if (is_one_of(word, {"will", "would", "shall", "'ll", "wo", "'d", "going", "may",
                                "might", "could", "can", "ca"})) {
      found.future = !is_one_of(word, {"can", "ca", "could"});
      found.modal = i;
    } else if (is_one_of(word, {"must", "should", "ought"})) {
      found.must = true;
      found.modal = i;
    } else if (word == "to") {
      if (i > floor && is_one_of(lower(i - 1), {"has", "have", "need", "needs", "ought"})) {
        found.must = true;
        found.modal = i - 1;
      } else if (i > floor && is_one_of(lower(i - 1), {"is", "are", "going"})) {
        found.future = true;
        found.modal = i - 1;
      } else {
        break;
      }
    } else if (is_one_of(word, {"is", "are", "was", "were", "been", "being", "be", "'re", "got",
                                "'s", "'m", "am", "get"})) {
      if (word == "'s" && grammar_.is(i, Category::possessive)) break;
      found.passive = found.passive || !lower(verb).ends_with("ing");
    } else if (!is_word(i, WordClass::auxiliary) && !is_word(i, WordClass::adverb) &&
               word != "longer" && !grammar_.is(i, Category::adverb)) {
      break;
    }
    if (!grammar_.is(i, Category::adverb) || word == "longer") found.first = i;
  }
  return found;
}

// Past the last word of the verb's phrase, when its further words follow; adverbs, pronouns and
// particles may stand between.
std::optional<std::size_t> EventReader::match(const EventVerb& verb, std::size_t after,
                                              std::size_t last) const {
  std::size_t at = after;
  for (const std::string& word : verb.rest) {
    std::size_t skipped = 0;
    while (at < last && lower(at) != word && skipped < 2 &&
           (is_word(at, WordClass::adverb) || grammar_.is(at, Category::adverb) ||
            grammar_.is(at, Category::time) || lower(at) == "on")) {
      ++at;
      ++skipped;
    }
    if (at >= last || lower(at) != word) return std::nullopt;
    ++at;
  }
  return at;
}

std::optional<EventReader::NounAt> EventReader::noun_at(std::size_t i, std::size_t last) const {
  const auto found = event_lexicon().nouns().match(
      [&](std::size_t k) { return i + k < last ? lower(i + k) : std::string_view(); });
  if (!found) return std::nullopt;
  if (found.words == 1) {
    if (words_.tagged ? !is_noun(words_.tokens[i].tag) && words_.tokens[i].tag != Tag::VBG
                      : grammar_.is(i, Category::finite))
      return std::nullopt;
  }
  return NounAt{found.value, i, i + found.words};
}

// The nouns with a topic; of a compound ("ceasefire talks") the last.
std::vector<EventReader::NounAt> EventReader::nouns_in(Range range) const {
  std::vector<NounAt> nouns;
  for (std::size_t i = range.first; i < range.last;) {
    const auto noun = noun_at(i, range.last);
    if (!noun) {
      ++i;
      continue;
    }
    if (!nouns.empty() && nouns.back().last == i) {
      nouns.back() = *noun;
    } else {
      nouns.push_back(*noun);
    }
    i = noun->last;
  }
  return nouns;
}

// From a verb to the next verb or the end of the clause.
Range EventReader::object_range(std::size_t first, std::size_t last) const {
  const std::size_t stop = std::min(last, first + kReach);
  std::size_t end = first;
  for (; end < stop; ++end) {
    if (is_clause_end(end)) break;
    if (is_one_of(lower(end),
                  {"because", "after", "while", "although", "unless", "if", "who", "which", "when",
                   "whose", "following", "despite", "until", "unless", "that"}))
      break;
    if (end > first && (grammar_.is(end, Category::finite) || grammar_.is(end, Category::base) ||
                        grammar_.is(end, Category::auxiliary)))
      break;
    if (words_.tagged && words_.quoted[end] &&
        (words_.tokens[end].tag == Tag::VBD || words_.tokens[end].tag == Tag::VBZ))
      break;
  }
  return {first, end};
}

// From the start of the clause to the verb group.
Range EventReader::subject_range(std::size_t group, std::size_t floor) const {
  std::size_t first = group;
  while (first > floor && group - first < kReach) {
    const std::string_view left = lower(first - 1);
    if (is_clause_end(first - 1) || left == "," || left == "that" ||
        is_one_of(left, {"because", "after", "while", "although", "unless", "if", "when", "and",
                         "but"}) ||
        grammar_.is(first - 1, Category::finite))
      break;
    --first;
  }
  return {first, group};
}

std::optional<EventReader::Told> EventReader::told_by_sense(
    const EventSense& sense, std::vector<std::size_t> words,
    const std::optional<Told>& complement) const {
  std::optional<Deed> of;
  if (complement) of = complement->deed;
  std::optional<Deed> deed;
  switch (sense.role) {
    case EventOperator::deed:
      deed = sense.deed;
      if (deed->event == EventClass::REQUEST && !deed->mode) deed = requested(of);
      return Told{*deed, std::move(words)};
    case EventOperator::say:
      return std::nullopt;
    case EventOperator::perform:
      deed = of;
      break;
    case EventOperator::announce:
      if (of) deed = announced(*of);
      break;
    case EventOperator::agree:
      deed = of ? intended(*of) : Deed{EventClass::AGREE, std::nullopt};
      break;
    case EventOperator::plan:
      if (of) deed = intended(*of);
      break;
    case EventOperator::prepare:
      if (of) deed = prepared(*of);
      break;
    case EventOperator::request:
      deed = requested(of);
      break;
    case EventOperator::refuse:
      deed = rejected(of);
      break;
    case EventOperator::fail:
      if (of) deed = negated(*of);
      break;
    case EventOperator::threaten:
      deed = threatened(of);
      break;
    case EventOperator::halt:
      if (of) deed = halted(*of);
      break;
    case EventOperator::cancel:
      if (of) deed = cancelled(*of);
      break;
  }
  if (!deed) return std::nullopt;
  if (complement) append(words, complement->words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return Told{*deed, std::move(words)};
}

std::optional<EventReader::Told> EventReader::told_by_noun(const NounAt& noun, std::size_t last,
                                                           int depth) const {
  if (!noun.noun->sense || depth > kMaxDepth) return std::nullopt;
  std::vector<std::size_t> words;
  for (std::size_t i = noun.first; i < noun.last; ++i) words.push_back(i);
  const EventSense& sense = *noun.noun->sense;
  std::optional<Told> inner;
  if (sense.role != EventOperator::deed)
    inner = complement(object_range(noun.last, last), {}, depth + 1);
  return told_by_sense(sense, std::move(words), inner);
}

// What is agreed, refused, asked for: the first verb or noun with a deed of its own in the range,
// else of the subject.
std::optional<EventReader::Told> EventReader::complement(Range range,
                                                         const std::vector<NounAt>& subjects,
                                                         int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (is_clause_end(i) || is_one_of(lower(i), {"because", "after", "while", "although", "unless",
                                                 "if", "who", "which", "when", "following"}))
      break;
    if (is_verb_at(i, range.first > 0 ? range.first - 1 : 0)) {
      if (auto told = told_by_verb(i, {range.first, range.last}, depth + 1)) return told;
    }
    if (const auto noun = noun_at(i, range.last)) {
      // Of a compound the last noun counts.
      if (noun_at(noun->last, range.last)) continue;
      if (auto told = told_by_noun(*noun, range.last, depth + 1)) return told;
      i = noun->last - 1;
    }
  }
  for (const NounAt& subject : subjects) {
    if (auto told = told_by_noun(subject, subject.last, depth + 1)) return told;
  }
  return std::nullopt;
}

std::optional<EventReader::Told> EventReader::told_by_verb(std::size_t verb, Range sentence,
                                                           int depth) const {
  const EventVerbForm* known = event_lexicon().verbs(lower(verb));
  if (known == nullptr || depth > kMaxDepth) return std::nullopt;
  const Modality group = modality_before(verb, sentence.first);
  for (auto each = known->verbs.begin(); each != known->verbs.end();) {
    // All rows with phrases of one length that stand here.
    const std::size_t length = each->rest.size();
    std::vector<std::pair<const EventVerb*, std::size_t>> rows;
    for (; each != known->verbs.end() && each->rest.size() == length; ++each) {
      if (const auto after = match(*each, verb + 1, sentence.last))
        rows.emplace_back(&*each, *after);
    }
    if (rows.empty()) continue;
    const std::size_t after = rows.front().second;
    const Range objects = object_range(after, sentence.last);
    const std::vector<NounAt> subjects = nouns_in(subject_range(group.first, sentence.first));
    std::vector<NounAt> nouns;
    if (group.passive) nouns = subjects;
    append(nouns, nouns_in(objects));
    std::vector<std::size_t> words{verb};
    for (std::size_t i = verb + 1; i < after; ++i) words.push_back(i);

    const auto told = [&](const EventVerb& row) {
      std::optional<Told> inner;
      if (row.sense.role != EventOperator::deed || row.sense.deed.event == EventClass::REQUEST)
        inner = complement({after, std::min(sentence.last, after + kReach)}, subjects, depth + 1);
      return told_by_sense(row.sense, words, inner);
    };
    for (const NounAt& noun : nouns) {
      for (const auto& [row, past] : rows) {
        if (!row->objects.test(noun.noun->topic)) continue;
        if (row->sense.role == EventOperator::say) return std::nullopt;
        std::optional<Told> found = told(*row);
        if (!found) continue;
        for (std::size_t i = noun.first; i < noun.last; ++i) found->words.push_back(i);
        std::sort(found->words.begin(), found->words.end());
        found->words.erase(std::unique(found->words.begin(), found->words.end()),
                           found->words.end());
        return found;
      }
    }
    for (const auto& [row, past] : rows) {
      if (row->objects.any()) continue;
      if (auto found = told(*row)) return found;
      if (row->sense.role == EventOperator::say) return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<EventReader::Told> EventReader::with_modality(std::optional<Told> told,
                                                            const Modality& modality) const {
  if (!told) return std::nullopt;
  std::optional<Deed> deed = told->deed;
  if (modality.must) {
    deed = requested(deed);
  } else if (!modality.negation.empty()) {
    deed = negated(*deed);
  } else if (modality.future) {
    deed = intended(*deed);
  }
  if (!deed) return std::nullopt;
  std::vector<std::size_t> words = modality.negation;
  if (modality.modal && (modality.must || modality.future)) words.push_back(*modality.modal);
  append(words, told->words);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return Told{*deed, std::move(words)};
}

std::optional<FoundEvent> EventReader::event_at(std::size_t verb, Range sentence) const {
  if (!is_verb_at(verb, sentence.first)) return std::nullopt;
  auto told = with_modality(told_by_verb(verb, sentence, 0), modality_before(verb, sentence.first));
  if (!told) return std::nullopt;
  FoundEvent found;
  found.deed = told->deed;
  found.words = std::move(told->words);
  found.verb = verb;
  found.confidence = is_subordinate(verb, sentence.first) ? Confidence::moderate : Confidence::high;
  return found;
}

std::optional<FoundEvent> EventReader::main_event(Range sentence) const {
  std::optional<FoundEvent> best;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    auto found = event_at(i, sentence);
    if (!found) continue;
    if (found->confidence == Confidence::high) return found;
    if (!best) best = std::move(found);
  }
  if (best) return best;
  for (const NounAt& noun : nouns_in(sentence)) {
    if (auto told = told_by_noun(noun, sentence.last, 0))
      return FoundEvent{told->deed, Confidence::low, noun.first, std::move(told->words)};
  }
  return std::nullopt;
}

}  // namespace parley::record::internal
