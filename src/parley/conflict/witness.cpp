#include "parley/conflict/witness.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::conflict {
namespace {

class Finder {
 public:
  Finder(const Graph& graph, Concept wanted, std::size_t player, StateIndex state)
      : graph_(graph),
        concept_(wanted),
        player_(player),
        state_(state),
        moves_(graph.players[player].moves),
        rank_(graph.players[player].ranks.rank),
        walk_(graph) {}

  Witness find() {
    Witness witness{concept_, player_, state_, true, {}};
    std::vector<StateIndex> improvements;
    moves_.for_each_improvement(state_, [&](StateIndex to) {
      improvements.push_back(to);
      return true;
    });
    std::ranges::sort(improvements);
    std::vector<Deviation> open;
    for (const StateIndex each : improvements) {
      Deviation deviation = look(each);
      auto& into = deviation.sanction && !deviation.escape ? witness.deviations : open;
      into.push_back(std::move(deviation));
    }
    if (open.empty()) return witness;
    witness.stable = false;
    witness.deviations = {*std::ranges::max_element(
        open, {}, [&](const Deviation& each) { return rank_[each.improvement]; })};
    return witness;
  }

 private:
  // A state better than the first that the player reaches from a sanction, the best one.
  std::optional<StateIndex> escape(StateIndex sanction) const {
    std::optional<StateIndex> best;
    moves_.for_each(sanction, [&](StateIndex to) {
      if (rank_[to] > rank_[state_] && (!best || rank_[to] > rank_[*best])) best = to;
      return true;
    });
    return best;
  }

  Deviation look(StateIndex improvement) {
    Deviation deviation{improvement, std::nullopt, std::nullopt};
    if (concept_ == Concept::nash) return deviation;
    const Group others = everybody(graph_) & ~only(player_);
    const auto& reached = answers_improve(concept_) ? walk_.by_improvements(others, improvement)
                                                    : walk_.by_moves(others, improvement);
    for (const StateIndex each : reached) {
      if (rank_[each] > rank_[state_]) continue;
      const auto way_out = looks_for_escape(concept_) ? escape(each) : std::nullopt;
      // The first sanction is kept, with its escape, until one without is found.
      if (way_out && deviation.sanction) continue;
      deviation.sanction = walk_.path(each);
      deviation.escape = way_out;
      if (!way_out) break;
    }
    return deviation;
  }

  const Graph& graph_;
  Concept concept_;
  std::size_t player_;
  StateIndex state_;
  const Moves& moves_;
  const std::vector<Rank>& rank_;
  Walk walk_;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

// "take Attack and drop Blockade", the verbs with an ending for a third person or none.
std::string act_as(const Graph& graph, StateIndex from, StateIndex to, const char* ending) {
  if (graph.options.empty()) return fmt::format("move{} to {}", ending, graph.labels[to]);
  std::vector<std::string> taken;
  std::vector<std::string> dropped;
  const std::string before = graph.letters(from);
  const std::string after = graph.letters(to);
  for (std::size_t k = 0; k < graph.options.size(); ++k) {
    if (before[k] == after[k] || after[k] == '-') continue;
    (after[k] == 'Y' ? taken : dropped).push_back(graph.options[k]);
  }
  std::vector<std::string> parts;
  if (!taken.empty()) parts.push_back(fmt::format("take{} {}", ending, joined(taken)));
  if (!dropped.empty()) parts.push_back(fmt::format("drop{} {}", ending, joined(dropped)));
  return parts.empty() ? fmt::format("move{}", ending) : joined(parts);
}

std::string title(Concept concept_) {
  std::string text(name(concept_));
  if (concept_ == Concept::nash) return "Nash";
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// "Iraq would then take Attack (to 5) and US drop Blockade (to 3)".
std::string would(const Graph& graph, StateIndex from, const Path& path) {
  std::string text;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const std::string& who = graph.players[path[i].player].name;
    text += i == 0 ? who + " would then " : ", " + who + " ";
    text += fmt::format("{} (to {})", act(graph, from, path[i].state), path[i].state + 1);
    from = path[i].state;
  }
  return text;
}

std::string to_text(const Graph& graph, const Witness& witness, const Deviation& deviation) {
  const Player& player = graph.players[witness.player];
  const std::vector<Rank>& rank = player.ranks.rank;
  std::string text =
      fmt::format("{} could {} (to {}) and gain", player.name,
                  act(graph, witness.state, deviation.improvement), deviation.improvement + 1);
  if (!deviation.sanction) {
    if (witness.concept_ != Concept::nash) {
      text += answers_improve(witness.concept_)
                  ? "; nothing that the others would gain by could undo that"
                  : "; nothing that the others can do would undo that";
    }
    return text + ".";
  }
  const StateIndex end = deviation.sanction->back().state;
  text += fmt::format("; {}, which leaves {} {} than now",
                      would(graph, deviation.improvement, *deviation.sanction), player.name,
                      rank[end] < rank[witness.state] ? "worse off" : "no better off");
  if (deviation.escape) {
    text += fmt::format("; but {} could then {} (to {}) and be better off after all", player.name,
                        act(graph, end, *deviation.escape), *deviation.escape + 1);
  } else if (looks_for_escape(witness.concept_)) {
    text += fmt::format(", and nothing that {} could do would mend that", player.name);
  }
  return text + ".";
}

}  // namespace

Witness witness(const Graph& graph, Concept concept_, std::size_t player, StateIndex state) {
  return Finder(graph, concept_, player, state).find();
}

std::string act(const Graph& graph, StateIndex from, StateIndex to) {
  return act_as(graph, from, to, "");
}

std::string to_text(const Graph& graph, const Witness& witness) {
  std::string text = fmt::format("State {} is {}stable for {} ({}).", witness.state + 1,
                                 witness.stable ? "" : "not ", graph.players[witness.player].name,
                                 title(witness.concept_));
  if (witness.deviations.empty()) {
    return text + " " + graph.players[witness.player].name + " has no move that it would gain by.";
  }
  for (const Deviation& each : witness.deviations) text += " " + to_text(graph, witness, each);
  return text;
}

std::string to_text(const Graph& graph, StateIndex from, const Path& path) {
  std::string text;
  for (const Step& each : path) {
    text += (text.empty() ? "" : ", then ") + graph.players[each.player].name + " " +
            fmt::format("{} (to {})", act_as(graph, from, each.state, "s"), each.state + 1);
    from = each.state;
  }
  return text;
}

}  // namespace parley::conflict
