#include "parley/drafting/names.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace parley::drafting::internal {
namespace {

std::string in_latin_letters(std::string_view text) {
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_SUCCESS(status)) latin->transliterate(letters);
  std::string result;
  letters.toUTF8String(result);
  return result;
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words that YAML 1.1 programs read as a truth value or as nothing.
bool is_taken_by_yaml(const std::string& word) {
  constexpr std::array<std::string_view, 9> kWords{"yes",  "no",    "on", "off", "y",
                                                   "true", "false", "n",  "null"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

std::string Names::take(std::string_view wanted) {
  std::string name;
  for (const char c : in_latin_letters(wanted)) {
    if (is_letter(c) || is_digit(c)) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  if (name.empty()) {
    name = kind_;
  } else if (is_digit(name.front()) || is_taken_by_yaml(name)) {
    name = kind_ + "_" + name;
  }
  std::string unique = name;
  for (int number = 2; !taken_.insert(unique).second; ++number) {
    unique = name + "_" + std::to_string(number);
  }
  return unique;
}

}  // namespace parley::drafting::internal
