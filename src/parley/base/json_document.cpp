#include "parley/base/json_document.hpp"

#include <nlohmann/json.hpp>

#include "parley/base/harmless.hpp"

namespace parley {

std::string json_document(const Json& document) {
  return for_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace parley
