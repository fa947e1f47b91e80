#include "drafts_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parley/brief/words.hpp"

namespace parley::app {
namespace {

using namespace drafts;

constexpr std::size_t kMostRows = 12;
constexpr std::size_t kLongest = 60;  // letters of a clause that is named

std::string counted(std::size_t number, std::string_view one) {
  return fmt::format("{} {}{}", brief::with_separators(number), one, number == 1 ? "" : "s");
}

// "Article 2, 1, (a)", or the first words of a clause without a label.
std::string place(const Draft& draft, std::size_t clause) {
  std::string text;
  for (std::optional<std::size_t> c = clause; c; c = draft.clauses[*c].parent) {
    const std::string& label = draft.clauses[*c].label;
    if (!label.empty()) text = text.empty() ? label : label + ", " + text;
  }
  if (!text.empty()) return text;
  const Clause& found = draft.clauses[clause];
  std::string words = found.title.empty() ? plain_words(draft, found.own) : found.title;
  if (words.size() > kLongest) {
    std::size_t end = words.rfind(' ', kLongest);
    if (end == std::string::npos) end = kLongest;
    while ((static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
    words = words.substr(0, end) + "…";
  }
  return "“" + words + "”";
}

std::string about(const Version& version, const Ledger::OfDraft& row) {
  const Draft& draft = version.draft;
  std::string text =
      fmt::format("{}: {}\n  {}", draft.id, draft.title.empty() ? "(without a title)" : draft.title,
                  counted(draft.clauses.size(), "clause"));
  if (draft.points.counted > 0) text += ", " + counted(draft.points.counted, "point");
  text += fmt::format("; open: {}, {}, {}", counted(row.brackets, "bracket"),
                      counted(row.options, "option"), counted(row.placeholders, "blank"));
  if (draft.marks.open != draft.marks.close) {
    text += fmt::format("; {} “[” and {} “]”, {} mended", brief::with_separators(draft.marks.open),
                        brief::with_separators(draft.marks.close), draft.mends.size());
  }
  return text + ".\n";
}

std::string changes(const std::vector<Version>& versions, const Version& version,
                    const Ledger::OfDraft& row) {
  if (!version.follows) return {};
  const Draft& older = versions[*version.follows].draft;
  std::map<Change, std::size_t> number;
  for (const Aligned& each : version.changes) ++number[each.change];
  std::string text = fmt::format("\nFrom {} to {}:", older.id, version.draft.id);
  const char* sign = " ";
  for (const auto& [change, times] : number) {
    text += fmt::format("{}{} {}", sign, brief::with_separators(times), name(change));
    sign = ", ";
  }
  text += fmt::format(". {} opened, {} closed.\n", brief::with_separators(row.opened),
                      brief::with_separators(row.closed));
  std::size_t shown = 0;
  for (const Aligned& each : version.changes) {
    if (each.change == Change::same || each.change == Change::edited) continue;
    if (++shown > kMostRows) continue;
    std::vector<std::string> from;
    std::vector<std::string> to;
    for (const std::size_t c : each.from) from.push_back(place(older, c));
    for (const std::size_t c : each.to) to.push_back(place(version.draft, c));
    text += fmt::format("  {}: {}{}{}\n", name(each.change), fmt::join(from, " + "),
                        from.empty() || to.empty() ? "" : " → ", fmt::join(to, " + "));
  }
  if (shown > kMostRows)
    text += fmt::format("  and {} more (--json lists all)\n", shown - kMostRows);
  return text;
}

std::string where_open(const std::vector<Version>& versions, const Ledger& ledger) {
  const std::size_t last = versions.size() - 1;
  const Draft& draft = versions[last].draft;
  std::vector<Ledger::OfArticle> rows;
  for (const Ledger::OfArticle& each : ledger.by_article) {
    if (each.draft == last) rows.push_back(each);
  }
  if (rows.empty()) return fmt::format("\nNothing is open in {}.\n", draft.id);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.open > b.open; });
  std::string text = fmt::format("\nOpen in {}:\n", draft.id);
  for (std::size_t i = 0; i < std::min(rows.size(), kMostRows); ++i) {
    text += fmt::format("{:>7}  {}\n", rows[i].open,
                        rows[i].clause ? place(draft, *rows[i].clause) : "outside of any article");
  }
  if (rows.size() > kMostRows)
    text += fmt::format("  and {} more places (--json lists all)\n", rows.size() - kMostRows);
  for (const Ledger::OfHolder& each : ledger.by_holder) {
    if (each.draft == last) text += fmt::format("  held by {}: {}\n", each.holder, each.open);
  }
  return text;
}

}  // namespace

std::string drafts_summary(const std::vector<Version>& versions, const Ledger& ledger) {
  std::string text;
  for (std::size_t v = 0; v < versions.size(); ++v) text += about(versions[v], ledger.by_draft[v]);
  for (std::size_t v = 0; v < versions.size(); ++v)
    text += changes(versions, versions[v], ledger.by_draft[v]);
  if (!versions.empty()) text += where_open(versions, ledger);
  return text;
}

}  // namespace parley::app
