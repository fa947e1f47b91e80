#include "parley/text/data_rows.hpp"

#include <algorithm>
#include <cassert>

#include "parley/base/resource.hpp"

namespace parley::text::internal {

std::vector<std::pair<std::string_view, std::string_view>> data_rows(std::string_view path) {
  const auto bytes = resource(path);
  assert(bytes);
  std::vector<std::pair<std::string_view, std::string_view>> rows;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t tab = row.find('\t');
    if (row.starts_with('#') || tab == std::string_view::npos) continue;
    rows.emplace_back(row.substr(0, tab), row.substr(tab + 1));
  }
  return rows;
}

}  // namespace parley::text::internal
