#include "parley/drafting/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "parley/base/manifest.hpp"
#include "parley/base/read_file.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/input_kind.hpp"
#include "parley/text/decode.hpp"

namespace parley::drafting {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCaseKind = "case";

Result<record::Record> record_with_catalogue(std::vector<record::ReportText> reports,
                                             const casefile::Named<casefile::Issue>& issues,
                                             const Control& control) {
  record::RecordOptions options;
  options.issues = issue_cues(issues);
  return record::make_record(std::move(reports), options, control);
}

// Whether the draft has the files that the manifest says were written.
bool is_draft_of(const OutputPart& drafted, const Manifest& made) {
  if (drafted.files.size() != made.files.size()) return false;
  return std::all_of(drafted.files.begin(), drafted.files.end(), [&](const OutputFile& each) {
    const auto found = made.files.find(each.name);
    return found != made.files.end() && found->second == written_file(each.bytes);
  });
}

// Whether the folder holds the very files of the draft.
bool stands_as(const OutputPart& drafted, const fs::path& folder) {
  return std::all_of(drafted.files.begin(), drafted.files.end(), [&](const OutputFile& each) {
    return bytes_of_regular_file((folder / each.name).string()) == each.bytes;
  });
}

Diagnostic why_no_folder(const std::string& folder) {
  std::error_code ignored;
  const bool holds_case = fs::exists(fs::path(folder) / "case.yaml", ignored);
  return {
      Severity::error,
      "folder",
      {folder, 0, 0},
      holds_case ? "this is the folder of a case, not a report" : "this is a folder, not a report",
      holds_case ? "`parley check` and `parley brief` read a case, one at a time"
                 : "name the reports in it one by one, or all of them as in " +
                       (fs::path(folder) / "*.txt").string()};
}

void move_behind(Diagnostics& from, Diagnostics& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

Result<text::Decoded> decode_report(const std::string& file) {
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) {
    return tl::unexpected(Failure{FailureKind::unreadable, {why_no_folder(file)}});
  }
  const auto bytes = read_file(file, record::kMaxReportBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, file);
  if (!decoded) return decoded;
  Diagnostics wrong;
  for (const text::Document& each : decoded->documents) {
    if (each.source.format != "text") continue;
    if (auto other = casefile::why_no_report(each.text, each.name)) wrong.push_back(*other);
  }
  if (!wrong.empty()) return invalid(std::move(wrong));
  return decoded;
}

}  // namespace

Result<ReadRecord> read_reports(const std::vector<std::string>& files,
                                const std::optional<casefile::Date>& published,
                                const Control& control) {
  std::vector<Result<text::Decoded>> decoded(files.size());
  const auto read = for_each_index(files.size(), control,
                                   [&](std::size_t f) { decoded[f] = decode_report(files[f]); });
  if (!read) return tl::unexpected(read.error());
  std::vector<record::ReportText> reports;
  Diagnostics doubts;
  Failure wrong;
  for (Result<text::Decoded>& each : decoded) {
    if (!each) {
      if (wrong.diagnostics.empty()) wrong.kind = each.error().kind;
      move_behind(each.error().diagnostics, wrong.diagnostics);
      continue;
    }
    move_behind(each->warnings, doubts);
    for (text::Document& document : each->documents) {
      const bool tells = document.source.published.has_value();
      reports.push_back({std::move(document.name), std::move(document.text), std::nullopt,
                         std::move(document.source)});
      if (published && !tells) reports.back().published = published->day;
    }
  }
  if (!wrong.diagnostics.empty()) return tl::unexpected(std::move(wrong));
  auto record = record_with_catalogue(std::move(reports), casefile::catalogue(), control);
  if (!record) return tl::unexpected(record.error());
  // A scan is told as such, and not once more as a text without a sentence.
  std::erase_if(record->diagnostics, [&doubts](const Diagnostic& each) {
    return std::any_of(doubts.begin(), doubts.end(), [&each](const Diagnostic& told) {
      return told.code == each.code && told.place == each.place;
    });
  });
  move_behind(record->diagnostics, doubts);
  record->diagnostics = std::move(doubts);
  ReadRecord made{std::move(*record), {}};
  for (const record::Report& each : made.record.reports) {
    auto text = Text::from_utf8(each.text, each.file);
    if (!text) return tl::unexpected(std::move(text.error()));
    made.texts.add(each.id, std::move(*text));
  }
  return made;
}

Result<record::Record> record_of(const casefile::Case& source, const Control& control) {
  std::vector<record::ReportText> reports;
  for (const auto& [id, text] : source.texts) {
    const casefile::Report& entry = source.reports.at(id);
    record::ReportText& report = reports.emplace_back();
    // The record calls a report by its file's name without the ending, so there must be one.
    const std::string ending = fs::path(entry.file).extension().string();
    report.file = id + (ending.empty() ? ".txt" : ending);
    report.bytes = text.utf8();
    if (entry.published) report.published = entry.published->day;
  }
  auto record = record_with_catalogue(std::move(reports), source.issues, control);
  if (!record) return record;
  for (std::size_t r = 0; r < record->reports.size(); ++r) {
    const auto& [id, text] = source.texts[r];
    record->reports[r].file = source.reports.at(id).file;
    if (record->reports[r].title.empty()) record->reports[r].title = source.reports.at(id).title;
  }
  return record;
}

OutputPart as_outputs(const DraftedCase& drafted, const std::string& folder) {
  OutputPart part;
  part.kind = kCaseKind;
  part.folder = folder;
  part.files.push_back({"case.yaml", write_draft(drafted)});
  for (const auto& [id, report] : drafted.value.reports) {
    part.files.push_back({report.file, drafted.value.texts.at(id).utf8()});
  }
  return part;
}

Result<std::string> write_case_folder(const DraftedCase& drafted, const std::string& folder,
                                      const std::vector<std::string>& inputs,
                                      const Control& control) {
  OutputSet set;
  OutputPart& part = set.parts.emplace_back(as_outputs(drafted, ""));
  part.former = Former::refused;
  std::vector<std::string_view> texts;
  for (const OutputFile& each : part.files) texts.push_back(each.bytes);
  set.run = run_id(texts);
  const auto written = write_outputs(folder, set, inputs, control);
  if (!written) return tl::unexpected(written.error());
  return (fs::path(folder) / "case.yaml").string();
}

Result<StandingCase> standing_case(const OutputPart& drafted, const std::string& folder) {
  const std::string file = (fs::path(folder) / "case.yaml").string();
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) return StandingCase::free;
  const auto made = read_manifest(folder, kCaseKind);
  if (stands_as(drafted, folder)) return StandingCase::free;
  if (made && edited_since(folder, kCaseKind).empty()) return StandingCase::free;
  if (made && is_draft_of(drafted, *made)) return StandingCase::edited;
  return fail(
      FailureKind::unreadable, "edited", {file, 0, 0},
      made ? "this case was edited, and these reports give another draft than the one that "
             "was edited; it is left as it is"
           : "a case that Parley did not write stands here; it is left as it is",
      "to brief it as it is, give " + folder +
          " instead of reports; to add reports, begin another case from them with `parley new "
          "OTHER REPORT...` and copy what is new into this one; or give another folder for "
          "the output");
}

}  // namespace parley::drafting
