#include "parley/text/numbering.hpp"

#include <charconv>
#include <utility>

namespace parley::text::internal {
namespace {

constexpr int kMostLetters = 26 * 20;

std::string letters(int number, char first) {
  const auto letter = static_cast<char>(first + (number - 1) % 26);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), letter);
}

std::string roman(int number, bool upper) {
  constexpr std::pair<int, std::string_view> kParts[] = {
      {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
      {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string text;
  for (const auto& [value, sign] : kParts) {
    for (; number >= value; number -= value) text += sign;
  }
  for (char& c : text) {
    if (upper) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::string counted(int number, Counting counting) {
  if (number < 1 || counting == Counting::bullet) return {};
  const bool is_letter = counting == Counting::lower_letter || counting == Counting::upper_letter;
  const bool is_roman = counting == Counting::lower_roman || counting == Counting::upper_roman;
  if (is_letter && number <= kMostLetters) {
    return letters(number, counting == Counting::lower_letter ? 'a' : 'A');
  }
  if (is_roman && number < 4000) return roman(number, counting == Counting::upper_roman);
  return std::to_string(number);
}

int number_of(std::string_view text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace parley::text::internal
