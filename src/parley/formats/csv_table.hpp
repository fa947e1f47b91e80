#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::formats::internal {

/// A cell of a table in text, without its quotes and the blanks around it, and where it begins.
struct Cell {
  std::string text;
  std::size_t byte = 0;
};

using Row = std::vector<Cell>;

/// A row that has something in it, with the byte at which its line begins.
struct Line {
  Row cells;
  std::size_t byte = 0;

  /// An empty cell at the end of the line where there are fewer.
  const Cell& cell(std::size_t index) const;
  /// Without the empty ones at its end.
  std::size_t filled() const;
};

/// Cuts a text into rows (RFC 4180, with any separator): cells in double quotes may hold the
/// separator, doubled quotes and line ends; lines end with LF, CR LF or CR. Rows without anything
/// in them are left out. An open quote ends with the text.
std::vector<Line> csv_rows(std::string_view text, char separator);

/// What may stand between cells.
inline constexpr std::string_view kSeparators = ",;\t|";

}  // namespace parley::formats::internal
