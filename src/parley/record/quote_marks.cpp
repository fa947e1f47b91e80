#include "parley/record/quote_marks.hpp"

#include <cctype>
#include <cstdint>

namespace parley::record::internal {
namespace {

enum class Side : std::uint8_t { opens, closes, either, neither };

struct Mark {
  std::size_t begin;
  std::size_t end;
  bool is_single;
  bool is_curly;
  Side side;
};

struct Shape {
  std::string_view bytes;
  bool is_single;
  Side side;  // either: a straight mark
};

constexpr Shape kShapes[] = {{"\"", false, Side::either},    {"'", true, Side::either},
                             {"\u201C", false, Side::opens}, {"\u201D", false, Side::closes},
                             {"\u201E", false, Side::opens}, {"\u201F", false, Side::opens},
                             {"\u00AB", false, Side::opens}, {"\u00BB", false, Side::closes},
                             {"\u2018", true, Side::opens},  {"\u2019", true, Side::closes},
                             {"\u201A", true, Side::opens},  {"\u2039", true, Side::opens},
                             {"\u203A", true, Side::closes}, {"``", false, Side::opens},
                             {"''", false, Side::closes}};

const Shape* shape_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c != '"' && c != '\'' && c != '`' && c != 0xE2 && c != 0xC2) return nullptr;
  const Shape* best = nullptr;
  for (const Shape& shape : kShapes) {
    if (text.compare(at, shape.bytes.size(), shape.bytes) == 0 &&
        (best == nullptr || shape.bytes.size() > best->bytes.size())) {
      best = &shape;
    }
  }
  return best;
}

// Letters and digits; bytes of other scripts count as letters, general punctuation does not.
bool is_word_before(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin) return false;
  const auto c = static_cast<unsigned char>(text[at - 1]);
  if (c < 0x80) return std::isalnum(c) != 0;
  std::size_t lead = at - 1;
  while (lead > begin && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80U) --lead;
  return static_cast<unsigned char>(text[lead]) != 0xE2 &&
         static_cast<unsigned char>(text[lead]) != 0xC2;
}

bool is_word_after(std::string_view text, std::size_t end, std::size_t at) {
  if (at >= end) return false;
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return std::isalnum(c) != 0;
  return c != 0xE2 && c != 0xC2;
}

bool is_space_before(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin) return true;
  const char c = text[at - 1];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '(' || c == '[' || c == '-')
    return true;
  return text.substr(begin, at - begin).ends_with("\u2014") ||
         text.substr(begin, at - begin).ends_with("\u2013") ||
         text.substr(begin, at - begin).ends_with("\u00A0");
}

bool is_space_after(std::string_view text, std::size_t end, std::size_t at) {
  if (at >= end) return true;
  const char c = text[at];
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || text.compare(at, 2, "\u00A0") == 0;
}

std::vector<Mark> marks_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Mark> marks;
  for (std::size_t at = begin; at < end; ++at) {
    const Shape* shape = shape_at(text.substr(0, end), at);
    if (shape == nullptr) continue;
    const std::size_t after = at + shape->bytes.size();
    Side side = shape->side;
    const bool word_before = is_word_before(text, begin, at);
    const bool word_after = is_word_after(text, end, after);
    if (shape->is_single) {
      if (word_before && word_after) {
        side = Side::neither;  // an apostrophe
      } else if (side == Side::either) {
        const bool can_open = is_space_before(text, begin, at) || !word_before;
        const bool spaced_after = is_space_after(text, end, after);
        if (spaced_after) {
          side = is_space_before(text, begin, at) ? Side::neither : Side::closes;
        } else if (word_before) {
          side = Side::closes;
        } else {
          side =
              can_open && (word_after || !is_space_before(text, begin, at) || !spaced_after)
                  ? (is_space_before(text, begin, at) ? Side::opens
                                                      : (word_after ? Side::opens : Side::closes))
                  : Side::neither;
        }
      } else if (side == Side::opens && !word_after && is_space_after(text, end, after)) {
        side = Side::neither;
      }
    } else if (side == Side::either) {
      const bool space_before = is_space_before(text, begin, at);
      const bool space_after = is_space_after(text, end, after);
      if (space_before && !space_after) side = Side::opens;
      if (!space_before && space_after) side = Side::closes;
      if (!space_before && !space_after && word_before && !word_after) side = Side::closes;
    }
    if (side != Side::neither) {
      marks.push_back({at, after, shape->is_single, shape->side != Side::either, side});
    }
    at = after - 1;
  }
  return marks;
}

bool stop_between(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at + 1 < to; ++at) {
    if ((text[at] == '.' || text[at] == '!' || text[at] == '?') && text[at + 1] == ' ') return true;
  }
  return false;
}

}  // namespace

bool begins_with_mark(std::string_view block) {
  if (block.empty()) return false;
  const Shape* shape = shape_at(block, 0);
  return shape != nullptr && !shape->is_single && shape->side != Side::closes;
}

QuotedSpans find_quotes(std::string_view text, std::size_t begin, std::size_t end, bool next_opens,
                        bool continues) {
  QuotedSpans found;
  const std::vector<Mark> marks = marks_of(text, begin, end);
  // For each single mark, the next single one that could close, when no opener lies between.
  std::vector<std::size_t> next_closer(marks.size(), marks.size());
  std::size_t closer = marks.size();
  for (std::size_t i = marks.size(); i-- > 0;) {
    next_closer[i] = closer;
    if (marks[i].is_single) closer = marks[i].side == Side::closes ? i : marks.size();
    if (!marks[i].is_single) closer = marks.size();
  }
  std::size_t depth_mark = marks.size();  // the mark that opened; none: marks.size()
  bool first = continues;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (depth_mark == marks.size()) {
      const bool opens = mark.side == Side::opens || (mark.side == Side::either && !mark.is_single);
      if (opens) {
        depth_mark = i;
      } else if (!mark.is_single) {
        found.unmatched.push_back(mark.begin);
      }
      continue;
    }
    const Mark& opener = marks[depth_mark];
    if (mark.is_single != opener.is_single) continue;  // nested, or an apostrophe
    if (mark.side == Side::opens) {
      // A second opener before any closer: the first had no end, unless it is a curly one, which
      // may nest. A single mark inside single ones is left alone.
      if (opener.is_single) {
        depth_mark = i;
      } else {
        found.unmatched.push_back(opener.begin);
        depth_mark = i;
      }
      continue;
    }
    if (mark.is_single && mark.begin > begin && (text[mark.begin - 1] == 's') &&
        is_space_after(text, end, mark.end) && next_closer[i] < marks.size() &&
        !stop_between(text, mark.end, marks[next_closer[i]].begin)) {
      continue;  // a plural possessive inside the quote
    }
    found.spans.push_back({opener.begin, opener.end, mark.begin, mark.end,
                           first && found.spans.empty() && opener.begin == begin});
    depth_mark = marks.size();
    first = false;
  }
  if (depth_mark < marks.size()) {
    const Mark& opener = marks[depth_mark];
    if (!opener.is_single && next_opens) {
      found.spans.push_back({opener.begin, opener.end, end, end,
                             continues && found.spans.empty() && opener.begin == begin});
    } else if (!opener.is_single) {
      found.unmatched.push_back(opener.begin);
    }
  }
  return found;
}

}  // namespace parley::record::internal
