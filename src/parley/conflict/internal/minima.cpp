#include "parley/conflict/internal/minima.hpp"

#include <algorithm>

namespace parley::conflict::internal {
namespace {

// The graph of the opponents' answers has two kinds of nodes. A state node is a state that an
// opponent has moved to; where moves are not transitive there is one for each opponent, since it
// may not move again at once. A list node is a position in an opponent's list of targets: it leads
// to the state there and to the next position. So a state has one arc for each list, not for each
// move.
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

  // Calls use(list node) for each list of answers to a state, those of `silent` left out.
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
    if (arc > 1) return kEnd;
    std::size_t j = base_.size() - 1;
    while (base_[j] > node) --j;
    const std::uint32_t position = node - base_[j];
    if (arc == 1) return movers_[j]->is_last(position) ? kEnd : node + 1;
    const StateIndex target = movers_[j]->target(position);
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

// Strongly connected components (Tarjan 1972, without recursion, with the one number a node of
// Pearce 2016). A component closes after all that it leads to, so its minimum is known by then.
class Components {
 public:
  Components(const AnswerGraph& graph, std::span<const Worth> worth)
      : graph_(graph), mark_(graph.nodes(), 0), smallest_(graph.nodes(), kUnreached) {
    for (std::uint32_t node = 0; node < graph.state_nodes(); ++node) {
      smallest_[node] = worth[graph.state(node)];
    }
  }

  const Worth& smallest(std::uint32_t node) const { return smallest_[node]; }

  void visit_from(std::uint32_t root) {
    if (mark_[root] != 0) return;
    open(root);
    while (!frames_.empty()) step();
  }

 private:
  static constexpr std::uint32_t kClosed = Moves::kNone;
  static constexpr std::uint32_t kNotRoot = 1U << 31U;

  // Where the search stands: a node, its next arc, and whether it is known to be no root.
  struct Frame {
    std::uint32_t node;
    std::uint32_t arc;
  };

  void open(std::uint32_t node) {
    mark_[node] = ++count_;
    frames_.push_back({node, 0});
  }

  void step() {
    Frame& frame = frames_.back();
    const std::uint32_t node = frame.node;
    const std::uint32_t next = graph_.arc(node, frame.arc & ~kNotRoot);
    if (next == AnswerGraph::kEnd) {
      close();
      return;
    }
    if (next == Moves::kNone) {
      ++frame.arc;
    } else if (mark_[next] == 0) {
      // The arc is looked at again, as to a visited node, when the search comes back.
      open(next);
    } else {
      ++frame.arc;
      lower(smallest_[node], smallest_[next]);
      if (mark_[next] != kClosed && mark_[next] < mark_[node]) {
        mark_[node] = mark_[next];
        frame.arc |= kNotRoot;
      }
    }
  }

  void close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if ((frame.arc & kNotRoot) != 0) {
      waiting_.push_back(frame.node);
      return;
    }
    // Nodes of the root's component wait above it: their marks are not smaller than its own.
    while (!waiting_.empty() && mark_[waiting_.back()] >= mark_[frame.node]) {
      const std::uint32_t member = waiting_.back();
      waiting_.pop_back();
      smallest_[member] = smallest_[frame.node];
      mark_[member] = kClosed;
    }
    mark_[frame.node] = kClosed;
  }

  const AnswerGraph& graph_;
  std::vector<std::uint32_t> mark_;  // 0 before the visit, then the smallest number it leads to
  std::vector<Worth> smallest_;
  std::vector<Frame> frames_;
  std::vector<std::uint32_t> waiting_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::vector<Worth> smallest_reached(const Graph& graph, std::size_t player, Answers answers,
                                    std::span<const Worth> worth) {
  const AnswerGraph answer_graph(graph, player, answers);
  Components components(answer_graph, worth);
  std::vector<Worth> result(graph.size, kUnreached);
  for (StateIndex s = 0; s < graph.size; ++s) {
    answer_graph.for_each_list(s, [&](std::uint32_t node) {
      components.visit_from(node);
      lower(result[s], components.smallest(node));
    });
  }
  return result;
}

}  // namespace parley::conflict::internal
