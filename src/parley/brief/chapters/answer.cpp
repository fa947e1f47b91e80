#include "parley/brief/chapters/answer.hpp"

#include <algorithm>

#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/prose_name.hpp"

namespace parley::brief {
namespace {

using assess::DraftAssessment;

// More names than this and a sentence gives their number instead.
constexpr std::size_t kNamed = 4;
// What decides is told of so many parties, whose values move the odds most.
constexpr std::size_t kDeciding = 2;

// Odds that are told in the head even where they are hardly known.
constexpr double kUnlikely = 0.20;
// Odds below which there is almost no chance.
constexpr double kHopeless = 0.05;

// "another deal is very unlikely (15 %)".
std::string another_deal(double odds) {
  const std::string word(odds_word(odds));
  const std::string number = " (" + percent(odds) + ")";
  if (word.find("chance") == std::string::npos) return "another deal is " + word + number;
  return "another deal has " + std::string(odds < kHopeless ? "" : "a ") + word + number;
}

// What the drafts on the table come to; empty when there are none.
std::string about_drafts(const Material& material) {
  if (material.assessment.drafts.empty()) return {};
  const auto judged = judged_drafts(material);
  const std::string all = all_together(material.source);
  if (judged.empty()) return "Too little of any draft is known to judge it";
  const DraftAssessment& best = *judged.front();
  const std::string title = in_quotes(draft_title(material.source, best.draft));
  if (best.joint_signs.high < kRefused) {
    if (judged.size() == 1) return title + " would hardly be signed by " + all;
    return "No known draft " +
           std::string(best.joint_signs.high < kHopeless ? "would" : "is likely to") +
           " be signed by " + all;
  }
  return capitalised(odds_clause(best.joint_signs, all + " would sign " + title));
}

// What follows them: what any other deal comes to.
std::string about_other_deals(const Material& material) {
  const double odds = material.assessment.deals->zone;
  const std::optional<Reach> ends = reach(material);
  if (!ends || !says_nothing(ends->odds)) return another_deal(odds);
  const bool near_an_end = odds < kUnlikely || odds > 1 - kUnlikely;
  return (near_an_end ? another_deal(odds) : std::string("another deal might be")) +
         ", and that hangs on " + what_decides(material.source, *ends, "without one");
}

}  // namespace

std::vector<const DraftAssessment*> judged_drafts(const Material& material) {
  std::vector<const DraftAssessment*> judged;
  for (const DraftAssessment& each : material.assessment.drafts) {
    if (!says_nothing(each.joint_signs)) judged.push_back(&each);
  }
  std::stable_sort(judged.begin(), judged.end(),
                   [](const DraftAssessment* a, const DraftAssessment* b) {
                     return a->joint_signs.high > b->joint_signs.high;
                   });
  return judged;
}

std::optional<Reach> reach(const Material& material) {
  const assess::Span& span = material.assessment.deals->span;
  if (span.wide.empty() || percent(span.zone.low) == percent(span.zone.high)) return std::nullopt;
  return Reach{span.zone, span.wide};
}

std::string question_in_words(const casefile::Case& source, const assess::Question& question) {
  return "would " + casefile::name_in_prose(source.parties[question.party].second.name) +
         " rather sign " + in_quotes(draft_title(source, question.draft)) + " than have no deal?";
}

std::string from_to(assess::Odds odds) {
  const std::string low = percent(odds.low);
  const std::string high = percent(odds.high);
  const bool plain = odds.low >= 0.01 && odds.high <= 0.99;
  return (plain ? low.substr(0, low.size() - 2) : low) + " to " + high;
}

std::string what_decides(const casefile::Case& source, const Reach& reach,
                         std::string_view without) {
  std::vector<std::string> names;
  for (const std::size_t party : reach.parties) {
    if (names.size() == kDeciding) break;
    names.push_back(casefile::name_in_prose(source.parties[party].second.name));
  }
  return "what " + joined(names) + (names.size() == 1 ? " gets " : " get ") + std::string(without);
}

std::string all_together(const casefile::Case& source) {
  const std::size_t count = consenting_count(source);
  if (count > kNamed) {
    return "all " + count_in_words(count) + " parties whose consent is needed";
  }
  const std::string names = consenting_parties(source);
  return count < 2 ? names : (count == 2 ? "both " : "all of ") + names;
}

std::string answer(const Material& material) {
  const casefile::Case& source = material.source;
  if (!material.assessment.deals) return "No party is known whose consent a deal would need";
  if (!tells_odds(material.assessment)) {
    return "Whether a deal is possible cannot be told yet: nobody has said " +
           what_is_missing(source, material.assessment);
  }
  if (!material.assessment.contradiction.empty()) {
    return "The estimates of this case contradict what happened, so its odds cannot be relied on";
  }
  const std::string drafts = about_drafts(material);
  if (drafts.empty()) {
    const double odds = material.assessment.deals->zone;
    const std::optional<Reach> ends = reach(material);
    const std::string all = all_together(source);
    if (ends && says_nothing(ends->odds)) {
      return "Whether any deal would be signed by " + all + " hangs on " +
             what_decides(source, *ends, "without one");
    }
    return capitalised(odds_clause({odds, odds}, "a deal exists that " + all + " would sign"));
  }
  return drafts + "; " + about_other_deals(material);
}

}  // namespace parley::brief
