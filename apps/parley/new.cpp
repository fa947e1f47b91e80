// parley new: a case begun from the catalogue of issues.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "parley/base/files.hpp"
#include "parley/base/outputs.hpp"
#include "parley/casefile/new_case.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

std::vector<std::string> split_at_commas(const std::string& list) {
  std::vector<std::string> names;
  std::istringstream stream(list);
  for (std::string name; std::getline(stream, name, ',');) {
    if (!name.empty()) names.push_back(name);
  }
  return names;
}

// Writes the case into a folder that may exist but holds no case yet.
Result<std::string> begin_case(const std::string& folder, const std::string& text,
                               const Control& control) {
  OutputSet set{run_id({text}), {}, {{"case", {}, {{"case.yaml", text}}}}};
  set.parts.front().former = Former::refused;
  const auto written = write_outputs(folder, set, {}, control);
  if (!written) return tl::unexpected(written.error());
  const auto reports = make_folder((std::filesystem::path(folder) / "reports").string());
  if (!reports) return tl::unexpected(reports.error());
  return (std::filesystem::path(folder) / "case.yaml").string();
}

}  // namespace

Exit run_new(Session& session) {
  const Invocation& asked = session.asked();
  casefile::NewCase wanted;
  wanted.title = asked.text("--title");
  wanted.issues = split_at_commas(asked.text("--issues"));
  wanted.as_of = asked.date("--as-of");
  const Result<std::string> text = casefile::case_template(wanted);
  if (!text) {
    session.report(text.error().diagnostics);
    return Exit::wrong_use;
  }
  const std::filesystem::path folder(asked.arguments.front());
  const Result<std::string> file = begin_case(folder.string(), *text, session.control("writing"));
  if (!file) return session.give_up(file.error());

  if (session.wants_json()) {
    Json result = session.begin_result("new");
    result["file"] = *file;
    session.write_result(result);
  } else {
    session.out() << "Begun: " << *file << '\n';
    if (session.is_quiet()) return Exit::done;
    session.out() << "Edit it, put your reports into " << (folder / "reports").string()
                  << ", and see what is still wrong with\n  parley check " << folder << '\n';
  }
  return Exit::done;
}

}  // namespace parley::app
