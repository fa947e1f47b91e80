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
  view.prefers = view.signs = odds;
  view.confidence = confidence;
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

/// Adds deals with the odds of a zone and one package that all sign with the same odds.
inline void add_zone(HandMade& made, double zone, casefile::Confidence confidence) {
  assess::DealsAssessment deals;
  deals.zone = zone;
  assess::Package package;
  package.deal.assign(made.source.issues.size(), 0);
  package.assessment.views = {view(0, {zone, zone}, confidence), view(1, {zone, zone}, confidence)};
  package.assessment.joint_signs = package.assessment.joint_prefers = {zone, zone};
  deals.packages.push_back(package);
  deals.no_deal.resize(made.source.parties.size());
  // Odds of a zone are told only where the case says what going on without a deal gets.
  for (const auto& [id, party] : made.source.parties) {
    made.source.no_deal.add(id).value = Estimate::between(20, 60);
  }
  made.assessment.deals = deals;
}

}  // namespace parley::brief
