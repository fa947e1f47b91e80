#include "parley/drafting/names.hpp"

#include <gtest/gtest.h>

namespace parley::drafting::internal {
namespace {

TEST(Names, AreSnakeCaseInLatinLetters) {
  Names names("party");
  EXPECT_EQ(names.take("United States"), "united_states");
  EXPECT_EQ(names.take("Côte d’Ivoire"), "cote_d_ivoire");
  EXPECT_EQ(names.take("  The (joint) side--of Velmar. "), "the_joint_side_of_velmar");
  EXPECT_EQ(names.take("Україна"), "ukraina");
}

TEST(Names, AreTakenOnce) {
  Names names("party");
  EXPECT_EQ(names.take("Velmar"), "velmar");
  EXPECT_EQ(names.take("VELMAR"), "velmar_2");
  EXPECT_EQ(names.take("Velmar!"), "velmar_3");
}

TEST(Names, WhatIsNoNameGetsItsKindBeforeIt) {
  Names names("party");
  EXPECT_EQ(names.take("NO"), "party_no");
  EXPECT_EQ(names.take("y"), "party_y");
  EXPECT_EQ(names.take("17"), "party_17");
  EXPECT_EQ(names.take("…"), "party");
  EXPECT_EQ(names.take(""), "party_2");
}

}  // namespace
}  // namespace parley::drafting::internal
