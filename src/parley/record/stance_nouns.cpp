#include <algorithm>

#include "parley/record/stance_claims.hpp"

namespace parley::record::internal {
namespace {

bool introduces(std::string_view link) {
  return link == "to" || link == "that" || link == "for" || link == "of" || link == "over" ||
         link == "on" || link == "about" || link == "against" || link == "with" ||
         link == "towards" || link == "toward";
}

// "Ostria's", "the army's", "Ostrian", "its", "his" before a noun.
std::vector<std::string> owners_of(const StanceText& text, Range before) {
  if (before.size() == 0) return {};
  const std::string_view first = text.lower(before.first);
  if (first == "our" || first == "my") return text.sides.speakers_at(before.first);
  if (first == "his" || first == "her" || first == "its" || first == "their") {
    // The subject of its clause.
    for (std::size_t k = before.first; k > text.sentence.first; --k) {
      const VerbGroup* verb = text.clauses.verb_at(k - 1);
      if (verb == nullptr) continue;
      if (verb->form == record::VerbForm::finite) return text.holders_of(*verb);
      k = verb->begin + 1;
    }
    return {};
  }
  for (std::size_t k = before.first; k < before.last; ++k) {
    if (text.clauses.tag(k) == Tag::POS) return text.sides.of({before.first, k});
  }
  for (std::size_t k = before.first; k < before.last; ++k) {
    const std::string side = text.sides.at(k);
    if (!side.empty()) return {side};
  }
  return {};
}

// The subject of "is" before a noun of demand.
std::optional<Range> what_is(const StanceText& text, const VerbGroup* governor,
                             const StanceWord& word) {
  if (governor == nullptr || governor->negation || word.stance != StanceKind::demands ||
      !is_form_of_be(text.lower(governor->head)))
    return std::nullopt;
  const auto subject = text.clauses.subject_of(governor->head);
  if (!subject || subject->first < text.sentence.first) return std::nullopt;
  return Range{subject->first, subject->last};
}

}  // namespace

std::optional<Claim> noun_claim(const StanceText& text, std::size_t noun, const StanceWord& word) {
  const NounGroup* group = text.clauses.noun_at(noun);
  if (group == nullptr || group->head != noun) return std::nullopt;
  // What it is about must follow it: "its refusal", "their offer" alone say nothing.
  std::size_t next = noun + 1;
  Claim claim;
  if (text.lower(next) == "by" || text.lower(next) == "from") {
    const NounGroup* by = text.clauses.noun_at(next + 1);
    if (by == nullptr) return std::nullopt;
    claim.parties = text.sides.of({by->begin, by->end});
    next = by->end;
  }
  if (!introduces(text.lower(next))) return std::nullopt;
  const VerbGroup* governor =
      group->begin > text.sentence.first ? text.clauses.verb_at(group->begin - 1) : nullptr;
  const std::string_view verb = governor != nullptr ? text.lower(governor->head) : "";
  if (claim.parties.empty()) claim.parties = owners_of(text, {group->begin, noun});
  if (claim.parties.empty() && governor != nullptr && !governor->negation &&
      stance_lexicon().is(verb, Governor::light))
    claim.parties = text.holders_of(*governor);
  // "A withdrawal is the sole condition for a truce", in the mouth of who says so.
  const auto required = what_is(text, governor, word);
  if (claim.parties.empty() && required) claim.parties = text.sides.speakers_at(noun);
  if (claim.parties.empty() || stance_lexicon().is(verb, Governor::dropping)) return std::nullopt;
  claim.verb = noun;
  claim.first = required ? required->first : group->begin;
  claim.clause = text.clause_from(next + 1);
  claim.object = text.object_in(claim.clause);
  if (claim.object.size() == 0) return std::nullopt;
  claim.topic = text.topic_in(claim.object);
  if (!claim.topic.known) return std::nullopt;
  claim.past = true;
  claim.stance = *word.stance;
  claim.plover = word.plover;
  for (const Condition& each : text.conditions) {
    if (each.binds && each.tokens.first >= next && each.tokens.first <= claim.clause.last + 2 &&
        (!each.only_if_negated || claim.stance == StanceKind::rejects)) {
      claim.condition = each.tokens;
      break;
    }
  }
  return claim;
}

}  // namespace parley::record::internal
