#include "parley/drafting/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/input_kind.hpp"

namespace parley::drafting {
namespace {

namespace fs = std::filesystem;

Result<record::Record> record_with_catalogue(std::vector<record::ReportText> reports,
                                             const casefile::Named<casefile::Issue>& issues,
                                             const Control& control) {
  record::RecordOptions options;
  options.issues = issue_cues(issues);
  return record::make_record(std::move(reports), options, control);
}

Result<void> set_aside(const fs::path& file, const std::string& yaml, Existing existing) {
  std::error_code error;
  if (!fs::exists(file, error)) return {};
  constexpr std::size_t kLargestCase = 4U << 20U;
  const auto before = read_text_file(file.string(), kLargestCase);
  if (before && before->utf8() == yaml) return {};
  if (existing == Existing::refuse) {
    return fail(FailureKind::unreadable, "exists", {file.string(), 0, 0},
                "there is a case already; it is left as it is", "give another folder");
  }
  fs::rename(file, file.string() + ".old", error);
  if (error) {
    return fail(FailureKind::unreadable, "unwritable", {file.string(), 0, 0},
                "the case that stands here cannot be kept aside: " + error.message());
  }
  return {};
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

}  // namespace

Result<ReadRecord> read_reports(const std::vector<std::string>& files,
                                const std::optional<casefile::Date>& published,
                                const Control& control) {
  std::vector<record::ReportText> reports;
  std::vector<Text> texts;
  Diagnostics wrong;
  FailureKind kind = FailureKind::invalid_input;
  for (const std::string& file : files) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) {
      if (wrong.empty()) kind = FailureKind::unreadable;
      wrong.push_back(why_no_folder(file));
      continue;
    }
    Result<Text> text = read_text_file(file, record::kMaxReportBytes);
    if (text) {
      if (auto other = casefile::why_no_report(text->utf8(), file)) {
        wrong.push_back(std::move(*other));
        continue;
      }
    }
    if (!text) {
      if (wrong.empty()) kind = text.error().kind;
      std::move(text.error().diagnostics.begin(), text.error().diagnostics.end(),
                std::back_inserter(wrong));
      continue;
    }
    record::ReportText& report = reports.emplace_back();
    report.file = file;
    report.bytes = text->utf8();
    if (published) report.published = published->day;
    texts.push_back(std::move(*text));
  }
  if (!wrong.empty()) return tl::unexpected(Failure{kind, std::move(wrong)});
  auto record = record_with_catalogue(std::move(reports), casefile::catalogue(), control);
  if (!record) return tl::unexpected(record.error());
  ReadRecord read{std::move(*record), {}};
  for (std::size_t r = 0; r < texts.size(); ++r) {
    read.texts.add(read.record.reports[r].id, std::move(texts[r]));
  }
  return read;
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

Result<std::string> write_case_folder(const DraftedCase& drafted, const std::string& folder,
                                      Existing existing) {
  const fs::path root(folder);
  const fs::path file = root / "case.yaml";
  const std::string yaml = write_draft(drafted);
  if (const auto free = set_aside(file, yaml, existing); !free) return tl::unexpected(free.error());
  std::error_code error;
  fs::create_directories(root / "reports", error);
  for (const auto& [id, report] : drafted.value.reports) {
    const auto written =
        write_file((root / report.file).string(), drafted.value.texts.at(id).utf8());
    if (!written) return tl::unexpected(written.error());
  }
  const auto written = write_file(file.string(), yaml);
  if (!written) return tl::unexpected(written.error());
  return file.string();
}

}  // namespace parley::drafting
