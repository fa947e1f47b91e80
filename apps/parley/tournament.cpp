// parley tournament: which strategy does best against which.
#include "parley/talks/tournament.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/base/nearest.hpp"
#include "parley/formats/genius.hpp"
#include "parley/talks/named.hpp"
#include "session.hpp"
#include "sources.hpp"
#include "talks_summary.hpp"

namespace parley::app {
namespace {

bool is_domain(const formats::Source& source) {
  return source.text.utf8().find("<negotiation_template") != std::string::npos;
}

// The XML files of a folder, by name.
std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& each : std::filesystem::directory_iterator(folder, failed)) {
    if (each.path().extension() == ".xml") files.push_back(each.path().string());
  }
  std::ranges::sort(files);
  return files;
}

// Of several files the domain is the one that says so, else the first.
Result<talks::Scenario> read_scenario(Session& session, std::string name,
                                      const std::vector<std::string>& files) {
  auto sources = read_sources(files);
  if (!sources) return tl::unexpected(std::move(sources.error()));
  if (sources->size() < 2) {
    return fail(FailureKind::invalid_input, "no-scenario", {name, 0, 0},
                "a scenario is a domain of GENIUS and a profile for each party",
                "give DOMAIN.xml PROFILE.xml PROFILE.xml..., or a folder that holds them");
  }
  std::ranges::stable_partition(*sources, is_domain);
  const formats::Source domain = std::move(sources->front());
  sources->erase(sources->begin());
  auto read = formats::read_genius(domain, *sources, {session.asked().number("--steps")});
  if (!read) return tl::unexpected(std::move(read.error()));
  session.report(read->warnings);
  auto space = talks::Space::of(std::move(read->problem));
  if (!space) return tl::unexpected(std::move(space.error()));
  return talks::Scenario{std::move(name), std::make_shared<const talks::Space>(*std::move(space))};
}

Result<std::vector<talks::Scenario>> read_scenarios(Session& session) {
  const std::vector<std::string>& given = session.asked().arguments;
  std::error_code unknown;
  std::vector<talks::Scenario> scenarios;
  const auto add = [&](const std::string& name, const std::vector<std::string>& files) {
    auto read = read_scenario(session, name, files);
    if (read) scenarios.push_back(*std::move(read));
    return read ? Result<void>() : Result<void>(tl::unexpected(std::move(read.error())));
  };
  if (!std::filesystem::is_directory(given.front(), unknown)) {
    if (const auto done = add(given.front(), given); !done) return tl::unexpected(done.error());
    return scenarios;
  }
  for (const std::string& folder : given) {
    if (const auto done = add(folder, files_in(folder)); !done) {
      return tl::unexpected(done.error());
    }
  }
  return scenarios;
}

// The strategies that were named, or what is wrong with their names.
tl::expected<std::vector<talks::Entrant>, std::string> entrants_of(const std::string& list) {
  std::vector<talks::Entrant> entrants;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string name = list.substr(at, end - at);
    at = end + 1;
    const auto* found = talks::find_strategy(name);
    if (found == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& each : talks::named_strategies()) names.push_back(each.name);
      return tl::unexpected("there is no strategy '" + name + "' (" + suggestion(name, names) +
                            ")");
    }
    if (std::ranges::find(entrants, name, &talks::Entrant::name) != entrants.end()) {
      return tl::unexpected("the strategy '" + name + "' is named twice");
    }
    entrants.push_back({name, found->play});
  }
  return entrants;
}

}  // namespace

Exit run_tournament(Session& session) {
  const Invocation& asked = session.asked();
  const auto entrants = entrants_of(asked.text("--strategies"));
  if (!entrants) return session.refuse(entrants.error());
  const auto scenarios = read_scenarios(session);
  if (!scenarios) return session.give_up(scenarios.error());
  const talks::TournamentOptions options{
      .protocol = talks::find_protocol(asked.text("--protocol"))->protocol,
      .deadline = asked.number("--deadline"),
      .repeats = asked.number("--repeats")};
  const auto rows = talks::tournament(*scenarios, *entrants, session.seed(), options,
                                      session.control("playing the talks"));
  if (!rows) return session.give_up(rows.error());
  if (session.wants_json()) {
    Json result = session.begin_result("tournament");
    result["protocol"] = asked.text("--protocol");
    result["deadline"] = options.deadline;
    result["scenarios"] = Json::array();
    for (const auto& each : *scenarios) result["scenarios"].push_back(each.name);
    result["rows"] = talks::to_json(*rows);
    session.write_result(result);
  } else {
    session.out() << tournament_table(*rows);
  }
  return Exit::done;
}

}  // namespace parley::app
