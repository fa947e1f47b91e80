#include "stability_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/brief/words.hpp"
#include "parley/conflict/states.hpp"
#include "parley/conflict/witness.hpp"

namespace parley::app {
namespace {

using namespace conflict;

constexpr std::size_t kMostRows = 30;

std::string left_out(std::size_t all, const char* what) {
  if (all <= kMostRows) return {};
  return fmt::format("  and {} more {} (--json lists all)\n",
                     brief::with_separators(all - kMostRows), what);
}

std::string table(const Graph& graph, const Stability& stability,
                  const std::vector<StateIndex>& held) {
  std::string text = "  state  Nash  GMR  SMR  SEQ  SSEQ  what is done\n";
  for (std::size_t k = 0; k < held.size() && k < kMostRows; ++k) {
    const StateIndex s = held[k];
    const auto mark = [&](Concept each) { return stability.equilibrium(each, s) ? "x" : ""; };
    text += fmt::format("{:>7}{:>5}{:>6}{:>5}{:>5}{:>5}    {}\n", s + 1, mark(Concept::nash),
                        mark(Concept::gmr), mark(Concept::smr), mark(Concept::seq),
                        mark(Concept::sseq), graph.label(s));
  }
  return text + left_out(held.size(), "states");
}

std::string members(const Graph& graph, Group group) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < graph.players.size(); ++i) {
    if (contains(group, i)) names.push_back(graph.players[i].name);
  }
  return brief::joined(names);
}

std::string joint(const Graph& graph, const std::vector<JointImprovement>& improvements) {
  if (improvements.empty()) return {};
  std::string text = "\nStates that some would leave together:\n";
  for (std::size_t k = 0; k < improvements.size() && k < kMostRows; ++k) {
    const JointImprovement& each = improvements[k];
    text += fmt::format("  Together {} can go from {} to {}: {}.\n", members(graph, each.group),
                        each.from + 1, each.path.back().state + 1,
                        to_text(graph, each.from, each.path));
  }
  return text + left_out(improvements.size(), "such changes");
}

std::string ways(const Graph& graph, const Analysis& analysis) {
  if (analysis.routes.empty()) return {};
  std::string text =
      fmt::format("\nFrom state {} ({}):\n", analysis.from + 1, graph.label(analysis.from));
  for (std::size_t k = 0; k < analysis.routes.size() && k < kMostRows; ++k) {
    const Route& each = analysis.routes[k];
    text += fmt::format("  to {}: ", each.to + 1);
    if (each.to == analysis.from) {
      text += "nothing has to happen.\n";
    } else if (each.by_improvements) {
      text += to_text(graph, analysis.from, *each.by_improvements) + "; each gains by its move.\n";
    } else if (each.by_moves) {
      text += to_text(graph, analysis.from, *each.by_moves) + "; not by gains alone.\n";
    } else {
      text += "no way leads there.\n";
    }
  }
  return text + left_out(analysis.routes.size() + analysis.routes_left_out, "states");
}

std::string impossible(const GraphModel& model) {
  if (model.infeasible.empty()) return {};
  const std::string all = brief::with_separators(std::uint64_t{1} << model.options.size());
  std::string text = "\nWhat cannot be, and how many of " + all + " combinations that rules out:\n";
  const auto counts = ruled_out(model);
  for (std::size_t k = 0; k < counts.size() && k < kMostRows; ++k) {
    text += "  " + to_text(model.infeasible[k],
                           [&](std::size_t option) { return option_name(model, option); });
    text += ": " + (counts[k] ? brief::with_separators(*counts[k]) : "too many to count") + "\n";
  }
  return text + left_out(counts.size(), "conditions");
}

}  // namespace

std::string stability_summary(const GraphModel& model, const Graph& graph,
                              const Analysis& analysis) {
  const std::vector<StateIndex> held = equilibria_of_any(analysis.stability);
  std::string text = fmt::format("{} {}, {} decision {}. ", brief::with_separators(graph.size),
                                 graph.size == 1 ? "state" : "states", graph.players.size(),
                                 graph.players.size() == 1 ? "maker" : "makers");
  if (held.empty()) {
    text += "No state is stable for all, under any of the five concepts.\n";
  } else {
    text +=
        "Stable for all, by how far they look ahead:\n\n" + table(graph, analysis.stability, held);
  }
  text += joint(graph, analysis.joint_improvements);
  if (!analysis.coalitions) {
    text += "\nThe model is too large to look at every coalition.\n";
  }
  return text + ways(graph, analysis) + impossible(model);
}

}  // namespace parley::app
