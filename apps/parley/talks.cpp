// parley talks: how the next rounds may go.
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/assess/talks/talks.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/talks/named.hpp"
#include "session.hpp"
#include "talks_summary.hpp"

namespace parley::app {

Exit run_talks(Session& session) {
  const Invocation& asked = session.asked();
  const auto read = casefile::read_case(asked.arguments.front());
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const assess::Model model(read->value);
  const auto worlds = assess::draw_worlds(model, session.seed(), asked.number("--worlds"),
                                          session.control("drawing worlds"));
  if (!worlds) return session.give_up(worlds.error());
  const auto talks =
      assess::assess_talks(model, *worlds, talks::find_protocol(asked.text("--protocol"))->protocol,
                           session.control("playing the talks"));
  if (!talks) return session.give_up(talks.error());
  if (session.wants_json()) {
    Json result = session.begin_result("talks");
    result["protocol"] = asked.text("--protocol");
    result.update(assess::to_json(*talks, model));
    session.write_result(result);
  } else {
    session.out() << talks_summary(*talks, read->value);
  }
  return Exit::done;
}

}  // namespace parley::app
