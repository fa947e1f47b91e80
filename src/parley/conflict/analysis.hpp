#pragma once

#include "parley/conflict/stability.hpp"

namespace parley::conflict {

/// Everything that `parley stability` answers about one model.
struct Analysis {
  Stability stability;
};

Result<Analysis> analyse(const Graph& graph, const Control& control = {});

}  // namespace parley::conflict
