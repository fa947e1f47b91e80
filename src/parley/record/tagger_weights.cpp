#include "parley/record/tagger_weights.hpp"

#include <cassert>
#include <optional>

#include "parley/base/hash.hpp"

namespace parley::record::internal {
namespace {

constexpr std::string_view kMagic = "ParleyT1";
constexpr std::uint32_t kMostEntries =
    1U << 22U;  // of each kind; keeps a wrong count from taking memory

std::string tag_names() {
  std::string names;
  for (std::size_t i = 0; i < kTagCount; ++i) {
    names += name(static_cast<Tag>(i));
    names += '\n';
  }
  return names;
}

template <class Number>
void put(std::string& bytes, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  }
}

/// Takes pieces off the front of the bytes; asks for more than is left give nothing.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string_view> take(std::size_t count) {
    if (count > bytes_.size()) return std::nullopt;
    const std::string_view piece = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return piece;
  }

  template <class Number>
  std::optional<Number> number() {
    const auto piece = take(sizeof(Number));
    if (!piece) return std::nullopt;
    return at<Number>(*piece, 0);
  }

  bool done() const { return bytes_.empty(); }

  /// The index-th number of a piece that holds nothing else.
  template <class Number>
  static Number at(std::string_view piece, std::size_t index) {
    Number value = 0;
    for (std::size_t i = sizeof(Number); i-- > 0;) {
      value = static_cast<Number>(value << 8U |
                                  static_cast<unsigned char>(piece[index * sizeof(Number) + i]));
    }
    return value;
  }

 private:
  std::string_view bytes_;
};

tl::unexpected<Failure> damaged(std::string message) {
  return fail(FailureKind::invalid_input, "tagger-weights", {}, std::move(message),
              "make the file again with tools/train_tagger (data/tagger/README.md)");
}

bool ascends(std::string_view hashes, std::size_t count) {
  for (std::size_t i = 1; i < count; ++i) {
    if (Reader::at<std::uint32_t>(hashes, i - 1) >= Reader::at<std::uint32_t>(hashes, i))
      return false;
  }
  return true;
}

}  // namespace

Result<TaggerWeights> TaggerWeights::parse(std::string_view bytes) {
  Reader reader(bytes);
  if (reader.take(kMagic.size()) != kMagic) return damaged("this is not a file of tagger weights");
  const auto checksum = reader.number<std::uint64_t>();
  if (!checksum || *checksum != fnv1a(bytes.substr(kMagic.size() + sizeof(*checksum)))) {
    return damaged("the tagger weights are cut or damaged");
  }
  const auto names_size = reader.number<std::uint32_t>();
  const auto names = names_size ? reader.take(*names_size) : std::nullopt;
  if (names != tag_names()) return damaged("the tagger weights are for another set of tags");

  const auto words = reader.number<std::uint32_t>();
  const auto features = reader.number<std::uint32_t>();
  const auto votes = reader.number<std::uint32_t>();
  if (!words || !features || !votes || std::max({*words, *features, *votes}) > kMostEntries) {
    return damaged("the tagger weights have impossible sizes");
  }
  const auto word_hashes = reader.take(*words * sizeof(std::uint32_t));
  const auto tag_sets = reader.take(*words * sizeof(TagSet));
  const auto feature_hashes = reader.take(*features * sizeof(std::uint32_t));
  const auto vote_counts = reader.take(*features);
  const auto pairs = reader.take(*votes * std::size_t{2});
  if (!word_hashes || !tag_sets || !feature_hashes || !vote_counts || !pairs || !reader.done()) {
    return damaged("the tagger weights do not have the size they state");
  }
  if (!ascends(*word_hashes, *words) || !ascends(*feature_hashes, *features)) {
    return damaged("the tagger weights are out of order");
  }

  TaggerWeights weights;
  weights.lexicon_size_ = *words;
  weights.lexicon_ = HashTable<TagSet>(*words);
  for (std::size_t i = 0; i < *words; ++i) {
    const auto tags = Reader::at<TagSet>(*tag_sets, i);
    if (tags == 0 || tags >> kTagCount != 0) return damaged("a word has impossible tags");
    weights.lexicon_.insert(Reader::at<std::uint32_t>(*word_hashes, i), tags);
  }
  weights.votes_.reserve(*votes);
  for (std::size_t i = 0; i < *votes; ++i) {
    const auto tag = static_cast<unsigned char>((*pairs)[2 * i]);
    if (tag >= kTagCount) return damaged("a vote is for an impossible tag");
    weights.votes_.push_back(
        {static_cast<Tag>(tag), static_cast<std::int8_t>((*pairs)[2 * i + 1])});
  }
  weights.feature_count_ = *features;
  weights.features_ = HashTable<std::uint32_t>(*features);
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < *features; ++i) {
    const auto count = static_cast<unsigned char>((*vote_counts)[i]);
    if (count == 0 || count > kTagCount || count > *votes - first) {
      return damaged("a feature has an impossible number of votes");
    }
    weights.features_.insert(Reader::at<std::uint32_t>(*feature_hashes, i),
                             first << kCountBits | count);
    first += count;
  }
  if (first != *votes) return damaged("some votes belong to no feature");
  return weights;
}

std::string write_weights(std::span<const LexiconEntry> lexicon,
                          std::span<const FeatureEntry> features) {
  std::string body;
  const std::string names = tag_names();
  put(body, static_cast<std::uint32_t>(names.size()));
  body += names;
  std::size_t votes = 0;
  for (const FeatureEntry& entry : features) votes += entry.votes.size();
  put(body, static_cast<std::uint32_t>(lexicon.size()));
  put(body, static_cast<std::uint32_t>(features.size()));
  put(body, static_cast<std::uint32_t>(votes));
  for (const LexiconEntry& entry : lexicon) put(body, entry.word);
  for (const LexiconEntry& entry : lexicon) put(body, entry.tags);
  for (const FeatureEntry& entry : features) put(body, entry.feature);
  for (const FeatureEntry& entry : features) {
    put(body, static_cast<std::uint8_t>(entry.votes.size()));
  }
  for (const FeatureEntry& entry : features) {
    for (const Vote& vote : entry.votes) {
      put(body, static_cast<std::uint8_t>(vote.tag));
      put(body, static_cast<std::uint8_t>(vote.weight));
    }
  }
  std::string bytes(kMagic);
  put(bytes, fnv1a(body));
  return bytes + body;
}

}  // namespace parley::record::internal
