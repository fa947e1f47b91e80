#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"
#include "parley/text/decoding.hpp"

namespace parley::text::internal {

struct Member {
  std::string name;
  std::string bytes;
};

/// The names of the files in a zip archive, in its order; empty when the bytes are none.
std::vector<std::string> zip_names(std::string_view bytes, std::size_t most);

/// The files in a zip or tar archive that are `wanted` by their names, in its order. Fails with
/// "damaged", "locked-file" or, beyond a limit, "too-large".
Result<std::vector<Member>> unpack(const Input& archive, Decoding& decoding,
                                   const std::function<bool(std::string_view)>& wanted);

/// What a gzip file holds, its members one behind another. Fails likewise.
Result<std::string> gunzip(const Input& file, Decoding& decoding);

/// The bytes of the member of a name; null when there is none.
const std::string* find(const std::vector<Member>& members, std::string_view name);

}  // namespace parley::text::internal
