#include <algorithm>

#include "parley/record/stance_claims.hpp"

namespace parley::record::internal {
namespace {

// What the verb group says of the verb.
struct Mood {
  bool negated = false;
  bool announced = false;  // will, would, to: not done yet
  bool tentative = false;  // may, might, could
  bool past = false;
};

const VerbGroup* governor_of(const StanceText& text, const VerbGroup& verb) {
  return verb.begin > text.sentence.first ? text.clauses.verb_at(verb.begin - 1) : nullptr;
}

// "nobody in Ostria would sign", "neither side accepts", "neither Ostria nor Velm accepts", "nor
// did Velm accept": wherever the subject is taken to begin.
bool nobody_does(const StanceText& text, const VerbGroup& verb) {
  const auto subject = text.clauses.subject_of(verb.head);
  if (!subject) return false;
  const std::string_view first = text.lower(subject->first);
  if (first == "nobody" || first == "neither" || first == "no" || first == "none") return true;
  constexpr std::size_t kJoined = 8;  // tokens of what "neither" and "nor" join
  const std::size_t from = std::max(
      text.sentence.first, subject->first > kJoined ? subject->first - kJoined : std::size_t{0});
  for (std::size_t k = from; k < subject->last; ++k) {
    const bool joins = text.lower(k) == "neither" || text.lower(k) == "nor";
    const bool apart = text.clauses.verb_from(k) != nullptr &&
                       text.clauses.verb_from(k)->begin < subject->first && text.lower(k) != "nor";
    if (joins && !apart) return true;
  }
  return false;
}

// "accepted parts of the draft", "agreed partially": words of TopicWord::part beside the verb.
bool is_partial(const StanceText& text, const VerbGroup& verb, Range object) {
  constexpr std::size_t kQuantifier = 3;  // tokens from a clause's start to its "some of"
  // The adverb may stand before its group: "partly accepted".
  const std::size_t from = verb.begin > text.sentence.first ? verb.begin - 1 : verb.begin;
  return text.names({from, verb.head}, TopicWord::part) ||
         text.names({object.first, std::min(object.last, object.first + kQuantifier)},
                    TopicWord::part);
}

Mood mood_of(const StanceText& text, const VerbGroup& verb, std::size_t object) {
  Mood mood;
  const std::string_view modal = text.modal_of(verb);
  mood.negated = verb.negation || modal == "cannot" || nobody_does(text, verb);
  for (std::size_t k = verb.head + 1; k < object; ++k)
    mood.negated = mood.negated || text.is(k, WordClass::negation);
  mood.announced = modal == "will" || modal == "'ll" || modal == "would" || modal == "shall" ||
                   modal == "wo" || modal == "'d" || modal == "can" || modal == "could" ||
                   modal == "ca" || modal == "cannot" || verb.form == record::VerbForm::infinitive;
  const Tag head = text.clauses.tag(verb.head);
  // "is lifting"
  mood.announced = mood.announced || (head == Tag::VBG && verb.begin != verb.head && modal.empty());
  mood.tentative = modal == "may" || modal == "might" || modal == "could";
  mood.past = modal.empty() && (head == Tag::VBD || head == Tag::VBN);
  if (verb.form == record::VerbForm::infinitive && modal.empty()) {
    if (const VerbGroup* governor = governor_of(text, verb))
      mood.negated = mood.negated != governor->negation.has_value();
  }
  return mood;
}

// An infinitive counts only where its governor says no more than that it is done; what somebody
// "should accept" or "must accept" is what others ask.
bool stands_alone(const StanceText& text, const VerbGroup& verb) {
  const std::string_view modal = text.modal_of(verb);
  if (modal == "should" || modal == "must" || modal == "ought") return false;
  if (verb.form != record::VerbForm::infinitive || !modal.empty()) return true;
  const VerbGroup* governor = governor_of(text, verb);
  return governor != nullptr && !governor->passive &&
         stance_lexicon().is(text.lower(governor->head), Governor::passing);
}

bool names_harm(const StanceText& text, Range tokens) {
  for (std::size_t i = tokens.first; i < tokens.last; ++i) {
    const VerbGroup* verb = text.clauses.verb_at(i);
    if (verb != nullptr && verb->head == i && stance_lexicon().is_harm(text.lower(i))) return true;
  }
  return false;
}

// "Asked whether …, she said": what the answer is about.
std::optional<Range> question_before(const StanceText& text, const VerbGroup& verb) {
  if (text.lower(text.sentence.first) != "asked" || !text.words.quoted[verb.head])
    return std::nullopt;
  std::size_t end = text.sentence.first;
  while (end < verb.begin && !text.words.quoted[end]) ++end;
  return Range{text.sentence.first, end};
}

Topic topic_of(const StanceText& text, const VerbGroup& verb, Range object, StanceKind stance) {
  if (const auto issue = text.issue_in(object)) return {issue, true};
  if (verb.passive) {
    constexpr std::size_t kQualified = 12;  // tokens of "any transfer of land that …"
    if (const auto subject = text.clauses.subject_of(verb.head)) {
      const Topic topic =
          text.topic_in({subject->first, std::min(verb.begin, subject->last + kQualified)});
      if (topic.known) return topic.issue ? topic : Topic{text.before.issue, true};
    }
  }
  // What a verb of giving gives is told by the verb too: "free the remaining 14".
  if (const auto issue = text.issue_in({verb.head, object.last})) return {issue, true};
  const Topic topic = text.topic_in(object);
  if (text.refers_back(object)) return {text.before.issue, topic.known || text.before.known};
  if (topic.known) return topic;
  if (const auto asked = question_before(text, verb)) {
    if (const auto issue = text.issue_in(*asked)) return {issue, true};
  }
  const bool about_deeds = stance == StanceKind::accuses || stance == StanceKind::denies ||
                           stance == StanceKind::threatens;
  return {std::nullopt, about_deeds};
}

}  // namespace

std::optional<Claim> verb_claim(const StanceText& text, const VerbGroup& verb) {
  const auto match = stance_lexicon().verb(text.words_from(verb.head));
  if (!match || !stands_alone(text, verb)) return std::nullopt;
  const StanceWord& word = *match.word;
  const std::size_t after = verb.head + match.words;
  const Mood mood = mood_of(text, verb, after);
  // What was done is an event, not a stance.
  if ((word.use == VerbUse::deed || word.use == VerbUse::talks) && !mood.announced)
    return std::nullopt;

  Claim claim;
  claim.parties = text.holders_of(verb);
  if (claim.parties.empty()) return std::nullopt;
  // "The sides did not agree", "have not agreed on the price", "neither signed" tell how talks
  // went.
  if (mood.negated && word.lemma == "agree" && (claim.parties.size() > 1 || mood.past))
    return std::nullopt;
  if (mood.negated && mood.past && word.lemma == "sign" && nobody_does(text, verb))
    return std::nullopt;
  claim.verb = verb.head;
  claim.first = verb.begin;
  claim.subject = text.subject_of(verb);
  claim.clause = text.clause_from(text.past_aside(after));
  claim.object = text.object_in(claim.clause);
  claim.tentative = mood.tentative;
  claim.past = mood.past && word.use != VerbUse::attitude;
  claim.saying = word.use == VerbUse::saying;
  claim.plover = word.plover;

  // "accepts no observers", "would sign nothing"
  const std::string_view first = text.lower(claim.clause.first);
  const bool nothing = first == "nothing" || first == "no" || first == "neither";
  claim.negated = mood.negated || (nothing && word.negated);
  const auto stance = claim.negated ? word.negated : word.stance;
  if (!stance) return std::nullopt;
  claim.stance = *stance;
  if (claim.negated) claim.plover = plover_of(*stance, claim.plover);
  if (word.lemma == "like" && first == "to") return std::nullopt;
  if (word.use == VerbUse::support && text.names(claim.object, TopicWord::force))
    return std::nullopt;
  // A vow of harm is a threat; a warning of anything else is none.
  const bool harm = names_harm(text, claim.object);
  if (word.lemma == "warn" && !harm) return std::nullopt;
  if (word.lemma == "vow" && harm) {
    claim.stance = StanceKind::threatens;
    claim.plover = "THREATEN";
  }
  if (claim.stance == StanceKind::accepts && !claim.negated &&
      is_partial(text, verb, {after, claim.object.last}))
    claim.stance = StanceKind::accepts_partly;
  claim.condition = text.condition_of(verb, claim.clause, claim.stance);
  claim.topic = topic_of(text, verb, claim.object, claim.stance);
  const bool comes = word.use == VerbUse::talks && (claim.negated || claim.condition);
  const bool signs = word.lemma == "sign" && claim.negated;
  if (!claim.topic.known && !comes && !signs) return std::nullopt;
  return claim;
}

std::optional<Claim> exception_claim(const StanceText& text, const Claim& accepted) {
  std::size_t i = accepted.clause.last;
  while (i < text.sentence.last && (text.text(i) == "," || text.clauses.tag(i) == Tag::close_quote))
    ++i;
  const std::string_view link = text.lower(i);
  if ((link != "but" && link != "though" && link != "although" && link != "if") ||
      text.lower(i + 1) != "not" || text.clauses.verb_at(i + 2) != nullptr)
    return std::nullopt;
  Claim claim = accepted;
  claim.stance = StanceKind::rejects;
  claim.plover = "REJECT";
  claim.negated = true;
  claim.past = true;  // who may speak of the first may speak of this
  claim.first = i;
  claim.subject.reset();
  claim.condition.reset();
  claim.clause = text.clause_from(i + 2);
  claim.object = text.object_in(claim.clause);
  if (claim.object.size() == 0) return std::nullopt;
  // "an armed force, but not one in which their allies serve"
  if (text.lower(i + 2) != "one") {
    claim.topic = text.topic_in(claim.object);
    if (!claim.topic.known) return std::nullopt;
  }
  return claim;
}

}  // namespace parley::record::internal
