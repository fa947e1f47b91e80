#include "parley/formats/council.hpp"

#include "parley/formats/council_reading.hpp"

namespace parley::formats {
namespace {

using internal::begins_exchange;
using internal::begins_ktab;
using internal::csv_rows;
using internal::known_columns;
using internal::kSeparators;

// The first row that says something; nothing in it when there is none.
internal::Line first_row(std::string_view text, char separator) {
  const std::vector<internal::Line> rows = csv_rows(text.substr(0, 1U << 16U), separator);
  return rows.empty() ? internal::Line{} : rows.front();
}

}  // namespace

Result<ReadCouncil> read_council(const Source& source) {
  const std::string_view text = source.text.utf8();
  char best = kSeparators.front();
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    const internal::Line first = first_row(text, separator);
    if (begins_exchange(first)) return internal::read_exchange_council(source, separator);
    if (begins_ktab(first)) return internal::read_ktab_council(source, separator);
    if (known_columns(first) > most) {
      most = known_columns(first);
      best = separator;
    }
  }
  if (first_row(text, best).cells.empty()) {
    return fail(FailureKind::invalid_input, "nothing-to-read", {source.file, 1, 1},
                "there is nothing in the file", "see docs/influence.md for what it may hold");
  }
  return internal::read_plain_council(source, best);
}

}  // namespace parley::formats
