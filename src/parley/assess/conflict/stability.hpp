#pragma once

#include <optional>
#include <vector>

#include "parley/assess/conflict/table.hpp"
#include "parley/assess/packages.hpp"
#include "parley/assess/worlds.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"
#include "parley/conflict/changes.hpp"

namespace parley::assess {

/// An act that is taken up or given up.
struct Step {
  Act act;
  bool taken = true;
  friend bool operator==(const Step&, const Step&) = default;
};

/// What one party does at once.
struct Turn {
  std::size_t party = 0;
  std::vector<Step> steps;  ///< in the order of the acts
};

/// A party that would leave a situation, as nothing that others would gain by keeps it from that.
struct Leaver {
  std::size_t party = 0;
  double share = 0;  ///< of the worlds
  Turn by;           ///< the best it could do, where most of those worlds agree
};

/// A party that could gain by leaving a situation and is kept from it by what others would then do.
struct Deterred {
  std::size_t party = 0;
  Turn by;
  std::vector<Turn> answer;
};

/// Something that would make a situation hold in the likeliest of the worlds in which it does not,
/// and in more of all.
struct Remedy {
  enum class Kind {
    cost,      ///< the party minds above all that the act is done
    bind,      ///< the act, once done, cannot be given up
    rule_out,  ///< the act, not done yet, cannot be taken up
  } kind = Kind::bind;
  Act act;
  double holds = 0;  ///< share of the worlds in which the situation holds with it
};

/// Whether one situation would hold: today's without a deal, or a text that all like, signed by all
/// and kept. Where nobody agrees, or it cannot be, everything else is empty.
struct Situation {
  std::optional<std::size_t> package;  ///< among the packages; nothing: today's
  std::vector<Act> done;               ///< moves that are done in it
  bool possible = true;                ///< false: the case says that it cannot be
  /// Share of the worlds in which all whose consent the text needs like it; of today's 1. All other
  /// shares are of these worlds, since nobody asks of the others whether a deal would last.
  double agreed = 1;
  double of_itself = 0;  ///< share of the worlds in which nobody could gain by a move (Nash)
  double holds = 0;      ///< in which nobody gains once others answer to their own gain (SEQ)
  double feared = 0;     ///< in which nobody gains if others answer whatever it costs them (GMR)
  std::vector<Leaver> leavers;  ///< the largest share first; empty: it holds in every world
  std::vector<Deterred>
      deterred;  ///< in the likeliest worlds in which it holds though some could gain
  /// Single changes, that which helps most first; empty also where it holds everywhere.
  std::vector<Remedy> remedies;
  /// A shortest way from today to it, in the likeliest world: one on which each turn is a gain to
  /// who takes it, else one by any moves; nothing where there is none.
  std::optional<std::vector<Turn>> way;
  bool way_is_by_gains = false;
};

/// How many of those whose consent a text needs have signed it.
enum class Signed { by_none, by_some, by_all };

/// One situation of a map.
struct Place {
  std::vector<Act> done;  ///< moves and signatures, in the order of the acts
  Signed text = Signed::by_none;
  double holds = 0;    ///< share of the worlds, as of Situation
  bool rests = false;  ///< it holds in the likeliest of them
  /// A dead end: another place that rests too and is worse for nobody and better for some.
  std::optional<std::size_t> better = {};
};

/// A turn that leads from one place of a map to another.
struct Leg {
  std::size_t from = 0;
  std::size_t to = 0;
  Turn turn;
  bool gains = false;  ///< to who takes it, at once
};

/// How today's situation may go on, in the likeliest of the worlds in which the text is agreed.
struct Map {
  std::optional<std::size_t> package;  ///< the text on the table; nothing: none
  std::optional<std::size_t> kept;     ///< the place in which it is signed by all and kept
  /// Today's first, then the text signed and kept where there is one and it can be, then the other
  /// situations that rest, those first that hold in most worlds, kMostOthers of them; last what is
  /// only passed on the way. A text that some have signed and others not is no place to rest.
  std::vector<Place> places;
  std::size_t told = 0;   ///< how many places come before those only passed
  std::vector<Leg> legs;  ///< shortest ways from today, by gains where there is one

  static constexpr std::size_t kMostOthers = 3;
};

/// Which situations would hold. Worlds are told apart by who likes the text and which preferences
/// are held in them.
struct StabilityAssessment {
  std::vector<Situation> situations;  ///< today's first, then one a package, in their order
  Map map;  ///< about the first package that somebody could sign, else about none
};

/// Whether the case says enough to ask: a move of some party, and what somebody minds.
bool asks_for_stability(const casefile::Case& source);

/// The conflict about a package, or about none, as it is in the likeliest kind of worlds; options
/// are called `party/move` and `party/sign`.
struct LikeliestConflict {
  conflict::GraphModel model;
  conflict::Taken today = 0;
};
LikeliestConflict likeliest_conflict(const Model& model, const Worlds& worlds,
                                     const Package* package);

/// Assesses today's situation and each package. Fails with what conflict::build() finds wrong with
/// moves and what is impossible, and when cancelled. Deterministic on any number of threads. Cost:
/// packages x kinds of worlds x situations, of which there are at most 2 to the number of acts.
Result<StabilityAssessment> assess_stability(const Model& model, const Worlds& worlds,
                                             const std::vector<Package>& packages,
                                             const Control& control);

}  // namespace parley::assess
