#include "parley/text/days.hpp"

#include <gtest/gtest.h>

namespace parley::text {
namespace {

using namespace std::chrono_literals;

TEST(Days, AreReadInEverySpelling) {
  for (const char* const text : {"2026-03-05T09:00:00Z",
                                 "2026/3/5",
                                 "2026.03.05",
                                 "5 March 2026",
                                 "5th of March, 2026",
                                 "Thursday 5th March 2026, 09:00",
                                 "5. März 2026",
                                 "March 5th, 2026",
                                 "MARCH 5, 2026",
                                 "MAR 5 2026",
                                 "Mar. 5, 2026",
                                 "Thu Mar 05 2026 15:21:41 GMT+0000",
                                 "05.03.2026 09:00",
                                 "Published: 05/03/2026 at 09:00",
                                 "5-Mar-2026",
                                 "5 de marzo de 2026",
                                 "5 марта 2026 г.",
                                 "5 МАРТА 2026",
                                 "le 5 mars 2026",
                                 "2026年3月5日",
                                 "2026년 3월 5일",
                                 "(Reuters, 5 March 2026)",
                                 "at 21:14 on the 5th of March 2026"}) {
    const auto found = find_day(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->day, 2026y / 3 / 5) << text;
  }
}

TEST(Days, OfFiguresTheOrderCountsUnlessOnlyOneCanBe) {
  EXPECT_EQ(find_day("5/3/2026")->day, 2026y / 3 / 5);
  EXPECT_TRUE(find_day("5/3/2026")->may_be_swapped);
  EXPECT_EQ(find_day("5/3/2026", DayOrder::month_first)->day, 2026y / 5 / 3);
  EXPECT_EQ(find_day("11/19/2026")->day, 2026y / 11 / 19);
  EXPECT_EQ(find_day("19/11/2026", DayOrder::month_first)->day, 2026y / 11 / 19);
  EXPECT_FALSE(find_day("19/11/2026")->may_be_swapped);
  EXPECT_FALSE(find_day("5/5/2026")->may_be_swapped);
}

TEST(Days, WhatIsNoDateIsNone) {
  for (const char* const text : {"", "March 2026", "5 March", "31 February 2026", "2026-13-05",
                                 "version 1.2.2026.4", "12 Marches 2026", "room 5/3",
                                 "phone 555-12-2026-1", "5 March 20261", "in 1850, 5 May 1850"}) {
    EXPECT_FALSE(find_day(text)) << text;
  }
}

TEST(Days, TheFirstOfATextIsTaken) {
  EXPECT_EQ(find_day("Port Hadrin, 21-22 May 2027")->day, 2027y / 5 / 22);
  EXPECT_EQ(find_day("From 31 February 2026 to 3 March 2026, then 2026-04-01")->day, 2026y / 3 / 3);
}

}  // namespace
}  // namespace parley::text
