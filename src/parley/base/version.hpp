#pragma once

#include <string_view>

namespace parley {

/// The version of the program and of every result it writes. The build reads it from this line.
inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace parley
