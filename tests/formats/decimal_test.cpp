#include "parley/formats/decimal.hpp"

#include <gtest/gtest.h>

namespace parley::formats::internal {
namespace {

TEST(Decimal, IsReadExactlyAndWrittenShortly) {
  for (const auto& [text, plain] : {std::pair{"0.10", "0.1"},
                                    {"-3", "-3"},
                                    {"+2.5e1", "25"},
                                    {"1E-3", "0.001"},
                                    {".5", "0.5"},
                                    {"0e9", "0"},
                                    {"000012.", "12"}}) {
    const auto value = parse_decimal(text);
    ASSERT_TRUE(value) << text;
    EXPECT_EQ(to_text(*value), plain);
  }
  EXPECT_EQ(to_double(*parse_decimal("0.1")), 0.1);
}

TEST(Decimal, RefusesWhatItCannotHold) {
  for (const char* text : {"", ".", "-", "1e", "1e+", "x", "1.2.3", "1 ", "1e99", "1e-25", "nan",
                           "100000000000000", "1e99999999999"}) {
    EXPECT_FALSE(parse_decimal(text)) << text;
  }
}

}  // namespace
}  // namespace parley::formats::internal
