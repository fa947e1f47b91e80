#pragma once

#include "parley/formats/genius_domain.hpp"

namespace parley::formats::internal {

/// Reads the <utility> of a nonlinear profile into a party's values and interactions, divided by
/// `maxutility`: a sum of rectangles, each worth something where every bound holds (INCLUDES) or
/// where some bound does not (EXCLUDES, which wins when both stand in one rectangle).
///
/// Rectangles over one issue become values, others interactions. The weight of the outermost ufun
/// is not applied. Errors: unsupported (aggregation by min or max, other ufuns, bounds on an issue
/// without numbers), missing-element, unknown-issue, too-deep, bad-number.
void read_rectangles(XmlElement utility, const GeniusDomain& domain, std::size_t party_number,
                     bargaining::Party& party, std::vector<bargaining::Interaction>& interactions,
                     Findings& findings);

}  // namespace parley::formats::internal
