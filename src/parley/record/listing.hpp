#pragma once

#include <string>

#include "parley/record/record.hpp"

namespace parley::record {

/// A record as tables for the terminal, at most `width` columns wide (or as wide as columns of four
/// letters need): the reports, who said what with
/// the cue and how sure that is, a quotation once, who occurs, the meetings, drafts, quantities and
/// stances, and where the reports differ. Long cells go on in the next line; nothing is cut. A
/// section without entries says so.
std::string listing(const Record& record, std::size_t width = 100);

}  // namespace parley::record
