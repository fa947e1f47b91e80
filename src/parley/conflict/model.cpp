#include "parley/conflict/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "parley/base/nearest.hpp"
#include "parley/base/text.hpp"

namespace parley::conflict {
namespace {

class Checker {
 public:
  explicit Checker(const GraphModel& model) : model_(model) {}

  Diagnostics run() {
    check_sizes();
    if (has_errors(found_)) return std::move(found_);
    std::set<std::string_view> names;
    for (const DecisionMaker& each : model_.decision_makers) {
      if (!names.insert(each.name).second) {
        error("duplicate-name", fmt::format("two decision makers are called “{}”", each.name),
              "give each its own name");
      }
      check_decision_maker(each);
    }
    check_holders();
    check_atoms(model_.infeasible, "a condition on what cannot be");
    check_atoms(model_.coinciding, "a condition on states that coincide");
    for (const Ban& each : model_.bans) check_atoms({each.from, each.to}, "a ban on moves");
    return std::move(found_);
  }

 private:
  void error(std::string code, std::string message, std::string hint = {}) {
    found_.push_back({Severity::error, std::move(code), {}, std::move(message), std::move(hint)});
  }
  void warning(std::string code, std::string message, std::string hint = {}) {
    found_.push_back({Severity::warning, std::move(code), {}, std::move(message), std::move(hint)});
  }

  void check_sizes() {
    const std::size_t makers = model_.decision_makers.size();
    if (makers == 0) error("no-decision-makers", "there are no decision makers");
    if (makers > kMostDecisionMakers) {
      error("too-many-decision-makers",
            fmt::format("there are {} decision makers; at most {} can be handled", makers,
                        kMostDecisionMakers));
    }
    if (model_.options.empty()) error("no-options", "there are no options, so nothing can move");
    if (model_.options.size() > kMostOptions) {
      error("too-many-options", fmt::format("there are {} options; at most {} can be handled",
                                            model_.options.size(), kMostOptions));
    }
    for (std::size_t k = 0; k < model_.options.size(); ++k) {
      if (model_.options[k].name.empty()) {
        error("empty-name", fmt::format("option {} has no name", k + 1));
      }
    }
  }

  void check_decision_maker(const DecisionMaker& maker) {
    if (maker.name.empty()) error("empty-name", "a decision maker has no name");
    check_options(maker);
    const std::string whose = fmt::format("of “{}”", maker.name);
    check_preference(maker, whose);
    for (const UnknownComparison& each : maker.unknown) {
      check_atoms({each.one, each.other}, "an unknown comparison " + whose);
    }
    check_atoms(maker.misperceived, "a misperception " + whose);
  }

  void check_options(const DecisionMaker& maker) {
    std::set<std::size_t> held;
    std::set<std::string_view> names;
    for (const std::size_t option : maker.options) {
      if (option >= model_.options.size()) {
        error("unknown-option", fmt::format("“{}” holds option {}, but there are {}", maker.name,
                                            option + 1, model_.options.size()));
        continue;
      }
      const std::string& name = model_.options[option].name;
      if (!held.insert(option).second) {
        error("duplicate-option", fmt::format("“{}” holds the option “{}” twice", maker.name, name),
              "name it once");
      } else if (!names.insert(name).second) {
        error("duplicate-name",
              fmt::format("two options of “{}” are called “{}”", maker.name, name),
              "give each its own name");
      }
    }
  }

  void check_holders() {
    for (std::size_t k = 0; k < model_.options.size(); ++k) {
      std::vector<std::string_view> holders;
      for (const DecisionMaker& each : model_.decision_makers) {
        if (std::ranges::find(each.options, k) != each.options.end()) holders.push_back(each.name);
      }
      const std::string& name = model_.options[k].name;
      if (holders.empty()) {
        warning("idle-option",
                fmt::format("nobody holds the option “{}”, so no move changes it", name));
      } else if (holders.size() > 1) {
        warning("shared-option",
                fmt::format("“{}” and “{}” both hold the option “{}”: either can move it alone",
                            holders[0], holders[1], name));
      }
    }
  }

  void check_preference(const DecisionMaker& maker, const std::string& whose) {
    if (const auto* statements = std::get_if<Statements>(&maker.preference)) {
      check_atoms(statements->most_important_first, "a statement " + whose);
      if (statements->strong > statements->most_important_first.size()) {
        error("bad-strength",
              fmt::format("{} statements {} are said to be strong, of {}", statements->strong,
                          whose, statements->most_important_first.size()));
      }
    } else if (const auto* weights = std::get_if<Weights>(&maker.preference)) {
      check_weights(*weights, whose);
    }
  }

  void check_weights(const Weights& weights, const std::string& whose) {
    if (weights.by_option.size() != model_.options.size()) {
      error("missing-weights", fmt::format("there are {} weights {} for {} options",
                                           weights.by_option.size(), whose, model_.options.size()));
      return;
    }
    for (std::size_t k = 0; k < weights.by_option.size(); ++k) {
      if (!(std::abs(weights.by_option[k]) <= 1e9)) {
        error("bad-weight", fmt::format("the weight {} for “{}” is not between -10^9 and 10^9",
                                        whose, model_.options[k].name));
      }
    }
  }

  void check_atoms(const std::vector<Formula>& formulas, const std::string& what) {
    for (std::size_t i = 0; i < formulas.size(); ++i) {
      const std::vector<std::size_t> atoms = formulas[i].atoms();
      if (atoms.empty() || atoms.back() < model_.options.size()) continue;
      error("unknown-option", fmt::format("{} (number {}) names option {}, but there are {}", what,
                                          i + 1, atoms.back() + 1, model_.options.size()));
    }
  }

  const GraphModel& model_;
  Diagnostics found_;
};

std::optional<std::size_t> option_number(std::string_view name) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

std::optional<std::string_view> holder_of(const GraphModel& model, std::size_t option) {
  for (const DecisionMaker& each : model.decision_makers) {
    if (std::ranges::find(each.options, option) != each.options.end()) return each.name;
  }
  return std::nullopt;
}

// The options that a name may mean; a name with its decision maker in front comes before numbers.
std::vector<std::size_t> meant_by(const GraphModel& model, const std::string& name) {
  std::vector<std::size_t> meant;
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    if (model.options[k].name == name) meant.push_back(k);
  }
  if (!meant.empty()) return meant;
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    const auto holder = holder_of(model, k);
    if (holder && std::string(*holder) + "." + model.options[k].name == name) meant.push_back(k);
  }
  if (!meant.empty()) return meant;
  const auto number = option_number(name);
  if (number && *number >= 1 && *number <= model.options.size()) meant.push_back(*number - 1);
  return meant;
}

Diagnostic not_an_option(const GraphModel& model, const UsedName& used, Place place) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < model.options.size(); ++k) names.push_back(option_name(model, k));
  const std::vector<std::string_view> views(names.begin(), names.end());
  return {Severity::error, "unknown-option", std::move(place),
          fmt::format("there is no option “{}”", used.name), suggestion(used.name, views)};
}

}  // namespace

Diagnostics check(const GraphModel& model) { return Checker(model).run(); }

Result<Formula> pattern(std::string_view letters, std::size_t options) {
  std::optional<Formula> all;
  if (letters.size() > options) {
    return fail(
        FailureKind::invalid_input, "bad-pattern", {},
        fmt::format("“{}” names {} options, but there are {}", letters, letters.size(), options));
  }
  for (std::size_t k = 0; k < letters.size(); ++k) {
    if (letters[k] == '-') continue;
    if (letters[k] != 'Y' && letters[k] != 'N') {
      return fail(FailureKind::invalid_input, "bad-pattern", {},
                  fmt::format("“{}” is not made of Y, N and -", letters));
    }
    const Formula literal =
        letters[k] == 'Y' ? Formula::atom(k) : Formula::negation(Formula::atom(k));
    all = all ? Formula::conjunction(*all, literal) : literal;
  }
  return all.value_or(Formula());
}

Result<Formula> statement(std::string_view text, const GraphModel& model) {
  auto read = read_formula(text);
  if (!read) return tl::unexpected(std::move(read.error()));
  Diagnostics wrong;
  std::vector<std::size_t> options;
  for (const UsedName& used : read->names) {
    const Place place{{}, 1, count_code_points(text.substr(0, used.offset)) + 1};
    const std::vector<std::size_t> meant = meant_by(model, used.name);
    if (meant.empty()) {
      wrong.push_back(not_an_option(model, used, place));
    } else if (meant.size() > 1) {
      wrong.push_back({Severity::error, "ambiguous-option", place,
                       fmt::format("several options are called “{}”", used.name),
                       fmt::format("write “{}” or “{}”", option_name(model, meant[0]),
                                   option_name(model, meant[1]))});
    }
    options.push_back(meant.empty() ? 0 : meant.front());
  }
  if (!wrong.empty()) return invalid(std::move(wrong));
  return read->formula.renamed(options);
}

std::string option_name(const GraphModel& model, std::size_t option) {
  const std::string& name = model.options[option].name;
  const auto twins = std::ranges::count(model.options, name, &Option::name);
  const auto holder = holder_of(model, option);
  return twins > 1 && holder ? std::string(*holder) + "." + name : name;
}

Diagnostics check(const StateGraph& graph) {
  Diagnostics found;
  const auto error = [&](std::string code, std::string message) {
    found.push_back({Severity::error, std::move(code), {}, std::move(message), {}});
  };
  if (graph.states.empty()) error("no-states", "there are no states");
  if (graph.states.size() > kMostStates) {
    error("too-many-states", fmt::format("there are {} states; at most {} can be handled",
                                         graph.states.size(), kMostStates));
  }
  if (graph.decision_makers.empty()) error("no-decision-makers", "there are no decision makers");
  if (graph.decision_makers.size() > kMostDecisionMakers) {
    error("too-many-decision-makers",
          fmt::format("there are {} decision makers; at most {} can be handled",
                      graph.decision_makers.size(), kMostDecisionMakers));
  }
  std::set<std::string_view> names;
  for (const StateGraph::DecisionMaker& each : graph.decision_makers) {
    if (!names.insert(each.name).second) {
      error("duplicate-name", fmt::format("two decision makers are called “{}”", each.name));
    }
    if (each.moves.size() != graph.states.size()) {
      error("missing-moves", fmt::format("“{}” has moves for {} of {} states", each.name,
                                         each.moves.size(), graph.states.size()));
    }
    for (std::size_t s = 0; s < each.moves.size(); ++s) {
      for (const StateIndex to : each.moves[s]) {
        if (to >= graph.states.size()) {
          error("unknown-state", fmt::format("“{}” moves from state {} to {}, but there are {}",
                                             each.name, s + 1, to + 1, graph.states.size()));
        } else if (to == s) {
          error("self-move", fmt::format("“{}” moves from state {} to itself", each.name, s + 1));
        }
      }
    }
    for (const auto& [one, other] : each.unknown) {
      if (one >= graph.states.size() || other >= graph.states.size()) {
        error("unknown-state",
              fmt::format("an unknown comparison of “{}” names a state that is not", each.name));
      }
    }
  }
  return found;
}

}  // namespace parley::conflict
