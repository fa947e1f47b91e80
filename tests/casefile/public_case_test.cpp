#include "parley/casefile/public_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "casefile/confidential_case.hpp"
#include "casefile/support.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/confidential_words.hpp"
#include "parley/casefile/writer.hpp"

namespace parley::casefile {
namespace {

Case opened(Case full) {
  auto open = for_public(std::move(full));
  EXPECT_TRUE(open) << lines(open.error().diagnostics);
  return open ? std::move(open->value) : Case{};
}

TEST(PublicCase, IsTheCaseOfAnAuthorWhoNeverKnew) {
  const Case open = opened(confidential_case("#c"));
  const Case never_knew = confidential_case("#p");
  EXPECT_EQ(write_case(open), write_case(never_knew));
  EXPECT_TRUE(open == never_knew);
}

TEST(PublicCase, HoldsNoConfidentialString) {
  std::string written = write_case(opened(confidential_case("#c")));
  std::transform(written.begin(), written.end(), written.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(written.find(kMark), std::string::npos) << written;
}

TEST(PublicCase, SaysWhatItLeavesOut) {
  const auto open = for_public(confidential_case("#c"));
  ASSERT_TRUE(open);
  EXPECT_EQ(open->warnings.size(), 14U) << lines(open->warnings);
  for (const Diagnostic& each : open->warnings) EXPECT_EQ(each.code, "withheld");
}

TEST(PublicCase, PassesTheCheck) {
  const Diagnostics found = check_case(opened(confidential_case("#c")));
  EXPECT_FALSE(has_errors(found)) << lines(found);
}

TEST(PublicCase, IsTheSameWhereNothingIsConfidential) {
  for (const std::string& folder : shipped_cases()) {
    const auto read = read_case(folder);
    ASSERT_TRUE(read) << folder;
    EXPECT_TRUE(opened(read->value) == read->value) << folder;
  }
}

TEST(PublicCase, OfAPublicCaseIsItself) {
  const Case open = opened(confidential_case("#c"));
  EXPECT_TRUE(opened(open) == open);
}

// An open option that is called after a confidential party can be neither shown nor left out.
TEST(PublicCase, RefusesAnOpenEntryThatIsCalledByWhatIsConfidential) {
  Case full = confidential_case("#c");
  for (auto& [id, issue] : full.issues) {
    for (auto& [name, option] : issue.options) {
      if (name == "shared") option.title = "Shared with Zorblaxia";
    }
  }
  const auto open = for_public(full);
  ASSERT_FALSE(open);
  ASSERT_EQ(open.error().diagnostics.size(), 1U);
  EXPECT_EQ(open.error().diagnostics[0].code, "names-confidential");
}

TEST(PublicCase, WarnsOfAnOpenReportThatNamesWhatIsConfidential) {
  Case full = confidential_case("#c");
  for (auto& [id, text] : full.texts) {
    if (id == "wire") text = *Text::from_utf8(text.utf8() + " Zorblaxia was mute.", "wire.txt");
  }
  const auto open = for_public(full);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->warnings.back().code, "report-names-confidential");
}

TEST(ConfidentialWords, AreFoundWhereAWordBegins) {
  Case full;
  full.parties.add("north").name = "Republic of Nordmark";
  full.parties.add("south").name = "Republic of Sudmark";
  full.issues.add("quay").title = "The old quay";
  Case open;
  open.parties.add("south").name = "Republic of Sudmark";
  const ConfidentialWords words(full, open);
  for (const char* text : {"Nordmark", "the Nordmarkers", "on the old quay.", "quay", "OLD QUAY"}) {
    EXPECT_TRUE(words.named_in(text)) << text;
  }
  for (const char* text : {"a republic", "old quays", "southern", "Xnordmark", "", "quayside"}) {
    EXPECT_FALSE(words.named_in(text)) << text;
  }
}

}  // namespace
}  // namespace parley::casefile
