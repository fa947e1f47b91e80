#include "transcript.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace parley {
namespace {

std::vector<std::filesystem::path> transcripts() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder =
      std::filesystem::path(PARLEY_SOURCE_DIR) / "tests/program/transcripts";
  for (const auto& each : std::filesystem::directory_iterator(folder)) {
    if (each.path().extension() == ".txt") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class TranscriptTest : public testing::TestWithParam<std::filesystem::path> {};

// With PARLEY_REGENERATE=1 in the environment the files are written anew; read them before you
// commit.
TEST_P(TranscriptTest, SaysWhatTheProgramDoes) {
  const std::filesystem::path folder =
      std::filesystem::path(PARLEY_BINARY_DIR) / "transcript folders" / GetParam().stem();
  const Transcript ran = run_transcript(GetParam(), folder, PARLEY_PROGRAM_FOLDER);
  if (std::getenv("PARLEY_REGENERATE") != nullptr) {
    std::ofstream(GetParam()) << ran.actual;
    return;
  }
  EXPECT_EQ(ran.expected, ran.actual) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Program, TranscriptTest, testing::ValuesIn(transcripts()),
                         [](const auto& each) { return each.param.stem().string(); });

TEST(TranscriptPatterns, StandForAnyTextOrAnyLinesOfOneStream) {
  EXPECT_TRUE(agrees({"| a [..] c"}, {"| a b c"}));
  EXPECT_TRUE(agrees({"| [..]"}, {"| "}));
  EXPECT_FALSE(agrees({"| a [..] c"}, {"| a b d"}));
  EXPECT_TRUE(agrees({"| a", "| [...]", "= 0"}, {"| a", "| b", "| c", "= 0"}));
  EXPECT_TRUE(agrees({"| [...]", "= 0"}, {"= 0"}));
  EXPECT_FALSE(agrees({"| [...]", "= 0"}, {"| a", "! b", "= 0"}));
  EXPECT_FALSE(agrees({"| a"}, {"| a", "| b"}));
}

}  // namespace
}  // namespace parley
