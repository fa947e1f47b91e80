#pragma once

#include <string>

#include "parley/record/record.hpp"

namespace parley::record {

/// A record as tables for the terminal, at most 100 columns wide: the reports, who said what with
/// the cue and how sure that is, who occurs, the meetings, drafts, quantities and stances, and
/// where the reports differ. Long cells go on in the next line; nothing is cut. A section without
/// entries says so.
std::string listing(const Record& record);

}  // namespace parley::record
