#pragma once

#include <cstdint>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/influence/council.hpp"

/// Exchange of positions (Stokman & Van Oosten 1994, "The exchange of voting positions", in Bueno
/// de Mesquita & Stokman (eds)): two actors give way to each other on two issues that they weigh
/// differently, so that both gain alike. Others gain or lose by it unasked.
namespace parley::influence {

/// A trade of two actors over two issues. Shifts are of the weighted mean, in hundredths of the
/// scale, as are gains, weighted by salience; moves are in the units of the scales.
struct Exchange {
  std::size_t i = 0;  ///< the actors, and
  std::size_t j = 0;
  std::size_t i_gives = 0;  ///< the scale on which i moves towards j
  std::size_t j_gives = 0;  ///< and that on which j moves towards i
  double move_i = 0;        ///< how far i moves on i_gives, not negative
  double move_j = 0;
  double to_i = 0;  ///< where it lands
  double to_j = 0;
  double shift_i_gives = 0;  ///< how far the mean moves there, not negative
  double shift_j_gives = 0;
  double gain_i = 0;
  double gain_j = 0;
};

/// What stands now: the positions that will be voted for, and the mean of each scale.
struct VotingPositions {
  std::vector<std::vector<std::optional<double>>> positions;  ///< [actor][scale]
  std::vector<double> means;                                  ///< [scale]
};

/// Every exchange that two could make before any is made, in the order of issues and actors: they
/// stand on opposite sides of the mean on both issues, and both count on what they would give.
///
/// Needs a council without errors. Refuses ("does-not-fit") fewer than two scales or actors; fails
/// with "too-large" beyond 1,000,000 pairs of actors and issues.
Result<std::vector<Exchange>> potential_exchanges(const Council& council);

/// Who else gains (above 0) or loses by an exchange, by actor, with the two themselves; weighted by
/// salience, in hundredths of the scale.
std::vector<double> externalities(const Council& council, const VotingPositions& before,
                                  const Exchange& exchange);

/// Where all stand at the start.
VotingPositions voting_positions(const Council& council);

/// Exchanges that were made, one after the other, the best first, until none is left.
struct ExchangeRound {
  std::vector<Exchange> made;
  std::vector<std::vector<double>> externalities;  ///< [exchange][actor]
  VotingPositions after;
};

/// Plays rounds: makes the exchange of the largest gain (of equal ones one by a draw of the seed),
/// fixes what the two gave, values anew those that touch either issue, since its mean has moved,
/// and so on; the next round begins where actors have come part of the way to what they voted for,
/// x (.9 - .4 (1 - s)) + y (.1 + .4 (1 - s)). Fails as potential_exchanges().
Result<std::vector<ExchangeRound>> exchange(const Council& council, std::size_t rounds = 1,
                                            std::uint64_t seed = 1, const Control& control = {});

}  // namespace parley::influence
