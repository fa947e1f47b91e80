#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/base/result.hpp"
#include "parley/record/record.hpp"

namespace parley::scoring {

struct ReportFile {
  std::string path;
  std::optional<std::string> date;  ///< YYYY-MM-DD, what `parley record --date` would be given
};

/// The shipped catalogue's issues with their cues.
std::vector<record::IssueCues> shipped_issues();

/// The record of some report files as JSON, read with the shipped issue catalogue.
Result<Json> record_of(const std::vector<ReportFile>& files);

}  // namespace parley::scoring
