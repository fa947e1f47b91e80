#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/small_case.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/compose.hpp"

namespace parley::brief {

/// A case and results that nobody computed: what a brief would have to say if they came out so.
struct HandMade {
  casefile::Case source;
  assess::Assessment assessment;
};

/// The small case of assess, with drafts called "First draft", "Second draft", … on the harbour.
inline HandMade hand_made(std::initializer_list<std::string_view> more) {
  HandMade made;
  made.source = assess::small_case(more);
  made.assessment.effective_worlds = 10'000;
  return made;
}

inline assess::View view(std::size_t party, assess::Odds odds, casefile::Confidence confidence) {
  assess::View view;
  view.party = party;
  view.consent = assess::Consent::needed;
  view.prefers = view.signs = odds;
  view.confidence = confidence;
  view.value = {30, 52, 71};
  view.gain = {-14, 12, 38};
  return view;
}

/// Adds the results on the next draft: the odds of Ostria, of Velm, and of both together.
inline assess::DraftAssessment& add_draft(
    HandMade& made, assess::Odds ostria, assess::Odds velm, assess::Odds joint,
    casefile::Confidence confidence = casefile::Confidence::high) {
  assess::DraftAssessment draft;
  draft.draft = made.assessment.drafts.size();
  draft.terms_known = 1;
  draft.views = {view(0, ostria, confidence), view(1, velm, confidence)};
  draft.joint_prefers = draft.joint_signs = joint;
  made.assessment.drafts.push_back(draft);
  return made.assessment.drafts.back();
}

/// Says what each party gets by going on: odds are told only where the case says so.
inline void estimate_no_deal(HandMade& made) {
  for (const auto& [id, party] : made.source.parties) {
    casefile::NoDeal& alternative = made.source.no_deal.add(id);
    alternative.value = Estimate::between(20, 60);
    alternative.grounds.judged_by = "A. Analyst";
    alternative.grounds.reason = "A guess.";
  }
}

/// The problem in the middle of the worlds: Ostria will not have a Velmian harbour, Velm not an
/// Ostrian one, and both want at least 40 points.
inline bargaining::Problem central_problem() {
  bargaining::Problem problem;
  problem.issues = {{.name = "The harbour",
                     .options = {{"Ostrian", {}}, {"Shared", {}}, {"Velmian", {}}},
                     .range = {}}};
  problem.parties = {
      {.name = "Ostria", .reservation = 0.4, .weights = {1}, .values = {{1, 0.3, 0}}},
      {.name = "Velm", .reservation = 0.4, .weights = {1}, .values = {{0, 0.3, 1}}}};
  problem.red_lines = {{.party = 0, .issue = 0, .option = 2, .firmness = 0.9},
                       {.party = 1, .issue = 0, .option = 0, .firmness = 0.7}};
  problem.linkages = {{.when = {{0, {2}}}, .then = {{0, {1}}}, .owner = 0, .firmness = 0.6}};
  return problem;
}

/// Adds deals with the odds of a zone and one package that all sign with the same odds; below even
/// odds there is none in the middle of the worlds.
inline assess::DealsAssessment& add_zone(HandMade& made, double zone,
                                         casefile::Confidence confidence) {
  assess::DealsAssessment deals;
  deals.zone = zone;
  assess::Package package;
  package.deal.assign(made.source.issues.size(), 1);
  package.assessment.views = {view(0, {zone, zone}, confidence), view(1, {zone, zone}, confidence)};
  package.assessment.joint_signs = package.assessment.joint_prefers = {zone, zone};
  deals.packages.push_back(package);
  deals.no_deal.assign(made.source.parties.size(), {22, 40, 58});
  deals.central = central_problem();
  deals.analysis.outcomes = bargaining::Count(3);
  deals.analysis.zone.exists = zone >= 0.5;
  if (zone < 0.5) {
    deals.analysis.explanation = bargaining::Explanation{};
    deals.analysis.explanation->size = 4;
  } else {
    deals.analysis.frontier.exact = true;
    deals.analysis.frontier.points.resize(2);
  }
  estimate_no_deal(made);
  made.assessment.deals = deals;
  return *made.assessment.deals;
}

}  // namespace parley::brief
