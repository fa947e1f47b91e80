#include "parley/influence/expected_utility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "parley/influence/baseline.hpp"
#include "parley/influence/internal/matrix.hpp"

namespace parley::influence {
namespace {

using internal::Matrix;

constexpr double kSame = 1e-9;

// What stays as it is through all rounds.
struct Game {
  std::vector<Voter> voters;
  double range = 0;  // of the positions at the start
  Variant variant;

  std::size_t size() const { return voters.size(); }
};

// The voters where a round found them.
std::vector<Voter> at(const Game& game, const Positions& positions) {
  std::vector<Voter> moved = game.voters;
  for (std::size_t i = 0; i < moved.size(); ++i) moved[i].position = positions[i];
  return moved;
}

// How likely i prevails over j when each k minds risk as risks[k] says.
Matrix odds(const Game& game, const Positions& x, const std::vector<double>& risks) {
  const std::size_t n = game.size();
  Matrix loss(n, n);
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t a = 0; a < n; ++a) {
      loss(k, a) = game.voters[k].weight() * std::pow(std::abs(x[k] - x[a]) / game.range, risks[k]);
    }
  }
  Matrix support(n, n);
  Matrix votes(n, n);
  double all = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t k = 0; k < n; ++k) {
        if (game.variant.denominator == Denominator::others && (k == i || k == j)) continue;
        const double vote = loss(k, j) - loss(k, i);
        support(i, j) += std::max(0.0, vote);
        votes(i, j) += std::abs(vote);
      }
      all += votes(i, j);
    }
  }
  Matrix result(n, n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double by = game.variant.denominator == Denominator::all_pairs ? all : votes(i, j);
      if (x[i] != x[j] && by > 0) result(i, j) = support(i, j) / by;
    }
  }
  return result;
}

// What challenges are worth in one round.
class Estimates {
 public:
  Estimates(const Game& game, const Positions& now, const Positions& before, Matrix odds)
      : game_(game),
        now_(now),
        before_(before),
        odds_(std::move(odds)),
        median_(weighted_median(at(game, now))) {}

  // What whoever minds risk by r expects of i's challenging j.
  double of(double r, std::size_t i, std::size_t j) const {
    const double d = distance(now_, i, j) / game_.range;
    const double success = 2 - 4 * std::pow(0.5 - d / 2, r);
    const double failure = 2 - 4 * std::pow(0.5 + d / 2, r);
    const double fights = game_.voters[j].salience;
    const double p = odds_(i, j);
    return fights * (p * success + (1 - p) * failure) + (1 - fights) * success - quiet(r, i, j);
  }

 private:
  double distance(const Positions& x, std::size_t i, std::size_t j) const {
    return std::abs(x[i] - x[j]);
  }

  // What i expects when it leaves j alone.
  double quiet(double r, std::size_t i, std::size_t j) const {
    const double same = 2 - 4 * std::pow(0.5, r);
    if (game_.variant.quiet == Quiet::certain) return same;
    const double q = stays(i);
    const double reach = (std::abs(now_[i] - median_) + distance(now_, i, j)) / (4 * game_.range);
    const double better = 2 - 4 * std::pow(std::max(0.0, 0.5 - reach), r);
    const double worse = 2 - 4 * std::pow(0.5 + reach, r);
    const bool nearer = distance(now_, i, j) < distance(before_, i, j);
    return q * same + (1 - q) * (nearer ? better : worse);
  }

  double stays(std::size_t i) const {
    double product = 1;
    for (std::size_t k = 0; k < game_.size(); ++k) {
      product *= odds_(i, k) + 1 - game_.voters[k].salience;
    }
    return std::clamp(product, 0.0, 1.0);
  }

  const Game& game_;
  const Positions& now_;
  const Positions& before_;
  Matrix odds_;
  double median_;
};

// Danger is what the others expect of challenging an actor while nobody minds risk.
std::vector<double> risks_of(const Game& game, const Estimates& neutral) {
  std::vector<double> danger(game.size(), 0.0);
  for (std::size_t i = 0; i < game.size(); ++i) {
    for (std::size_t j = 0; j < game.size(); ++j) {
      if (i != j) danger[i] += neutral.of(1, j, i);
    }
  }
  const auto [least, most] = std::ranges::minmax(danger);
  std::vector<double> risks;
  for (const double each : danger) {
    const double r = most > least ? (2 * each - most - least) / (most - least) : 0;
    risks.push_back((1 - r / 3) / (1 + r / 3));
  }
  return risks;
}

std::optional<Offer> offer_between(const Positions& x, std::size_t i, std::size_t j, double a,
                                   double b) {
  Offer offer{i, j, Offer::Kind::confrontation, x[j], a, b};
  if (b > a && a > 0) return offer;
  if (!(b > 0 && a < 0)) return std::nullopt;
  if (b > std::abs(a)) {
    offer.kind = Offer::Kind::compromise;
    offer.target = x[i] + (x[j] - x[i]) * std::abs(a / b);
    return offer;
  }
  if (b < std::abs(a)) {
    offer.kind = Offer::Kind::capitulation;
    return offer;
  }
  return std::nullopt;
}

// What an offer is taken by, the smallest first; equal ones by the order of partners.
std::tuple<double, double> rank(const Game& game, const Offer& offer, const Positions& x) {
  const double move = std::abs(offer.target - x[offer.actor]);
  switch (game.variant.taking) {
    case Taking::weighted_point:
      if (offer.kind == Offer::Kind::compromise) {
        const double a = std::abs(offer.own_view);
        const double b = std::abs(offer.partner_view);
        return {(a * x[offer.actor] + b * x[offer.partner]) / (a + b), 0};
      }
      return {move, 0};
    case Taking::least_move:
      return {move, 0};
    case Taking::hardest_pressed:
      // Ways that differ by rounding alone are equally long, whichever way round the scale is.
      return {std::round(move / (kSame * game.range)), -std::round(offer.partner_view / kSame)};
  }
  return {move, 0};
}

std::optional<Move> move_of(const Game& game, const Positions& x, const Estimates& estimates,
                            const std::vector<double>& risks, std::size_t i) {
  std::vector<Offer> offers;
  for (std::size_t j = 0; j < game.size(); ++j) {
    if (x[j] == x[i]) continue;
    const auto offer =
        offer_between(x, i, j, estimates.of(risks[i], i, j), estimates.of(risks[i], j, i));
    if (offer) offers.push_back(*offer);
  }
  if (offers.empty()) return std::nullopt;
  const auto first = std::ranges::min_element(offers, {}, [&](const Offer& each) {
    return std::tuple_cat(std::tuple(each.kind), rank(game, each, x));
  });
  Move move{*first, {}};
  offers.erase(first);
  move.passed_over = std::move(offers);
  return move;
}

EuRound start_of(const Game& game, const Positions& x) {
  const std::vector<Voter> here = at(game, x);
  return {x, weighted_mean(here), weighted_median(here), {}, {}};
}

struct Played {
  EuRound round;
  Matrix odds;
};

Played next(const Game& game, const Positions& x, const Positions& before) {
  const std::vector<double> neutral(game.size(), 1.0);
  const auto risks = risks_of(game, Estimates(game, x, before, odds(game, x, neutral)));
  Matrix with_risks = odds(game, x, risks);
  const Estimates estimates(game, x, before, with_risks);
  Positions moved = x;
  std::vector<Move> moves;
  for (std::size_t i = 0; i < game.size(); ++i) {
    auto move = move_of(game, x, estimates, risks, i);
    if (!move) continue;
    moved[i] = move->taken.target;
    moves.push_back(std::move(*move));
  }
  EuRound round = start_of(game, moved);
  round.risks = risks;
  round.moves = std::move(moves);
  return {std::move(round), std::move(with_risks)};
}

// In moves, from places among the voters to places in the council.
void name_actors(ExpectedUtility& result) {
  const auto rename = [&](Offer& offer) {
    offer.actor = result.actors[offer.actor];
    offer.partner = result.actors[offer.partner];
  };
  for (EuRound& round : result.rounds) {
    for (Move& move : round.moves) {
      rename(move.taken);
      std::ranges::for_each(move.passed_over, rename);
    }
  }
}

std::vector<std::vector<double>> rows_of(const Matrix& table) {
  std::vector<std::vector<double>> rows(table.rows());
  for (std::size_t i = 0; i < table.rows(); ++i) {
    for (std::size_t j = 0; j < table.columns(); ++j) rows[i].push_back(table(i, j));
  }
  return rows;
}

}  // namespace

std::string_view name(Offer::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"confrontation", "compromise", "capitulation"};
  return kNames[static_cast<std::size_t>(kind)];
}

Result<ExpectedUtility> expected_utility(const Council& council, std::size_t scale,
                                         const Variant& variant, std::size_t most_rounds) {
  Game game{voters(council, scale), 0, variant};
  if (std::ranges::count_if(game.voters, [](const Voter& v) { return v.weight() > 0; }) < 2) {
    return fail(FailureKind::unsupported, "does-not-fit", {},
                fmt::format("expected utility needs two actors with weight on “{}” who can "
                            "challenge each other",
                            council.scales[scale].name));
  }
  ExpectedUtility result;
  Positions start;
  for (const Voter& each : game.voters) {
    result.actors.push_back(each.actor);
    start.push_back(each.position);
  }
  const auto [low, high] = std::ranges::minmax(start);
  game.range = high - low;
  result.rounds.push_back(start_of(game, start));
  std::vector<Positions> course{start};
  if (game.range == 0) {
    result.settling = {Settling::Kind::fixed_point, 0, 1};
    return result;
  }
  while (result.rounds.size() <= most_rounds && result.settling.kind == Settling::Kind::unsettled) {
    const Positions& before = course[course.size() - std::min<std::size_t>(course.size(), 2)];
    Played played = next(game, course.back(), before);
    if (result.probability.empty()) result.probability = rows_of(played.odds);
    course.push_back(played.round.positions);
    result.rounds.push_back(std::move(played.round));
    result.settling = settling(course, kSame * game.range);
  }
  name_actors(result);
  return result;
}

}  // namespace parley::influence
