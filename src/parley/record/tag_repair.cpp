#include "parley/record/tag_repair.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "parley/record/tagger_features.hpp"

namespace parley::record::internal {
namespace {

constexpr auto kAuxiliaries = std::to_array<std::string_view>(
    {"be",  "am",  "is",     "are", "was", "were", "been", "being", "'s",  "'re",  "'m",  "have",
     "has", "had", "having", "'ve", "'d",  "do",   "does", "did",   "get", "gets", "got", "let"});

bool is_auxiliary(std::string_view word) {
  return std::find(kAuxiliaries.begin(), kAuxiliaries.end(), fold_word(word)) != kAuxiliaries.end();
}

bool is_capitalised(std::string_view word) { return word[0] >= 'A' && word[0] <= 'Z'; }

/// The noun tag that a word has which cannot be a verb.
Tag noun_tag(std::string_view word) {
  if (word.ends_with('s') && !word.ends_with("ss")) return Tag::NNS;
  return is_capitalised(word) ? Tag::NNP : Tag::NN;
}

class Repair {
 public:
  Repair(std::span<const std::string_view> words, std::span<Tag> tags)
      : words_(words), tags_(tags) {}

  void run() {
    give_a_finite_verb();
    bool verb_before = false;     // in this sentence or quotation
    bool auxiliary_last = false;  // the last verb was one
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].empty()) continue;
      if (must_be_noun(i)) {
        tags_[i] = noun_tag(words_[i]);
      } else if (tags_[i] == Tag::VB && !verb_before && !is_auxiliary(words_[i]) &&
                 follows_subject(i)) {
        tags_[i] = Tag::VBP;
      } else if (tags_[i] == Tag::VBN && !auxiliary_last && fold_word(words_[i]) == "said") {
        tags_[i] = Tag::VBD;
      }
      if (is_verb(tags_[i]) || tags_[i] == Tag::MD || tags_[i] == Tag::TO) {
        verb_before = true;
        auxiliary_last = is_auxiliary(words_[i]);
      } else if (tags_[i] == Tag::open_quote || tags_[i] == Tag::close_quote) {
        verb_before = auxiliary_last = false;
      }
    }
  }

 private:
  /// In a sentence without finite verb, the first participle after a noun is one: "Marek
  /// described the text as …". Headlines stay as they are: "Plan rejected by Ostria".
  void give_a_finite_verb() {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      if (is_finite(tags_[i])) return;
      if (tags_[i] != Tag::VBN) continue;
      const bool rest_is_finite =
          std::any_of(tags_.begin() + static_cast<std::ptrdiff_t>(i), tags_.end(), is_finite);
      const bool by = i + 1 < words_.size() && fold_word(words_[i + 1]) == "by";
      const bool starts = before_adverbs(i) == 0;
      const bool after_auxiliary = i > 0 && is_verb(tags_[i - 1]) && is_auxiliary(words_[i - 1]);
      if (!rest_is_finite && !by && !starts && !after_auxiliary) tags_[i] = Tag::VBD;
      return;
    }
  }

  std::size_t before_adverbs(std::size_t end) const {
    while (end > 0 && is_adverb(tags_[end - 1])) --end;
    return end;
  }

  /// Whether the word has a verb's tag, or an adjective's with a capital, where only a noun can be.
  bool must_be_noun(std::size_t i) const {
    const bool verb = (tags_[i] == Tag::VB || tags_[i] == Tag::VBP || tags_[i] == Tag::VBZ) &&
                      !is_auxiliary(words_[i]);
    const bool adjective = tags_[i] == Tag::JJ && is_capitalised(words_[i]);
    if (!verb && !adjective) return false;
    const Tag left = i == 0 ? Tag::stop : tags_[i - 1];
    if (verb && left == Tag::PRP_possessive) return true;
    if (verb && left == Tag::DT) {
      const std::string word = fold_word(words_[i - 1]);
      if (word == "the" || word == "a" || word == "an") return true;
    }
    std::size_t next = i + 1;
    while (next < tags_.size() && is_adverb(tags_[next])) ++next;
    if (next == tags_.size()) return false;
    const bool subject_wanted =
        is_finite(tags_[next]) || (tags_[i] == Tag::VBZ && tags_[next] == Tag::VB);
    if (!subject_wanted) return false;
    if (adjective) return !is_noun(left) && left != Tag::DT;
    switch (left) {
      case Tag::stop:
      case Tag::comma:
      case Tag::open_quote:
      case Tag::close_quote:
      case Tag::DT:
      case Tag::POS:
      case Tag::IN:
      case Tag::CC:
      case Tag::JJ:
      case Tag::NN:
      case Tag::NNS:
        return true;
      case Tag::NNP:
      case Tag::WDT:
        return tags_[i] == Tag::VBZ;  // "in which companies seek"
      default:
        return false;  // "what he says is"
    }
  }

  bool follows_subject(std::size_t i) const {
    const std::size_t end = before_adverbs(i);
    if (end == 0) return false;
    const Tag left = tags_[end - 1];
    return left == Tag::NNS || left == Tag::NNPS || left == Tag::PRP;
  }

  std::span<const std::string_view> words_;
  std::span<Tag> tags_;
};

}  // namespace

void repair_tags(std::span<const std::string_view> words, std::span<Tag> tags) {
  Repair(words, tags).run();
}

}  // namespace parley::record::internal
