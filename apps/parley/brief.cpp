// parley brief: the brief on a case, or on reports from which a case is begun.
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "parley/base/file_switch.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/documents.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/public_case.hpp"
#include "parley/casefile/reader.hpp"
#include "reports.hpp"
#include "terminal.hpp"
#include "word.hpp"

namespace parley::app {
namespace {

constexpr std::size_t kQuickWorlds = 1000;
// The date of a Word document on a case that names no day.
constexpr casefile::Date kNoDay{std::chrono::year(1980) / 1 / 1};
// Below the folder of the brief: the case that was begun from reports.
constexpr const char* kCaseFolder = "case";

assess::Options options_of(const Session& session) {
  const Invocation& asked = session.asked();
  return {session.seed(), asked.has("--quick") ? kQuickWorlds : asked.number("--worlds")};
}

/// The case that a brief is on.
struct Subject {
  casefile::ReadCase read;
  std::string file;                 ///< case.yaml
  std::vector<std::string> inputs;  ///< all files that were read
  std::optional<OutputPart> made;   ///< the case's files, where it was begun from reports just now
};

Result<Subject> subject_from_case(Session& session, const std::string& path) {
  session.report(half_sets(path));
  auto read = casefile::read_case(path);
  if (!read) return tl::unexpected(read.error());
  const std::filesystem::path given(path);
  const std::filesystem::path file =
      std::filesystem::is_directory(given) ? given / "case.yaml" : given;
  Subject subject{std::move(*read), file.string(), {file.string()}, std::nullopt};
  for (const auto& each : subject.read.value.reports) {
    subject.inputs.push_back((file.parent_path() / each.second.file).string());
  }
  return subject;
}

Result<Subject> subject_from_reports(Session& session, const std::filesystem::path& folder) {
  const auto read = read_reports(session);
  if (!read) return tl::unexpected(read.error());
  const auto drafted = drafting::draft_case(read->record, read->texts, casefile::catalogue());
  if (!drafted) return tl::unexpected(drafted.error());
  OutputPart part = drafting::as_outputs(*drafted, kCaseFolder);
  const std::string here = (folder / kCaseFolder).string();
  const auto standing = drafting::standing_case(part, here);
  if (!standing) return tl::unexpected(standing.error());
  const std::vector<std::string>& reports = session.asked().arguments;
  if (*standing == drafting::StandingCase::edited) {
    auto subject = subject_from_case(session, here);
    if (!subject) return subject;
    subject->inputs.insert(subject->inputs.end(), reports.begin(), reports.end());
    session.report({{Severity::warning,
                     "edited",
                     {subject->file, 0, 0},
                     "this case was edited since it was begun from these reports; it is kept, and "
                     "the brief rests on it",
                     {}}});
    return subject;
  }
  casefile::ReportFiles texts;
  for (const OutputFile& each : part.files) texts.emplace(each.name, each.bytes);
  const std::string file = here + "/case.yaml";
  auto back = casefile::read_case_text(part.files.front().bytes, file, texts);
  if (!back) return tl::unexpected(back.error());
  return Subject{std::move(*back), file, reports, std::move(part)};
}

// A Word document where pandoc is installed.
Result<std::optional<std::string>> word_of(Session& session, const brief::Documents& documents,
                                           const casefile::Case& source) {
  const char* path = std::getenv("PATH");
  const auto pandoc = find_program("pandoc", path != nullptr ? path : "");
  if (!pandoc) return std::nullopt;
  auto word = to_word(*pandoc, documents.page, source.as_of.value_or(kNoDay), kLongestWord,
                      session.control("writing for Word"));
  if (!word) return tl::unexpected(std::move(word.error()));
  return std::move(*word);
}

// The brief's documents and, where it was begun just now, the case. The folder of a public brief
// holds no other case.
OutputSet outputs_of(const Session& session, const brief::Documents& documents,
                     const std::optional<std::string>& word, const Subject& subject) {
  OutputSet set{documents.run, session.asked().text("--audience"), {}};
  const bool is_public = set.audience == "public";
  if (subject.made) set.parts.push_back(*subject.made);
  if (!subject.made && is_public) set.parts.push_back({"case", kCaseFolder, {}});
  if (is_public) set.parts.back().others = Others::refused;
  set.parts.push_back(brief::as_outputs(documents, word));
  return set;
}

}  // namespace

Exit run_brief(Session& session) {
  const std::vector<std::string>& arguments = session.asked().arguments;
  const std::filesystem::path folder(session.asked().text("--out"));
  const bool from_reports = arguments.size() > 1 || !is_case(arguments.front());
  auto subject = from_reports ? subject_from_reports(session, folder)
                              : subject_from_case(session, arguments.front());
  if (!subject) return session.give_up(subject.error());
  const std::string& audience = session.asked().text("--audience");
  if (audience == "public") {
    // What is doubtful about the full case may name what is confidential.
    auto open = casefile::for_public(subject->read.value);
    if (!open) return session.give_up(open.error());
    subject->read.warnings = std::move(open->warnings);
    subject->read.value = std::move(open->value);
  }
  session.report(subject->read.warnings);
  const casefile::Case& source = subject->read.value;

  const auto record = drafting::record_of(source, session.control("reading reports"));
  if (!record) return session.give_up(record.error());
  const auto assessment =
      assess::assess(source, options_of(session), session.control("drawing worlds"));
  if (!assessment) return session.give_up(assessment.error());
  const auto edition = audience == "principal" ? brief::Edition::principal : brief::Edition::team;
  const auto documents = brief::documents_of(brief::compose(source, *assessment, edition, &*record),
                                             source, *assessment, *record);
  if (!documents) return session.give_up(documents.error());
  const auto word = word_of(session, *documents, source);
  if (!word) return session.give_up(word.error());
  const auto written =
      write_outputs(folder.string(), outputs_of(session, *documents, *word, *subject),
                    subject->inputs, session.control("writing"));
  if (!written) return session.give_up(written.error());
  session.report(*written);

  if (session.wants_json()) {
    session.out() << documents->assessment;
  } else {
    session.out() << brief::summary(source, *assessment, terminal_width());
    if (!*word && !session.is_quiet()) session.out() << "\nNo brief.docx: pandoc is not installed.";
    session.out() << "\nThe brief: " << (folder / "brief.html").string() << "\n";
    if (from_reports) session.out() << "The case it rests on: " << subject->file << "\n";
  }
  return Exit::done;
}

}  // namespace parley::app
