// parley stability: which situations hold, for whom, and how one leads to the next.
#include <charconv>
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/base/nearest.hpp"
#include "parley/conflict/graphviz.hpp"
#include "parley/conflict/json.hpp"
#include "parley/formats/gmcr.hpp"
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

Exit analyse(Session& session, const Graph& graph, const Control& control) {
  const std::uint64_t from = session.asked().number("--from");
  if (from == 0 || from > graph.size) {
    return session.refuse(no_such_state(graph, std::to_string(from)));
  }
  const auto analysis =
      conflict::analyse(graph, {.from = static_cast<StateIndex>(from - 1)}, control);
  if (!analysis) return give_up(session, analysis.error());
  if (session.wants_json()) {
    Json result = session.begin_result("stability");
    result.update(conflict::to_json(graph, *analysis));
    session.write_result(result);
  } else if (session.asked().has("--graphviz")) {
    const auto drawn = conflict::to_graphviz(graph, *analysis);
    if (!drawn) return give_up(session, drawn.error());
    session.out() << *drawn;
  } else if (!session.is_quiet()) {
    session.out() << stability_summary(graph, *analysis);
  }
  return Exit::done;
}

}  // namespace

Exit run_stability(Session& session) {
  const Invocation& asked = session.asked();
  if (asked.arguments.size() > 1 && !asked.has("--why")) {
    return session.refuse("a decision maker is named only with --why");
  }
  const std::string& file = asked.arguments.front();
  auto text = read_text_file(file, formats::kMostBytes);
  if (!text) return session.give_up(text.error());
  const auto read = formats::read_gmcr({file, *std::move(text)});
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const Control control = session.control("looking for what holds");
  const auto graph = conflict::build(read->model, control);
  if (!graph) return give_up(session, graph.error());
  return asked.has("--why") ? explain(session, *graph) : analyse(session, *graph, control);
}

}  // namespace parley::app
