#pragma once

#include "parley/record/reading.hpp"
#include "parley/record/stance_features.hpp"
#include "parley/record/statements.hpp"

namespace parley::record::internal {

/// Who takes which stance on what, clause by clause (reference/record.md 7.2): the subject of the
/// verb gives the party, what follows it the issue; negation turns the stance, a condition is kept
/// with it. Inside a quote "we" is the speaker's side. Other people's forecasts are left out.
/// Where no word tells it the content of the clause may (stance_content.hpp). `issues` may be
/// empty; then no stance has an issue.
std::vector<Stance> find_stances(const Reading& reading, const Sayings& sayings,
                                 const std::vector<IssueCues>& issues);

/// A clause and a holder as the model of stances sees them.
struct StanceExample {
  StanceCandidate candidate;  ///< without its verb, which did not outlive the reading
  std::vector<Feature> features;
};

/// What the model is asked about a report, in the order of the text; for its training.
std::vector<StanceExample> stance_examples(const Reading& reading, const Sayings& sayings,
                                           const std::vector<IssueCues>& issues);

}  // namespace parley::record::internal
