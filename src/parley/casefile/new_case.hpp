#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/casefile/date.hpp"

namespace parley::casefile {

/// What a new case is begun with.
struct NewCase {
  std::string title = "Talks without a name yet";
  std::optional<Date> as_of;
  std::vector<std::string> issues;  ///< names of issues of the catalogue, in the order wanted
};

/// The text of a fresh case file: two sides, the chosen issues with their options, and a comment
/// above each section that explains its keys. It passes the reader with warnings only, namely that
/// its positions rest on nothing yet. Fails with "unknown-name" for each issue that the catalogue
/// does not have, "named-twice" for one that is wanted twice.
Result<std::string> case_template(const NewCase& wanted);

}  // namespace parley::casefile
