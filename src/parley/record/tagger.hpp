#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "parley/base/result.hpp"
#include "parley/record/tag.hpp"

namespace parley::record {

namespace internal {
class TaggerWeights;
}

/// Tells the part of speech of each token of a sentence.
///
/// An averaged perceptron that goes through the sentence once from left to right and keeps the best
/// tag at each token (Collins 2002, "Discriminative training methods for hidden Markov models",
/// with greedy search in place of Viterbi's). Its weights are data of their own, trained by
/// tools/train_tagger on Universal Dependencies English EWT; licence, accuracy and how to make them
/// again are in data/tagger/README.md.
///
/// Cost: one to three microseconds a token. Deterministic, all in whole numbers. Immutable, so that
/// many threads may tag at once.
class Tagger {
 public:
  /// Reads weights as tools/train_tagger writes them. Fails with "tagger-weights" when the bytes
  /// are cut, damaged, or made for another version or set of tags.
  static Result<Tagger> load(std::string_view bytes);

  /// The tagger with the weights that were built into the program, read once at first use; nullptr
  /// when the program was built without data/tagger/english.bin, which it must be able to do
  /// without.
  static const Tagger* builtin();

  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  /// Writes the tag of tokens[i] to tags[i]; both spans have the same size, which may be 0.
  ///
  /// The tokens are those of one sentence in UTF-8, punctuation included, split as the Penn
  /// treebank does: "did" "n't", "Marek" "'s", "we" "'ll". Straight and curly marks are the same to
  /// it, and a compound may stay whole ("28-point") or be split at its hyphens.
  void tag(std::span<const std::string_view> tokens, std::span<Tag> tags) const;

 private:
  explicit Tagger(std::unique_ptr<const internal::TaggerWeights> weights);

  std::unique_ptr<const internal::TaggerWeights> weights_;
};

}  // namespace parley::record
