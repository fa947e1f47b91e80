#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace parley {

/// The bytes of a file of data/ that was built into the program, by its path there
/// ("catalogue/issues.yaml"); nothing when there is no such file. So the program needs no data
/// folder.
std::optional<std::string_view> resource(std::string_view path);

/// The paths of all of them, in alphabetical order.
std::vector<std::string_view> resource_paths();

}  // namespace parley
