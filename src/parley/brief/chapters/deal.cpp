#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

Json utilities_in_points(const std::vector<double>& utilities) {
  Json points = Json::array();
  for (const double each : utilities) points.push_back(100 * each);
  return points;
}

Json frontier_data(const Material& material, const assess::DealsAssessment& deals) {
  Json parties = Json::array();
  Json no_deal = Json::array();
  for (std::size_t party = 0; party < material.source.parties.size(); ++party) {
    parties.push_back(material.source.parties[party].second.name);
    const assess::Spread& spread = deals.no_deal[party];
    no_deal.push_back({{"low", spread.low}, {"middle", spread.middle}, {"high", spread.high}});
  }
  Json points = Json::array();
  for (const bargaining::Point& each : deals.analysis.frontier.points) {
    points.push_back({{"label", "a package on the frontier"},
                      {"kind", "frontier"},
                      {"utilities", utilities_in_points(each.utilities)}});
  }
  for (const assess::Package& each : deals.packages) {
    Json utilities = Json::array();
    for (const assess::View& view : each.assessment.views) utilities.push_back(view.value.middle);
    points.push_back({{"label", capitalised(std::string(in_words(each.principle)))},
                      {"kind", "package"},
                      {"utilities", utilities},
                      {"link", "packages"}});
  }
  for (const assess::DraftAssessment& each : material.assessment.drafts) {
    Json middle = Json::array();
    Json low = Json::array();
    Json high = Json::array();
    for (const assess::View& view : each.views) {
      const bool known = each.terms_open == 0;
      middle.push_back(known ? view.value.middle : (view.value.low + view.value.high) / 2);
      low.push_back(view.value.low);
      high.push_back(view.value.high);
    }
    points.push_back({{"label", draft_title(material.source, each.draft)},
                      {"kind", "draft"},
                      {"utilities", middle},
                      {"low", low},
                      {"high", high},
                      {"link", "acceptance"}});
  }
  return {{"parties", parties}, {"no_deal", no_deal}, {"points", points}};
}

}  // namespace

Chapter deal(Material material) {
  Chapter chapter{"deal", "Is there a deal", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  const std::string parties = consenting_parties(material.source);
  if (!knows_what_going_on_gets(material.source)) {
    chapter.blocks.push_back(Paragraph{
        "This cannot be told yet. A deal is a package that " + parties +
        " each prefer to going on without one, and the case does not say of any of them what it "
        "gets by going on. Write it down under no_deal, as a range of points or between two "
        "drafts; "
        "then this chapter says how likely a deal is, what blocks one, what would open one, and "
        "which packages come nearest."});
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{Prose(
      capitalised(odds_clause({deals.zone, deals.zone},
                              "some package exists that " + parties +
                                  " each prefer to going on and that crosses no red line")) +
      ". This is the share of the sampled worlds in which such a package exists among all that the "
      "issues allow; in each world the search is exact. That a package exists does not mean that "
      "it "
      "will be found, offered or signed.")});
  const bargaining::Analysis& analysis = deals.analysis;
  chapter.blocks.push_back(Paragraph{fmt::format(
      "In the middle of the worlds, with every number at its mean, {} the issues allow {} packages "
      "and "
      "{}.",
      analysis.zone.exists ? "there is a zone of agreement:" : "there is none:",
      with_separators(analysis.outcomes.to_string()),
      analysis.zone.exists
          ? fmt::format(
                "{} of them cannot be bettered for one side without a loss for another{}",
                with_separators(analysis.frontier.points.size()),
                analysis.frontier.exact
                    ? ""
                    : fmt::format(" (a sample that covers all others to within {:.1f} points)",
                                  100 * analysis.frontier.gap))
          : "no one of them meets every demand at once")});
  chapter.blocks.push_back(Figure(
      "frontier",
      "What drafts and packages are worth to two of the parties, in points from 0 to 100 of each "
      "side's own scale. Points of different sides cannot be compared or added. A draft whose text "
      "is not fully known is a bar from its worst reading to its best.",
      frontier_data(material, deals)));
  return chapter;
}

}  // namespace parley::brief
