#include "parley/conflict/graphviz.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace parley::conflict {
namespace {

// In quotes, with what would end them escaped.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

struct Arrow {
  std::string names;
  bool gains = false;
};

}  // namespace

Result<std::string> to_graphviz(const Graph& graph, const Analysis& analysis) {
  if (graph.size > kMostDrawnStates) {
    return fail(FailureKind::too_large, "too-large", {},
                fmt::format("a graph of {} states is too large to draw; {} are not", graph.size,
                            kMostDrawnStates));
  }
  const std::vector<StateIndex> held = equilibria_of_any(analysis.stability);
  std::string text = "digraph conflict {\n  node [shape=box];\n";
  std::map<std::pair<StateIndex, StateIndex>, Arrow> arrows;
  for (StateIndex s = 0; s < graph.size; ++s) {
    text += fmt::format("  {} [label={}{}];\n", s + 1,
                        quoted(fmt::format("{}: {}", s + 1, graph.label(s))),
                        std::ranges::binary_search(held, s) ? ", peripheries=2" : "");
    for (const Player& each : graph.players) {
      each.moves.for_each(s, [&](StateIndex to) {
        Arrow& arrow = arrows[{s, to}];
        arrow.names += (arrow.names.empty() ? "" : ", ") + each.name;
        arrow.gains = arrow.gains || each.ranks.rank[to] > each.ranks.rank[s];
        return true;
      });
    }
  }
  for (const auto& [ends, arrow] : arrows) {
    text += fmt::format("  {} -> {} [label={}{}];\n", ends.first + 1, ends.second + 1,
                        quoted(arrow.names), arrow.gains ? "" : ", style=dashed");
  }
  return text + "}\n";
}

}  // namespace parley::conflict
