#pragma once

#include "parley/assess/worlds.hpp"
#include "parley/bargaining/ensemble.hpp"

namespace parley::assess {

/// The worlds of positive share as an ensemble of the parties whose consent a deal needs or may
/// need, in the order of the case.
bargaining::Ensemble ensemble_of(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
