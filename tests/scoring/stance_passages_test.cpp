#include "scoring/stance_passages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "parley/base/text.hpp"

namespace parley::scoring {
namespace {

const std::string kHead = "@talks wells in the Harra valley\n@style wire\n";

std::vector<StancePassage> passages(const std::string& lines) {
  auto read = read_stance_passages(kHead + lines + "\n", "wells.txt");
  EXPECT_TRUE(read) << lines;
  return read ? *read : std::vector<StancePassage>{};
}

// The code of the first problem of a line; empty when it has none.
std::string problem(const std::string& line, const std::string& head = kHead) {
  const auto read = read_stance_passages(head + line + "\n", "wells.txt");
  return read ? std::string() : read.error().diagnostics.front().code;
}

std::string words_of(const StancePassage& passage, const StanceMark& mark) {
  return passage.text.substr(mark.begin, mark.end - mark.begin);
}

TEST(StancePassages, TakesTheMarksAway) {
  const auto read = passages(
      "Harra {rejects/disapproves|monitoring||Harra|Osk|will not let Osk count its wells} "
      "{if|while "
      "it rains}, and {none|offered tea} to {reading|in_hurry|an envoy|Osk|an envoy from Osk}.");
  ASSERT_EQ(read.size(), 1U);
  const StancePassage& passage = read.front();
  EXPECT_EQ(passage.text,
            "Harra will not let Osk count its wells while it rains, and offered tea to an envoy "
            "from Osk.");
  EXPECT_EQ(passage.talks, "wells in the Harra valley");
  EXPECT_EQ(passage.style, "wire");
  EXPECT_EQ(passage.line, 3U);
  ASSERT_EQ(passage.marks.size(), 3U);
  EXPECT_EQ(passage.marks[0].kinds, (std::vector<std::string>{"rejects", "disapproves"}));
  EXPECT_EQ(passage.marks[0].holders, std::vector<std::string>{"Harra"});
  EXPECT_EQ(passage.marks[0].target, "Osk");
  EXPECT_EQ(words_of(passage, passage.marks[0]), "will not let Osk count its wells");
  EXPECT_EQ(words_of(passage, passage.marks[1]), "offered tea");
  EXPECT_EQ(passage.marks[2].holders, std::vector<std::string>{"an envoy"});
  ASSERT_EQ(passage.conditions.size(), 1U);
  EXPECT_EQ(passage.text.substr(passage.conditions[0].start,
                                passage.conditions[0].end - passage.conditions[0].start),
            "while it rains");
}

TEST(StancePassages, AConditionMayStandWithinAMark) {
  const auto read =
      passages("Osk {conditional|monitoring||Osk||would open the wells {if|if Harra paid}}.");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].text, "Osk would open the wells if Harra paid.");
  EXPECT_EQ(words_of(read[0], read[0].marks[0]), "would open the wells if Harra paid");
  EXPECT_EQ(read[0].conditions.size(), 1U);
}

TEST(StancePassages, SeveralHoldersAndNone) {
  const auto read = passages(
      "{rejects|||Harra & Osk||Neither Harra nor Osk signed} and {rejects|||-||nobody will sign}.");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0].marks[0].holders, (std::vector<std::string>{"Harra", "Osk"}));
  EXPECT_TRUE(read[0].marks[1].holders.empty());
}

TEST(StancePassages, TellsWhatBreaksTheGuide) {
  EXPECT_EQ(problem("Harra {rejects|||Harra||says no to wells"), "stance-mark");
  EXPECT_EQ(problem("Harra says no} to all wells"), "stance-mark");
  EXPECT_EQ(problem("Harra {refuses|||Harra||says no} to wells"), "stance-mark");
  EXPECT_EQ(problem("Harra {rejects|Harra|says no} to wells"), "stance-mark");
  EXPECT_EQ(problem("Harra {none|} says no to wells"), "stance-mark");
  EXPECT_EQ(problem("Harra {rejects|||Brel||says no} to wells"), "stance-words");
  EXPECT_EQ(problem("Too short"), "stance-passage");
  EXPECT_EQ(problem("Harra counts its wells.\nHarra counts its wells."), "stance-passage");
  EXPECT_EQ(problem("Harra counts its wells.", "@talks wells\n"), "stance-passage");
  EXPECT_EQ(problem("Harra counts its wells.", "@talks wells\n@style opera\n"), "stance-passage");
  EXPECT_EQ(problem("Harra counts its wells."), "");
}

TEST(StancePassages, EveryShippedFileKeepsTheGuide) {
  std::size_t files = 0;
  std::size_t stances = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(PARLEY_SOURCE_DIR "/data/training/stances")) {
    if (entry.path().extension() != ".txt") continue;
    ++files;
    const auto text = read_text_file(entry.path().string(), std::size_t{1} << 24U);
    ASSERT_TRUE(text);
    const auto read = read_stance_passages(std::string(text->utf8()), entry.path().string());
    ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
    for (const StancePassage& passage : *read) {
      stances += static_cast<std::size_t>(
          std::count_if(passage.marks.begin(), passage.marks.end(), [](const StanceMark& mark) {
            return mark.kinds.front() != "none" && mark.kinds.front() != "reading";
          }));
    }
  }
  EXPECT_EQ(files, 5U);
  EXPECT_GT(stances, 2900U);
}

}  // namespace
}  // namespace parley::scoring
