#include "parley/casefile/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

#include "parley/base/like_warnings.hpp"
#include "parley/base/nearest.hpp"
#include "parley/base/read_file.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/evidence.hpp"
#include "parley/casefile/input_kind.hpp"
#include "parley/casefile/struct_reader.hpp"
#include "parley/text/decode.hpp"

namespace parley::casefile {
namespace {

namespace fs = std::filesystem;
using internal::Findings;
using internal::Mark;
using internal::YamlNode;

// Far more than a person writes; the parser needs some hundred bytes for each of the file's.
constexpr std::size_t kLargestCase = 4U << 20U;
constexpr std::size_t kLargestReport = 64U << 20U;  // as much as the record reads

/// Finds the text of a report by its path in the case.
using Loader = std::function<Result<Text>(const std::string& file)>;

/// Where the path of a report stands in the case file.
Mark file_mark(const YamlNode& root, const std::string& report) {
  const YamlNode* reports = root.find("reports");
  const YamlNode* entry = reports != nullptr ? reports->find(report) : nullptr;
  const YamlNode* file = entry != nullptr ? entry->find("file") : nullptr;
  return file != nullptr ? file->mark : Mark{};
}

bool stays_inside(const std::string& file) {
  const fs::path path(file);
  return path.is_relative() && !file.empty() &&
         std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

void load_reports(Case& value, const YamlNode& root, const Loader& load, Findings& findings) {
  for (const auto& [id, report] : value.reports) {
    if (report.file.empty()) continue;  // reported as missing
    const Mark mark = file_mark(root, id);
    if (!stays_inside(report.file)) {
      findings.error("path-outside", mark,
                     fmt::format("the path “{}” leads out of the case's folder",
                                 internal::shortened(report.file)),
                     "copy the report into the folder and give the path from there, such as "
                     "reports/wire-a.txt");
      continue;
    }
    Result<Text> text = load(report.file);
    if (text) {
      value.texts.add(id, std::move(*text));
      continue;
    }
    for (Diagnostic each : text.error().diagnostics) {
      // What is wrong inside the report is told there; a report that cannot be had, here.
      if (each.place.line == 0) {
        each.message = fmt::format("the report “{}”: {}", report.file, each.message);
        each.place = findings.place(mark);
      }
      findings.add({each});
    }
  }
}

void check_pending(const Case& value, const internal::StructReader::Pending& pending,
                   Findings& findings) {
  std::vector<std::string_view> names;
  for (const auto& each : value.factors) names.push_back(each.first);
  for (const Reference& each : pending.factors) {
    if (value.factors.contains(each.id)) continue;
    findings.error("unknown-name", each.place,
                   fmt::format("there is no factor “{}”", internal::shortened(each.id)),
                   suggestion(each.id, names));
  }
  if (!value.as_of) return;
  for (const auto& day : pending.past) {
    if (day.date <= *value.as_of) continue;
    findings.error("hindsight", day.mark,
                   fmt::format("“{}” is {}, later than the day the case describes, {}", day.name,
                               day.date.iso(), value.as_of->iso()),
                   "leave it out, or move as_of");
  }
}

// One mistake is told once: what the reading found missing is not found to be empty again.
void add_new(const Diagnostics& checked, Diagnostics& found) {
  for (const Diagnostic& each : checked) {
    const bool told = std::any_of(found.begin(), found.end(), [&](const Diagnostic& other) {
      return each.code == "missing-key" && other.code == each.code && other.place == each.place;
    });
    if (!told) found.push_back(each);
  }
  sort_by_place(found);
}

Result<ReadCase> read(const Text& text, std::string_view file, const Loader& load) {
  Findings findings(file);
  const internal::ParsedYaml parsed = internal::parse_yaml(text, findings);
  if (!parsed.complete) return invalid(findings.take());
  if (parsed.root.kind == YamlNode::Kind::null) {
    findings.error("empty-case", Place{std::string(file), 0, 0}, "the case file is empty",
                   "`parley new DIR` begins one");
    return invalid(findings.take());
  }
  ReadCase result;
  result.value.file = file;
  internal::StructReader reader(findings);
  reader.read(parsed.root, result.value, internal::Field{.name = "case file", .doc = ""});
  load_reports(result.value, parsed.root, load, findings);
  internal::resolve_evidence(result.value, findings);
  check_pending(result.value, reader.pending(), findings);
  result.warnings = findings.take();
  add_new(check_case(result.value), result.warnings);
  result.warnings = with_like_warnings_joined(std::move(result.warnings));
  if (has_errors(result.warnings)) return invalid(std::move(result.warnings));
  return result;
}

// The text that evidence counts in: of a report's file what it is decoded to.
Result<Text> text_of_report(const std::string& file) {
  const auto bytes = read_file(file, kLargestReport);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, file);
  if (!decoded) return tl::unexpected(std::move(decoded.error()));
  const auto& documents = decoded->documents;
  // The articles of one page have its text in common.
  const bool is_one = std::all_of(documents.begin(), documents.end(), [&](const auto& each) {
    return each.text == documents.front().text;
  });
  if (!is_one) {
    return fail(
        FailureKind::invalid_input, "several-reports", {file, 0, 0},
        "this file holds " + std::to_string(documents.size()) + " reports, and a case names one",
        "begin a case from it with `parley new DIR`, which writes each as a file");
  }
  return Text::from_utf8(std::move(decoded->documents.front().text), file);
}

}  // namespace

Result<ReadCase> read_case(const std::string& path) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(path, ignored);
  const fs::path file = is_folder ? fs::path(path) / "case.yaml" : fs::path(path);
  if (is_folder && !fs::exists(fs::symlink_status(file, ignored))) {
    return fail(FailureKind::unreadable, "no-case", {path, 0, 0}, "this folder holds no case.yaml",
                "name the case file itself, or begin a case with `parley new DIR`, from reports "
                "where you name them");
  }
  const Result<Text> text = read_text_file(file.string(), kLargestCase);
  if (!text) return tl::unexpected(text.error());
  if (auto other = why_no_case(text->utf8(), file.string())) {
    return tl::unexpected(Failure{FailureKind::invalid_input, {std::move(*other)}});
  }
  // Absolute, because only then can a missing file be told from one outside.
  const fs::path folder = fs::absolute(file, ignored).parent_path();
  return read(*text, file.string(), [&folder](const std::string& report) -> Result<Text> {
    std::error_code error;
    const fs::path root = fs::weakly_canonical(folder, error);
    const fs::path target = fs::weakly_canonical(folder / report, error);
    // A symbolic link can lead out of the folder where the path does not.
    if (const fs::path inside = target.lexically_relative(root);
        inside.empty() || *inside.begin() == "..") {
      return fail(FailureKind::invalid_input, "path-outside", {},
                  "it is a link to a file outside the case's folder", "copy the report itself");
    }
    return text_of_report((folder / report).string());
  });
}

Result<ReadCase> read_case_text(std::string yaml, std::string_view file,
                                const ReportFiles& reports) {
  const Result<Text> text = Text::from_utf8(std::move(yaml), file);
  if (!text) return tl::unexpected(text.error());
  return read(*text, file, [&reports](const std::string& report) -> Result<Text> {
    const auto found = reports.find(report);
    if (found == reports.end()) {
      return fail(FailureKind::unreadable, "unreadable", {}, "cannot read this file",
                  "check the path and the permissions");
    }
    return Text::from_utf8(found->second, report);
  });
}

}  // namespace parley::casefile
