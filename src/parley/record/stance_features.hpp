#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/record/stance_candidates.hpp"

namespace parley::record::internal {

/// What is known of a candidate: a property, by the hash of its name, and how much of it there is.
struct Feature {
  std::uint32_t key = 0;
  float value = 1;
};

/// The properties by which a candidate's stance is told: the words of its clause and around it, by
/// stem and by the mean of their vectors, its verb with mood, negation and object, how it is said
/// and by whom, what data/lexicon says of its words, and the stance that the rules (stances.hpp)
/// read there. Names count as names, numbers as numbers. May hold a key twice. Linear in the
/// clause.
std::vector<Feature> features_of(const StanceText& text, const StanceCandidate& candidate,
                                 std::optional<StanceKind> by_rule);

}  // namespace parley::record::internal
