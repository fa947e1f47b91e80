#include "parley/record/tagger.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <vector>

#include "parley/base/resource.hpp"
#include "parley/record/tag_repair.hpp"
#include "parley/record/tagger_features.hpp"
#include "parley/record/tagger_weights.hpp"

namespace parley::record {
namespace {

/// The tag with the highest score; of equals, the one that comes first in the list of tags.
Tag best_tag(const internal::TaggerWeights& weights, const internal::WordView* word,
             const internal::History& history) {
  // The tables are far larger than the caches: all reads of one kind are asked for before the first
  // is needed, which halves the time.
  constexpr std::size_t kMostFeatures = 32;
  std::array<std::uint32_t, kMostFeatures> features{};
  std::size_t count = 0;
  internal::for_each_feature(word, history, [&](std::uint32_t feature) {
    assert(count < kMostFeatures);
    weights.prefetch(feature);
    features[count++] = feature;
  });
  std::array<std::span<const internal::Vote>, kMostFeatures> votes{};
  for (std::size_t f = 0; f < count; ++f) {
    votes[f] = weights.votes(features[f]);
    __builtin_prefetch(votes[f].data());
  }
  std::array<std::int32_t, kTagCount> scores{};
  for (std::size_t f = 0; f < count; ++f) {
    for (const internal::Vote vote : votes[f]) {
      scores[static_cast<std::size_t>(vote.tag)] += vote.weight;
    }
  }
  return static_cast<Tag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

}  // namespace

Tagger::Tagger(std::unique_ptr<const internal::TaggerWeights> weights)
    : weights_(std::move(weights)) {}
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::load(std::string_view bytes) {
  auto weights = internal::TaggerWeights::parse(bytes);
  if (!weights) return tl::unexpected(weights.error());
  return Tagger(std::make_unique<const internal::TaggerWeights>(*std::move(weights)));
}

const Tagger* Tagger::builtin() {
  static const std::optional<Tagger> tagger = []() -> std::optional<Tagger> {
    const auto bytes = resource("tagger/english.bin");
    if (!bytes) return std::nullopt;
    auto loaded = load(*bytes);
    assert(loaded);  // a test reads the shipped file
    if (!loaded) return std::nullopt;
    return *std::move(loaded);
  }();
  return tagger ? &*tagger : nullptr;
}

void Tagger::tag(std::span<const std::string_view> tokens, std::span<Tag> tags) const {
  assert(tokens.size() == tags.size());
  std::vector<internal::WordView> views;
  internal::view_sentence(tokens, *weights_, views);
  internal::History history;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tags[i] = best_tag(*weights_, &views[i + internal::kPadding], history);
    history.push(tags[i]);
  }
  internal::repair_tags(tokens, tags);
}

}  // namespace parley::record
