#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/base/outputs.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"
#include "parley/casefile/case.hpp"
#include "parley/casefile/date.hpp"
#include "parley/drafting/draft_case.hpp"
#include "parley/record/record.hpp"

/// Records and drafted cases from and to files.
namespace parley::drafting {

/// A record with the texts that its passages point into, by report id.
struct ReadRecord {
  record::Record record;
  casefile::Named<Text> texts;
};

/// Reads reports and makes their record, with the issues of the catalogue. `published` is for
/// reports whose text does not tell. Fails with what is wrong with every report.
Result<ReadRecord> read_reports(const std::vector<std::string>& files,
                                const std::optional<casefile::Date>& published,
                                const Control& control);

/// The record of a case's own reports. Its ids are those of the case.
Result<record::Record> record_of(const casefile::Case& source, const Control& control);

/// The files of a drafted case: case.yaml and its reports, as a part of a set of outputs that lies
/// in `folder` below the set's own (empty: in that itself).
OutputPart as_outputs(const DraftedCase& drafted, const std::string& folder);

/// Writes case.yaml and its reports into a folder, which is made when missing; gives the path of
/// case.yaml. A case that stands there and differs is left and refused ("exists").
Result<std::string> write_case_folder(const DraftedCase& drafted, const std::string& folder,
                                      const std::vector<std::string>& inputs,
                                      const Control& control);

/// How the case in a folder stands to one that was drafted again.
enum class StandingCase {
  free,    ///< there is none, or it is as the program made it: the new one may take its place
  edited,  ///< it was edited, and the new draft is the one that it was made from: it counts
};

/// Looks at the case that stands in a folder. An edit is a change to case.yaml or a report that the
/// program wrote there, or a case of which nothing says that it did. Fails with "edited" where the
/// reports give another draft than the one that was edited, so that neither holds what the other
/// does, and says how to merge.
Result<StandingCase> standing_case(const OutputPart& drafted, const std::string& folder);

}  // namespace parley::drafting
