#include "parley/record/table.hpp"

#include <cassert>

#include "parley/base/resource.hpp"

namespace parley::record::internal {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  while (true) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view file) {
  const auto bytes = resource("lexicon/" + std::string(file));
  assert(bytes);
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(*bytes, '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  }
  return rows;
}

std::vector<std::string_view> names_in(std::string_view column) {
  if (column == "-" || column.empty()) return {};
  return split(column, ',');
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace parley::record::internal
