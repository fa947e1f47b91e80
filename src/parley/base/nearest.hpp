#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one word
/// into the other (Damerau 1964; the restricted form, in which no part is edited twice). Counts
/// bytes. Costs the product of the lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that is most probably meant by a mistyped word, or an empty view when none is
/// near: letter case and the choice of space, hyphen or underscore do not count, and one edit is
/// allowed for each three letters of the word (at least one). Of equally near ones the first.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "did you mean X?" when there is a near candidate; else "known here: A, B, C", or nothing when
/// there are no candidates.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace parley
