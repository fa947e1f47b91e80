// parley deals: which deals exist, which are fair, and why there is none.
#include <nlohmann/json.hpp>
#include <ostream>

#include "deals_summary.hpp"
#include "parley/assess/json.hpp"
#include "parley/bargaining/json.hpp"
#include "parley/base/file_switch.hpp"
#include "parley/brief/names.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/formats/genius.hpp"
#include "parley/formats/geniusweb.hpp"
#include "session.hpp"
#include "sources.hpp"

namespace parley::app {
namespace {

Result<formats::ReadProblem> read_genius(const Session& session) {
  auto sources = read_sources(session.asked().arguments);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  const formats::Source domain = std::move(sources->front());
  sources->erase(sources->begin());
  return formats::read_genius(domain, *sources, {session.asked().number("--steps")});
}

Result<formats::ReadProblem> read_geniusweb(const Session& session) {
  const auto sources = read_sources(session.asked().arguments);
  if (!sources) return tl::unexpected(sources.error());
  return formats::read_geniusweb(*sources);
}

Exit run_problem(Session& session, const Result<formats::ReadProblem>& read) {
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const auto analysis =
      bargaining::analyse(read->problem, {}, {}, session.control("looking for deals"));
  if (!analysis) return session.give_up(analysis.error());
  if (session.wants_json()) {
    Json result = session.begin_result("deals");
    result.update(bargaining::to_json(read->problem, *analysis));
    session.write_result(result);
  } else {
    session.out() << deals_summary(read->problem, *analysis);
  }
  return Exit::done;
}

Exit run_case(Session& session) {
  session.report(half_sets(session.asked().arguments.front()));
  const auto read = casefile::read_case(session.asked().arguments.front());
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const assess::Options options{session.seed(), session.asked().number("--worlds")};
  const auto assessment = assess::assess(read->value, options, session.control("drawing worlds"));
  if (!assessment) return session.give_up(assessment.error());
  if (!assessment->deals) {
    return session.give_up({FailureKind::invalid_input,
                            {{Severity::error,
                              "no-consent",
                              {read->value.file, 0, 0},
                              "no party's consent is needed, so every deal would do",
                              "give at least one party the role signatory"}}});
  }
  const assess::DealsAssessment& deals = *assessment->deals;
  if (session.wants_json()) {
    Json result = session.begin_result("deals");
    result.update(assess::to_json(deals, read->value));
    result["worlds"]["drawn"] = options.worlds;
    result["worlds"]["effective"] = assessment->effective_worlds;
    session.write_result(result);
  } else {
    const bargaining::Problem titled = with_titles(deals.central, read->value);
    if (brief::tells_odds(*assessment)) {
      session.out() << deals_summary(titled, with_titles(deals.analysis, read->value))
                    << worlds_summary(titled, deals);
    } else {
      session.out() << untold_summary(titled, deals.analysis,
                                      brief::what_is_missing(read->value, *assessment));
    }
  }
  return Exit::done;
}

}  // namespace

Exit run_deals(Session& session) {
  const Invocation& asked = session.asked();
  if (asked.has("--genius") && asked.has("--geniusweb")) {
    return session.refuse("the files are either of --genius or of --geniusweb");
  }
  if (asked.has("--genius")) {
    if (asked.arguments.size() < 2) {
      return session.refuse("--genius takes a domain and at least one profile");
    }
    return run_problem(session, read_genius(session));
  }
  if (asked.has("--geniusweb")) return run_problem(session, read_geniusweb(session));
  if (asked.arguments.size() != 1) {
    return session.refuse("one case is wanted; other files need --genius or --geniusweb");
  }
  return run_case(session);
}

}  // namespace parley::app
