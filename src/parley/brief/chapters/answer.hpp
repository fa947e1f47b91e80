#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "parley/brief/chapters.hpp"

/// What the first screen of a brief says: the answer, how far it reaches, who would sign what.
namespace parley::brief {

/// Odds below which a draft is said to be refused: those of "very unlikely" and less.
inline constexpr double kRefused = 0.2;

/// The answer in one sentence without its stop. It gives a likelihood only where the widest
/// estimates leave one; where they leave almost any, it says what decides. Of a case that yields no
/// odds it says so.
std::string answer(const Material& material);

/// How far the odds of a deal reach when the widest of the estimates behind them stand at their
/// ends.
struct Reach {
  assess::Odds odds;                 ///< the two ends
  std::vector<std::size_t> parties;  ///< whose value of having no deal is so wide
};

/// As Assessment::deals has it; nothing where no value is wide, or the ends are said alike.
std::optional<Reach> reach(const Material& material);

/// "would Velm rather sign “First draft” than have no deal?"
std::string question_in_words(const casefile::Case& source, const assess::Question& question);

/// The two ends after "anything from": "1 to 70 %", "less than 1 % to 70 %".
std::string from_to(assess::Odds odds);

/// "what Russia and Ukraine get without a deal".
std::string what_decides(const casefile::Case& source, const Reach& reach,
                         std::string_view without = "without a deal");

/// "both Russia and Ukraine", "all of Ostria, Velm and Merin", "all nine parties whose consent is
/// needed"; the party's own name where there is only one.
std::string all_together(const casefile::Case& source);

/// Drafts whose odds say something, the most promising first; ties keep the order of the case.
std::vector<const assess::DraftAssessment*> judged_drafts(const Material& material);

/// Whose odds stand in the strip.
enum class Columns {
  asked,       ///< all whose consent some draft needs
  every_deal,  ///< those whose consent every deal needs
};

/// Each draft with the odds that each party whose consent is needed would sign it, then any other
/// deal; drafts of which too little is known share a row. Of those that can be judged at most
/// `most`, the most promising. Needs Assessment::deals.
Figure strip(const Material& material, Columns columns = Columns::asked,
             std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace parley::brief
