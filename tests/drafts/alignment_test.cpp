#include "parley/drafts/alignment.hpp"

#include <rapidcheck/gtest.h>

#include <chrono>

#include "drafts/written.hpp"
#include "parley/drafts/internal/tokens.hpp"
#include "parley/drafts/versions.hpp"

namespace parley::drafts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> changes(const Draft& older, const Draft& newer) {
  std::vector<std::string> found;
  for (const Aligned& each : align(older, newer)) {
    std::string line(name(each.change));
    for (const std::size_t c : each.from) line += " " + older.clauses[c].label;
    line += " >";
    for (const std::size_t c : each.to) line += " " + newer.clauses[c].label;
    found.push_back(line);
  }
  return found;
}

const char* const kOld =
    "1. Lund opens both of its ferries to the farmers of Marrow at dawn.\n"
    "2. Marrow pays a toll of nine crowns for each cart that is carried over.\n"
    "3. A bench of four elders hears every complaint about nets and moorings.\n"
    "4. Lanterns are lit on the eastern piers in the winter months.\n";

TEST(Alignment, KnowsWhatIsSameEditedNewAndDropped) {
  const Draft older = written(kOld);
  const Draft newer = written(
      "1. Lund opens both of its ferries to the farmers of Marrow at dawn.\n"
      "2. Marrow pays a toll of six crowns for each cart that is carried over.\n"
      "3. Lanterns are lit on the eastern piers in the winter months.\n"
      "4. No timber floats downstream while herons are nesting.\n");
  EXPECT_THAT(changes(older, newer), ElementsAre("same 1. > 1.", "edited 2. > 2.", "dropped 3. >",
                                                 "same 4. > 3.", "new > 4."));
}

TEST(Alignment, ATextThatWasMovedIsToldAsMoved) {
  const Draft newer = written(
      "1. Lanterns are lit on the eastern piers in the winter months.\n"
      "2. Lund opens both of its ferries to the farmers of Marrow at dawn.\n"
      "3. Marrow pays a toll of nine crowns for each cart that is carried over.\n"
      "4. A bench of four elders hears every complaint about nets and moorings.\n");
  EXPECT_THAT(changes(written(kOld), newer),
              ElementsAre("moved 4. > 1.", "same 1. > 2.", "same 2. > 3.", "same 3. > 4."));
}

TEST(Alignment, ClausesThatWereMergedAndSplitKeepAllTheirPartners) {
  const Draft one = written(
      "1. Lund opens both of its ferries to the farmers of Marrow at dawn. Lanterns are lit on "
      "the eastern piers in the winter months.\n"
      "2. Marrow pays a toll of nine crowns for each cart that is carried over.\n"
      "3. A bench of four elders hears every complaint about nets and moorings.\n");
  EXPECT_THAT(changes(written(kOld), one),
              ElementsAre("merged 1. 4. > 1.", "same 2. > 2.", "same 3. > 3."));
  EXPECT_THAT(changes(one, written(kOld)),
              ElementsAre("split 1. > 1. 4.", "same 2. > 2.", "same 3. > 3."));
}

TEST(Alignment, TellsEditsByWords) {
  const Draft older = written("1. Marrow [shall][should] pay a toll of nine crowns a cart.\n");
  const Draft newer = written("1. Marrow shall pay a toll of six silver crowns a cart.\n");
  const auto entries = align(older, newer);
  ASSERT_THAT(entries, SizeIs(1));
  std::vector<std::string> edits;
  for (const Edit& each : entries[0].edits) {
    edits.push_back(std::string(older.text.slice(each.from)) + ">" +
                    std::string(newer.text.slice(each.to)));
  }
  EXPECT_THAT(edits, ElementsAre("[>", "][should]>", "nine>six silver"));
}

TEST(Alignment, FourHundredClausesTakeASecond) {
  std::string older;
  std::string newer;
  const std::vector<std::string> nouns = {"ferry", "toll", "net", "pier", "lamp", "mill", "weir"};
  for (int i = 1; i <= 400; ++i) {
    std::string words;
    for (int w = 0; w < 40; ++w)
      words += nouns[static_cast<std::size_t>((i * 31 + w * w) % 7)] +
               std::to_string((i * w) % 97) + " ";
    older += std::to_string(i) + ". " + words + "\n";
    newer += std::to_string(i) + ". " + words + (i % 3 == 0 ? "and more" : "") + "\n";
  }
  const Draft a = written(older);
  const Draft b = written(newer);
  ASSERT_THAT(a.clauses, SizeIs(400));
  const auto start = std::chrono::steady_clock::now();
  const auto entries = align(a, b);
  // A second for the optimised build on a quiet machine; this one is neither.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
  EXPECT_THAT(entries, SizeIs(400));
}

// The length of the longest common subsequence, by the textbook's table.
std::size_t common(const std::vector<internal::Token>& a, const std::vector<internal::Token>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      table[i + 1][j + 1] =
          a[i].term == b[j].term ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
    }
  }
  return table[a.size()][b.size()];
}

std::vector<internal::Token> random_tokens() {
  std::vector<internal::Token> tokens;
  for (const int term : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)))
    tokens.push_back({0, 1, static_cast<std::uint32_t>(term), true});
  return tokens;
}

RC_GTEST_PROP(EditLaws, TheMatchRisesAndIsTheLongest, ()) {
  const auto a = random_tokens();
  const auto b = random_tokens();
  const auto match = internal::matched(a, b);
  std::size_t next = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (match[i] == internal::kNone) continue;
    RC_ASSERT(match[i] >= next && match[i] < b.size());
    RC_ASSERT(a[i].term == b[match[i]].term);
    next = match[i] + 1;
    ++length;
  }
  RC_ASSERT(length == common(a, b));
}

// A text of clauses that share few words.
std::string random_list(const std::vector<int>& clauses) {
  std::string text = "Terms\n\n";
  int number = 0;
  for (const int clause : clauses) {
    text += std::to_string(++number) + ".";
    for (int w = 0; w < 9; ++w) text += " w" + std::to_string(clause * 10 + w);
    text += " and the rest.\n";
  }
  return text;
}

std::vector<int> random_clauses() {
  return *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 30));
}

RC_GTEST_PROP(AlignmentLaws, ATextAndItselfAreTheSame, ()) {
  const Draft draft = written(random_list(random_clauses()));
  for (const Aligned& each : align(draft, draft)) {
    RC_ASSERT(each.change == Change::same);
    RC_ASSERT(each.from == each.to);
    RC_ASSERT(each.similarity == 1.0);
    RC_ASSERT(each.edits.empty());
  }
}

RC_GTEST_PROP(AlignmentLaws, EachClauseIsInOneEntryAndSwappingMirrors, ()) {
  const Draft a = written(random_list(random_clauses()));
  const Draft b = written(random_list(random_clauses()));
  std::vector<int> from(a.clauses.size());
  std::vector<int> to(b.clauses.size());
  std::size_t added = 0;
  std::size_t dropped = 0;
  for (const Aligned& each : align(a, b)) {
    for (const std::size_t c : each.from) ++from[c];
    for (const std::size_t c : each.to) ++to[c];
    if (each.change == Change::added) ++added;
    if (each.change == Change::dropped) ++dropped;
  }
  RC_ASSERT(std::all_of(from.begin(), from.end(), [](int times) { return times == 1; }));
  RC_ASSERT(std::all_of(to.begin(), to.end(), [](int times) { return times == 1; }));
  for (const Aligned& each : align(b, a)) {
    if (each.change == Change::added) --dropped;
    if (each.change == Change::dropped) --added;
  }
  RC_ASSERT(added == 0U);
  RC_ASSERT(dropped == 0U);
}

std::vector<std::string> stories(const std::vector<Version>& versions) {
  std::vector<std::string> found;
  for (const Version& version : versions) {
    for (std::size_t b = 0; b < version.brackets.size(); ++b) {
      const BracketStory& story = version.brackets[b];
      found.push_back(std::string(version.draft.text.slice(version.draft.brackets[b].span)) + " " +
                      std::to_string(story.opened_in) + " " +
                      (story.closed_in
                           ? std::to_string(*story.closed_in) + " " + std::string(name(*story.how))
                           : "open"));
    }
  }
  return found;
}

TEST(Versions, FollowABracketFromWhereItIsOpenedToWhereItIsClosed) {
  std::vector<Draft> drafts;
  drafts.push_back(written(
      "1. Lund opens [both of] its ferries to the farmers of Marrow [at dawn].\n", "a.txt"));
  drafts.push_back(
      written("1. Lund opens [both of] its ferries to the farmers of Marrow at dawn [and dusk].\n",
              "b.txt"));
  drafts.push_back(
      written("1. Lund opens its ferries to the farmers of Marrow at dawn [and dusk].\n", "c.txt"));
  EXPECT_THAT(stories(follow(std::move(drafts), {std::nullopt, 0, 1})),
              ElementsAre("[both of] 0 2 dropped", "[at dawn] 0 1 kept", "[both of] 0 2 dropped",
                          "[and dusk] 1 open", "[and dusk] 1 open"));
}

TEST(Versions, ACounterDraftFollowsTheTextThatItLeft) {
  std::vector<Draft> drafts;
  drafts.push_back(written("1. Lund opens [both of] its ferries to farmers at dawn.\n", "a.txt"));
  drafts.push_back(written("1. Lund opens its ferries to farmers at dawn.\n", "b.txt"));
  drafts.push_back(
      written("1. Lund opens [both of] its ferries to farmers [and fishers] at dawn.\n", "c.txt"));
  const auto versions = follow(std::move(drafts), {std::nullopt, 0, 0});
  EXPECT_THAT(stories(versions),
              ElementsAre("[both of] 0 1 dropped", "[both of] 0 open", "[and fishers] 2 open"));
  EXPECT_EQ(versions[2].follows, 0U);
}

}  // namespace
}  // namespace parley::drafts
