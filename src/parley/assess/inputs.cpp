#include "parley/assess/inputs.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "parley/base/hash.hpp"
#include "parley/casefile/writer.hpp"

namespace parley::assess {

Json inputs_to_json(const casefile::Case& source) {
  Json inputs = Json::array();
  for (const casefile::WrittenEntry& each : casefile::written_entries(source)) {
    inputs.push_back({{"path", each.path}, {"text", each.text}});
  }
  for (const auto& [id, text] : source.texts) {
    inputs.push_back(
        {{"path", "texts/" + id}, {"hash", fmt::format("{:016x}", fnv1a(text.utf8()))}});
  }
  return inputs;
}

}  // namespace parley::assess
