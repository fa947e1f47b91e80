#include "parley/record/stance_class.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "record/recorded.hpp"

namespace parley::record::internal {
namespace {

TEST(StanceClass, NeverDisagreesWithTheStance) {
  for (std::size_t s = 0; s < kStanceKindNames.size(); ++s) {
    const auto stance = static_cast<StanceKind>(s);
    const auto classes = classes_of(stance);
    for (std::size_t e = 0; e < kEventClassNames.size(); ++e) {
      const std::string given =
          stance_class(stance, static_cast<EventClass>(e), kEventClassNames[e]);
      const auto event = event_class_named(given);
      if (stance == StanceKind::denies) {
        EXPECT_EQ(given, "");
      } else {
        ASSERT_TRUE(event) << name(stance);
        EXPECT_NE(std::find(classes.begin(), classes.end(), *event), classes.end()) << given;
      }
    }
  }
}

TEST(StanceClass, IsWhatTheClauseTellsBeforeWhatTheWordMeans) {
  EXPECT_EQ(stance_class(StanceKind::rejects, EventClass::SANCTION, "REJECT"), "SANCTION");
  EXPECT_EQ(stance_class(StanceKind::rejects, EventClass::AGREE, "SANCTION"), "SANCTION");
  EXPECT_EQ(stance_class(StanceKind::rejects, std::nullopt, ""), "REJECT");
}

TEST(StanceClass, IsInTheRecord) {
  const Record record = recorded(
      {"Talks\n\nThe Republic of Ostria and the Republic of Velmark share a river. Ostria rejected "
       "the plan. Velmark agreed to withdraw its troops under the plan."});
  for (const Stance& stance : record.stances) {
    const auto classes = classes_of(stance.stance);
    const auto event = event_class_named(stance.plover);
    ASSERT_TRUE(event) << stance.text;
    EXPECT_NE(std::find(classes.begin(), classes.end(), *event), classes.end()) << stance.text;
  }
  EXPECT_FALSE(record.stances.empty());
}

}  // namespace
}  // namespace parley::record::internal
