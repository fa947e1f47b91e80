#include "parley/record/stance_features.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "parley/base/hash.hpp"
#include "parley/record/inflection.hpp"
#include "parley/record/word_vectors.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kBefore = 4;  // words around a clause that are looked at
constexpr std::size_t kAfter = 3;
constexpr std::size_t kMostWords = 40;  // of a clause
constexpr std::size_t kMostDimensions = 100;

const TextMap<std::string>& irregular_stems() {
  static const TextMap<std::string> stems = [] {
    TextMap<std::string> made;
    for (const auto& row : lexicon_rows("irregular_verbs.tsv")) {
      for (const std::string_view form : split(row[1], ',')) made.emplace(form, row[0]);
    }
    for (const char* form : {"is", "are", "was", "were", "been", "being", "'s", "'re", "am", "'m"})
      made.emplace(form, "be");
    for (const char* form : {"has", "had", "having", "'ve"}) made.emplace(form, "have");
    for (const char* form : {"does", "did", "done"}) made.emplace(form, "do");
    for (const char* form : {"n't", "n’t", "cannot"}) made.emplace(form, "not");
    for (const char* form : {"wo", "'ll", "’ll"}) made.emplace(form, "will");
    made.emplace("'d", "would");
    made.emplace("’d", "would");
    made.emplace("ca", "can");
    return made;
  }();
  return stems;
}

bool strip(std::string_view& word, std::string_view ending, std::size_t least) {
  if (word.size() < ending.size() + least || !word.ends_with(ending)) return false;
  word.remove_suffix(ending.size());
  return true;
}

// What the forms of a word have in common: "refused", "refuses", "refusing" -> "refus".
std::string_view stem_of(std::string_view lower) {
  if (const auto found = irregular_stems().find(lower); found != irregular_stems().end())
    lower = found->second;
  if (lower.size() <= 3) return lower;
  std::string_view stem = lower;
  const bool verb = strip(stem, "ing", 3) || strip(stem, "ied", 3) || strip(stem, "ed", 3);
  if (!verb && !strip(stem, "ies", 3) && !stem.ends_with("ss")) {
    strip(stem, "s", 3);
    strip(stem, "e", 3);
    strip(stem, "y", 3);
  }
  const std::size_t n = stem.size();
  if (verb && n > 3 && stem[n - 1] == stem[n - 2] && stem[n - 1] != 'l' && stem[n - 1] != 's')
    stem.remove_suffix(1);
  return stem;
}

class FeatureMaker {
 public:
  FeatureMaker(const StanceText& text, const StanceCandidate& candidate)
      : text_(text), candidate_(candidate), clause_(candidate.clause), verb_(candidate.verb) {
    clause_.last = std::min(clause_.last, clause_.first + kMostWords);
    role_ = name(candidate.role);
    negated_ = has_negation();
  }

  std::vector<Feature> run(std::optional<StanceKind> by_rule) {
    add("bias");
    if (by_rule) add("rule", name(*by_rule));
    words();
    surroundings();
    if (verb_ != nullptr) predicate();
    voice();
    holder();
    lexicon_classes();
    shape();
    vectors();
    return std::move(made_);
  }

 private:
  void add(std::string_view kind, std::string_view a = {}, std::string_view b = {},
           std::string_view c = {}) {
    std::uint64_t hash = fnv1a(kind);
    for (const std::string_view part : {a, b, c}) hash = fnv1a(part, fnv1a("|", hash));
    made_.push_back({folded(hash), 1});
  }

  std::string_view word(std::size_t i) const {
    if (i >= text_.words.tokens.size()) return {};
    const Token& token = text_.words.tokens[i];
    if (token.kind == TokenKind::number) return "#";
    if (token.kind != TokenKind::word) return token.text;
    if (i >= candidate_.holder.first && i < candidate_.holder.last && is_name(i)) return "@holder";
    if (is_name(i)) return "@name";
    return stem_of(token.lower);
  }

  bool is_name(std::size_t i) const {
    return !text_.sides.at(i).empty() ||
           (is_proper_noun(text_.clauses.tag(i)) && text_.words.tokens[i].is_capital);
  }

  void words() {
    std::string_view before = "<";
    for (std::size_t i = clause_.first; i < clause_.last; ++i) {
      const std::string_view here = word(i);
      const bool conditional = text_.is_hypothetical(i);
      add(conditional ? "wc" : "w", here);
      add("b", before, here);
      if (!conditional) add("wr", here, role_);
      if (negated_) add("wn", here);
      before = here;
    }
    add("b", before, ">");
    add("f", word(clause_.first));
    add("f2", word(clause_.first), clause_.size() > 1 ? word(clause_.first + 1) : ">");
    add("f3", word(clause_.first), clause_.size() > 1 ? word(clause_.first + 1) : ">",
        clause_.size() > 2 ? word(clause_.first + 2) : ">");
    add("z", word(clause_.last - 1));
  }

  void surroundings() {
    const std::size_t floor = text_.sentence.first;
    for (std::size_t k = 1; k <= kBefore && clause_.first >= floor + k; ++k) {
      const std::string_view here = word(clause_.first - k);
      add("l", here);
      if (k == 1) add("l1", here);
      if (k == 2) add("l2", here, word(clause_.first - 1));
    }
    if (clause_.first == floor) add("l1", "<s>");
    for (std::size_t k = 0; k < kAfter && candidate_.clause.last + k < text_.sentence.last; ++k) {
      const std::string_view here = word(candidate_.clause.last + k);
      add("r", here);
      if (k == 0) add("r1", here);
    }
  }

  void predicate() {
    const std::string_view lemma = word(verb_->head);
    const std::string_view modal = text_.modal_of(*verb_);
    const std::string_view mood = modal.empty() ? tense() : stem_of(modal);
    const std::string_view turned = verb_->negation ? "not" : "";
    const std::string_view voice = verb_->passive ? "passive" : "active";
    add("p", lemma);
    add("pn", lemma, turned, mood);
    add("pr", lemma, turned, role_);
    add("pv", lemma, voice);
    add("m", mood, turned);
    add("mr", mood, turned, role_);
    add("t", name_of(verb_->form), voice, turned);
    if (const NounGroup* object = text_.clauses.noun_at(verb_->end);
        object != nullptr && object->head < clause_.last) {
      add("o", word(object->head));
      add("po", lemma, word(object->head), turned);
    }
    add("pa", lemma, word(verb_->end), turned);
    add("ma", mood, word(verb_->end), lemma);
  }

  static std::string_view name_of(record::VerbForm form) {
    constexpr std::array<std::string_view, 4> kNames = {"finite", "infinitive", "ing", "past"};
    return kNames[static_cast<std::size_t>(form)];
  }

  std::string_view tense() const {
    if (verb_->form != record::VerbForm::finite) return name_of(verb_->form);
    for (std::size_t i = verb_->begin; i <= verb_->head; ++i) {
      const Tag tag = text_.clauses.tag(i);
      if (tag == Tag::VBD) return i == verb_->head ? "past" : "past-aux";
      if (tag == Tag::VBZ || tag == Tag::VBP) return i == verb_->head ? "present" : "present-aux";
    }
    return "finite";
  }

  void voice() {
    const bool quoted = text_.words.quoted[clause_.first];
    add("q", quoted ? "quoted" : "plain", role_);
    if (!candidate_.statement) {
      add("c", "narrated", role_);
      return;
    }
    add("c", "told", role_);
    const CueVerb* cue = text_.sides.cue_at(clause_.first);
    if (cue == nullptr) return;
    add("cl", cue->lemma, role_);
    add("cc", name(cue->kind), role_);
    if (verb_ != nullptr) {
      const std::string_view modal = text_.modal_of(*verb_);
      add("cm", name(cue->kind), modal, role_);
      add("cn", name(cue->kind), negated_ ? "not" : "", modal);
      add("cp", name(cue->kind), word(verb_->head));
    }
  }

  // Who it is said of, beside the one whose stance is asked.
  void holder() {
    add("role", role_, candidate_.others_too ? "others" : "alone");
    const Range holder = candidate_.holder;
    const bool inside = holder.first >= clause_.first && holder.last <= clause_.last;
    add("hi", inside ? "inside" : "outside", role_);
    if (holder.size() > 0) {
      add("hl", text_.lower(holder.last - 1), role_);
      add("ha", word(holder.last), role_);
      if (holder.first > 0) add("hb", word(holder.first - 1), role_);
    }
    if (verb_ == nullptr) {
      add("s", "verbless", role_);
      return;
    }
    const auto subject = text_.subject_of(*verb_);
    if (!subject) {
      add("s", "none", role_);
      return;
    }
    const bool own = holder.size() > 0 && subject->overlaps(holder);
    const std::string_view first = text_.lower(subject->first);
    const bool self = first == "i" || first == "we" || (own && !candidate_.statement);
    const std::string_view kind = self ? "self" : own ? "holder" : kind_of(*subject);
    const std::string_view modal = text_.modal_of(*verb_);
    const std::string_view mood = modal.empty() ? tense() : stem_of(modal);
    const std::string_view turned = negated_ ? "not" : "";
    add("sg", kind, mood, turned);
    add("sn", kind, word(verb_->head), turned);
    add("so", kind, mood, word(verb_->head));
    add("s", kind, role_);
    add("sh", word(subject->last - 1), role_);
    add("sm", kind, modal, role_);
    add("sp", kind, word(verb_->head), role_);
  }

  // What a phrase that is not the holder's names, by its last word.
  std::string_view kind_of(Range phrase) const {
    const std::size_t head = phrase.last - 1;
    const std::string_view lower = text_.lower(head);
    if (text_.is(head, WordClass::pronoun)) return "pronoun";
    if (is_name(head)) return "name";
    const Lexicon& list = lexicon();
    for (const BodyWord word : {BodyWord::office, BodyWord::body, BodyWord::armed, BodyWord::pair,
                                BodyWord::government}) {
      if (list.is(lower, word)) return "body";
    }
    const auto role =
        list.roles().match([&](std::size_t k) { return k == 0 ? lower : std::string_view(); });
    return role ? "role" : "thing";
  }

  void lexicon_classes() {
    const std::string_view turned = negated_ ? "not" : "";
    for (std::size_t i = clause_.first; i < clause_.last; ++i) {
      if (const auto verb = stance_lexicon().verb(text_.words_from(i)); verb && verb.word->stance)
        add("lv", name(*verb.word->stance), turned, role_);
      if (const auto judged = stance_lexicon().judgement(text_.words_from(i)))
        add("lj", name(*judged), turned, role_);
      if (stance_lexicon().is_harm(text_.lower(i))) add("lh", turned, role_);
      const auto before = [&](std::size_t k) {
        return i >= clause_.first + k ? text_.lower(i - k) : std::string_view();
      };
      if (const StanceWord* noun = stance_lexicon().noun(before))
        add("ln", name(*noun->stance), turned, role_);
    }
    for (const TopicWord topic : {TopicWord::talks, TopicWord::force, TopicWord::war,
                                  TopicWord::answer, TopicWord::part, TopicWord::back}) {
      if (text_.names(clause_, topic)) add("lt", name(topic));
    }
    if (text_.issue_in(clause_)) add("li");
  }

  void shape() {
    if (text_.is_asked(clause_.first)) add("asked", role_);
    const bool condition =
        std::any_of(text_.conditions.begin(), text_.conditions.end(),
                    [&](const Condition& each) { return each.tokens.overlaps(clause_); });
    const std::string_view modal = verb_ != nullptr ? text_.modal_of(*verb_) : std::string_view();
    if (condition) {
      add("if", role_);
      add("im", modal, role_);
    }
    const std::size_t size = clause_.size();
    add("n", size < 3 ? "2" : size < 6 ? "5" : size < 12 ? "11" : size < 20 ? "19" : "more");
    if (negated_) add("neg", role_);
  }

  void vectors() {
    mean('v', clause_);
    if (verb_ != nullptr) mean('u', {verb_->head, verb_->head + 1});
    if (verb_ != nullptr && verb_->end < clause_.last) mean('y', {verb_->end, clause_.last});
  }

  // The mean of the vectors of the content words, a feature a dimension.
  void mean(char kind, Range tokens) {
    const WordVectors& vectors = WordVectors::builtin();
    std::array<int, kMostDimensions> sum{};
    int count = 0;
    for (std::size_t i = tokens.first; i < tokens.last; ++i) {
      if (text_.is(i, WordClass::determiner) || is_name(i)) continue;
      const auto vector = vectors.of(text_.words.tokens[i].lower);
      if (vector.size() > sum.size() || vector.empty()) continue;
      for (std::size_t d = 0; d < vector.size(); ++d) sum[d] += vector[d];
      ++count;
    }
    if (count == 0) return;
    constexpr float kScale = 2;  // against the features that are there or not
    const float step = kScale * kVectorStep / static_cast<float>(count);
    for (std::size_t d = 0; d < std::min(vectors.dimensions(), sum.size()); ++d) {
      const std::array<char, 3> name = {'v', kind, static_cast<char>(d)};
      made_.push_back({folded(fnv1a(std::string_view(name.data(), name.size()))),
                       step * static_cast<float>(sum[d])});
    }
  }

  bool has_negation() const {
    for (std::size_t i = clause_.first; i < clause_.last; ++i) {
      if (text_.is(i, WordClass::negation)) return true;
    }
    return false;
  }

  const StanceText& text_;
  const StanceCandidate& candidate_;
  Range clause_;
  const VerbGroup* verb_;
  std::string_view role_;
  bool negated_ = false;
  std::vector<Feature> made_;
};

}  // namespace

std::vector<Feature> features_of(const StanceText& text, const StanceCandidate& candidate,
                                 std::optional<StanceKind> by_rule) {
  return FeatureMaker(text, candidate).run(by_rule);
}

}  // namespace parley::record::internal
