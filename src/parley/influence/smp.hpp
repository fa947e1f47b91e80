#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/influence/council.hpp"
#include "parley/influence/settling.hpp"

/// KTAB's Spatial Model of Politics: actors in a space of one or several scales who challenge each
/// other, bargain over where both should stand, and choose among the bargains by a vote of all
/// (Wise, Lester & Efird 2015, "Multidimensional bargaining using KTAB"). Built from the formulas;
/// equal to KTAB's own output as far as it prints.
namespace parley::influence::smp {

/// How a difference of utility becomes a vote, with a weight w.
enum class Vote {
  proportional,             ///< w d
  binary,                   ///< w, by the sign of d (between -1e-8 and 1e-8 in proportion)
  proportional_and_binary,  ///< 8/10 of the first and 2/10 of the second
  proportional_and_cubic,   ///< half of the first and half of the next
  cubic,                    ///< w d^3
  losses_first,             ///< w d for a loss, two thirds of that for a gain ("ASymProsp")
};

/// How the strengths of two coalitions become odds: to the power 1, 2, 4 or 8; or almost surely the
/// stronger, once it is stronger by a tenth.
enum class Victory { linear, square, quartic, octic, binary };

/// How odds over pairs of options become odds over all.
enum class Election {
  conditional,       ///< in proportion to the odds of beating each other one
  markov_uniform,    ///< all challengers are alike
  markov_incentive,  ///< challengers come in proportion to the support behind the challenge
};

/// Which of its bargains an actor takes: the likeliest, or by a draw of those odds.
enum class Choice { likeliest, drawn };

/// How much of another's attitude to risk an actor sees; the rest it takes to be as its own.
enum class RiskSeen { none, one_third, half, two_thirds, full };

/// The range of attitudes to risk: 0 to 1, -1/2 to 1, or -1 to 1.
enum class RiskRange { zero_to_one, half_to_one, one_to_one };

/// What third parties commit to a challenge. KTAB's own reckoning makes their two lotteries
/// identical but for `some`, so that with `none` and `all` they never count.
enum class Commitment { none, some, all };

/// What a bargain weighs: salience and odds, their squares, or the squares of salience and the odds
/// of losing.
enum class Bargain { first_powers, squares, losing_odds };

/// Whose odds a bargain rests on.
enum class View {
  initiator,
  both,               ///< each of the two makes one, and both are put to the vote
  by_weight,          ///< the mean of both, by capability and salience
  both_as_ktab,       ///< as `both`, with the receiver's expected gain where its odds are meant
  by_weight_as_ktab,  ///< likewise, and the receiver's weight has the initiator's capability
};

/// The defaults are KTAB's.
struct Options {
  Vote vote = Vote::proportional;
  Victory victory = Victory::linear;
  Election election = Election::conditional;
  Choice choice = Choice::likeliest;
  RiskSeen risk_seen = RiskSeen::one_third;
  RiskRange risk_range = RiskRange::half_to_one;
  Commitment commitment = Commitment::some;
  Bargain bargain = Bargain::squares;
  View view = View::initiator;
  std::size_t most_turns = 100;
  std::uint64_t seed = 1;  ///< of Choice::drawn
  /// How much each actor's ideal follows each one's position, a row an actor, rows summing to at
  /// most 1; empty: an ideal is where the actor stands.
  std::vector<std::vector<double>> affinity;
};

/// What one actor sets out for in a turn.
struct Challenge {
  std::size_t actor = 0;  ///< both as places among those who take part
  std::size_t target = 0;
  double odds = 0;  ///< that the actor prevails, as it sees it
  double gain = 0;  ///< what it expects, in utility
};

/// One turn, and what led to it.
struct Turn {
  Positions positions;                ///< in the units of the scales
  double step = 0;                    ///< sum of the actors' moves, in lengths of the scales
  std::vector<double> central_odds;   ///< of each one's position, before this turn
  std::vector<double> risks;          ///< before this turn
  std::vector<Challenge> challenges;  ///< by actor; who saw no gain has none
};

struct Course {
  std::vector<std::size_t> actors;  ///< who takes part, as actors of the council
  std::vector<std::size_t> scales;  ///< the dimensions, in the order of positions
  std::vector<Turn> turns;          ///< 0 is the start
  /// [i][j]: how far j's position is for i, at the start.
  std::vector<std::vector<double>> distance;
  /// Whether the steps came to rest (below 2 % of the first) within the turns allowed.
  bool at_rest = false;

  /// Of the actor that is the i-th to take part.
  double position(std::size_t turn, std::size_t i, std::size_t dimension) const {
    return turns[turn].positions[i * scales.size() + dimension];
  }
};

/// Plays turns on these scales as one space until the steps come to rest.
///
/// Needs a council without errors. Who stands on none of the scales takes no part. Refuses
/// ("does-not-fit") an actor who stands on some of them only, saliences of an actor that sum to
/// more than 1, a capability that differs between the scales, fewer than two actors, and a scale
/// without length. An actor without capability has no vote, but its position counts as one that
/// others may end at, so that it can move the outcome; who has no salience finds every place as
/// good. Equal options go to the actor that comes first, and bargains are rounded to four digits,
/// as in KTAB; both can break the order of actors or the turn of a scale. Costs about (actors^3) a
/// turn. Deterministic; Choice::drawn by seed, turn and the actor's name.
Result<Course> play(const Council& council, const std::vector<std::size_t>& scales,
                    const Options& options = {}, const Control& control = {});

}  // namespace parley::influence::smp
