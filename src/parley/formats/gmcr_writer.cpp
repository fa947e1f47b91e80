#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "parley/base/json.hpp"
#include "parley/conflict/preference.hpp"
#include "parley/conflict/states.hpp"
#include "parley/formats/gmcr.hpp"

namespace parley::formats {
namespace {

using conflict::GraphModel;
using conflict::Taken;

constexpr std::size_t kMostAlternatives = 4096;

// An option that must be taken (true) or not.
using Literal = std::pair<std::size_t, bool>;
using Cube = std::vector<Literal>;

// A formula that is written as alternatives of conjunctions already keeps its shape.
std::optional<std::vector<Cube>> as_written(const Formula& formula) {
  std::vector<std::vector<Cube>> parts;
  for (const Formula::Step& step : formula.steps()) {
    if (step.op == Formula::Op::atom) {
      parts.push_back({{{step.value, true}}});
    } else if (step.op == Formula::Op::constant) {
      parts.push_back(step.value != 0 ? std::vector<Cube>{{}} : std::vector<Cube>{});
    } else if (step.op == Formula::Op::negation) {
      if (parts.back().size() != 1 || parts.back()[0].size() != 1) return std::nullopt;
      parts.back()[0][0].second = !parts.back()[0][0].second;
    } else {
      const std::vector<Cube> right = std::move(parts.back());
      parts.pop_back();
      std::vector<Cube>& left = parts.back();
      if (step.op == Formula::Op::disjunction) {
        left.insert(left.end(), right.begin(), right.end());
      } else if (step.op == Formula::Op::conjunction && left.size() == 1 && right.size() == 1) {
        left[0].insert(left[0].end(), right[0].begin(), right[0].end());
      } else {
        return std::nullopt;
      }
    }
  }
  return parts.back();
}

// Any other formula, by settling its options one after the other.
bool settle(const Formula& formula, const std::vector<std::size_t>& atoms, Cube& cube,
            std::vector<Cube>& found) {
  Taken known = 0;
  Taken taken = 0;
  for (const auto& [option, yes] : cube) {
    known |= Taken{1} << option;
    if (yes) taken |= Taken{1} << option;
  }
  if (const auto holds = formula.holds(known, taken)) {
    if (*holds) found.push_back(cube);
    return found.size() <= kMostAlternatives;
  }
  for (const bool yes : {true, false}) {
    cube.emplace_back(atoms[cube.size()], yes);
    const bool fits = settle(formula, atoms, cube, found);
    cube.pop_back();
    if (!fits) return false;
  }
  return true;
}

class Writer {
 public:
  explicit Writer(const GraphModel& model) : model_(model) { group_by_owner(); }

  Result<std::string> write() {
    if (const auto reason = unsupported()) {
      return fail(FailureKind::unsupported, "unsupported", {},
                  fmt::format("a .gmcr file cannot hold {}", *reason));
    }
    Json file;
    file["program"] = "parley";
    file["options"] = options();
    file["infeasibles"] = conditions(model_.infeasible);
    const bool ranked = std::ranges::any_of(model_.decision_makers, [](const auto& each) {
      return std::holds_alternative<conflict::Ranking>(each.preference);
    });
    file["useManualPreferenceRanking"] = ranked;
    if (ranked) renumber();
    file["decisionMakers"] = Json::array();
    for (const conflict::DecisionMaker& each : model_.decision_makers) {
      file["decisionMakers"].push_back(decision_maker(each));
    }
    if (failure_) return tl::unexpected(*std::move(failure_));
    return file.dump(1) + "\n";
  }

 private:
  // Where read_gmcr() will put each option.
  void group_by_owner() {
    place_.assign(model_.options.size(), model_.options.size());
    const auto add = [&](std::size_t option) {
      if (place_[option] != model_.options.size()) return;
      place_[option] = order_.size();
      order_.push_back(option);
    };
    for (const auto& each : model_.decision_makers) std::ranges::for_each(each.options, add);
    for (std::size_t k = 0; k < model_.options.size(); ++k) add(k);
  }

  std::optional<std::string> unsupported() const {
    if (!model_.bans.empty()) return "bans on moves";
    if (!model_.coinciding.empty()) return "states that coincide";
    std::size_t ranked = 0;
    for (const conflict::DecisionMaker& each : model_.decision_makers) {
      if (!each.unknown.empty()) return "unknown comparisons";
      if (std::holds_alternative<conflict::Weights>(each.preference)) return "weights of options";
      if (const auto* ranking = std::get_if<conflict::Ranking>(&each.preference)) {
        ++ranked;
        if (!ranking->strong_after.empty()) return "strength of preference";
      } else if (std::get<conflict::Statements>(each.preference).strong > 0) {
        return "strength of preference";
      }
    }
    if (ranked > 0 && ranked < model_.decision_makers.size()) {
      return "rankings of some beside statements of others";
    }
    return std::nullopt;
  }

  // The new number of each state, from 1, after options were grouped.
  void renumber() {
    const auto states = conflict::feasible_states(model_);
    if (!states) {
      failure_ = states.error();
      return;
    }
    for (const conflict::DecisionMaker& each : model_.decision_makers) {
      const auto ranks = conflict::ranks(each.preference, *states, each.name);
      if (!ranks) failure_ = ranks.error();
    }
    std::vector<std::pair<Taken, std::size_t>> grouped;
    for (std::size_t s = 0; s < states->size(); ++s) {
      Taken moved = 0;
      for (std::size_t k = 0; k < place_.size(); ++k) {
        if (((*states)[s] >> k & 1U) != 0) moved |= Taken{1} << place_[k];
      }
      grouped.emplace_back(moved, s);
    }
    std::ranges::sort(grouped);
    number_.resize(grouped.size());
    for (std::size_t n = 0; n < grouped.size(); ++n) number_[grouped[n].second] = n + 1;
  }

  Json options() const {
    static constexpr const char* kDirections[] = {"both", "fwd", "back"};
    Json array = Json::array();
    for (const std::size_t k : order_) {
      const conflict::Option& option = model_.options[k];
      array.push_back(
          {{"name", option.name},
           {"permittedDirection", kDirections[static_cast<std::size_t>(option.direction)]}});
    }
    return array;
  }

  Json condition(const Cube& cube) const {
    Json array = Json::array();
    for (const auto& [option, yes] : cube) array.push_back({place_[option], yes ? "Y" : "N"});
    return array;
  }

  Json conditions(const std::vector<Formula>& formulas) {
    Json array = Json::array();
    for (const Formula& each : formulas) {
      auto cubes = as_written(each);
      if (!cubes) {
        cubes.emplace();
        Cube cube;
        if (!settle(each, each.atoms(), cube, *cubes)) {
          failure_ = Failure{FailureKind::too_large,
                             {{Severity::error,
                               "too-large",
                               {},
                               "a statement has more than 4,096 alternatives",
                               {}}}};
          return array;
        }
      }
      if (cubes->size() == 1) {
        array.push_back(condition(cubes->front()));
        continue;
      }
      Json members = Json::array();
      for (const Cube& cube : *cubes) members.push_back(condition(cube));
      array.push_back({{"compound", true}, {"members", std::move(members)}});
    }
    return array;
  }

  Json decision_maker(const conflict::DecisionMaker& maker) {
    Json held = Json::array();
    for (const std::size_t each : maker.options) held.push_back(place_[each]);
    Json object = {{"name", maker.name},
                   {"options", std::move(held)},
                   {"misperceptions", conditions(maker.misperceived)},
                   {"preferences", Json::array()}};
    if (const auto* statements = std::get_if<conflict::Statements>(&maker.preference)) {
      object["preferences"] = conditions(statements->most_important_first);
    } else if (!failure_) {
      object["preferenceRanking"] = Json::array();
      for (const auto& group : std::get<conflict::Ranking>(maker.preference).best_first) {
        Json tied = Json::array();
        for (const conflict::StateIndex each : group) tied.push_back(number_.at(each));
        object["preferenceRanking"].push_back(tied.size() == 1 ? tied.front() : tied);
      }
    }
    return object;
  }

  const GraphModel& model_;
  std::vector<std::size_t> order_;   // options, grouped
  std::vector<std::size_t> place_;   // [option]
  std::vector<std::size_t> number_;  // [state]
  std::optional<Failure> failure_;
};

}  // namespace

Result<std::string> write_gmcr(const GraphModel& model) {
  Diagnostics wrong = conflict::check(model);
  if (has_errors(wrong)) return invalid(std::move(wrong));
  return Writer(model).write();
}

}  // namespace parley::formats
