// Stances that no word of the lexicon tells, and look-alikes that are none.
#include <gtest/gtest.h>

#include "recorded.hpp"

namespace parley::record {
namespace {

constexpr std::string_view kWhoTalks =
    "ARDUN, 4 May - Ostria and Velmar met on Tuesday. Ostria's envoy is Ilan Marek, Velmar's "
    "minister is Ada Rehn.\n\n";

std::string report_of(std::string_view text) {
  std::string whole(kWhoTalks);
  whole.append(text);
  return whole;
}

std::string stances_in(std::string_view text) {
  const Record record = recorded({report_of(text)});
  std::string all;
  for (const Stance& each : record.stances) {
    if (!all.empty()) all += "; ";
    all.append(names_of(record, {each.party})).append(" ").append(name(each.stance));
  }
  return all.empty() ? "none" : all;
}

TEST(StanceContent, IsReadInStatements) {
  EXPECT_EQ(stances_in("Rehn said Ostria had broken its word on the dredging."),
            "Ada Rehn accuses");
}

TEST(StanceContent, IsNobodysInQuestionsPlansAndAlikeWords) {
  for (const char* text :
       {"Would Ostria hand over a single boat?", "Under the draft Velmar would pay for the light.",
        "Rehn accepted a cup of coffee.", "Neither Ostria nor Velmar wants a new light.",
        "The ministers will meet on Friday to agree the last details.",
        "The harbour has two lights and a mole."})
    EXPECT_EQ(stances_in(text), "none") << text;
}

TEST(StanceContent, LiesWhereItsTextStands) {
  const std::string text = report_of(
      "Marek said the harbour was not for sale. Ostria wants half of the catch in writing, and "
      "Velmar will close the strait if it is refused. Rehn said Ostria had broken its word.");
  const Text whole = Text::from_utf8(text, "a.txt").value();
  const Record record = recorded({text});
  ASSERT_FALSE(record.stances.empty());
  std::size_t last = 0;
  for (const Stance& each : record.stances) {
    EXPECT_EQ(whole.slice(each.passage.span), each.text);
    EXPECT_GE(each.passage.span.start, last);
    last = each.passage.span.start;
  }
}

}  // namespace
}  // namespace parley::record
