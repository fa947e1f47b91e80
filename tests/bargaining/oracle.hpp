#pragma once

#include <vector>

#include "parley/bargaining/explain.hpp"
#include "parley/bargaining/problem.hpp"
#include "parley/bargaining/solution.hpp"

// The definitions of the engine by plain enumeration: slow, short, and only for tests.
namespace parley::bargaining::oracle {

struct Outcome {
  Deal deal;
  std::vector<double> utilities;  // of every party
};

/// Every combination of options, last issue fastest.
std::vector<Outcome> all_outcomes(const Problem& problem);

/// Those that break no binding red line and no binding linkage.
std::vector<Outcome> allowed(const Problem& problem);

/// Those of them that give every consenting party at least its reservation value.
std::vector<Outcome> rational(const Problem& problem);

/// The rational outcomes that no allowed outcome dominates.
std::vector<Outcome> frontier(const Problem& problem);

/// What a solution must maximise, straight from its definition; `disagreement` and `best` by party.
struct Reference {
  std::vector<double> disagreement;
  std::vector<double> best;
};
Reference reference(const Problem& problem);

/// The frontier outcomes with the largest value of the concept, ties within kTolerance; degenerate
/// products of gains as Concept's solver documents them.
std::vector<Outcome> maximisers(const Problem& problem, Concept concept_);

/// All minimal sets of demands that no outcome meets together / whose removal lets an outcome meet
/// the rest, of any size, each set sorted, sets sorted.
std::vector<std::vector<Demand>> conflicts(const Problem& problem);
std::vector<std::vector<Demand>> openings(const Problem& problem);

}  // namespace parley::bargaining::oracle
