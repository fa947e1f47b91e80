#include "parley/drafting/speech_days.hpp"

#include <algorithm>
#include <string_view>

namespace parley::drafting::internal {
namespace {

// Words that may stand between the verb of speech and its day: "told reporters late on Tuesday".
constexpr std::size_t kMostBetween = 3;

bool is_near(std::string_view between) {
  if (between.find_first_of(",.;:?!\n\"'()") != std::string_view::npos) return false;
  // Curly quotation marks and dashes begin with this byte.
  if (between.find('\xE2') != std::string_view::npos) return false;
  std::size_t words = 0;
  for (std::size_t i = 0; i < between.size(); ++i)
    words += between[i] != ' ' && (i == 0 || between[i - 1] == ' ') ? 1U : 0U;
  return words <= kMostBetween;
}

}  // namespace

SpeechDays::SpeechDays(const record::Record& record, const casefile::Named<Text>& texts)
    : texts_(&texts) {
  for (const record::Statement& each : record.statements) statements_[each.id] = &each;
  for (const record::Time& each : record.times) times_[each.passage.report].push_back(&each);
}

std::optional<casefile::Date> SpeechDays::of(const std::string& statement) const {
  const auto found = statements_.find(statement);
  if (found == statements_.end() || !found->second->cue_span) return std::nullopt;
  const record::Statement& said = *found->second;
  const auto known = times_.find(said.passage.report);
  const Text* text = texts_->find(said.passage.report);
  if (known == times_.end() || text == nullptr) return std::nullopt;
  const Span cue = *said.cue_span;
  const std::size_t begin =
      said.speaker_span ? std::min(said.speaker_span->start, cue.start) : cue.start;
  const auto& times = known->second;
  auto after = std::partition_point(times.begin(), times.end(), [&](const record::Time* each) {
    return each->passage.span.start < cue.end;
  });
  if (after != times.end()) {
    const Span day = (*after)->passage.span;
    if (is_near(text->slice({cue.end, day.start})) && !said.passage.span.contains(day))
      return casefile::Date::from_iso((*after)->value);
  }
  // "On Tuesday the minister said"
  auto before = std::partition_point(times.begin(), times.end(), [&](const record::Time* each) {
    return each->passage.span.start < begin;
  });
  if (before != times.begin()) {
    const Span day = (*--before)->passage.span;
    if (day.end <= begin && is_near(text->slice({day.end, begin})) &&
        !said.passage.span.contains(day))
      return casefile::Date::from_iso((*before)->value);
  }
  return std::nullopt;
}

}  // namespace parley::drafting::internal
