#include "parley/formats/party_names.hpp"

#include <algorithm>
#include <filesystem>

namespace parley::formats::internal {

std::string distinct_name(const std::string& name, const std::vector<std::string>& taken) {
  std::string candidate = name;
  for (int i = 2; std::ranges::find(taken, candidate) != taken.end(); ++i) {
    candidate = name + " (" + std::to_string(i) + ")";
  }
  return candidate;
}

std::string stem(const std::string& file) { return std::filesystem::path(file).stem().string(); }

}  // namespace parley::formats::internal
