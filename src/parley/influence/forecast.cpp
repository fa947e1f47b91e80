#include "parley/influence/forecast.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "parley/influence/baseline.hpp"
#include "parley/influence/nash.hpp"

namespace parley::influence {
namespace {

constexpr std::size_t kGrid = 10'000;
constexpr double kGolden = 0.6180339887498949;

// What one world says of one scale.
struct View {
  double compromise = 0;
  Hull hull;
  Hull acceptable;
  double outcome = 0;
};

std::optional<View> view_of(const Council& council, std::size_t scale) {
  const std::vector<Voter> all = voters(council, scale);
  if (std::ranges::none_of(all, [](const Voter& v) { return v.weight() > 0; })) {
    return std::nullopt;
  }
  return View{weighted_mean(all), hull(all), acceptable(council, scale), 0};
}

double outcome(const View& view, const Spread& spread, double p) {
  return std::clamp(outcome_quantile(view.hull, view.compromise, spread, p), view.acceptable.low,
                    view.acceptable.high);
}

bool is_cut(const View& view) {
  return view.acceptable.low > view.hull.low || view.acceptable.high < view.hull.high;
}

double mean_of(const View& view, const Spread& spread) {
  if (!is_cut(view)) return view.compromise;
  double sum = 0;
  for (std::size_t g = 0; g < kGrid; ++g) {
    sum += outcome(view, spread, (static_cast<double>(g) + 0.5) / kGrid);
  }
  return sum / kGrid;
}

// The odds of each end of the scale.
std::pair<double, double> at_ends(const View& view, const Scale& scale, const Spread& spread) {
  if (view.hull.width() <= 0) {
    const double at = std::clamp(view.compromise, view.acceptable.low, view.acceptable.high);
    return {at <= scale.low ? 1 : 0, at >= scale.high ? 1 : 0};
  }
  const double up = (view.compromise - view.hull.low) / view.hull.width();
  const auto share = [&](bool reaches, double odds) {
    return reaches ? odds * spread.all_the_way : 0;
  };
  return {share(view.hull.low <= scale.low && view.acceptable.low <= scale.low, 1 - up),
          share(view.hull.high >= scale.high && view.acceptable.high >= scale.high, up)};
}

Forecast exact(const View& view, const Scale& scale, const Spread& spread) {
  const auto at = [&](double p) { return outcome(view, spread, p); };
  const auto [low, high] = at_ends(view, scale, spread);
  return {mean_of(view, spread), at(0.05), at(0.95), at(0.25), at(0.5), at(0.75), low, high};
}

double quantile_of(const std::vector<double>& sorted, double p) {
  const auto place = static_cast<std::size_t>(p * static_cast<double>(sorted.size()));
  return sorted[std::min(place, sorted.size() - 1)];
}

Forecast gathered(const std::vector<std::optional<View>>& views, const Scale& scale,
                  const Spread& spread) {
  Forecast result;
  std::vector<double> outcomes;
  for (const auto& view : views) {
    if (!view) continue;
    const auto [low, high] = at_ends(*view, scale, spread);
    result.at_low += low;
    result.at_high += high;
    result.mean += is_cut(*view) ? view->outcome : view->compromise;
    outcomes.push_back(view->outcome);
  }
  if (outcomes.empty()) return result;
  const auto count = static_cast<double>(outcomes.size());
  result.at_low /= count;
  result.at_high /= count;
  result.mean /= count;
  std::ranges::sort(outcomes);
  result.low = quantile_of(outcomes, 0.05);
  result.low_quarter = quantile_of(outcomes, 0.25);
  result.middle = quantile_of(outcomes, 0.5);
  result.high_quarter = quantile_of(outcomes, 0.75);
  result.high = quantile_of(outcomes, 0.95);
  return result;
}

}  // namespace

double outcome_quantile(const Hull& hull, double compromise, const Spread& spread, double p) {
  if (hull.width() <= 0) return compromise;
  const double up = (compromise - hull.low) / hull.width();
  const bool upwards = p >= 1 - up;
  // How much of this side lies between the outcome and its end.
  const double beyond = upwards ? (1 - p) / up : p / (1 - up);
  const double end = upwards ? hull.high : hull.low;
  if (beyond < spread.all_the_way) return end;
  const double rest = (beyond - spread.all_the_way) / (1 - spread.all_the_way);
  const double share = 1 - std::pow(std::min(rest, 1.0), 1 / spread.nearness);
  return compromise + share * (end - compromise);
}

Result<std::vector<Forecast>> forecast(const UncertainCouncil& council,
                                       const ForecastOptions& options, const Control& control) {
  const std::size_t scales = council.scales.size();
  std::vector<Forecast> found(scales);
  if (!is_uncertain(council)) {
    const Council sure = most_likely(council);
    for (std::size_t k = 0; k < scales; ++k) {
      if (const auto view = view_of(sure, k)) {
        found[k] = exact(*view, council.scales[k], options.spread);
      }
    }
    return found;
  }
  // [scale][world]
  std::vector<std::vector<std::optional<View>>> views(
      scales, std::vector<std::optional<View>>(options.worlds));
  const auto done = for_each_index(options.worlds, control, [&](std::size_t w) {
    const Council drawn = draw(council, World(options.seed, w));
    const double turns = (static_cast<double>(w) + 0.5) * kGolden;
    const double p = turns - std::floor(turns);
    for (std::size_t k = 0; k < scales; ++k) {
      auto view = view_of(drawn, k);
      if (view) view->outcome = outcome(*view, options.spread, p);
      views[k][w] = view;
    }
  });
  if (!done) return tl::unexpected(done.error());
  for (std::size_t k = 0; k < scales; ++k) {
    found[k] = gathered(views[k], council.scales[k], options.spread);
  }
  return found;
}

}  // namespace parley::influence
