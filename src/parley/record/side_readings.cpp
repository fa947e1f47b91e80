#include "parley/record/side_readings.hpp"

#include <algorithm>
#include <memory>

#include "parley/record/conditions.hpp"
#include "parley/record/reading_rows.hpp"
#include "parley/record/sides.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kNegationReach = 2;  // tokens before a phrase
constexpr std::size_t kReach = 14;         // tokens to the side that a phrase is about
constexpr std::size_t kLongest = 20;       // tokens of a passage

// What the words tell behind a negation; nothing for what then tells nothing.
std::optional<ReadingKind> opposite(ReadingKind kind) {
  switch (kind) {
    case ReadingKind::in_hurry:
      return ReadingKind::gains_by_delay;
    case ReadingKind::gains_by_delay:
      return ReadingKind::in_hurry;
    case ReadingKind::will_concede:
      return ReadingKind::will_not_concede;
    case ReadingKind::will_not_concede:
      return ReadingKind::will_concede;
    case ReadingKind::leverage:
    case ReadingKind::divided:
    case ReadingKind::excluded:
    case ReadingKind::secrecy:
    case ReadingKind::drift:
    case ReadingKind::other:
      return std::nullopt;
  }
  return std::nullopt;
}

class SideReader {
 public:
  SideReader(const Reading& reading, const Sayings& sayings)
      : reading_(reading), words_(reading.words), sayings_(sayings) {}

  std::vector<SideReading> run() {
    for (const Sentence& sentence : words_.sentences) {
      sentence_ = sentence;
      if (is_asked()) continue;
      for (std::size_t i = sentence.first; i < sentence.last; ++i) i = look_at(i);
    }
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i >= sentence_.first && i < sentence_.last ? words_.tokens[i].lower : std::string_view();
  }

  bool is_asked() const {
    return sentence_.last > sentence_.first && words_.tokens[sentence_.last - 1].text == "?";
  }

  // The token to go on from.
  std::size_t look_at(std::size_t i) {
    const auto word = [&](std::size_t k) { return lower(i + k); };
    for (const std::size_t r : rows_beginning(lower(i))) {
      const ReadingRow& row = reading_rows()[r];
      const auto length = phrase_length(row, word);
      if (!length) continue;
      const Range phrase{i, i + *length};
      if (note(row, phrase)) return phrase.last - 1;
    }
    return i;
  }

  bool is_negated(const ReadingRow& row, Range phrase) const {
    const bool own = row.elements.front().words.front() == "not" ||
                     row.elements.front().words.front() == "no" ||
                     row.elements.front().words.front() == "hard";
    if (own) return false;
    for (std::size_t k = phrase.first; k > sentence_.first && phrase.first - k < kNegationReach;) {
      --k;
      if (lexicon().is(lower(k), WordClass::negation) || lower(k) == "no") return true;
    }
    return false;
  }

  bool note(const ReadingRow& row, Range phrase) {
    std::optional<ReadingKind> kind = row.kind;
    if (is_negated(row, phrase)) kind = opposite(row.kind);
    if (!kind) return false;
    begin_reading();
    SideReading found;
    Range passage = phrase;
    if (row.side != ReadingSide::any) {
      const auto side = row.side == ReadingSide::before ? side_before(phrase) : side_after(phrase);
      if (!side) return false;
      found.subject = side->actor;
      passage = {std::min(phrase.first, side->tokens.first),
                 std::max(phrase.last, side->tokens.last)};
      if (passage.size() > kLongest) passage = phrase;
    }
    name_holder(phrase, found);
    const bool of_itself = !found.subject.empty() && speaks_for(phrase.first, found.subject);
    // What a side says of what it will do is its stance.
    if (of_itself && (*kind == ReadingKind::will_concede || *kind == ReadingKind::will_not_concede))
      return false;
    found.kind = *kind;
    found.passage = reading_.passage(passage.first, passage.last);
    found.text = reading_.text(passage.first, passage.last);
    found.condition = condition_near(passage);
    found.confidence = found.statement.empty() ? Confidence::low : Confidence::moderate;
    found_.push_back(std::move(found));
    return true;
  }

  // The clauses are read where a report holds such a phrase at all.
  void begin_reading() {
    if (sides_) return;
    clauses_ = std::make_unique<ClauseReading>(words_);
    sides_ = std::make_unique<Sides>(reading_, sayings_, *clauses_);
  }

  struct Named {
    std::string actor;
    Range tokens;
  };

  std::optional<Named> named_by(Range phrase) const {
    const auto sides = sides_->of(phrase);
    if (sides.size() != 1) return std::nullopt;
    return Named{sides.front(), phrase};
  }

  // The subject of the phrase's verb, else the nearest side before it.
  std::optional<Named> side_before(Range phrase) const {
    for (std::size_t k = phrase.last; k-- > phrase.first;) {
      if (clauses_->verb_at(k) == nullptr) continue;
      const auto subject = clauses_->subject_of(k);
      if (!subject || subject->first < sentence_.first) continue;
      if (auto named = named_by({subject->first, subject->last})) return named;
    }
    for (std::size_t k = phrase.last; k > sentence_.first && phrase.last - k < kReach;) {
      --k;
      if (const NounGroup* group = clauses_->noun_at(k)) {
        if (auto named = named_by({group->begin, group->end})) return named;
      }
      if (std::string side = sides_->at(k); !side.empty())
        return Named{std::move(side), {k, k + 1}};
    }
    return std::nullopt;
  }

  std::optional<Named> side_after(Range phrase) const {
    for (std::size_t k = phrase.first; k < std::min(sentence_.last, phrase.last + kReach); ++k) {
      const std::string side = sides_->at(k);
      if (!side.empty()) return Named{side, {k, k + 1}};
      if (const NounGroup* group = clauses_->noun_at(k); group != nullptr && k >= phrase.last) {
        if (auto named = named_by({group->begin, group->end})) return named;
      }
    }
    return std::nullopt;
  }

  bool speaks_for(std::size_t token, const std::string& side) const {
    const auto speakers = sides_->speakers_at(token);
    return std::find(speakers.begin(), speakers.end(), side) != speakers.end();
  }

  void name_holder(Range phrase, SideReading& found) const {
    const auto voice = sides_->voice_at(phrase.first);
    if (!voice) return;
    const Statement& statement = sayings_.statements[voice->statement];
    found.statement = statement.id;
    found.holder = statement.speaker;
    found.holder_name = statement.speaker_name;
  }

  std::optional<Span> condition_near(Range passage) const {
    for (const Condition& each : conditions_of(*clauses_, words_, sentence_)) {
      const bool beside =
          each.tokens.last + 1 >= passage.first && each.tokens.first <= passage.last + 2;
      if (each.binds && !each.only_if_negated && beside)
        return reading_.passage(each.tokens.first, each.tokens.last).span;
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const Words& words_;
  const Sayings& sayings_;
  std::unique_ptr<ClauseReading> clauses_;
  std::unique_ptr<Sides> sides_;
  Sentence sentence_;
  std::vector<SideReading> found_;
};

}  // namespace

std::vector<SideReading> find_side_readings(const Reading& reading, const Sayings& sayings) {
  return SideReader(reading, sayings).run();
}

}  // namespace parley::record::internal
