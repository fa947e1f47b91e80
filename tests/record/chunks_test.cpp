#include "parley/record/chunks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/tagged.hpp"

namespace parley::record {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Texts = std::vector<std::string>;

/// What `text_of(tagged, group)` gives for each of the groups.
template <class Group, class TextOf>
Texts texts_of(const Tagged& tagged, const std::vector<Group>& groups, TextOf text_of) {
  Texts texts;
  for (const Group& group : groups) texts.push_back(text_of(tagged, group));
  return texts;
}

constexpr auto kWhole = [](const Tagged& tagged, const auto& group) {
  return tagged.text(group.begin, group.end);
};
constexpr auto kHead = [](const Tagged& tagged, const auto& group) {
  return tagged.text(group.head, group.head + 1);
};

Texts nouns(const std::string& text) {
  const Tagged tagged(text);
  return texts_of(tagged, find_chunks(tagged.sentence()).nouns, kWhole);
}

Texts heads(const std::string& text) {
  const Tagged tagged(text);
  return texts_of(tagged, find_chunks(tagged.sentence()).nouns, kHead);
}

Texts verbs(const std::string& text) {
  const Tagged tagged(text);
  return texts_of(tagged, find_chunks(tagged.sentence()).verbs, kWhole);
}

VerbGroup verb(const std::string& text) {
  const Tagged tagged(text);
  const Chunks chunks = find_chunks(tagged.sentence());
  EXPECT_EQ(chunks.verbs.size(), 1U) << text;
  return chunks.verbs.empty() ? VerbGroup{} : chunks.verbs.front();
}

TEST(NounGroups, GoFromTheDeterminerToTheLastNoun) {
  EXPECT_THAT(
      nouns("The/DT Ostrian/JJ deputy/JJ foreign/JJ minister/NN Ilan/NNP Marek/NNP left/VBD"),
      ElementsAre("The Ostrian deputy foreign minister Ilan Marek"));
  EXPECT_THAT(nouns("all/PDT the/DT very/RB tense/JJ talks/NNS"),
              ElementsAre("all the very tense talks"));
  EXPECT_THAT(nouns("about/RB 28/CD points/NNS"), ElementsAre("28 points"));
  EXPECT_THAT(nouns("a/DT long/JJ ,/, tense/JJ meeting/NN"), ElementsAre("a long , tense meeting"));
  EXPECT_THAT(nouns("political/JJ and/CC military/JJ leaders/NNS"),
              ElementsAre("political and military leaders"));
  EXPECT_THAT(nouns("US/NNP special/JJ envoy/NN Ada/NNP Rehn/NNP"),
              ElementsAre("US special envoy Ada Rehn"));
  EXPECT_THAT(nouns("a/DT so/RB -/HYPH called/VBN truce/NN"), ElementsAre("a so - called truce"));
}

TEST(NounGroups, KeepThePossessorWithWhatItOwns) {
  EXPECT_THAT(nouns("Kovan/NNP 's/POS senior/JJ aide/NN Marek/NNP spoke/VBD"),
              ElementsAre("Kovan 's senior aide Marek"));
  EXPECT_THAT(heads("the/DT bank/NN 's/POS chief/NN 's/POS office/NN"), ElementsAre("office"));
  EXPECT_THAT(nouns("at/IN Marek/NNP 's/POS ./."), ElementsAre("Marek"));
}

TEST(NounGroups, TakeParticiplesOnlyAsModifiers) {
  EXPECT_THAT(nouns("the/DT amended/VBN text/NN"), ElementsAre("the amended text"));
  EXPECT_THAT(nouns("with/IN amended/VBN texts/NNS"), ElementsAre("amended texts"));
  EXPECT_THAT(nouns("by/IN calling/VBG leaders/NNS"), ElementsAre("leaders"));
  EXPECT_THAT(nouns("has/VBZ amended/VBN texts/NNS"), ElementsAre("texts"));
}

TEST(NounGroups, StandForNouns) {
  EXPECT_THAT(nouns("She/PRP told/VBD them/PRP this/DT"), ElementsAre("She", "them", "this"));
  EXPECT_THAT(nouns("the/DT injured/JJ and/CC 28/CD of/IN those/DT"),
              ElementsAre("the injured", "28", "those"));
  EXPECT_THAT(nouns("useful/JJ ,/, tense/JJ"), IsEmpty());
  EXPECT_THAT(nouns("to/IN whom/WP it/PRP said/VBD that/IN there/EX was/VBD"),
              ElementsAre("it", "there"));
}

TEST(NounGroups, HaveTheNounAsHead) {
  EXPECT_THAT(heads("Article/NNP 5/CD and/CC the/DT two/CD sides/NNS"),
              ElementsAre("Article", "sides"));
  EXPECT_THAT(heads("the/DT injured/JJ"), ElementsAre("injured"));
}

TEST(NounGroups, LeaveTimesApart) {
  EXPECT_THAT(nouns("Marek/NNP Tuesday/NNP said/VBD"), ElementsAre("Marek", "Tuesday"));
  EXPECT_THAT(nouns("last/JJ week/NN Marek/NNP said/VBD"), ElementsAre("last week", "Marek"));
  EXPECT_THAT(nouns("Tuesday/NNP night/NN"), ElementsAre("Tuesday night"));
  EXPECT_THAT(nouns("the/DT Tuesday/NNP meeting/NN"), ElementsAre("the Tuesday meeting"));
  EXPECT_THAT(nouns("Tuesday/NNP 's/POS talks/NNS"), ElementsAre("Tuesday 's talks"));
}

TEST(VerbGroups, GoFromTheFirstAuxiliaryToTheMainVerb) {
  EXPECT_THAT(verbs("would/MD not/RB have/VB been/VBN signed/VBN"),
              ElementsAre("would not have been signed"));
  EXPECT_THAT(verbs("refused/VBD to/TO sign/VB"), ElementsAre("refused", "to sign"));
  EXPECT_THAT(verbs("helped/VBD draft/VB it/PRP"), ElementsAre("helped", "draft"));
  EXPECT_THAT(verbs("has/VBZ n't/RB yet/RB agreed/VBN"), ElementsAre("has n't yet agreed"));
  EXPECT_THAT(verbs("to/TO the/DT table/NN"), IsEmpty());
  EXPECT_THAT(verbs("said/VBD wait/VB"), ElementsAre("said", "wait"));
}

TEST(VerbGroups, KnowTheirForm) {
  EXPECT_EQ(verb("said/VBD").form, VerbForm::finite);
  EXPECT_EQ(verb("'ll/MD sign/VB").form, VerbForm::finite);
  EXPECT_EQ(verb("to/TO be/VB signed/VBN").form, VerbForm::infinitive);
  EXPECT_EQ(verb("having/VBG agreed/VBN").form, VerbForm::ing_participle);
  EXPECT_EQ(verb("tabled/VBN by/IN").form, VerbForm::past_participle);
}

TEST(VerbGroups, KnowWhetherTheyArePassive) {
  EXPECT_TRUE(verb("was/VBD told/VBN").passive);
  EXPECT_TRUE(verb("was/VBD told/VBD").passive) << "a participle mistaken for a past tense";
  EXPECT_TRUE(verb("is/VBZ being/VBG amended/VBN").passive);
  EXPECT_TRUE(verb("tabled/VBN").passive);
  EXPECT_TRUE(verb("got/VBD shelled/VBN").passive);
  EXPECT_FALSE(verb("has/VBZ told/VBN").passive);
  EXPECT_FALSE(verb("was/VBD telling/VBG").passive);
  EXPECT_FALSE(verb("has/VBZ been/VBN telling/VBG").passive);
  EXPECT_FALSE(verb("told/VBD").passive);
}

TEST(VerbGroups, KnowTheirModalAndNegation) {
  EXPECT_EQ(verb("could/MD sign/VB").modal, 0U);
  EXPECT_EQ(verb("has/VBZ signed/VBN").modal, std::nullopt);
  EXPECT_EQ(verb("will/MD not/RB sign/VB").negation, 1U);
  EXPECT_EQ(verb("they/PRP never/RB signed/VBD").negation, 1U);
  EXPECT_EQ(verb("they/PRP no/RB longer/RB agree/VBP").negation, 1U);
  EXPECT_EQ(verb("can/MD not/RB").negation, 1U);
  EXPECT_EQ(verb("was/VBD not/RB ready/JJ").negation, 1U);
  EXPECT_EQ(verb("cannot/MD sign/VB").negation, 0U);
  EXPECT_EQ(verb("said/VBD not/RB all/DT").negation, std::nullopt);
  EXPECT_EQ(verb("has/VBZ also/RB signed/VBN").negation, std::nullopt);
}

TEST(Chunks, AreInOrderAndApartForAnyTags) {
  RandomStream random(1, 0, "tags to chunk");
  const std::vector<std::string_view> vocabulary = {"not",    "was",   "had",  "Tuesday", "no",
                                                    "longer", "Marek", "said", "week",    "do"};
  for (int round = 0; round < 2000; ++round) {
    const RandomTagged tagged(random, vocabulary, 12);
    const std::vector<std::string_view>& words = tagged.words;
    const Chunks chunks = find_chunks(tagged.sentence());
    std::vector<int> covered(words.size());
    std::size_t last = 0;
    for (const NounGroup& noun : chunks.nouns) {
      ASSERT_LE(last, noun.begin);
      ASSERT_LE(noun.begin, noun.head);
      ASSERT_LT(noun.head, noun.end);
      ASSERT_LE(noun.end, words.size());
      for (std::size_t i = noun.begin; i < noun.end; ++i) ++covered[i];
      last = noun.end;
    }
    last = 0;
    for (const VerbGroup& group : chunks.verbs) {
      ASSERT_LE(last, group.begin);
      ASSERT_EQ(group.head + 1, group.end);
      ASSERT_LE(group.begin, group.head);
      ASSERT_LE(group.end, words.size());
      for (std::size_t i = group.begin; i < group.end; ++i) ++covered[i];
      last = group.end;
    }
    for (const int times : covered) ASSERT_LE(times, 1);
  }
}

}  // namespace
}  // namespace parley::record
