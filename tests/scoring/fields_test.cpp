#include "scoring/fields.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace parley::scoring {
namespace {

TEST(SameName, FoldsArticlesCaseAndPossessives) {
  EXPECT_TRUE(same_name("Radek Simmon", "Simmon"));
  EXPECT_TRUE(same_name("Simmon", "Radek Simmon"));
  EXPECT_TRUE(same_name("a Velmari diplomat", "the Velmari diplomat"));
  EXPECT_TRUE(same_name("defence ministry", "Druskia's defence ministry"));
  EXPECT_TRUE(same_name("Aldane's ministry", "Aldane’s Ministry"));
}

TEST(SameName, KeepsApartWhatSharesNoNameOrHead) {
  EXPECT_FALSE(same_name("Radek Simmon", "Miro Daneth"));
  EXPECT_FALSE(same_name("Radek Simmon", "Petra Simmon"));
  EXPECT_FALSE(same_name("a spokesman for the president", "the president"));
  EXPECT_FALSE(same_name("Radek Simmon", "he"));
  EXPECT_FALSE(same_name("Radek Simmon", ""));
}

TEST(IsProperName, RefusesPhrases) {
  EXPECT_TRUE(is_proper_name("Ada Rehn"));
  EXPECT_TRUE(is_proper_name("Bishop of Tolm"));
  EXPECT_FALSE(is_proper_name("a Velmari diplomat"));
  EXPECT_FALSE(is_proper_name("Velmari diplomat"));
  EXPECT_FALSE(is_proper_name("he"));
  EXPECT_FALSE(is_proper_name(""));
}

TEST(DaysOf, ReadsDatesOfEveryPrecision) {
  const auto first = days_of("2027-03-09");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->first, first->second);
  EXPECT_EQ(days_of("2027-03-09T18:40"), first);
  EXPECT_EQ(days_of("2027-03"), days_of("2027-03-01/2027-03-31"));
  EXPECT_EQ(days_of("2028-02"), days_of("2028-02-01/2028-02-29"));
  EXPECT_EQ(days_of("2027"), days_of("2027-01/2027-12"));
  EXPECT_EQ(days_of("2027-AU"), days_of("2027-09-01/2027-11-30"));
  EXPECT_EQ(days_of("2027-W10"), days_of("2027-03-08/2027-03-14"));
  EXPECT_EQ(days_of("1970-01-02"), (std::pair{1L, 1L}));
}

TEST(DaysOf, IsNothingForWhatIsNoDate) {
  for (const char* value : {"", "PT5H", "2027-13", "2027-02-30", "soon", "2027-03-09/later"}) {
    EXPECT_FALSE(days_of(value)) << value;
  }
}

TEST(HoursIn, KnowsUnitsInSingularAndPlural) {
  EXPECT_EQ(hours_in("hours"), 1);
  EXPECT_EQ(hours_in("day"), 24);
  EXPECT_FALSE(hours_in("kilometres"));
}

TEST(Overlap, IsTheShareOfTheUnion) {
  EXPECT_DOUBLE_EQ(overlap({0, 10}, {5, 10}), 0.5);
  EXPECT_DOUBLE_EQ(overlap({0, 10}, {10, 20}), 0);
  EXPECT_DOUBLE_EQ(overlap({3, 7}, {3, 7}), 1);
}

TEST(WithoutEndMarks, StopsAtTheFirstLetter) {
  const Text text = Text::from_utf8("We stay …, ", "a.txt").value();
  EXPECT_EQ(without_end_marks(text, {0, text.size()}), (Span{0, 7}));
  EXPECT_EQ(without_end_marks(text, {8, text.size()}).size(), 0U);
}

}  // namespace
}  // namespace parley::scoring
