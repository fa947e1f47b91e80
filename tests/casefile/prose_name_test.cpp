#include "parley/casefile/prose_name.hpp"

#include <gtest/gtest.h>

namespace parley::casefile {
namespace {

TEST(NameInProse, HasAnArticleWhereEnglishWantsOne) {
  EXPECT_EQ(name_in_prose("United States"), "the United States");
  EXPECT_EQ(name_in_prose("African Union"), "the African Union");
  EXPECT_EQ(name_in_prose("European allies"), "the European allies");
  EXPECT_EQ(name_in_prose("Harbour Liberation Front"), "the Harbour Liberation Front");
}

TEST(NameInProse, IsTheNameElsewhere) {
  EXPECT_EQ(name_in_prose("Ostria"), "Ostria");
  EXPECT_EQ(name_in_prose("the rebels"), "the rebels");
  EXPECT_EQ(name_in_prose("The Cantons"), "The Cantons");
  EXPECT_EQ(name_in_prose(""), "");
}

}  // namespace
}  // namespace parley::casefile
