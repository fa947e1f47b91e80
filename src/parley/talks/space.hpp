#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "parley/bargaining/deal.hpp"
#include "parley/base/result.hpp"

namespace parley::talks {

class Order;

/// A package by number: its place in lexicographic order where all are listed, else the order in
/// which packages were named (Packages).
using PackageId = std::uint32_t;

/// What a package is worth that a party would not sign.
inline constexpr double kRefused = -std::numeric_limits<double>::infinity();

/// How the packages of a problem are held.
struct SpaceOptions {
  /// Up to so many packages are listed, with what each is worth; beyond, they are built from their
  /// parts as they are named.
  std::size_t most_listed = 1U << 20U;
  /// Into how many levels the span of a party's utilities is divided where packages are not listed.
  std::size_t levels = 1U << 17U;
};

/// The packages that can be tabled, and what each is worth to each party: an outcome space of
/// bargaining as talks need it. Does not change, so that many talks may share one.
///
/// A package that breaks a fact is none. What a party would not sign, for a red line or a linkage
/// of its own, is worth kRefused to it. All else is the problem's own utility, rounded to twelve
/// decimals of the party's scale, so that sums of decimals that are equal compare as equal.
class Space {
 public:
  /// Issues that facts, linkages or interactions tie together, or one alone.
  struct Group {
    std::vector<std::size_t> issues;
    std::vector<std::vector<std::size_t>> combinations;  ///< options, in lexicographic order
    std::vector<std::uint32_t> asked;        ///< [combination]: bit p: takes an act of party p
    std::vector<std::vector<double>> worth;  ///< [party][combination]
  };

  /// The problem must have passed bargaining::check(). Fails with "block-too-large" when issues
  /// tied together have more than kMostCombinations, and with "no-package" when facts leave none.
  static Result<Space> of(bargaining::Problem problem, const SpaceOptions& options = {});
  static constexpr std::size_t kMostCombinations = 100'000;

  Space(Space&&) noexcept;
  Space& operator=(Space&&) noexcept;
  Space(const Space&) = delete;
  Space& operator=(const Space&) = delete;
  ~Space();

  const bargaining::Problem& problem() const { return problem_; }
  const std::vector<Group>& groups() const { return groups_; }
  std::size_t parties() const { return problem_.parties.size(); }

  /// How many packages are listed; nothing where they are not.
  std::optional<std::size_t> listed() const { return listed_; }

  /// The best and the worst utility among the packages that the party would sign; kRefused twice
  /// where there is none.
  double best(std::size_t party) const { return best_[party]; }
  double worst(std::size_t party) const { return worst_[party]; }
  /// Utilities this close are equal.
  double tolerance(std::size_t party) const { return tolerance_[party]; }
  /// What the party gets by going on at first; its worst where the problem does not say.
  double no_deal(std::size_t party) const;

  /// The party's packages by what they are worth to it; made when it is first asked for.
  const Order& order(std::size_t party) const;

 private:
  friend class Packages;
  Space() = default;
  void list();
  void measure();
  double rounded(std::size_t party, double utility) const;

  bargaining::Problem problem_;
  SpaceOptions options_;
  std::vector<Group> groups_;
  std::optional<std::size_t> listed_;
  std::vector<std::vector<double>> worth_;  // [party][package], where listed
  std::vector<double> per_unit_;            // [party]: the unit of rounding is 1 / per_unit
  std::vector<double> best_;
  std::vector<double> worst_;
  std::vector<double> tolerance_;
  std::uint32_t always_ = 0;  // bit p: every deal needs its consent
  bool acts_ = false;
  struct Orders;
  std::unique_ptr<Orders> orders_;
};

/// The packages of one talk, by number. Where they are not listed a package gets the next number
/// when it is first named.
class Packages {
 public:
  explicit Packages(const Space& space) : space_(&space) {}

  const Space& space() const { return *space_; }
  /// The number of the package with these combinations, one a group.
  PackageId number(std::span<const std::uint32_t> choices);
  /// The package's combinations, one a group, into `choices`.
  void choices(PackageId package, std::vector<std::uint32_t>& choices) const;
  /// What it is worth to a party, kRefused included.
  double worth(std::size_t party, PackageId package) const {
    return space_->listed_ ? space_->worth_[party][package]
                           : named_worth_[package * space_->parties() + party];
  }
  /// Whose consent it needs, a bit a party.
  std::uint32_t needed(PackageId package) const;
  bargaining::Deal deal(PackageId package) const;
  /// The package of a deal; nothing when it breaks a fact.
  std::optional<PackageId> find(const bargaining::Deal& deal);

 private:
  std::size_t groups() const { return space_->groups_.size(); }

  const Space* space_;
  std::map<std::vector<std::uint32_t>, PackageId> numbers_;
  std::vector<std::uint32_t> named_choices_;  // [package][group]
  std::vector<double> named_worth_;           // [package][party]
};

}  // namespace parley::talks
