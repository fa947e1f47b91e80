// parley brief: the brief on a case, or on reports from which a case is begun.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parley/assess/json.hpp"
#include "parley/base/text.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/spreadsheet.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/public_case.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/record/json.hpp"
#include "reports.hpp"
#include "terminal.hpp"
#include "word.hpp"

namespace parley::app {
namespace {

constexpr std::size_t kQuickWorlds = 1000;
// The date of a Word document on a case that names no day.
constexpr casefile::Date kNoDay{std::chrono::year(1980) / 1 / 1};

assess::Options options_of(const Session& session) {
  const Invocation& asked = session.asked();
  return {session.seed(), asked.has("--quick") ? kQuickWorlds : asked.number("--worlds")};
}

// Begins a case in `folder` from the reports that were given; gives its file.
Result<std::string> begin_case(Session& session, const std::filesystem::path& folder) {
  const auto read = read_reports(session);
  if (!read) return tl::unexpected(read.error());
  const auto drafted = drafting::draft_case(read->record, read->texts, casefile::catalogue());
  if (!drafted) return tl::unexpected(drafted.error());
  return drafting::write_case_folder(*drafted, folder.string(), drafting::Existing::keep_aside);
}

}  // namespace

Exit run_brief(Session& session) {
  const std::vector<std::string>& arguments = session.asked().arguments;
  const std::filesystem::path folder(session.asked().text("--out"));
  const bool from_reports = arguments.size() > 1 || !is_case(arguments.front());
  const Result<std::string> file =
      from_reports ? begin_case(session, folder / "case") : arguments.front();
  if (!file) return session.give_up(file.error());
  auto read = casefile::read_case(*file);
  if (!read) return session.give_up(read.error());
  session.report(read->warnings);
  const std::string& audience = session.asked().text("--audience");
  if (audience == "public") {
    auto open = casefile::for_public(std::move(read->value));
    if (!open) return session.give_up(open.error());
    session.report(open->warnings);
    read->value = std::move(open->value);
  }
  const casefile::Case source = std::move(read->value);

  const auto record = drafting::record_of(source, session.control("reading reports"));
  if (!record) return session.give_up(record.error());
  const auto assessment =
      assess::assess(source, options_of(session), session.control("drawing worlds"));
  if (!assessment) return session.give_up(assessment.error());

  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const brief::Brief brief =
      brief::compose(source, *assessment,
                     audience == "principal" ? brief::Arrangement::answer_first
                                             : brief::Arrangement::evidence_first,
                     &*record);
  const Json results = assess::to_json(*assessment, source);
  for (const auto& [name, bytes] : {std::pair{"brief.html", brief::to_html(brief)},
                                    {"brief.md", brief::to_markdown(brief)},
                                    {"assessment.json", results.dump(2) + "\n"},
                                    {"record.json", record::to_json(*record).dump(2) + "\n"}}) {
    const auto written = write_file((folder / name).string(), bytes);
    if (!written) return session.give_up(written.error());
  }
  const auto sheets =
      brief::write_spreadsheet((folder / "brief.xlsx").string(), brief, source, *assessment);
  if (!sheets) return session.give_up(sheets.error());
  const std::filesystem::path page = folder / "brief.html";
  const Result<bool> word =
      write_word(page.string(), (folder / "brief.docx").string(), source.as_of.value_or(kNoDay));
  if (!word) return session.give_up(word.error());

  if (session.wants_json()) {
    session.write_result(results);
  } else {
    session.out() << brief::summary(source, *assessment, terminal_width());
    if (!*word && !session.is_quiet()) session.out() << "\nNo brief.docx: pandoc is not installed.";
    session.out() << "\nThe brief: " << page.string() << "\n";
    if (from_reports) session.out() << "The case it rests on: " << *file << "\n";
  }
  return Exit::done;
}

}  // namespace parley::app
