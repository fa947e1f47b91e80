#include "parley/base/estimate.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

TEST(World, DrawsTheSameForTheSameNameAndOtherwiseNot) {
  const Estimate range = Estimate::between(0, 1);
  World world(7, 3);
  EXPECT_EQ(world.draw("a", range), World(7, 3).draw("a", range));
  EXPECT_NE(world.draw("a", range), world.draw("b", range));
  EXPECT_NE(world.draw("a", range), World(7, 4).draw("a", range));
  EXPECT_NE(world.draw("a", range), World(8, 3).draw("a", range));
}

}  // namespace
}  // namespace parley
