#include "parley/record/stance_candidates.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr std::size_t kMostNamed = 2;   // parties of a clause that only its nouns name
constexpr std::size_t kScareQuote = 2;  // tokens of a quotation that is part of its clause

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::number;
}

/// Cuts a sentence into clauses.
class ClauseCutter {
 public:
  explicit ClauseCutter(const StanceText& text) : text_(text) {}

  std::vector<Range> run() {
    begin_ = text_.sentence.first;
    voice_ = voice_at(begin_);
    for (std::size_t i = begin_; i < text_.sentence.last; ++i) i = step(i);
    close(text_.sentence.last);
    return std::move(found_);
  }

 private:
  std::optional<std::size_t> voice_at(std::size_t i) const {
    const auto voice = text_.sides.voice_at(i);
    return voice ? std::optional(voice->statement) : std::nullopt;
  }

  // The token to go on from.
  std::size_t step(std::size_t i) {
    const auto voice = voice_at(i);
    const bool word = is_word(text_.words.tokens[i]);
    if (word && voice != voice_) {
      close(i);
      begin_ = i;
      voice_ = voice;
    }
    if (is_quotation_mark(i)) {
      close(i);
      begin_ = i + 1;
      return i;
    }
    if (const Condition* condition = text_.condition_at(i)) {
      if (i == begin_) past_condition_ = condition->tokens.last;
      return std::max(i, std::min(condition->tokens.last, text_.sentence.last) - 1);
    }
    const bool only_condition = past_condition_ > begin_ && i <= past_condition_ + 1;
    if (i > begin_ && !only_condition && text_.ends_clause(i, begin_)) {
      close(i);
      begin_ = word ? i : i + 1;
    }
    return i;
  }

  // Of a quotation that is no mere label.
  bool is_quotation_mark(std::size_t i) const {
    const Tag tag = text_.clauses.tag(i);
    if (tag == Tag::open_quote) {
      std::size_t k = i + 1;
      while (k < text_.sentence.last && text_.clauses.tag(k) != Tag::close_quote) ++k;
      return k - i > kScareQuote + 1;
    }
    if (tag != Tag::close_quote) return false;
    std::size_t k = i;
    while (k > text_.sentence.first && text_.clauses.tag(k - 1) != Tag::open_quote) --k;
    return i - k > kScareQuote;
  }

  void close(std::size_t end) {
    std::size_t first = begin_;
    while (first < end && !is_word(text_.words.tokens[first])) ++first;
    while (end > first && !is_word(text_.words.tokens[end - 1])) --end;
    if (end > first) found_.push_back({first, end});
  }

  const StanceText& text_;
  std::size_t begin_ = 0;
  std::size_t past_condition_ = 0;
  std::optional<std::size_t> voice_;
  std::vector<Range> found_;
};

// The first finite verb outside conditions, else the first verb.
const VerbGroup* verb_of(const StanceText& text, Range clause) {
  const VerbGroup* first = nullptr;
  for (const VerbGroup* verb = text.clauses.verb_from(clause.first);
       verb != nullptr && verb->head < clause.last; verb = text.clauses.verb_from(verb->end)) {
    if (verb->form == record::VerbForm::finite && !text.is_hypothetical(verb->head)) return verb;
    if (first == nullptr) first = verb;
  }
  return first;
}

// "the lawyers maintain that", "says Marek": whom the clause names as saying what stands beside it.
std::optional<Range> sayer_in(const StanceText& text, Range clause) {
  constexpr std::size_t kLongest = 16;  // tokens
  constexpr std::size_t kBehind = 3;    // "that", "on Friday", "with regret"
  const VerbGroup* verb = verb_of(text, clause);
  if (verb == nullptr || clause.size() > kLongest || verb->form != record::VerbForm::finite ||
      verb->negation || !lexicon().cue(text.lower(verb->head)))
    return std::nullopt;
  const auto subject = text.subject_of(*verb);
  if (!subject || subject->first < clause.first || subject->last > clause.last) return std::nullopt;
  const std::size_t behind = std::max(verb->end, subject->last);
  if (clause.last > behind + kBehind) return std::nullopt;
  return subject;
}

// "MR VOS: …", "A (Pilar Urrutia): …", "09:20 Kessim: …": tokens before the colon.
std::optional<Range> label_ending_at(const StanceText& text, std::size_t colon, std::size_t floor) {
  constexpr std::size_t kLongest = 14;
  std::size_t first = colon;
  while (first > floor && colon - first < kLongest && text.clauses.verb_at(first - 1) == nullptr &&
         text.text(first - 1) != "?" && text.text(first - 1) != "." && text.text(first - 1) != "!")
    --first;
  const bool starts = first == floor || text.text(first - 1) == "?" ||
                      text.text(first - 1) == "." || text.text(first - 1) == "!";
  while (first < colon && text.words.tokens[first].kind == TokenKind::number) ++first;
  if (!starts || first == colon || !text.words.tokens[first].is_capital) return std::nullopt;
  return Range{first, colon};
}

// The label under which the token stands in its paragraph, if any.
std::optional<Range> label_before(const StanceText& text, std::size_t token) {
  constexpr std::size_t kReach = 200;  // tokens that are looked back at
  const std::size_t floor = std::max(text.paragraph, token > kReach ? token - kReach : 0);
  for (std::size_t k = token; k > floor; --k) {
    if (text.text(k - 1) != ":" || text.words.quoted[k - 1]) continue;
    if (const auto label = label_ending_at(text, k - 1, text.paragraph)) return label;
  }
  return std::nullopt;
}

/// Who says a clause that is in no statement.
struct Saying {
  Range holder;
  std::vector<std::string> parties;
};

class Holders {
 public:
  Holders(const StanceText& text, Range clause, std::optional<Saying> saying)
      : text_(text), saying_(std::move(saying)) {
    base_.clause = clause;
    base_.verb = verb_of(text, clause);
  }

  std::vector<StanceCandidate> run() {
    speaker();
    if (base_.verb != nullptr) {
      subject();
      agent();
    }
    named();
    for (StanceCandidate& each : found_) each.others_too = found_.size() > 1;
    return std::move(found_);
  }

 private:
  void add(HolderRole role, Range holder, std::vector<std::string> parties) {
    for (const StanceCandidate& each : found_) {
      const bool same = !parties.empty() && each.parties == parties;
      if (same || (holder.size() > 0 && each.holder.overlaps(holder))) return;
    }
    StanceCandidate made = base_;
    made.role = role;
    made.holder = holder;
    made.parties = std::move(parties);
    found_.push_back(std::move(made));
  }

  void speaker() {
    const auto voice = text_.sides.voice_at(base_.clause.first);
    if (!voice) {
      if (saying_) add(HolderRole::speaker, saying_->holder, saying_->parties);
      return;
    }
    base_.statement = voice->statement;
    auto parties = text_.sides.speakers_at(base_.clause.first);
    if (parties.empty()) parties = named_behind(voice->speaker);
    add(HolderRole::speaker, voice->speaker, std::move(parties));
  }

  // "village elder Saidbek R.", of which only "village" was taken for the speaker.
  std::vector<std::string> named_behind(Range phrase) const {
    constexpr std::size_t kReach = 3;  // tokens
    for (std::size_t i = phrase.last; phrase.size() > 0 && i < phrase.last + kReach; ++i) {
      std::string side = text_.sides.at(i);
      if (!side.empty()) return {std::move(side)};
      if (!is_noun(text_.clauses.tag(i))) break;
    }
    return {};
  }

  void subject() {
    if (base_.verb->passive) return;
    const auto subject = text_.subject_of(*base_.verb);
    if (!subject) return;
    // "We" in the mouth of a speaker is the speaker.
    const std::string_view first = text_.lower(subject->first);
    const bool self = subject->size() == 1 && (first == "we" || first == "i" || first == "you" ||
                                               first == "there" || first == "it");
    if (self && (base_.statement || saying_)) return;
    add(HolderRole::subject, *subject, text_.sides.of(*subject));
  }

  void agent() {
    if (!base_.verb->passive) return;
    const auto agent = text_.clauses.agent_of(base_.verb->head);
    if (agent) add(HolderRole::agent, *agent, text_.sides.of(*agent));
  }

  void named() {
    std::size_t count = 0;
    for (std::size_t i = base_.clause.first; i < base_.clause.last && count < kMostNamed; ++i) {
      const std::string side = text_.sides.at(i);
      if (side.empty() || (i > base_.clause.first && text_.sides.at(i - 1) == side)) continue;
      ++count;
      add(HolderRole::named, {i, i + 1}, {side});
    }
  }

  const StanceText& text_;
  std::optional<Saying> saying_;
  StanceCandidate base_;
  std::vector<StanceCandidate> found_;
};

/// The clauses of a sentence with who says them.
class Sayers {
 public:
  explicit Sayers(const StanceText& text) : text_(text), clauses_(ClauseCutter(text).run()) {
    for (const Range clause : clauses_) sayers_.push_back(sayer_in(text, clause));
  }

  const std::vector<Range>& clauses() const { return clauses_; }
  /// Whether the clause does nothing but name who speaks, or puts a question.
  bool is_frame(std::size_t c) const {
    if (sayers_[c] || introduces(c) || is_label(c)) return true;
    const auto label = label_before(text_, clauses_[c].first);
    return label && label->size() == 1 && text_.lower(label->first) == "q";
  }

  std::optional<Saying> of(std::size_t c) const {
    if (const auto label = label_before(text_, clauses_[c].first)) return of_label(*label);
    if (c > 0 && sayers_[c - 1]) return of_phrase(*sayers_[c - 1]);
    for (std::size_t k = c + 1; k < clauses_.size(); ++k) {
      if (sayers_[k]) return of_phrase(*sayers_[k]);
    }
    return std::nullopt;
  }

 private:
  // "The minister of trade, Marek, | has declared | himself not against a pause"
  bool introduces(std::size_t c) const {
    const Range clause = clauses_[c];
    const VerbGroup* verb = verb_of(text_, clause);
    return verb != nullptr && verb->end == clause.last && c + 1 < clauses_.size() &&
           lexicon().cue(text_.lower(verb->head)) && text_.sides.voice_at(clauses_[c + 1].first) &&
           !text_.sides.voice_at(clause.first);
  }

  // "A", "MR VOS" before a colon
  bool is_label(std::size_t c) const {
    const Range clause = clauses_[c];
    return text_.text(clause.last) == ":" && clause.last < text_.sentence.last &&
           label_ending_at(text_, clause.last, text_.paragraph).has_value();
  }

  Saying of_phrase(Range phrase) const { return {phrase, text_.sides.of(phrase)}; }

  // "A:" is the answer of who is interviewed.
  Saying of_label(Range label) const {
    if (text_.lower(label.first) == "a" && text_.text(label.first) == "A") {
      if (label.size() == 1) {
        std::string person = text_.sides.first_person();
        return {{}, person.empty() ? std::vector<std::string>{} : std::vector{std::move(person)}};
      }
      ++label.first;
    }
    for (std::size_t i = label.first; i < label.last; ++i) {
      std::string side = text_.sides.at(i);
      if (!side.empty()) return {label, {std::move(side)}};
    }
    return of_phrase(label);
  }

  const StanceText& text_;
  std::vector<Range> clauses_;
  std::vector<std::optional<Range>> sayers_;
};

}  // namespace

std::vector<StanceCandidate> candidates_in(const StanceText& text) {
  std::vector<StanceCandidate> found;
  const Sayers sayers(text);
  for (std::size_t c = 0; c < sayers.clauses().size(); ++c) {
    if (sayers.is_frame(c)) continue;
    auto holders = Holders(text, sayers.clauses()[c], sayers.of(c)).run();
    for (StanceCandidate& each : holders) found.push_back(std::move(each));
  }
  return found;
}

}  // namespace parley::record::internal
