#include "parley/record/stances.hpp"

#include <algorithm>
#include <map>

#include "parley/record/clause_reading.hpp"
#include "parley/record/conditions.hpp"
#include "parley/record/issue_finder.hpp"
#include "parley/record/sides.hpp"
#include "parley/record/stance_words.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kLongestClause = 60;  // tokens

// What a clause says of a stance, before it is known who holds it.
struct Predicate {
  const StanceWord* word = nullptr;
  std::size_t first = 0;   // of the verb group, or of the noun
  std::size_t object = 0;  // where the object or complement begins
  bool negated = false;
  bool announced = false;  // will, would, ready to: not done yet
  bool tentative = false;  // may, might, could
  bool past = false;       // "rejected", "has rejected"
};

class StanceFinder {
 public:
  StanceFinder(const Reading& reading, const Sayings& sayings, const std::vector<IssueCues>& issues)
      : words_(reading.words),
        reading_(reading),
        sayings_(sayings),
        clauses_(reading.words),
        sides_(reading, sayings, clauses_),
        issues_(issues) {}

  std::vector<Stance> run() {
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) {
      sentence_ = words_.sentences[s];
      conditions_ = conditions_of(clauses_, words_, sentence_);
      covered_ = {};
      const std::size_t before = found_.size();
      for (std::size_t i = sentence_.first; i < sentence_.last; ++i) {
        if (words_.tokens[i].kind != TokenKind::word || is_hypothetical(i)) continue;
        look_at(i);
      }
      drop_doubles(before);
    }
    std::vector<Stance> stances;
    for (Found& each : found_) stances.push_back(std::move(each.stance));
    return stances;
  }

 private:
  struct Found {
    Stance stance;
    Range tokens;
    std::size_t verb = 0;
    std::optional<std::size_t> issue;
    bool saying = false;  // gives way to a stance in what it introduces
  };

  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  std::string_view text(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].text : std::string_view();
  }
  bool is(std::size_t i, WordClass word_class) const { return lexicon().is(lower(i), word_class); }
  StanceLexicon::WordAt words_from(std::size_t i) const {
    return [this, i](std::size_t k) {
      return i + k < sentence_.last ? words_.tokens[i + k].lower : std::string_view();
    };
  }

  // Within a condition or a question: nothing there is anybody's stance.
  bool is_hypothetical(std::size_t i) const {
    for (const Condition& each : conditions_) {
      if (each.tokens.first <= i && i < each.tokens.last && (!each.only_if_negated)) return true;
    }
    return false;
  }

  void look_at(std::size_t i) {
    if (const VerbGroup* verb = clauses_.verb_at(i)) {
      if (verb->head != i) return;
      if (i >= covered_.first && i < covered_.last) return;
      if (is_asked(i)) return;
      if (threat_at(*verb)) return;
      if (verb_at(*verb)) return;
      if (existential_at(*verb) || judgement_at(*verb)) return;
      requirement_at(*verb);
    } else if (const StanceWord* noun = stance_lexicon().noun(lower(i))) {
      noun_at(i, *noun);
    }
  }

  // In a question, or in what is only reported, feared or suggested by nobody.
  bool is_asked(std::size_t i) const {
    std::size_t end = i;
    while (end < sentence_.last && text(end) != "." && text(end) != "!" && text(end) != "?") ++end;
    if (end < sentence_.last && text(end) == "?") return true;
    return false;
  }

  // --- verbs

  Predicate predicate_of(const VerbGroup& verb, const StanceWord& word, std::size_t words) const {
    Predicate made;
    made.word = &word;
    made.first = verb.begin;
    made.object = verb.head + words;
    made.negated = verb.negation.has_value() || nobody_does(verb);
    for (std::size_t k = verb.head + 1; k < made.object; ++k)
      made.negated = made.negated || is(k, WordClass::negation);
    const std::string_view modal = modal_of(verb);
    made.announced = modal == "will" || modal == "'ll" || modal == "would" || modal == "shall" ||
                     modal == "wo" || modal == "'d" || modal == "can" || modal == "could" ||
                     modal == "ca" || modal == "cannot";
    made.tentative = modal == "may" || modal == "might" || modal == "could";
    const Tag head = clauses_.tag(verb.head);
    made.past =
        !verb.modal && (head == Tag::VBD || head == Tag::VBN) && word.use != VerbUse::attitude;
    // "plans to lift", "is going to lift"
    if (verb.form == record::VerbForm::infinitive) made.announced = true;
    const bool going = head == Tag::VBG && verb.begin != verb.head && !verb.modal;
    made.announced = made.announced || going;
    return made;
  }

  // "nobody in Ostria would sign", "neither side accepts"
  bool nobody_does(const VerbGroup& verb) const {
    const auto subject = clauses_.subject_of(verb.head);
    if (!subject) return false;
    const std::string_view first = lower(subject->first);
    return first == "nobody" || first == "neither" || first == "no";
  }

  // "would, she said, sign": the modal stands apart.
  std::string_view modal_of(const VerbGroup& verb) const {
    if (verb.modal) return lower(*verb.modal);
    if (verb.form != record::VerbForm::infinitive || clauses_.tag(verb.begin) == Tag::TO ||
        verb.begin < sentence_.first + 2 || clauses_.tag(verb.begin - 1) != Tag::comma)
      return {};
    for (std::size_t k = verb.begin - 1; k > sentence_.first && verb.begin - k < 10; --k) {
      if (clauses_.tag(k - 1) == Tag::MD && clauses_.tag(k) == Tag::comma) return lower(k - 1);
    }
    return {};
  }

  // Verbs whose infinitive says what the clause says: "continues to reject", "plans to lift".
  bool passes_on(std::size_t governor) const {
    constexpr std::string_view kPassing[] = {"continu", "decid", "cho", "plan",  "intend",
                                             "vot",     "mov",   "go",  "resolv"};
    for (const std::string_view beginning : kPassing) {
      if (lower(governor).starts_with(beginning)) return true;
    }
    return false;
  }

  // A verb after "to" counts only where its governor says no more than that it is done.
  bool stands_alone(const VerbGroup& verb) const {
    if (verb.form == record::VerbForm::past_participle) return true;
    if (verb.modal) {
      const std::string_view modal = lower(*verb.modal);
      // "should accept", "must accept": what somebody asks of the subject.
      if (modal == "should" || modal == "must" || modal == "ought") return false;
    }
    if (verb.form != record::VerbForm::infinitive || !modal_of(verb).empty()) return true;
    if (verb.begin == sentence_.first) return false;
    const VerbGroup* governor = clauses_.verb_at(verb.begin - 1);
    return governor != nullptr && !governor->passive && passes_on(governor->head);
  }

  bool verb_at(const VerbGroup& verb) {
    const auto match = stance_lexicon().verb(words_from(verb.head));
    if (!match || !stands_alone(verb)) return false;
    const Predicate predicate = predicate_of(verb, *match.word, match.words);
    // What was done is an event, what is habitual is neither.
    const bool is_deed =
        predicate.word->use == VerbUse::deed || predicate.word->use == VerbUse::talks;
    if (is_deed && !predicate.announced) return false;
    const std::vector<std::string> parties = holders_of(verb);
    if (parties.empty()) return false;
    // "The sides did not agree on the price" is no refusal.
    if (predicate.negated && parties.size() > 1 && predicate.word->lemma == "agree") return false;
    return add(verb, predicate, parties);
  }

  // Who does what a verb says.
  std::vector<std::string> holders_of(const VerbGroup& verb) const {
    if (verb.passive) {
      const auto agent = clauses_.agent_of(verb.head);
      return agent ? sides_.of(*agent) : std::vector<std::string>{};
    }
    const auto subject = subject_of(verb);
    return subject ? sides_.of(*subject) : std::vector<std::string>{};
  }

  // The subject, within the quotation where the verb stands in the midst of one.
  std::optional<Range> subject_of(const VerbGroup& verb) const {
    const auto found = clauses_.subject_of(verb.head);
    if (!found || found->first < sentence_.first) return std::nullopt;
    const Range subject{found->first, found->last};
    if (!words_.quoted[verb.head] || words_.quoted[subject.first]) return subject;
    // "would 'sooner lose the mine'": the quotation begins with the verb.
    std::size_t k = verb.begin;
    while (k > subject.last && words_.quoted[k] && words_.tokens[k].kind != TokenKind::mark) --k;
    const bool opens = std::all_of(
        words_.tokens.begin() + static_cast<std::ptrdiff_t>(k),
        words_.tokens.begin() + static_cast<std::ptrdiff_t>(verb.begin), [](const Token& token) {
          return token.kind == TokenKind::mark || lexicon().is(token.lower, WordClass::adverb) ||
                 token.lower == "not";
        });
    return opens ? std::optional(subject) : std::nullopt;
  }

  bool add(const VerbGroup& verb, const Predicate& predicate, std::vector<std::string> parties) {
    const Range clause = clause_from(past_aside(predicate.object));
    std::optional<StanceKind> stance =
        predicate.negated ? predicate.word->negated : predicate.word->stance;
    std::string plover = predicate.word->plover;
    // "offered nothing", "accepts no observers"
    const bool nothing = !predicate.negated &&
                         (lower(predicate.object) == "nothing" || lower(predicate.object) == "no" ||
                          lower(predicate.object) == "neither");
    if (nothing && predicate.word->negated) stance = predicate.word->negated;
    if (!stance) return false;
    const bool turned = predicate.negated || nothing;
    if (turned) plover = plover_of(*stance, plover);
    const Range object = object_in(clause.first, clause);
    if (predicate.word->lemma == "like" && lower(object.first) == "to") return false;
    if (predicate.word->use == VerbUse::support && names_force(object)) return false;
    // A vow or a threat of harm, a pledge of anything else.
    if (predicate.word->lemma == "vow" && harm_in(object)) {
      stance = StanceKind::threatens;
      plover = "THREATEN";
    }
    if (predicate.word->lemma == "warn" && !harm_in(object)) return false;
    const auto condition = condition_of(verb, clause, *stance);
    const auto issue = issue_of(verb, object, *stance);
    const bool comes = (predicate.word->use == VerbUse::talks && (turned || condition)) ||
                       (predicate.word->lemma == "sign" && turned);
    if (!issue.known && !comes) return false;
    return push({verb.head, verb.begin, subject_of(verb), clause, object}, predicate,
                std::move(parties), *stance, plover, turned, issue.issue, condition);
  }

  // --- what a clause is about

  struct Issue {
    std::optional<std::size_t> issue;
    bool known = false;  // an issue, or the talks or a draft as a whole
  };

  Issue issue_of(const VerbGroup& verb, Range object, StanceKind stance) const {
    if (const auto issue = issues_.issue_in(words_, object)) return {issue, true};
    if (verb.passive) {
      if (const auto subject = clauses_.subject_of(verb.head)) {
        Range thing{subject->first, std::min(verb.begin, subject->last + 12)};
        if (const auto issue = issues_.issue_in(words_, thing)) return {issue, true};
        if (names_the_talks(thing)) return {antecedent(), true};
      }
    }
    // What a verb of giving gives is told by the verb too: "free the remaining 14".
    if (const auto issue = issues_.issue_in(words_, {verb.head, object.last})) return {issue, true};
    if (refers_back(object)) {
      const auto issue = antecedent();
      return {issue, issue.has_value() || names_the_talks(object)};
    }
    if (names_the_talks(object)) return {std::nullopt, true};
    if (const auto asked = question_before(verb)) {
      if (const auto issue = issues_.issue_in(words_, *asked)) return {issue, true};
    }
    const bool about_deeds = stance == StanceKind::accuses || stance == StanceKind::denies ||
                             stance == StanceKind::threatens;
    return {std::nullopt, about_deeds};
  }

  // "Asked whether …, she said": what the answer is about.
  std::optional<Range> question_before(const VerbGroup& verb) const {
    if (lower(sentence_.first) != "asked" || !words_.quoted[verb.head]) return std::nullopt;
    std::size_t end = sentence_.first;
    while (end < verb.begin && !words_.quoted[end]) ++end;
    return Range{sentence_.first, end};
  }

  // "the proposal", "it", "this demand", at the head of the object.
  bool refers_back(Range object) const {
    const std::string_view first = lower(object.first);
    if (first == "it" || first == "this") return true;
    if (first != "the") return false;
    const NounGroup* noun = clauses_.noun_at(object.first);
    if (noun == nullptr || noun->end - noun->begin > 2) return false;
    const std::string_view head = lower(noun->head);
    return head == "proposal" || head == "offer" || head == "idea" || head == "demand" ||
           head == "suggestion" || head == "request" || head == "condition" || head == "charge";
  }

  // The issue of the stance before, in this paragraph.
  std::optional<std::size_t> antecedent() const {
    if (found_.empty()) return std::nullopt;
    const Found& last = found_.back();
    const Sentence& its = words_.sentences[reading_.sentence_of(last.verb)];
    if (its.block != sentence_.block || sentence_.first > its.last) return std::nullopt;
    return last.issue;
  }

  bool begins_with_any(Range tokens, std::initializer_list<std::string_view> beginnings) const {
    for (std::size_t i = tokens.first; i < tokens.last; ++i) {
      for (const std::string_view beginning : beginnings) {
        if (lower(i).starts_with(beginning)) return true;
      }
    }
    return false;
  }

  bool names_the_talks(Range tokens) const {
    return begins_with_any(
        {tokens.first, std::min(tokens.last, tokens.first + 14)},
        {"plan",      "draft",      "proposal",        "talks",      "deal",      "negotiat",
         "agreement", "settlement", "summit",          "framework",  "blueprint", "accord",
         "treaty",    "ultimatum",  "counterproposal", "compromise", "clause",    "article",
         "point",     "mediat",     "dialogue",        "meeting"});
  }

  bool names_force(Range tokens) const {
    return begins_with_any({tokens.first, std::min(tokens.last, tokens.first + 8)},
                           {"war", "fight", "attack", "strike", "force", "weapon", "fire", "troop",
                            "army", "armies", "offensive", "assault", "raid", "rebel"});
  }

  bool harm_in(Range tokens) const {
    for (std::size_t i = tokens.first; i < tokens.last; ++i) {
      if (const VerbGroup* verb = clauses_.verb_at(i);
          verb != nullptr && verb->head == i && stance_lexicon().is_harm(lower(i)))
        return true;
    }
    return false;
  }

  // --- extents

  // From a verb's object to where its clause ends, conditions included.
  Range clause_from(std::size_t begin) const {
    std::size_t end = begin;
    const bool inside = begin > 0 && words_.quoted[begin - 1];
    for (; end < sentence_.last && end < begin + kLongestClause; ++end) {
      if (inside && (!words_.quoted[end] || clauses_.tag(end) == Tag::close_quote)) break;
      if (const Condition* condition = condition_at(end)) {
        if (condition->tokens.first > begin) {
          end = condition->tokens.last - 1;
          continue;
        }
      }
      if (ends_clause(end, begin)) break;
    }
    while (end > begin && words_.tokens[end - 1].kind != TokenKind::word &&
           words_.tokens[end - 1].kind != TokenKind::number &&
           !(words_.tokens[end - 1].kind == TokenKind::mark && closes_quote_of(end - 1, begin)))
      --end;
    return {begin, std::max(begin, end)};
  }

  // Past ", subject to approval," and "on Thursday" between a verb and what it is about.
  std::size_t past_aside(std::size_t begin) const {
    if (const Condition* aside = condition_at(begin + 1); aside != nullptr && text(begin) == ",") {
      const std::size_t end = aside->tokens.last;
      return end < sentence_.last && text(end) == "," ? end + 1 : begin;
    }
    std::size_t i = begin;
    if (lower(i) == "on" || lower(i) == "in") ++i;
    const NounGroup* noun = clauses_.noun_at(i);
    const bool time = noun != nullptr && noun->begin == i &&
                      (is(noun->head, WordClass::time) || is(i, WordClass::time) ||
                       is(noun->end - 1, WordClass::time));
    return time && noun->end < sentence_.last && clauses_.verb_at(noun->end) != nullptr ? noun->end
                                                                                        : begin;
  }

  bool closes_quote_of(std::size_t mark, std::size_t begin) const {
    for (std::size_t k = mark; k > begin; --k) {
      if (clauses_.tag(k - 1) == Tag::open_quote) return clauses_.tag(mark) == Tag::close_quote;
      if (clauses_.tag(k - 1) == Tag::close_quote) return false;
    }
    return false;
  }

  const Condition* condition_at(std::size_t i) const {
    for (const Condition& each : conditions_) {
      if (each.tokens.first == i) return &each;
    }
    return nullptr;
  }

  bool ends_clause(std::size_t i, std::size_t begin) const {
    const std::string_view sign = text(i);
    if (sign == ";" || sign == "." || sign == "?" || sign == "!" || sign == "\u2014" ||
        sign == "\u2013" || sign == "--" || sign == ":")
      return true;
    if (i == begin) return false;
    const std::string_view word = lower(i);
    if ((word == "after" || word == "when" || word == "as" || word == "since") &&
        condition_at(i) == nullptr && begins_clause(i))
      return true;
    if (word == "but" || word == "while" || word == "whereas" || word == "although" ||
        word == "though" || word == "because" || word == "yet")
      return true;
    std::size_t next = i;
    const bool comma = sign == ",";
    if (comma) ++next;
    if (comma && condition_at(next) != nullptr) return false;
    if (lower(next) == "and" || lower(next) == "or" || lower(next) == "nor") ++next;
    if (next == i) return false;
    if (comma &&
        (is(next, WordClass::relative) || lower(next) == "who" || clauses_.tag(next) == Tag::WDT ||
         lower(next) == "as" || lower(next) == "after" || lower(next) == "according"))
      return true;
    if (comma && clauses_.tag(next) == Tag::VBG) return true;
    while (is_adverb(clauses_.tag(next))) ++next;
    // "and offered to …": a verb with the same subject, or with one of its own.
    if (const VerbGroup* verb = clauses_.verb_at(next); verb != nullptr && verb->begin <= next)
      return verb->form == record::VerbForm::finite;
    const NounGroup* noun = clauses_.noun_at(next);
    if (noun == nullptr || noun->begin != next) return false;
    std::size_t after = noun->end;
    while (is_adverb(clauses_.tag(after))) ++after;
    const VerbGroup* verb = clauses_.verb_at(after);
    return verb != nullptr && verb->begin == after && verb->form == record::VerbForm::finite;
  }

  // "after peace talks broke up", not "after the war".
  bool begins_clause(std::size_t i) const {
    const NounGroup* noun = clauses_.noun_at(i + 1);
    if (noun == nullptr || noun->begin != i + 1) return false;
    std::size_t after = noun->end;
    while (is_adverb(clauses_.tag(after))) ++after;
    const VerbGroup* verb = clauses_.verb_at(after);
    return verb != nullptr && verb->begin == after && verb->form == record::VerbForm::finite;
  }

  // The clause up to the condition or the subordinate clause that ends it.
  Range object_in(std::size_t begin, Range clause) const {
    std::size_t end = begin;
    for (; end < clause.last; ++end) {
      if (condition_at(end) != nullptr) break;
      const std::string_view word = lower(end);
      if (end > begin + 1 && (word == "since" || word == "after" || word == "until" ||
                              word == "before" || word == "as" || word == "when"))
        break;
    }
    return {begin, end};
  }

  std::optional<Range> condition_of(const VerbGroup& verb, Range clause, StanceKind stance) const {
    const bool refused = stance == StanceKind::rejects || stance == StanceKind::demands ||
                         stance == StanceKind::disapproves;
    for (const Condition& each : conditions_) {
      if (!each.binds || (each.only_if_negated && !refused)) continue;
      const bool after = each.tokens.first >= verb.end && each.tokens.first <= clause.last + 1;
      if (after) return each.tokens;
      // "If they leave, we shall leave": right before, with the subject between.
      if (each.tokens.last <= verb.begin && verb.begin - each.tokens.last < 14 &&
          words_.quoted[each.tokens.first] == words_.quoted[verb.begin] &&
          !sentence_ends_between(each.tokens.last, verb.begin) && !each.only_if_negated &&
          no_finite_between(each.tokens.last, verb.begin))
        return each.tokens;
    }
    return std::nullopt;
  }

  bool sentence_ends_between(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k) {
      if (text(k) == "." || text(k) == ";" || text(k) == "?" || text(k) == "!") return true;
    }
    return false;
  }

  // But for a verb of saying in an aside: "should they come, he said, we will …".
  bool no_finite_between(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k) {
      const VerbGroup* verb = clauses_.verb_at(k);
      if (verb != nullptr && verb->form == record::VerbForm::finite &&
          !lexicon().cue(lower(verb->head)))
        return false;
    }
    return true;
  }

  // --- threats

  // "We will close the harbour if …", "warned that it would strike": will or would, harm, one's own
  // side; with a condition in the sentence, or introduced by a verb of warning.
  bool threat_at(const VerbGroup& verb) {
    const std::string_view modal = verb.modal ? lower(*verb.modal) : std::string_view();
    const bool will =
        modal == "will" || modal == "'ll" || modal == "would" || modal == "shall" || modal == "'d";
    // "will be met with force": what the speaker's own side will do.
    const bool answer = will && verb.passive && lower(verb.head) == "met" &&
                        lower(verb.end) == "with" && !verb.negation &&
                        begins_with_any({verb.end, std::min(sentence_.last, verb.end + 8)},
                                        {"response", "force", "retaliat", "answer", "consequence"});
    // "would regard any patrol as an attack"
    const bool casus = will && !verb.negation && is_casus_belli(verb);
    const bool ready = !verb.modal && is_be(lower(verb.head)) && lower(verb.head + 1) == "ready";
    if (!ready &&
        (!will || verb.negation || verb.passive || !stance_lexicon().is_harm(lower(verb.head))))
      return false;
    const Range clause = clause_from(verb.end);
    const auto condition = condition_of(verb, clause, StanceKind::threatens);
    const auto voice = sides_.voice_at(verb.head);
    bool warned = false;
    if (voice) {
      const auto cue = lexicon().cue(to_lower(sayings_.statements[voice->statement].cue));
      warned = cue && (cue->verb->kind == CueClass::warning || cue->verb->lemma == "vow");
    }
    if (!condition && !warned && !answer && !casus) return false;
    const std::size_t from = verb.begin > sentence_.first + 40 ? verb.begin - 40 : sentence_.first;
    if (ready && (!condition || !begins_with_any({from, clause.last}, {"war", "fight", "attack",
                                                                       "strike", "force", "fire"})))
      return false;
    const std::vector<std::string> parties =
        answer ? sides_.speakers_at(verb.head) : holders_of(verb);
    if (parties.empty()) return false;
    static const StanceWord kThreat{StanceKind::threatens, std::nullopt, "THREATEN", VerbUse::plain,
                                    "threaten"};
    Predicate predicate;
    predicate.word = &kThreat;
    predicate.first = verb.begin;
    predicate.object = verb.end;
    predicate.announced = true;
    const Range object =
        answer ? Range{start_of_clause(verb.begin), verb.begin} : object_in(verb.head, clause);
    const auto issue = issues_.issue_in(words_, object);
    return push({verb.head, answer ? object.first : verb.begin, subject_of(verb), clause, object},
                predicate, parties, StanceKind::threatens, "THREATEN", false, issue, condition);
  }

  bool is_casus_belli(const VerbGroup& verb) const {
    const std::string_view head = lower(verb.head);
    if (head != "regard" && head != "treat" && head != "consider" && head != "view" &&
        head != "see")
      return false;
    for (std::size_t k = verb.end; k + 1 < sentence_.last && k < verb.end + 20; ++k) {
      if (lower(k) != "as" && lower(k) != "a" && lower(k) != "an") continue;
      if (begins_with_any({k + 1, std::min(sentence_.last, k + 5)},
                          {"attack", "aggression", "act of war", "war", "declaration of war"}))
        return true;
    }
    return false;
  }

  static bool is_be(std::string_view word) {
    return word == "is" || word == "are" || word == "was" || word == "were" || word == "'s" ||
           word == "'re" || word == "'m" || word == "am" || word == "be";
  }

  // --- judgements

  // "called point 7 unacceptable", "describes the offer as a trap"; "the fee is unacceptable" in
  // somebody's mouth, or "to Ostria".
  bool judgement_at(const VerbGroup& verb) {
    const auto cue = lexicon().cue(lower(verb.head));
    const bool calls = cue && cue->verb->kind == CueClass::evaluation && !verb.passive;
    const bool finds = lower(verb.head).starts_with("find") || lower(verb.head) == "found" ||
                       lower(verb.head).starts_with("consider") ||
                       lower(verb.head).starts_with("regard") ||
                       lower(verb.head).starts_with("see");
    const bool is = is_be(lower(verb.head));
    if (!calls && !finds && !is) return false;
    const Range clause = clause_from(verb.end);
    for (std::size_t i = clause.first; i < clause.last && i < clause.first + 25; ++i) {
      auto stance = stance_lexicon().judgement(words_from(i));
      if (!stance) continue;
      const bool negated = verb.negation.has_value();
      if (negated) {
        if (*stance != StanceKind::accepts) return false;
        stance = StanceKind::rejects;
      }
      Range thing{clause.first, i};
      std::vector<std::string> parties;
      if (is) {
        const auto subject = clauses_.subject_of(verb.head);
        if (!subject || subject->first < sentence_.first) return false;
        thing = {subject->first, verb.begin};
        const std::size_t to = i + 1;
        if (lower(to) == "to" && clauses_.noun_at(to + 1) != nullptr) {
          const NounGroup* noun = clauses_.noun_at(to + 1);
          parties = sides_.of({noun->begin, noun->end});
        } else {
          parties = sides_.speakers_at(verb.head);
        }
      } else {
        parties = holders_of(verb);
      }
      if (parties.empty()) return false;
      auto issue = issues_.issue_in(words_, thing);
      if (!issue && refers_back(thing)) issue = antecedent();
      if (!issue && !names_the_talks(thing)) return false;
      const StanceWord word{stance, std::nullopt,
                            *stance == StanceKind::rejects   ? "REJECT"
                            : *stance == StanceKind::accepts ? "SUPPORT"
                                                             : "ACCUSE",
                            VerbUse::plain, "judge"};
      Predicate predicate;
      predicate.word = &word;
      predicate.first = verb.begin;
      predicate.past = !is;
      const Range whole{clause.first, std::max(clause.last, i + 1)};
      return push({verb.head, is ? thing.first : verb.begin, subject_of(verb), whole, thing},
                  predicate, parties, *stance, word.plover, negated, issue,
                  condition_of(verb, clause, *stance));
    }
    return false;
  }

  // --- what others must do

  // "said that the prisoners must go home": a demand of whoever says it.
  bool requirement_at(const VerbGroup& verb) {
    if (!verb.modal) return false;
    const std::string_view modal = lower(*verb.modal);
    if (modal != "must" && modal != "should") return false;
    const auto voice = sides_.voice_at(verb.head);
    if (!voice) return false;
    const std::vector<std::string> parties = sides_.speakers_at(verb.head);
    if (parties.empty()) return false;
    const auto subject = subject_of(verb);
    if (!subject) return false;
    const std::vector<std::string> who = sides_.of(*subject);
    if (who == parties || lower(subject->first) == "we" || lower(subject->first) == "i")
      return false;
    const Range clause = clause_from(verb.end);
    const Range object = object_in(verb.head, clause);
    const std::size_t from = std::max(
        {sentence_.first, sayings_.contents[voice->statement].first, start_of_clause(verb.begin)});
    const auto issue = issues_.issue_in(words_, {from, object.last});
    if (!issue) return false;
    static const StanceWord kDemand{StanceKind::demands, std::nullopt, "REQUEST", VerbUse::plain,
                                    "must"};
    Predicate predicate;
    predicate.word = &kDemand;
    predicate.first = verb.begin;
    predicate.negated = verb.negation.has_value();
    std::optional<Range> condition = condition_of(verb, clause, StanceKind::demands);
    return push({verb.head, verb.begin, *subject, clause, object}, predicate, parties,
                StanceKind::demands, "REQUEST", predicate.negated, issue, condition);
  }

  std::size_t start_of_clause(std::size_t i) const {
    while (i > sentence_.first && text(i - 1) != "," && text(i - 1) != "." &&
           lower(i - 1) != "that" && clauses_.tag(i - 1) != Tag::open_quote)
      --i;
    return i;
  }

  // --- what there will or will not be

  // "There will be no truce until …": a refusal of whoever says it; with a condition only, a
  // conditional promise.
  bool existential_at(const VerbGroup& verb) {
    if (!is_be(lower(verb.head)) || !verb.modal || clauses_.tag(verb.begin - 1) != Tag::EX ||
        lower(*verb.modal) == "would" || lower(*verb.modal) == "may" ||
        lower(*verb.modal) == "might")
      return false;
    const std::vector<std::string> parties = sides_.speakers_at(verb.head);
    if (parties.empty()) return false;
    const Range clause = clause_from(verb.end);
    const Range object = object_in(verb.end, clause);
    const bool negated = verb.negation || lower(verb.end) == "no" || lower(verb.end) == "never";
    const auto issue = issues_.issue_in(words_, object);
    if (!issue && !names_the_talks(object)) return false;
    auto condition =
        condition_of(verb, clause, negated ? StanceKind::rejects : StanceKind::accepts);
    for (std::size_t k = object.first; k < clause.last && !condition; ++k) {
      if (lower(k) == "when") condition = Range{k, clause.last};
    }
    if (!negated && !condition) return false;
    static const StanceWord kRefusal{StanceKind::rejects, std::nullopt, "REJECT", VerbUse::plain,
                                     "be"};
    Predicate predicate;
    predicate.word = &kRefusal;
    predicate.first = verb.begin - 1;
    predicate.object = verb.end;
    return push({verb.head, verb.begin - 1, std::nullopt, clause, object}, predicate, parties,
                negated ? StanceKind::rejects : StanceKind::conditional,
                negated ? "REJECT" : "AGREE", negated, issue, condition);
  }

  // --- nouns

  // "X's refusal to leave", "the demand by X that …", "voiced support for …".
  bool noun_at(std::size_t i, const StanceWord& noun) {
    const NounGroup* group = clauses_.noun_at(i);
    if (group == nullptr || group->head != i) return false;
    // What it is about follows it: "its refusal", "their offer" alone say nothing.
    std::size_t next = i + 1;
    std::vector<std::string> parties;
    if (lower(next) == "by" || lower(next) == "from") {
      const NounGroup* by = clauses_.noun_at(next + 1);
      if (by == nullptr) return false;
      parties = sides_.of({by->begin, by->end});
      next = by->end;
    }
    const std::string_view link = lower(next);
    if (link != "to" && link != "that" && link != "for" && link != "of" && link != "over" &&
        link != "on" && link != "about" && link != "against" && link != "with" &&
        link != "towards" && link != "toward")
      return false;
    const VerbGroup* governor =
        group->begin > sentence_.first ? clauses_.verb_at(group->begin - 1) : nullptr;
    bool negated = false;
    if (parties.empty()) {
      const Range before{group->begin, i};
      parties = owners_of(before);
      if (parties.empty() && governor != nullptr &&
          stance_lexicon().is_light_verb(lower(governor->head))) {
        parties = holders_of(*governor);
        negated = governor->negation.has_value();
      }
    }
    if (parties.empty() || negated) return false;
    // "dropped its demand", "may meet the demand": what is said of the noun is another matter.
    if (governor != nullptr && is_dropping(lower(governor->head))) return false;
    const Range clause = clause_from(next + 1);
    const Range object = object_in(next + 1, clause);
    if (object.size() == 0) return false;
    auto issue = issues_.issue_in(words_, object);
    if (!issue && !names_the_talks(object)) return false;
    Predicate predicate;
    predicate.word = &noun;
    predicate.first = group->begin;
    predicate.object = next + 1;
    predicate.past = true;
    std::optional<Range> condition;
    for (const Condition& each : conditions_) {
      if (each.binds && each.tokens.first >= next && each.tokens.first <= clause.last + 2 &&
          (!each.only_if_negated || noun.stance == StanceKind::rejects)) {
        condition = each.tokens;
        break;
      }
    }
    return push({i, group->begin, std::nullopt, clause, object}, predicate, parties, *noun.stance,
                noun.plover, false, issue, condition);
  }

  bool is_dropping(std::string_view verb) const {
    for (const std::string_view beginning : {"drop", "abandon", "gave", "giv", "withdr", "soften",
                                             "revers", "lift", "end", "meet", "met"}) {
      if (verb.starts_with(beginning)) return true;
    }
    return false;
  }

  // "Ostria's", "Ostrian", "its", "his" before a noun.
  std::vector<std::string> owners_of(Range before) const {
    if (before.size() == 0) return {};
    const std::string_view first = lower(before.first);
    if (first == "his" || first == "her" || first == "its" || first == "their" || first == "our") {
      if (first == "our") return sides_.speakers_at(before.first);
      // The subject of its clause, else who was spoken of.
      for (std::size_t k = before.first; k > sentence_.first; --k) {
        const VerbGroup* verb = clauses_.verb_at(k - 1);
        if (verb == nullptr) continue;
        if (verb->form == record::VerbForm::finite) return holders_of(*verb);
        k = verb->begin + 1;
      }
      return {};
    }
    for (std::size_t k = before.first; k < before.last; ++k) {
      std::string side = sides_.at(k);
      if (!side.empty()) return {side};
    }
    return {};
  }

  // --- writing down

  struct Place {
    std::size_t verb = 0;
    std::size_t begin = 0;
    std::optional<Range> subject;
    Range clause;
    Range object;
  };

  // Nobody's stance: a plan's terms, what others foresee.
  bool is_forecast(const Place& place, const Predicate& predicate, const std::string& party) const {
    const auto speakers = sides_.speakers_at(place.verb);
    const auto voice = sides_.voice_at(place.verb);
    if (std::find(speakers.begin(), speakers.end(), party) != speakers.end()) return false;
    if (!voice) {
      // The narrator's "would" tells of a plan.
      const VerbGroup* verb = clauses_.verb_at(place.verb);
      return verb != nullptr && verb->modal && lower(*verb->modal) == "would" &&
             !words_.quoted[place.verb];
    }
    if (predicate.past) return false;  // an act that others report
    return true;
  }

  bool is_term_of_plan(std::size_t verb) const {
    const Sentence& sentence = sentence_;
    for (std::size_t k = sentence.first; k + 2 < verb; ++k) {
      if (lower(k) != "under") continue;
      for (std::size_t n = k + 1; n < k + 6 && n < verb; ++n) {
        if (names_the_talks({n, n + 1}) || lower(n) == "text" || lower(n) == "terms") return true;
      }
    }
    // "4. Ostria gives up …" in a list of points
    if (sides_.voice_at(verb)) return false;
    const Block& block = reading_.document.blocks()[sentence.block];
    const VerbGroup* group = clauses_.verb_at(verb);
    const bool past = group != nullptr && clauses_.tag(group->head) == Tag::VBD;
    return block.lead > 0 && !past && is_numbered(block);
  }

  bool is_numbered(const Block& block) const {
    const char first = reading_.document.readable()[block.begin];
    return first >= '0' && first <= '9';
  }

  bool push(const Place& place, const Predicate& predicate, std::vector<std::string> parties,
            StanceKind stance, const std::string& plover, bool negated,
            std::optional<std::size_t> issue, const std::optional<Range>& condition) {
    if (is_term_of_plan(place.verb)) return false;
    const bool cooperative = stance == StanceKind::accepts || stance == StanceKind::offers ||
                             stance == StanceKind::open || stance == StanceKind::accepts_partly;
    if (predicate.tentative && stance == StanceKind::accepts) stance = StanceKind::open;
    if (condition && cooperative) stance = StanceKind::conditional;
    bool any = false;
    for (const std::string& party : parties) {
      if (is_forecast(place, predicate, party)) continue;
      std::size_t first = place.begin;
      if (place.subject && place.subject->last <= first && first - place.subject->last < 8 &&
          words_.quoted[place.subject->first] == words_.quoted[first] &&
          !joined_between(place.subject->last, first))
        first = place.subject->first;
      std::size_t last = std::max(place.clause.last, place.verb + 1);
      if (condition) {
        first = std::min(first, condition->first);
        last = std::max(last, condition->last);
      }
      Found made;
      Stance& written = made.stance;
      written.passage = reading_.passage(first, last);
      written.text = reading_.text(first, last);
      written.party = party;
      if (issue) written.issue = issues_.id(*issue);
      written.stance = stance;
      written.target = target_in(place.object, party);
      if (condition) written.condition = reading_.passage(condition->first, condition->last).span;
      written.plover = plover;
      written.negated = negated;
      written.confidence = issue && !predicate.tentative ? Confidence::moderate : Confidence::low;
      if (const auto voice = sides_.voice_at(place.verb))
        written.statement = sayings_.statements[voice->statement].id;
      made.tokens = {first, last};
      made.verb = place.verb;
      made.issue = issue;
      made.saying = predicate.word->use == VerbUse::saying;
      found_.push_back(std::move(made));
      any = true;
    }
    if (any && cooperative) add_exception(place, predicate, parties, issue);
    if (any && predicate.word->use != VerbUse::saying) {
      const Range object = object_in(place.clause.first, place.clause);
      covered_ = {place.verb + 1, object.last};
    }
    return any;
  }

  // "accepts the lease, but not the deadline"; "though not with a flag above the pass".
  void add_exception(const Place& place, const Predicate& predicate,
                     const std::vector<std::string>& parties, std::optional<std::size_t> issue) {
    std::size_t i = place.clause.last;
    while (i < sentence_.last && (text(i) == "," || clauses_.tag(i) == Tag::close_quote)) ++i;
    const std::string_view link = lower(i);
    if ((link != "but" && link != "though" && link != "although" && link != "if") ||
        lower(i + 1) != "not")
      return;
    const std::size_t begin = i + 2;
    const VerbGroup* verb = clauses_.verb_at(begin);
    if (verb != nullptr) return;  // a clause of its own
    const Range clause = clause_from(begin);
    const Range object = object_in(begin, clause);
    if (object.size() == 0) return;
    const bool same = lower(begin) == "one" || lower(begin) == "if";
    auto own = same ? issue : issues_.issue_in(words_, object);
    if (!own && !names_the_talks(object)) return;
    static const StanceWord kException{StanceKind::rejects, std::nullopt, "REJECT", VerbUse::plain,
                                       "except"};
    Predicate made = predicate;
    made.word = &kException;
    made.past = true;  // who may speak of the first may speak of this
    push({place.verb, i, std::nullopt, clause, object}, made, parties, StanceKind::rejects,
         "REJECT", true, own, std::nullopt);
  }

  bool joined_between(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k) {
      if (clauses_.tag(k) == Tag::CC) return true;
    }
    return false;
  }

  std::string target_in(Range object, const std::string& party) const {
    for (std::size_t k = object.first; k < object.last && k < object.first + 12; ++k) {
      std::string id = sides_.at(k);
      if (!id.empty() && id != party) return id;
    }
    return {};
  }

  // One stance is written down once: a verb of saying gives way to what it introduces.
  void drop_doubles(std::size_t begin) {
    std::vector<Found> kept;
    for (std::size_t a = begin; a < found_.size(); ++a) {
      bool doubled = false;
      for (std::size_t b = begin; b < found_.size(); ++b) {
        if (a == b || found_[a].stance.party != found_[b].stance.party) continue;
        const bool overlap = found_[a].tokens.first < found_[b].tokens.last &&
                             found_[b].tokens.first < found_[a].tokens.last;
        if (!overlap) continue;
        if (found_[a].saying && !found_[b].saying && b > a) doubled = true;
        const bool same = found_[a].stance.stance == found_[b].stance.stance &&
                          found_[a].stance.issue == found_[b].stance.issue;
        if (same && b < a) doubled = true;
      }
      if (!doubled) kept.push_back(std::move(found_[a]));
    }
    found_.resize(begin);
    for (Found& each : kept) found_.push_back(std::move(each));
  }

  const Words& words_;
  const Reading& reading_;
  const Sayings& sayings_;
  ClauseReading clauses_;
  Sides sides_;
  IssueFinder issues_;
  Sentence sentence_;
  std::vector<Condition> conditions_;
  Range covered_;  // the complement of the last verb of stance, which has no stance of its own
  std::vector<Found> found_;
};

}  // namespace

std::vector<Stance> find_stances(const Reading& reading, const Sayings& sayings,
                                 const std::vector<IssueCues>& issues) {
  return StanceFinder(reading, sayings, issues).run();
}

}  // namespace parley::record::internal
