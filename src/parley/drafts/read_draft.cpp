#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "parley/base/utf8.hpp"
#include "parley/drafts/draft.hpp"
#include "parley/drafts/internal/brackets.hpp"
#include "parley/drafts/internal/points.hpp"

namespace parley::drafts {
namespace {

using namespace internal;

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;
constexpr std::size_t kMostDoubts = 20;  // of one kind; a page of them is one problem

class DraftReader {
 public:
  DraftReader(text::Document document, Text text) : document_(std::move(document)) {
    draft_.file = document_.name;
    draft_.text = std::move(text);
    draft_.markup = document_.source.markup.value_or(
        document_.source.blocks.empty() ? text::markup_of(document_.text, document_.name)
                                        : text::Markup::plain);
  }

  Draft run() {
    const std::string_view text = draft_.text.utf8();
    lines_ = lines_of(document_, draft_.markup);
    outline_ = outline_of(text, lines_, draft_.markup);
    draft_.title = title();
    outline_.title = draft_.title;
    add_clauses();
    add_brackets();
    add_points();
    draft_.marks = count_marks(text);
    draft_.is_agreement = is_agreement(text, outline_, draft_.points.claimed);
    return std::move(draft_);
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {draft_.text.code_point_at(begin), draft_.text.code_point_at(end)};
  }

  std::string title() const {
    if (!document_.source.title.empty()) return document_.source.title;
    if (!outline_.title.empty()) return outline_.title;
    if (draft_.markup == text::Markup::markdown) return title_of_front_matter(document_.text);
    return {};
  }

  void add_clauses() {
    draft_.clauses.reserve(outline_.parts.size());
    for (const Part& part : outline_.parts) {
      Clause& clause = draft_.clauses.emplace_back();
      clause.kind = part.kind;
      if (part.label) clause.label = part.label->shown;
      clause.title = part.title;
      clause.whole = span(part.begin, part.end);
      clause.own = span(part.begin, part.own_end);
      clause.words = span(std::min(part.words, part.own_end), part.own_end);
      clause.parent = part.parent;
      clause.is_option = part.label && part.label->counting == Counting::option;
    }
  }

  void add_brackets() {
    const std::string_view text = draft_.text.utf8();
    const Marking marking = marking_of(text, outline_, draft_.markup);
    const Footnotes footnotes = footnotes_of(text, outline_);
    draft_.brackets.reserve(marking.marks.size());
    for (const Mark& mark : marking.marks) {
      Bracket& bracket = draft_.brackets.emplace_back();
      bracket.kind = mark.kind;
      bracket.span = span(mark.begin, mark.end);
      bracket.depth = mark.depth;
      bracket.clause = mark.clause;
      bracket.option_of = mark.option_of;
      if (mark.kind == BracketKind::placeholder) continue;
      bracket.holders = holders_of(text.substr(mark.inner, mark.inner_end - mark.inner),
                                   text.substr(mark.end), footnotes);
    }
    for (const MendedMark& mend : marking.mends) {
      draft_.mends.push_back(
          {span(mend.begin, mend.begin + 1), draft_.text.code_point_at(mend.at), mend.how});
      const bool opens = mend.how == Mend::How::closed_at_clause_end;
      doubt("unmatched-bracket", mend.begin,
            opens ? "this bracket is not closed; it is taken to end with its clause"
                  : "this bracket was not opened; it is taken to begin with its clause",
            "put its partner where it belongs", draft_.mends.size());
    }
  }

  void doubt(std::string code, std::size_t at, std::string message, std::string hint,
             std::size_t number) {
    if (number > kMostDoubts) return;
    draft_.doubts.push_back({Severity::warning, std::move(code),
                             place_of_byte(draft_.text.utf8(), at, draft_.file), std::move(message),
                             std::move(hint)});
  }

  // The first claim in the file's title, in a heading or in words before the first clause with a
  // label.
  void find_claim() {
    const std::string_view text = draft_.text.utf8();
    const auto first = std::find_if(outline_.parts.begin(), outline_.parts.end(),
                                    [](const Part& part) { return part.label.has_value(); });
    const std::size_t stop = first == outline_.parts.end() ? text.size() : first->begin;
    for (const Line& line : lines_) {
      if (line.begin >= stop) break;
      const auto claims = claims_in(text.substr(line.begin, line.end - line.begin));
      if (claims.empty()) continue;
      draft_.points.claimed = claims.front().points;
      draft_.points.claim =
          span(line.begin + claims.front().begin, line.begin + claims.front().end);
      return;
    }
    const auto claims = claims_in(document_.source.title);
    if (!claims.empty()) draft_.points.claimed = claims.front().points;
  }

  void add_points() {
    find_claim();
    Points& points = draft_.points;
    points.counted = count_points(outline_, points.claimed);
    const Miscounted wrong = miscounted(outline_);
    std::string which;
    const auto add = [&](const std::vector<int>& numbers, std::string_view what) {
      constexpr std::size_t kMostNamed = 8;
      for (std::size_t i = 0; i < std::min(numbers.size(), kMostNamed); ++i)
        which += fmt::format("{}{}", which.empty() ? "" : ", ", numbers[i]);
      if (!numbers.empty()) which += fmt::format(" {}", what);
    };
    add(wrong.missing, wrong.missing.size() == 1 ? "is missing" : "are missing");
    add(wrong.twice, wrong.twice.size() == 1 ? "comes twice" : "come twice");
    if (points.claimed && *points.claimed != points.counted) {
      doubt("points-differ", draft_.text.byte_offset(points.claim.start),
            fmt::format("the text is said to have {} points; {} are counted{}", *points.claimed,
                        points.counted, which.empty() ? "" : " (" + which + ")"),
            "look whether a point is left out or two are run together", 1);
    } else if (!which.empty()) {
      doubt("numbers-left-out", outline_.parts.front().begin,
            fmt::format("the numbering has gaps: {}", which), "look whether something is left out",
            1);
    }
  }

  text::Document document_;
  std::vector<Line> lines_;
  Outline outline_;
  Draft draft_;
};

// A file's name without folder and ending.
std::string stem_of(const std::string& file) {
  std::string stem = file.substr(file.find_last_of("/\\") + 1);
  const std::size_t dot = stem.rfind('.');
  if (dot != std::string::npos && dot > 0) stem.resize(dot);
  return stem.empty() ? "draft" : stem;
}

}  // namespace

Result<Draft> read_draft(text::Document document) {
  if (document.text.size() > kMostBytes) {
    return fail(
        FailureKind::too_large, "too-large", {document.name, 0, 0},
        fmt::format("the text has {} bytes; the limit is {}", document.text.size(), kMostBytes),
        "split it into smaller files");
  }
  auto text = Text::from_utf8(document.text, document.name);
  if (!text) return tl::unexpected(std::move(text.error()));
  document.text = text->utf8();
  return DraftReader(std::move(document), *std::move(text)).run();
}

Result<std::vector<Draft>> read_drafts(std::vector<text::Document> documents) {
  std::vector<Draft> drafts;
  std::set<std::string> used;
  for (text::Document& document : documents) {
    auto draft = read_draft(std::move(document));
    if (!draft) return tl::unexpected(std::move(draft.error()));
    const std::string stem = stem_of(draft->file);
    draft->id = stem;
    for (int number = 2; !used.insert(draft->id).second; ++number)
      draft->id = fmt::format("{}-{}", stem, number);
    drafts.push_back(*std::move(draft));
  }
  return drafts;
}

std::string plain_words(const Draft& draft, Span span) {
  return without_marks(draft.text.slice(span), draft.markup);
}

std::string_view name(ClauseKind kind) {
  constexpr std::string_view kNames[] = {"preamble",   "article", "paragraph", "item",    "annex",
                                         "definition", "point",   "heading",   "footnote"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(BracketKind kind) {
  constexpr std::string_view kNames[] = {"bracket", "option", "placeholder"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name(Mend::How how) {
  constexpr std::string_view kNames[] = {"closed_at_clause_end", "opened_at_clause_start"};
  return kNames[static_cast<std::size_t>(how)];
}

}  // namespace parley::drafts
