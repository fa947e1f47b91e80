#include <fmt/format.h>

#include <algorithm>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// How many drafts stand side by side in one table.
constexpr std::size_t kAcross = 4;

// Why a term of a draft is open, in the case's own terms.
std::string open_reason(const casefile::Draft& draft, const std::string& issue) {
  const auto holds = [&](const std::vector<casefile::Reference>& list) {
    for (const casefile::Reference& each : list) {
      if (each.id == issue) return true;
    }
    return false;
  };
  if (const casefile::Term* term = draft.terms.find(issue); term != nullptr)
    return "left to choose";
  if (holds(draft.bracketed)) return "bracketed";
  if (draft.unknown_text || holds(draft.unknown)) return "text not known";
  return "silent";
}

// Odds from which a step is a gain or a loss without more ado; below, they are told.
constexpr double kSure = 0.95;

// The parties that gain, or lose, more likely than not, with the odds where they are not sure.
std::string receivers(const Material& material, const assess::TermChange& term,
                      double assess::Reception::* much, double assess::Reception::* little) {
  std::vector<std::string> names;
  for (const assess::Reception& each : term.receptions) {
    if (each.*much <= each.*little) continue;
    const std::string& name = material.source.parties[each.party].second.name;
    names.push_back(each.*much < kSure ? name + " (" + percent(each.*much) + ")" : name);
  }
  return joined(names, ", ");
}

// The step that leads to a draft and issue from the draft that it amends; the last one named.
const assess::TermChange* change_of(const Material& material, std::size_t draft,
                                    std::size_t issue) {
  const assess::TermChange* found = nullptr;
  for (const assess::Amendment& amendment : material.assessment.changes) {
    if (amendment.to != draft) continue;
    for (const assess::TermChange& term : amendment.terms) {
      if (term.issue == issue) found = &term;
    }
  }
  return found;
}

// What a draft says on an issue, in bold where that is not what the draft said that it amends.
Prose term_cell(const Material& material, std::size_t number, std::size_t issue_number) {
  const casefile::Draft& draft = material.source.drafts[number].second;
  const auto& [id, issue] = material.source.issues[issue_number];
  const casefile::Term* term = draft.terms.find(id);
  const assess::TermChange* change = change_of(material, number, issue_number);
  Prose prose;
  if (term == nullptr || term->options.size() != 1) {
    prose.emphasis(open_reason(draft, id));
    if (term != nullptr) prose.append(material.exhibits.references(term->grounds));
    return prose;
  }
  const std::string title = option_title(issue, issue.options.index_of(term->options.front().id));
  const bool is_new = change != nullptr && (change->change == assess::Change::altered ||
                                            change->change == assess::Change::settled);
  if (is_new) {
    prose.strong(title);
  } else {
    prose.add(title);
  }
  prose.add(".").append(material.exhibits.references(term->grounds));
  if (change == nullptr || change->change != assess::Change::altered) return prose;
  using assess::Reception;
  const std::string gain = receivers(material, *change, &Reception::gains, &Reception::loses);
  const std::string lose = receivers(material, *change, &Reception::loses, &Reception::gains);
  if (!gain.empty()) prose.add("\n").better(gain);
  if (!lose.empty()) prose.add("\n").worse(lose);
  return prose;
}

void add_drafts(const Material& material, Chapter& chapter) {
  Table table;
  table.head = {"Draft", "Date", "Points", "By", "Amends", "What is known of the text"};
  for (std::size_t number = 0; number < material.source.drafts.size(); ++number) {
    const casefile::Draft& draft = material.source.drafts[number].second;
    const std::string source = material.exhibits.first(draft.grounds);
    const auto told = [&](const std::string& text) { return linked(text, text, source); };
    std::vector<std::string> authors;
    for (const casefile::Reference& each : draft.by) {
      authors.push_back(material.source.parties.at(each.id).name);
    }
    std::vector<std::string> amended;
    for (const casefile::Reference& each : draft.amends) {
      amended.push_back(draft_title(material.source, material.source.drafts.index_of(each.id)));
    }
    Prose text("Nothing on the issues of this case.");
    if (!draft.terms.empty()) {
      text = told(fmt::format("{} of {} {}", draft.terms.size(), material.source.issues.size(),
                              material.source.issues.size() == 1 ? "issue" : "issues"))
                 .add(".");
    }
    if (!draft.note.empty()) text.add(" " + draft.note);
    text.append(material.exhibits.references(draft.grounds));
    table.rows.push_back({Prose().strong(draft_title(material.source, number)),
                          draft.date ? told(in_words(*draft.date)) : Prose("not known"),
                          draft.points ? told(std::to_string(*draft.points)) : Prose("not known"),
                          Prose(authors.empty() ? "not known" : joined(authors)),
                          Prose(amended.empty() ? "–" : in_quotes(amended)), std::move(text)});
    table.anchors.push_back(draft_anchor(material.source, number));
  }
  chapter.blocks.push_back(std::move(table));
}

// Issue by issue, what the drafts of which anything is known say.
void add_clauses(const Material& material, Chapter& chapter) {
  std::vector<std::size_t> known;
  std::vector<std::string> unknown;
  for (std::size_t number = 0; number < material.source.drafts.size(); ++number) {
    if (!material.source.drafts[number].second.terms.empty()) {
      known.push_back(number);
    } else {
      unknown.push_back(draft_title(material.source, number));
    }
  }
  if (!unknown.empty()) {
    chapter.blocks.push_back(
        Paragraph{Prose("Of ")
                      .link(in_quotes(unknown), "unknowns")
                      .add(" no term is known, so nothing can be compared with " +
                           std::string(unknown.size() == 1 ? "it." : "them."))});
  }
  for (std::size_t from = 0; from < known.size(); from += kAcross) {
    const std::size_t to = std::min(known.size(), from + kAcross);
    Table table;
    table.caption = material.assessment.changes.empty()
                        ? "Clause by clause, what each draft says."
                        : "Clause by clause, what each draft says. Bold: changed from the draft "
                          "that it amends. ▲ better for, ▼ worse for, with the odds where they "
                          "are not nearly certain.";
    table.head = {"Issue"};
    for (std::size_t i = from; i < to; ++i) {
      table.head.push_back(draft_title(material.source, known[i]));
    }
    for (std::size_t issue = 0; issue < material.source.issues.size(); ++issue) {
      std::vector<Prose> row{Prose().link(material.source.issues[issue].second.title,
                                          issue_anchor(material.source, issue))};
      for (std::size_t i = from; i < to; ++i) row.push_back(term_cell(material, known[i], issue));
      table.rows.push_back(std::move(row));
    }
    chapter.blocks.push_back(std::move(table));
  }
}

}  // namespace

Chapter changes(Material material) {
  Chapter chapter{"changes", "What changed from draft to draft", {}};
  if (material.source.drafts.empty()) {
    chapter.blocks.push_back(Paragraph{"The case holds no draft."});
    return chapter;
  }
  add_drafts(material, chapter);
  add_clauses(material, chapter);
  return chapter;
}

}  // namespace parley::brief
