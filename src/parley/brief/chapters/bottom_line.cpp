#include <fmt/format.h>

#include <algorithm>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using assess::DraftAssessment;

// Drafts whose odds say something, the most promising first; ties keep the order of the case.
std::vector<const DraftAssessment*> ranked(const std::vector<DraftAssessment>& drafts) {
  std::vector<const DraftAssessment*> known;
  for (const DraftAssessment& each : drafts) {
    if (!says_nothing(each.joint_signs)) known.push_back(&each);
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const DraftAssessment* a, const DraftAssessment* b) {
                     return a->joint_signs.high > b->joint_signs.high;
                   });
  return known;
}

// The sentence on the best placed draft.
Prose best_draft(const Material& material, const std::vector<const DraftAssessment*>& known) {
  const std::string parties = consenting_parties(material.source);
  if (known.empty()) {
    return Prose("What is known of the drafts is too little to say whether " + parties +
                 " would sign one of them. ");
  }
  const DraftAssessment& best = *known.front();
  if (best.joint_signs.high < 0.01) {
    return Prose("None of the ")
        .link("drafts that can be judged", "acceptance")
        .add(" has any real prospect of being signed by " + parties +
             " as it stands: the odds are less than 1 % for each. ");
  }
  const std::string title = draft_title(material.source, best.draft);
  const std::string lead =
      best.joint_signs.high < 0.45
          ? "None of the drafts that can be judged is likely to be signed by " + parties +
                ". The best placed is the "
          : "Of the drafts that can be judged, the best placed is the ";
  return Prose(lead)
      .link(title, "acceptance")
      .add(": " + odds_clause(best.joint_signs, parties + " would sign it") + ". ");
}

Prose unknown_drafts(const Material& material) {
  std::vector<std::string> titles;
  for (const DraftAssessment& each : material.assessment.drafts) {
    if (says_nothing(each.joint_signs)) titles.push_back(draft_title(material.source, each.draft));
  }
  if (titles.empty()) return {};
  return Prose("Too little of the text is known to give odds for " + count_in_words(titles.size()) +
               " more: " + joined(titles, "; ") + ". ");
}

Prose crossed_lines(const Material& material) {
  std::size_t crossing = 0;
  for (const DraftAssessment& draft : material.assessment.drafts) {
    const bool crosses =
        std::any_of(draft.views.begin(), draft.views.end(), [&](const assess::View& view) {
          return needs_consent(material.source.parties[view.party].second) &&
                 std::any_of(view.crossed.begin(), view.crossed.end(),
                             [](const assess::CrossedLine& line) { return line.certain; });
        });
    if (crosses) ++crossing;
  }
  const std::size_t all = material.assessment.drafts.size();
  if (all == 0) return {};
  if (crossing == 0)
    return "No draft is known to cross a red line of a party whose consent is needed. ";
  return Prose(
      fmt::format("{} of {} drafts {} a stated red line of a party whose consent is needed. ",
                  capitalised(count_in_words(crossing)), count_in_words(all),
                  crossing == 1 ? "crosses" : "cross"));
}

Prose zone(const Material& material) {
  if (!material.assessment.deals) return {};
  const double odds = material.assessment.deals->zone;
  return Prose("Beyond the drafts, ")
      .add(odds_clause({odds, odds}, "some "))
      .link("package", "deal")
      .add(" exists that all of them prefer to going on within their red lines. ");
}

Prose disagreement(const Material& material) {
  const std::size_t count = material.source.claims.size();
  if (count == 0) return {};
  return Prose("Sources differ on ")
      .link(count_in_words(count) + (count == 1 ? " matter" : " matters"), "disagreements")
      .add("; the claims stand side by side below. ");
}

}  // namespace

Chapter bottom_line(Material material) {
  Chapter chapter{"bottom-line", "Bottom line", {}};
  Prose prose;
  if (!material.assessment.drafts.empty()) {
    prose.append(best_draft(material, ranked(material.assessment.drafts)));
    prose.append(crossed_lines(material));
    prose.append(unknown_drafts(material));
  }
  prose.append(zone(material));
  prose.append(disagreement(material));
  if (prose.empty()) prose.add("The case holds neither drafts nor rival claims yet.");
  chapter.blocks.push_back(Paragraph{std::move(prose)});
  if (!material.assessment.contradiction.empty()) {
    chapter.blocks.push_back(Paragraph{
        Prose()
            .strong("The case contradicts what happened. ")
            .add("Hardly any world that agrees with its estimates would have given this answer: " +
                 material.assessment.contradiction +
                 ". Until one of the two is revised, the odds below rest on few worlds.")});
  }
  if (!material.source.note.empty()) {
    chapter.blocks.push_back(Paragraph{Prose("Background: " + material.source.note)});
  }
  return chapter;
}

}  // namespace parley::brief
