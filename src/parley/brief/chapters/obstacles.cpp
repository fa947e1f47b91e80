#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// The brief shows so many conflicts, and so many openings of each set of movers; the assessment
// holds them all.
constexpr std::size_t kConflictsShown = 8;
constexpr std::size_t kOpeningsShown = 3;
constexpr std::size_t kMoversShown = 6;
constexpr std::size_t kAlternativesShown = 6;
// Issues that are named as driving the sides of a conflict apart.
constexpr std::size_t kIssuesShown = 3;

void add_more(Chapter& chapter, std::size_t more, const std::string& what) {
  if (more == 0) return;
  chapter.blocks.push_back(
      Paragraph{Prose()
                    .link(capitalised(count_in_words(more)) + " more", "method")
                    .add(" " + what + " in assessment.json.")});
}

Prose told(const Material& material, const bargaining::Problem& problem,
           const std::vector<bargaining::Demand>& demands) {
  Prose prose;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    if (i > 0) prose.add(i + 1 == demands.size() ? ", and " : ", ");
    const bargaining::Demand& each = demands[i];
    const std::string text = demand_in_words(material.source, problem, each);
    prose.link(i == 0 ? capitalised(text) : text, demand_anchor(material.source, problem, each));
  }
  return prose.add(".");
}

Prose told(const Material& material, const bargaining::Problem& problem,
           const bargaining::Conflict& conflict) {
  Prose prose = told(material, problem, conflict.demands);
  // Two no-deal values alone say nothing; the issues on which both cannot be satisfied do.
  std::vector<std::string> apart;
  for (const bargaining::Driver& each : conflict.drivers) {
    if (apart.size() >= kIssuesShown) break;
    for (const std::size_t issue : each.issues) {
      apart.push_back(in_quotes(material.source.issues[issue].second.title));
    }
  }
  return apart.empty() ? prose : prose.add(" What drives them apart most: " + joined(apart) + ".");
}

// "Velm gives up its red line … (thought to be meant: 70 %), and going on is worth 14 points less
// to Ostria than estimated."
Prose told(const Material& material, const bargaining::Problem& problem,
           const bargaining::Opening& opening) {
  Prose prose;
  for (std::size_t i = 0; i < opening.demands.size(); ++i) {
    if (i > 0) prose.add(i + 1 == opening.demands.size() ? ", and " : ", ");
    const bargaining::Demand& each = opening.demands[i];
    const std::string to = demand_anchor(material.source, problem, each);
    const std::string& owner =
        material.source.parties[bargaining::owner(problem, each)].second.name;
    std::string text;
    std::string number;
    if (each.kind == bargaining::DemandKind::reservation) {
      number = fmt::format("{:.0f} points", std::max(1.0, 100 * opening.shortfall[i]));
      text = "having no deal is worth " + number + " less to " + owner + " than estimated";
    } else {
      number = percent(bargaining::firmness(problem, each));
      text = demand_in_words(material.source, problem, each) +
             " falls (now thought to be meant: " + number + ")";
    }
    prose.append(linked(i == 0 ? capitalised(text) : text, number, to));
  }
  return prose.add(".");
}

using Movers = std::vector<std::size_t>;

// Openings by whose demands would have to be softened: a side alone first, in the order of the
// parties, then sides together.
std::map<std::pair<std::size_t, Movers>, std::vector<const bargaining::Opening*>> by_movers(
    const bargaining::Problem& problem, const std::vector<bargaining::Opening>& openings) {
  std::map<std::pair<std::size_t, Movers>, std::vector<const bargaining::Opening*>> groups;
  for (const bargaining::Opening& opening : openings) {
    std::set<std::size_t> movers;
    for (const bargaining::Demand& each : opening.demands) {
      movers.insert(bargaining::owner(problem, each));
    }
    groups[{movers.size(), Movers(movers.begin(), movers.end())}].push_back(&opening);
  }
  return groups;
}

void add_openings(const Material& material, Chapter& chapter,
                  const std::vector<bargaining::Opening>& openings) {
  const bargaining::Problem& problem = material.assessment.deals->central;
  std::size_t told_of = 0;
  std::size_t groups = 0;
  for (const auto& [key, group] : by_movers(problem, openings)) {
    if (groups++ == kMoversShown) break;
    std::vector<std::string> names;
    for (const std::size_t party : key.second) {
      names.push_back(material.source.parties[party].second.name);
    }
    chapter.blocks.push_back(Paragraph{
        Prose()
            .strong(names.size() == 1 ? "If only " + names.front() + " moves"
                                      : "If " + joined(names) + " move together")
            .add(group.size() == 1 ? ", this would do:" : ", any one of these would do:")});
    List list;
    for (std::size_t i = 0; i < std::min(kOpeningsShown, group.size()); ++i) {
      list.items.push_back(told(material, problem, *group[i]));
      ++told_of;
    }
    chapter.blocks.push_back(std::move(list));
  }
  add_more(chapter, openings.size() - told_of, "openings are");
}

// Softened together or one by one, a choice's alternatives are told as openings are.
void add_choices(const Material& material, Chapter& chapter,
                 const std::vector<bargaining::Choice>& choices) {
  const bargaining::Problem& problem = material.assessment.deals->central;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto& alternatives = choices[i].alternatives;
    chapter.blocks.push_back(
        Paragraph{Prose().strong(alternatives.size() == 1 ? "This" : "One of these").add(":")});
    List list;
    for (std::size_t each = 0; each < std::min(kAlternativesShown, alternatives.size()); ++each) {
      list.items.push_back(told(material, problem, alternatives[each]));
    }
    chapter.blocks.push_back(std::move(list));
    add_more(chapter, alternatives.size() - std::min(kAlternativesShown, alternatives.size()),
             "alternatives are");
  }
}

void add_conflicts(const Material& material, Chapter& chapter,
                   const std::vector<bargaining::Conflict>& conflicts) {
  List list;
  const std::size_t shown = std::min(kConflictsShown, conflicts.size());
  for (std::size_t i = 0; i < shown; ++i) {
    list.items.push_back(told(material, material.assessment.deals->central, conflicts[i]));
  }
  chapter.blocks.push_back(std::move(list));
  add_more(chapter, conflicts.size() - shown, "sets are");
}

}  // namespace

Chapter obstacles(Material material) {
  Chapter chapter{"obstacles", "What blocks a deal, and what would open one", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  if (!deals.analysis.explanation) {
    chapter.blocks.push_back(Paragraph{
        Prose("If the middle estimates are right, a deal is possible: some package meets every "
              "demand. What would block it is that the estimates on which ")
            .link("the answer hangs", "drivers")
            .add(" are worse for a deal than that.")});
    return chapter;
  }
  const bargaining::Explanation& why = *deals.analysis.explanation;
  if (why.impossible) {
    chapter.blocks.push_back(
        Paragraph{"Linkages that the case states as facts exclude every package; no change of a "
                  "demand would open a deal."});
    return chapter;
  }
  const std::string searched = "up to " + count_in_words(why.size) + " demands";
  if (why.conflicts.empty()) {
    chapter.blocks.push_back(Paragraph{"No set of " + searched +
                                       " collides by itself; what blocks a deal takes more of them "
                                       "together."});
  } else {
    chapter.blocks.push_back(
        Paragraph{"With every estimate at its middle value, the demands on one line below "
                  "cannot all be met. Each set is minimal: with any one demand left out, the "
                  "others could be. All sets of " +
                  searched + " are found."});
    add_conflicts(material, chapter, why.conflicts);
  }
  if (why.openings.empty()) {
    chapter.blocks.push_back(
        Paragraph{"No set of " + searched + " would open a deal if softened."});
    return chapter;
  }
  if (!why.choices.empty()) {
    chapter.blocks.push_back(
        Paragraph{capitalised(count_in_words(why.choices.size())) +
                  " knots hold a deal back, and each can be undone whatever is done about the "
                  "others. A deal opens when under each of them one line is softened."});
    add_choices(material, chapter, why.choices);
  }
  chapter.blocks.push_back(
      Paragraph{"What would open a deal stands by who would have to move. Any one line "
                "is enough, and less than a whole line is not; those whose firmest demand is least "
                "firm stand first."});
  add_openings(material, chapter, why.openings);
  return chapter;
}

}  // namespace parley::brief
