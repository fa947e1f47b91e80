// Grammar, after marks of emphasis and opening brackets:
//   division  WORD NUMBER [SUFFIX]   "Article 2 bis", "ANNEX A", "Part One", "Article premier" is
//   none option    WORD NUMBER            "Option 1:", "Alternative B", "Option (a):" decimal   1.
//   1)  (1)  1.1  1.1.  3bis  3.3 bis  § 4 letter    (a)  a)  a.  (iv)  IV. bullet    - – — • * ·
#include "parley/drafts/internal/label.hpp"

#include <algorithm>

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kMostParts = 6;   // of a decimal number
constexpr std::size_t kLongTitle = 90;  // bytes: what is longer and no heading is a sentence

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

// Reads from the front of a line.
class Reader {
 public:
  explicit Reader(std::string_view line) : rest_(line), size_(line.size()) {}

  std::string_view rest() const { return rest_; }
  bool empty() const { return rest_.empty(); }
  char front() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::size_t taken() const { return size_ - rest_.size(); }
  void drop(std::size_t bytes) { rest_.remove_prefix(std::min(bytes, rest_.size())); }

  void skip(std::string_view any_of) {
    drop(std::min(rest_.find_first_not_of(any_of), rest_.size()));
  }

  bool blank() {
    if (rest_.starts_with("\u00A0")) return drop(2), true;
    if (front() == ' ' || front() == '\t') return drop(1), true;
    return false;
  }
  void blanks() {
    while (blank()) {
    }
  }

  std::string_view run(bool (*of)(char)) {
    std::size_t end = 0;
    while (end < rest_.size() && of(rest_[end])) ++end;
    const std::string_view found = rest_.substr(0, end);
    drop(end);
    return found;
  }

  // "[^3]" behind a number is a footnote's mark.
  void footnote_marks() {
    while (rest_.starts_with("[^") && rest_.find(']') < 12) drop(rest_.find(']') + 1);
  }

 private:
  std::string_view rest_;
  std::size_t size_;
};

constexpr std::string_view kMarks = "*_[ \t\\";

int letter_number(std::string_view text) {
  if (text.empty() || text.size() > 3) return 0;
  if (std::any_of(text.begin(), text.end(), [&](char c) { return c != text.front(); })) return 0;
  const char first = is_upper(text.front()) ? 'A' : 'a';
  return static_cast<int>(text.size() - 1) * 26 + (text.front() - first) + 1;
}

// "bis" behind a number, with or without a blank between; it must end there.
std::string suffix(Reader& reader) {
  std::string found;
  while (true) {
    Reader ahead = reader;
    ahead.blanks();
    if (ahead.front() == '.') ahead.drop(1);  // "7.bis"
    const std::string word = to_lower(ahead.run(is_letter));
    if (!is_word_for("suffix", word) || is_digit(ahead.front())) return found;
    found += (found.empty() ? "" : " ") + word;
    reader = ahead;
  }
}

struct Number {
  std::vector<int> parts;
  int letter = 0;
  int roman = 0;
  bool upper = false;
};

// "3", "3.1", "IV", "A", "Two"; of a word only what is one.
std::optional<Number> named_number(Reader& reader) {
  Number number;
  const bool within = reader.front() == '(';
  Reader ahead = reader;
  if (within) ahead.drop(1);
  if (is_digit(ahead.front())) {
    while (is_digit(ahead.front()) && number.parts.size() < kMostParts) {
      const std::string_view digits = ahead.run(is_digit);
      if (digits.size() > 3) return std::nullopt;
      number.parts.push_back(std::stoi(std::string(digits)));
      const std::string_view rest = ahead.rest();
      if (rest.size() < 2 || rest[0] != '.' || !is_digit(rest[1])) break;
      ahead.drop(1);
    }
  } else {
    const std::string_view word = ahead.run(is_letter);
    number.roman = roman_number(word);
    number.letter = word.size() == 1 ? letter_number(word) : 0;
    number.upper = !word.empty() && is_upper(word.front());
    const auto in_words = word.size() > 2 ? number_of(word) : std::nullopt;
    if (in_words) number.parts = {*in_words};
    if (!in_words && number.roman == 0 && (number.letter == 0 || !(number.upper || within)))
      return std::nullopt;
  }
  if (within && ahead.front() != ')') return std::nullopt;
  if (within) ahead.drop(1);
  reader = ahead;
  return number;
}

bool begins_a_title(std::string_view rest) {
  const std::size_t first = rest.find_first_not_of("*_[(\"\u201C ");
  return first != rest.npos && !is_lower(rest[first]);
}

bool ends_a_sentence(std::string_view rest) {
  while (!rest.empty() && std::string_view("*_]) ").find(rest.back()) != rest.npos) {
    rest.remove_suffix(1);
  }
  return rest.ends_with('.') || rest.ends_with(';') || rest.ends_with(',');
}

// What stands behind "Article 5" shows whether it is a heading or the beginning of a sentence.
bool ends_a_heading(std::string_view rest) {
  const std::size_t past = rest.find_first_not_of("*_] \t");
  if (past == rest.npos) return true;
  const std::string_view behind = rest.substr(past);
  for (const std::string_view sign : {".", ":", "-", "\u2013", "\u2014", "(", "|"}) {
    if (behind.starts_with(sign)) return true;
  }
  return behind.size() <= kLongTitle && begins_a_title(behind) && !ends_a_sentence(behind);
}

void take_number(Label& label, const Number& number) {
  label.numbers = number.parts;
  label.letter = number.letter;
  label.roman = number.roman;
  label.upper = number.upper;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '*')) text.remove_suffix(1);
  std::string kept;
  for (const char c : text) {
    if (c != '*') kept += c;
  }
  return kept;
}

// The signs between a label and the words behind it.
void skip_separator(Reader& reader) {
  reader.skip("*_");
  reader.blanks();
  for (const std::string_view sign : {".", ":", "\u2013", "\u2014", "-", ")"}) {
    if (reader.rest().starts_with(sign)) {
      reader.drop(sign.size());
      break;
    }
  }
  reader.skip("*_:");
  reader.blanks();
}

bool is_word_char(char c) { return is_letter(c) || c == '.' || (static_cast<unsigned>(c) & 0x80U); }

std::optional<Label> named_label(Reader reader) {
  const std::string_view begin = reader.rest();
  const std::string word = to_lower(reader.run(is_word_char));
  Label label;
  label.division = division(word);
  const bool is_option = label.division == nullptr && is_word_for("option", word);
  if (label.division == nullptr && !is_option) return std::nullopt;
  label.counting = is_option ? Counting::option : Counting::division;
  Reader bare = reader;
  reader.blanks();
  const auto number = named_number(reader);
  if (!number || (begin.size() - reader.rest().size() == word.size())) {
    // "ANNEX" alone.
    bare.skip("*_:. ");
    if (is_option || label.division->kind != ClauseKind::annex || !bare.empty())
      return std::nullopt;
    label.shown = trimmed(begin.substr(0, word.size()));
    label.length = begin.size();
    return label;
  }
  take_number(label, *number);
  label.suffix = suffix(reader);
  if (is_letter(reader.front()) || is_digit(reader.front())) return std::nullopt;
  label.shown = trimmed(begin.substr(0, begin.size() - reader.rest().size()));
  reader.footnote_marks();
  const std::string_view rest = reader.rest();
  const std::size_t past = std::min(rest.find_first_not_of("*_"), rest.size());
  const bool marked = past == rest.size() || rest[past] == ':' || rest[past] == ']' ||
                      rest[past] == '.' || rest[past] == ')' ||
                      rest.substr(past).starts_with(" \u2013") ||
                      rest.substr(past).starts_with(" -") || rest.substr(past).starts_with(" (");
  if (is_option ? !marked : !ends_a_heading(rest)) return std::nullopt;
  skip_separator(reader);
  label.length = begin.size() - reader.rest().size();
  return label;
}

std::optional<Label> bullet_label(Reader reader) {
  for (const std::string_view sign : {"-", "\u2013", "\u2014", "\u2022", "*", "+", "\u00B7"}) {
    if (!reader.rest().starts_with(sign)) continue;
    Reader behind = reader;
    behind.drop(sign.size());
    if (!behind.blank()) continue;
    behind.blanks();
    Label label;
    label.counting = Counting::bullet;
    label.shown = std::string(sign);
    label.style = '-';
    label.length = reader.rest().size() - behind.rest().size();
    return label;
  }
  return std::nullopt;
}

// The sign that ends "1.", "a)", "(iv)"; nothing where there is none.
bool take_end(Reader& reader, Label& label, bool within) {
  if (within) {
    if (reader.front() != ')') return false;
    reader.drop(1);
    if (reader.front() == '.') reader.drop(1);
    label.style = '(';
    return true;
  }
  if (reader.front() != '.' && reader.front() != ')') return false;
  label.style = reader.front();
  reader.drop(1);
  return true;
}

bool at_words(const Reader& reader) {
  Reader ahead = reader;
  ahead.skip("*_");
  return ahead.empty() || ahead.blank() || ahead.front() == '[' ||
         (ahead.front() == '(' && reader.front() != ')');
}

std::optional<Label> finished(Label label, const Reader& start, Reader reader) {
  const std::size_t shown = start.rest().size() - reader.rest().size();
  label.shown = trimmed(start.rest().substr(0, shown));
  reader.skip("*_");
  reader.blanks();
  label.length = start.rest().size() - reader.rest().size();
  return label;
}

std::optional<Label> decimal_label(Reader reader) {
  const Reader start = reader;
  const bool section = reader.rest().starts_with("\u00A7");
  if (section) reader.drop(2), reader.blanks();
  const bool within = !section && reader.front() == '(';
  if (within) reader.drop(1);
  Label label;
  while (is_digit(reader.front())) {
    const std::string_view digits = reader.run(is_digit);
    if (digits.size() > 3 || label.numbers.size() == kMostParts) return std::nullopt;
    label.numbers.push_back(std::stoi(std::string(digits)));
    const std::string_view rest = reader.rest();
    if (rest.size() >= 2 && rest[0] == '.' && rest[1] == 'x' &&
        (rest.size() == 2 || !is_letter(rest[2]))) {
      reader.drop(2);  // "3.x": a number that is still open
      label.numbers.push_back(0);
      break;
    }
    if (rest.size() < 2 || rest[0] != '.' || !is_digit(rest[1])) break;
    reader.drop(1);
  }
  if (label.numbers.empty()) return std::nullopt;
  label.suffix = suffix(reader);
  const bool ended = take_end(reader, label, within);
  if (within && !ended) return std::nullopt;
  if (!ended) label.style = reader.front() == ':' ? ':' : ' ';
  if (label.style == ':') reader.drop(1);
  const bool sure = ended || section || !label.suffix.empty();
  Reader behind = reader;
  behind.footnote_marks();
  if (!at_words(behind)) return std::nullopt;
  if (!sure) {
    Reader words = behind;
    words.blanks();
    const std::string_view dash = words.rest();
    const bool dashed = dash.starts_with("\u2013 ") || dash.starts_with("- ");
    if (!dashed && !begins_a_title(dash)) return std::nullopt;
    label.weak = label.numbers.size() == 1 && !dashed && label.style != ':';
    if (dashed) words.drop(words.rest().find(' ')), reader = words;
  }
  return finished(std::move(label), start, reader);
}

std::optional<Label> letter_label(Reader reader) {
  const Reader start = reader;
  const bool within = reader.front() == '(';
  if (within) reader.drop(1);
  const std::string_view word = reader.run(is_letter);
  Label label;
  label.counting = Counting::letter;
  label.letter = letter_number(word);
  label.roman = roman_number(word);
  label.upper = !word.empty() && is_upper(word.front());
  if (label.letter == 0 && label.roman == 0) return std::nullopt;
  if (within) label.suffix = suffix(reader);
  if (!take_end(reader, label, within)) return std::nullopt;
  if (label.suffix.empty()) label.suffix = suffix(reader);
  if (!at_words(reader) || (reader.empty() && !within)) return std::nullopt;
  // "A. Berg said", "I. Introduction": a name's initial looks like it.
  label.weak = label.style == '.';
  return finished(std::move(label), start, reader);
}

}  // namespace

int roman_number(std::string_view text) {
  if (text.empty() || text.size() > 9) return 0;
  const bool upper = is_upper(text.front());
  int total = 0;
  constexpr std::pair<std::string_view, int> kParts[] = {{"c", 100}, {"xc", 90}, {"l", 50},
                                                         {"xl", 40}, {"x", 10},  {"ix", 9},
                                                         {"v", 5},   {"iv", 4},  {"i", 1}};
  std::string lower;
  for (const char c : text) {
    if (is_upper(c) != upper || !is_letter(c)) return 0;
    lower += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  std::string_view rest = lower;
  for (const auto& [sign, value] : kParts) {
    const int most = sign.size() == 1 && (value == 100 || value == 10 || value == 1) ? 3 : 1;
    for (int times = 0; times < most && rest.starts_with(sign); ++times) {
      total += value;
      rest.remove_prefix(sign.size());
    }
  }
  return rest.empty() ? total : 0;
}

std::optional<Label> label_of(std::string_view line) {
  Reader reader(line);
  if (auto bullet = bullet_label(reader)) return bullet;
  reader.skip(kMarks);
  const std::size_t before = reader.taken();
  for (const auto kind : {named_label, decimal_label, letter_label}) {
    if (auto label = kind(reader)) {
      label->length += before;
      return label;
    }
  }
  return std::nullopt;
}

}  // namespace parley::drafts::internal
