#pragma once

#include "parley/formats/genius_domain.hpp"

namespace parley::formats::internal {

/// Adds a party to the problem by a <utility_space> over the domain: weights, values and
/// reservation of an additive profile, hyper-rectangles of a nonlinear one. With errors among the
/// findings the party is not complete.
void add_profile(XmlElement space, const GeniusDomain& domain, std::string name,
                 bargaining::Problem& problem, Findings& findings);

}  // namespace parley::formats::internal
