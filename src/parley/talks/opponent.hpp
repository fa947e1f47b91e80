#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "parley/talks/setup.hpp"

namespace parley::talks {

/// What a partner is thought to want, learned from its offers. Issues that are tied together (see
/// Space::Group) are looked at as one.
class OpponentModel {
 public:
  virtual ~OpponentModel() = default;
  /// The partner offered the package with these choices at time t.
  virtual void hear(std::span<const std::uint32_t> choices, double t) = 0;
  /// What one combination of a group adds to the estimate for a package; `mine` is what it adds to
  /// the learner's own utility, as a share of the learner's span.
  virtual double part(std::size_t group, std::uint32_t choice, double mine) const = 0;
};

std::unique_ptr<OpponentModel> opponent_model(Model model, const Space& space);

}  // namespace parley::talks
