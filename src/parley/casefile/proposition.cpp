#include "parley/casefile/proposition.hpp"

#include <utility>

namespace parley::casefile {

Result<Proposition> read_proposition(std::string_view text) {
  auto read = read_formula(text);
  if (!read) return tl::unexpected(std::move(read.error()));
  Proposition proposition{.text = std::string(text), .formula = std::move(read->formula)};
  for (UsedName& each : read->names) proposition.names.push_back({std::move(each.name), {}});
  return proposition;
}

}  // namespace parley::casefile
