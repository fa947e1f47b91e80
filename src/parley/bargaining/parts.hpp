#pragma once

#include <vector>

#include "parley/bargaining/model.hpp"
#include "parley/base/result.hpp"

namespace parley::bargaining::internal {

/// Parties that only some deals need and that make a demand in force, or are measured: whether they
/// are asked makes a difference.
std::vector<std::size_t> conditional_parties(const Problem& problem, const InForce& in_force);

/// The same without the party's demands.
InForce unasked(const Problem& problem, InForce in_force, std::size_t party);

/// The same without the party's demands and without its acts.
InForce idle(const Problem& problem, InForce in_force, std::size_t party);

/// Divides all deals by which conditional parties they need: each deal lies in one part, and there
/// everybody it needs is asked and nobody else. 2^n parts for n conditional parties, one for none;
/// first that in which nobody acts.
std::vector<InForce> parts(const Problem& problem, const InForce& in_force);

/// A part and its model.
struct Part {
  InForce in_force;
  Model model;
};

/// The parts in which a deal is allowed. Their coordinates agree in the counted ones, and so do
/// ideal, nadir and disagreement there.
Result<std::vector<Part>> build_parts(const Problem& problem, const ModelOptions& options = {});

}  // namespace parley::bargaining::internal
