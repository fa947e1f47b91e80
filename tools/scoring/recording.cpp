#include "scoring/recording.hpp"

#include <yaml-cpp/yaml.h>

#include <nlohmann/json.hpp>

#include "parley/base/resource.hpp"
#include "parley/base/text.hpp"
#include "parley/record/json.hpp"
#include "parley/record/record.hpp"
#include "scoring/fields.hpp"

namespace parley::scoring {
namespace {

std::chrono::year_month_day date_of(const std::string& iso) {
  const auto part = [&](std::size_t at, std::size_t length) {
    return std::stoi(iso.substr(at, length));
  };
  return {std::chrono::year(part(0, 4)), std::chrono::month(static_cast<unsigned>(part(5, 2))),
          std::chrono::day(static_cast<unsigned>(part(8, 2)))};
}

}  // namespace

std::vector<record::IssueCues> shipped_issues() {
  std::vector<record::IssueCues> issues;
  const YAML::Node catalogue = YAML::Load(std::string(resource("catalogue/issues.yaml").value()));
  for (const auto& entry : catalogue["issues"]) {
    issues.push_back(
        {entry.first.as<std::string>(), entry.second["cues"].as<std::vector<std::string>>()});
  }
  return issues;
}

Result<Json> record_of(const std::vector<ReportFile>& files) {
  std::vector<record::ReportText> reports;
  for (const ReportFile& file : files) {
    Result<Text> text = read_text_file(file.path, record::kMaxReportBytes);
    if (!text) return tl::unexpected(text.error());
    record::ReportText report{file.path, text->utf8(), std::nullopt};
    if (file.date) report.published = date_of(*file.date);
    reports.push_back(std::move(report));
  }
  record::RecordOptions options;
  options.issues = shipped_issues();
  Result<record::Record> made = record::make_record(std::move(reports), options);
  if (!made) return tl::unexpected(made.error());
  return record::to_json(*made);
}

}  // namespace parley::scoring
