// parley check: what is wrong with a case, and how to mend it.
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/base/file_switch.hpp"
#include "parley/casefile/reader.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string summary(const casefile::ReadCase& read) {
  const casefile::Case& value = read.value;
  return value.title + ": no mistakes, " + counted(read.warnings.size(), "warning", "warnings") +
         "\n  " + counted(value.parties.size(), "party", "parties") + ", " +
         counted(value.issues.size(), "issue", "issues") + ", " +
         counted(value.drafts.size(), "draft", "drafts") + ", " +
         counted(value.reports.size(), "report", "reports") + "\n";
}

}  // namespace

Exit run_check(Session& session) {
  session.report(half_sets(session.asked().arguments.front()));
  const Result<casefile::ReadCase> read = casefile::read_case(session.asked().arguments.front());
  if (session.wants_json()) {
    Json result = session.begin_result("check");
    result["ok"] = read.has_value();
    result["diagnostics"] = to_json(read ? read->warnings : read.error().diagnostics);
    session.write_result(result);
  }
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  if (!session.wants_json()) session.out() << summary(*read);
  return Exit::done;
}

}  // namespace parley::app
