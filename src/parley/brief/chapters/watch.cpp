#include <algorithm>
#include <cmath>

#include "parley/brief/chapters/drivers.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// A difference in odds that is worth watching for.
constexpr double kWorthWatching = 0.05;

// What would be seen on a day if the estimate were at its low or its high end.
struct Sign {
  std::string seen;
  double odds;
};

// The draft that a party answered so last, in quotation marks; empty when there is none.
std::string answered(const casefile::Case& source, const std::string& party,
                     casefile::AnswerKind kind) {
  std::string draft;
  for (const casefile::Answer& each : source.answers) {
    if (each.party.id == party && each.answer == kind)
      draft = in_quotes(draft_title(source, source.drafts.index_of(each.draft.id)));
  }
  return draft;
}

// What a party would say or do in public when no deal is worth less, or more, to it than thought.
std::vector<Sign> signs_of_alternative(const Material& material, const assess::Driver& driver) {
  const casefile::Case& source = material.source;
  const auto& [id, party] = source.parties[driver.party];
  const auto& questions = material.assessment.deals->span.questions;
  const auto asked =
      std::find_if(questions.begin(), questions.end(),
                   [&](const assess::Question& each) { return each.party == driver.party; });
  if (asked != questions.end()) {
    const std::string draft = in_quotes(draft_title(source, asked->draft));
    return {
        {party.name + " says that it would sign " + draft, asked->zone_if_takes},
        {party.name + " says that it would rather have no deal than " + draft, asked->zone_if_not}};
  }
  std::string softer = party.name + " asks for another round of talks";
  std::string harder = party.name + " leaves the talks";
  const std::string refused = answered(source, id, casefile::AnswerKind::rejected);
  const std::string taken = answered(source, id, casefile::AnswerKind::accepted);
  if (!refused.empty()) softer = party.name + " takes back its refusal of " + refused;
  if (!taken.empty()) harder = party.name + " takes back its acceptance of " + taken;
  return {{softer, driver.when_low}, {harder, driver.when_high}};
}

std::vector<Sign> signs_of(const Material& material, const assess::Driver& driver) {
  const casefile::Case& source = material.source;
  const std::string& party = source.parties[driver.party].second.name;
  switch (driver.kind) {
    case assess::DriverKind::no_deal:
      return signs_of_alternative(material, driver);
    case assess::DriverKind::weight: {
      const std::string issue = in_quotes(source.issues[driver.issue].second.title);
      return {{party + " offers to settle " + issue + " last, or later", driver.when_low},
              {party + " makes " + issue + " a condition of any further talks", driver.when_high}};
    }
    case assess::DriverKind::value: {
      const casefile::Issue& issue = source.issues[driver.issue].second;
      const std::string option =
          in_quotes(option_title(issue, driver.option)) + " (" + issue.title + ")";
      return {{party + " speaks against " + option, driver.when_low},
              {party + " speaks for " + option, driver.when_high}};
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
  table.caption = linked(
      "Signs that would move the odds of a deal, now " + now + ", and what the odds would then be.",
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
    chapter.blocks.push_back(Paragraph{"No single sign would move the odds of a deal by much."});
  } else {
    chapter.blocks.push_back(std::move(table));
  }
  return chapter;
}

}  // namespace parley::brief
