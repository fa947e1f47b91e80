#include <string>
#include <utility>

#include "parley/record/record.hpp"

namespace parley::record {

Result<Record> make_record(std::vector<ReportText> reports, const RecordOptions&, const Control&) {
  Record record;
  Diagnostics errors;
  for (ReportText& report : reports) {
    const Result<Text> text = Text::from_utf8(std::move(report.bytes), report.file);
    if (!text) {
      errors.insert(errors.end(), text.error().diagnostics.begin(), text.error().diagnostics.end());
      continue;
    }
    record.reports.push_back({report.file, report.file, "", "", "", text->size()});
  }
  if (has_errors(errors)) return invalid(std::move(errors));
  return record;
}

}  // namespace parley::record
