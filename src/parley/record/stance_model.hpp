#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/record/stance_features.hpp"
#include "parley/record/tagger_weights.hpp"

namespace parley::record::internal {

/// What a clause may be for a holder: nothing, one of the kinds of stance, or what an observer
/// reads into a side.
inline constexpr std::size_t kNoStance = 0;
inline constexpr std::size_t kFirstStance = 1;  // the others follow in the order of StanceKind
inline constexpr std::size_t kReadingClass = kFirstStance + kStanceKindNames.size();
inline constexpr std::size_t kStanceClasses = kReadingClass + 1;

using StanceScores = std::array<float, kStanceClasses>;
/// What one unit of a feature adds to each class, in steps of kStanceQuantum.
using StanceRow = std::array<std::int16_t, kStanceClasses>;
inline constexpr float kStanceQuantum = 1.0F / 1024;

struct StanceFeatureRow {
  std::uint32_t key = 0;
  StanceRow weights{};
};

/// Multinomial logistic regression over features_of, trained by tools/train_stances.cpp.
class StanceModel {
 public:
  /// The model of data/stances; null where there is none.
  static const StanceModel* builtin();
  /// Reads what write_stance_model wrote. "stance-model" when anything is amiss.
  static Result<StanceModel> parse(std::string_view bytes);

  /// The probability of each class.
  StanceScores probabilities(std::span<const Feature> features) const;
  /// The least probability at which a stance is given.
  float threshold() const { return threshold_; }

 private:
  float threshold_ = 1;
  std::vector<StanceRow> rows_;
  HashTable<std::uint32_t> place_;  // of a feature's row, from 1
};

/// The bytes of a model; the rows in ascending order of their keys, each key once.
std::string write_stance_model(float threshold, std::span<const StanceFeatureRow> rows);

}  // namespace parley::record::internal
