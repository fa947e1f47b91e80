#pragma once

#include <cstddef>
#include <vector>

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// The estimates that move the odds of a deal by more than noise and by enough to tell, by their
/// places in DealsAssessment::drivers, in that order. Only these have rows to lead to
/// (driver_anchor).
std::vector<std::size_t> drivers_beyond_noise(const Material& material);

}  // namespace parley::brief
