#pragma once

#include <string>

#include "parley/base/result.hpp"
#include "parley/casefile/date.hpp"

namespace parley::app {

/// Turns a page into a Word document with pandoc; links keep their ends. The document's date is
/// `day`, so that equal pages give equal documents. False where pandoc is not installed; fails with
/// "unwritable" when pandoc does.
Result<bool> write_word(const std::string& page, const std::string& document, casefile::Date day);

}  // namespace parley::app
