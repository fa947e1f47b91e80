#pragma once

#include <string>
#include <string_view>

#include "parley/base/result.hpp"
#include "parley/formats/source.hpp"
#include "parley/influence/uncertain.hpp"

namespace parley::formats {

/// How a council is written down (docs/formats.md).
enum class CouncilForm {
  plain,     ///< a heading, then a row for each actor, or for each actor and issue
  ktab,      ///< KTAB's: positions and saliences of 100, all dimensions one space
  exchange,  ///< of the program decide-exchange-model: rows that begin with #A, #P, #M and #D
};

/// A council that was read.
struct ReadCouncil {
  influence::UncertainCouncil council;
  CouncilForm form = CouncilForm::plain;
  /// Whether the scales are dimensions of one space, so that SMP looks at all of them at once.
  bool one_space = false;
  /// Whether the ends of the scales stand in the file; else they are its outermost positions.
  bool ends_stated = false;
  Diagnostics warnings;
};

/// Reads a council in any of the forms, which the content tells; cells may be parted by commas,
/// semicolons, tabs or bars. Fails with everything that is wrong, each with line and column.
Result<ReadCouncil> read_council(const Source& source);

/// Writes a council so that read_council() reads the same numbers, names and scales, but for what a
/// form cannot hold: "unsupported" where that is a range, or for KTAB an actor without a stand, a
/// capability that differs between scales, or a scale that is not 0 to 100.
Result<std::string> write_council(const influence::UncertainCouncil& council, CouncilForm form);

}  // namespace parley::formats
