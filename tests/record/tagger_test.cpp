#include "parley/record/tagger.hpp"

#include <gtest/gtest.h>

#include "parley/base/random.hpp"
#include "parley/record/tagger_features.hpp"
#include "parley/record/tagger_weights.hpp"

namespace parley::record {
namespace {

using internal::FeatureEntry;
using internal::History;
using internal::LexiconEntry;
using internal::TaggerWeights;
using internal::TagSet;
using internal::Vote;
using internal::WordView;

TagSet set_of(Tag tag) { return TagSet{1} << static_cast<unsigned>(tag); }

/// Weights that know one word, and one feature that says VBD.
std::string small_weights() {
  const std::vector<LexiconEntry> lexicon = {
      {internal::word_key("said"), set_of(Tag::VBD) | set_of(Tag::VBN)}};
  const std::vector<FeatureEntry> features = {{77, {{Tag::NN, -3}, {Tag::VBD, 120}}}};
  return internal::write_weights(lexicon, features);
}

TEST(TaggerWeights, AreReadAsTheyWereWritten) {
  const auto weights = TaggerWeights::parse(small_weights());
  ASSERT_TRUE(weights);
  EXPECT_EQ(weights->tags_of(internal::word_key("said")), set_of(Tag::VBD) | set_of(Tag::VBN));
  EXPECT_EQ(weights->tags_of(internal::word_key("told")), 0U);
  ASSERT_EQ(weights->votes(77).size(), 2U);
  EXPECT_EQ(weights->votes(77)[0].tag, Tag::NN);
  EXPECT_EQ(weights->votes(77)[0].weight, -3);
  EXPECT_EQ(weights->votes(77)[1].weight, 120);
  EXPECT_TRUE(weights->votes(78).empty());
}

TEST(TaggerWeights, MayBeEmpty) {
  const auto weights = TaggerWeights::parse(internal::write_weights({}, {}));
  ASSERT_TRUE(weights);
  EXPECT_TRUE(weights->votes(1).empty());
}

TEST(TaggerWeights, RefuseEveryCutAndEveryChangedByte) {
  const std::string good = small_weights();
  for (std::size_t i = 0; i < good.size(); ++i) {
    EXPECT_FALSE(Tagger::load(good.substr(0, i))) << "cut at " << i;
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 0x10);
    const auto loaded = Tagger::load(changed);
    ASSERT_FALSE(loaded) << "changed at " << i;
    EXPECT_EQ(loaded.error().diagnostics.front().code, "tagger-weights");
  }
  EXPECT_FALSE(Tagger::load(good + '\0'));
}

TEST(TaggerWeights, RefuseImpossibleEntriesUnderARightChecksum) {
  const auto refused = [](std::vector<LexiconEntry> lexicon, std::vector<FeatureEntry> features) {
    return !Tagger::load(internal::write_weights(lexicon, features)).has_value();
  };
  EXPECT_FALSE(refused({{1, 1}, {2, 1}}, {{1, {{Tag::NN, 1}}}}));
  EXPECT_TRUE(refused({{2, 1}, {1, 1}}, {}));                    // out of order
  EXPECT_TRUE(refused({{1, 1}, {1, 1}}, {}));                    // twice
  EXPECT_TRUE(refused({{1, 0}}, {}));                            // no tags
  EXPECT_TRUE(refused({{1, TagSet{1} << 63U}}, {}));             // no such tag
  EXPECT_TRUE(refused({}, {{1, {}}}));                           // no votes
  EXPECT_TRUE(refused({}, {{1, {{static_cast<Tag>(60), 1}}}}));  // no such tag
  EXPECT_TRUE(refused({}, {{1, std::vector<Vote>(60)}}));        // more votes than tags
}

TEST(HashTable, HoldsWhatAMapHolds) {
  RandomStream random(1, 0, "hash table");
  std::map<std::uint32_t, std::uint32_t> oracle;
  internal::HashTable<std::uint32_t> table(500);
  while (oracle.size() < 500) {
    // Small keys share their high bits, so that they all begin at one slot.
    const auto key =
        static_cast<std::uint32_t>(random.below(oracle.size() % 2 == 0 ? 2000 : 1ULL << 32U));
    const auto value = static_cast<std::uint32_t>(1 + random.below(100));
    if (oracle.try_emplace(key, value).second) table.insert(key, value);
  }
  for (std::uint32_t key = 0; key < 3000; ++key) {
    const auto found = oracle.find(key);
    EXPECT_EQ(table.find(key), found == oracle.end() ? 0 : found->second);
  }
  for (const auto& [key, value] : oracle) EXPECT_EQ(table.find(key), value);
}

TEST(FoldWord, DropsCaseDigitsAndTypography) {
  EXPECT_EQ(internal::fold_word("Marek"), "marek");
  EXPECT_EQ(internal::fold_word("28-point"), "00-point");
  EXPECT_EQ(internal::fold_word("n’t"), "n't");
  EXPECT_EQ(internal::fold_word("“"), "\"");
  EXPECT_EQ(internal::fold_word("”"), "\"");
  EXPECT_EQ(internal::fold_word("—"), "--");
  EXPECT_EQ(internal::fold_word("–"), "-");
  EXPECT_EQ(internal::fold_word("…"), "...");
  EXPECT_EQ(internal::fold_word("Łódź"), "Łódź");
  EXPECT_EQ(internal::fold_word("\xE2\x80"), "\xE2\x80");
  EXPECT_EQ(internal::fold_word(""), "");
}

TEST(TagNames, AreOneToOne) {
  for (std::size_t i = 0; i < kTagCount; ++i) {
    EXPECT_EQ(tag_named(name(static_cast<Tag>(i))), static_cast<Tag>(i));
  }
  EXPECT_EQ(name(Tag::PRP_possessive), "PRP$");
  EXPECT_EQ(tag_named("VERB"), std::nullopt);
  EXPECT_TRUE(is_verb(Tag::VBZ));
  EXPECT_FALSE(is_verb(Tag::MD));
  EXPECT_FALSE(is_verb(Tag::UH));
  EXPECT_TRUE(is_finite(Tag::MD));
  EXPECT_FALSE(is_finite(Tag::VBN));
}

TEST(Tagger, TakesTheTagWithTheMostVotes) {
  const std::vector<std::string_view> words = {"Marek", "said"};
  std::vector<WordView> views;
  const auto none = TaggerWeights::parse(internal::write_weights({}, {}));
  internal::view_sentence(words, *none, views);
  // Every feature of "said" after a name votes for VBD; every other word gets the first tag.
  History history;
  history.push(static_cast<Tag>(0));
  std::map<std::uint32_t, FeatureEntry> said;
  internal::for_each_feature(&views[internal::kPadding + 1], history,
                             [&](std::uint32_t f) { said[f] = {f, {{Tag::VBD, 1}}}; });
  std::vector<FeatureEntry> features;
  for (const auto& [key, entry] : said) features.push_back(entry);
  const auto tagger = Tagger::load(internal::write_weights({}, features));
  ASSERT_TRUE(tagger);
  std::vector<Tag> tags(2);
  tagger->tag(words, tags);
  EXPECT_EQ(tags[1], Tag::VBD);
  tagger->tag({}, {});
}

TEST(BuiltinTagger, TagsPlainNews) {
  const Tagger* tagger = Tagger::builtin();
  if (tagger == nullptr) GTEST_SKIP() << "built without weights";
  const std::vector<std::string_view> words = {"The",   "envoy", "said",  "on",  "Friday",
                                               "that",  "they",  "would", "not", "accept",
                                               "Kovan", "'s",    "offer", "."};
  std::vector<Tag> tags(words.size());
  tagger->tag(words, tags);
  const std::vector<Tag> expected = {Tag::DT,  Tag::NN,  Tag::VBD, Tag::IN,  Tag::NNP,
                                     Tag::IN,  Tag::PRP, Tag::MD,  Tag::RB,  Tag::VB,
                                     Tag::NNP, Tag::POS, Tag::NN,  Tag::stop};
  EXPECT_EQ(tags, expected);
}

TEST(BuiltinTagger, TakesAnyBytesForAWord) {
  const Tagger* tagger = Tagger::builtin();
  if (tagger == nullptr) GTEST_SKIP() << "built without weights";
  const std::string long_word(100000, 'x');
  const std::vector<std::string_view> words = {"", "\xE2", "\xFF\xFE", long_word, "\xE2\x80\x99"};
  std::vector<Tag> tags(words.size());
  tagger->tag(words, tags);
  for (const Tag tag : tags) EXPECT_LT(static_cast<std::size_t>(tag), kTagCount);
}

}  // namespace
}  // namespace parley::record
