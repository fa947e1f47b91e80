#include "parley/base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "parley/base/hash.hpp"

namespace parley {
namespace {

using Block = std::array<std::uint64_t, 4>;
__extension__ using Wide = unsigned __int128;

// Philox4x64-10 by its definition (Salmon et al. 2011, section 3.3 and figure 2), as an oracle.
Block philox(Block counter, std::array<std::uint64_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const Wide a = Wide{0xD2E7470EE14C6C93U} * counter[0];
    const Wide b = Wide{0xCA5A826395121157U} * counter[2];
    const auto high = [](Wide product) { return static_cast<std::uint64_t>(product >> 64); };
    const auto low = [](Wide product) { return static_cast<std::uint64_t>(product); };
    counter = {high(b) ^ counter[1] ^ key[0], low(b), high(a) ^ counter[3] ^ key[1], low(a)};
    key[0] += 0x9E3779B97F4A7C15U;  // the golden ratio
    key[1] += 0xBB67AE8584CAA73BU;  // the square root of 3, less 1
  }
  return counter;
}

// The rows "philox4x64 10" of the file kat_vectors that Random123 publishes.
TEST(PhiloxOracle, GivesThePublishedAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Block{0x16554d9eca36314cU, 0xdb20fe9d672d0fdcU,
                                                 0xd7e772cee186176bU, 0x7e68b68aec7ba23bU}));
  const std::uint64_t ones = ~std::uint64_t{0};
  EXPECT_EQ(
      philox({ones, ones, ones, ones}, {ones, ones}),
      (Block{0x87b092c3013fe90bU, 0x438c3c67be8d0224U, 0x9cc7d7c69cd777b6U, 0xa09caebf594f0ba0U}));
  EXPECT_EQ(
      philox({0x243f6a8885a308d3U, 0x13198a2e03707344U, 0xa4093822299f31d0U, 0x082efa98ec4e6c89U},
             {0x452821e638d01377U, 0xbe5466cf34e90c6cU}),
      (Block{0xa528f45403e61d95U, 0x38c72dbd566e9788U, 0xa5a1610e72fd18b5U, 0x57bd43b5e52b7fe6U}));
}

// The 64-bit test vectors of draft-eastlake-fnv, appendix C.
TEST(Hash, GivesThePublishedAnswers) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325U);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8U);
  EXPECT_EQ(fnv1a("bar", fnv1a("foo")), fnv1a("foobar"));
}

TEST(RandomStream, IsPhiloxKeyedBySeedAndNameCountingWorldAndDraw) {
  const std::uint64_t ends[] = {0, 1, 42, ~std::uint64_t{0}};
  for (const std::uint64_t seed : ends) {
    for (const std::uint64_t world : ends) {
      for (const char* name : {"", "positions/russia/donbas", "довіра"}) {
        RandomStream stream(seed, world, name);
        for (std::uint64_t block = 0; block < 3; ++block) {
          for (const std::uint64_t expected : philox({block, world, 0, 0}, {seed, fnv1a(name)})) {
            ASSERT_EQ(stream.bits(), expected);
          }
        }
      }
    }
  }
}

TEST(RandomStream, NamesMayBeJoined) {
  EXPECT_EQ(StreamName("a/").then("b").hash(), StreamName("a/b").hash());
  EXPECT_EQ(RandomStream(1, 2, StreamName("a/").then("b")).bits(),
            RandomStream(1, 2, "a/b").bits());
}

TEST(RandomStream, UniformIsTheMiddleOfOneOfTwoToThe53Cells) {
  RandomStream bits(3, 1, "u");
  RandomStream uniform(3, 1, "u");
  double sum = 0;
  double squares = 0;
  constexpr int kDraws = 100000;
  for (int i = 0; i < kDraws; ++i) {
    const double u = uniform.uniform();
    ASSERT_EQ(u, std::ldexp(static_cast<double>(bits.bits() >> 11U) + 0.5, -53));
    ASSERT_GT(u, 0);
    ASSERT_LT(u, 1);
    sum += u;
    squares += u * u;
  }
  // Five standard errors about the mean 1/2 and the second moment 1/3.
  EXPECT_NEAR(sum / kDraws, 0.5, 5 * std::sqrt(1.0 / 12 / kDraws));
  EXPECT_NEAR(squares / kDraws, 1.0 / 3, 5 * std::sqrt(4.0 / 45 / kDraws));
}

TEST(RandomStream, BelowIsUniform) {
  for (const std::uint64_t count : {1U, 2U, 3U, 7U, 10U}) {
    RandomStream stream(5, 0, "below");
    std::vector<double> seen(count, 0);
    constexpr int kDraws = 70000;
    for (int i = 0; i < kDraws; ++i) {
      const std::uint64_t draw = stream.below(count);
      ASSERT_LT(draw, count);
      ++seen[draw];
    }
    double chi_square = 0;
    const double expected = static_cast<double>(kDraws) / static_cast<double>(count);
    for (const double each : seen) chi_square += (each - expected) * (each - expected) / expected;
    // Mean and five standard deviations of the chi-square distribution.
    const double freedom = static_cast<double>(count - 1);
    EXPECT_LE(chi_square, freedom + 5 * std::sqrt(2 * freedom)) << count;
  }
}

// Where almost half of all bits must be drawn again, a remainder alone would favour the low half.
TEST(RandomStream, BelowHasNoBiasForHugeCounts) {
  const std::uint64_t count = (std::uint64_t{1} << 63U) + 1;
  RandomStream stream(6, 0, "below");
  int low = 0;
  constexpr int kDraws = 20000;
  for (int i = 0; i < kDraws; ++i) {
    const std::uint64_t draw = stream.below(count);
    ASSERT_LT(draw, count);
    low += draw < count / 2 ? 1 : 0;
  }
  EXPECT_NEAR(low, kDraws / 2, 5 * std::sqrt(kDraws / 4.0));
}

TEST(RandomStream, NeighbouringWorldsSeedsAndNamesShareNoDraw) {
  std::set<std::uint64_t> draws;
  std::size_t count = 0;
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    for (std::uint64_t world = 0; world < 50; ++world) {
      for (const char* name : {"a", "b", "ab", "ba"}) {
        RandomStream stream(seed, world, name);
        for (int i = 0; i < 9; ++i, ++count) draws.insert(stream.bits());
      }
    }
  }
  EXPECT_EQ(draws.size(), count);
}

}  // namespace
}  // namespace parley
