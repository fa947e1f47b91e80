// Whom "he", "she", "it" and "the official" stand for, by the speakers of quotes.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parley/record/record.hpp"

namespace parley::record {
namespace {

struct Example {
  std::string text;
  std::string speaker;  ///< the actor's name, else the words that name the source
};

std::string last_speaker(const std::string& text) {
  const auto record = make_record({{"a.txt", text, {}}}, {});
  if (!record || record->quotes.empty()) return "no quote";
  const Quote& quote = record->quotes.back();
  for (const Actor& actor : record->actors) {
    if (actor.id == quote.speaker) return actor.name;
  }
  return quote.speaker_name;
}

TEST(References, LeadToTheSourceOfTheSentenceBefore) {
  const std::vector<Example> examples = {
      // The one who spoke, not the one spoken of.
      {"The aide Ilan Marek said that President Toma Kovan would sign only in spring. \"Until then "
       "we wait,\" he said.",
       "Ilan Marek"},
      {"According to Ada Rehn, the plan of Toma Kovan had been copied. \"It was a poor copy,\" she "
       "said.",
       "Ada Rehn"},
      // What is said before "he said" gives nobody.
      {"The envoy Ilan Marek arrived on Monday. If Toma Kovan had come too, he said, the talks "
       "would be "
       "\"over by now\".",
       "Ilan Marek"},
      // Titles and roles tell who may be meant.
      {"Premier Ada Rehn met Lord Toma Kovan. Mrs Rehn told the guards that Lord Kovan was late. "
       "\"I am never late,\" he said.",
       "Toma Kovan"},
      {"Ilan Marek, a spokesman, stood next to Mrs Ada Rehn as she read the text. \"It is done,\" "
       "she said.",
       "Ada Rehn"},
      // Somebody without a name stays without one.
      {"Toma Kovan left at noon. A senior Ostrian officer, who asked not to be named, said the "
       "army "
       "would wait. But if it were shelled, he said, \"we will answer\".",
       "A senior Ostrian officer"},
      {"A senior Ostrian official denied the report. \"There was no such letter,\" the official "
       "said.",
       "A senior Ostrian official"},
      {"The mediator, Professor Ilan Marek of the Harbour Institute, warned against haste. \"Peace "
       "takes a winter,\" he said.",
       "Ilan Marek"},
  };
  for (const Example& example : examples) {
    EXPECT_EQ(last_speaker(example.text), example.speaker) << example.text;
  }
}

TEST(References, AreSureOnlyWhenNobodyElseCanBeMeant) {
  const auto confidence = [](const std::string& text) {
    return make_record({{"a.txt", text, {}}}, {})->quotes.back().confidence;
  };
  EXPECT_EQ(confidence("Ilan Marek spoke to the press on Monday. \"We wait,\" he said."),
            Confidence::high);
  EXPECT_EQ(confidence("Ilan Marek said that Lord Toma Kovan would sign on Monday. \"We wait,\" he "
                       "said."),
            Confidence::moderate);
}

TEST(References, DoNotMakeAStateOfAnEmptyIt) {
  const auto record =
      make_record({{"a.txt",
                    "Germany said on Friday that it would not sign. It is clear that winter comes.",
                    {}}},
                  {});
  ASSERT_EQ(record->statements.size(), 1U);
  EXPECT_EQ(record->statements.front().text, "it would not sign");
}

}  // namespace
}  // namespace parley::record
