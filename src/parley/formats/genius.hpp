#pragma once

#include <vector>

#include "parley/base/result.hpp"
#include "parley/formats/source.hpp"

namespace parley::formats {

struct GeniusOptions {
  /// Into how many equal steps the range of a real issue is divided; at least 1.
  std::size_t real_steps = 100;
};

/// Reads a negotiation of GENIUS (Hindriks et al. 2009; the files of its version 10.4): a domain
/// and one profile a party. The parties are called by their files.
///
/// Utilities are GENIUS's own, on [0, 1], as docs/formats.md tells: discrete evaluations are
/// divided by the largest, integer and real evaluators are cut to [0, 1], weights are taken
/// as they are, the sum is cut to at most 1 (with a warning where that would be too much work),
/// hyper-rectangles become interactions, and an absent reservation value is 0. Discount factors are
/// left out, with a warning. Fails with everything that is wrong, each with line and column.
Result<ReadProblem> read_genius(const Source& domain, const std::vector<Source>& profiles,
                                const GeniusOptions& options = {});

}  // namespace parley::formats
