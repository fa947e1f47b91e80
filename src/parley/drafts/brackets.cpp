#include "parley/drafts/internal/brackets.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kLongestBlank = 120;  // bytes of what a placeholder says

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// "[name]: address" names a link that "[words][name]" goes to.
std::set<std::string_view> link_names(std::string_view text) {
  std::set<std::string_view> names;
  for (std::size_t at = text.find("]: "); at != text.npos; at = text.find("]: ", at + 1)) {
    const std::size_t line = text.find_last_of('\n', at);
    const std::size_t begin = line == text.npos ? 0 : line + 1;
    if (begin + 1 < at && text[begin] == '[' && text[begin + 1] != '^')
      names.insert(text.substr(begin + 1, at - begin - 1));
  }
  return names;
}

class Marker {
 public:
  Marker(std::string_view text, const Outline& outline, text::Markup markup)
      : text_(text), parts_(outline.parts), markup_(markup) {
    if (markup == text::Markup::markdown) links_ = link_names(text);
  }

  Marking run() {
    if (!pair(/*with_ends=*/false)) pair(/*with_ends=*/true);
    mend_open();
    add_options();
    std::sort(found_.marks.begin(), found_.marks.end(), [](const Mark& a, const Mark& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::sort(found_.mends.begin(), found_.mends.end(),
              [](const MendedMark& a, const MendedMark& b) { return a.begin < b.begin; });
    measure_depth();
    join_options();
    return std::move(found_);
  }

 private:
  struct Unclosed {
    std::size_t at = 0;
    std::size_t clause = 0;
  };

  // One pass over the words of all clauses; false when a bracket has no partner.
  bool pair(bool with_ends) {
    found_ = {};
    open_.clear();
    unclosed_.clear();
    bool whole = true;
    for (std::size_t c = 0; c < parts_.size(); ++c) {
      if (with_ends && is_end(parts_[c])) whole = leave(c) && whole;
      clause_ = c;
      crossing_ = 0;
      const Part& part = parts_[c];
      for (std::size_t i = part.begin; i < part.own_end;) {
        const std::size_t next = take(i, part.own_end, whole);
        i = std::max(next, i + 1);
      }
    }
    for (const Unclosed& each : open_) unclosed_.push_back(each);
    return whole && open_.empty();
  }

  static bool is_end(const Part& part) {
    return part.kind == ClauseKind::article || part.kind == ClauseKind::annex ||
           part.kind == ClauseKind::heading || part.kind == ClauseKind::preamble ||
           (part.label && part.label->counting == Counting::option);
  }

  // What is open and no part of a clause above this one has no partner.
  bool leave(std::size_t c) {
    bool whole = true;
    while (!open_.empty() && !(parts_[c].parent && open_.back().clause <= *parts_[c].parent)) {
      unclosed_.push_back(open_.back());
      open_.pop_back();
      whole = false;
    }
    return whole;
  }

  // Takes the sign at i; gives where to go on.
  std::size_t take(std::size_t i, std::size_t end, bool& whole) {
    switch (text_[i]) {
      case '<':
        return markup_ == text::Markup::html ? std::min(text_.find('>', i), end) + 1 : i + 1;
      case '\\':
        return markup_ == text::Markup::markdown ? i + 2 : i + 1;
      case '[':
        if (const std::size_t past = past_link(i, end)) return past;
        open_.push_back({i, clause_});
        return i + 1;
      case ']':
        whole = close(i) && whole;
        return i + 1;
      case '{':
        return take_braces(i, end);
      case '_':
      case '#':
        return take_blank(i, end);
      default:
        return i + 1;
    }
  }

  // Behind a footnote's mark or a link; 0 where there is none.
  std::size_t past_link(std::size_t i, std::size_t end) const {
    if (markup_ != text::Markup::markdown) return 0;
    const std::string_view rest = text_.substr(i, std::min<std::size_t>(end - i, 300));
    const std::size_t close = rest.find(']');
    if (close == rest.npos) return 0;
    if (rest.starts_with("[^")) return i + close + 1;
    const std::string_view behind = rest.substr(close + 1);
    if (behind.starts_with('[')) {
      const std::string_view name = behind.substr(1, behind.find(']') - 1);
      if (links_.contains(name)) return i + close + 1 + name.size() + 2;
    }
    if (!behind.starts_with('(') || behind.size() < 2) return 0;
    const std::string_view address = behind.substr(1, behind.find(')') - 1);
    const bool is_address =
        address.find("://") != address.npos || address.starts_with('/') || address.starts_with('#');
    return is_address ? i + close + 1 + address.size() + 2 : 0;
  }

  bool close(std::size_t i) {
    const Part& part = parts_[clause_];
    if (open_.empty()) {
      const std::size_t begin = std::min(std::max(part.words, crossing_), i);
      found_.mends.push_back({i, begin, Mend::How::opened_at_clause_start});
      add(begin, i + 1, begin, i, clause_);
      return false;
    }
    const Unclosed open = open_.back();
    open_.pop_back();
    if (open.at < part.words) crossing_ = i + 1;
    add(open.at, i + 1, open.at + 1, i, open.clause);
    return true;
  }

  void add(std::size_t begin, std::size_t end, std::size_t inner, std::size_t inner_end,
           std::size_t clause) {
    Mark mark{BracketKind::bracket, begin, end, inner, inner_end, 1, clause, {}};
    if (is_blank_text(inner, inner_end)) mark.kind = BracketKind::placeholder;
    found_.marks.push_back(mark);
  }

  // Nothing, a sign or a word that leaves a blank, or words that say what is to be put there.
  bool is_blank_text(std::size_t begin, std::size_t end) const {
    if (end - begin > kLongestBlank && !starts_as_blank(begin)) return false;
    std::string read =
        without_marks(text_.substr(begin, std::min(end - begin, kLongestBlank)), markup_);
    if (read.find_first_not_of("_.-#? \t\u2026\u2013\u2014") == read.npos) return true;
    const std::string lower = to_lower(read);
    return is_word_for("blank", lower) || starts_as_blank(begin);
  }

  bool starts_as_blank(std::size_t begin) const {
    constexpr std::size_t kLongest = 24;
    const std::string start = to_lower(without_marks(text_.substr(begin, kLongest), markup_));
    const auto& words = words_for("placeholder");
    return std::any_of(words.begin(), words.end(), [&](std::string_view each) {
      return start.starts_with(each) &&
             (start.size() == each.size() || !is_letter_or_digit(start[each.size()]));
    });
  }

  std::size_t take_braces(std::size_t i, std::size_t end) {
    const std::string_view rest = text_.substr(i, std::min(end - i, kLongestBlank));
    const std::size_t close = rest.find('}');
    if (close == rest.npos || !starts_as_blank(i + 1)) return i + 1;
    if (rest.substr(0, close).find_first_of("[]") != rest.npos) return i + 1;
    found_.marks.push_back(
        {BracketKind::placeholder, i, i + close + 1, i + 1, i + close, 1, clause_, {}});
    return i + close + 1;
  }

  // "____" or "###" within words.
  std::size_t take_blank(std::size_t i, std::size_t end) {
    std::size_t stop = i;
    while (stop < end && text_[stop] == text_[i]) ++stop;
    const bool alone = (i == 0 || !is_letter_or_digit(text_[i - 1])) &&
                       (stop == text_.size() || !is_letter_or_digit(text_[stop]));
    const bool whole_bracket = i > 0 && text_[i - 1] == '[' && stop < end && text_[stop] == ']';
    if (stop - i >= 3 && alone && !whole_bracket)
      found_.marks.push_back({BracketKind::placeholder, i, stop, i, stop, 1, clause_, {}});
    return stop;
  }

  // An unclosed bracket ends with its clause, or behind what began in the clause and ends later.
  void mend_open() {
    std::sort(unclosed_.begin(), unclosed_.end(),
              [](const Unclosed& a, const Unclosed& b) { return a.at > b.at; });
    std::vector<std::pair<std::size_t, std::size_t>> closed;  // begin and end, by begin
    for (const Mark& each : found_.marks) closed.emplace_back(each.begin, each.end);
    std::sort(closed.begin(), closed.end());
    std::size_t next = closed.size();
    std::size_t clause = parts_.size();
    std::size_t reach = 0;
    for (const Unclosed& each : unclosed_) {
      const std::size_t own_end = parts_[each.clause].own_end;
      if (each.clause != clause) reach = own_end;
      clause = each.clause;
      while (next > 0 && closed[next - 1].first > each.at) {
        --next;
        if (closed[next].first < own_end) reach = std::max(reach, closed[next].second);
      }
      found_.mends.push_back({each.at, reach, Mend::How::closed_at_clause_end});
      add(each.at, reach, each.at + 1, reach, each.clause);
    }
  }

  void add_options() {
    std::vector<std::optional<std::size_t>> first(parts_.size());  // of the choice below a clause
    std::optional<std::size_t> at_root;
    for (std::size_t c = 0; c < parts_.size(); ++c) {
      const Part& part = parts_[c];
      if (!part.label || part.label->counting != Counting::option) continue;
      auto& group = part.parent ? first[*part.parent] : at_root;
      const Label& label = *part.label;
      const bool begins =
          label.numbers.empty() ? label.letter == 1 || label.roman == 1 : label.numbers.back() == 1;
      if (begins || !group) group = c;
      options_.emplace_back(c, *group);
      found_.marks.push_back(
          {BracketKind::option, part.begin, part.end, part.words, part.end, 1, c, {}});
    }
  }

  // How many square brackets and placeholders stand around each; of options, how many options.
  void measure_depth() {
    std::vector<std::size_t> brackets;
    std::vector<std::size_t> options;
    for (Mark& mark : found_.marks) {
      auto& ends = mark.kind == BracketKind::option ? options : brackets;
      while (!ends.empty() && ends.back() <= mark.begin) ends.pop_back();
      while (!ends.empty() && ends.back() < mark.end) ends.pop_back();
      mark.depth = ends.size() + 1;
      ends.push_back(mark.end);
    }
  }

  // Brackets side by side are options of one another: "[shall][should]". One that adds to the words
  // before it ("[, including …]") is none, nor is an entry of a list ("[new,] [sustained,]").
  void join_options() {
    std::vector<std::size_t> of_clause(parts_.size());
    for (std::size_t m = 0; m < found_.marks.size(); ++m) {
      if (found_.marks[m].kind == BracketKind::option) of_clause[found_.marks[m].clause] = m;
    }
    for (const auto& [clause, first] : options_)
      found_.marks[of_clause[clause]].option_of = of_clause[first];
    std::vector<std::size_t> last;  // at each depth
    for (std::size_t m = 0; m < found_.marks.size(); ++m) {
      Mark& mark = found_.marks[m];
      if (mark.kind == BracketKind::option) continue;
      if (last.size() > mark.depth && last[mark.depth] < m) {
        Mark& before = found_.marks[last[mark.depth]];
        if (before.depth == mark.depth && before.clause == mark.clause && is_choice(before, mark)) {
          if (!before.option_of) before.option_of = last[mark.depth];
          mark.option_of = before.option_of;
        }
      }
      if (last.size() <= mark.depth) last.resize(mark.depth + 1, found_.marks.size());
      last[mark.depth] = m;
    }
  }

  bool is_choice(const Mark& a, const Mark& b) const {
    constexpr std::size_t kFar = 16;
    if (b.begin < a.end || b.begin - a.end > kFar || text_[a.begin] != '[') return false;
    const std::string between =
        to_lower(without_marks(text_.substr(a.end, b.begin - a.end), markup_));
    if (!between.empty() && between != "/" && between != "or" && between != "and/or") return false;
    std::size_t first = b.inner;
    while (first < b.inner_end && (is_blank(text_[first]) || text_[first] == '[')) ++first;
    if (first < b.inner_end && (text_[first] == ',' || text_[first] == ';')) return false;
    std::size_t last = a.inner_end;
    while (last > a.inner && is_blank(text_[last - 1])) --last;
    if (last > a.inner && text_[last - 1] == ',') return false;
    const std::string start =
        to_lower(text_.substr(first, std::min<std::size_t>(10, b.inner_end - first)));
    return !start.starts_with("and ") && !start.starts_with("or ") &&
           !start.starts_with("including");
  }

  std::string_view text_;
  const std::vector<Part>& parts_;
  text::Markup markup_;
  std::set<std::string_view> links_;
  Marking found_;
  std::vector<Unclosed> open_;
  std::vector<Unclosed> unclosed_;
  std::vector<std::pair<std::size_t, std::size_t>>
      options_;  // a clause and the first of its choice
  std::size_t clause_ = 0;
  std::size_t crossing_ = 0;  // the end of the last bracket that began before this clause's words
};

}  // namespace

Marking marking_of(std::string_view text, const Outline& outline, text::Markup markup) {
  return Marker(text, outline, markup).run();
}

Marks count_marks(std::string_view text) {
  Marks marks;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      ++marks.open;
      marks.depth = std::max(marks.depth, ++depth);
    } else if (text[i] == ']') {
      ++marks.close;
      if (depth > 0) --depth;
    } else if (text[i] == 'O') {
      const std::string_view rest = text.substr(i, 8);
      const bool named = rest.starts_with("Option ") || rest.starts_with("OPTION ");
      if (named && rest.size() == 8 && rest[7] >= '0' && rest[7] <= '9') ++marks.options;
    }
  }
  return marks;
}

}  // namespace parley::drafts::internal
