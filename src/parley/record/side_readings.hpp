#pragma once

#include <vector>

#include "parley/record/reading.hpp"
#include "parley/record/statements.hpp"

namespace parley::record::internal {

/// What is read into the sides of the talks, by the phrases of data/lexicon/readings.tsv, in the
/// order of the text: nothing in questions, nor what a side says of what it will do itself, which
/// is its stance. The side must be one that is known, but where the row names none. Linear.
std::vector<SideReading> find_side_readings(const Reading& reading, const Sayings& sayings);

}  // namespace parley::record::internal
