#include "architecture/house.hpp"

#include <gmock/gmock.h>

#include "parley/base/version.hpp"

namespace parley {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path kProject = PARLEY_SOURCE_DIR;

std::vector<Room> rooms() { return rooms_of(contents_of(kProject / "docs/architecture.md")); }

TEST(House, EveryRoomStandsInTheTableAndOnlyThose) {
  std::set<std::string> folders;
  for (const auto& each : std::filesystem::directory_iterator(kProject / "src/parley")) {
    if (each.is_directory()) folders.insert(each.path().filename().string());
  }
  std::set<std::string> names;
  for (const Room& each : rooms()) names.insert(each.name);
  EXPECT_EQ(names, folders);
}

TEST(House, RoomsKnowOnlyRoomsAboveThem) {
  std::set<std::string> above;
  for (const Room& room : rooms()) {
    for (const std::string& other : room.knows)
      EXPECT_TRUE(above.contains(other)) << room.name << " knows " << other;
    above.insert(room.name);
  }
}

TEST(House, RoomsIncludeOnlyWhomTheyKnow) {
  for (const Room& room : rooms()) {
    EXPECT_THAT(broken_rules(room, includes_below(kProject / "src/parley" / room.name)), IsEmpty());
  }
}

TEST(House, TheProgramsOwnFilesNeverIncludeTheLibrarysSources) {
  for (const Include& each : includes_below(kProject / "apps")) {
    EXPECT_FALSE(each.target.ends_with(".cpp")) << each.file;
  }
}

TEST(House, SaysOneVersionEverywhere) {
  const std::string version(kVersion);
  EXPECT_THAT(contents_of(kProject / "CITATION.cff"), HasSubstr("\nversion: " + version + "\n"));
  EXPECT_THAT(contents_of(kProject / "CHANGELOG.md"), HasSubstr("\n## " + version));
}

TEST(HouseRules, FindWhatIsBroken) {
  const std::vector<Room> table = rooms_of(
      "| room | what | knows |\n|---|---|---|\n| `base` | x | |\n"
      "| `record` | x | `base` |\n| `apps/` | two cells |\n");
  ASSERT_EQ(table.size(), 2U);
  EXPECT_THAT(table[0].knows, IsEmpty());
  EXPECT_THAT(table[1].knows, ElementsAre("base"));
  const std::vector<Include> includes{{"a.cpp", "parley/base/text.hpp"},
                                      {"a.cpp", "parley/record/read.hpp"},
                                      {"a.cpp", "fmt/format.h"},
                                      {"a.hpp", "tl/expected.hpp"},
                                      {"a.hpp", "string_view"},
                                      {"a.hpp", "fmt/format.h"},
                                      {"b.cpp", "parley/casefile/case.hpp"}};
  EXPECT_THAT(broken_rules(table[1], includes),
              ElementsAre("record/a.hpp includes fmt/format.h, which has no place in a header",
                          "record/b.cpp includes casefile, which record may not know"));
}

}  // namespace
}  // namespace parley
