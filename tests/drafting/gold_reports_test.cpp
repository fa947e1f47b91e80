// The whole way on the invented reports of tests/record/gold, whatever the record finds in them.
#include <gmock/gmock.h>

#include <filesystem>

#include "own_folder.hpp"
#include "parley/base/files.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/drafting/folder.hpp"

namespace parley::drafting {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> gold(const std::vector<std::string>& names) {
  std::vector<std::string> files;
  for (const std::string& each : names) {
    files.push_back(PARLEY_SOURCE_DIR "/tests/record/gold/" + each);
  }
  return files;
}

class GoldReports : public testing::TestWithParam<std::vector<std::string>> {
 protected:
  const OwnFolder own_;
  const std::string folder_ = own_ / "drafted";
};

TEST_P(GoldReports, BecomeACaseThatPassesTheCheck) {
  const auto date = casefile::Date::from_iso("2027-03-10");
  const auto read = read_reports(gold(GetParam()), date, {});
  ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
  const auto drafted = draft_case(read->record, read->texts, casefile::catalogue());
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  const auto file = write_case_folder(*drafted, folder_, {}, {});
  ASSERT_TRUE(file) << to_text(file.error().diagnostics.front());
  const auto back = casefile::read_case(*file);
  ASSERT_TRUE(back) << to_text(back.error().diagnostics.front());
  EXPECT_THAT(back->warnings, testing::IsEmpty());
  std::size_t signatories = 0;
  for (const auto& each : back->value.parties) signatories += needs_consent(each.second) ? 1U : 0U;
  EXPECT_EQ(signatories, 2U);

  // The record of the case's own reports has the case's ids.
  const auto record = record_of(back->value, {});
  ASSERT_TRUE(record);
  ASSERT_EQ(record->reports.size(), back->value.reports.size());
  for (std::size_t r = 0; r < record->reports.size(); ++r) {
    EXPECT_EQ(record->reports[r].id, back->value.reports[r].first);
    EXPECT_EQ(record->reports[r].file, back->value.reports[r].second.file);
  }
}

TEST_P(GoldReports, AreNotWrittenOverACaseThatWasEdited) {
  const auto read = read_reports(gold(GetParam()), std::nullopt, {});
  ASSERT_TRUE(read);
  const auto drafted = draft_case(read->record, read->texts, casefile::catalogue());
  ASSERT_TRUE(drafted);
  ASSERT_TRUE(write_case_folder(*drafted, folder_, {}, {}));
  EXPECT_TRUE(write_case_folder(*drafted, folder_, {}, {})) << "the same case again";
  ASSERT_TRUE(write_file(folder_ + "/case.yaml", "edited"));
  const auto refused = write_case_folder(*drafted, folder_, {}, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().diagnostics.front().code, "exists");
  EXPECT_EQ(read_text_file(folder_ + "/case.yaml", 100)->utf8(), "edited");
}

// What the folder holds decides: the draft as it was made, an edit of it, or an edit of another.
TEST_P(GoldReports, AreKnownAgainInTheCaseThatTheyMade) {
  const auto read = read_reports(gold(GetParam()), std::nullopt, {});
  ASSERT_TRUE(read);
  const auto drafted = draft_case(read->record, read->texts, casefile::catalogue());
  ASSERT_TRUE(drafted);
  const OutputPart part = as_outputs(*drafted, "");
  EXPECT_EQ(standing_case(part, folder_).value(), StandingCase::free) << "nothing stands there";
  ASSERT_TRUE(write_case_folder(*drafted, folder_, {}, {}));
  EXPECT_EQ(standing_case(part, folder_).value(), StandingCase::free);
  OutputPart other = part;
  other.files.front().bytes += "# more";
  EXPECT_EQ(standing_case(other, folder_).value(), StandingCase::free);

  for (const OutputFile& each : part.files) {
    ASSERT_TRUE(write_file(folder_ + "/" + each.name, each.bytes + "# mine\n"));
    EXPECT_EQ(standing_case(part, folder_).value(), StandingCase::edited) << each.name;
    const auto lost = standing_case(other, folder_);
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().diagnostics.front().code, "edited");
    EXPECT_THAT(lost.error().diagnostics.front().hint, testing::HasSubstr("parley new"));
    ASSERT_TRUE(write_file(folder_ + "/" + each.name, each.bytes));
  }
  fs::remove(folder_ + "/.parley-case.json");
  EXPECT_EQ(standing_case(part, folder_).value(), StandingCase::free) << "equal files";
  EXPECT_FALSE(standing_case(other, folder_));
}

INSTANTIATE_TEST_SUITE_P(
    Groups, GoldReports,
    testing::Values(std::vector<std::string>{"harbour-wire.txt", "harbour-gazette.txt",
                                             "harbour-copy.html"},
                    std::vector<std::string>{"dam-tabloid.txt", "state-agency.txt"},
                    std::vector<std::string>{"lake-page.html", "lake-notes.md"},
                    std::vector<std::string>{"ridge-times.txt", "ridge-post.txt"}),
    [](const auto& each) {
      std::string name = fs::path(each.param.front()).stem().string();
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST(ReadReports, TellsWhatIsWrongWithEveryFile) {
  const auto read = read_reports({"/nowhere/a.txt", "/nowhere/b.txt"}, std::nullopt, {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().diagnostics.size(), 2U);
}

}  // namespace
}  // namespace parley::drafting
