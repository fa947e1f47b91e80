#pragma once

#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/brief/document.hpp"
#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

namespace parley::brief {

/// Tells an assessment in words, tables and figure data. A sentence never claims more than its odds
/// and its confidence. With the record of the case's own reports, by the case's ids, reports stand
/// side by side where they differ. Deterministic.
Brief compose(const casefile::Case& source, const assess::Assessment& assessment,
              Edition edition = Edition::team, const record::Record* record = nullptr);

/// The brief as one HTML page that loads nothing: the page template of data/page with the document
/// in it as data, and the same in static markup for readers without scripts. Text is shown as text.
std::string to_html(const Brief& brief);

/// A table of the drafts and their odds for the terminal, at most `width` columns wide; parties for
/// which there is no room are counted.
std::string summary(const casefile::Case& source, const assess::Assessment& assessment,
                    std::size_t width = 100);

}  // namespace parley::brief
