#include <fmt/format.h>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

std::vector<std::string> issues_without(const casefile::Case& source, const std::string& party) {
  const auto* stands = source.positions.find(party);
  std::vector<std::string> missing;
  for (const auto& [id, issue] : source.issues) {
    if (stands == nullptr || stands->find(id) == nullptr) missing.push_back(issue.title);
  }
  return missing;
}

}  // namespace

Chapter unknowns(Material material) {
  Chapter chapter{"unknowns", "What is not known", {}};
  List list;
  const casefile::Case& source = material.source;
  for (std::size_t i = 0; i < source.drafts.size(); ++i) {
    const casefile::Draft& draft = source.drafts[i].second;
    const Prose title = Prose().link(draft_title(source, i), draft_anchor(source, i));
    if (draft.unknown_text) {
      list.items.push_back(Prose(title).add(
          draft.terms.empty() ? ": its text is not known."
                              : ": its text is not known beyond what the press reports."));
    } else if (!draft.unknown.empty()) {
      std::vector<std::string> titles;
      for (const casefile::Reference& each : draft.unknown) {
        titles.push_back(source.issues.at(each.id).title);
      }
      list.items.push_back(
          Prose(title).add(": its text is not known on " + in_quotes(titles) + "."));
    }
    if (!draft.bracketed.empty()) {
      std::vector<std::string> titles;
      for (const casefile::Reference& each : draft.bracketed) {
        titles.push_back(source.issues.at(each.id).title);
      }
      list.items.push_back(
          Prose(title).add(": bracketed for later decision on " + in_quotes(titles) + "."));
    }
  }
  std::vector<std::string> silent;       // no position on any issue is known
  std::vector<std::string> unestimated;  // nor what going on gets
  for (const auto& [id, party] : source.parties) {
    const auto missing = issues_without(source, id);
    if (missing.size() == source.issues.size()) {
      silent.push_back(party.name);
    } else if (!missing.empty()) {
      list.items.push_back(
          Prose().strong(party.name).add(": no position is known on " + in_quotes(missing) + "."));
    }
    const casefile::NoDeal* alternative = source.no_deal.find(id);
    if (alternative == nullptr ||
        (!alternative->value && !alternative->above && !alternative->below)) {
      unestimated.push_back(party.name);
    }
  }
  if (!silent.empty()) {
    list.items.push_back(
        Prose().strong(joined(silent)).add(": no position on any issue is known."));
  }
  if (!unestimated.empty()) {
    list.items.push_back(Prose()
                             .strong(joined(unestimated))
                             .add(": nobody has estimated what " +
                                  std::string(unestimated.size() == 1 ? "it gets" : "they get") +
                                  " without a deal; every value is thought possible."));
  }
  if (list.items.empty()) {
    chapter.blocks.push_back(Paragraph{"The case leaves no gap that Parley can see."});
  } else {
    chapter.blocks.push_back(std::move(list));
  }
  return chapter;
}

}  // namespace parley::brief
