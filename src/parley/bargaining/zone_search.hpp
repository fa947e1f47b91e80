#pragma once

#include "parley/bargaining/search.hpp"

namespace parley::bargaining::internal {

/// A combination of a feasible model that gives every party at least its floor; nothing when there
/// is none.
Result<std::optional<Choices>> find_rational(const Model& model, const Control& control);

}  // namespace parley::bargaining::internal
