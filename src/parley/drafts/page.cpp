#include "parley/drafts/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parley/base/harmless.hpp"
#include "parley/base/resource.hpp"

namespace parley::drafts {
namespace {

constexpr std::size_t kDeepest = 32;  // brackets within one another that are marked

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : for_documents(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string escaped_words(const Draft& draft, Span span) {
  std::string words = plain_words(draft, span);
  // Blanks at the ends keep words apart from what stands beside them.
  const std::string_view raw = draft.text.slice(span);
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  if (!raw.empty() && blank(raw.front())) words.insert(0, " ");
  if (raw.size() > 1 && blank(raw.back())) words += ' ';
  return escaped(words);
}

// Words of a text with marks around stretches of them.
class Marked {
 public:
  void add(Span span, std::string open, std::string close) {
    if (span.size() > 0) marks_.push_back({span, std::move(open), std::move(close)});
  }

  // Where marks cross, those that would be cut are closed and opened again.
  std::string render(const Draft& draft, Span words) const {
    std::vector<Mark> marks;
    for (Mark each : marks_) {
      each.span = {std::max(each.span.start, words.start), std::min(each.span.end, words.end)};
      if (each.span.start < each.span.end) marks.push_back(std::move(each));
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
      return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    std::vector<std::size_t> cuts{words.start, words.end};
    for (const Mark& each : marks) {
      cuts.push_back(each.span.start);
      cuts.push_back(each.span.end);
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::string html;
    std::vector<std::size_t> open;  // marks around the place, the outer first
    std::size_t next = 0;
    for (std::size_t c = 0; c < cuts.size(); ++c) {
      std::size_t kept = 0;
      while (kept < open.size() && marks[open[kept]].span.end > cuts[c]) ++kept;
      std::vector<std::size_t> again;
      for (std::size_t k = kept; k < open.size(); ++k) {
        if (marks[open[k]].span.end > cuts[c]) again.push_back(open[k]);
      }
      for (std::size_t k = open.size(); k-- > kept;) html += marks[open[k]].close;
      open.resize(kept);
      for (const std::size_t each : again) {
        html += marks[each].open;
        open.push_back(each);
      }
      for (; next < marks.size() && marks[next].span.start == cuts[c]; ++next) {
        html += marks[next].open;
        open.push_back(next);
      }
      if (c + 1 < cuts.size()) html += escaped_words(draft, {cuts[c], cuts[c + 1]});
    }
    return html;
  }

 private:
  struct Mark {
    Span span;
    std::string open, close;
  };
  std::vector<Mark> marks_;
};

class Page {
 public:
  Page(const std::vector<Version>& versions, const Ledger& ledger)
      : versions_(versions), ledger_(ledger), brackets_(versions.size()) {
    for (std::size_t v = 0; v < versions.size(); ++v) {
      brackets_[v].resize(versions[v].draft.clauses.size());
      const auto& brackets = versions[v].draft.brackets;
      for (std::size_t b = 0; b < brackets.size(); ++b)
        brackets_[v][brackets[b].clause].push_back(b);
    }
  }

  std::string run() {
    std::string body = fmt::format("<h1>{}</h1>\n", escaped(headline()));
    body +=
        "<p class=\"lead\">Each text beside the one that it follows; clauses matched by words "
        "and order.</p>\n";
    body += summary();
    for (std::size_t v = 0; v < versions_.size(); ++v) {
      if (versions_[v].follows) body += pair(v);
    }
    if (versions_.size() == 1) body += alone();
    std::string page(resource("page/drafts.html").value());
    replace(page, "<!--parley:title-->", escaped(headline()));
    replace(page, "<!--parley:body-->", body);
    return page;
  }

 private:
  static void replace(std::string& page, std::string_view mark, const std::string& by) {
    page.replace(page.find(mark), mark.size(), by);
  }

  std::string headline() const {
    if (versions_.size() < 2) {
      return versions_.empty() ? "No text" : versions_[0].draft.title + ": what is open";
    }
    const auto open = [](const Ledger::OfDraft& row) {
      return row.brackets + row.options + row.placeholders;
    };
    return fmt::format("From {} to {}: {} open places became {}", versions_.front().draft.id,
                       versions_.back().draft.id, open(ledger_.by_draft.front()),
                       open(ledger_.by_draft.back()));
  }

  std::string summary() const {
    std::size_t most = 1;
    for (const auto& row : ledger_.by_draft) most = std::max(most, row.open);
    std::string html = "<div class=\"summary\"><div><h3>Opening brackets</h3><div class=\"burn\">";
    for (const auto& row : ledger_.by_draft) {
      html += fmt::format("<div style=\"height:{}%\"><b>{}</b><i>{}</i></div>",
                          row.open * 100 / most, row.open, escaped(versions_[row.draft].draft.id));
    }
    html +=
        "</div></div><div><h3>What is open</h3><table><tr><th>text<th>brackets<th>options"
        "<th>blanks<th>opened<th>closed</tr>";
    for (const auto& row : ledger_.by_draft) {
      html += fmt::format("<tr><td>{}<td>{}<td>{}<td>{}<td>{}<td>{}</tr>",
                          escaped(versions_[row.draft].draft.id), row.brackets, row.options,
                          row.placeholders, row.opened, row.closed);
    }
    return html + "</table></div>" + where() + "</div>\n";
  }

  // Where the last text is open, and who holds what.
  std::string where() const {
    if (versions_.empty()) return {};
    const std::size_t last = versions_.size() - 1;
    std::vector<Ledger::OfArticle> rows;
    for (const auto& row : ledger_.by_article) {
      if (row.draft == last) rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.open > b.open; });
    constexpr std::size_t kMostRows = 10;
    if (rows.size() > kMostRows) rows.resize(kMostRows);
    std::string html =
        fmt::format("<div><h3>Where {} is open</h3><table>", escaped(versions_[last].draft.id));
    for (const auto& row : rows) {
      const Draft& draft = versions_[last].draft;
      std::string place = "elsewhere";
      if (row.clause) {
        const Clause& clause = draft.clauses[*row.clause];
        place = clause.label + (clause.label.empty() || clause.title.empty() ? "" : ", ") +
                clause.title;
      }
      html += fmt::format("<tr><td>{}<td>{}</tr>", escaped(place), row.open);
    }
    for (const auto& row : ledger_.by_holder) {
      if (row.draft == last)
        html += fmt::format("<tr><td>held by {}<td>{}</tr>", escaped(row.holder), row.open);
    }
    return html + "</table></div>";
  }

  int depth(const Draft& draft, std::size_t clause) const {
    int deep = 0;
    for (auto p = draft.clauses[clause].parent; p; p = draft.clauses[*p].parent) ++deep;
    return deep;
  }

  std::string story(std::size_t v, std::size_t b) const {
    const Version& version = versions_[v];
    const BracketStory& each = version.brackets[b];
    std::string text = "opened in " + versions_[each.opened_in].draft.id;
    text += each.closed_in ? fmt::format(", closed in {} ({})", versions_[*each.closed_in].draft.id,
                                         name(*each.how))
                           : ", still open";
    for (const std::string& holder : version.draft.brackets[b].holders) text += ", " + holder;
    return text;
  }

  // A clause with its brackets, and with the words that an edit put in or took out.
  std::string clause(std::size_t v, std::size_t c, const std::vector<Edit>& edits,
                     bool newer) const {
    const Draft& draft = versions_[v].draft;
    const Clause& found = draft.clauses[c];
    Marked marked;
    for (const std::size_t b : brackets_[v][c]) {
      const Bracket& each = draft.brackets[b];
      if (each.kind == BracketKind::option || each.depth > kDeepest) continue;
      std::string holders;
      for (const std::string& holder : each.holders)
        holders += "<sup>" + escaped(holder) + "</sup>";
      marked.add(
          each.span,
          fmt::format("<span class=\"{}\" title=\"{}\">",
                      each.kind == BracketKind::bracket ? "br" : "blank", escaped(story(v, b))),
          holders + "</span>");
    }
    for (const Edit& each : edits)
      marked.add(newer ? each.to : each.from, newer ? "<ins>" : "<del>",
                 newer ? "</ins>" : "</del>");
    return fmt::format(
        "<div class=\"clause\" style=\"--deep:{}\"><span class=\"label\">{}</span> {}</div>",
        depth(draft, c), escaped(found.label), marked.render(draft, found.words));
  }

  std::string alone() const {
    std::string html = "<h2>The text</h2>\n";
    const std::size_t shown = std::min(versions_[0].draft.clauses.size(), kMostShown);
    for (std::size_t c = 0; c < shown; ++c) html += clause(0, c, {}, true) + "\n";
    return html;
  }

  std::string pair(std::size_t v) const {
    const Version& version = versions_[v];
    const std::size_t w = *version.follows;
    std::string html = fmt::format(
        "<h2>{} → {}</h2>\n<button>Show what stayed the same</button>\n<div class=\"pair\"><svg "
        "aria-hidden=\"true\"></svg>\n",
        escaped(versions_[w].draft.id), escaped(version.draft.id));
    std::map<std::size_t, const Aligned*> moved;  // by the older clause
    for (const Aligned& each : version.changes) {
      if (each.change == Change::moved) moved.emplace(each.from.front(), &each);
    }
    std::size_t shown = 0;
    auto left = moved.begin();
    for (const Aligned& each : version.changes) {
      if (++shown > kMostShown) break;
      // Where a clause stood that was moved away.
      while (left != moved.end() && each.change != Change::moved && !each.from.empty() &&
             left->first < each.from.front()) {
        html += moved_away(v, w, *left->second);
        ++left;
      }
      html += row(v, w, each);
    }
    for (; left != moved.end(); ++left) html += moved_away(v, w, *left->second);
    return html + "</div>\n";
  }

  std::string moved_away(std::size_t v, std::size_t w, const Aligned& each) const {
    const Clause& from = versions_[w].draft.clauses[each.from.front()];
    const Clause& to = versions_[v].draft.clauses[each.to.front()];
    return fmt::format(
        "<div class=\"row left\" id=\"m{}-{}\"><div>{}</div><div class=\"mark\">moved ↓</div>"
        "<div>to {}</div></div>\n",
        v, each.from.front(), escaped(from.label), escaped(to.label));
  }

  std::string row(std::size_t v, std::size_t w, const Aligned& each) const {
    std::string from;
    std::string to;
    for (std::size_t i = 0; i < each.from.size(); ++i)
      from += clause(w, each.from[i], i == 0 ? each.edits : std::vector<Edit>{}, false);
    for (std::size_t i = 0; i < each.to.size(); ++i)
      to += clause(v, each.to[i], i == 0 ? each.edits : std::vector<Edit>{}, true);
    if (each.change == Change::added) to = "<ins>" + to + "</ins>";
    if (each.change == Change::dropped) from = "<del>" + from + "</del>";
    const std::string link = each.change == Change::moved
                                 ? fmt::format(" data-from=\"m{}-{}\"", v, each.from.front())
                                 : std::string();
    return fmt::format(
        "<div class=\"row {0}\"{1}><div>{2}</div><div class=\"mark\">{0}</div><div>{3}</div>"
        "</div>\n",
        name(each.change), link, from, to);
  }

  const std::vector<Version>& versions_;
  const Ledger& ledger_;
  std::vector<std::vector<std::vector<std::size_t>>> brackets_;  // of each version, by clause
};

}  // namespace

std::string to_page(const std::vector<Version>& versions, const Ledger& ledger) {
  return Page(versions, ledger).run();
}

}  // namespace parley::drafts
