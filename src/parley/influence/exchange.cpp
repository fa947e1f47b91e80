#include "parley/influence/exchange.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "parley/base/random.hpp"
#include "parley/influence/baseline.hpp"

namespace parley::influence {
namespace {

constexpr std::size_t kMostPairs = 1'000'000;
constexpr double kRounding = 1e-9;

// Everything on scales of 0 to 100.
class Market {
 public:
  explicit Market(const Council& council) : council_(council), now_(voting_positions(council)) {
    for (std::size_t k = 0; k < council.scales.size(); ++k) {
      double weight = 0;
      for (const Voter& each : voters(council, k)) weight += each.weight();
      weights_.push_back(weight);
      starts_.push_back(now_.means[k]);
      for (std::size_t i = 0; i < council.actors.size(); ++i) {
        if (now_.positions[i][k]) now_.positions[i][k] = part(k, *now_.positions[i][k]);
      }
      now_.means[k] = part(k, now_.means[k]);
    }
    starts_ = now_.means;
    fixed_.assign(council.actors.size(), std::vector<bool>(council.scales.size(), false));
  }

  std::size_t actors() const { return council_.actors.size(); }
  std::size_t scales() const { return council_.scales.size(); }

  // The trade of two actors over two scales; nothing when they do not stand across on both, or one
  // has nothing to give.
  std::optional<Exchange> trade(std::size_t i, std::size_t j, std::size_t p, std::size_t q) const {
    for (const std::size_t k : {p, q}) {
      if (!now_.positions[i][k] || !now_.positions[j][k]) return std::nullopt;
      if (below(i, k) == below(j, k)) return std::nullopt;
    }
    // Who minds p more, beside q, demands it.
    if (salience(i, p) * salience(j, q) < salience(j, p) * salience(i, q)) std::swap(i, j);
    return valued({i, j, q, p, 0, 0, 0, 0, 0, 0, 0, 0});
  }

  // With moves, shifts and gains as things stand; nothing when no move is left.
  std::optional<Exchange> valued(Exchange e) const {
    const std::size_t p = e.j_gives;
    const std::size_t q = e.i_gives;
    if (fixed_[e.i][q] || fixed_[e.j][p]) return std::nullopt;
    const double pull_i = weight(e.i, q) / weights_[q];  // shift of the mean a unit of move
    const double pull_j = weight(e.j, p) / weights_[p];
    if (pull_i <= 0 || pull_j <= 0) return std::nullopt;
    const double room_j = *now_.positions[e.i][p] - *now_.positions[e.j][p];  // signed
    const double room_i = *now_.positions[e.j][q] - *now_.positions[e.i][q];
    // Equal gains: so much shift on q for one on p.
    const double rate =
        (salience(e.i, p) + salience(e.j, p)) / (salience(e.i, q) + salience(e.j, q));
    const double reach_p = reach(e.i, p, room_j);
    const double reach_q = reach(e.j, q, room_i);
    double dp = std::min(std::abs(room_j) * pull_j, reach_p);
    dp = std::min({dp, std::abs(room_i) * pull_i / rate, reach_q / rate});
    if (dp < 0) return std::nullopt;
    const double dq = dp * rate;
    e.shift_j_gives = dp;
    e.shift_i_gives = dq;
    e.move_j = std::min(dp / pull_j, std::abs(room_j));
    e.move_i = std::min(dq / pull_i, std::abs(room_i));
    e.to_j = *now_.positions[e.j][p] + std::copysign(e.move_j, room_j);
    e.to_i = *now_.positions[e.i][q] + std::copysign(e.move_i, room_i);
    e.gain_i = dp * salience(e.i, p) - dq * salience(e.i, q);
    e.gain_j = dq * salience(e.j, q) - dp * salience(e.j, p);
    return e;
  }

  void make(const Exchange& e) {
    now_.positions[e.i][e.i_gives] = e.to_i;
    now_.positions[e.j][e.j_gives] = e.to_j;
    fixed_[e.i][e.i_gives] = true;
    fixed_[e.j][e.j_gives] = true;
    for (const std::size_t k : {e.i_gives, e.j_gives}) now_.means[k] = mean(k);
  }

  // In the units of the scales.
  Exchange told(Exchange e) const {
    e.to_i = place(e.i_gives, e.to_i);
    e.to_j = place(e.j_gives, e.to_j);
    e.move_i *= council_.scales[e.i_gives].width() / 100;
    e.move_j *= council_.scales[e.j_gives].width() / 100;
    return e;
  }

  VotingPositions told() const {
    VotingPositions result = now_;
    for (std::size_t k = 0; k < scales(); ++k) {
      result.means[k] = place(k, result.means[k]);
      for (std::size_t i = 0; i < actors(); ++i) {
        if (result.positions[i][k]) result.positions[i][k] = place(k, *result.positions[i][k]);
      }
    }
    return result;
  }

 private:
  double part(std::size_t k, double x) const {
    const Scale& scale = council_.scales[k];
    return scale.width() > 0 ? (x - scale.low) / scale.width() * 100 : 0;
  }
  double place(std::size_t k, double x) const {
    const Scale& scale = council_.scales[k];
    return scale.low + x / 100 * scale.width();
  }
  double salience(std::size_t i, std::size_t k) const {
    return council_.actors[i].stands[k]->salience;
  }
  double weight(std::size_t i, std::size_t k) const {
    return council_.actors[i].stands[k]->weight();
  }
  bool below(std::size_t i, std::size_t k) const {
    return *now_.positions[i][k] <= starts_[k] + kRounding;
  }

  // How far the mean may move before it passes whom the move is for; below 0 when it has.
  double reach(std::size_t demander, std::size_t k, double direction) const {
    const double way = *now_.positions[demander][k] - now_.means[k];
    return direction >= 0 ? way : -way;
  }

  double mean(std::size_t k) const {
    double sum = 0;
    for (std::size_t i = 0; i < actors(); ++i) {
      if (now_.positions[i][k]) sum += weight(i, k) * *now_.positions[i][k];
    }
    return sum / weights_[k];
  }

  const Council& council_;
  VotingPositions now_;
  std::vector<double> weights_;  // [scale]
  std::vector<double> starts_;   // [scale]: the mean that parts the sides
  std::vector<std::vector<bool>> fixed_;
};

std::optional<Failure> refusal(const Council& council) {
  const auto failure = [](FailureKind kind, std::string code, std::string message) {
    return Failure{kind, {{Severity::error, std::move(code), {}, std::move(message), {}}}};
  };
  if (council.scales.size() < 2 || council.actors.size() < 2) {
    return failure(FailureKind::unsupported, "does-not-fit",
                   "an exchange needs two issues and two actors");
  }
  const std::size_t n = council.actors.size();
  const std::size_t m = council.scales.size();
  if (n * (n - 1) / 2 * (m * (m - 1) / 2) > kMostPairs) {
    return failure(FailureKind::too_large, "too-large",
                   "there are more than 1,000,000 pairs of actors and issues that might exchange");
  }
  return std::nullopt;
}

std::vector<Exchange> all_trades(const Market& market) {
  std::vector<Exchange> found;
  for (std::size_t p = 0; p < market.scales(); ++p) {
    for (std::size_t q = p + 1; q < market.scales(); ++q) {
      for (std::size_t i = 0; i < market.actors(); ++i) {
        for (std::size_t j = i + 1; j < market.actors(); ++j) {
          if (auto trade = market.trade(i, j, p, q)) found.push_back(*trade);
        }
      }
    }
  }
  return found;
}

double best_gain(const Exchange& each) { return std::min(each.gain_i, each.gain_j); }

// The place of the best exchange that gains anything; of equal ones the draw decides.
std::optional<std::size_t> best_of(const std::vector<Exchange>& all, RandomStream& random) {
  double most = kRounding;
  for (const Exchange& each : all) most = std::max(most, best_gain(each));
  std::vector<std::size_t> best;
  for (std::size_t e = 0; e < all.size(); ++e) {
    if (best_gain(all[e]) > kRounding && best_gain(all[e]) >= most - kRounding) best.push_back(e);
  }
  if (best.empty()) return std::nullopt;
  return best.size() == 1 ? best.front() : best[random.below(best.size())];
}

// Those that touch either issue of the one that was made, as things stand now.
std::vector<Exchange> valued_anew(const Market& market, const std::vector<Exchange>& all,
                                  const Exchange& made) {
  std::vector<Exchange> left;
  for (const Exchange& each : all) {
    const auto touches = [&](std::size_t k) { return k == made.i_gives || k == made.j_gives; };
    if (!touches(each.i_gives) && !touches(each.j_gives)) {
      left.push_back(each);
    } else if (const auto valued = market.valued(each)) {
      left.push_back(*valued);
    }
  }
  return left;
}

// Where a round leaves the positions that the next begins from.
Council drifted(const Council& council, const VotingPositions& voted) {
  Council next = council;
  for (std::size_t i = 0; i < next.actors.size(); ++i) {
    for (std::size_t k = 0; k < next.scales.size(); ++k) {
      auto& stand = next.actors[i].stands[k];
      if (!stand) continue;
      const double pull = 0.4 * (1 - stand->salience) + 0.1;
      stand->position = stand->position * (1 - pull) + *voted.positions[i][k] * pull;
    }
  }
  return next;
}

Result<ExchangeRound> play_round(const Council& council, RandomStream& random,
                                 const Control& control) {
  Market market(council);
  std::vector<Exchange> left = all_trades(market);
  ExchangeRound round;
  while (const auto best = best_of(left, random)) {
    if (control.cancelled && control.cancelled()) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the work was done");
    }
    const Exchange made = left[*best];
    const VotingPositions before = market.told();
    market.make(made);
    round.made.push_back(market.told(made));
    round.externalities.push_back(externalities(council, before, round.made.back()));
    left = valued_anew(market, left, made);
  }
  round.after = market.told();
  return round;
}

}  // namespace

VotingPositions voting_positions(const Council& council) {
  VotingPositions result;
  for (const Actor& each : council.actors) {
    auto& row = result.positions.emplace_back();
    for (const auto& stand : each.stands) {
      row.push_back(stand ? std::optional(stand->position) : std::nullopt);
    }
  }
  for (std::size_t k = 0; k < council.scales.size(); ++k) {
    result.means.push_back(weighted_mean(voters(council, k)));
  }
  return result;
}

Result<std::vector<Exchange>> potential_exchanges(const Council& council) {
  if (auto failure = refusal(council)) return tl::unexpected(*std::move(failure));
  const Market market(council);
  std::vector<Exchange> found = all_trades(market);
  for (Exchange& each : found) each = market.told(each);
  return found;
}

std::vector<double> externalities(const Council& council, const VotingPositions& before,
                                  const Exchange& exchange) {
  std::vector<double> gains(council.actors.size(), 0.0);
  const auto add = [&](std::size_t k, std::size_t mover, double to, double shift) {
    const double width = council.scales[k].width();
    if (width <= 0) return;
    const double from = *before.positions[mover][k];
    const double mean = before.means[k];
    const double moved = mean + std::copysign(shift, to - from) * width / 100;
    for (std::size_t a = 0; a < council.actors.size(); ++a) {
      const auto& stand = council.actors[a].stands[k];
      if (!stand) continue;
      const double nearer = std::abs(mean - stand->position) - std::abs(moved - stand->position);
      gains[a] += stand->salience * nearer / width * 100;
    }
  };
  add(exchange.i_gives, exchange.i, exchange.to_i, exchange.shift_i_gives);
  add(exchange.j_gives, exchange.j, exchange.to_j, exchange.shift_j_gives);
  return gains;
}

Result<std::vector<ExchangeRound>> exchange(const Council& council, std::size_t rounds,
                                            std::uint64_t seed, const Control& control) {
  if (auto failure = refusal(council)) return tl::unexpected(*std::move(failure));
  std::vector<ExchangeRound> played;
  Council now = council;
  for (std::size_t r = 0; r < rounds; ++r) {
    RandomStream random(seed, r, "exchange");
    auto round = play_round(now, random, control);
    if (!round) return tl::unexpected(std::move(round.error()));
    now = drifted(now, round->after);
    played.push_back(*std::move(round));
  }
  return played;
}

}  // namespace parley::influence
