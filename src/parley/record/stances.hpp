#pragma once

#include "parley/record/reading.hpp"
#include "parley/record/statements.hpp"

namespace parley::record::internal {

/// Who takes which stance on what, clause by clause (reference/record.md 7.2): the subject of the
/// verb gives the party, what follows it the issue; negation turns the stance, a condition is kept
/// with it. Inside a quote "we" is the speaker's side. Other people's forecasts are left out.
/// `issues` may be empty; then no stance has an issue.
std::vector<Stance> find_stances(const Reading& reading, const Sayings& sayings,
                                 const std::vector<IssueCues>& issues);

}  // namespace parley::record::internal
