// parley record: who said and did what in some reports, and where they differ.
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "parley/record/json.hpp"
#include "parley/record/listing.hpp"
#include "parley/record/marked_text.hpp"
#include "reports.hpp"
#include "terminal.hpp"

namespace parley::app {
namespace {

void print_marked(const drafting::ReadRecord& read, Session& session) {
  const auto marking =
      isatty(STDOUT_FILENO) == 1 ? record::Marking::colours : record::Marking::brackets;
  session.write_coloured(record::marking_legend(marking) + "\n");
  for (const auto& [id, text] : read.texts) {
    session.out() << "\n== " << id << " ==\n";
    session.write_coloured(record::marked_text(read.record, id, text, marking) + "\n");
  }
}

}  // namespace

Exit run_record(Session& session) {
  const auto read = read_reports(session);
  if (!read) return session.give_up(read.error());
  session.report(read->record.diagnostics);
  if (session.wants_json()) {
    session.write_result(record::to_json(read->record));
  } else if (session.asked().has("--marked")) {
    print_marked(*read, session);
  } else {
    session.out() << record::listing(read->record, terminal_width());
  }
  return Exit::done;
}

}  // namespace parley::app
