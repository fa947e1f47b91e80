#include <chrono>

#include "parley/text/charset.hpp"
#include "text/files.hpp"

namespace parley::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> names_of(const Decoded& all) {
  std::vector<std::string> names;
  for (const Document& each : all.documents) names.push_back(each.name);
  return names;
}

const Members kReports = {{"day/one.txt", "The envoys met."},
                          {"__MACOSX/day/._one.txt", "xx"},
                          {"day/.DS_Store", "xx"},
                          {"day/two.html", "<html><p>They agreed.</p>"}};

TEST(Packed, EachFileOfAnArchiveIsAReport) {
  for (const std::string& archive :
       {zipped(kReports), zipped(kReports, true), tarred(kReports), gzipped(tarred(kReports))}) {
    const Decoded all = decoded(archive, "reports");
    ASSERT_EQ(all.documents.size(), 2U);
    EXPECT_EQ(all.documents[0].text, "The envoys met.");
    EXPECT_EQ(all.documents[1].source.format, "html");
    EXPECT_TRUE(all.warnings.empty());
  }
  EXPECT_THAT(names_of(decoded(zipped(kReports), "week.zip")),
              ElementsAre("week.zip/day/one.txt", "week.zip/day/two.html"));
  EXPECT_THAT(names_of(decoded(gzipped("The envoys met."), "in/wire.txt.gz")),
              ElementsAre("in/wire.txt.gz/wire.txt"));
}

TEST(Packed, NamesOfMembersAreValidWhateverTheirEncoding) {
  for (const std::string& name : {std::string("Ber\xFChmt.txt"), std::string("Berühmt.txt")}) {
    const Document document = the_document(zipped({{name, "The envoys met."}}), "a.zip");
    EXPECT_TRUE(internal::characters_of(document.name)->charset == "UTF-8") << document.name;
  }
}

TEST(Packed, SeveralGzipFilesBehindOneAnotherAreOne) {
  EXPECT_EQ(the_document(gzipped("The envoys ") + gzipped("met."), "a.gz").text, "The envoys met.");
}

TEST(Packed, WhatIsNotReadInAnArchiveIsAWarningWhileAnotherIs) {
  const Decoded all =
      decoded(zipped({{"map.png", "\x89PNG\r\n"}, {"one.txt", "They met."}}), "a.zip");
  EXPECT_EQ(all.documents.size(), 1U);
  ASSERT_EQ(all.warnings.size(), 1U);
  EXPECT_EQ(all.warnings[0].place.file, "a.zip/map.png");
  EXPECT_EQ(refused(zipped({{"map.png", "\x89PNG\r\n"}}), "a.zip"), "not-read");
  EXPECT_EQ(refused(zipped({}), "a.zip"), "nothing-to-read");
}

TEST(Packed, BombsEndInBoundedTimeAndMemory) {
  const std::string much(std::size_t{60} << 20U, '\0');
  EXPECT_EQ(refused(gzipped(much), "bomb.gz"), "too-large");  // by its ratio
  EXPECT_EQ(refused(zipped({{"a.txt", much}}, true), "bomb.zip"), "too-large");
  Limits limits;
  limits.unpacked_bytes = 1000;
  EXPECT_EQ(refused(zipped({{"a.txt", std::string(600, 'a')}, {"b.txt", std::string(600, 'b')}}),
                    "a.zip", limits),
            "too-large");
  limits = {};
  limits.members = 3;
  EXPECT_EQ(refused(tarred({{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}}), "a.tar", limits),
            "too-large");
  limits = {};
  limits.documents = 1;
  EXPECT_EQ(refused(zipped({{"a", "a"}, {"b", "b"}}), "a.zip", limits), "too-large");
}

TEST(Packed, ArchivesWithinOneAnotherEnd) {
  std::string file = "The envoys met.";
  for (int i = 0; i < 3; ++i) file = zipped({{"inner" + std::to_string(i), file}});
  EXPECT_EQ(the_document(file, "three.zip").text, "The envoys met.");
  EXPECT_EQ(refused(zipped({{"outer", file}}), "four.zip"), "too-large");
  EXPECT_EQ(the_document(gzipped(gzipped("The envoys met.")), "two.gz").text, "The envoys met.");
}

TEST(Packed, BrokenArchivesAreRefused) {
  std::string counted;
  for (int i = 0; i < 1000; ++i) counted += std::to_string(i * 7919);
  const std::string whole = gzipped(counted);
  EXPECT_EQ(refused(whole.substr(0, whole.size() / 2), "a.gz"), "damaged");
  EXPECT_NE(refused(zipped(kReports).substr(0, 60), "a.zip"), "");
}

}  // namespace
}  // namespace parley::text
