#include "parley/record/name_folding.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kShortSurname = 5;  // below, a letter more or less is another name

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// "Márquez" as "marquez": letters without their accents, in lower case.
std::string without_accents(std::string_view name) {
  const bool plain = std::all_of(name.begin(), name.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (plain) return to_lower(name);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposing = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  text.toLower();
  if (U_SUCCESS(status)) text = decomposing->normalize(text, status);
  icu::UnicodeString letters;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    letters.append(c == 0x131 ? UChar32('i') : c);  // the Turkish i without a dot
  }
  std::string folded;
  letters.toUTF8String(folded);
  for (const auto& [from, to] : {std::pair{"\u2019", ""},
                                 {"\u02BC", ""},
                                 {"\u00F8", "o"},
                                 {"\u0142", "l"},
                                 {"\u0111", "d"},
                                 {"\u00DF", "ss"},
                                 {"\u00E6", "ae"}}) {
    replace_all(folded, from, to);
  }
  return folded;
}

// Letters that must change to make one word the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// "Ada" of "Ada Maria", "Abbas" of "Seyed Abbas": the words of one begin or end the other.
bool is_part(const std::vector<std::string>& all, const std::vector<std::string>& part) {
  if (part.size() >= all.size()) return false;
  return std::equal(part.begin(), part.end(), all.begin()) ||
         std::equal(part.rbegin(), part.rend(), all.rbegin());
}

bool agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b || is_part(a, b) || is_part(b, a)) return true;
  std::string one;
  std::string other;
  for (const std::string& word : a) one += word;
  for (const std::string& word : b) other += word;
  if (one.size() > other.size()) std::swap(one, other);
  if (other.starts_with(one) && (one.size() == 1 || one.size() >= 3)) return true;
  if (one.size() < 4) return false;
  const std::size_t letters = distance(one, other);
  // "Ursa" and "Ursula", "Mihail" and "Michael", but not "Martin" and "Martha".
  return letters <= 1 || (letters == 2 && one.front() == other.front() &&
                          (one.back() == 'a') == (other.back() == 'a'));
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string folded = without_accents(name);
  for (const auto& [from, to] : std::to_array<std::pair<const char*, const char*>>({{"'", ""},
                                                                                    {".", ""},
                                                                                    {"kh", "h"},
                                                                                    {"gh", "g"},
                                                                                    {"w", "v"},
                                                                                    {"ph", "f"},
                                                                                    {"ck", "k"},
                                                                                    {"yy", "y"},
                                                                                    {"iy", "y"},
                                                                                    {"ij", "y"},
                                                                                    {"j", "y"},
                                                                                    {"q", "g"},
                                                                                    {"c", "k"},
                                                                                    {"z", "s"}})) {
    replace_all(folded, from, to);
  }
  if (folded.ends_with("off")) folded.replace(folded.size() - 3, 3, "ov");
  if (folded.ends_with('i')) {
    while (folded.ends_with('i')) folded.pop_back();
    folded += 'y';
  }
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

FoldedName::FoldedName(std::string_view name) {
  std::vector<std::string> words;
  for (const std::string_view word : split(name, ' ')) {
    for (const std::string_view part : split(word, '-')) {
      std::string folded = fold_name(part);
      whole += folded;
      if (!folded.empty()) words.push_back(std::move(folded));
    }
  }
  // A surname of two parts stays one: "Prior-Rehn", but "al-Rehn" is Rehn.
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  const std::size_t hyphen = last.find('-');
  const bool particle = hyphen <= 2;  // npos is larger
  surname = fold_name(particle ? last.substr(hyphen + 1) : last);
  std::size_t parts = 0;
  for (const std::string_view part : split(last, '-')) parts += fold_name(part).empty() ? 0U : 1U;
  words.resize(words.size() - std::min(parts, words.size()));
  given = std::move(words);
}

std::vector<std::string> FoldedName::keys() const {
  std::vector<std::string> keys = {surname};
  if (whole != surname) keys.push_back(whole);
  if (surname.size() >= kShortSurname && surname.size() <= 40) {
    for (std::size_t i = 0; i < surname.size(); ++i)
      keys.push_back(surname.substr(0, i) + surname.substr(i + 1));
  }
  return keys;
}

bool is_name_variant(const FoldedName& a, const FoldedName& b) {
  if (a.whole == b.whole) return true;
  if (a.given.empty() || b.given.empty()) return a.surname == b.surname;
  if (!agree(a.given, b.given)) return false;
  return a.surname == b.surname || (std::min(a.surname.size(), b.surname.size()) >= kShortSurname &&
                                    distance(a.surname, b.surname) <= 1);
}

}  // namespace parley::record::internal
