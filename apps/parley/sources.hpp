#pragma once

#include <string>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/formats/source.hpp"

namespace parley::app {

/// The files of another program, or every reason why one cannot be read.
Result<std::vector<formats::Source>> read_sources(const std::vector<std::string>& paths);

}  // namespace parley::app
