#include "parley/influence/smp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "parley/influence/internal/space.hpp"

namespace parley::influence::smp {
namespace {

using internal::Agreement;
using internal::Matrix;
using internal::Outlook;
using internal::Space;

constexpr double kRounding = 1e-9;
constexpr double kLeastGain = 1e-5;

// Those who stand on any of the scales, as actors of the council.
std::vector<std::size_t> taking_part(const Council& council,
                                     const std::vector<std::size_t>& scales) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < council.actors.size(); ++i) {
    const auto& stands = council.actors[i].stands;
    if (std::ranges::any_of(scales, [&](std::size_t k) { return stands[k].has_value(); })) {
      found.push_back(i);
    }
  }
  return found;
}

Council only(const Council& council, const std::vector<std::size_t>& actors) {
  Council part{council.scales, {}};
  for (const std::size_t each : actors) part.actors.push_back(council.actors[each]);
  return part;
}

// Why the council does not fit; empty when it does.
std::string misfit(const Council& council, const std::vector<std::size_t>& scales) {
  if (council.actors.size() < 2) return "the Spatial Model of Politics needs two actors";
  for (const std::size_t k : scales) {
    if (council.scales[k].width() <= 0) {
      return fmt::format("the scale “{}” has no length", council.scales[k].name);
    }
  }
  for (const Actor& each : council.actors) {
    double salience = 0;
    for (const std::size_t k : scales) {
      if (!each.stands[k]) {
        return fmt::format(
            "the Spatial Model of Politics needs every actor on every scale, and "
            "“{}” has no stand on “{}”",
            each.name, council.scales[k].name);
      }
      salience += each.stands[k]->salience;
      if (each.stands[k]->capability != each.stands[scales.front()]->capability) {
        return fmt::format(
            "the Spatial Model of Politics knows one capability an actor, and that "
            "of “{}” differs between scales",
            each.name);
      }
    }
    if (salience > 1 + kRounding) {
      return fmt::format("the saliences of “{}” sum to {:.6g}; in one space they sum to at most 1",
                         each.name, salience);
    }
  }
  return {};
}

Space space_of(const Council& council, const std::vector<std::size_t>& scales,
               const Options& options) {
  Space space;
  space.salience = Matrix(council.actors.size(), scales.size());
  space.options = options;
  for (std::size_t i = 0; i < council.actors.size(); ++i) {
    const Actor& actor = council.actors[i];
    space.names.push_back(actor.name);
    space.capability.push_back(actor.stands[scales.front()]->capability);
    space.total.push_back(0);
    for (std::size_t d = 0; d < scales.size(); ++d) {
      space.salience(i, d) = actor.stands[scales[d]]->salience;
      space.total.back() += space.salience(i, d);
    }
  }
  return space;
}

Matrix start_of(const Council& council, const std::vector<std::size_t>& scales) {
  Matrix start(council.actors.size(), scales.size());
  for (std::size_t i = 0; i < council.actors.size(); ++i) {
    for (std::size_t d = 0; d < scales.size(); ++d) {
      const Scale& scale = council.scales[scales[d]];
      start(i, d) = (council.actors[i].stands[scales[d]]->position - scale.low) / scale.width();
    }
  }
  return start;
}

// Ideals go where the actors do, as far as the affinities say.
Matrix next_ideals(const Matrix& positions, const Matrix& ideals,
                   const std::vector<std::vector<double>>& affinity) {
  if (affinity.empty()) return positions;
  Matrix next = ideals;
  for (std::size_t i = 0; i < ideals.rows(); ++i) {
    for (std::size_t d = 0; d < ideals.columns(); ++d) {
      double pull = 0;
      double total = 0;
      for (std::size_t j = 0; j < ideals.rows(); ++j) {
        pull += affinity[i][j] * positions(j, d);
        total += affinity[i][j];
      }
      next(i, d) = pull + (1 - total) * ideals(i, d);
    }
  }
  return next;
}

Positions in_units(const Council& council, const std::vector<std::size_t>& scales,
                   const Matrix& positions) {
  Positions all;
  for (std::size_t i = 0; i < positions.rows(); ++i) {
    for (std::size_t d = 0; d < positions.columns(); ++d) {
      const Scale& scale = council.scales[scales[d]];
      all.push_back(scale.low + positions(i, d) * scale.width());
    }
  }
  return all;
}

std::vector<Challenge> challenges(const Space& space, const Outlook& outlook) {
  std::vector<Challenge> found;
  for (std::size_t i = 0; i < space.actors(); ++i) {
    const Matrix seen = outlook.seen_by(i);
    Challenge best{i, i, 0, kLeastGain};
    for (std::size_t j = 0; j < space.actors(); ++j) {
      if (i == j) continue;
      const Outlook::View view = outlook.view(seen, i, i, j);
      if (view.gain > best.gain) best = {i, j, view.odds, view.gain};
    }
    if (best.target != i) found.push_back(best);
  }
  return found;
}

double step_between(const Matrix& before, const Matrix& after) {
  double sum = 0;
  for (std::size_t i = 0; i < before.rows(); ++i) {
    double square = 0;
    for (std::size_t d = 0; d < before.columns(); ++d) {
      square += (after(i, d) - before(i, d)) * (after(i, d) - before(i, d));
    }
    sum += std::sqrt(square);
  }
  return sum;
}

/// A turn, with the places it leads to.
struct Played {
  Matrix positions{0, 0};
  Turn turn;
};

Played play_turn(const Space& space, const Outlook& outlook, std::size_t number) {
  Played played;
  played.turn.central_odds = outlook.central_odds();
  played.turn.risks = outlook.risks();
  played.turn.challenges = challenges(space, outlook);
  std::vector<Agreement> all;
  for (const Challenge& each : played.turn.challenges) {
    for (Agreement& made : internal::agreements(space, outlook, each)) {
      all.push_back(std::move(made));
    }
  }
  played.positions = internal::places_taken(space, outlook, all, number);
  played.turn.step = step_between(outlook.positions(), played.positions);
  return played;
}

bool comes_to_rest(const std::vector<Turn>& turns) {
  return turns.size() > 2 && turns.back().step < 0.02 * (turns[1].step + 1e-4);
}

bool fits(const std::vector<std::vector<double>>& affinity, std::size_t actors) {
  if (affinity.empty()) return true;
  return affinity.size() == actors &&
         std::ranges::all_of(affinity, [&](const std::vector<double>& row) {
           double sum = 0;
           for (const double each : row) sum += each;
           return row.size() == actors && sum <= 1 + kRounding &&
                  std::ranges::all_of(row, [](double each) { return each >= 0; });
         });
}

}  // namespace

Result<Course> play(const Council& whole, const std::vector<std::size_t>& scales,
                    const Options& options, const Control& control) {
  const std::vector<std::size_t> actors = taking_part(whole, scales);
  const Council council = only(whole, actors);
  std::string reason = misfit(council, scales);
  if (reason.empty() && !fits(options.affinity, council.actors.size())) {
    reason = "affinities need a row and a column an actor, and rows that sum to at most 1";
  }
  if (!reason.empty()) return fail(FailureKind::unsupported, "does-not-fit", {}, reason);
  const Space space = space_of(council, scales, options);
  const Matrix start = start_of(council, scales);
  Outlook outlook(space, start, start);
  Course course{actors, scales, {{in_units(council, scales, start), 0, {}, {}, {}}}, {}, false};
  for (std::size_t i = 0; i < space.actors(); ++i) {
    const double* row = outlook.distances().row(i);
    course.distance.emplace_back(row, row + space.actors());
  }
  while (!course.at_rest && course.turns.size() <= options.most_turns) {
    if (control.cancelled && control.cancelled()) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the work was done");
    }
    Played played = play_turn(space, outlook, course.turns.size());
    played.turn.positions = in_units(council, scales, played.positions);
    course.turns.push_back(std::move(played.turn));
    course.at_rest = comes_to_rest(course.turns);
    Matrix ideals = next_ideals(played.positions, outlook.ideals(), options.affinity);
    outlook = Outlook(space, std::move(played.positions), std::move(ideals));
  }
  return course;
}

}  // namespace parley::influence::smp
