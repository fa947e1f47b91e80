#include "parley/drafts/internal/edits.hpp"

#include <algorithm>

#include "parley/drafts/internal/tokens.hpp"

namespace parley::drafts::internal {
namespace {

struct Run {  // tokens [from, from_end) of the older text became [to, to_end)
  std::size_t from, from_end, to, to_end;
};

// What stays between two edits and is too little to be read as kept.
bool is_slight(const std::vector<Token>& a, std::size_t begin, std::size_t end) {
  return end - begin == 1 || (end - begin == 2 && !(a[begin].is_word && a[begin + 1].is_word));
}

std::vector<Run> differences(const std::vector<Token>& a, const std::vector<Token>& b) {
  const std::vector<std::size_t> match = matched(a, b);
  std::vector<Run> runs;
  std::size_t j = 0;
  for (std::size_t i = 0; i <= a.size();) {
    std::size_t next = i;
    while (next < a.size() && match[next] == kNone) ++next;
    const std::size_t stop = next < a.size() ? match[next] : b.size();
    if (next > i || stop > j) {
      const bool joins = !runs.empty() && is_slight(a, runs.back().from_end, i) && next > i &&
                         stop > j && runs.back().from_end > runs.back().from &&
                         runs.back().to_end > runs.back().to;
      if (joins) {
        runs.back().from_end = next;
        runs.back().to_end = stop;
      } else {
        runs.push_back({i, next, j, stop});
      }
    }
    j = stop + 1;
    i = next + 1;
  }
  return runs;
}

Span span_of(const Draft& draft, const std::vector<Token>& tokens, std::size_t first,
             std::size_t last, Span words) {
  if (first < last) {
    return {draft.text.code_point_at(tokens[first].begin),
            draft.text.code_point_at(tokens[last - 1].end)};
  }
  const std::size_t at =
      first < tokens.size() ? draft.text.code_point_at(tokens[first].begin) : words.end;
  return {at, at};
}

std::vector<Token> tokens(const Draft& draft, const Clause& clause, Terms& terms) {
  return tokens_of(draft.text.utf8(), draft.text.byte_offset(clause.words.start),
                   draft.text.byte_offset(clause.words.end), draft.markup, terms);
}

}  // namespace

std::pair<bool, std::vector<Edit>> edits_between(const Draft& older, const Clause& from,
                                                 const Draft& newer, const Clause& to) {
  Terms terms;
  const std::vector<Token> a = tokens(older, from, terms);
  const std::vector<Token> b = tokens(newer, to, terms);
  std::vector<Edit> edits;
  for (const Run& run : differences(a, b)) {
    edits.push_back({span_of(older, a, run.from, run.from_end, from.words),
                     span_of(newer, b, run.to, run.to_end, to.words)});
  }
  return {edits.empty(), std::move(edits)};
}

}  // namespace parley::drafts::internal
