#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "parley/base/result.hpp"

namespace parley::bargaining {

/// An exact fraction, in lowest terms with a positive denominator.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  friend bool operator==(const Fraction&, const Fraction&) = default;
  double to_double() const {
    return static_cast<double>(numerator) / static_cast<double>(denominator);
  }
  std::string to_string() const;  ///< "395/6", "66"
};

/// An issue with the points that each of two parties puts on it.
struct PointedIssue {
  std::string name;
  std::int64_t first = 0;
  std::int64_t second = 0;
};

struct AdjustedWinner {
  struct Share {
    std::string issue;
    Fraction first;  ///< share of the issue that the first party gets
    Fraction second;
  };
  std::vector<Share> shares;  ///< in the order of the issues
  Fraction first;             ///< points in all
  Fraction second;            ///< equal to `first`
  /// Points after the first step, in which each issue goes to who put more on it and ties to
  /// nobody.
  std::int64_t first_before = 0;
  std::int64_t second_before = 0;
};

/// Adjusted winner for two parties and divisible, separable issues (Brams & Taylor 1996, Fair
/// Division): efficient, envy-free and equitable when both are honest; at most one issue is
/// divided.
///
/// Each issue goes to the higher bidder, ties to the side behind (to the first when even); then
/// issues move from the leader in ascending ratio of points, the last in part. Equal ratios keep
/// the issues' order. Errors: no-issues, negative-points, unequal-points (the two totals differ),
/// no-points, too-many-points (a total beyond 1,000,000).
Result<AdjustedWinner> adjusted_winner(const std::vector<PointedIssue>& issues);

}  // namespace parley::bargaining
