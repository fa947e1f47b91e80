// parley draft: a case begun from reports.
#include <nlohmann/json.hpp>
#include <ostream>

#include "parley/casefile/catalogue.hpp"
#include "reports.hpp"

namespace parley::app {

Exit run_draft(Session& session) {
  const auto read = read_reports(session);
  if (!read) return session.give_up(read.error());
  session.report(read->record.diagnostics);
  const auto drafted = drafting::draft_case(read->record, read->texts, casefile::catalogue());
  if (!drafted) return session.give_up(drafted.error());
  const auto file =
      drafting::write_case_folder(*drafted, session.asked().text("--out"),
                                  session.asked().arguments, session.control("writing"));
  if (!file) return session.give_up(file.error());

  const casefile::Case& value = drafted->value;
  if (session.wants_json()) {
    Json result = session.begin_result("draft");
    result["file"] = *file;
    result["parties"] = value.parties.size();
    result["issues"] = value.issues.size();
    result["drafts"] = value.drafts.size();
    result["rounds"] = value.rounds.size();
    result["claims"] = value.claims.size();
    result["gaps"] = drafted->gaps.size();
    session.write_result(result);
  } else {
    session.out() << "Begun: " << *file << "\n  " << value.parties.size() << " parties, "
                  << value.issues.size() << " issues, " << value.drafts.size() << " drafts, "
                  << value.rounds.size() << " rounds, " << value.claims.size()
                  << " differences between sources\n";
    if (session.is_quiet()) return Exit::done;
    session.out() << "Comments mark " << drafted->gaps.size()
                  << " gaps. Fill them in, then see the brief with\n  parley brief " << *file
                  << '\n';
  }
  return Exit::done;
}

}  // namespace parley::app
