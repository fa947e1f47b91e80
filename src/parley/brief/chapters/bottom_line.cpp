#include <algorithm>
#include <optional>

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
    return Prose(
        "What is known of the drafts is too little to say whether one of them is "
        "acceptable to " +
        parties + ".");
  }
  const DraftAssessment& best = *known.front();
  const std::string acceptable = "it is acceptable to " + parties + " as it stands";
  const std::string title = draft_title(material.source, best.draft);
  if (known.size() == 1) {
    return Prose("One draft can be judged, ")
        .link(title, "acceptance")
        .add(": " + odds_clause(best.joint_signs, acceptable) + ".");
  }
  if (best.joint_signs.high < 0.01) {
    return Prose("For each of the ")
        .link("drafts that can be judged", "acceptance")
        .add(", " + odds_clause(best.joint_signs, acceptable) + ".");
  }
  const std::string lead =
      best.joint_signs.high < 0.45
          ? "None of the drafts that can be judged is likely to be acceptable to " + parties +
                ". The best placed is "
          : "Of the drafts that can be judged, the best placed is ";
  return Prose(lead)
      .link(title, "acceptance")
      .add(": " + odds_clause(best.joint_signs, acceptable) + ".");
}

Prose unknown_drafts(const Material& material) {
  std::vector<std::string> titles;
  for (const DraftAssessment& each : material.assessment.drafts) {
    if (says_nothing(each.joint_signs)) titles.push_back(draft_title(material.source, each.draft));
  }
  if (titles.empty()) return {};
  const bool all = titles.size() == material.assessment.drafts.size();
  return Prose("Too ")
      .link("little of the text is known", "unknowns")
      .add(" to give odds for " + count_in_words(titles.size()) +
           (all ? titles.size() == 1 ? " draft: " : " drafts: " : " more: ") +
           joined(titles, "; ") + ".");
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
  if (crossing == 0) {
    return Prose("No draft is ")
        .link("known to cross", "acceptance")
        .add(" a red line of a party whose consent is needed.");
  }
  if (all == 1) {
    return Prose("The draft ")
        .link("crosses", "acceptance")
        .add(" a stated red line of a party whose consent is needed.");
  }
  return Prose(capitalised(count_in_words(crossing)) + " of " + count_in_words(all) + " drafts ")
      .link(crossing == 1 ? "crosses" : "cross", "acceptance")
      .add(" a stated red line of a party whose consent is needed.");
}

Prose zone(const Material& material) {
  if (!material.assessment.deals) return {};
  const double odds = material.assessment.deals->zone;
  const std::string parties = consenting_parties(material.source);
  if (!knows_what_going_on_gets(material.source)) {
    return Prose("Whether some ")
        .link("package", "deal")
        .add(" exists that " + parties +
             " each prefer to going on cannot be told: nobody has estimated what any of them gets "
             "by going on.");
  }
  const std::string lead =
      material.assessment.drafts.empty() ? "" : "Whatever becomes of the drafts, ";
  const std::string clause = odds_clause({odds, odds}, "some ");
  return Prose(lead.empty() ? capitalised(clause) : lead + clause)
      .link("package", "deal")
      .add(" exists that " + parties + " each prefer to going on and that crosses no red line.");
}

// The weakest of the inputs behind the odds that the bottom line gives, in a sentence of its own.
Prose confidence(const Material& material, const std::vector<const DraftAssessment*>& known) {
  std::optional<casefile::Confidence> weakest;
  const auto add = [&](const assess::TextAssessment& text) {
    for (const assess::View& view : text.views) {
      if (!needs_consent(material.source.parties[view.party].second)) continue;
      weakest = std::min(weakest.value_or(view.confidence), view.confidence);
    }
  };
  for (const DraftAssessment* each : known) add(*each);
  if (material.assessment.deals && knows_what_going_on_gets(material.source)) {
    for (const assess::Package& each : material.assessment.deals->packages) add(each.assessment);
  }
  if (!weakest) return {};
  return Prose("Confidence in the ")
      .link("inputs of these judgements", known.empty() ? "packages" : "acceptance")
      .add(", taken from the weakest of them, is " + std::string(in_words(*weakest)) +
           (*weakest == casefile::Confidence::low
                ? ": the odds say what follows from the estimates of the case, more than what is "
                  "known."
                : "."));
}

Prose disagreement(const Material& material) {
  const std::size_t count = material.source.claims.size();
  if (count == 0) return {};
  return Prose("Sources differ on ")
      .link(count_in_words(count) + (count == 1 ? " matter" : " matters"), "disagreements")
      .add("; the claims stand side by side below.");
}

}  // namespace

Chapter bottom_line(Material material) {
  Chapter chapter{"bottom-line", "Bottom line", {}};
  const std::vector<const DraftAssessment*> known = ranked(material.assessment.drafts);
  std::vector<Prose> sentences;
  if (!material.assessment.drafts.empty()) {
    sentences.push_back(best_draft(material, known));
    sentences.push_back(crossed_lines(material));
    sentences.push_back(unknown_drafts(material));
  }
  sentences.push_back(zone(material));
  sentences.push_back(confidence(material, known));
  sentences.push_back(disagreement(material));
  Prose prose;
  for (const Prose& each : sentences) {
    if (!each.empty()) prose.add(prose.empty() ? "" : " ").append(each);
  }
  if (prose.empty()) prose.add("The case holds neither drafts nor rival claims yet.");
  chapter.blocks.push_back(Paragraph{std::move(prose)});
  if (!material.assessment.contradiction.empty()) {
    chapter.blocks.push_back(Paragraph{
        Prose()
            .strong("The case contradicts what happened")
            .add(
                ". Hardly any world that agrees with its estimates would have given this answer: " +
                material.assessment.contradiction +
                ". Until one of the two is revised, the odds below rest on few worlds.")});
  }
  if (!material.source.note.empty()) {
    chapter.blocks.push_back(Paragraph{Prose("Background: " + material.source.note)});
  }
  return chapter;
}

}  // namespace parley::brief
