#pragma once

#include <string>

#include "parley/formats/source.hpp"

namespace parley::formats {

/// A source with the given text.
inline Source source(std::string file, std::string text) {
  return {file, *Text::from_utf8(std::move(text), file)};
}

/// A file of tests/formats/scenarios.
inline Source scenario(const std::string& file) {
  return {file, *read_text_file(PARLEY_SOURCE_DIR "/tests/formats/scenarios/" + file, kMostBytes)};
}

/// The diagnostics as lines of text.
inline std::vector<std::string> lines(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& each : diagnostics) result.push_back(to_text(each));
  return result;
}

}  // namespace parley::formats
