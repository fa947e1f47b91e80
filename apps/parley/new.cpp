// parley new: a case begun from the catalogue of issues, or from reports.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "parley/base/files.hpp"
#include "parley/base/outputs.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/new_case.hpp"
#include "parley/drafting/folder.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

constexpr const char* kFirstIssues = "territory,ceasefire,security_guarantees";

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

Exit begin_from_catalogue(Session& session) {
  const Invocation& asked = session.asked();
  casefile::NewCase wanted;
  if (asked.has("--title")) wanted.title = asked.text("--title");
  wanted.issues = split_at_commas(asked.has("--issues") ? asked.text("--issues") : kFirstIssues);
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

void tell(const drafting::DraftedCase& drafted, const std::string& file, Session& session) {
  const casefile::Case& value = drafted.value;
  if (session.wants_json()) {
    Json result = session.begin_result("new");
    result["file"] = file;
    result["title"] = value.title;
    result["parties"] = value.parties.size();
    result["issues"] = value.issues.size();
    result["drafts"] = value.drafts.size();
    result["rounds"] = value.rounds.size();
    result["claims"] = value.claims.size();
    result["gaps"] = drafted.gaps.size();
    session.write_result(result);
    return;
  }
  session.out() << "Begun: " << file << "\n  " << value.title << "\n  " << value.parties.size()
                << " parties, " << value.issues.size() << " issues, " << value.drafts.size()
                << " drafts, " << value.rounds.size() << " rounds, " << value.claims.size()
                << " differences between sources\n";
  if (session.is_quiet()) return;
  session.out() << "Comments mark " << drafted.gaps.size()
                << " gaps. Fill them in, then see the brief with\n  parley brief " << file << '\n';
}

Exit begin_from_reports(Session& session, const std::vector<std::string>& reports) {
  const Invocation& asked = session.asked();
  const auto read =
      drafting::read_reports(reports, asked.date("--date"), session.control("reading reports"));
  if (!read) return session.give_up(read.error());
  session.report(read->record.diagnostics);
  auto drafted = drafting::draft_case(read->record, read->texts, casefile::catalogue());
  if (!drafted) return session.give_up(drafted.error());
  if (asked.has("--title")) drafted->value.title = asked.text("--title");
  const auto file = drafting::write_case_folder(*drafted, asked.arguments.front(), reports,
                                                session.control("writing"));
  if (!file) return session.give_up(file.error());
  tell(*drafted, *file, session);
  return Exit::done;
}

// The options that say nothing of a case begun in this way.
std::vector<std::string_view> options_without_use(bool from_reports) {
  if (from_reports) return {"--as-of", "--issues"};
  return {"--date"};
}

}  // namespace

Exit run_new(Session& session) {
  const Invocation& asked = session.asked();
  const std::vector<std::string> reports(asked.arguments.begin() + 1, asked.arguments.end());
  for (const std::string_view option : options_without_use(!reports.empty())) {
    if (!asked.has(option)) continue;
    return session.refuse("there is no use for " + std::string(option) +
                          (reports.empty() ? " without reports" : " with reports"));
  }
  return reports.empty() ? begin_from_catalogue(session) : begin_from_reports(session, reports);
}

}  // namespace parley::app
