#include "parley/record/event_reader.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr int kMaxDepth = 4;        // deeds within deeds: "agreed to stop supporting"
constexpr int kMostTries = 6;       // verbs that a complement is looked for at
constexpr std::size_t kReach = 40;  // tokens that it is looked for in

void add(std::vector<std::size_t>& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) words.push_back(i);
}

void add(std::vector<std::size_t>& words, const std::vector<std::size_t>& more) {
  for (const std::size_t each : more) words.push_back(each);
}

void put_in_order(std::vector<std::size_t>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

// The deed that a verb or noun makes of the one it goes with.
std::optional<Deed> EventReader::apply(const EventSense& sense, const std::optional<Deed>& of) {
  switch (sense.role) {
    case EventOperator::deed:
      return sense.deed;
    case EventOperator::say:
      return std::nullopt;
    case EventOperator::perform:
      return of;
    case EventOperator::agree:
    case EventOperator::offer:
      return of ? agreed(*of) : Deed{EventClass::AGREE, std::nullopt, true};
    case EventOperator::request:
      return requested(of);
    case EventOperator::ask:
      return of ? std::optional(requested(of)) : std::nullopt;
    case EventOperator::refuse:
      return rejected(of);
    case EventOperator::threaten:
      return threatened(of);
    case EventOperator::announce:
      return of ? std::optional(announced(*of)) : std::nullopt;
    case EventOperator::plan:
      return of ? std::optional(intended(*of)) : std::nullopt;
    case EventOperator::prepare:
      return of ? std::optional(prepared(*of)) : std::nullopt;
    case EventOperator::fail:
      return of ? negated(*of) : std::nullopt;
    case EventOperator::halt:
      return of ? halted(*of) : std::nullopt;
    case EventOperator::cancel:
      return of ? cancelled(*of) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<EventReader::Told> EventReader::told_by_noun(const NounAt& noun, std::size_t last,
                                                           int depth) const {
  if (!noun.noun->sense || depth > kMaxDepth) return std::nullopt;
  std::optional<Told> of;
  if (noun.noun->sense->role != EventOperator::deed)
    of = complement(at_.object_range(noun.last, last), {}, depth + 1);
  const auto deed = apply(*noun.noun->sense, of ? std::optional(of->deed) : std::nullopt);
  if (!deed) return std::nullopt;
  Told told{*deed, {}, false};
  add(told.words, noun.first, noun.last);
  if (of) add(told.words, of->words);
  return told;
}

// What is agreed, refused, asked for: the first verb or noun with a deed of its own in the range,
// else of the subject.
std::optional<EventReader::Told> EventReader::complement(Range range,
                                                         const std::vector<NounAt>& subjects,
                                                         int depth) const {
  if (depth > kMaxDepth) return std::nullopt;
  const std::size_t floor = range.first > 0 ? range.first - 1 : 0;  // a verb needs what is before
  int tries = 0;
  for (std::size_t i = range.first; i < range.last && !at_.ends_complement(i); ++i) {
    if (at_.is_verb(i, floor) && tries++ < kMostTries) {
      if (auto told = told_by_verb(i, range, depth + 1)) return told;
    }
    const auto noun = at_.noun_at(i, range.last);
    const bool denied = i > range.first && at_.lower(i - 1) == "no";
    if (!noun || denied || at_.noun_at(noun->last, range.last))
      continue;  // of a compound the last counts
    if (auto told = told_by_noun(*noun, range.last, depth + 1)) return told;
    i = noun->last - 1;
  }
  for (const NounAt& subject : subjects) {
    if (auto told = told_by_noun(subject, subject.last, depth + 1)) return told;
  }
  return std::nullopt;
}

// The deed that an object names itself, not what stands behind a preposition; else the verb that
// follows ("began to shell", "continued sending arms"), else the subject.
std::optional<EventReader::Told> EventReader::told_by_object(const Clause& clause) const {
  std::size_t end = clause.objects.first;
  while (end < clause.objects.last &&
         (!at_.grammar().is(end, Category::preposition) || at_.lower(end) == "of"))
    ++end;
  for (const NounAt& noun : at_.nouns_in({clause.objects.first, end})) {
    if (auto told = told_by_noun(noun, clause.objects.last, clause.depth + 1)) return told;
  }
  const std::size_t next = at_.lower(clause.after) == "to" ? clause.after + 1 : clause.after;
  if (next < clause.sentence.last && at_.is_verb(next, clause.sentence.first)) {
    if (auto told = told_by_verb(next, clause.sentence, clause.depth + 1)) return told;
  }
  for (const NounAt& noun : clause.subject_nouns) {
    if (auto told = told_by_noun(noun, clause.objects.last, clause.depth + 1)) return told;
  }
  return std::nullopt;
}

std::optional<EventReader::Told> EventReader::told_by_row(const EventVerb& row,
                                                          const Clause& clause) const {
  std::optional<Told> of;
  if (row.sense.role == EventOperator::perform || row.sense.role == EventOperator::announce) {
    of = told_by_object(clause);
  } else if (row.sense.role != EventOperator::deed && row.sense.role != EventOperator::say) {
    of = complement({clause.after, std::min(clause.sentence.last, clause.after + kReach)},
                    clause.subject_nouns, clause.depth + 1);
  }
  const auto deed = apply(row.sense, of ? std::optional(of->deed) : std::nullopt);
  if (!deed) return std::nullopt;
  Told told{*deed, clause.words, row.sense.role == EventOperator::offer};
  if (of) add(told.words, of->words);
  return told;
}

// Rows that name a topic before rows that take any object; the topic named first before others.
std::optional<EventReader::Told> EventReader::told_by_clause(const Clause& clause) const {
  // "held no talks", "signed nothing"
  const bool denied = at_.lower(clause.after) == "no" || at_.lower(clause.after) == "nothing";
  const auto with_denial = [&](std::optional<Told> told) -> std::optional<Told> {
    if (!told || !denied) return told;
    const auto deed = negated(told->deed);
    if (!deed) return std::nullopt;
    told->deed = *deed;
    told->words.push_back(clause.after);
    return told;
  };
  for (const NounAt& noun : clause.object_nouns) {
    for (const EventVerb* row : clause.rows) {
      if (!row->objects.test(noun.noun->topic)) continue;
      if (row->sense.role == EventOperator::say) return std::nullopt;
      auto told = with_denial(told_by_row(*row, clause));
      if (!told) continue;
      add(told->words, noun.first, noun.last);
      return told;
    }
  }
  for (const NounAt& noun : clause.subject_nouns) {
    if (clause.passive) break;
    for (const EventVerb* row : clause.rows) {
      if (!row->subjects.test(noun.noun->topic)) continue;
      auto told = told_by_row(*row, clause);
      if (told) add(told->words, noun.first, noun.last);
      return told;
    }
  }
  for (const EventVerb* row : clause.rows) {
    if (row->objects.any() || row->subjects.any()) continue;
    return with_denial(told_by_row(*row, clause));
  }
  return std::nullopt;
}

std::optional<EventReader::Told> EventReader::told_by_verb(std::size_t verb, Range sentence,
                                                           int depth) const {
  const EventVerbForm* known = event_lexicon().verbs(at_.lower(verb));
  if (known == nullptr || depth > kMaxDepth) return std::nullopt;
  const EventWords::Modality group = at_.modality_of(verb, sentence.first);
  const auto& verbs = known->verbs;
  for (std::size_t first = 0; first < verbs.size();) {
    std::size_t last = first;  // the rows of one phrase
    Clause clause;
    for (; last < verbs.size() && verbs[last].rest == verbs[first].rest; ++last)
      clause.rows.push_back(&verbs[last]);
    const auto after = at_.past_phrase(verbs[first].rest, verb + 1, sentence.last);
    first = last;
    if (!after) continue;
    add(clause.words, verb, *after);
    clause.after = *after;
    clause.objects = at_.object_range(*after, sentence.last);
    clause.sentence = sentence;
    clause.subject_nouns = at_.nouns_in(at_.subject_range(group.first, sentence.first));
    clause.passive = group.passive;
    clause.depth = depth;
    if (group.passive) clause.object_nouns = clause.subject_nouns;
    for (const NounAt& noun : at_.nouns_in(clause.objects)) clause.object_nouns.push_back(noun);
    if (auto told = told_by_clause(clause)) return told;
  }
  return std::nullopt;
}

std::optional<FoundEvent> EventReader::event_at(std::size_t verb, Range sentence) const {
  if (!at_.is_verb(verb, sentence.first)) return std::nullopt;
  const auto told = told_by_verb(verb, sentence, 0);
  return told ? with_modality(*told, verb, sentence) : std::nullopt;
}

std::optional<FoundEvent> EventReader::with_modality(const Told& told, std::size_t verb,
                                                     Range sentence) const {
  const EventWords::Modality modality = at_.modality_of(verb, sentence.first);
  std::optional<Deed> deed = told.deed;
  if (modality.must) {
    deed = requested(deed);
  } else if (!modality.negations.empty()) {
    if (told.offered || modality.undecided) return std::nullopt;
    deed = negated(*deed);
  } else if (modality.modal) {
    deed = intended(*deed);
  }
  if (!deed) return std::nullopt;
  FoundEvent found{*deed, Confidence::high, verb, told.words, modality.must};
  if (at_.is_subordinate(verb, sentence.first)) found.confidence = Confidence::moderate;
  add(found.words, modality.negations);
  if (modality.modal) found.words.push_back(*modality.modal);
  put_in_order(found.words);
  return found;
}

// "must", "should" with a verb that is no event's: what is asked for is unknown, that it is asked
// for is not.
std::optional<FoundEvent> EventReader::requirement_at(std::size_t modal, Range sentence) const {
  if (at_.lower(modal) != "must" && at_.lower(modal) != "should") return std::nullopt;
  std::size_t verb = modal + 1;
  while (verb < sentence.last && (lexicon().is(at_.lower(verb), WordClass::adverb) ||
                                  lexicon().is(at_.lower(verb), WordClass::negation)))
    ++verb;
  if (verb >= sentence.last || at_.lower(verb) == "have") return std::nullopt;
  if (at_.is_verb(verb, sentence.first) && told_by_verb(verb, sentence, 0)) return std::nullopt;
  std::optional<Deed> of;
  if (const auto told = complement({verb + 1, sentence.last}, {}, 1)) of = told->deed;
  return FoundEvent{requested(of), Confidence::moderate, verb, {modal, verb}, true};
}

std::optional<FoundEvent> EventReader::main_event(Range sentence) const {
  std::optional<FoundEvent> best;
  bool denied = false;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    std::optional<FoundEvent> found;
    std::optional<Told> told;
    if (at_.is_verb(i, sentence.first)) told = told_by_verb(i, sentence, 0);
    if (told) {
      found = with_modality(*told, i, sentence);
      // "did not threaten to attack": what is denied is not told by its parts either.
      if (!found) {
        denied = true;
        i = *std::max_element(told->words.begin(), told->words.end());
      }
    } else {
      found = requirement_at(i, sentence);
    }
    if (!found) continue;
    if (found->confidence == Confidence::high) return found;
    if (!best) best = std::move(found);
  }
  if (best || denied) return best;
  for (const NounAt& noun : at_.nouns_in(sentence)) {
    if (noun.first > sentence.first && at_.lower(noun.first - 1) == "no") continue;
    if (auto told = told_by_noun(noun, sentence.last, 0)) {
      put_in_order(told->words);
      return FoundEvent{told->deed, Confidence::low, noun.first, std::move(told->words), false};
    }
  }
  return std::nullopt;
}

}  // namespace parley::record::internal
