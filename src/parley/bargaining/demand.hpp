#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/bargaining/deal.hpp"

namespace parley::bargaining {

enum class DemandKind { red_line, reservation, linkage };

/// Something a party whose consent may be needed insists on, and could soften: a red line, its
/// reservation value, or a linkage that it owns. Deals that do not need its consent meet it.
struct Demand {
  DemandKind kind = DemandKind::red_line;
  std::size_t index = 0;  ///< into red_lines, parties or linkages

  friend auto operator<=>(const Demand&, const Demand&) = default;
};

/// All demands of a problem: red lines, then reservation values, then linkages, each in its own
/// order. Those of parties that are never asked and linkages without an owner are not among them.
std::vector<Demand> demands(const Problem& problem);

/// The party that makes the demand.
std::size_t owner(const Problem& problem, Demand demand);

double firmness(const Problem& problem, Demand demand);

/// Whether the deal meets the demand, or does not need the party's consent; a utility equal to the
/// reservation value meets it, within kTolerance of the party's scale.
bool meets(const Problem& problem, Demand demand, const Deal& deal);

/// The demand in the problem's names: "Ukraine: no “cession” on Donbas".
std::string to_text(const Problem& problem, Demand demand);

}  // namespace parley::bargaining
