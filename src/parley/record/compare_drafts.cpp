#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "parley/record/comparison.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMostPairs = 2000;

// The two places of a report that stand nearest to each other: where the versions are compared.
std::optional<std::pair<Passage, Passage>> nearest(const std::vector<Passage>& older,
                                                   const std::vector<Passage>& newer,
                                                   const std::string& report) {
  std::optional<std::pair<Passage, Passage>> best;
  std::size_t least = 0;
  std::size_t looked_at = 0;
  for (const Passage& a : older) {
    if (a.report != report) continue;
    for (const Passage& b : newer) {
      if (b.report != report || ++looked_at > kMostPairs) continue;
      const std::size_t distance =
          a.span.start > b.span.start ? a.span.start - b.span.start : b.span.start - a.span.start;
      if (!best || distance < least) {
        best = {a, b};
        least = distance;
      }
    }
  }
  return best;
}

}  // namespace

void compare_drafts(Comparison& comparison) {
  const auto& drafts = comparison.record().drafts;
  for (const Draft& draft : drafts) {
    const auto places = comparison.one_a_report(draft.evidence);
    for (std::size_t i = 1; i < places.size() && draft.points; ++i) {
      comparison.add(RelationKind::agreement, "points of the draft", places[0], places[i],
                     fmt::format("Both reports name a draft of {} points.", *draft.points));
    }
    const auto before = std::find_if(drafts.begin(), drafts.end(),
                                     [&](const Draft& each) { return each.id == draft.amends; });
    if (before == drafts.end() || !before->points || !draft.points) continue;
    const auto older = comparison.one_a_report(before->evidence);
    const std::string why = fmt::format(
        "Two versions of a plan, {} points and then {}: numbers of successive drafts do not "
        "contradict each other.",
        *before->points, *draft.points);
    // Within a report the two places nearest to each other; across reports the first of each.
    for (const Passage& place : places) {
      if (const auto pair = nearest(before->evidence, draft.evidence, place.report)) {
        comparison.add(RelationKind::version_chain, "points of the draft", pair->first,
                       pair->second, why);
      }
      for (const Passage& old : older) {
        // A report that names both has been heard.
        const bool names_both = std::any_of(places.begin(), places.end(), [&](const Passage& each) {
          return each.report == old.report;
        });
        if (!names_both)
          comparison.add(RelationKind::version_chain, "points of the draft", old, place, why);
      }
    }
  }
}

}  // namespace parley::record::internal
