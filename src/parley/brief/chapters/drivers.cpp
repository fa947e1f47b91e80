#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

std::string estimate_in_words(const Material& material, const assess::Driver& driver) {
  const casefile::Case& source = material.source;
  const std::string& party = source.parties[driver.party].second.name;
  switch (driver.kind) {
    case assess::DriverKind::no_deal:
      return "what " + party + " gets without a deal";
    case assess::DriverKind::weight:
      return "how much " + party + " cares about " +
             in_quotes(source.issues[driver.issue].second.title);
    case assess::DriverKind::value: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      return "what " + in_quotes(option_title(issue, driver.option)) + " (" + issue.title +
             ") is worth to " + party;
    }
    case assess::DriverKind::red_line: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      return "whether " + party + " means its red line against " +
             in_quotes(option_title(issue, driver.option)) + " (" + issue.title + ")";
    }
    case assess::DriverKind::linkage:
      return fmt::format("whether condition {} of the case is meant", driver.linkage + 1);
  }
  return {};
}

// Where the estimate stands.
std::string estimate_anchor(const Material& material, const assess::Driver& driver) {
  switch (driver.kind) {
    case assess::DriverKind::no_deal:
      return no_deal_anchor(material.source, driver.party);
    case assess::DriverKind::linkage:
      return "positions";
    case assess::DriverKind::weight:
    case assess::DriverKind::value:
    case assess::DriverKind::red_line:
      return issue_anchor(material.source, driver.issue);
  }
  return {};
}

bool yes_or_no(const assess::Driver& driver) {
  return driver.kind == assess::DriverKind::red_line || driver.kind == assess::DriverKind::linkage;
}

}  // namespace

Chapter drivers(Material material) {
  Chapter chapter{"drivers", "What the answer hangs on", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  if (deals.drivers.empty()) {
    chapter.blocks.push_back(Paragraph{deals.zone < 0.01 || deals.zone > 0.99
                                           ? "No single estimate moves the odds of a zone of "
                                             "agreement: they are the same in nearly "
                                             "every world."
                                           : "No single estimate moves the odds of a zone of "
                                             "agreement beyond what chance would do."});
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{
      "How far the odds of a zone of agreement move with one estimate: first where it is low (the "
      "lowest third of its worlds, or a line that is not meant), then where it is high. Estimates "
      "that share a factor move together, so this compares worlds and does not prove causes."});
  Json rows = Json::array();
  Table table;
  table.head = {"Estimate", "Odds where low or not meant", "Odds where high or meant",
                "Where it turns"};
  for (std::size_t i = 0; i < deals.drivers.size(); ++i) {
    const assess::Driver& each = deals.drivers[i];
    const std::string label = capitalised(estimate_in_words(material, each));
    const std::string to = estimate_anchor(material, each);
    std::string turn = yes_or_no(each) ? "" : "stays on one side of even odds";
    if (each.flips_at) turn = fmt::format("turns at about {:.0f} points", *each.flips_at);
    rows.push_back({{"label", label},
                    {"anchor", driver_anchor(i)},
                    {"link", to},
                    {"low", each.when_low},
                    {"high", each.when_high},
                    {"low_value", percent(each.when_low)},
                    {"high_value", percent(each.when_high)},
                    {"flip", turn}});
    table.rows.push_back(
        {Prose().link(label, to), percent(each.when_low), percent(each.when_high), turn});
    table.anchors.push_back(driver_anchor(i));
  }
  const std::string base = percent(deals.zone);
  chapter.blocks.push_back(
      Figure("tornado",
             linked("The odds of a zone of agreement, " + base + " with every estimate as it is (" +
                        sampling_error(deals.zone, material.assessment.effective_worlds) +
                        " points of percentage, from sampling alone).",
                    base, "deal"),
             {{"base", deals.zone}, {"rows", rows}}, std::move(table)));
  return chapter;
}

}  // namespace parley::brief
