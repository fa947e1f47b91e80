#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/random.hpp"
#include "parley/record/chunks.hpp"

namespace parley::record {

/// A sentence written as "The/DT envoy/NN said/VBD": what a chunker or clause finder is given.
class Tagged {
 public:
  explicit Tagged(const std::string& text) {
    std::istringstream tokens(text);
    for (std::string token; tokens >> token;) {
      const std::size_t slash = token.rfind('/');
      texts_.push_back(token.substr(0, slash));
      tags_.push_back(tag_named(token.substr(slash + 1)).value());
    }
    words_.assign(texts_.begin(), texts_.end());
  }
  Tagged(const Tagged&) = delete;
  Tagged& operator=(const Tagged&) = delete;

  TaggedSentence sentence() const { return {words_, tags_}; }

  /// The words of [begin, end), with one space between them.
  std::string text(std::size_t begin, std::size_t end) const {
    std::string joined;
    for (std::size_t i = begin; i < end; ++i) joined += (i == begin ? "" : " ") + texts_[i];
    return joined;
  }

 private:
  std::vector<std::string> texts_;
  std::vector<std::string_view> words_;
  std::vector<Tag> tags_;
};

/// Words of a vocabulary with random tags: what no grammar allows, but any text may give.
struct RandomTagged {
  RandomTagged(RandomStream& random, std::span<const std::string_view> vocabulary,
               std::size_t most_words)
      : words(random.below(most_words + 1)), tags(words.size()) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i] = vocabulary[random.below(vocabulary.size())];
      tags[i] = static_cast<Tag>(random.below(kTagCount));
    }
  }
  TaggedSentence sentence() const { return {words, tags}; }

  std::vector<std::string_view> words;
  std::vector<Tag> tags;
};

}  // namespace parley::record
