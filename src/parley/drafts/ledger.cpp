#include "parley/drafts/ledger.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace parley::drafts {
namespace {

// The outermost article, annex or heading around a clause that is not around all of the text.
std::optional<std::size_t> article_of(const Draft& draft, std::size_t clause) {
  std::optional<std::size_t> found;
  for (std::optional<std::size_t> c = clause; c; c = draft.clauses[*c].parent) {
    const ClauseKind kind = draft.clauses[*c].kind;
    if (kind == ClauseKind::article || kind == ClauseKind::annex) return c;
    if (!found &&
        (kind == ClauseKind::heading || kind == ClauseKind::preamble || kind == ClauseKind::point))
      found = c;
  }
  return found;
}

Ledger::OfDraft count(const std::vector<Version>& versions, std::size_t v) {
  const Version& version = versions[v];
  Ledger::OfDraft row;
  row.draft = v;
  row.open = version.draft.marks.open;
  for (const Bracket& each : version.draft.brackets) {
    if (each.kind == BracketKind::bracket) ++row.brackets;
    if (each.kind == BracketKind::option) ++row.options;
    if (each.kind == BracketKind::placeholder) ++row.placeholders;
  }
  if (!version.follows) return row;
  const auto kept = static_cast<std::size_t>(
      std::count_if(version.brackets.begin(), version.brackets.end(),
                    [](const BracketStory& each) { return each.before.has_value(); }));
  row.opened = version.brackets.size() - kept;
  row.closed = versions[*version.follows].brackets.size() - kept;
  return row;
}

std::vector<std::size_t> first_by(std::size_t size, std::size_t most, auto before) {
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t kept = std::min(size, most);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                    before);
  order.resize(kept);
  return order;
}

}  // namespace

Ledger make_ledger(const std::vector<Version>& versions, std::size_t most) {
  Ledger ledger;
  for (std::size_t v = 0; v < versions.size(); ++v) {
    const Draft& draft = versions[v].draft;
    ledger.by_draft.push_back(count(versions, v));
    std::map<std::optional<std::size_t>, std::size_t> by_article;
    std::map<std::string, std::size_t> by_holder;
    for (const Bracket& each : draft.brackets) {
      ++by_article[article_of(draft, each.clause)];
      for (const std::string& holder : each.holders) ++by_holder[holder];
    }
    for (const auto& [clause, open] : by_article) ledger.by_article.push_back({v, clause, open});
    for (const auto& [holder, open] : by_holder) ledger.by_holder.push_back({v, holder, open});
  }
  if (versions.empty()) return ledger;
  const Version& last = versions.back();
  const auto& brackets = last.draft.brackets;
  ledger.oldest = first_by(brackets.size(), most, [&](std::size_t a, std::size_t b) {
    const std::size_t x = last.brackets[a].opened_in;
    const std::size_t y = last.brackets[b].opened_in;
    return x != y ? x < y : a < b;
  });
  ledger.deepest = first_by(brackets.size(), most, [&](std::size_t a, std::size_t b) {
    return brackets[a].depth != brackets[b].depth ? brackets[a].depth > brackets[b].depth : a < b;
  });
  return ledger;
}

}  // namespace parley::drafts
