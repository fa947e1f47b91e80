#include "files.hpp"

#include <gtest/gtest.h>

namespace parley::formats {
namespace {

Source named(const std::string& file, const Result<Text>& text) {
  EXPECT_TRUE(text) << file;
  return text ? Source{file, *text} : Source{file, {}};
}

}  // namespace

Source source(const std::string& file, const std::string& text) {
  return named(file, Text::from_utf8(text, file));
}

Source scenario(const std::string& file) {
  return named(file,
               read_text_file(PARLEY_SOURCE_DIR "/tests/formats/scenarios/" + file, kMostBytes));
}

std::vector<std::string> lines(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& each : diagnostics) result.push_back(to_text(each));
  return result;
}

}  // namespace parley::formats
