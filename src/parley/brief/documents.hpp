#pragma once

#include <optional>
#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/base/outputs.hpp"
#include "parley/base/result.hpp"
#include "parley/brief/document.hpp"
#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

namespace parley::brief {

/// The documents that one run makes, as bytes. Each carries the run's id where its format has a
/// place: the page in a meta element, Markdown in a comment at its end, JSON as the field `run`,
/// the spreadsheet as the property "Parley run".
struct Documents {
  std::string run;  ///< equal contents have equal ids, whatever the audience
  std::string page;
  std::string markdown;
  std::string spreadsheet;
  std::string assessment;
  std::string record;
};

/// Renders a brief with what it was made from. Fails as to_spreadsheet() does.
Result<Documents> documents_of(Brief brief, const casefile::Case& source,
                               const assess::Assessment& assessment, const record::Record& record);

/// The documents as a part of a set of outputs, by the names of CONTRACTS.md, with brief.docx where
/// there is a Word document. A brief.docx of an earlier run does not stay without one.
OutputPart as_outputs(const Documents& documents, const std::optional<std::string>& word);

}  // namespace parley::brief
