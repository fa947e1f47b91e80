#pragma once

#include "parley/bargaining/search.hpp"

namespace parley::bargaining::internal {

/// A combination of a feasible model that gives every party at least its floor; nothing when there
/// is none.
Result<std::optional<Choices>> find_rational(const Model& model, const Control& control);

/// A deal that meets these demands, of each party that it needs; nothing when there is none.
/// Whether a party is asked is only told apart where the deal found without its demands breaks one
/// of them.
Result<std::optional<Deal>> find_deal(const Problem& problem, const InForce& in_force,
                                      const Control& control);

}  // namespace parley::bargaining::internal
