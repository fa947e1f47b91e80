#pragma once

#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/base/result.hpp"
#include "parley/brief/document.hpp"
#include "parley/casefile/case.hpp"

namespace parley::brief {

/// The brief's tables as an Excel workbook (.xlsx) with the sheets Matrix (where each party
/// stands), Drafts (what is known of them and what changed), Packages, Odds and Sources, those of
/// them that have something to show.
///
/// Odds has a row a party and draft, or package, with numbers from 0 to 1 and points to compute
/// with; all else is text as it stands in the brief, never a formula. Text beyond 32,767 code
/// points, the most that a cell holds, is cut and ends with "…". The same brief gives the same
/// bytes; the workbook's date of creation is the case's as_of, and its property "Parley run" the
/// brief's run. It is made in memory but for the parts, which libxlsxwriter keeps as temporary
/// files meanwhile; fails with "unwritable" when any of it is lost.
Result<std::string> to_spreadsheet(const Brief& brief, const casefile::Case& source,
                                   const assess::Assessment& assessment);

}  // namespace parley::brief
