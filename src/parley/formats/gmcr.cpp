#include "parley/formats/gmcr.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "parley/base/nearest.hpp"
#include "parley/conflict/preference.hpp"
#include "parley/conflict/states.hpp"
#include "parley/formats/findings.hpp"
#include "parley/formats/json_tree.hpp"

namespace parley::formats {
namespace {

using namespace internal;
using conflict::Direction;
using conflict::GraphModel;
using Kind = JsonNode::Kind;

std::optional<std::size_t> whole_number(const JsonNode& node) {
  if (node.kind != Kind::number) return std::nullopt;
  std::size_t value = 0;
  const char* end = node.text.data() + node.text.size();
  const auto [stop, error] = std::from_chars(node.text.data(), end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

class GmcrReader {
 public:
  GmcrReader(const JsonNode& root, Findings& findings) : root_(root), findings_(findings) {}

  ReadGmcr read() {
    warn_of_unknown(
        root_, {"options", "decisionMakers", "infeasibles", "coalitions", "coalitionsFull",
                "useManualPreferenceRanking", "useManualPreferenceVectors", "program", "version"});
    const JsonNode* options = list(root_, "options");
    makers_ = list(root_, "decisionMakers");
    if (options == nullptr || makers_ == nullptr) return std::move(read_);
    read_options(*options);
    for (const JsonNode& each : makers_->items) read_holdings(each);
    if (findings_.has_errors()) return std::move(read_);
    group_by_owner();
    read_conditions(root_, "infeasibles", read_.model.infeasible);
    for (std::size_t i = 0; i < makers_->items.size(); ++i) read_preference(i);
    read_coalitions();
    if (findings_.has_errors()) return std::move(read_);
    findings_.adopt(makers_->byte, conflict::check(read_.model));
    if (!findings_.has_errors()) check_rankings();
    return std::move(read_);
  }

 private:
  void warn_of_unknown(const JsonNode& object, std::vector<std::string_view> known) {
    for (const JsonNode::Entry& each : object.entries) {
      if (std::ranges::find(known, each.key) != known.end()) continue;
      findings_.warning(each.byte, "unknown-key",
                        fmt::format("the key “{}” is not of this format and is left out", each.key),
                        suggestion(each.key, known));
    }
  }

  const JsonNode* list(const JsonNode& object, std::string_view key) {
    const JsonNode* found = object.find(key);
    if (found == nullptr) {
      findings_.error(object.byte, "missing-key", fmt::format("there is no “{}”", key),
                      "a .gmcr file holds options, decisionMakers and infeasibles");
      return nullptr;
    }
    if (found->kind == Kind::array) return found;
    findings_.error(found->byte, "wrong-kind", fmt::format("“{}” is not a list", key));
    return nullptr;
  }

  std::string name_of(const JsonNode& object, const char* what) {
    const JsonNode* found = object.is_object() ? object.find("name") : nullptr;
    if (found != nullptr && found->kind == Kind::string) return found->text;
    findings_.error(object.byte, "missing-key", fmt::format("{} has no “name”", what));
    return {};
  }

  void read_options(const JsonNode& options) {
    for (const JsonNode& each : options.items) {
      conflict::Option option{name_of(each, "an option"), Direction::both};
      const JsonNode* direction = each.find("permittedDirection");
      if (direction == nullptr || direction->text == "both") {
      } else if (direction->text == "fwd") {
        option.direction = Direction::taking;
      } else if (direction->text == "back") {
        option.direction = Direction::dropping;
      } else {
        findings_.error(direction->byte, "unknown-word",
                        fmt::format("“{}” is no direction of an option", direction->text),
                        "known here: both, fwd, back");
      }
      read_.model.options.push_back(std::move(option));
    }
  }

  // An option's index in the file; nothing, with an error, when there is no such option.
  std::optional<std::size_t> option_index(const JsonNode& node) {
    const auto index = whole_number(node);
    if (index && *index < read_.model.options.size()) return index;
    findings_.error(
        node.byte, "unknown-option",
        fmt::format("there is no option {}", node.text.empty() ? "here" : node.text),
        fmt::format("the file has {} options, counted from 0", read_.model.options.size()));
    return std::nullopt;
  }

  void read_holdings(const JsonNode& node) {
    conflict::DecisionMaker maker{name_of(node, "a decision maker"), {}, conflict::Statements{}};
    if (node.is_object()) {
      warn_of_unknown(node, {"name", "options", "preferences", "preferenceRanking",
                             "preferenceVector", "misperceptions", "payoffs"});
      if (const JsonNode* options = list(node, "options")) {
        for (const JsonNode& each : options->items) {
          const auto index = option_index(each);
          if (!index) continue;
          if (std::ranges::find(maker.options, *index) != maker.options.end()) {
            findings_.error(each.byte, "duplicate-option",
                            fmt::format("“{}” holds the option “{}” twice", maker.name,
                                        read_.model.options[*index].name),
                            "name it once");
          } else {
            refuse_twin(each, maker, *index);
            maker.options.push_back(*index);
          }
        }
      }
    }
    read_.model.decision_makers.push_back(std::move(maker));
  }

  void refuse_twin(const JsonNode& node, const conflict::DecisionMaker& maker, std::size_t index) {
    const std::string& name = read_.model.options[index].name;
    for (const std::size_t other : maker.options) {
      if (read_.model.options[other].name != name) continue;
      findings_.error(node.byte, "duplicate-name",
                      fmt::format("two options of “{}” are called “{}”", maker.name, name),
                      "give each its own name");
      return;
    }
  }

  // As the program that wrote the file does before it numbers states: the first owner's options
  // first. Those that nobody holds come last.
  void group_by_owner() {
    GraphModel& model = read_.model;
    place_.assign(model.options.size(), model.options.size());
    std::vector<conflict::Option> grouped;
    const auto add = [&](std::size_t index) {
      if (place_[index] != model.options.size()) return;
      place_[index] = grouped.size();
      grouped.push_back(model.options[index]);
    };
    for (const conflict::DecisionMaker& each : model.decision_makers) {
      for (const std::size_t index : each.options) add(index);
    }
    for (std::size_t k = 0; k < model.options.size(); ++k) add(k);
    model.options = std::move(grouped);
    for (conflict::DecisionMaker& each : model.decision_makers) {
      for (std::size_t& index : each.options) index = place_[index];
    }
  }

  void read_conditions(const JsonNode& object, std::string_view key, std::vector<Formula>& into) {
    if (object.find(key) == nullptr) return;
    const JsonNode* conditions = list(object, key);
    if (conditions == nullptr) return;
    for (const JsonNode& each : conditions->items) {
      if (auto read = condition(each)) into.push_back(*std::move(read));
    }
  }

  std::optional<Formula> condition(const JsonNode& node) {
    if (node.kind == Kind::array) return all_of(node);
    if (node.kind == Kind::string) return text(node);
    const JsonNode* members = node.is_object() ? node.find("members") : nullptr;
    if (members == nullptr || members->kind != Kind::array) {
      findings_.error(node.byte, "wrong-kind", "this is no condition",
                      R"(such as [[0, "Y"], [2, "N"]] or {"compound": true, "members": [...]})");
      return std::nullopt;
    }
    std::optional<Formula> any;
    for (const JsonNode& each : members->items) {
      auto member = condition(each);
      if (!member) return std::nullopt;
      any = any ? Formula::disjunction(*any, *member) : *std::move(member);
    }
    return any.value_or(Formula::constant(false));
  }

  std::optional<Formula> all_of(const JsonNode& node) {
    std::optional<Formula> all;
    for (const JsonNode& pair : node.items) {
      if (pair.items.size() != 2 || (pair.items[1].text != "Y" && pair.items[1].text != "N")) {
        findings_.error(pair.byte, "wrong-kind", "this is no part of a condition",
                        R"(such as [0, "Y"]: an option's index from 0, and Y or N)");
        return std::nullopt;
      }
      const auto index = option_index(pair.items[0]);
      if (!index) return std::nullopt;
      const Formula atom = Formula::atom(place_[*index]);
      const Formula literal = pair.items[1].text == "Y" ? atom : Formula::negation(atom);
      all = all ? Formula::conjunction(*all, literal) : literal;
    }
    return all.value_or(Formula());
  }

  std::optional<Formula> text(const JsonNode& node) {
    auto read = conflict::statement(node.text, read_.model);
    if (read) return *std::move(read);
    findings_.adopt(node.byte, read.error().diagnostics);
    return std::nullopt;
  }

  static const JsonNode* either(const JsonNode& object, std::string_view key,
                                std::string_view older) {
    const JsonNode* found = object.find(key);
    return found != nullptr ? found : object.find(older);
  }

  void read_preference(std::size_t i) {
    const JsonNode& node = makers_->items[i];
    conflict::DecisionMaker& maker = read_.model.decision_makers[i];
    read_conditions(node, "misperceptions", maker.misperceived);
    conflict::Statements statements;
    read_conditions(node, "preferences", statements.most_important_first);
    const JsonNode* ranking = either(node, "preferenceRanking", "preferenceVector");
    const JsonNode* manual =
        either(root_, "useManualPreferenceRanking", "useManualPreferenceVectors");
    const bool ranks =
        manual != nullptr ? manual->text == "true" : statements.most_important_first.empty();
    if (!ranks || (manual == nullptr && ranking == nullptr)) {
      if (statements.most_important_first.empty()) {
        findings_.warning(
            node.byte, "no-preferences",
            fmt::format("“{}” prefers nothing: all states are equally good to it", maker.name));
      }
      maker.preference = std::move(statements);
    } else if (ranking == nullptr || ranking->kind != Kind::array) {
      findings_.error(node.byte, "missing-key",
                      fmt::format("“{}” has no “preferenceRanking”", maker.name),
                      "rank its states, or set useManualPreferenceRanking to false");
    } else {
      maker.preference = read_ranking(*ranking);
    }
  }

  conflict::Ranking read_ranking(const JsonNode& node) {
    conflict::Ranking ranking;
    for (const JsonNode& each : node.items) {
      std::vector<conflict::StateIndex>& group = ranking.best_first.emplace_back();
      if (each.kind == Kind::array) {
        for (const JsonNode& state : each.items) read_state(state, group);
      } else {
        read_state(each, group);
      }
    }
    return ranking;
  }

  void read_state(const JsonNode& node, std::vector<conflict::StateIndex>& into) {
    const auto number = whole_number(node);
    if (number && *number >= 1 && *number <= conflict::kMostStates) {
      into.push_back(static_cast<conflict::StateIndex>(*number - 1));
      return;
    }
    findings_.error(node.byte, "wrong-kind", "this is no number of a state",
                    "states are numbered from 1; equally good ones stand in a list of their own");
  }

  // Where the states cannot be listed the engine says why, later.
  void check_rankings() {
    std::optional<Result<std::vector<conflict::Taken>>> states;
    for (std::size_t i = 0; i < makers_->items.size(); ++i) {
      const conflict::DecisionMaker& maker = read_.model.decision_makers[i];
      const auto* ranking = std::get_if<conflict::Ranking>(&maker.preference);
      if (ranking == nullptr) continue;
      if (!states) states = conflict::feasible_states(read_.model);
      if (!*states) return;
      const auto ranks = conflict::ranks(*ranking, (*states)->size(), maker.name);
      if (ranks) continue;
      const JsonNode* node = either(makers_->items[i], "preferenceRanking", "preferenceVector");
      findings_.adopt(node->byte, ranks.error().diagnostics);
    }
  }

  void read_coalitions() {
    const std::size_t makers = read_.model.decision_makers.size();
    const JsonNode* node = root_.find("coalitions");
    if (node == nullptr || node->kind != Kind::array) {
      single_coalitions();
      return;
    }
    std::vector<bool> seen(makers);
    bool partition = true;
    for (const JsonNode& each : node->items) {
      std::vector<std::size_t>& members = read_.coalitions.emplace_back();
      const auto add = [&](const JsonNode& one) {
        const auto index = whole_number(one);
        partition = partition && index && *index < makers && !seen[*index];
        if (!partition) return;
        seen[*index] = true;
        members.push_back(*index);
      };
      if (each.kind == Kind::array) {
        for (const JsonNode& one : each.items) add(one);
      } else {
        add(each);
      }
    }
    if (partition && std::ranges::count(seen, false) == 0) return;
    findings_.warning(node->byte, "bad-coalitions",
                      "these coalitions do not hold each decision maker once",
                      "each is taken to act alone");
    single_coalitions();
  }

  void single_coalitions() {
    read_.coalitions.clear();
    for (std::size_t i = 0; i < read_.model.decision_makers.size(); ++i) {
      read_.coalitions.push_back({i});
    }
  }

  const JsonNode& root_;
  Findings& findings_;
  const JsonNode* makers_ = nullptr;
  std::vector<std::size_t> place_;  // where an option of the file stands after grouping
  ReadGmcr read_;
};

}  // namespace

Result<ReadGmcr> read_gmcr(const Source& source) {
  Findings findings(source);
  const auto root = parse_json(source, findings);
  ReadGmcr read;
  if (root && !root->is_object()) {
    findings.error(root->byte, "wrong-root", "this is no .gmcr file: it holds no object");
  } else if (root) {
    read = GmcrReader(*root, findings).read();
  }
  if (findings.has_errors()) return invalid(findings.take());
  read.warnings = findings.take();
  return read;
}

}  // namespace parley::formats
