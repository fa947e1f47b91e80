#include "parley/drafts/internal/outline.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kDeepest = 40;       // of clauses within one another; none is told deeper
constexpr std::size_t kLongHeading = 100;  // bytes
constexpr std::size_t kMostHeadingWords = 12;
constexpr int kLevelRank = -10;    // headings with a level are wider than any division without
constexpr int kHeadingRank = 11;   // wider than an article, narrower than a chapter
constexpr int kPreambleRank = 13;  // holds no article
constexpr int kLeadRank = 20;      // of a line that only stands out
constexpr int kOptionRank = 30;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// The sign at the end of some words, marks of emphasis and closing brackets passed over.
char last_sign(std::string_view words) {
  const std::size_t at = words.find_last_not_of("*_] \t\n\r\")");
  return at == words.npos ? '\0' : words[at];
}

// Labels of one shape count in one list.
using Shape = std::tuple<Counting, const Division*, char, std::size_t, bool>;

Shape shape_of(const Label& label) {
  const std::size_t parts = label.numbers.empty() ? 0 : 1 + (label.numbers.size() > 1 ? 1U : 0U);
  return {label.counting, label.division, label.style, parts, label.upper};
}

bool counts_on(int before, int now, const Label& a, const Label& b) {
  if (before == 0 || now == 0) return false;
  if (now == before + 1) return true;
  return now == before && !b.suffix.empty() && a.suffix != b.suffix;
}

bool numbers_follow(const Label& before, const Label& now) {
  const std::vector<int>& a = before.numbers;
  const std::vector<int>& b = now.numbers;
  if (a.empty() || b.empty()) return false;
  if (a.size() != b.size()) {
    // "3.x" or "3 bis" behind "3.2".
    return a.size() > 1 && b.size() > 1 && a.front() == b.front() && b.size() < a.size() &&
           b.back() == a[b.size() - 1] + 1;
  }
  const std::size_t last = a.size() - 1;
  if (std::equal(a.begin(), a.end() - 1, b.begin()))
    return b.back() == 0 || counts_on(a[last], b[last], before, now);
  // "2.1" behind "1.4", where nothing stands between.
  return a.size() == 2 && b[0] == a[0] + 1 && b[1] == 1;
}

bool same_list(const Label& a, const Label& b) {
  if (a.counting != b.counting || a.division != b.division) return false;
  if (a.counting == Counting::bullet) return true;
  const bool numbered = a.numbers.empty() == b.numbers.empty();
  // "3bis" has no sign of its own.
  const bool style = a.style == b.style || !a.suffix.empty() || !b.suffix.empty();
  return numbered && style && (a.counting != Counting::letter || a.upper == b.upper);
}

// How a letter counts, once its place is known.
enum class As { letter, roman };

bool follows(const Label& before, As as, const Label& now) {
  if (!same_list(before, now)) return false;
  if (now.counting == Counting::bullet) return true;
  if (!now.numbers.empty()) return numbers_follow(before, now);
  return as == As::roman ? counts_on(before.roman, now.roman, before, now)
                         : counts_on(before.letter, now.letter, before, now);
}

bool is_first(const Label& label) {
  if (label.counting == Counting::bullet) return true;
  if (!label.numbers.empty()) return label.numbers.back() == 1 && label.suffix.empty();
  return label.letter == 1 || label.roman == 1;
}

struct Last {
  Label label;
  As as = As::letter;
  std::size_t indent = 0;
};

// A clause under which others may still come.
struct Open {
  std::optional<std::size_t> part;  // nothing for the text as a whole
  int rank = 100;                   // of an item or a paragraph; less for what holds others
  std::size_t indent = 0;
  As as = As::letter;        // how its own label counts
  std::optional<Last> last;  // of its numbered children
  std::optional<Last> last_option;

  bool holds() const { return rank <= kOptionRank; }
};

class Outliner {
 public:
  Outliner(std::string_view text, const std::vector<Line>& lines, text::Markup markup)
      : text_(text), lines_(lines), markup_(markup) {
    open_.push_back({std::nullopt, -100, 0, As::letter, {}, {}});
  }

  Outline run() {
    labels_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) labels_[i] = read_label(i);
    find_successors();
    std::size_t first = find_title();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].told == Told::title || (first > 0 && i == first - 1)) continue;
      place(i);
    }
    close();
    return std::move(outline_);
  }

 private:
  std::string_view words(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }

  std::string clean(std::string_view piece) const { return without_marks(piece, markup_); }

  std::optional<Label> read_label(std::size_t i) const {
    const Line& line = lines_[i];
    std::string_view read = words(line);
    std::size_t tags = 0;
    while (markup_ == text::Markup::html && read.starts_with('<') && read.find('>') != read.npos) {
      tags += read.find('>') + 1;
      read.remove_prefix(read.find('>') + 1);
    }
    auto label = label_of(read);
    if (label) label->length += tags;
    if (label || (line.ordinal == 0 && line.told != Told::item)) return label;
    Label told;
    told.counting = line.ordinal == 0 ? Counting::bullet : Counting::decimal;
    if (line.ordinal == 0) return told;
    told.numbers = {line.ordinal};
    told.shown = std::to_string(line.ordinal) + ".";
    return told;
  }

  // For each label, whether the next of its shape goes on from it: "A." and then "B." are a list.
  void find_successors() {
    std::map<Shape, std::size_t> next;
    goes_on_.assign(lines_.size(), false);
    is_roman_.assign(lines_.size(), false);
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (!labels_[i]) continue;
      const Label& label = *labels_[i];
      const auto found = next.find(shape_of(label));
      if (found != next.end()) {
        const Label& later = *labels_[found->second];
        is_roman_[i] = label.roman > 0 && later.roman == label.roman + 1 && label.roman < 50;
        goes_on_[i] = is_roman_[i] || follows(label, As::letter, later);
      }
      next[shape_of(label)] = i;
    }
  }

  bool looks_like_heading(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.told == Told::heading || line.level > 0) return true;
    if (!line.starts || !line.ends || line.ordinal > 0 || line.told == Told::item) return false;
    const std::string_view read = words(line);
    if (read.size() > kLongHeading) return false;
    if (stands_out(read)) return true;
    if (markup_ != text::Markup::plain) return false;
    const char first = read.front();
    if (is_lower(first) || (first >= '0' && first <= '9') || first == '[' || first == '"')
      return false;
    const char last = read.back();
    if (std::string_view(".;:,?!\"]").find(last) != std::string_view::npos) return false;
    const auto blanks = static_cast<std::size_t>(std::count(read.begin(), read.end(), ' '));
    return blanks < kMostHeadingWords && i + 1 < lines_.size();
  }

  // "**Response measures**" and nothing else.
  bool stands_out(std::string_view read) const {
    return markup_ == text::Markup::markdown && read.size() > 4 && read.starts_with("**") &&
           read.ends_with("**") && read.find("**", 2) == read.size() - 2;
  }

  // The line that is the title, counted from 1; 0 when the file tells one or there is none.
  std::size_t find_title() {
    for (const Line& line : lines_) {
      if (line.told != Told::title) continue;
      outline_.title = clean(words(line));
      return 0;
    }
    if (lines_.empty() || labels_[0]) return 0;
    if (!looks_like_heading(0)) return 0;
    const std::string title = clean(words(lines_[0]));
    if (is_word_for("preamble", to_lower(title))) return 0;
    outline_.title = title;
    return 1;
  }

  std::size_t add(ClauseKind kind, const std::optional<Label>& label, std::size_t begin,
                  std::size_t words, std::size_t end) {
    outline_.parts.push_back({kind, label, {}, begin, words, end, end, open_.back().part});
    return outline_.parts.size() - 1;
  }

  void pop_to(std::size_t depth) { open_.resize(depth + 1); }

  void push(Open open) {
    if (open_.size() <= kDeepest) open_.push_back(std::move(open));
  }

  const Part* part_of(const Open& open) const {
    return open.part ? &outline_.parts[*open.part] : nullptr;
  }

  bool is_last(const Open& open) const {
    return open.part && *open.part + 1 == outline_.parts.size();
  }

  // Whether more is to come: "…the following:", or nothing but a label or a title.
  bool leads_on(const Open& open) const {
    const Part* part = part_of(open);
    if (part == nullptr) return true;
    const std::string_view own = text_.substr(part->words, part->own_end - part->words);
    const char last = last_sign(own);
    return last == ':' || last == '\0' || (!part->title.empty() && is_last(open) && is_bare(*part));
  }

  // A title and no other words.
  bool is_bare(const Part& part) const {
    return clean(text_.substr(part.words, part.own_end - part.words)).size() <=
           part.title.size() + 2;
  }

  void place(std::size_t i) {
    const Line& line = lines_[i];
    if (line.told == Told::footnote) return add_footnote(line);
    const std::optional<Label>& label = labels_[i];
    if (label && label->counting == Counting::division && (line.starts || ended_before(i)))
      return add_division(line, *label);
    if (label && label->counting == Counting::option)
      return add_option(line, *label, line.begin, line.indent);
    const bool numbered = label && label->counting != Counting::division;
    if (numbered && add_item(i, *label)) return;
    if (looks_like_heading(i)) return add_heading(line);
    add_words(line);
  }

  // Whether the words before a line have come to an end.
  bool ended_before(std::size_t i) const {
    if (i == 0 || lines_[i].starts) return true;
    const std::string_view before = words(lines_[i - 1]);
    const char last = last_sign(before);
    return std::string_view(".;:,").find(last) != std::string_view::npos ||
           before.ends_with(" and") || before.ends_with(" or");
  }

  void add_footnote(const Line& line) {
    const std::string_view read = words(line);
    Label label;
    std::size_t past = 0;
    if (read.starts_with("[^") && read.find(']') != read.npos) {
      label.shown = std::string(read.substr(2, read.find(']') - 2));
      past = std::min(read.find(']') + 2, read.size());
    }
    outline_.parts.push_back({ClauseKind::footnote,
                              label,
                              {},
                              line.begin,
                              line.begin + past,
                              line.end,
                              line.end,
                              std::nullopt});
    if (label.shown.empty()) outline_.parts.back().label.reset();
  }

  void add_division(const Line& line, const Label& label) {
    const int rank = line.level > 0 ? kLevelRank + line.level : 2 * label.division->width;
    while (open_.size() > 1 && open_.back().rank >= rank) open_.pop_back();
    const std::size_t part =
        add(label.division->kind, label, line.begin, line.begin + label.length, line.end);
    const std::string_view rest =
        text_.substr(line.begin + label.length, line.end - line.begin - label.length);
    const bool is_title = line.told == Told::heading || line.level > 0 ||
                          (rest.size() <= kLongHeading && last_sign(rest) != '.' &&
                           last_sign(rest) != ';' && last_sign(rest) != ',');
    if (is_title) outline_.parts[part].title = title_of(rest);
    push({part, rank, line.indent, As::letter, {}, {}});
  }

  // The words of a title without the signs around them.
  std::string title_of(std::string_view words) const {
    std::string title = clean(words);
    while (!title.empty() && (title.back() == ':' || title.back() == ']' || title.back() == '.' ||
                              title.back() == ' '))
      title.pop_back();
    const std::size_t first = title.find_first_not_of("[.:] ");
    title.erase(0, std::min(first, title.size()));
    if (title.starts_with('(') && title.ends_with(')')) title = title.substr(1, title.size() - 2);
    return title;
  }

  void add_heading(const Line& line) {
    const std::string title = title_of(words(line));
    const bool lead = line.level == 0 && stands_out(words(line));
    const bool preamble = is_word_for("preamble", to_lower(title));
    const int narrow = lead ? kLeadRank : preamble ? kPreambleRank : kHeadingRank;
    const int rank = line.level > 0 ? kLevelRank + line.level : narrow;
    while (open_.size() > 1 && open_.back().rank >= rank &&
           !(lead && open_.back().rank == kOptionRank))
      open_.pop_back();
    const std::size_t part = add(preamble ? ClauseKind::preamble : ClauseKind::heading,
                                 std::nullopt, line.begin, line.begin, line.end);
    outline_.parts[part].title = title;
    push({part, rank, line.indent, As::letter, {}, {}});
  }

  // An option goes on from the last under an open clause, or begins a choice under the clause that
  // leads on to it.
  void add_option(const Line& line, const Label& label, std::size_t begin, std::size_t indent) {
    As as = As::letter;
    std::size_t depth = open_.size();
    while (depth-- > 0) {
      const auto& last = open_[depth].last_option;
      if (last &&
          (follows(last->label, As::letter, label) || follows(last->label, As::roman, label)))
        break;
    }
    if (depth < open_.size()) {
      as = open_[depth].last_option->as;
      pop_to(depth);
    } else {
      const auto ends = [&](const Open& open) {
        if (open.part == std::nullopt || open.rank < kOptionRank) return false;
        if (leads_on(open) && is_last(open)) return false;
        return open.holds() ? open.indent >= indent : open.indent >= indent && !leads_on(open);
      };
      while (ends(open_.back())) open_.pop_back();
    }
    open_.back().last_option = Last{label, as, indent};
    const std::size_t words = begin + label.length;
    const std::size_t part = add(ClauseKind::paragraph, label, begin, words, line.end);
    push({part, kOptionRank, indent, as, {}, {}});
    add_within(line, words, indent);
  }

  // A second label on the same line: "1. Option 1:", "2. (a)". Each stands one column further in.
  void add_within(const Line& line, std::size_t words, std::size_t indent) {
    if (indent >= line.indent + kDeepest) return;
    const auto inner = label_of(text_.substr(words, line.end - words));
    if (!inner || inner->weak) return;
    const bool option = inner->counting == Counting::option;
    const bool item = inner->counting == Counting::letter || inner->counting == Counting::decimal;
    if (!option && !(item && is_first(*inner))) return;
    outline_.parts.back().own_end = words;
    if (option) return add_option(line, *inner, words, indent + 1);
    add_child(line, *inner, inner->roman == 1 ? As::roman : As::letter, words, indent + 1);
  }

  // Columns count only where a clause stands further in than another of its kind.
  static bool fits(const Last& last, std::size_t indent) {
    const std::size_t apart = last.indent > indent ? last.indent - indent : indent - last.indent;
    return apart <= 1;
  }

  // Where a label goes on from: the innermost open clause whose last child it follows.
  std::optional<std::pair<std::size_t, As>> predecessor(const Label& label, std::size_t indent,
                                                        bool by_column) const {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      const auto& last = open_[depth].last;
      if (last && (!by_column || fits(*last, indent))) {
        if (follows(last->label, last->as, label)) return std::pair(depth, last->as);
        // "(h)" and "(i)": the first of a Roman count looks like a letter.
        const As other = last->as == As::letter ? As::roman : As::letter;
        if (last->label.roman > 0 && last->label.roman != 1 && follows(last->label, other, label))
          return std::pair(depth, other);
      }
      if (open_[depth].holds() && open_[depth].rank < kLeadRank) return std::nullopt;
      // What stands as far in as an option belongs to it.
      const bool within_option = open_[depth].rank == kOptionRank && open_[depth].indent > 0 &&
                                 open_[depth].indent <= indent;
      if (within_option) return std::nullopt;
    }
    return std::nullopt;
  }

  // A list that leaves numbers out: "7." behind "5.".
  std::optional<std::size_t> with_gap(const Label& label, std::size_t indent) const {
    if (label.counting == Counting::bullet || label.weak) return std::nullopt;
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      const auto& last = open_[depth].last;
      if (last && fits(*last, indent) && same_list(last->label, label) && is_later(*last, label))
        return depth;
      if (open_[depth].holds() && open_[depth].rank < kLeadRank) return std::nullopt;
    }
    return std::nullopt;
  }

  static bool is_later(const Last& last, const Label& label) {
    const auto& a = last.label.numbers;
    const auto& b = label.numbers;
    if (!b.empty())
      return a.size() == b.size() && std::equal(a.begin(), a.end() - 1, b.begin()) &&
             b.back() > a.back();
    return last.as == As::roman ? label.roman > last.label.roman : label.letter > last.label.letter;
  }

  bool add_item(std::size_t i, const Label& label) {
    const Line& line = lines_[i];
    const bool new_roman = is_roman_[i] && label.roman == 1;
    const bool begins = label.counting == Counting::bullet || is_first(label);
    auto before = new_roman ? std::nullopt : predecessor(label, line.indent, /*by_column=*/true);
    if (!before && !new_roman && !begins)
      before = predecessor(label, line.indent, /*by_column=*/false);
    if (before) {
      pop_to(before->first);
      add_child(line, label, before->second, line.begin, line.indent);
      return true;
    }
    if (label.weak && !(begins && goes_on_[i])) return false;
    if (!ended_before(i) || (!line.starts && !begins)) return false;
    const auto gap = new_roman ? std::nullopt : with_gap(label, line.indent);
    if (gap) {
      const As as = open_[*gap].last->as;
      pop_to(*gap);
      add_child(line, label, as, line.begin, line.indent);
      return true;
    }
    const bool roman = label.roman == 1 || (label.letter == 0 && label.roman > 0) || is_roman_[i];
    const As as = roman ? As::roman : As::letter;
    close_for(label, as, line.indent);
    add_child(line, label, as, line.begin, line.indent);
    return true;
  }

  // Before a new list: what cannot hold it is closed.
  void close_for(const Label& label, As as, std::size_t indent) {
    while (true) {
      const Open& top = open_.back();
      const Part* part = part_of(top);
      if (part == nullptr) return;
      if (top.holds()) {
        // An option further in than the list does not hold it.
        if (top.rank != kOptionRank || top.indent <= indent) return;
      } else if (indent > top.indent + 1) {
        return;
      } else if (part->label && !(same_list(*part->label, label) && top.as == as) &&
                 part->label->counting != Counting::bullet && indent + 1 >= top.indent) {
        return;
      } else if (!part->label && leads_on(top) && is_last(top) && indent >= top.indent) {
        return;
      }
      open_.pop_back();
    }
  }

  void add_child(const Line& line, const Label& label, As as, std::size_t begin,
                 std::size_t indent) {
    open_.back().last = Last{label, as, indent};
    const std::size_t words = begin + label.length;
    const std::size_t part = add(kind_of_item(label), label, begin, words, line.end);
    outline_.parts[part].title = lead_title(text_.substr(words, line.end - words));
    push({part, 100, indent, as, {}, {}});
    add_within(line, words, indent);
  }

  // "**Support** Parties shall …": the words that stand out are the title.
  std::string lead_title(std::string_view words) const {
    if (markup_ != text::Markup::markdown || !words.starts_with("**")) return {};
    const std::size_t end = words.find("**", 2);
    if (end == words.npos || end > kLongHeading || label_of(words)) return {};
    return title_of(words.substr(0, end + 2));
  }

  ClauseKind kind_of_item(const Label& label) const {
    if (label.counting == Counting::bullet) return ClauseKind::item;
    bool in_article = false;
    for (const Open& open : open_) {
      const Part* part = part_of(open);
      if (part == nullptr) continue;
      if (!open.holds() && part->label) return ClauseKind::item;
      if (part->kind == ClauseKind::point) return ClauseKind::item;
      in_article =
          in_article || part->kind == ClauseKind::article || part->kind == ClauseKind::annex;
    }
    return in_article ? ClauseKind::paragraph : ClauseKind::point;
  }

  void add_words(const Line& line) {
    if (!line.starts && !outline_.parts.empty()) {
      outline_.parts.back().own_end = line.end;
      return;
    }
    while (open_.back().part) {
      const Open& top = open_.back();
      if (top.rank < kOptionRank) break;
      if (top.holds() && (line.indent >= top.indent || (is_last(top) && leads_on(top)))) break;
      if (!top.holds() && line.indent > top.indent) break;
      open_.pop_back();
    }
    const Open& top = open_.back();
    const bool goes_on =
        top.part && is_last(top) && (!top.holds() || (top.rank == kOptionRank && leads_on(top)));
    if (goes_on) {
      outline_.parts[*top.part].own_end = line.end;
      return;
    }
    const std::size_t part =
        add(ClauseKind::paragraph, std::nullopt, line.begin, line.begin, line.end);
    push({part, 100, line.indent, As::letter, {}, {}});
  }

  bool is_definition(const Part& part) const {
    if (part.kind == ClauseKind::heading || part.kind == ClauseKind::article ||
        part.kind == ClauseKind::footnote)
      return false;
    constexpr std::size_t kLongestTerm = 120;
    const std::string start =
        clean(text_.substr(part.words, std::min(part.own_end - part.words, 2 * kLongestTerm)));
    std::size_t at = start.find_first_not_of("[( ");
    if (at == start.npos) return false;
    std::size_t close = start.npos;
    for (const auto& [opening, closing] :
         {std::pair("\"", "\""), std::pair("\u201C", "\u201D"), std::pair("\u00AB", "\u00BB")}) {
      if (!start.substr(at).starts_with(opening)) continue;
      at += std::string_view(opening).size();
      close = start.find(closing, at);
      if (close != start.npos) close += std::string_view(closing).size();
      break;
    }
    if (close == start.npos || close > kLongestTerm) return false;
    const std::size_t verb = start.find_first_not_of("], ", close);
    if (verb == start.npos) return false;
    if (start[verb] == ':') return true;
    const auto& verbs = words_for("defines");
    return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view each) {
      return std::string_view(start).substr(verb).starts_with(each);
    });
  }

  // Ends of what holds others, and kinds that the whole text decides.
  void close() {
    std::vector<Part>& parts = outline_.parts;
    for (std::size_t i = parts.size(); i-- > 0;) {
      parts[i].end = std::max(parts[i].end, parts[i].own_end);
      if (parts[i].parent) {
        Part& parent = parts[*parts[i].parent];
        parent.end = std::max(parent.end, parts[i].end);
      }
    }
    for (Part& part : parts) {
      if (is_definition(part)) part.kind = ClauseKind::definition;
      const bool below_preamble =
          part.parent && parts[*part.parent].kind == ClauseKind::preamble && !part.label;
      if (below_preamble) part.kind = ClauseKind::preamble;
    }
    name_preamble();
  }

  // The paragraphs before the first article of a text that has articles.
  void name_preamble() {
    std::vector<Part>& parts = outline_.parts;
    const auto first = std::find_if(parts.begin(), parts.end(), [](const Part& part) {
      return part.kind == ClauseKind::article;
    });
    if (first == parts.end()) return;
    for (auto part = parts.begin(); part != first; ++part) {
      if (part->label || part->kind != ClauseKind::paragraph || part->parent) continue;
      part->kind = ClauseKind::preamble;
    }
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  text::Markup markup_;
  std::vector<std::optional<Label>> labels_;  // of each line
  std::vector<bool> goes_on_;                 // its label, in the next of its shape
  std::vector<bool> is_roman_;                // its letter, as the next of its shape shows
  Outline outline_;
  std::vector<Open> open_;
};

}  // namespace

Outline outline_of(std::string_view text, const std::vector<Line>& lines, text::Markup markup) {
  return Outliner(text, lines, markup).run();
}

}  // namespace parley::drafts::internal
