#include "parley/base/json.hpp"

#include <nlohmann/json.hpp>

#include "parley/base/harmless.hpp"

namespace parley {

std::string json_document(const Json& document) {
  return for_json(document.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json to_json(const Diagnostic& diagnostic) {
  return {{"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"code", diagnostic.code},
          {"file", diagnostic.place.file},
          {"line", diagnostic.place.line},
          {"column", diagnostic.place.column},
          {"message", diagnostic.message},
          {"hint", diagnostic.hint}};
}

Json to_json(const Diagnostics& diagnostics) {
  Json array = Json::array();
  for (const Diagnostic& each : diagnostics) array.push_back(to_json(each));
  return array;
}

}  // namespace parley
