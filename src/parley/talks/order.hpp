#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "parley/base/random.hpp"
#include "parley/talks/levels.hpp"
#include "parley/talks/space.hpp"

namespace parley::talks {

/// A party's packages in the order of what they are worth to it; those that it would not sign are
/// left out, and at least one must remain.
///
/// Listed packages are sorted once, and every answer is exact. Others are never listed: levels
/// (Levels) say which sums of parts there are. A package found for a target is then worth at least
/// the target; those that exceed it by less than `gap` may be passed over, and it is worth at most
/// `gap` more than the least of all others. Either way an answer costs the logarithm of the number
/// of packages, or the number of options.
class Order {
 public:
  static Order of_list(const std::vector<double>& worth);
  static Order of_groups(const std::vector<Space::Group>& groups, std::size_t party,
                         std::size_t levels);

  /// One level for each group of issues, in utility; 0 where packages are listed.
  double gap() const;

  /// The package that is worth most; of equals the first.
  PackageId best(Packages& packages) const;
  /// The package that is worth least among those worth at least the target; of equals the first.
  /// The best one where none is.
  PackageId least_above(double target, Packages& packages) const;
  /// The package whose worth is nearest to the target; of two equally near the better one.
  PackageId nearest(double target, std::size_t party, Packages& packages) const;
  /// A package worth at least the target: each as likely where packages are listed, else each level
  /// and then each part.
  PackageId any_above(double target, RandomStream& random, Packages& packages) const;
  /// At most `most` packages worth between low and high, evenly spread by rank, least first; where
  /// they are not listed, spread by level, and any of each. Empty where there are none.
  std::vector<PackageId> spread(double low, double high, std::size_t most, RandomStream& random,
                                Packages& packages) const;

 private:
  friend class Descent;
  struct List {
    std::vector<double> worth;       // ascending
    std::vector<PackageId> package;  // of equal worth ascending
  };
  explicit Order(std::variant<List, Levels> held) : held_(std::move(held)) {}

  std::variant<List, Levels> held_;
};

/// A party's packages one after the other, from the best down; of equals the first goes first.
/// Where they are not listed, packages of one level come in lexicographic order.
class Descent {
 public:
  explicit Descent(const Order& order);
  /// The next package; nothing when all were given.
  std::optional<PackageId> next(Packages& packages);

 private:
  const Order* order_;
  std::size_t group_begin_ = 0;  // of listed packages: those of the worth that is being given
  std::size_t group_end_ = 0;
  std::size_t at_ = 0;
  std::optional<Levels::Cursor> cursor_;
};

}  // namespace parley::talks
