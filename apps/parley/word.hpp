#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"
#include "parley/casefile/date.hpp"

namespace parley::app {

/// The first file of this name on a search path such as $PATH that may be run. Entries that are not
/// absolute are passed over, so that no program of the current folder is taken.
std::optional<std::string> find_program(std::string_view name, std::string_view path);

/// How long pandoc may take; a page of 20,000 words takes it some seconds.
inline constexpr std::chrono::seconds kLongestWord{120};

/// Turns a page into a Word document with pandoc; links keep their ends, and metadata of the page
/// become properties. The document's date is `day`, so that equal pages give equal documents.
///
/// Both stay in memory. pandoc is ended when it takes longer than `longest`, when control asks to
/// stop ("cancelled"), and when this process ends, however it does. Fails with "unwritable".
Result<std::string> to_word(const std::string& pandoc, std::string_view page, casefile::Date day,
                            std::chrono::milliseconds longest, const Control& control);

}  // namespace parley::app
