#pragma once

#include <optional>

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// The picture of how today's situation may go on: situations, the turns that lead from one to the
/// next, and where things would come to rest. Nothing where the map has no way on.
std::optional<Figure> ways(const Material& material);

/// Where else things would come to rest, and which of these is a dead end; empty where nowhere.
Prose elsewhere(const Material& material);

}  // namespace parley::brief
