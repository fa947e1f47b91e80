#pragma once

#include <string>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/conflict/model.hpp"
#include "parley/formats/source.hpp"

namespace parley::formats {

/// A conflict that was read from a file of gmcr-py or GMCR+.
struct ReadGmcr {
  conflict::GraphModel model;
  /// The partition into coalitions that the file holds, by decision maker; single ones without it.
  std::vector<std::vector<std::size_t>> coalitions;
  Diagnostics warnings;
};

/// Reads a `.gmcr` file, as docs/formats.md tells: options are grouped by owner, as the program
/// that wrote the file does when it numbers states; a ranking rules over statements where the file
/// says so. A condition may also be a text in the language of conflict::statement(). Fails with
/// everything that is wrong, each with line and column.
Result<ReadGmcr> read_gmcr(const Source& source);

/// Writes a model as a `.gmcr` file that read_gmcr() reads back to the same states and preferences.
///
/// Statements become the two shapes of condition that the format has, so "if" is spelled out. Fails
/// with "unsupported" where the model holds what the format cannot say: weights, bans, states that
/// coincide, unknown comparisons, strength; and with "too-large" for a statement of more than 4,096
/// alternatives.
Result<std::string> write_gmcr(const conflict::GraphModel& model);

}  // namespace parley::formats
