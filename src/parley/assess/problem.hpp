#pragma once

#include "parley/assess/worlds.hpp"
#include "parley/bargaining/problem.hpp"

namespace parley::assess {

/// A condition of the case, its options numbered within their issues.
std::vector<bargaining::Condition> conditions_of(const Model& model,
                                                 const Model::Condition& condition);

/// The bargaining problem of one world: its weights, values and no-deal values, with the red lines
/// and linkages that are meant in it. Names are the case's titles; utilities lie on 0 .. 1.
bargaining::Problem problem_in(const Model& model, const DrawnWorld& world);

/// The problem in the middle of the worlds, for answers that need one: each party's utility is its
/// mean over the worlds, so is what it gets without a deal; red lines and linkages are those that
/// are meant in at least half of the worlds. A red line is as firm as the share of worlds in which
/// it is meant; a no-deal value is the firmer the narrower it is known: 1 less the width from its 5
/// % to its 95 % quantile.
bargaining::Problem central_problem(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
