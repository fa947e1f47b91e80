#pragma once

#include <string>
#include <vector>

#include "parley/formats/source.hpp"

namespace parley::formats {

/// A source with the given text.
Source source(const std::string& file, const std::string& text);

/// A file of tests/formats/scenarios.
Source scenario(const std::string& file);

/// The diagnostics as lines of text.
std::vector<std::string> lines(const Diagnostics& diagnostics);

}  // namespace parley::formats
