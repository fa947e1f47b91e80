#pragma once

#include "parley/talks/bidder.hpp"
#include "parley/talks/opponent.hpp"

namespace parley::talks::internal {

/// A model of each partner, by seat.
class ModelsOfPartners {
 public:
  ModelsOfPartners(Talk& talk, std::size_t seat);
  void hear(std::size_t from, PackageId offered, double t);
  /// The sum of the partners' estimates.
  double estimate(PackageId package);
  /// The package of the largest estimate; of equals the first. There must be one.
  PackageId favourite(const std::vector<PackageId>& candidates);
  /// A package worth at least the target that is good for the partners: it gives way where that
  /// costs least for what it gives. The best by some weighing of own utility against the estimates,
  /// with as many issues moved to the next such package as the target allows; the own best where
  /// even that is below the target. Costs some twenty looks at every option.
  PackageId trade(double target);

 private:
  using Choices = std::vector<std::uint32_t>;
  void gather();
  double best_by(double weight, Choices& choices) const;

  Talk& talk_;
  std::size_t party_;
  std::vector<std::unique_ptr<OpponentModel>> models_;  // [seat]; none for one's own
  std::vector<std::vector<double>> theirs_;             // [group][combination], by gather()
  Choices choices_;
};

std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const TimeDependent& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const TitForTat& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const NiceTitForTat& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Micro& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const HardLiner& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Random& strategy);
std::unique_ptr<Bidder> make(Talk& talk, std::size_t seat, const Staller& strategy);
Result<std::unique_ptr<Bidder>> make_equilibrium(Talk& talk, std::size_t seat,
                                                 const Control& control);

}  // namespace parley::talks::internal
