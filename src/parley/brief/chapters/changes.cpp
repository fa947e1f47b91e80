#include <fmt/format.h>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

std::string titles(const casefile::Issue& issue, const std::vector<std::size_t>& options) {
  std::vector<std::string> names;
  for (const std::size_t each : options) names.push_back(issue.options[each].second.title);
  return joined(names);
}

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

Prose side(const casefile::Draft& draft, const std::string& issue_id, const casefile::Issue& issue,
           const std::vector<std::size_t>& options) {
  if (options.size() == 1) return titles(issue, options);
  return Prose().emphasis(open_reason(draft, issue_id));
}

// The party, and the share of the worlds where they do not all agree.
std::string receiver(const std::string& name, double share) {
  return share > 0.99 ? name : fmt::format("{} ({})", name, percent(share));
}

Prose receptions(const Material& material, const assess::TermChange& term) {
  std::vector<std::string> gains;
  std::vector<std::string> losses;
  for (const assess::Reception& each : term.receptions) {
    const std::string& name = material.source.parties[each.party].second.name;
    if (each.gains > each.loses) gains.push_back(receiver(name, each.gains));
    if (each.loses > each.gains) losses.push_back(receiver(name, each.loses));
  }
  Prose prose;
  if (!gains.empty()) prose.add("gain for " + joined(gains));
  if (!gains.empty() && !losses.empty()) prose.add("; ");
  if (!losses.empty()) prose.add("loss for " + joined(losses));
  return prose;
}

void add_drafts(const Material& material, Chapter& chapter) {
  Table table;
  table.head = {"Draft", "Date", "Points", "By", "Amends", "What is known of the text"};
  for (const auto& [id, draft] : material.source.drafts) {
    std::vector<std::string> authors;
    for (const casefile::Reference& each : draft.by) {
      authors.push_back(material.source.parties.at(each.id).name);
    }
    std::vector<std::string> amended;
    for (const casefile::Reference& each : draft.amends) {
      amended.push_back(draft_title(material.source, material.source.drafts.index_of(each.id)));
    }
    const std::size_t known = draft.terms.size();
    Prose text;
    if (known == 0) {
      text.add("nothing on the issues of this case");
    } else {
      text.add(fmt::format("{} of {} issues", known, material.source.issues.size()));
    }
    if (!draft.note.empty()) text.add(". " + draft.note);
    text.append(material.exhibits.references(draft.grounds.evidence));
    table.rows.push_back({Prose(draft.title.empty() ? id : draft.title),
                          draft.date ? Prose(in_words(*draft.date)) : Prose("not known"),
                          draft.points ? Prose(std::to_string(*draft.points)) : Prose("not known"),
                          Prose(joined(authors)), Prose(joined(amended)), std::move(text)});
  }
  chapter.blocks.push_back(std::move(table));
}

}  // namespace

Chapter changes(Material material) {
  Chapter chapter{"changes", "What changed from draft to draft", {}};
  if (material.source.drafts.empty()) {
    chapter.blocks.push_back(Paragraph{"The case holds no draft."});
    return chapter;
  }
  add_drafts(material, chapter);
  for (const assess::Amendment& amendment : material.assessment.changes) {
    const auto& [from_id, from] = material.source.drafts[amendment.from];
    const auto& [to_id, to] = material.source.drafts[amendment.to];
    Table table;
    std::size_t kept = 0;
    std::size_t comparable = 0;
    for (const assess::TermChange& term : amendment.terms) {
      if (term.change == assess::Change::kept || term.change == assess::Change::altered)
        ++comparable;
      if (term.change == assess::Change::kept) {
        ++kept;
        continue;
      }
      const auto& [issue_id, issue] = material.source.issues[term.issue];
      table.rows.push_back({Prose().strong(issue.title), side(from, issue_id, issue, term.before),
                            side(to, issue_id, issue, term.after), receptions(material, term)});
    }
    const Prose step = Prose().strong(draft_title(material.source, amendment.from) + " → " +
                                      draft_title(material.source, amendment.to));
    if (comparable == 0 && (from.unknown_text || to.unknown_text)) {
      chapter.blocks.push_back(Paragraph{
          Prose(step).add(": nothing can be compared, since too little of the text is known.")});
      continue;
    }
    if (table.rows.empty()) {
      chapter.blocks.push_back(Paragraph{Prose(step).add(": no term that is known changed.")});
      continue;
    }
    table.caption = Prose(step).add(fmt::format(
        ". {} as {}. A share in brackets tells in how many of the worlds the "
        "change is a gain or a loss, where they do not all agree.",
        capitalised(count_in_words(kept)) + (kept == 1 ? " term is kept" : " terms are kept"),
        kept == 1 ? "it was" : "they were"));
    table.head = {"Issue", "Before", "After", "Reception"};
    chapter.blocks.push_back(std::move(table));
  }
  return chapter;
}

}  // namespace parley::brief
