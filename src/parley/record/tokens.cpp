#include "parley/record/tokens.hpp"

#include <algorithm>
#include <cctype>

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

constexpr std::string_view kWideSigns[] = {"\u2026", "\u2014", "\u2013", "\u2022", "\u00A0",
                                           "\u2009", "\u2003", "\u2002", "\u00AD", "\u00A7",
                                           "\u00A9", "\u2012", "\u2015"};
constexpr std::string_view kWideMarks[] = {"\u201C", "\u201D", "\u201E", "\u201F",
                                           "\u00AB", "\u00BB", "\u2018", "\u2019",
                                           "\u201A", "\u2039", "\u203A"};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

template <std::size_t N>
std::size_t wide(std::string_view text, std::size_t at, const std::string_view (&list)[N]) {
  if (static_cast<unsigned char>(text[at]) != 0xE2 && static_cast<unsigned char>(text[at]) != 0xC2)
    return 0;
  for (const std::string_view sign : list) {
    if (text.compare(at, sign.size(), sign) == 0) return sign.size();
  }
  return 0;
}

std::size_t apostrophe(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end) return 0;
  if (text[at] == '\'') return 1;
  return text.compare(at, 3, "\u2019") == 0 ? 3 : 0;
}

// One past the last byte of the word at `at`: letters and digits, with hyphens, apostrophes and
// stops between them.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    const std::size_t mark = apostrophe(text, at, end);
    if (mark > 0) {
      const bool goes_on = at + mark < end && is_letter(text[at + mark]) &&
                           wide(text, at + mark, kWideSigns) == 0 &&
                           wide(text, at + mark, kWideMarks) == 0;
      if (!goes_on) return at;
      at += mark;
    } else if (is_letter(text[at])) {
      if (wide(text, at, kWideSigns) > 0 || wide(text, at, kWideMarks) > 0) return at;
      ++at;
    } else if (is_digit(text[at])) {
      ++at;
    } else if ((text[at] == '-' || text[at] == '.' || text[at] == '&' || text[at] == '/' ||
                text[at] == '@' || text[at] == '_') &&
               at + 1 < end && (std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0)) {
      ++at;
    } else {
      return at;
    }
  }
  return at;
}

std::size_t number_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end &&
         (is_digit(text[at]) || ((text[at] == ',' || text[at] == '.' || text[at] == ':') &&
                                 at + 1 < end && is_digit(text[at + 1])))) {
    ++at;
  }
  return at;
}

// "'s", "n't" and the like become tokens of their own.
std::size_t clitic_begin(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = end; at-- > begin + 1;) {
    const std::size_t mark = apostrophe(text, at, end);
    if (mark == 0) continue;
    const std::string after = to_lower(text.substr(at + mark, end - at - mark));
    if (after == "t" && (text[at - 1] == 'n' || text[at - 1] == 'N') && at - 1 > begin)
      return at - 1;
    if (after == "s" || after == "re" || after == "ve" || after == "ll" || after == "d" ||
        after == "m")
      return at;
    return end;
  }
  return end;
}

}  // namespace

void tokenize(std::string_view text, std::size_t begin, std::size_t end,
              std::vector<Token>& tokens) {
  const auto add = [&](std::size_t from, std::size_t to, TokenKind kind) {
    Token token;
    token.begin = from;
    token.end = to;
    token.text = text.substr(from, to - from);
    token.kind = kind;
    const auto first = static_cast<unsigned char>(text[from]);
    // Latin capitals outside ASCII: U+00C0 to U+00DE, and the even ones of U+0100 to U+017F.
    token.is_capital =
        (first >= 'A' && first <= 'Z') ||
        (first == 0xC3 && to > from + 1 && static_cast<unsigned char>(text[from + 1]) < 0x9F) ||
        ((first == 0xC4 || first == 0xC5) && to > from + 1 &&
         (static_cast<unsigned char>(text[from + 1]) & 1U) == 0);
    tokens.push_back(token);
  };
  for (std::size_t at = begin; at < end;) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    if (const std::size_t mark = wide(text, at, kWideMarks)) {
      // A curly apostrophe before a letter after a letter was taken with its word.
      add(at, at + mark, TokenKind::mark);
      at += mark;
      continue;
    }
    if (const std::size_t sign = wide(text, at, kWideSigns)) {
      const std::string_view bytes = text.substr(at, sign);
      const bool visible = bytes == "\u2026" || bytes == "\u2014" || bytes == "\u2013" ||
                           bytes == "\u2022" || bytes == "\u2012" || bytes == "\u2015";
      if (visible) add(at, at + sign, TokenKind::punctuation);
      at += sign;
      continue;
    }
    if (text[at] == '"' || text[at] == '\'' || text[at] == '`') {
      std::size_t stop = at + 1;
      if (stop < end && text[at] != '"' && text[stop] == text[at]) ++stop;
      if (text[at] == '\'' && stop == at + 1) {
        const std::size_t word = word_end(text, at, end);
        const std::string after = to_lower(text.substr(at, word - at));
        if (after == "'s") stop = word;  // after a closing mark or a bracket
      }
      add(at, stop, stop > at + 1 && text[at + 1] != text[at] ? TokenKind::word : TokenKind::mark);
      at = stop;
      continue;
    }
    const bool currency =
        text[at] == '$' || text.compare(at, 2, "\u00A3") == 0 || text.compare(at, 3, "\u20AC") == 0;
    if (currency) {
      const std::size_t size =
          text[at] == '$' ? 1 : (static_cast<unsigned char>(text[at]) == 0xC2 ? 2 : 3);
      add(at, at + size, TokenKind::punctuation);
      at += size;
      continue;
    }
    if (is_digit(text[at])) {
      const std::size_t number = number_end(text, at, end);
      const std::size_t word = word_end(text, number, end);
      const bool compound =
          word > number && (is_letter(text[number]) || text[number] == '-' || text[number] == '/');
      const std::size_t stop = compound ? word : number;
      add(at, stop, stop == number ? TokenKind::number : TokenKind::word);
      at = stop;
      continue;
    }
    if (is_letter(text[at])) {
      std::size_t stop = word_end(text, at, end);
      const std::size_t clitic = clitic_begin(text, at, stop);
      const std::string_view word = text.substr(at, clitic - at);
      if (clitic == stop && stop < end && text[stop] == '.') {
        const std::string lower = to_lower(word);
        const bool initial =
            word.size() == 1 && text[at] >= 'A' && text[at] <= 'Z' && text[at] != 'I';
        const bool dotted = word.find('.') != std::string_view::npos && word.size() <= 5;
        if (initial || dotted || lexicon().is_abbreviation(lower)) {
          ++stop;
          add(at, stop, TokenKind::word);
          at = stop;
          continue;
        }
      }
      add(at, clitic, TokenKind::word);
      if (clitic < stop) add(clitic, stop, TokenKind::word);
      at = stop;
      continue;
    }
    std::size_t stop = at + 1;
    while (stop < end && text[stop] == text[at] && (text[at] == '.' || text[at] == '-')) ++stop;
    add(at, stop, TokenKind::punctuation);
    at = stop;
  }
}

}  // namespace parley::record::internal
