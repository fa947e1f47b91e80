#include "influence_summary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::app {
namespace {

using namespace influence;

constexpr std::size_t kMostIssues = 20;
constexpr std::size_t kMostActorsShown = 10;
constexpr std::size_t kMostLevers = 5;
constexpr std::size_t kMostExchanges = 5;

std::string forecast_text(const Scale& scale, const Forecast& forecast) {
  std::string text = fmt::format(
      "  Expected at {}; half of the outcomes from {:.4g} to {:.4g}, nine in ten from {:.4g} to "
      "{:.4g}.\n",
      place_text(scale, forecast.mean), forecast.low_quarter, forecast.high_quarter, forecast.low,
      forecast.high);
  if (forecast.at_low > 0 || forecast.at_high > 0) {
    text += fmt::format("  At the low end, {}: {:.0f} %; at the high end, {}: {:.0f} %.\n",
                        place_text(scale, scale.low), forecast.at_low * 100,
                        place_text(scale, scale.high), forecast.at_high * 100);
  }
  return text;
}

std::string_view title(Model model) {
  switch (model) {
    case Model::weighted_mean:
      return "weighted mean";
    case Model::weighted_median:
      return "weighted median";
    case Model::mean:
      return "plain mean";
    case Model::condorcet:
      return "beats all others";
    case Model::expected_utility:
      return "expected utility";
    case Model::smp:
      return "SMP (KTAB)";
    case Model::exchange:
      return "exchange";
    case Model::nash:
      return "Nash";
  }
  return {};
}

std::string models_text(const std::vector<Opinion>& opinions) {
  std::string text = "\n";
  for (const Opinion& each : opinions) {
    const std::string outcome = each.outcome ? fmt::format("{:.4g}", *each.outcome) : "-";
    text += fmt::format("  {:<17}{:>9}{}{}\n", title(each.model), outcome,
                        each.reason.empty() ? "" : "  ", each.reason);
  }
  return text;
}

// Whether the models agree is a finding of its own.
std::string agreement_text(const Scale& scale, const Hull& agreement) {
  if (scale.width() <= 0) return {};
  const double part = agreement.width() / scale.width();
  const char* finding = part < 0.1 ? "agree" : part < 0.3 ? "differ" : "differ widely";
  return fmt::format("  The models {}: from {:.4g} to {:.4g}, {:.0f} % of the scale.\n", finding,
                     agreement.low, agreement.high, part * 100);
}

std::string weights_text(const Council& council, const std::vector<Pull>& pulls) {
  std::string text = "\n  whose weight                  share   without\n";
  const std::size_t shown = std::min(pulls.size(), kMostActorsShown);
  for (std::size_t i = 0; i < shown; ++i) {
    text += fmt::format("  {:<28}{:>5.0f} %{:>10.4g}\n", council.actors[pulls[i].actor].name,
                        pulls[i].share * 100, pulls[i].without);
  }
  if (shown < pulls.size()) {
    text += fmt::format("  and {} more (--json lists all)\n", pulls.size() - shown);
  }
  return text;
}

std::string ways_text(const Council& council, std::size_t scale, const std::vector<Way>& ways) {
  std::string text;
  for (const Way& way : ways) {
    text += fmt::format("\n  What would bring it to {}:\n",
                        place_text(council.scales[scale], way.wanted));
    if (way.levers.empty()) text += "    nothing that any of them could change.\n";
    const std::size_t shown = std::min(way.levers.size(), kMostLevers);
    for (std::size_t i = 0; i < shown; ++i) {
      text += fmt::format("    {}\n", sentence(council, scale, way.levers[i]));
    }
    if (shown < way.levers.size()) {
      text += fmt::format("    and {} more (--json lists all)\n", way.levers.size() - shown);
    }
  }
  return text;
}

std::string exchanges_text(const Council& council, const ExchangeRound& round) {
  if (round.made.empty()) return {};
  std::string text = "\nExchanges that would pay both, the best first:\n";
  const std::size_t shown = std::min(round.made.size(), kMostExchanges);
  for (std::size_t e = 0; e < shown; ++e) {
    const Exchange& made = round.made[e];
    std::size_t gain = 0;
    std::size_t lose = 0;
    for (std::size_t a = 0; a < council.actors.size(); ++a) {
      if (a == made.i || a == made.j) continue;
      gain += round.externalities[e][a] > 1e-9 ? 1U : 0U;
      lose += round.externalities[e][a] < -1e-9 ? 1U : 0U;
    }
    text += fmt::format(
        "  {} gives way on {} (to {}), {} on {} (to {}): each gains {:.3g} of 100. "
        "Of the others {} gain and {} lose.\n",
        council.actors[made.i].name, council.scales[made.i_gives].name,
        place_text(council.scales[made.i_gives], made.to_i), council.actors[made.j].name,
        council.scales[made.j_gives].name, place_text(council.scales[made.j_gives], made.to_j),
        made.gain_i, gain, lose);
  }
  if (shown < round.made.size()) {
    text += fmt::format("  and {} more (--json lists all)\n", round.made.size() - shown);
  }
  return text;
}

}  // namespace

std::string influence_summary(const Analysis& analysis) {
  const Council& council = analysis.council;
  std::string text = fmt::format(
      "{} {}, {} {}.\n", council.actors.size(), council.actors.size() == 1 ? "actor" : "actors",
      council.scales.size(), council.scales.size() == 1 ? "issue" : "issues");
  const std::size_t shown = std::min(council.scales.size(), kMostIssues);
  for (std::size_t k = 0; k < shown; ++k) {
    const Scale& scale = council.scales[k];
    const ScaleAnalysis& found = analysis.scales[k];
    text += fmt::format("\n{}, from {} to {}\n", scale.name, place_text(scale, scale.low),
                        place_text(scale, scale.high));
    text += forecast_text(scale, found.forecast) + models_text(found.opinions) +
            agreement_text(scale, found.agreement) + weights_text(council, found.pulls) +
            ways_text(council, k, found.ways);
  }
  if (shown < council.scales.size()) {
    text += fmt::format("\nand {} more issues (--json lists all)\n", council.scales.size() - shown);
  }
  return analysis.exchange ? text + exchanges_text(council, *analysis.exchange) : text;
}

}  // namespace parley::app
