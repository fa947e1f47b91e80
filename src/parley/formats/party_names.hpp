#pragma once

#include <string>
#include <vector>

namespace parley::formats::internal {

/// The name where no other has it yet, else with a number behind it: "buyer", "buyer (2)".
std::string distinct_name(const std::string& name, const std::vector<std::string>& taken);

/// A file's name without folder and extension.
std::string stem(const std::string& file);

}  // namespace parley::formats::internal
