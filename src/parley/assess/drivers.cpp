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

// Fills in the odds; false when the difference may be chance or there is nothing to compare.
bool compare(std::vector<Sample>& samples, Driver& driver) {
  std::stable_sort(samples.begin(), samples.end(),
                   [](const Sample& a, const Sample& b) { return a.input < b.input; });
  if (samples.front().input == samples.back().input) return false;
  const bool yes_or_no = driver.kind == DriverKind::red_line || driver.kind == DriverKind::linkage;
  const Sample* begin = samples.data();
  const Sample* end = begin + samples.size();
  const Sample* low_end = at_share(samples, 1.0 / 3);
  const Sample* high_begin = at_share(samples, 2.0 / 3);
  if (yes_or_no) {
    low_end = high_begin = std::find_if(begin, end, [](const Sample& s) { return s.input > 0; });
  }
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

}  // namespace

std::vector<Driver> find_drivers(const Model& model, const Worlds& worlds,
                                 const std::vector<char>& outcome, std::size_t most) {
  std::vector<Driver> drivers;
  std::vector<Sample> samples(worlds.drawn.size());
  const auto consider = [&](Driver driver, auto&& input_of) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
      samples[i] = {input_of(worlds.drawn[i]), worlds.share[i], outcome[i] != 0};
    }
    if (compare(samples, driver)) drivers.push_back(driver);
  };
  for (const std::size_t party : model.consenting()) {
    consider({DriverKind::no_deal, party, 0, 0, 0, 0, 0, {}},
             [&](const DrawnWorld& world) { return world.no_deal[party]; });
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      consider({DriverKind::weight, party, issue, 0, 0, 0, 0, {}}, [&](const DrawnWorld& world) {
        return world.weight[party * model.issues() + issue];
      });
      for (std::size_t o = model.first_option(issue); o < model.first_option(issue + 1); ++o) {
        const std::size_t at = party * model.options() + o;
        const std::size_t option = o - model.first_option(issue);
        consider({DriverKind::value, party, issue, option, 0, 0, 0, {}},
                 [&](const DrawnWorld& world) { return world.value[at]; });
        consider({DriverKind::red_line, party, issue, option, 0, 0, 0, {}},
                 [&](const DrawnWorld& world) { return static_cast<double>(world.red_line[at]); });
      }
    }
  }
  for (std::size_t i = 0; i < model.linkages().size(); ++i) {
    consider({DriverKind::linkage, model.linkages()[i].owner.value_or(0), 0, 0, i, 0, 0, {}},
             [&](const DrawnWorld& world) { return static_cast<double>(world.linkage[i]); });
  }
  std::stable_sort(drivers.begin(), drivers.end(), [](const Driver& a, const Driver& b) {
    return std::abs(a.when_high - a.when_low) > std::abs(b.when_high - b.when_low);
  });
  if (drivers.size() > most) drivers.resize(most);
  return drivers;
}

}  // namespace parley::assess
