#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/casefile/case.hpp"

/// How numbers are said. One scale of words for odds, the number always beside the word, and the
/// confidence in the inputs in a sentence of its own (ICD 203, Analytic Standards, 2015).
namespace parley::brief {

/// The word for a probability: "almost no chance" … "almost certain". The published bands share
/// their ends; [.01, .05), [.05, .20), [.20, .45), [.45, .55], (.55, .80], (.80, .95], (.95, .99]
/// are our reading, symmetric around one half; beyond .01 and .99 the outer words hold.
std::string_view odds_word(double probability);

/// A word of the scale with the probabilities between which it stands.
struct OddsBand {
  std::string_view word;
  double low;
  double high;
};

/// The seven words, the least likely first.
const std::array<OddsBand, 7>& odds_bands();

/// The number: rounded to 5 % between 5 and 95 %, to 1 % outside and where a multiple of 5 would
/// have another word (.19 is "19 %", very unlikely; "20 %" is unlikely); "less than 1 %" and "more
/// than 99 %" at the ends, since nothing uncertain is 0 or 100 %.
std::string percent(double probability);

/// The number or the range of the odds, as percent(): "30 %", "35–60 %", "less than 1 % to 10 %".
std::string percent(assess::Odds odds);

/// Word and number: "unlikely (30 %)"; "unlikely to likely (35–60 %)" where the odds are a range;
/// "not known (2–60 %)" where the range spans four words or more and so says nothing.
std::string odds_in_words(assess::Odds odds);

/// How likely somebody thought something: the word that was given, else the most likely number.
std::string likelihood_in_words(const Estimate& likelihood);

/// A sentence about an event, without its stop: "it is unlikely (30 %) that both sides sign";
/// `event` follows "that".
std::string odds_clause(assess::Odds odds, std::string_view event);

/// Number alone, for tables: "30 %", "35–60 %", "<1 to 60 %".
std::string odds_in_numbers(assess::Odds odds);

/// True when the odds span so many words that they say nothing: four or more of the seven.
bool says_nothing(assess::Odds odds);

/// How far sampling alone may move such odds, in points of percentage: two standard errors of a
/// share of so many effective worlds, never told as less than 1:
/// "± 3 percentage points".
std::string sampling_error(double probability, double effective_worlds);

/// Points won or lost, to whole points: "+12", "−3", "0".
std::string gain_in_points(double points);

/// "3 December 2025".
std::string in_words(casefile::Date date);

/// "low", "moderate", "high".
std::string_view in_words(casefile::Confidence confidence);

/// "a", "a and b", "a, b and c"; empty for none.
std::string joined(const std::vector<std::string>& items);

/// The items with a separator between them, for items that hold commas of their own.
std::string joined(const std::vector<std::string>& items, std::string_view separator);

/// A title in prose, so that its own words do not run into the sentence: “Ukraine and NATO”.
std::string in_quotes(std::string_view title);

/// in_quotes() of each, joined().
std::string in_quotes(const std::vector<std::string>& titles);

/// "Russia’s", "United States’".
std::string possessive(std::string_view name);

/// "no", "one", … "twelve", then digits.
std::string count_in_words(std::size_t count);

/// Digits in groups of three: "10,000".
std::string with_separators(std::size_t number);
std::string with_separators(std::string digits);

/// The text with its first letter as a capital.
std::string capitalised(std::string text);

/// How many words a text has: whatever stands between blanks.
std::size_t words_in(std::string_view text);

/// Cut at a word's end with an ellipsis when longer than `most` code points.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace parley::brief
