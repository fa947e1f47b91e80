#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "parley/record/reading.hpp"

namespace parley::record::internal {

/// For each report the earlier one whose text it copies; nothing for a witness of its own.
///
/// A copy shares at least half of the runs of eight words of the shorter of the two. Linear in the
/// words: a run is compared with its first occurrence only.
std::vector<std::optional<std::size_t>> find_copies(
    const std::vector<std::unique_ptr<Reading>>& readings);

}  // namespace parley::record::internal
