#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// Reports that tell of one dispute, by their place in the record, and the bodies that the first of
/// them names most.
struct Dispute {
  std::vector<std::size_t> reports;
  std::vector<std::string> sides;  ///< names, at most two
};

/// The disputes that the reports tell of, in the order of their first reports.
///
/// Two reports tell of one dispute where the two bodies that one names most are both named in the
/// other, or where a third report ties them so. A mediator that goes between several disputes thus
/// joins none. A report that names fewer than two bodies proves nothing and goes with the first.
/// Quadratic in the reports, linear in the mentions.
std::vector<Dispute> find_disputes(const record::Record& record);

}  // namespace parley::drafting::internal
