#include "parley/assess/drivers.hpp"

#include <algorithm>
#include <cmath>

namespace parley::assess {
namespace {

// The odds of the outcome along an estimate are looked at in so many slices of equal weight.
constexpr std::size_t kSlices = 12;

struct Sample {
  double input;
  double share;
  bool outcome;
};

double odds(const Sample* begin, const Sample* end) {
  double all = 0;
  double yes = 0;
  for (const Sample* each = begin; each != end; ++each) {
    all += each->share;
    yes += each->outcome ? each->share : 0;
  }
  return all > 0 ? yes / all : 0;
}

double effective(const Sample* begin, const Sample* end) {
  double sum = 0;
  double squares = 0;
  for (const Sample* each = begin; each != end; ++each) {
    sum += each->share;
    squares += each->share * each->share;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

// The first sample at which a share of the whole weight is used up.
const Sample* at_share(const std::vector<Sample>& samples, double share) {
  double sum = 0;
  for (const Sample& each : samples) {
    if (sum >= share) return &each;
    sum += each.share;
  }
  return samples.data() + samples.size();
}

std::optional<double> flip(const std::vector<Sample>& samples) {
  double before = 0;
  for (std::size_t slice = 0; slice < kSlices; ++slice) {
    const double width = 1.0 / static_cast<double>(kSlices);
    const Sample* begin = at_share(samples, width * static_cast<double>(slice));
    const Sample* end = slice + 1 == kSlices
                            ? samples.data() + samples.size()
                            : at_share(samples, width * static_cast<double>(slice + 1));
    if (begin == end) continue;
    const double now = odds(begin, end);
    if (slice > 0 && (before < 0.5) != (now < 0.5)) return 100 * begin->input;
    before = now;
  }
  return std::nullopt;
}

bool is_yes_or_no(const Driver& driver) {
  return driver.kind == DriverKind::red_line || driver.kind == DriverKind::linkage;
}

// Fills in the odds; false when the difference may be chance or there is nothing to compare.
bool compare(std::vector<Sample>& samples, Driver& driver) {
  const auto differs = [&](const Sample& each) { return each.input != samples.front().input; };
  if (std::none_of(samples.begin(), samples.end(), differs)) return false;
  const bool yes_or_no = is_yes_or_no(driver);
  const auto not_meant = [](const Sample& each) { return each.input == 0; };
  if (yes_or_no) {
    std::stable_partition(samples.begin(), samples.end(), not_meant);
  } else {
    std::stable_sort(samples.begin(), samples.end(),
                     [](const Sample& a, const Sample& b) { return a.input < b.input; });
  }
  const Sample* begin = samples.data();
  const Sample* end = begin + samples.size();
  const Sample* low_end =
      yes_or_no ? std::find_if_not(begin, end, not_meant) : at_share(samples, 1.0 / 3);
  const Sample* high_begin = yes_or_no ? low_end : at_share(samples, 2.0 / 3);
  if (low_end == begin || high_begin == end) return false;
  driver.when_low = odds(begin, low_end);
  driver.when_high = odds(high_begin, end);
  const double variance =
      driver.when_low * (1 - driver.when_low) / std::max(1.0, effective(begin, low_end)) +
      driver.when_high * (1 - driver.when_high) / std::max(1.0, effective(high_begin, end));
  if (std::abs(driver.when_high - driver.when_low) <= 2 * std::sqrt(variance)) return false;
  if (!yes_or_no) driver.flips_at = flip(samples);
  return true;
}

// All estimates that may move an answer.
std::vector<Driver> estimates_of(const Model& model) {
  std::vector<Driver> estimates;
  for (const std::size_t party : model.consenting()) {
    estimates.push_back({DriverKind::no_deal, party, 0, 0, 0, 0, 0, {}});
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      estimates.push_back({DriverKind::weight, party, issue, 0, 0, 0, 0, {}});
      const Model::Stand& stand = model.stand(party, issue);
      for (std::size_t o = model.first_option(issue); o < model.first_option(issue + 1); ++o) {
        const std::size_t option = o - model.first_option(issue);
        estimates.push_back({DriverKind::value, party, issue, option, 0, 0, 0, {}});
        const bool drawn = std::any_of(stand.red_lines.begin(), stand.red_lines.end(),
                                       [&](const auto& line) { return line.option == o; });
        if (drawn) estimates.push_back({DriverKind::red_line, party, issue, option, 0, 0, 0, {}});
      }
    }
  }
  for (std::size_t i = 0; i < model.linkages().size(); ++i) {
    const std::size_t owner = model.linkages()[i].owner.value_or(0);
    estimates.push_back({DriverKind::linkage, owner, 0, 0, i, 0, 0, {}});
  }
  return estimates;
}

double input_in(const Model& model, const DrawnWorld& world, const Driver& driver) {
  const std::size_t option =
      driver.party * model.options() + model.first_option(driver.issue) + driver.option;
  switch (driver.kind) {
    case DriverKind::no_deal:
      return world.no_deal[driver.party];
    case DriverKind::weight:
      return world.weight[driver.party * model.issues() + driver.issue];
    case DriverKind::value:
      return world.value[option];
    case DriverKind::red_line:
      return static_cast<double>(world.red_line[option]);
    case DriverKind::linkage:
      return static_cast<double>(world.linkage[driver.linkage]);
  }
  return 0;
}

}  // namespace

std::optional<Driver> compared(const Model& model, const Worlds& worlds,
                               const std::vector<char>& outcome, Driver estimate) {
  std::vector<Sample> samples;
  samples.reserve(worlds.drawn.size());
  for (std::size_t i = 0; i < worlds.drawn.size(); ++i) {
    samples.push_back(
        {input_in(model, worlds.drawn[i], estimate), worlds.share[i], outcome[i] != 0});
  }
  if (!compare(samples, estimate)) return std::nullopt;
  return estimate;
}

Result<std::vector<Driver>> find_drivers(const Model& model, const Worlds& worlds,
                                         const std::vector<char>& outcome, std::size_t most,
                                         const Control& control) {
  const std::vector<Driver> estimates = estimates_of(model);
  std::vector<std::optional<Driver>> moving(estimates.size());
  const auto done = for_each_index(estimates.size(), control, [&](std::size_t e) {
    moving[e] = compared(model, worlds, outcome, estimates[e]);
  });
  if (!done) return tl::unexpected(done.error());
  std::vector<Driver> drivers;
  for (const std::optional<Driver>& each : moving) {
    if (each) drivers.push_back(*each);
  }
  std::stable_sort(drivers.begin(), drivers.end(), [](const Driver& a, const Driver& b) {
    return std::abs(a.when_high - a.when_low) > std::abs(b.when_high - b.when_low);
  });
  if (drivers.size() > most) drivers.resize(most);
  return drivers;
}

}  // namespace parley::assess
