#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/estimate.hpp"
#include "parley/base/text.hpp"
#include "parley/casefile/named.hpp"

namespace parley::casefile {

/// A published or project-made scale that gives words a range of numbers, such as "very likely".
struct Scale {
  struct Word {
    std::string word;
    double low = 0;
    double high = 0;
    std::vector<std::string> also;  ///< other words with the same range
  };

  std::string title;
  std::string source;  ///< where the ranges come from
  std::string unit;
  std::vector<Word> words;  ///< in the order of the file

  /// The word that is meant, by its own name or another of its names; letter case does not count,
  /// and an underscore is a space. Null when the scale does not have it.
  const Word* find(std::string_view word) const;
};

using Scales = Named<Scale>;

/// data/scales.yaml, as built into the program.
const Scales& scales();

/// Reads a file of scales: a top-level map `scales` from a name to title, source, unit and words.
Result<Scales> read_scales(const Text& text, std::string_view file);

/// The estimate that a word stands for: its range, all values equally likely, with the word as
/// given on the scale. Nothing when the scale or the word is unknown.
std::optional<Estimate> estimate_of_word(std::string_view scale, std::string_view word);

/// The words of a scale in order; empty when there is no such scale.
std::vector<std::string_view> words_of_scale(std::string_view scale);

}  // namespace parley::casefile
