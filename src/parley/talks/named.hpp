#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parley/talks/setup.hpp"

namespace parley::talks {

/// A way to play under the name that a command line or a table uses.
struct NamedStrategy {
  std::string_view name;
  std::string_view says;  ///< what it does, in a phrase
  Seat play;              ///< of party 0
};

/// All of them, the plainest first.
const std::vector<NamedStrategy>& named_strategies();

struct NamedProtocol {
  std::string_view name;
  Protocol protocol;
};
const std::vector<NamedProtocol>& named_protocols();

/// Nothing where there is none of the name.
const NamedStrategy* find_strategy(std::string_view name);
const NamedProtocol* find_protocol(std::string_view name);

}  // namespace parley::talks
