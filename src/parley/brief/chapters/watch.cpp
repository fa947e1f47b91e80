#include <cmath>

#include "parley/brief/chapters/drivers.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// A difference in odds that is worth watching for.
constexpr double kWorthWatching = 0.05;

// What would be seen if the estimate were at its low or its high end.
struct Sign {
  std::string seen;
  double odds;
};

std::vector<Sign> signs_of(const Material& material, const assess::Driver& driver) {
  const casefile::Case& source = material.source;
  const std::string& party = source.parties[driver.party].second.name;
  switch (driver.kind) {
    case assess::DriverKind::no_deal:
      return {{"going on becomes costlier for " + party, driver.when_low},
              {"going on becomes easier for " + party, driver.when_high}};
    case assess::DriverKind::weight: {
      const std::string issue = in_quotes(source.issues[driver.issue].second.title);
      return {{party + " spends less of its attention on " + issue, driver.when_low},
              {party + " puts " + issue + " ahead of other matters", driver.when_high}};
    }
    case assess::DriverKind::value: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      const std::string option =
          in_quotes(option_title(issue, driver.option)) + " (" + issue.title + ")";
      return {{party + " turns away from " + option, driver.when_low},
              {party + " warms to " + option, driver.when_high}};
    }
    case assess::DriverKind::red_line: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      const std::string option =
          in_quotes(option_title(issue, driver.option)) + " (" + issue.title + ")";
      return {{party + " discusses " + option + " in spite of its red line", driver.when_low},
              {party + " refuses again to discuss " + option, driver.when_high}};
    }
    case assess::DriverKind::linkage:
      return {};
  }
  return {};
}

}  // namespace

Chapter watch(Material material) {
  Chapter chapter{"watch", "What to watch", {}};
  const assess::DealsAssessment& deals = *material.assessment.deals;
  Table table;
  const std::string now = percent(deals.zone);
  table.caption = linked("Signs that would move the odds of a zone of agreement, now " + now +
                             ", and where they would stand if the sign is seen.",
                         now, "deal");
  table.head = {"If it is seen that", "The odds would be"};
  for (const std::size_t i : drivers_beyond_noise(material)) {
    for (const Sign& sign : signs_of(material, deals.drivers[i])) {
      if (std::abs(sign.odds - deals.zone) < kWorthWatching) continue;
      table.rows.push_back({sign.seen, linked(capitalised(odds_in_words({sign.odds, sign.odds})),
                                              percent(sign.odds), driver_anchor(i))});
    }
  }
  if (table.rows.empty()) {
    chapter.blocks.push_back(
        Paragraph{"No single sign would move the odds of a zone of agreement by much."});
  } else {
    chapter.blocks.push_back(std::move(table));
  }
  return chapter;
}

}  // namespace parley::brief
