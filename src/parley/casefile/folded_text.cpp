#include "parley/casefile/folded_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <unordered_map>

#include "parley/base/resource.hpp"
#include "parley/base/text.hpp"

namespace parley::casefile::internal {
namespace {

using Gap = FoldedWord::Gap;

constexpr char32_t kTatweel = 0x0640;  // lengthens a word of Arabic letters, and means nothing

std::u32string code_points(const icu::UnicodeString& text) {
  std::u32string result;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    result += static_cast<char32_t>(text.char32At(at));
  }
  return result;
}

bool is_mark(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }

// What remains of one code point; nothing of what cannot be seen. Code points can be taken one by
// one, since marks go and all else decomposes on its own.
std::u32string folded(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* part = icu::Normalizer2::getNFDInstance(error);
  assert(U_SUCCESS(error));
  const icu::UnicodeString whole(static_cast<UChar32>(c));
  std::u32string result = code_points(part->normalize(fold->normalize(whole, error), error));
  std::erase_if(result, [](char32_t each) { return is_mark(each) || each == kTatweel; });
  return result;
}

bool is_letter(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

bool is_capital(char32_t c) {
  const auto letter = static_cast<UChar32>(c);
  return u_isupper(letter) != 0 || u_isdigit(letter) != 0;
}

bool has_no_spaces(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

bool is_hyphen(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION || c == 0x2043 || c == 0x2212;
}

bool joins(char32_t c) {
  constexpr std::u32string_view kSigns = U".'`´‘’ʼʹʻ‛′·‧•_*";
  return is_hyphen(c) || kSigns.find(c) != std::u32string_view::npos;
}

/// Judges what stands between two words, sign by sign.
class Between {
 public:
  void add(char32_t c) {
    const bool line_end = c == '\n' || c == '\r' || c == 0x2028;
    if (joins(c)) {
      hyphen_ = hyphen_ || is_hyphen(c);
    } else if (hyphen_ &&
               (line_end || (broken_ && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0))) {
      broken_ = true;  // a word that was parted at the end of a line
    } else {
      apart_ = true;
    }
  }
  Gap take() {
    const Gap gap = apart_ ? Gap::apart : Gap::joined;
    *this = {};
    return gap;
  }

 private:
  bool apart_ = false;
  bool hyphen_ = false;
  bool broken_ = false;
};

// “House” and “houses”, “treaty” and “treaties”, “box” and “boxes” meet in one form.
std::u32string without_plural(std::u32string_view word) {
  constexpr std::size_t kShortest = 3;
  std::u32string stem(word);
  if (stem.size() > kShortest && stem.ends_with(U's') && !stem.ends_with(U"ss")) stem.pop_back();
  if (stem.size() > kShortest && stem.ends_with(U'e')) stem.pop_back();
  if (stem.size() > kShortest && stem.ends_with(U'y')) stem.back() = U'i';
  return stem;
}

}  // namespace

std::u32string stem_of(std::u32string_view word) {
  constexpr std::size_t kShortest = 3;
  if (is_cyrillic(word.front())) {
    for (const std::u32string& each : affixes("case")) {
      if (word.size() >= each.size() + kShortest && word.ends_with(each)) {
        return std::u32string(word.substr(0, word.size() - each.size()));
      }
    }
    return std::u32string(word);
  }
  for (const std::u32string& each : affixes("article")) {
    if (word.size() >= each.size() + kShortest && word.starts_with(each)) {
      return std::u32string(word.substr(each.size()));
    }
  }
  return without_plural(word);
}

bool is_cyrillic(char32_t letter) { return letter >= 0x0400 && letter <= 0x052F; }

const std::vector<std::u32string>& affixes(std::string_view kind) {
  static const auto read = [] {
    std::map<std::string, std::vector<std::u32string>, std::less<>> table;
    std::string_view rest = resource("confidential/endings.tsv").value();
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      std::u32string letters;
      const auto bytes = line.substr(tab + 1);
      letters = code_points(icu::UnicodeString::fromUTF8(
          icu::StringPiece(bytes.data(), static_cast<int32_t>(bytes.size()))));
      table[std::string(line.substr(0, tab))].push_back(std::move(letters));
    }
    for (auto& [name, endings] : table) {
      std::stable_sort(endings.begin(), endings.end(),
                       [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    return table;
  }();
  return read.at(std::string(kind));
}

std::vector<FoldedWord> folded_words(std::string_view text) {
  std::vector<FoldedWord> words;
  std::unordered_map<char32_t, std::u32string> known;
  Between between;
  between.add(' ');
  bool inside = false;
  bool only_capitals = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_sequence_length(text, at);
    const icu::UnicodeString sequence = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data() + at, static_cast<int32_t>(std::max<std::size_t>(length, 1))));
    const auto original = static_cast<char32_t>(sequence.char32At(0));
    auto found = known.find(original);
    if (found == known.end()) found = known.emplace(original, folded(original)).first;
    for (const char32_t c : found->second) {
      if (!is_letter(c)) {
        between.add(c);
        inside = false;
        continue;
      }
      if (!inside || has_no_spaces(c)) {
        words.push_back({{}, {}, between.take(), 0, at});
        inside = !has_no_spaces(c);
        only_capitals = true;
      }
      words.back().letters += c;
      only_capitals = only_capitals && is_capital(original);
      if (only_capitals) ++words.back().capitals;
    }
    at += std::max<std::size_t>(length, 1);
  }
  for (FoldedWord& each : words) each.stem = stem_of(each.letters);
  return words;
}

}  // namespace parley::casefile::internal
