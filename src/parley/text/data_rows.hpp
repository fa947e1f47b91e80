#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace parley::text::internal {

/// The rows of two columns of a .tsv file of data/, without comments and empty lines. The file must
/// have been built in.
std::vector<std::pair<std::string_view, std::string_view>> data_rows(std::string_view path);

}  // namespace parley::text::internal
