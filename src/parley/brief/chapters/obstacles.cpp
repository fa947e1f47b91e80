#include <fmt/format.h>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// The brief shows so many of each; the assessment holds them all.
constexpr std::size_t kShown = 8;

Prose more_of(std::size_t all) {
  if (all <= kShown) return {};
  return Prose(fmt::format("{} more stand in assessment.json.", with_separators(all - kShown)));
}

}  // namespace

Chapter obstacles(Material material) {
  Chapter chapter{"obstacles", "What blocks a deal, and what would open one", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  if (!deals.analysis.explanation) {
    chapter.blocks.push_back(
        Paragraph{"In the middle of the worlds nothing blocks a deal: the demands can all be met "
                  "together. Where "
                  "single worlds have none, the estimates that decide it are named under what the "
                  "answer hangs "
                  "on."});
    return chapter;
  }
  const bargaining::Explanation& why = *deals.analysis.explanation;
  if (why.impossible) {
    chapter.blocks.push_back(
        Paragraph{"Linkages that the case states as facts exclude every package; no change of a "
                  "demand would open "
                  "a deal."});
    return chapter;
  }
  chapter.blocks.push_back(
      Paragraph{fmt::format("With every number at its mean over the worlds, the demands below "
                            "cannot stand together. Each set "
                            "is minimal: any one demand left out, the others could be met. All "
                            "sets of up to {} demands are "
                            "found.",
                            count_in_words(why.size))});
  List conflicts;
  for (const bargaining::Conflict& conflict : why.conflicts) {
    if (conflicts.items.size() == kShown) break;
    std::vector<std::string> parts;
    for (const bargaining::Demand& each : conflict.demands) {
      parts.push_back(demand_in_words(material.source, deals.central, each));
    }
    conflicts.items.push_back(joined(parts, "; against "));
  }
  chapter.blocks.push_back(std::move(conflicts));
  if (const Prose more = more_of(why.conflicts.size()); !more.empty()) {
    chapter.blocks.push_back(Paragraph{more});
  }
  if (why.openings.empty()) {
    chapter.blocks.push_back(Paragraph{fmt::format(
        "No set of up to {} demands would open a zone if softened.", count_in_words(why.size))});
    return chapter;
  }
  chapter.blocks.push_back(
      Paragraph{"Softening all demands of one line below would open a zone; softening fewer of "
                "them would not. "
                "Lines whose firmest demand is least firm stand first. For what a party gets "
                "without a deal, the "
                "line says by how many points of its scale it would have to give way."});
  List openings;
  for (const bargaining::Opening& opening : why.openings) {
    if (openings.items.size() == kShown) break;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < opening.demands.size(); ++i) {
      std::string part = demand_in_words(material.source, deals.central, opening.demands[i]);
      if (opening.demands[i].kind == bargaining::DemandKind::reservation) {
        part += fmt::format(", less {:.0f} points", 100 * opening.shortfall[i]);
      } else {
        part += fmt::format(" (held: {})",
                            percent(bargaining::firmness(deals.central, opening.demands[i])));
      }
      parts.push_back(std::move(part));
    }
    openings.items.push_back(joined(parts, "; and "));
  }
  chapter.blocks.push_back(std::move(openings));
  if (const Prose more = more_of(why.openings.size()); !more.empty()) {
    chapter.blocks.push_back(Paragraph{more});
  }
  return chapter;
}

}  // namespace parley::brief
