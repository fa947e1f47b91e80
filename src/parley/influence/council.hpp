#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/result.hpp"

namespace parley::influence {

/// What a council may hold at most; beyond it check() refuses, so time and memory stay bounded.
inline constexpr std::size_t kMostActors = 500;
inline constexpr std::size_t kMostScales = 1000;

/// What a place on a scale means.
struct Mark {
  double at = 0;
  std::string words;
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// What is to be decided, as a line from low to high on which every outcome has a place.
struct Scale {
  std::string name;
  double low = 0;
  double high = 100;
  std::vector<Mark> marks;          ///< the line in words, ascending; may be empty
  std::optional<double> reference;  ///< what stays when nothing is decided

  double width() const { return high - low; }
};

/// Where an actor stands on a scale and how much it counts there.
struct Stand {
  double position = 0;    ///< within the scale
  double salience = 1;    ///< in [0, 1]: what part of its power it uses here
  double capability = 1;  ///< not negative; in any unit

  double weight() const { return salience * capability; }
};

/// Who has a say. It may have no stand on a scale, and then does not count there.
struct Actor {
  std::string name;
  std::string description;
  std::vector<std::optional<Stand>> stands;  ///< [scale]
  /// Nothing passes that it likes less than the scale's reference.
  bool veto = false;
};

/// A body in which weight decides and no signature is needed: who is in it, what it decides, and
/// where each stands. Everything is addressed by position; names are for messages.
struct Council {
  std::vector<Scale> scales;
  std::vector<Actor> actors;
};

/// Everything that is wrong with a council; no places, since a council has no file. Errors:
/// no-actors, too-many-actors, no-scales, too-many-scales, empty-name, duplicate-name,
/// missing-stands, not-finite, bad-range (a scale upside down), off-scale (a position or reference
/// beyond its ends), bad-salience, negative-weight, zero-weights (nobody's weight on a scale is
/// above 0).
Diagnostics check(const Council& council);

/// An actor's stand on one scale, with who it is.
struct Voter {
  std::size_t actor = 0;
  double position = 0;
  double salience = 0;
  double capability = 0;

  double weight() const { return salience * capability; }
};

/// Those who stand on a scale, in the order of actors, also those without weight.
std::vector<Voter> voters(const Council& council, std::size_t scale);

/// Its outermost positions of those with weight: no model here leads beyond them.
struct Hull {
  double low = 0;
  double high = 0;
  double width() const { return high - low; }
};
Hull hull(const std::vector<Voter>& voters);

/// "10 years" where a mark stands there, else the number, with up to four digits behind the point.
std::string place_text(const Scale& scale, double at);

}  // namespace parley::influence
