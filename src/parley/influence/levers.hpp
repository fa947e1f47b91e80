#pragma once

#include <string>
#include <vector>

#include "parley/influence/council.hpp"

/// Who moves a decision, and at what price.
namespace parley::influence {

/// What an actor's weight does on a scale.
struct Pull {
  std::size_t actor = 0;
  double share = 0;    ///< of all weight
  double without = 0;  ///< the weighted mean without it; the mean itself when it is alone
};

/// Of all who stand on a scale, the largest difference first; equal ones in the order of actors.
std::vector<Pull> pulls(const Council& council, std::size_t scale);

/// A smallest change that brings the weighted mean to a wanted place.
struct Lever {
  enum class Kind {
    position,   ///< one actor moves
    salience,   ///< one actor comes to mind the issue more, or less
    coalition,  ///< several join another where it stands
  };
  Kind kind = Kind::position;
  std::vector<std::size_t> actors;  ///< who changes, in the order of actors
  std::size_t joined = 0;           ///< of a coalition: whom they join
  double from = 0;                  ///< position or salience before; of a coalition not used
  double to = 0;                    ///< and after
  double outcome = 0;               ///< the weighted mean then
  /// What those who change give up: of positions the ways, in hundredths of the scale, each times
  /// the salience of who goes it; of a salience its change in hundredths.
  double price = 0;
};

/// "position", "salience", "coalition".
std::string_view name(Lever::Kind kind);

/// Every actor whose change of position alone, or of salience alone, does it, within the scale and
/// [0, 1]; then the coalition of the fewest who have to join another where it stands, and of these
/// the cheapest, when that takes two or more. Each kind has the cheapest first. None when the
/// wanted place is where the mean is, or beyond what they can reach.
std::vector<Lever> levers(const Council& council, std::size_t scale, double wanted);

/// The lever with its price, as a sentence or two: "If Ireland went from 7 to 9.2, the outcome
/// would be 7.6. Price: ..."
std::string sentence(const Council& council, std::size_t scale, const Lever& lever);

}  // namespace parley::influence
