#include <fmt/format.h>

#include <algorithm>

#include "parley/base/text.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

constexpr std::size_t kDraftColumn = 30;
constexpr std::size_t kOddsColumn = 17;

std::string padded(std::string text, std::size_t width) {
  text = shortened(text, width - 2);
  const std::size_t length = count_code_points(text);
  return text + std::string(width > length ? width - length : 0, ' ');
}

}  // namespace

std::string summary(const casefile::Case& source, const assess::Assessment& assessment,
                    std::size_t width) {
  width = std::max(width, kDraftColumn + 2 * kOddsColumn);
  std::string text = shortened(source.title, width - 2) + "\n";
  if (!tells_odds(assessment)) {
    return text + (assessment.deals ? "No odds yet: the case does not say " +
                                          what_is_missing(source, assessment) + ".\n"
                                    : "No odds: no party’s consent is needed.\n");
  }
  if (assessment.drafts.empty()) return text + "The case holds no draft.\n";

  std::vector<std::size_t> shown;
  for (std::size_t party = 0; party < source.parties.size(); ++party) {
    if (needs_consent(source.parties[party].second)) shown.push_back(party);
  }
  const std::size_t room = (width - kDraftColumn - kOddsColumn) / kOddsColumn;
  const std::size_t left_out = shown.size() > room ? shown.size() - room : 0;
  shown.resize(shown.size() - left_out);

  text += "\nOdds that a party prefers the draft to no deal and no red line stops it:\n\n";
  text += padded("Draft", kDraftColumn);
  for (const std::size_t party : shown) {
    text += padded(source.parties[party].second.name, kOddsColumn);
  }
  text += "All together\n" + std::string(width, '-') + "\n";
  for (const assess::DraftAssessment& draft : assessment.drafts) {
    const auto& [id, entry] = source.drafts[draft.draft];
    text += padded(entry.title.empty() ? id : entry.title, kDraftColumn);
    for (const std::size_t party : shown) {
      text += padded(odds_in_numbers(draft.views[party].signs), kOddsColumn);
    }
    text += odds_in_numbers(draft.joint_signs) + "\n";
  }
  text += fmt::format("(sampling alone may move each by {})\n",
                      sampling_error(0.5, assessment.effective_worlds));
  if (left_out > 0) {
    text += fmt::format("({} more whose consent is needed: see the brief)\n", left_out);
  }
  if (!assessment.contradiction.empty()) {
    text += "\nThe case contradicts what happened: " + assessment.contradiction + "\n";
  }
  return text;
}

}  // namespace parley::brief
