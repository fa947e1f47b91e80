#pragma once

#include <functional>
#include <vector>

#include "parley/conflict/stability.hpp"

namespace parley::conflict {

/// Stability where preference is more than an order: with unknown comparisons, with strength, or
/// with wishes for others. All three differ from stability() only in which states attract, which
/// moves of the others count as improvements, and which states deter.

/// The largest graph for which these are answered; they look at pairs of states.
inline constexpr std::size_t kMostReadStates = 4096;

/// Four ways to read an unknown comparison (Li, Hipel, Kilgour & Fang 2004): whether a state of
/// unknown worth attracts the decision maker, and whether it deters. In SEQ and SSEQ the others'
/// moves to states of unknown worth count as improvements in all four.
enum class UnknownReading {
  attracts,         ///< extension a: it attracts and does not deter
  neither,          ///< b: it neither attracts nor deters
  attracts_deters,  ///< c: it attracts, and deters as well
  deters,           ///< d: it deters only
};

/// Stability with unknown comparisons in one reading; without any, that of stability(). Fails with
/// "too-large" beyond kMostReadStates.
Result<Stability> read_unknown(const Graph& graph, UnknownReading reading,
                               const Control& control = {});

/// Strong stability (Hamouda, Kilgour & Hipel 2004): only a strongly worse state deters. A state
/// that is stable but not strongly so is weakly stable. For a player none of whose differences is
/// strong nothing deters. Nash stability is the same in both. Fails as above.
Result<Stability> strong_stability(const Graph& graph, const Control& control = {});

/// What each wishes each: [who][whom], 1 well, -1 ill, 0 nothing. Everybody wishing only itself
/// well is the usual case.
using Attitudes = std::vector<std::vector<int>>;

/// Stability under attitudes (after Inohara, Hipel & Walker 2007): a state is an improvement for a
/// player when it is worse for none whom it wishes well, better for none whom it wishes ill, and
/// the one or the other way round for one at least; every state that is no improvement deters.
/// With strict rankings and wishes for itself alone it is stability(). Fails with "too-large", or
/// with "bad-attitudes" when there is not one wish a pair.
Result<Stability> stability_under(const Attitudes& attitudes, const Graph& graph,
                                  const Control& control = {});

/// Between two states, for one player.
using Comparison = std::function<bool(std::size_t player, StateIndex from, StateIndex to)>;

/// The general case that the three above are instances of.
struct Judgement {
  Comparison attracts;  ///< the player would leave `from` for `to`
  Comparison improves;  ///< the move counts among the others' improvements
  Comparison deters;    ///< `to` keeps the player from leaving `from`
};

/// The definitions of stability() with a judgement in place of ranks. O(states² * moves) at worst;
/// fails with "too-large" beyond kMostReadStates.
Result<Stability> judge(const Graph& graph, const Judgement& judgement,
                        const Control& control = {});

}  // namespace parley::conflict
