#include "parley/talks/ensemble.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace parley::talks {
namespace {

// Samples with their weights.
Spread spread_of(std::vector<std::pair<double, double>> samples, double total) {
  std::ranges::sort(samples);
  Spread spread;
  double below = 0;
  bool has_low = false;
  bool has_high = false;
  for (const auto& [value, weight] : samples) {
    spread.mean += value * weight / total;
    below += weight / total;
    if (!has_low && below >= 0.05) {
      spread.low = value;
      has_low = true;
    }
    if (!has_high && below >= 0.95) {
      spread.high = value;
      has_high = true;
    }
  }
  if (!has_high) spread.high = samples.back().first;
  return spread;
}

Json to_json(const Odds& odds) {
  return {{"probability", odds.probability}, {"low", odds.low}, {"high", odds.high}};
}

Json to_json(const Spread& spread) {
  return {{"mean", spread.mean}, {"low", spread.low}, {"high", spread.high}};
}

}  // namespace

Result<std::vector<Outcome>> talks(std::size_t count,
                                   const std::function<Result<Setup>(std::size_t)>& setup,
                                   std::uint64_t seed, const Control& control) {
  std::vector<std::optional<Result<Outcome>>> found(count);
  const auto done = for_each_index(count, control, [&](std::size_t i) {
    const auto made = setup(i);
    found[i] = made ? talk(*made, seed, i) : Result<Outcome>(tl::unexpected(made.error()));
  });
  if (!done) return tl::unexpected(done.error());
  std::vector<Outcome> outcomes;
  outcomes.reserve(count);
  for (auto& each : found) {
    if (!*each) return tl::unexpected(std::move(each->error()));
    outcomes.push_back(std::move(**each));
  }
  return outcomes;
}

Odds odds(double share, double draws) {
  if (!(draws > 0)) return {};
  constexpr double kZ = 1.959963984540054;  // the 97.5 % quantile of the normal distribution
  const double p = std::clamp(share, 0.0, 1.0);
  const double square = kZ * kZ / draws;
  const double middle = (p + square / 2) / (1 + square);
  const double half = kZ / (1 + square) * std::sqrt(p * (1 - p) / draws + square / (4 * draws));
  return {p, std::clamp(middle - half, 0.0, p), std::clamp(middle + half, p, 1.0)};
}

Summary summarise(const bargaining::Problem& problem, std::span<const Outcome> outcomes,
                  std::span<const double> shares, std::size_t deadline) {
  assert(outcomes.size() == shares.size());
  Summary summary;
  summary.talks = outcomes.size();
  double total = 0;
  double squares = 0;
  for (const double each : shares) {
    total += each;
    squares += each * each;
  }
  if (!(total > 0)) return summary;
  summary.effective = total * total / squares;
  std::vector<double> agreed(deadline, 0);
  std::vector<double> broken(deadline, 0);
  for (const bargaining::Issue& each : problem.issues) {
    summary.terms.emplace_back(each.options.size(), 0);
  }
  double agreements = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const Outcome& each = outcomes[i];
    const double share = shares[i] / total;
    const std::size_t round = std::clamp<std::size_t>(each.rounds, 1, deadline) - 1;
    if (each.end == End::agreement) agreed[round] += share;
    if (each.end == End::left || each.end == End::stopped) broken[round] += share;
    if (each.end == End::deadline) summary.stalemate += share;
    if (!each.deal) continue;
    agreements += share;
    for (std::size_t k = 0; k < each.deal->size(); ++k) summary.terms[k][(*each.deal)[k]] += share;
  }
  double agreed_so_far = 0;
  for (std::size_t r = 0; r < deadline; ++r) {
    agreed_so_far += agreed[r];
    summary.breakdown += broken[r];
    summary.by_round.push_back({odds(agreed_so_far, summary.effective), summary.breakdown});
  }
  summary.agreement = odds(agreed_so_far, summary.effective);
  if (agreements > 0) {
    for (auto& issue : summary.terms) {
      for (double& each : issue) each = std::min(each / agreements, 1.0);
    }
  } else {
    summary.terms.clear();
  }
  for (std::size_t p = 0; p < problem.parties.size(); ++p) {
    std::vector<std::pair<double, double>> utilities;
    std::vector<std::pair<double, double>> gains;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      utilities.emplace_back(outcomes[i].utilities[p], shares[i]);
      gains.emplace_back(outcomes[i].gains[p], shares[i]);
    }
    summary.utilities.push_back(spread_of(std::move(utilities), total));
    summary.gains.push_back(spread_of(std::move(gains), total));
  }
  return summary;
}

Json to_json(const Summary& summary, const bargaining::Problem& problem) {
  Json rounds = Json::array();
  for (std::size_t r = 0; r < summary.by_round.size(); ++r) {
    Json round{{"round", r + 1}};
    round.update(to_json(summary.by_round[r].agreement));
    round["breakdown"] = summary.by_round[r].breakdown;
    rounds.push_back(std::move(round));
  }
  Json terms = Json::object();
  for (std::size_t k = 0; k < summary.terms.size(); ++k) {
    Json& issue = terms[problem.issues[k].name] = Json::object();
    for (std::size_t o = 0; o < summary.terms[k].size(); ++o) {
      issue[problem.issues[k].options[o].name] = summary.terms[k][o];
    }
  }
  Json utilities = Json::object();
  for (std::size_t p = 0; p < summary.utilities.size(); ++p) {
    Json& party = utilities[problem.parties[p].name] = to_json(summary.utilities[p]);
    party["gain"] = to_json(summary.gains[p]);
  }
  return {{"worlds", summary.talks},
          {"effective_worlds", summary.effective},
          {"agreement", to_json(summary.agreement)},
          {"by_round", std::move(rounds)},
          {"breakdown", summary.breakdown},
          {"stalemate", summary.stalemate},
          {"terms", std::move(terms)},
          {"utilities", std::move(utilities)}};
}

}  // namespace parley::talks
