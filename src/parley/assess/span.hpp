#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/assess/worlds.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley::assess {

/// Whether each world has a full deal that everybody whose consent it needs prefers to going on and
/// that crosses no red line and breaks no linkage that is meant: an entry a world, 0 or 1. Exact in
/// each world; a world without weight is not looked at and has 0.
Result<std::vector<char>> zones_in(const Model& model, const Worlds& worlds,
                                   const Control& control);

/// The weight of the worlds that have something: 0 .. 1.
double share_of(const Worlds& worlds, const std::vector<char>& has);

/// Whether a party would rather take a draft than go on: the question whose answer would move the
/// odds of a deal.
struct Question {
  std::size_t party = 0;
  std::size_t draft = 0;
  double takes = 0;          ///< share of the worlds in which it would take the draft
  double zone_if_takes = 0;  ///< odds of a deal in these worlds
  double zone_if_not = 0;    ///< and in the others
};

/// How far what is least known moves the odds of a deal.
struct Span {
  /// The odds where the values of `wide` are all held at the middle of the third that is worst for
  /// a deal, and of the third that is best: at the 5/6 and the 1/6 quantile of what each is drawn
  /// from. Both are the odds themselves where no value is wide.
  Odds zone;
  /// The parties whose no-deal value is wide and moves the odds: not stated, bounded on one side
  /// only, or of a range, from its 5 % to its 95 % quantile over the worlds, of more than 30
  /// points; and the odds in its lowest third and in its highest are 10 percentage points apart or
  /// more, beyond chance (compared() in drivers.hpp). What moves the odds most stands first; ties
  /// in the order of the case.
  std::vector<std::size_t> wide;
  /// For each party of `wide` the question that would narrow the odds most, of all drafts whose
  /// text is known on two thirds of the issues or more: that leaves the least expected variance,
  /// the sum over the answers of their odds times z (1 - z). The one that leaves least stands
  /// first. A party has none where no draft's answer is open.
  std::vector<Question> questions;
  /// As low as the span demands: low where it is wider than 25 %, at most moderate where it is
  /// wider than 10 %, else high. A rule of this project.
  casefile::Confidence confidence = casefile::Confidence::high;
};

/// Finds the span. `zones` is that of the worlds as they were drawn. Deterministic. Cost: that of
/// drawing the worlds and of zones_in() twice.
Result<Span> find_span(const Model& model, const Worlds& worlds, const std::vector<char>& zones,
                       const Control& control);

}  // namespace parley::assess
