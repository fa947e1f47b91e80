#pragma once

#include <string>
#include <vector>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// Writes a case as YAML that read_case gives back as an equal case.
///
/// Sections stand in the order in which they were read, entries in theirs; the keys of an entry in
/// the order of the table of fields. What the reader would fill in by itself is left out: defaults,
/// options that come from the catalogue, spans of quotes. Words of scales, ranges, percentages,
/// `between` and the short forms are kept. Comments are not.
std::string write_case(const Case& value);

/// A part of a case that an author would change on its own.
struct WrittenEntry {
  /// Where it stands: "positions/velm/harbour", "drafts/first/terms/harbour", "no_deal/velm",
  /// "title"; of a list only the list's name, since its entries have none.
  std::string path;
  std::string text;  ///< as write_case writes it

  friend bool operator==(const WrittenEntry&, const WrittenEntry&) = default;
};

/// The case as its entries, in the order of the table of fields and of the case. Two cases with
/// equal entries say the same.
std::vector<WrittenEntry> written_entries(const Case& value);

}  // namespace parley::casefile
