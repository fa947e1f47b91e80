#include "parley/conflict/internal/minima.hpp"

#include <algorithm>

namespace parley::conflict::internal {
namespace {

// The graph of the opponents' answers has two kinds of nodes. A state node is a state that an
// opponent has moved to; where moves are not transitive there is one for each opponent, since it
// may not move again at once. A list node is a position in an opponent's list of targets, at which
// the answers from some state begin: improvements begin anywhere in a list, so the node leads to
// the state there and to the next position; moves begin at the front, so one node leads to all. A
// state has one arc for each list, not for each move.
class AnswerGraph {
 public:
  AnswerGraph(const Graph& graph, std::size_t player, Answers answers)
      : size_(graph.size), transitive_(graph.transitive), answers_(answers) {
    for (std::size_t j = 0; j < graph.players.size(); ++j) {
      if (j != player) movers_.push_back(&graph.players[j].moves);
    }
    std::size_t next = transitive_ ? size_ : size_ * movers_.size();
    state_nodes_ = static_cast<std::uint32_t>(next);
    for (const Moves* each : movers_) {
      base_.push_back(static_cast<std::uint32_t>(next));
      next += each->positions();
    }
    nodes_ = next;
  }

  std::size_t nodes() const { return nodes_; }
  std::uint32_t state_nodes() const { return state_nodes_; }
  bool is_state(std::uint32_t node) const { return node < state_nodes_; }
  StateIndex state(std::uint32_t node) const {
    return static_cast<StateIndex>(transitive_ ? node : node % size_);
  }

  // The arc-th arc of a node; kNone where it leads nowhere, kEnd behind the last.
  static constexpr std::uint32_t kEnd = Moves::kNone - 1;
  std::uint32_t arc(std::uint32_t node, std::uint32_t arc) const {
    return is_state(node) ? state_arc(node, arc) : list_arc(node, arc);
  }

  // Calls use(list node) for each list of answers to a state.
  template <class Use>
  void for_each_list(StateIndex from, Use use) const {
    for (std::size_t j = 0; j < movers_.size(); ++j) {
      for (const Moves::Link& each : movers_[j]->links(from)) {
        const std::uint32_t position = start(each);
        if (position != Moves::kNone) use(base_[j] + position);
      }
    }
  }

 private:
  std::uint32_t start(const Moves::Link& link) const {
    return answers_ == Answers::moves ? link.begin : link.above;
  }

  std::uint32_t state_arc(std::uint32_t node, std::uint32_t arc) const {
    const StateIndex from = state(node);
    const std::size_t silent = transitive_ ? movers_.size() : node / size_;
    for (std::size_t j = 0; j < movers_.size(); ++j) {
      if (j == silent) continue;
      const auto links = movers_[j]->links(from);
      if (arc < links.size()) {
        const std::uint32_t position = start(links[arc]);
        return position == Moves::kNone ? Moves::kNone : base_[j] + position;
      }
      arc -= static_cast<std::uint32_t>(links.size());
    }
    return kEnd;
  }

  std::uint32_t list_arc(std::uint32_t node, std::uint32_t arc) const {
    std::size_t j = base_.size() - 1;
    while (base_[j] > node) --j;
    const Moves& moves = *movers_[j];
    std::uint32_t position = node - base_[j];
    if (answers_ == Answers::moves) {
      position += arc;
      if (arc > 0 && moves.is_last(position - 1)) return kEnd;
    } else if (arc > 0) {
      return arc > 1 || moves.is_last(position) ? kEnd : node + 1;
    }
    const StateIndex target = moves.target(position);
    return transitive_ ? target : static_cast<std::uint32_t>(j * size_ + target);
  }

  std::size_t size_;
  bool transitive_;
  Answers answers_;
  std::vector<const Moves*> movers_;
  std::vector<std::uint32_t> base_;  // the first list node of each mover
  std::uint32_t state_nodes_ = 0;
  std::size_t nodes_ = 0;
};

void lower(Worth& worth, const Worth& other) {
  worth[0] = std::min(worth[0], other[0]);
  worth[1] = std::min(worth[1], other[1]);
}

// By position: the rank of the best state of the list from there on, which stands at its end.
std::vector<Rank> best_of_lists(const Player& player) {
  const Moves& moves = player.moves;
  std::vector<Rank> best(moves.positions());
  for (auto p = static_cast<std::uint32_t>(best.size()); p-- > 0;) {
    best[p] = moves.is_last(p) ? player.ranks.rank[moves.target(p)] : best[p + 1];
  }
  return best;
}

// Strongly connected components (Tarjan 1972, without recursion, with the one number a node of
// Pearce 2016). A component closes after all that it leads to, so its minimum is known by then.
class Components {
 public:
  Components(const AnswerGraph& graph, const Player& player)
      : graph_(graph), nodes_(graph.nodes()) {
    const std::vector<Rank>& rank = player.ranks.rank;
    const std::vector<Rank> best = best_of_lists(player);
    for (std::uint32_t node = 0; node < graph.state_nodes(); ++node) {
      const StateIndex state = graph.state(node);
      Worth& worth = nodes_[node].smallest = {rank[state], rank[state]};
      for (const Moves::Link& each : player.moves.links(state)) {
        if (each.begin != Moves::kNone) worth[1] = std::max(worth[1], best[each.begin]);
      }
    }
  }

  // The smallest that is reached from a node, itself included.
  Worth smallest(std::uint32_t root) {
    if (nodes_[root].mark == 0) {
      open(root);
      while (!frames_.empty()) step();
    }
    return nodes_[root].smallest;
  }

 private:
  static constexpr std::uint32_t kClosed = Moves::kNone;
  static constexpr std::uint32_t kNotRoot = 1U << 31U;

  struct Node {
    std::uint32_t mark = 0;  // 0 before the visit, then the smallest number it leads to
    Worth smallest = kUnreached;
  };
  // Where the search stands: a node and its next arc, with kNotRoot once it is known to be none.
  struct Frame {
    std::uint32_t node;
    std::uint32_t arc;
  };

  void open(std::uint32_t node) {
    nodes_[node].mark = ++count_;
    frames_.push_back({node, 0});
  }

  // Follows arcs of the topmost node until one leads to a new node or there are no more.
  void step() {
    Frame& frame = frames_.back();
    Node& node = nodes_[frame.node];
    for (;; ++frame.arc) {
      const std::uint32_t next = graph_.arc(frame.node, frame.arc & ~kNotRoot);
      if (next == AnswerGraph::kEnd) break;
      if (next == Moves::kNone) continue;
      const Node& other = nodes_[next];
      if (other.mark == 0) {
        // The arc is looked at again, as to a visited node, when the search comes back.
        open(next);
        return;
      }
      lower(node.smallest, other.smallest);
      if (other.mark != kClosed && other.mark < node.mark) {
        node.mark = other.mark;
        frame.arc |= kNotRoot;
      }
    }
    close();
  }

  void close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if ((frame.arc & kNotRoot) != 0) {
      waiting_.push_back(frame.node);
      return;
    }
    // Nodes of the root's component wait above it: their marks are not smaller than its own.
    Node& root = nodes_[frame.node];
    while (!waiting_.empty() && nodes_[waiting_.back()].mark >= root.mark) {
      nodes_[waiting_.back()] = {kClosed, root.smallest};
      waiting_.pop_back();
    }
    root.mark = kClosed;
  }

  const AnswerGraph& graph_;
  std::vector<Node> nodes_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> waiting_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::vector<Worth> smallest_reached(const Graph& graph, std::size_t player, Answers answers) {
  const AnswerGraph answer_graph(graph, player, answers);
  Components components(answer_graph, graph.players[player]);
  std::vector<Worth> result(graph.size, kUnreached);
  for (StateIndex s = 0; s < graph.size; ++s) {
    if (graph.transitive) {
      result[s] = components.smallest(s);
    } else {
      answer_graph.for_each_list(
          s, [&](std::uint32_t node) { lower(result[s], components.smallest(node)); });
    }
  }
  return result;
}

}  // namespace parley::conflict::internal
