#include "scoring/stance_passages.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string_view>

#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::scoring {
namespace {

using record::internal::split;
using record::internal::to_lower;

constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kMostWords = 90;
constexpr std::array<std::string_view, 16> kStyles = {
    "wire",       "newspaper", "state agency", "communiqué",   "statement", "press conference",
    "interview",  "column",    "tabloid",      "social media", "live blog", "readout",
    "translated", "headline",  "minutes",      "letter"};
constexpr std::array<std::string_view, 10> kReadings = {
    "gains_by_delay", "in_hurry", "leverage", "will_concede", "will_not_concede",
    "divided",        "excluded", "secrecy",  "drift",        "other"};

template <class List>
bool is_in(const List& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<std::string> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + separator.size());
  }
  return parts;
}

std::size_t count_words(const std::string& text) {
  std::istringstream words(text);
  std::size_t count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}

/// Reads one line of a file.
class PassageReader {
 public:
  PassageReader(std::string_view line, StancePassage& passage) : line_(line), passage_(passage) {}

  /// What is wrong with the marks; empty when nothing is.
  std::string run() {
    read_text(false);
    if (problem_.empty() && at_ < line_.size()) problem_ = "a mark is closed that was not opened";
    return problem_;
  }

 private:
  // Up to the end or, within a mark, to the brace that closes it.
  void read_text(bool within) {
    while (at_ < line_.size() && problem_.empty()) {
      const char c = line_[at_];
      if (c == '}') return;
      if (c == '{') {
        read_mark(within);
        continue;
      }
      if (c == '|') problem_ = "a stroke outside a mark";
      passage_.text += c;
      ++at_;
    }
  }

  void read_mark(bool within) {
    const std::size_t close = std::min(line_.find('}', at_), line_.size());
    const std::size_t inner = std::min(line_.find('{', at_ + 1), line_.size());
    // The fields are over where the words begin: behind the last stroke before any inner mark.
    const std::size_t limit = std::min(close, inner);
    const std::size_t stroke = line_.substr(0, limit).rfind('|');
    if (stroke == std::string_view::npos || stroke <= at_) {
      problem_ = "a mark without words";
      return;
    }
    const auto fields = split(line_.substr(at_ + 1, stroke - at_ - 1), '|');
    at_ = stroke + 1;
    const std::size_t begin = passage_.text.size();
    const std::size_t place = passage_.marks.size();
    if (fields[0] != "if") {
      if (within) problem_ = "a mark within a mark";
      add_mark(fields);
    }
    read_text(true);
    if (at_ >= line_.size() && problem_.empty()) problem_ = "a mark that is not closed";
    if (!problem_.empty()) return;
    ++at_;
    const std::size_t end = passage_.text.size();
    if (begin == end) problem_ = "a mark without words";
    if (fields[0] == "if") {
      passage_.conditions.push_back({begin, end});
    } else {
      passage_.marks[place].begin = begin;
      passage_.marks[place].end = end;
    }
  }

  void add_mark(const std::vector<std::string_view>& fields) {
    StanceMark mark;
    mark.kinds = parts_of(fields[0], "/");
    for (const std::string& kind : mark.kinds) {
      if (kind != "none" && kind != "reading" && !record::stance_kind_named(kind))
        problem_ = "unknown kind \"" + kind + "\"";
    }
    const bool none = fields[0] == "none";
    const bool reading = fields[0] == "reading";
    const std::size_t wanted = none ? 1 : reading ? 4 : 5;
    if (fields.size() != wanted) {
      problem_ = "a mark of " + std::string(fields[0]) + " has " + std::to_string(wanted) +
                 " fields before its words";
    } else if (!none) {
      mark.issues = parts_of(fields[1], "/");
      if (reading && !is_in(kReadings, fields[1])) problem_ = "unknown reading";
      if (!reading) mark.option = std::string(fields[2]);
      const std::string_view holder = fields[wanted - 2];
      if (holder != "-") mark.holders = parts_of(holder, " & ");
      if (fields[wanted - 1] != "-") mark.target = std::string(fields[wanted - 1]);
    }
    passage_.marks.push_back(std::move(mark));
  }

  std::string_view line_;
  StancePassage& passage_;
  std::size_t at_ = 0;
  std::string problem_;
};

class FileReader {
 public:
  explicit FileReader(const std::string& file) : file_(file) {}

  Result<std::vector<StancePassage>> run(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      ++line_;
      if (line.empty() || line.front() == '#') continue;
      if (line.front() == '@')
        setting(line);
      else
        passage(line);
    }
    if (!problems_.empty()) return invalid(std::move(problems_));
    return std::move(found_);
  }

 private:
  void problem(std::string code, std::string message) {
    problems_.push_back({Severity::error,
                         std::move(code),
                         {file_, line_, 0},
                         std::move(message),
                         "see data/training/stances/README.md"});
  }

  void setting(const std::string& line) {
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string value = blank < line.size() ? line.substr(blank + 1) : std::string();
    if (line.starts_with("@talks ")) {
      talks_ = value;
    } else if (line.starts_with("@style ")) {
      style_ = value;
      if (!is_in(kStyles, value)) problem("stance-passage", "unknown style \"" + value + "\"");
    } else {
      problem("stance-passage", "a line that begins with @ sets talks or style");
    }
  }

  void passage(const std::string& line) {
    StancePassage made{{}, talks_, style_, {}, {}, line_};
    if (talks_.empty() || style_.empty()) problem("stance-passage", "no @talks or no @style above");
    const std::string wrong = PassageReader(line, made).run();
    if (!wrong.empty()) {
      problem("stance-mark", wrong);
      return;
    }
    const std::size_t words = count_words(made.text);
    if (words < kFewestWords || words > kMostWords)
      problem("stance-passage", std::to_string(words) + " words; 3 to 90 are wanted");
    if (!seen_.insert(made.text).second) problem("stance-passage", "the same passage as before");
    const std::string lower = to_lower(made.text);
    for (const StanceMark& mark : made.marks) {
      for (const std::string& holder : mark.holders) stands_in(lower, holder);
      stands_in(lower, mark.target);
    }
    found_.push_back(std::move(made));
  }

  void stands_in(const std::string& lower, const std::string& words) {
    if (lower.find(to_lower(words)) == std::string::npos)
      problem("stance-words", "\"" + words + "\" does not stand in the passage");
  }

  const std::string& file_;
  std::size_t line_ = 0;
  std::string talks_;
  std::string style_;
  std::set<std::string> seen_;
  std::vector<StancePassage> found_;
  Diagnostics problems_;
};

}  // namespace

Result<std::vector<StancePassage>> read_stance_passages(const std::string& text,
                                                        const std::string& file) {
  return FileReader(file).run(text);
}

}  // namespace parley::scoring
