#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parley/record/tag.hpp"
#include "parley/record/tagger_weights.hpp"

namespace parley::record::internal {

/// The word without what seldom matters: lower case (ASCII), each digit as 0, curly quotation
/// marks, apostrophes, dashes and the ellipsis in their ASCII spellings.
std::string fold_word(std::string_view word);

/// The key of a folded word in the lexicon.
std::uint32_t word_key(std::string_view folded);

/// What the tagger sees of a word, texts as hashes.
struct WordView {
  std::uint32_t word = 0;                   ///< of the folded word
  std::array<std::uint32_t, 4> suffixes{};  ///< of its last 1, 2, 3 and 4 bytes
  std::array<std::uint32_t, 2> prefixes{};  ///< of its first 2 and 3 bytes
  std::uint32_t shape =
      0;            ///< how it is written: capitals, digits, hyphens, other signs; first or not
  TagSet tags = 0;  ///< what the lexicon knows of it
};

/// The words of a sentence, with kPadding empty places before and after, into `views`, whose old
/// contents are dropped and whose memory is used again.
inline constexpr std::size_t kPadding = 2;
void view_sentence(std::span<const std::string_view> words, const TaggerWeights& lexicon,
                   std::vector<WordView>& views);

/// The tags given to the two words before; at the start of a sentence the value kTagCount.
struct History {
  std::uint32_t previous = kTagCount;
  std::uint32_t before_previous = kTagCount;

  void push(Tag tag) {
    before_previous = previous;
    previous = static_cast<std::uint32_t>(tag);
  }
};

/// The key of a feature: a template's number and up to three values (murmur3's 64-bit finaliser
/// between them).
inline std::uint32_t feature_key(std::uint64_t number, std::uint64_t a, std::uint64_t b,
                                 std::uint64_t c) {
  std::uint64_t hash = (a + number * 0x9e3779b97f4a7c15U) * 0xff51afd7ed558ccdU;
  hash = ((hash ^ hash >> 33U) + b) * 0xc4ceb9fe1a85ec53U;
  hash = ((hash ^ hash >> 33U) + c) * 0xff51afd7ed558ccdU;
  return static_cast<std::uint32_t>(hash >> 32U);
}

/// Calls visit(key) for each feature of the word at `word`, which has kPadding places on both
/// sides. The templates are those of Ratnaparkhi (1996), with the next words' possible tags after
/// Toutanova et al. (2003) and SVMTool (Gimenez & Marquez 2004). Changing any of them asks for new
/// weights.
template <class Visit>
void for_each_feature(const WordView* word, const History& history, const Visit& visit) {
  const WordView& w = *word;
  const WordView& before = word[-1];
  const WordView& after = word[1];
  const std::uint64_t t1 = history.previous;
  const std::uint64_t t2 = history.before_previous;
  std::uint64_t number = 0;
  const auto feature = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    visit(feature_key(++number, a, b, c));
  };
  feature(w.word);
  for (const std::uint32_t suffix : w.suffixes) feature(suffix);
  for (const std::uint32_t prefix : w.prefixes) feature(prefix);
  feature(w.shape);
  feature(t1);
  feature(t1, t2);
  feature(t1, w.word);
  feature(before.word);
  feature(word[-2].word);
  feature(after.word);
  feature(word[2].word);
  feature(before.suffixes[2]);
  feature(after.suffixes[2]);
  feature(t1, after.tags);
  feature(t1, w.tags, after.tags);
  feature(t1, t2, w.tags);
  feature(t1, w.suffixes[2]);
  feature(w.shape, w.suffixes[2]);
  feature(w.shape, after.shape);
  feature(w.shape, before.shape);
  feature(w.word, after.tags);
  feature(w.tags, after.tags, word[2].tags);
  feature(t1, after.word);
  feature(t1, w.shape);
}

}  // namespace parley::record::internal
