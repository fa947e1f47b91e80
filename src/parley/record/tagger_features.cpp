#include "parley/record/tagger_features.hpp"

#include "parley/base/hash.hpp"

namespace parley::record::internal {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint32_t key_of(std::string_view bytes) { return folded(fnv1a(bytes)); }

/// The ASCII spelling of the typographic mark that begins at this byte (all are E2 80 xx in UTF-8);
/// empty when there is none.
std::string_view plain_mark(std::string_view rest) {
  if (rest.size() < 3 || rest[0] != '\xE2' || rest[1] != '\x80') return {};
  switch (static_cast<unsigned char>(rest[2])) {
    case 0x90:  // hyphen
    case 0x91:  // non-breaking hyphen
    case 0x93:  // en dash
      return "-";
    case 0x94:  // em dash
    case 0x95:  // horizontal bar
      return "--";
    case 0x98:
    case 0x99:
    case 0x9A:
    case 0x9B:
      return "'";
    case 0x9C:
    case 0x9D:
    case 0x9E:
    case 0x9F:
      return "\"";
    case 0xA6:
      return "...";
    default:
      return {};
  }
}

void fold_into(std::string_view word, std::string& folded) {
  folded.clear();
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (const std::string_view plain = plain_mark(word.substr(i)); !plain.empty()) {
      folded += plain;
      i += 2;
    } else if (is_capital(c)) {
      folded += static_cast<char>(c - 'A' + 'a');
    } else {
      folded += is_digit(c) ? '0' : c;
    }
  }
}

/// Bit 0: first in the sentence; 1: has a digit; 2: a hyphen; 3: any other sign or letter; 4 and
/// up: 0 no capital, 1 a single capital, 2 all capitals, 3 a capital at the start, 4 there and
/// elsewhere, 5 elsewhere only.
std::uint32_t shape_of(std::string_view word, bool first) {
  std::size_t capitals = 0;
  std::size_t small = 0;
  std::uint32_t shape = first ? 1 : 0;
  for (const char c : word) {
    if (is_capital(c)) {
      ++capitals;
    } else if (is_small(c)) {
      ++small;
    } else {
      shape |= is_digit(c) ? 2U : c == '-' ? 4U : 8U;
    }
  }
  if (capitals == 0) return shape;
  if (small == 0) return shape | (word.size() == 1 ? 1U : 2U) << 4U;
  if (!is_capital(word[0])) return shape | 5U << 4U;
  return shape | (capitals == 1 ? 3U : 4U) << 4U;
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string folded;
  fold_into(word, folded);
  return folded;
}

std::uint32_t word_key(std::string_view folded) { return key_of(folded); }

void view_sentence(std::span<const std::string_view> words, const TaggerWeights& lexicon,
                   std::vector<WordView>& views) {
  constexpr TagSet kOutside = ~TagSet{0};
  views.assign(words.size() + 2 * kPadding, WordView{.tags = kOutside});
  std::string folded;
  for (std::size_t i = 0; i < words.size(); ++i) {
    WordView& view = views[i + kPadding];
    fold_into(words[i], folded);
    const std::string_view text = folded;
    view.word = word_key(text);
    for (std::size_t k = 0; k < view.suffixes.size(); ++k) {
      view.suffixes[k] = key_of(text.substr(text.size() - std::min(text.size(), k + 1)));
    }
    for (std::size_t k = 0; k < view.prefixes.size(); ++k) {
      view.prefixes[k] = key_of(text.substr(0, k + 2));
    }
    view.shape = shape_of(words[i], i == 0);
    view.tags = lexicon.tags_of(view.word);
  }
}

}  // namespace parley::record::internal
