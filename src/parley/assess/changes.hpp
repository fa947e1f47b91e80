#pragma once

#include <cstddef>
#include <vector>

#include "parley/assess/worlds.hpp"

namespace parley::assess {

/// How one issue fares from a draft to the one that amends it.
enum class Change {
  altered,  ///< both texts are known and differ
  kept,     ///< both texts are known and say the same
  opened,   ///< was known, is now open: bracketed, silent, or unknown
  settled,  ///< was open, is now known
};

/// What a party makes of an altered term.
struct Reception {
  std::size_t party = 0;
  double gains = 0;  ///< share of worlds in which the party values the new option more
  double loses = 0;  ///< share in which it values it less; the rest are ties
};

struct TermChange {
  std::size_t issue = 0;
  Change change = Change::kept;
  std::vector<std::size_t>
      before;  ///< options within the issue that the earlier text leaves possible
  std::vector<std::size_t> after;
  std::vector<Reception>
      receptions;  ///< of an altered term, for parties with a position on the issue
};

/// The step from one draft to another that amends it.
struct Amendment {
  std::size_t from = 0;
  std::size_t to = 0;
  std::vector<TermChange> terms;  ///< one an issue on which at least one of the texts is known
};

/// All steps that the case's `amends` name, in the order of the amending drafts.
std::vector<Amendment> assess_changes(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
