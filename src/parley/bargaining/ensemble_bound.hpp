#pragma once

#include <cstdint>
#include <vector>

#include "parley/bargaining/ensemble.hpp"

namespace parley::bargaining {

/// A set of deals: which options are still allowed, numbered through; at least one an issue.
using Box = std::vector<char>;

/// What can be said at most of the deals of a box.
struct Outlook {
  std::vector<std::uint32_t> worlds;  ///< in which some deal of the box may still be signed
  double share = 0;                   ///< their probability
  std::vector<double> with;  ///< [option]: their probability once the issue takes this option
};

/// Bounds on how many worlds sign a deal of a box: in each world every party that must consent may
/// hope for its best completion, and a weighted sum of them all for the best of the sum (a
/// surrogate constraint; Glover 1968). The weights of the sum are the Lagrangian multipliers that
/// make it most telling in each world on its own.
class EnsembleBound {
 public:
  /// Only `parties` count. Both must outlive the bound. Cost: worlds x parties x options x 30.
  EnsembleBound(const Ensemble& ensemble, const std::vector<std::size_t>& parties);

  /// All worlds, where a search begins.
  std::vector<std::uint32_t> all_worlds() const;

  /// The outlook of a box, of which it is known that only `worlds` can count. Cost: worlds x
  /// parties x options.
  Outlook outlook(const Box& box, const std::vector<std::uint32_t>& worlds) const;

  /// How many comparisons an outlook over so many worlds takes.
  std::uint64_t cost(std::size_t worlds) const {
    return static_cast<std::uint64_t>(worlds) * rows_.size() * ensemble_.options();
  }

 private:
  // A quantity that must not fall below `least` in a world: a party's utility, or the sum.
  struct Row {
    std::size_t party;          // index into the ensemble; that of no party for the sum
    const double* added;        // [option][world]
    const double* reservation;  // [world]
    double tolerance;
  };
  struct Reading;

  bool in_force(const Box& box, std::size_t party) const;
  void add_sum();
  void leave_out_broken(const Box& box, const std::vector<char>& engaged,
                        std::vector<std::uint32_t>& worlds) const;
  void add_interactions(const Box& box, std::size_t row, const std::vector<std::uint32_t>& worlds,
                        double* best) const;
  void read_options(const Box& box, const std::vector<char>& engaged, const Reading& reading,
                    Outlook& result) const;

  const Ensemble& ensemble_;
  std::vector<std::size_t> parties_;
  std::vector<Row> rows_;
  std::vector<double> sum_added_;
  std::vector<double> sum_reservation_;
  std::vector<std::vector<double>> sum_weight_;  // [party of parties_][world]
};

}  // namespace parley::bargaining
