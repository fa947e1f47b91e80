#pragma once

#include "parley/assess/worlds.hpp"
#include "parley/bargaining/ensemble.hpp"

namespace parley::assess {

/// The worlds of positive share as an ensemble of Model::askable(), in its order: those whose
/// consent every deal needs and those who only act.
bargaining::Ensemble ensemble_of(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
