#include "parley/record/tag_repair.hpp"

#include <gtest/gtest.h>

#include "record/tagged.hpp"

namespace parley::record {
namespace {

/// The tags after repair, with spaces between.
std::string repaired(const std::string& text) {
  const Tagged tagged(text);
  const TaggedSentence sentence = tagged.sentence();
  std::vector<Tag> tags(sentence.tags.begin(), sentence.tags.end());
  internal::repair_tags(sentence.words, tags);
  std::string joined;
  for (const Tag tag : tags) joined += (joined.empty() ? "" : " ") + std::string(name(tag));
  return joined;
}

TEST(RepairTags, MakesNounsOfVerbsThatCannotBe) {
  EXPECT_EQ(repaired("their/PRP$ demands/VBZ grew/VBD"), "PRP$ NNS VBD");
  EXPECT_EQ(repaired("the/DT strike/VB ended/VBD"), "DT NN VBD");
  EXPECT_EQ(repaired("Talks/VBZ have/VBP begun/VBN"), "NNS VBP VBN");
  EXPECT_EQ(repaired("Kovan/VB further/RB asserted/VBD"), "NNP RB VBD");
  EXPECT_EQ(repaired("Rehn/JJ added/VBD"), "NNP VBD");
  EXPECT_EQ(repaired("rights/NNS advocates/VBZ say/VB"), "NNS NNS VBP");
  EXPECT_EQ(repaired("Harbour/NNP aides/VBZ were/VBD"), "NNP NNS VBD");
}

TEST(RepairTags, LeavesVerbsThatCanBe) {
  EXPECT_EQ(repaired("what/WP he/PRP says/VBZ is/VBZ"), "WP PRP VBZ VBZ");
  EXPECT_EQ(repaired("This/DT shows/VBZ it/PRP"), "DT VBZ PRP");
  EXPECT_EQ(repaired("Wait/VB here/RB"), "VB RB");
  EXPECT_EQ(repaired("The/DT Ostrian/JJ said/VBD"), "DT JJ VBD");
  EXPECT_EQ(repaired("Is/VBZ was/VBD"), "VBZ VBD");
}

TEST(RepairTags, FindsThePresentAndThePast) {
  EXPECT_EQ(repaired("Polls/NNS show/VB"), "NNS VBP");
  EXPECT_EQ(repaired("did/VBD they/PRP go/VB"), "VBD PRP VB");
  EXPECT_EQ(repaired("it/PRP holds/VBZ ,/, Marek/NNP said/VBN"), "PRP VBZ , NNP VBD");
  EXPECT_EQ(repaired("as/IN he/PRP has/VBZ said/VBN"), "IN PRP VBZ VBN");
  EXPECT_EQ(repaired("Marek/NNP described/VBN it/PRP"), "NNP VBD PRP");
  EXPECT_EQ(repaired("Plan/NN rejected/VBN by/IN Ostria/NNP"), "NN VBN IN NNP");
  EXPECT_EQ(repaired("Asked/VBN for/IN help/NN"), "VBN IN NN");
}

TEST(RepairTags, TakesAnyTags) {
  RandomStream random(3, 0, "tags to repair");
  const std::vector<std::string_view> vocabulary = {"", "the", "was", "said", "by", "Talks", "s"};
  for (int round = 0; round < 2000; ++round) {
    RandomTagged tagged(random, vocabulary, 8);
    internal::repair_tags(tagged.words, tagged.tags);
  }
}

}  // namespace
}  // namespace parley::record
