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
      return "how much " + party + " cares about " + source.issues[driver.issue].second.title;
    case assess::DriverKind::value: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      return "what “" + option_title(issue, driver.option) + "” (" + issue.title +
             ") is worth to " + party;
    }
    case assess::DriverKind::red_line: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      return "whether " + party + " means its red line against “" +
             option_title(issue, driver.option) + "” (" + issue.title + ")";
    }
    case assess::DriverKind::linkage:
      return fmt::format("whether condition {} of the case is meant", driver.linkage + 1);
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
  chapter.blocks.push_back(
      Paragraph{"How far the odds of a zone of agreement move with one estimate: first where it is "
                "low (the lowest "
                "third of its worlds, or a line that is not meant), then where it is high. "
                "Estimates that share a "
                "factor move together, so this compares worlds and does not prove causes."});
  Json rows = Json::array();
  Table table;
  table.head = {"Estimate", "Odds where low or not meant", "Odds where high or meant",
                "Where it turns"};
  for (const assess::Driver& each : deals.drivers) {
    const std::string label = estimate_in_words(material, each);
    std::string turn = yes_or_no(each) ? "" : "stays on one side of even odds";
    if (each.flips_at) turn = fmt::format("turns at about {:.0f} points", *each.flips_at);
    rows.push_back({{"label", capitalised(label)},
                    {"low", each.when_low},
                    {"high", each.when_high},
                    {"flip", turn}});
    table.rows.push_back(
        {capitalised(label), percent(each.when_low), percent(each.when_high), turn});
  }
  chapter.blocks.push_back(
      Figure("tornado", "",
             {{"outcome", "a zone of agreement exists"}, {"base", deals.zone}, {"rows", rows}}));
  chapter.blocks.push_back(std::move(table));
  return chapter;
}

}  // namespace parley::brief
