#include <algorithm>

#include "parley/record/stance_claims.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 25;  // tokens from the verb to the judgement

bool finds(std::string_view verb) {
  return verb.starts_with("find") || verb == "found" || verb.starts_with("consider") ||
         verb.starts_with("regard") || verb == "see" || verb == "sees" || verb == "saw";
}

// "wording that Ostria found unacceptable": what stands before the relative pronoun.
Range antecedent(const StanceText& text, const Claim& claim) {
  if (!claim.subject || claim.subject->first < text.sentence.first + 2) return {};
  const std::size_t pronoun = claim.subject->first - 1;
  if (text.lower(pronoun) != "that" && text.lower(pronoun) != "which") return {};
  const std::size_t first = pronoun > text.sentence.first + 6 ? pronoun - 6 : text.sentence.first;
  return {first, pronoun};
}

// The judgement in a clause, and where it stands.
struct Judged {
  StanceKind stance;
  std::size_t at;
};

std::optional<Judged> judgement_in(const StanceText& text, Range clause) {
  for (std::size_t i = clause.first; i < std::min(clause.last, clause.first + kReach); ++i) {
    if (const auto stance = stance_lexicon().judgement(text.words_from(i)))
      return Judged{*stance, i};
  }
  return std::nullopt;
}

std::string plover_of_judgement(StanceKind stance) {
  switch (stance) {
    case StanceKind::accepts:
      return "SUPPORT";
    case StanceKind::rejects:
      return "REJECT";
    case StanceKind::demands:
      return "REQUEST";
    default:
      return "ACCUSE";
  }
}

}  // namespace

bool is_form_of_be(std::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were" || word == "'s" ||
         word == "'re" || word == "'m" || word == "am" || word == "be";
}

std::optional<Claim> judgement_claim(const StanceText& text, const VerbGroup& verb) {
  const std::string_view head = text.lower(verb.head);
  const auto cue = lexicon().cue(head);
  const bool calls = cue && cue->verb->kind == CueClass::evaluation && !verb.passive;
  const bool is = is_form_of_be(head);
  if (!calls && !finds(head) && !is) return std::nullopt;
  Claim claim;
  claim.verb = verb.head;
  claim.first = verb.begin;
  claim.clause = text.clause_from(verb.end);
  const auto judged = judgement_in(text, claim.clause);
  if (!judged) return std::nullopt;
  claim.stance = judged->stance;
  claim.negated = verb.negation.has_value();
  if (claim.negated) {
    if (claim.stance != StanceKind::accepts) return std::nullopt;
    claim.stance = StanceKind::rejects;
  }
  claim.plover = plover_of_judgement(claim.stance);
  claim.past = !is;
  if (is) {
    const auto subject = text.clauses.subject_of(verb.head);
    if (!subject || subject->first < text.sentence.first) return std::nullopt;
    claim.object = {subject->first, verb.begin};
    claim.first = subject->first;
    const NounGroup* whom =
        text.lower(judged->at + 1) == "to" ? text.clauses.noun_at(judged->at + 2) : nullptr;
    claim.parties = whom != nullptr ? text.sides.of({whom->begin, whom->end})
                                    : text.sides.speakers_at(verb.head);
  } else {
    claim.subject = text.subject_of(verb);
    claim.object = {claim.clause.first, judged->at};
    if (claim.object.size() == 0) {
      claim.object = antecedent(text, claim);
      claim.first = claim.object.first;
    }
    claim.parties = text.holders_of(verb);
  }
  if (claim.parties.empty() || claim.object.size() == 0) return std::nullopt;
  claim.clause.last = std::max(claim.clause.last, judged->at + 1);
  claim.topic = text.topic_in(claim.object);
  if (!claim.topic.issue && text.refers_back(claim.object)) claim.topic = text.before;
  // "attacked the counterproposals, describing them as unacceptable"
  if (!claim.topic.known && text.lower(claim.object.first) == "them")
    claim.topic = text.topic_in(
        {std::max(text.sentence.first, verb.begin < 12 ? 0 : verb.begin - 12), verb.begin});
  if (!claim.topic.known) return std::nullopt;
  claim.condition = text.condition_of(verb, claim.clause, claim.stance);
  return claim;
}

std::optional<Claim> requirement_claim(const StanceText& text, const VerbGroup& verb) {
  const std::string_view modal = text.modal_of(verb);
  const std::string_view head = text.lower(verb.head);
  // "any settlement requires Velm to leave the port"
  const bool requires_it =
      modal.empty() && !verb.negation && (head == "requires" || head == "require");
  if (modal != "must" && modal != "should" && !requires_it) return std::nullopt;
  const auto content = text.sides.content_at(verb.head);
  Claim claim;
  claim.parties = text.sides.speakers_at(verb.head);
  claim.subject = text.subject_of(verb);
  if (!content || claim.parties.empty() || !claim.subject) return std::nullopt;
  const std::string_view first = text.lower(claim.subject->first);
  if (first == "we" || first == "i" || text.sides.of(*claim.subject) == claim.parties)
    return std::nullopt;
  claim.stance = StanceKind::demands;
  claim.plover = "REQUEST";
  claim.verb = verb.head;
  claim.first = verb.begin;
  claim.negated = verb.negation.has_value();
  claim.clause = text.clause_from(verb.end);
  claim.object = {verb.head, text.object_in(claim.clause).last};
  const std::size_t from =
      std::max({text.sentence.first, content->first, text.start_of_clause(verb.begin)});
  claim.topic = {text.issue_in({from, claim.object.last}), true};
  if (!claim.topic.issue) return std::nullopt;
  claim.condition = text.condition_of(verb, claim.clause, claim.stance);
  return claim;
}

std::optional<Claim> existence_claim(const StanceText& text, const VerbGroup& verb) {
  const std::string_view modal = text.modal_of(verb);
  if (!is_form_of_be(text.lower(verb.head)) || verb.begin == text.sentence.first ||
      text.clauses.tag(verb.begin - 1) != Tag::EX ||
      (modal != "will" && modal != "'ll" && modal != "would" && modal != "can"))
    return std::nullopt;
  Claim claim;
  claim.parties = text.sides.speakers_at(verb.head);
  if (claim.parties.empty()) return std::nullopt;
  claim.verb = verb.head;
  claim.first = verb.begin - 1;
  claim.clause = text.clause_from(verb.end);
  claim.object = text.object_in(claim.clause);
  claim.negated = verb.negation || text.lower(verb.end) == "no" || text.lower(verb.end) == "never";
  claim.stance = claim.negated ? StanceKind::rejects : StanceKind::conditional;
  claim.plover = claim.negated ? "REJECT" : "AGREE";
  claim.topic = text.topic_in(claim.object);
  if (!claim.topic.known) return std::nullopt;
  claim.condition = text.condition_of(verb, claim.clause, claim.stance);
  for (std::size_t k = claim.object.first; k < claim.clause.last && !claim.condition; ++k) {
    if (text.lower(k) == "when") claim.condition = Range{k, claim.clause.last};
  }
  if (!claim.negated && !claim.condition) return std::nullopt;
  return claim;
}

}  // namespace parley::record::internal
