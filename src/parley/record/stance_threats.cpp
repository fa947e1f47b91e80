#include "parley/record/stance_claims.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 40;  // tokens before the verb that may name the war

// "regard any patrol as an attack"
bool is_casus_belli(const StanceText& text, const VerbGroup& verb) {
  const std::string_view head = text.lower(verb.head);
  if (head != "regard" && head != "treat" && head != "consider" && head != "view" && head != "see")
    return false;
  for (std::size_t k = verb.end; k + 1 < text.sentence.last && k < verb.end + 20; ++k) {
    if (text.lower(k) == "as" && text.names({k + 1, k + 5}, TopicWord::war)) return true;
  }
  return false;
}

// "take the district by force"
bool is_by_force(const StanceText& text, const VerbGroup& verb) {
  const Range object = text.object_in(text.clause_from(verb.end));
  for (std::size_t k = object.first; k + 1 < object.last; ++k) {
    if (text.lower(k) == "by" && text.lower(k + 1) == "force") return true;
  }
  return false;
}

}  // namespace

std::optional<Claim> threat_claim(const StanceText& text, const VerbGroup& verb) {
  const std::string_view modal = text.modal_of(verb);
  const bool will = (modal == "will" || modal == "'ll" || modal == "would" || modal == "shall" ||
                     modal == "'d") &&
                    !verb.negation;
  const bool harms = will && !verb.passive &&
                     (stance_lexicon().is_harm(text.lower(verb.head)) || is_by_force(text, verb));
  // "will be met with force": what the speaker's own side will do.
  const bool answers = will && verb.passive && text.lower(verb.head) == "met" &&
                       text.lower(verb.end) == "with" &&
                       text.names({verb.end, verb.end + 8}, TopicWord::answer);
  const bool casus = will && is_casus_belli(text, verb);
  const bool ready = modal.empty() && !verb.negation && is_form_of_be(text.lower(verb.head)) &&
                     text.lower(verb.head + 1) == "ready";
  if (!harms && !answers && !casus && !ready) return std::nullopt;

  Claim claim;
  claim.verb = verb.head;
  claim.first = verb.begin;
  claim.clause = text.clause_from(verb.end);
  claim.condition = text.condition_of(verb, claim.clause, StanceKind::threatens);
  if (harms && !claim.condition) {
    const CueVerb* cue = text.sides.cue_at(verb.head);
    const bool warned = cue != nullptr && (cue->kind == CueClass::warning || cue->lemma == "vow");
    if (!warned) return std::nullopt;
  }
  if (ready) {
    const std::size_t from =
        verb.begin > text.sentence.first + kReach ? verb.begin - kReach : text.sentence.first;
    if (!claim.condition || !text.names({from, claim.clause.last}, TopicWord::war))
      return std::nullopt;
  }
  claim.parties = answers ? text.sides.speakers_at(verb.head) : text.holders_of(verb);
  if (claim.parties.empty()) return std::nullopt;
  claim.stance = StanceKind::threatens;
  claim.plover = "THREATEN";
  if (answers) {
    const bool opens = text.clauses.tag(verb.begin - 1) == Tag::open_quote;
    claim.first = text.start_of_clause(opens ? verb.begin - 1 : verb.begin);
    claim.object = {claim.first, verb.begin};
  } else {
    claim.subject = text.subject_of(verb);
    claim.object = {verb.head, text.object_in(claim.clause).last};
  }
  claim.topic = {text.issue_in(claim.object), true};
  return claim;
}

}  // namespace parley::record::internal
