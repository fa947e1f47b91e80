#include "parley/drafts/internal/tokens.hpp"

#include <algorithm>

#include "parley/drafts/internal/html_lines.hpp"
#include "parley/drafts/internal/words.hpp"

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kMostDifferences = 2000;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// The length of a character that is a blank or a sign and not of ASCII: no-break space, quotation
// marks, dashes.
std::size_t wide_sign(std::string_view rest) {
  if (rest.starts_with("\u00A0")) return 2;
  return rest.starts_with("\xE2\x80") ? 3 : 0;
}

std::size_t word_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end) {
    if (wide_sign(text.substr(at, 3)) > 0 || !is_word_byte(text[at])) {
      // "party's", "2.5", "low-emission" are one.
      const bool joins = (text[at] == '-' || text[at] == '.' || text[at] == '\'') && at + 1 < end &&
                         is_word_byte(text[at + 1]) && wide_sign(text.substr(at + 1, 3)) == 0;
      if (!joins) break;
    }
    ++at;
  }
  return at;
}

// Behind what is no part of the words at a place; the place itself where nothing is.
std::size_t past_mark(std::string_view text, std::size_t at, std::size_t end, text::Markup markup) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return at + 1;
  if (text.substr(at, 2) == "\u00A0") return at + 2;
  if (markup == text::Markup::markdown) {
    if (c == '*' || c == '\\') return at + 1;
    if (text.substr(at, 2) == "[^") {
      const std::size_t close = text.substr(at, 12).find(']');
      if (close != text.npos) return std::min(at + close + 1, end);
    }
  }
  if (markup == text::Markup::html && c == '<') return std::min(text.find('>', at), end - 1) + 1;
  return at;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end,
                             text::Markup markup, Terms& terms) {
  std::vector<Token> tokens;
  for (std::size_t at = begin; at < end;) {
    const std::size_t past = past_mark(text, at, end, markup);
    if (past > at) {
      at = past;
      continue;
    }
    Token token{at, at + 1, 0, false};
    const std::size_t wide = wide_sign(text.substr(at, 3));
    if (wide > 0) {
      token.end = std::min(at + wide, end);
    } else if (is_word_byte(text[at])) {
      token.end = word_end(text, at, end);
      token.is_word = true;
    }
    token.term = terms.of(to_lower(text.substr(token.begin, token.end - token.begin)));
    tokens.push_back(token);
    at = token.end;
  }
  return tokens;
}

std::string stem(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // what is left of a word
  for (const std::string_view ending : {"ing", "ed", "es", "s", "e"}) {
    if (word.size() >= kShortest + ending.size() && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  return std::string(word);
}

std::vector<std::size_t> matched(const std::vector<Token>& a, const std::vector<Token>& b) {
  std::vector<std::size_t> match(a.size(), kNone);
  std::size_t first = 0;
  while (first < a.size() && first < b.size() && a[first].term == b[first].term) {
    match[first] = first;
    ++first;
  }
  std::size_t tail = 0;
  while (tail < a.size() - first && tail < b.size() - first &&
         a[a.size() - 1 - tail].term == b[b.size() - 1 - tail].term) {
    ++tail;
    match[a.size() - tail] = b.size() - tail;
  }
  const auto n = static_cast<std::ptrdiff_t>(a.size() - first - tail);
  const auto m = static_cast<std::ptrdiff_t>(b.size() - first - tail);
  if (n == 0 || m == 0) return match;
  const auto same = [&](std::ptrdiff_t x, std::ptrdiff_t y) {
    return a[first + static_cast<std::size_t>(x)].term ==
           b[first + static_cast<std::size_t>(y)].term;
  };
  // reach[d][d + k]: how far in a the furthest path with d differences on diagonal k gets.
  const auto most = std::min<std::ptrdiff_t>(n + m, kMostDifferences);
  std::vector<std::vector<std::ptrdiff_t>> reach;
  std::ptrdiff_t d = 0;
  std::ptrdiff_t k = 0;
  bool found = false;
  for (; d <= most && !found; ++d) {
    std::vector<std::ptrdiff_t> row(static_cast<std::size_t>(2 * d + 1));
    for (k = -d; k <= d; k += 2) {
      const auto before = [&](std::ptrdiff_t diagonal) {
        return reach[static_cast<std::size_t>(d - 1)][static_cast<std::size_t>(d - 1 + diagonal)];
      };
      std::ptrdiff_t x = 0;
      if (d > 0) {
        const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
        x = down ? before(k + 1) : before(k - 1) + 1;
      }
      while (x < n && x - k < m && x - k >= 0 && same(x, x - k)) ++x;
      row[static_cast<std::size_t>(d + k)] = x;
      if (x >= n && x - k >= m) {
        found = true;
        break;
      }
    }
    reach.push_back(std::move(row));
  }
  if (!found) return match;
  std::ptrdiff_t x = n;
  std::ptrdiff_t y = m;
  for (--d; d >= 0; --d) {
    std::ptrdiff_t from_x = 0;
    std::ptrdiff_t from_y = 0;
    if (d > 0) {
      const auto& row = reach[static_cast<std::size_t>(d - 1)];
      const auto at = [&](std::ptrdiff_t diagonal) {
        return row[static_cast<std::size_t>(d - 1 + diagonal)];
      };
      k = x - y;
      const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
      from_x = at(down ? k + 1 : k - 1);
      from_y = from_x - (down ? k + 1 : k - 1);
      const std::ptrdiff_t start = down ? from_x : from_x + 1;
      while (x > start) {
        --x, --y;
        match[first + static_cast<std::size_t>(x)] = first + static_cast<std::size_t>(y);
      }
      x = from_x;
      y = from_y;
    } else {
      while (x > 0) {
        --x, --y;
        match[first + static_cast<std::size_t>(x)] = first + static_cast<std::size_t>(y);
      }
    }
  }
  return match;
}

}  // namespace parley::drafts::internal
