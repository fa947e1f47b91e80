#pragma once

#include <memory>
#include <string>
#include <vector>

#include "parley/talks/named.hpp"
#include "parley/talks/talk.hpp"

namespace parley::talks {

/// In a test `Setup` is GoogleTest's own.
using TalkSetup = Setup;

inline std::shared_ptr<const Space> space_of(bargaining::Problem problem,
                                             const SpaceOptions& options = {}) {
  return std::make_shared<const Space>(*Space::of(std::move(problem), options));
}

/// One issue, two parties that want the opposite ends.
bargaining::Problem one_issue();
/// Price and delivery, a buyer A and a seller B.
bargaining::Problem price_and_delivery();
/// A pie in so many slices, between A and B.
bargaining::Problem pie(std::size_t slices);

/// Talks with a seat for every party, by the names of their strategies (the last for all that are
/// left).
Setup setup_of(std::shared_ptr<const Space> space, const std::vector<std::string>& strategies,
               std::size_t deadline, Protocol protocol = AlternatingOffers{});

/// The moves of talks as text.
std::string transcript(const Setup& setup, std::uint64_t seed = 1);

}  // namespace parley::talks
