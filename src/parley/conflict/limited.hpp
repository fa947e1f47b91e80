#pragma once

#include <optional>
#include <vector>

#include "parley/conflict/graph.hpp"

namespace parley::conflict {

/// Stability of two players who look a fixed number of moves ahead, taking turns.
struct LimitedMoves {
  std::size_t states = 0;
  /// [(h - 1) * 2 + player][state]: whether it is L_h-stable, for h from 1 to the horizon.
  std::vector<std::vector<bool>> stable;
  /// [player][state]: whether it is stable under every horizon from some point on; nothing where
  /// that alternates forever.
  std::vector<std::vector<std::optional<bool>>> nonmyopic;
  /// [leader]: states that are L_2-stable for the leader and Nash-stable for the other; ascending.
  std::vector<std::vector<StateIndex>> stackelberg;

  bool is_stable(std::size_t horizon, std::size_t player, StateIndex state) const {
    return stable[(horizon - 1) * 2 + player][state];
  }
};

/// Limited-move, non-myopic and Stackelberg stability (Kilgour 1985; Fang, Hipel & Kilgour 1989).
///
/// The anticipated state G_h(i, s) is s when i cannot move; else i looks for the move q that makes
/// G_{h-1}(j, q) best for i, and makes it when that is better than s. L_h-stable: i stays. Ties
/// leave G open; here the set of all tied anticipated states is kept, valued by its worst member
/// for who decides, and who decides stays unless strictly better off.
///
/// The horizons repeat once the values of all anticipated states do, so non-myopic stability is
/// exact. Fails with "two-only" for other numbers of players, whose definitions are disputed, with
/// "bad-horizon" for 0 or more than 1,000, and with "too-large" where a horizon costs more than
/// 10^8 moves or the horizons have not repeated after 10,000.
Result<LimitedMoves> limited_moves(const Graph& graph, std::size_t horizon);

}  // namespace parley::conflict
