#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "parley/base/diagnostic.hpp"

namespace parley::casefile {

/// Diagnostics as a person sees them, one a line.
inline std::string lines(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each) + "\n";
  return text;
}

/// The folders of the cases that come with the program, in alphabetical order.
inline std::vector<std::string> shipped_cases() {
  std::vector<std::string> folders;
  for (const auto& each : std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/cases")) {
    if (each.is_directory()) folders.push_back(each.path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace parley::casefile
