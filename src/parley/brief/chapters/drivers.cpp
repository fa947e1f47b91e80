#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "parley/brief/chapters/drivers.hpp"
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

// Two odds, each from a third of the versions drawn, differ by chance by this many standard errors
// in hardly one of ten thousand estimates: there may be hundreds.
constexpr double kStandardErrors = 4;
// A smaller difference is true and tells a reader nothing.
constexpr double kWorthTelling = 0.05;

// "What Russia gets without a deal decides": the estimate whose ends lie on both sides of even
// odds; else "… matters most".
std::string finding(const Material& material, const assess::Driver& first) {
  const bool decides = std::min(first.when_low, first.when_high) < 0.5 &&
                       std::max(first.when_low, first.when_high) > 0.5;
  return capitalised(estimate_in_words(material, first)) + (decides ? " decides" : " matters most");
}

}  // namespace

std::vector<std::size_t> drivers_beyond_noise(const Material& material) {
  const assess::DealsAssessment& deals = *material.assessment.deals;
  const double third = std::max(1.0, material.assessment.effective_worlds / 3);
  const double error = std::sqrt(2 * deals.zone * (1 - deals.zone) / third);
  const double least = std::max(kWorthTelling, kStandardErrors * error);
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < deals.drivers.size(); ++i) {
    if (std::abs(deals.drivers[i].when_high - deals.drivers[i].when_low) >= least)
      shown.push_back(i);
  }
  return shown;
}

List drivers_in_short(const Material& material, std::size_t most) {
  List list;
  for (const std::size_t i : drivers_beyond_noise(material)) {
    if (list.items.size() == most) break;
    const assess::Driver& each = material.assessment.deals->drivers[i];
    list.items.push_back(Prose()
                             .strong(capitalised(estimate_in_words(material, each)))
                             .add(": the odds of a deal are " + percent(each.when_low) +
                                  (yes_or_no(each) ? " if not, " : " if that is little, ") +
                                  percent(each.when_high) +
                                  (yes_or_no(each) ? " if so." : " if it is much.")));
  }
  return list;
}

Chapter drivers(Material material) {
  Chapter chapter{"drivers", "What the answer hangs on", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  const std::vector<std::size_t> shown = drivers_beyond_noise(material);
  if (shown.empty()) {
    chapter.blocks.push_back(
        Paragraph{deals.zone < 0.01 || deals.zone > 0.99
                      ? "No single estimate moves the odds of a deal: they are "
                        "nearly the same whatever it is."
                      : "No single estimate moves the odds of a deal beyond "
                        "what chance would do."});
    return chapter;
  }
  Json rows = Json::array();
  Table table;
  table.head = {"Estimate", "Odds where low or not meant", "Odds where high or meant",
                "Where it turns"};
  for (const std::size_t i : shown) {
    const assess::Driver& each = deals.drivers[i];
    const std::string label = capitalised(estimate_in_words(material, each));
    const std::string to = estimate_anchor(material, each);
    const std::string turn =
        each.flips_at
            ? fmt::format(
                  "A deal is likelier than not only {} about {:.0f} on the scale of 0 to 100",
                  each.when_low > each.when_high ? "below" : "above", *each.flips_at)
            : "";
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
  Figure picture(
      "tornado",
      linked("The odds that some package suits all whose consent is needed: " + base +
                 " as things are estimated (upright line; " +
                 sampling_error(deals.zone, material.assessment.effective_worlds) +
                 ", from sampling alone), and where one estimate is "
                 "low or high. Low is its lowest third, or a red line that is not meant. "
                 "Estimates that share a cause move together, so the bars rank the estimates and "
                 "prove no cause.",
             base, "deal"),
      {{"base", deals.zone}, {"rows", rows}}, std::move(table));
  picture.title = finding(material, deals.drivers[shown.front()]);
  chapter.blocks.push_back(std::move(picture));
  const std::size_t rest = deals.drivers.size() - shown.size();
  if (rest > 0) {
    chapter.blocks.push_back(Paragraph{capitalised(count_in_words(rest)) + " more " +
                                       (rest == 1 ? "estimate moves" : "estimates move") +
                                       " the odds by less than is worth telling."});
  }
  return chapter;
}

}  // namespace parley::brief
