#include "parley/bargaining/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "parley/bargaining/block_plan.hpp"
#include "parley/bargaining/nondominated.hpp"

namespace parley::bargaining::internal {
namespace {

// How many combinations there are, and each party's best and worst.
struct Extent {
  Count count;
  std::vector<std::int64_t> best;
  std::vector<std::int64_t> worst;

  static Extent none(std::size_t width) {
    return {0, std::vector(width, std::numeric_limits<std::int64_t>::min()),
            std::vector(width, std::numeric_limits<std::int64_t>::max())};
  }
  static Extent start(std::size_t width) {
    return {1, std::vector<std::int64_t>(width), std::vector<std::int64_t>(width)};
  }
  void absorb(const Extent& before, const Step& step) {
    count += before.count;
    for (std::size_t i = 0; i < best.size(); ++i) {
      best[i] = std::max(best[i], before.best[i] + step.units[i]);
      worst[i] = std::min(worst[i], before.worst[i] + step.units[i]);
    }
  }
  static bool settle() { return true; }
};

// Positions of `count` vectors in lexicographic order, largest first.
std::vector<std::size_t> sorted(const std::vector<std::int64_t>& units, std::size_t width,
                                std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto row = [&](std::size_t i) {
    return units.begin() + static_cast<std::ptrdiff_t>(i * width);
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return std::lexicographical_compare(row(b), row(b + 1), row(a), row(a + 1));
  });
  return order;
}

// The partial combinations that no other one dominates, equal ones together.
struct Choices {
  std::size_t width = 0;
  ModelOptions limits;
  std::vector<std::int64_t> units;
  std::vector<Choice> choices;

  void absorb(const Choices& before, const Step& step) {
    for (std::size_t c = 0; c < before.choices.size(); ++c) {
      for (std::size_t i = 0; i < width; ++i) {
        units.push_back(before.units[c * width + i] + step.units[i]);
      }
      Choice choice = before.choices[c];
      for (std::vector<std::size_t>& each : choice.combinations) each.push_back(step.option);
      choices.push_back(std::move(choice));
    }
  }

  bool settle() {
    if (choices.size() > limits.most_entries) return false;
    Choices merged{width, limits, {}, {}};
    for (const std::size_t at : sorted(units, width, choices.size())) {
      const auto row = units.begin() + static_cast<std::ptrdiff_t>(at * width);
      const auto end = row + static_cast<std::ptrdiff_t>(width);
      if (!merged.choices.empty() &&
          std::equal(row, end, merged.units.end() - static_cast<std::ptrdiff_t>(width))) {
        merged.choices.back().count += choices[at].count;
        auto& known = merged.choices.back().combinations;
        for (auto& each : choices[at].combinations) {
          if (known.size() < limits.most_deals) known.push_back(std::move(each));
        }
      } else {
        merged.units.insert(merged.units.end(), row, end);
        merged.choices.push_back(std::move(choices[at]));
      }
    }
    units.clear();
    choices.clear();
    for (const std::size_t at : nondominated(merged.units, width)) {
      const auto row = merged.units.begin() + static_cast<std::ptrdiff_t>(at * width);
      units.insert(units.end(), row, row + static_cast<std::ptrdiff_t>(width));
      choices.push_back(std::move(merged.choices[at]));
    }
    return true;
  }
};

// All distinct vectors with their numbers.
struct Tallies {
  std::size_t width = 0;
  std::size_t most = 0;
  Tally tally;

  void absorb(const Tallies& before, const Step& step) {
    if (tally.counts.size() > 8 * most) return;  // settle() will give up
    for (std::size_t c = 0; c < before.tally.counts.size(); ++c) {
      for (std::size_t i = 0; i < width; ++i) {
        tally.units.push_back(before.tally.units[c * width + i] + step.units[i]);
      }
      tally.counts.push_back(before.tally.counts[c]);
    }
  }

  bool settle() {
    if (tally.counts.size() > 8 * most) return false;
    Tally merged;
    for (const std::size_t at : sorted(tally.units, width, tally.counts.size())) {
      const auto row = tally.units.begin() + static_cast<std::ptrdiff_t>(at * width);
      const auto end = row + static_cast<std::ptrdiff_t>(width);
      if (!merged.counts.empty() &&
          std::equal(row, end, merged.units.end() - static_cast<std::ptrdiff_t>(width))) {
        merged.counts.back() += tally.counts[at];
      } else {
        merged.units.insert(merged.units.end(), row, end);
        merged.counts.push_back(std::move(tally.counts[at]));
      }
    }
    tally = std::move(merged);
    return tally.counts.size() <= most;
  }
};

std::vector<double> contributions(const Problem& problem, std::size_t party) {
  const Party& who = problem.parties[party];
  std::vector<double> all;
  for (std::size_t k = 0; k < who.values.size(); ++k) {
    for (const double value : who.values[k]) all.push_back(who.weights[k] * value);
  }
  for (const Interaction& each : problem.interactions) {
    if (each.party == party) all.push_back(each.value);
  }
  return all;
}

tl::unexpected<Failure> block_too_large(const Problem& problem, const BlockPlan& plan) {
  std::string names;
  for (const std::size_t issue : plan.issues) {
    names += (names.empty() ? "“" : ", “") + problem.issues[issue].name + "”";
  }
  return fail(FailureKind::too_large, "block-too-large", {},
              fmt::format("the issues {} are tied together by linkages and interactions and have "
                          "more combinations than can be looked at",
                          names),
              "drop or narrow a linkage that ties many issues");
}

void set_floor(const Problem& problem, const InForce& in_force, Model& model) {
  for (std::size_t i = 0; i < model.width(); ++i) {
    const std::size_t party = model.parties[i];
    const std::optional<double>& reservation = problem.parties[party].reservation;
    if (!reservation || !in_force.reservations[party]) {
      model.floor.emplace_back();
      model.disagreement.push_back(static_cast<double>(model.worst[i]));
      continue;
    }
    const double per_one = model.scales[i].units_per_one();
    const double floor = std::ceil((*reservation - tolerance(problem, party)) * per_one);
    // Beyond the best it makes no difference how far.
    model.floor.emplace_back(static_cast<std::int64_t>(std::clamp(
        floor, static_cast<double>(model.worst[i]), static_cast<double>(model.best[i] + 1))));
    const double exact = *reservation * per_one;
    const bool whole = std::abs(exact - std::round(exact)) <= tolerance(problem, party) * per_one;
    model.disagreement.push_back(whole ? std::round(exact) : exact);
  }
}

}  // namespace

double Model::span(std::size_t party) const {
  if (best[party] > worst[party]) return static_cast<double>(best[party] - worst[party]);
  return std::max(1.0, std::abs(static_cast<double>(best[party])));
}

InForce InForce::all(const Problem& problem) {
  InForce result;
  for (const RedLine& each : problem.red_lines) result.red_lines.push_back(binds(problem, each));
  for (const Party& each : problem.parties) result.reservations.push_back(each.consents);
  for (const Linkage& each : problem.linkages) result.linkages.push_back(binds(problem, each));
  return result;
}

std::vector<bool>::reference InForce::operator[](Demand demand) {
  switch (demand.kind) {
    case DemandKind::red_line:
      return red_lines[demand.index];
    case DemandKind::reservation:
      return reservations[demand.index];
    case DemandKind::linkage:
      break;
  }
  return linkages[demand.index];
}

Result<Model> build_model(const Problem& problem, const InForce& in_force,
                          const ModelOptions& options) {
  Model model;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (!problem.parties[i].consents) continue;
    model.parties.push_back(i);
    model.scales.push_back(Scale::of(contributions(problem, i)));
  }
  const std::size_t width = model.width();
  model.best.resize(width);
  model.worst.resize(width);
  for (const std::vector<std::size_t>& issues : tied_issues(problem, in_force)) {
    const BlockPlan plan = plan_block(problem, in_force, model.parties, model.scales, issues);
    const std::optional<Extent> extent = sweep(plan, Extent::none(width), Extent::start(width));
    if (!extent) return block_too_large(problem, plan);
    std::optional<Choices> choices =
        sweep(plan, Choices{width, options, {}, {}},
              Choices{width, options, std::vector<std::int64_t>(width), {Choice{{{}}, 1}}});
    if (!choices) return block_too_large(problem, plan);
    if (extent->count.is_zero()) {
      model.feasible = false;
    } else {
      for (std::size_t i = 0; i < width; ++i) {
        model.best[i] += extent->best[i];
        model.worst[i] += extent->worst[i];
      }
    }
    model.blocks.push_back({plan.issues, std::move(choices->choices), std::move(choices->units),
                            extent->count, extent->best, extent->worst});
  }
  if (model.feasible) set_floor(problem, in_force, model);
  return model;
}

Result<Model> build_model(const Problem& problem, const ModelOptions& options) {
  return build_model(problem, InForce::all(problem), options);
}

std::optional<Tally> tally(const Problem& problem, const InForce& in_force, const Model& model,
                           const Block& block, std::size_t most) {
  const BlockPlan plan = plan_block(problem, in_force, model.parties, model.scales, block.issues);
  std::optional<Tallies> found =
      sweep(plan, Tallies{model.width(), most, {}},
            Tallies{model.width(), most, {std::vector<std::int64_t>(model.width()), {1}}});
  if (!found) return std::nullopt;
  return std::move(found->tally);
}

}  // namespace parley::bargaining::internal
