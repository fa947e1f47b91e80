#pragma once

#include <vector>

#include "parley/bargaining/explain.hpp"
#include "parley/bargaining/problem.hpp"
#include "parley/bargaining/solution.hpp"

// The definitions of the engine by plain enumeration: slow, short, only for tests, and without a
// line of the engine.
namespace parley::bargaining::oracle {

struct Outcome {
  Deal deal;
  std::vector<double> utilities;  // of every party
};

/// What one party gets.
double utility(const Problem& problem, std::size_t party, const Deal& deal);

/// The largest difference that makes two utilities of the party equal.
double equal(const Problem& problem, std::size_t party);

/// Whether the deal needs the party's consent.
bool needs(const Problem& problem, const Deal& deal, std::size_t party);

/// Whether the deal meets the demand, or does not need its party's consent.
bool meets(const Problem& problem, Demand demand, const Deal& deal);

/// Every demand that some deal may have to meet: red lines, then reservation values, then linkages.
std::vector<Demand> demands(const Problem& problem);

/// Every combination of options, last issue fastest.
std::vector<Outcome> all_outcomes(const Problem& problem);

/// Those that break no fact, and no red line or linkage of a party whose consent they need.
std::vector<Outcome> allowed(const Problem& problem);

/// Those of them that give every party whose consent they need at least its reservation value.
std::vector<Outcome> rational(const Problem& problem);

/// The rational outcomes that no other one dominates, for the parties that every deal needs.
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
