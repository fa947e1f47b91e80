#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "parley/brief/chapters.hpp"
#include "parley/brief/chapters/answer.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// A sample of a frontier with a wider gap than this, as a part of each side's scale, tells nothing.
constexpr double kTellingGap = 0.25;

Json utilities_in_points(const std::vector<double>& utilities) {
  Json points = Json::array();
  for (const double each : utilities) points.push_back(100 * each);
  return points;
}

// A range wider than this says nothing, least of all its middle.
constexpr double kVague = 60;

// A draft or a package among the deals of the picture.
struct Point {
  std::string label;
  std::string kind;
  std::string link;
  const assess::TextAssessment* text;
};

std::vector<Point> named_points(const Material& material, const assess::DealsAssessment& deals) {
  std::vector<Point> points;
  for (std::size_t i = 0; i < deals.packages.size(); ++i) {
    points.push_back({capitalised(std::string(in_words(deals.packages[i].principle))), "package",
                      package_anchor(i), &deals.packages[i].assessment});
  }
  for (const assess::DraftAssessment& each : material.assessment.drafts) {
    points.push_back({draft_title(material.source, each.draft), "draft",
                      odds_anchor(material.source, each.draft), &each});
  }
  return points;
}

// What a text is worth to a party; nothing where that is hardly known.
std::optional<double> worth(const assess::TextAssessment& text, const assess::View& view) {
  if (text.terms_open == 0) return view.value.middle;
  if (view.value.high - view.value.low > kVague) return std::nullopt;
  return (view.value.low + view.value.high) / 2;
}

std::string range_in_points(const assess::Spread& spread) {
  const double low = std::round(spread.low);
  const double high = std::round(spread.high);
  if (low < 0) return fmt::format("−{:.0f} to {}{:.0f}", -low, high < 0 ? "−" : "", std::abs(high));
  return fmt::format("{:.0f}–{:.0f}", std::abs(low), high);
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
  for (const Point& each : named_points(material, deals)) {
    Json middle = Json::array();
    Json low = Json::array();
    Json high = Json::array();
    bool somebody_loses = false;
    for (const assess::View& view : each.text->views) {
      const std::optional<double> value = worth(*each.text, view);
      middle.push_back(value ? Json(*value) : Json(nullptr));
      low.push_back(view.value.low);
      high.push_back(view.value.high);
      somebody_loses = somebody_loses || (value && *value < deals.no_deal[view.party].middle);
    }
    Json point{{"label", each.label},
               {"kind", each.kind},
               {"utilities", middle},
               {"somebody_loses", somebody_loses},
               {"link", each.link}};
    if (each.kind == "draft") point.update({{"low", low}, {"high", high}});
    points.push_back(std::move(point));
  }
  return {{"parties", parties}, {"no_deal", no_deal}, {"points", points}};
}

// The points in the order and under the numbers of the picture.
Table frontier_numbers(const Material& material, const assess::DealsAssessment& deals) {
  Table table;
  table.caption =
      Prose("What each is worth to each party, on ")
          .link("its own scale from 0 to 100", "method")
          .add(
              ", with the range of nine in ten. Italic: less than no deal is worth. A wide range "
              "has no middle.");
  if (!material.source.interplay.empty()) {
    table.caption.add(
        " Options that lose by standing together can leave a package below that scale, and those "
        "that gain can lift one above it.");
  }
  table.head = {"Point", "Kind"};
  for (const auto& [id, party] : material.source.parties) table.head.push_back(party.name);
  std::size_t number = 0;
  for (const Point& each : named_points(material, deals)) {
    std::vector<Prose> row{Prose(fmt::format("{}. ", ++number)).link(each.label, each.link),
                           Prose(each.kind)};
    for (const assess::View& view : each.text->views) {
      const std::optional<double> value = worth(*each.text, view);
      const std::string range = range_in_points(view.value);
      const std::string cell = value ? fmt::format("{:.0f} ({})", *value, range) : range;
      const bool loses = value && *value < deals.no_deal[view.party].middle;
      row.push_back(loses ? Prose().emphasis(cell) : Prose(cell));
    }
    table.rows.push_back(std::move(row));
  }
  std::vector<Prose> going_on{Prose().link("No deal", "positions"), Prose("–")};
  for (const assess::Spread& each : deals.no_deal) {
    going_on.push_back(fmt::format("{:.0f} ({})", each.middle, range_in_points(each)));
  }
  table.rows.push_back(std::move(going_on));
  return table;
}

// What holds with every estimate at its middle.
Prose at_the_middle(const bargaining::Analysis& analysis) {
  const std::string all = with_separators(analysis.outcomes.to_string());
  Prose prose = linked("The issues allow " + all + " packages. With every estimate at its middle, ",
                       all, "positions");
  if (!analysis.zone.exists) {
    return prose.add("none of them meets every demand at once: there is no ")
        .link("zone of agreement", "obstacles")
        .add(".");
  }
  const std::string points = with_separators(analysis.frontier.points.size());
  prose.add("some of them meet every demand. ");
  if (analysis.frontier.exact) {
    return prose.append(linked("Of all packages, " + points +
                                   " cannot be bettered for one side without a loss for another.",
                               points, "method"));
  }
  prose.add(
      "Those that cannot be bettered for one side without a loss for another are too many to list");
  if (analysis.frontier.gap < kTellingGap) {
    const std::string gap = fmt::format("{:.1f} points", 100 * analysis.frontier.gap);
    prose.append(linked("; " + points + " packages", points, "method"))
        .append(linked(" come within " + gap + " of each of them", gap, "method"));
  }
  return prose.add(".");
}

// Which of the drafts and packages all whose consent is needed would rather have than no deal.
std::string finding(const Material& material, const assess::DealsAssessment& deals) {
  std::size_t good = 0;
  std::size_t all = 0;
  for (const Point& each : named_points(material, deals)) {
    bool known = true;
    bool loses = false;
    for (const assess::View& view : each.text->views) {
      if (!needs_consent(material.source.parties[view.party].second)) continue;
      const std::optional<double> value = worth(*each.text, view);
      known = known && value.has_value();
      loses = loses || (value && *value < deals.no_deal[view.party].middle);
    }
    if (!known) continue;
    ++all;
    if (!loses) ++good;
  }
  if (all == 0) return {};
  const std::string parties = all_together(material.source);
  if (good == 0) return "Nothing on the table or put together here beats no deal for " + parties;
  return capitalised(count_in_words(good)) + " of " + count_in_words(all) +
         " drafts and packages " + (good == 1 ? "beats" : "beat") + " no deal for " + parties;
}

}  // namespace

Chapter deal(Material material) {
  Chapter chapter{"deal", "Is there a deal", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  const std::string parties = consenting_parties(material.source);
  if (!tells_odds(material.assessment)) {
    chapter.blocks.push_back(Paragraph{
        "This cannot be told yet: nobody has said " +
        what_is_missing(material.source, material.assessment) +
        ". Once that is in the case file, this chapter says how likely a deal is, what blocks one, "
        "what would open one, and which packages come nearest."});
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{
      linked(capitalised(odds_clause({deals.zone, deals.zone},
                                     "a package exists that " + parties +
                                         " each prefer to no deal and that crosses no red line")),
             percent(deals.zone), "drivers")
          .add(". This is the share of the ")
          .link("versions of the situation that agree with the sources", "method")
          .add(
              " in which there is one, among all packages that the issues allow; in each version "
              "the "
              "search is exact. That a package exists does not mean that it will be found, offered "
              "or signed.")});
  chapter.blocks.push_back(Paragraph{at_the_middle(deals.analysis)});
  Figure picture(
      "frontier",
      Prose("What drafts and packages are worth to two of the parties, on ")
          .link("each side’s own scale from 0 to 100", "method")
          .add("; the scales of two sides cannot be compared or added. A draft whose text "
               "is not fully known is a bar from its worst reading to its best."),
      frontier_data(material, deals), frontier_numbers(material, deals));
  picture.title = finding(material, deals);
  chapter.blocks.push_back(std::move(picture));
  return chapter;
}

}  // namespace parley::brief
