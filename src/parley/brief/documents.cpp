#include "parley/brief/documents.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "parley/assess/json.hpp"
#include "parley/brief/compose.hpp"
#include "parley/brief/spreadsheet.hpp"
#include "parley/record/json.hpp"

namespace parley::brief {

Result<Documents> documents_of(Brief brief, const casefile::Case& source,
                               const assess::Assessment& assessment, const record::Record& record) {
  Json results = assess::to_json(assessment, source);
  Json reading = record::to_json(record);
  brief.run = run_id({to_json(brief).dump(), results.dump(), reading.dump()});
  results["run"] = brief.run;
  reading["run"] = brief.run;
  auto sheets = to_spreadsheet(brief, source, assessment);
  if (!sheets) return tl::unexpected(std::move(sheets.error()));
  return Documents{brief.run,          to_html(brief),         to_markdown(brief),
                   std::move(*sheets), json_document(results), json_document(reading)};
}

OutputPart as_outputs(const Documents& documents, const std::optional<std::string>& word) {
  OutputPart part;
  part.kind = "brief";
  part.files = {{"brief.html", documents.page},
                {"brief.md", documents.markdown},
                {"brief.xlsx", documents.spreadsheet},
                {"assessment.json", documents.assessment},
                {"record.json", documents.record}};
  if (word) part.files.push_back({"brief.docx", *word});
  for (const OutputFile& each : part.files) part.names.push_back(each.name);
  part.names.emplace_back("brief.docx");
  return part;
}

}  // namespace parley::brief
