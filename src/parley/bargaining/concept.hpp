#pragma once

#include "parley/bargaining/combine.hpp"
#include "parley/bargaining/search.hpp"
#include "parley/bargaining/solution.hpp"

namespace parley::bargaining::internal {

/// A concept as a search problem on one model.
struct ConceptSearch {
  Concept concept_ = Concept::nash;
  Objective objective;
  Scoring scoring;
  std::vector<std::size_t> left_out;  ///< positions in the model

  std::vector<double> scores(std::span<const std::int64_t> units) const;

  /// What is maximised, in the problem's own scale.
  double value(const Model& model, std::span<const std::int64_t> units) const;

  /// A difference of searched scores at a value like `around`, in the problem's own scale.
  double difference(const Model& model, double around, double difference_) const;

  /// What kTolerance is a share of, for values like `around`.
  double scale(const Model& model, double around) const;
};

/// Parties that cannot gain at all are left out of what is counted, except in the utilitarian sum.
ConceptSearch concept_search(const Model& model, Concept concept_);

/// Normalised gains of the parties that are counted, smallest first, in whole multiples of
/// kTolerance: the order of leximin.
std::vector<std::int64_t> leximin_key(const Model& model, std::span<const std::int64_t> units);

/// The half spaces that all deals with a score within `tolerance` of `value` lie in, and the floors
/// they reach; `result` is that of the search.
Bar bar(const Model& model, const ConceptSearch& search, const SearchResult& result, double value,
        double tolerance);

}  // namespace parley::bargaining::internal
