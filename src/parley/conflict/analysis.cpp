#include "parley/conflict/analysis.hpp"

namespace parley::conflict {

Result<Analysis> analyse(const Graph& graph, const Control& control) {
  auto found = stability(graph, control);
  if (!found) return tl::unexpected(std::move(found.error()));
  return Analysis{*std::move(found)};
}

}  // namespace parley::conflict
