#include <algorithm>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// The weakest of the inputs of those whose consent is needed.
casefile::Confidence confidence_in(const Material& material, const assess::TextAssessment& text) {
  casefile::Confidence weakest = casefile::Confidence::high;
  for (const assess::View& view : text.views) {
    if (needs_consent(material.source.parties[view.party].second)) {
      weakest = std::min(weakest, view.confidence);
    }
  }
  return weakest;
}

void add_row(Table& table, std::string text, assess::Odds odds, const std::string& to,
             casefile::Confidence confidence) {
  table.rows.push_back({Prose(std::move(text)),
                        linked(capitalised(odds_in_words(odds)), percent(odds), to),
                        capitalised(std::string(in_words(confidence)))});
}

}  // namespace

Chapter judgements(Material material) {
  const assess::DealsAssessment& deals = *material.assessment.deals;
  Table table;
  table.caption =
      "The odds that a text is acceptable as it stands, and apart from them how far the weakest of "
      "the inputs behind them can be relied on. A number leads to where it comes from.";
  table.head = {"Text", "Acceptable to " + consenting_parties(material.source),
                "Confidence in the inputs"};
  for (const assess::DraftAssessment& each : material.assessment.drafts) {
    add_row(table, draft_title(material.source, each.draft), each.joint_signs,
            odds_anchor(material.source, each.draft), confidence_in(material, each));
  }
  casefile::Confidence of_packages = casefile::Confidence::high;
  for (const assess::Package& each : deals.packages) {
    of_packages = std::min(of_packages, confidence_in(material, each.assessment));
  }
  if (deals.packages.empty()) of_packages = casefile::Confidence::low;
  add_row(table, "Some package among all that the issues allow", {deals.zone, deals.zone}, "deal",
          of_packages);
  for (std::size_t i = 0; i < deals.packages.size(); ++i) {
    const assess::Package& each = deals.packages[i];
    if (each.principle != assess::Principle::most_robust) continue;
    add_row(table, "The most robust package", each.assessment.joint_signs,
            package_anchor(i), confidence_in(material, each.assessment));
  }
  return {"judgements", "Key judgements", {std::move(table)}};
}

}  // namespace parley::brief
