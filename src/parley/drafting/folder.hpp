#pragma once

#include <optional>
#include <string>
#include <vector>

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

/// What to do where a folder holds another case already.
enum class Existing { refuse, keep_aside };

/// Writes case.yaml and its reports into a folder, which is made when missing; gives the path of
/// case.yaml. A case that stands there and differs is left and refused ("exists"), or kept beside
/// the new one as case.yaml.old.
Result<std::string> write_case_folder(const DraftedCase& drafted, const std::string& folder,
                                      Existing existing);

}  // namespace parley::drafting
