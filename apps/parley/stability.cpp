// parley stability: which situations hold, for whom, and how one leads to the next.
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/conflict/json.hpp"
#include "parley/formats/gmcr.hpp"
#include "session.hpp"

namespace parley::app {

Exit run_stability(Session& session) {
  const std::string& file = session.asked().arguments.front();
  auto text = read_text_file(file, formats::kMostBytes);
  if (!text) return session.give_up(text.error());
  const auto read = formats::read_gmcr({file, *std::move(text)});
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const Control control = session.control("looking for what holds");
  const auto graph = conflict::build(read->model, control);
  if (!graph) return session.give_up(graph.error());
  const auto analysis = conflict::analyse(*graph, control);
  if (!analysis) return session.give_up(analysis.error());
  if (session.wants_json()) {
    Json result = session.begin_result("stability");
    result.update(conflict::to_json(*graph, *analysis));
    session.write_result(result);
  }
  return Exit::done;
}

}  // namespace parley::app
