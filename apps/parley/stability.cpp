// parley stability: which situations hold, for whom, and how one leads to the next.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/assess/conflict/stability.hpp"
#include "parley/assess/deals.hpp"
#include "parley/base/nearest.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/conflict/graphviz.hpp"
#include "parley/conflict/json.hpp"
#include "parley/formats/gmcr.hpp"
#include "reports.hpp"
#include "session.hpp"
#include "stability_summary.hpp"

namespace parley::app {
namespace {

using conflict::Graph;
using conflict::StateIndex;

// A failure without a place is about the file.
Exit give_up(Session& session, Failure failure) {
  for (Diagnostic& each : failure.diagnostics) {
    if (each.place.file.empty()) each.place.file = session.asked().arguments.front();
  }
  return session.give_up(failure);
}

std::optional<StateIndex> state_of(const Graph& graph, std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (number == 0 || number > graph.size) return std::nullopt;
  return static_cast<StateIndex>(number - 1);
}

std::string no_such_state(const Graph& graph, std::string_view text) {
  return "there is no state '" + std::string(text) + "'; states are numbered from 1 to " +
         std::to_string(graph.size);
}

// The decision makers that are asked about: the one that is named, else all.
std::vector<std::size_t> asked_about(const Session& session, const Graph& graph) {
  const std::vector<std::string>& words = session.asked().arguments;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < graph.players.size(); ++i) {
    if (words.size() == 1 || graph.players[i].name == words[1]) found.push_back(i);
  }
  return found;
}

Exit explain(Session& session, const Graph& graph) {
  const std::string& wanted = session.asked().text("--why");
  const auto state = state_of(graph, wanted);
  if (!state) return session.refuse(no_such_state(graph, wanted));
  const std::vector<std::size_t> players = asked_about(session, graph);
  if (players.empty()) {
    std::vector<std::string_view> names;
    for (const conflict::Player& each : graph.players) names.push_back(each.name);
    const std::string& name = session.asked().arguments[1];
    return session.refuse("there is no decision maker '" + name + "' (" + suggestion(name, names) +
                          ")");
  }
  Json verdicts = Json::array();
  for (const std::size_t i : players) {
    for (const conflict::Concept each : conflict::kConcepts) {
      const conflict::Witness found = conflict::witness(graph, each, i, *state);
      if (session.wants_json()) {
        verdicts.push_back(conflict::to_json(graph, found));
      } else if (!session.is_quiet()) {
        session.out() << conflict::to_text(graph, found) << '\n';
      }
    }
  }
  if (session.wants_json()) {
    Json result = session.begin_result("stability");
    result["why"] = std::move(verdicts);
    session.write_result(result);
  }
  return Exit::done;
}

Exit analyse(Session& session, const conflict::GraphModel& model, const Graph& graph,
             std::uint64_t today, const Control& control) {
  const Invocation& asked = session.asked();
  const std::uint64_t from = asked.has("--from") ? asked.number("--from") : today;
  if (from == 0 || from > graph.size) {
    return session.refuse(no_such_state(graph, std::to_string(from)));
  }
  const auto analysis =
      conflict::analyse(graph, {.from = static_cast<StateIndex>(from - 1)}, control);
  if (!analysis) return give_up(session, analysis.error());
  if (session.wants_json()) {
    Json result = session.begin_result("stability");
    result.update(conflict::to_json(graph, *analysis));
    result["infeasible"] = conflict::infeasible_json(model);
    session.write_result(result);
  } else if (session.asked().has("--graphviz")) {
    const auto drawn = conflict::to_graphviz(graph, *analysis);
    if (!drawn) return give_up(session, drawn.error());
    session.out() << *drawn;
  } else if (!session.is_quiet()) {
    session.out() << stability_summary(model, graph, *analysis);
  }
  return Exit::done;
}

/// A conflict, and the number of the state from which paths begin unless another is asked for.
struct Read {
  conflict::GraphModel model;
  std::optional<conflict::Taken> today;  ///< nothing: the first state
};

Result<Read> read_model(Session& session, const std::string& file) {
  auto text = read_text_file(file, formats::kMostBytes);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto read = formats::read_gmcr({file, *std::move(text)});
  if (!read) return tl::unexpected(std::move(read.error()));
  session.report(read->warnings);
  return Read{std::move(read->model), std::nullopt};
}

Result<Read> read_case_as_model(Session& session, const std::string& file) {
  const auto read = casefile::read_case(file);
  if (!read) return tl::unexpected(read.error());
  session.report(read->warnings);
  if (!assess::asks_for_stability(read->value)) {
    return fail(FailureKind::invalid_input, "no-moves", {read->value.file, 0, 0},
                "the case does not say what each side can do on its own and what it minds",
                "add “moves” and “outlooks” (docs/case-file.md)");
  }
  const assess::Model model(read->value);
  const auto worlds = assess::draw_worlds(model, session.seed(), session.asked().number("--worlds"),
                                          session.control("drawing worlds"));
  if (!worlds) return tl::unexpected(worlds.error());
  std::vector<assess::Package> packages;
  if (!model.consenting().empty() && assess::missing_for_odds(model).empty()) {
    auto found = assess::find_packages(model, *worlds, session.control("looking for packages"));
    if (!found) return tl::unexpected(std::move(found.error()));
    packages = std::move(*found);
  }
  const std::uint64_t number = session.asked().number("--package");
  if (session.asked().has("--package") && number > packages.size()) {
    return fail(FailureKind::invalid_input, "no-package", {read->value.file, 0, 0},
                "there is no package " + std::to_string(number) + "; parley deals finds " +
                    std::to_string(packages.size()),
                "give one of their numbers, or 0 for none");
  }
  const assess::Package* package =
      number > 0 && number <= packages.size() ? &packages[number - 1] : nullptr;
  auto conflict = assess::likeliest_conflict(model, *worlds, package);
  return Read{std::move(conflict.model), conflict.today};
}

// The number of a state by the options taken in it; the first where there is none.
std::uint64_t number_of(const Graph& graph, std::optional<conflict::Taken> taken) {
  if (!taken) return 1;
  const auto state = conflict::state_of(graph, *taken);
  return state ? std::uint64_t{*state} + 1 : 1;
}

}  // namespace

Exit run_stability(Session& session) {
  const Invocation& asked = session.asked();
  if (asked.arguments.size() > 1 && !asked.has("--why")) {
    return session.refuse("a decision maker is named only with --why");
  }
  const std::string& file = asked.arguments.front();
  const auto read = is_case(file) ? read_case_as_model(session, file) : read_model(session, file);
  if (!read) return session.give_up(read.error());
  const Control control = session.control("looking for what holds");
  const auto graph = conflict::build(read->model, control);
  if (!graph) return give_up(session, graph.error());
  return asked.has("--why")
             ? explain(session, *graph)
             : analyse(session, read->model, *graph, number_of(*graph, read->today), control);
}

}  // namespace parley::app
