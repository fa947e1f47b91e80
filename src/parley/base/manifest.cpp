#include "parley/base/manifest.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "parley/base/hash.hpp"
#include "parley/base/json.hpp"

namespace parley {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "parley/outputs/1";

const std::string* text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? nullptr : found->get_ptr<const std::string*>();
}

std::optional<Manifest> manifest_of(const Json& json) {
  if (!json.is_object() || json.value("schema", Json()) != kSchema) return std::nullopt;
  const std::string* run = text_of(json, "run");
  const std::string* audience = text_of(json, "audience");
  const auto files = json.find("files");
  if (run == nullptr || audience == nullptr || files == json.end()) return std::nullopt;
  Manifest manifest{*run, *audience, {}};
  for (const Json& each : *files) {
    const std::string* name = each.is_object() ? text_of(each, "name") : nullptr;
    const std::string* hash = name != nullptr ? text_of(each, "hash") : nullptr;
    const auto bytes = hash != nullptr ? each.find("bytes") : each.end();
    if (hash == nullptr || bytes == each.end() || !bytes->is_number_unsigned() || !is_below(*name))
      return std::nullopt;
    manifest.files[*name] = {bytes->get<std::size_t>(), *hash};
  }
  return manifest;
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::uint64_t hash = fnv1a(bytes);
  std::string text(16, '0');
  for (auto each = text.rbegin(); each != text.rend(); ++each, hash >>= 4U) {
    *each = kDigits[hash & 15U];
  }
  return text;
}

WrittenFile written_file(std::string_view bytes) { return {bytes.size(), content_hash(bytes)}; }

std::string manifest_name(std::string_view kind) {
  return ".parley-" + std::string(kind) + ".json";
}

std::string to_text(const Manifest& manifest) {
  Json files = Json::array();
  for (const auto& [name, file] : manifest.files) {
    files.push_back({{"name", name}, {"bytes", file.bytes}, {"hash", file.hash}});
  }
  const Json json{{"schema", kSchema},
                  {"run", manifest.run},
                  {"audience", manifest.audience},
                  {"files", files}};
  // A name that is not UTF-8 is not known again, which only makes the next run ask.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Manifest> read_manifest(const std::string& folder, std::string_view kind) {
  const auto bytes = bytes_of_regular_file((fs::path(folder) / manifest_name(kind)).string());
  if (!bytes) return std::nullopt;
  const Json json = Json::parse(*bytes, nullptr, false);
  return manifest_of(json);
}

bool is_below(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\0') != std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view step = name.substr(at, end - at);
    if (step.empty() || step == "." || step == "..") return false;
    at = end + 1;
  }
  return true;
}

std::optional<std::string> bytes_of_regular_file(const std::string& path) {
  struct stat found{};
  if (::lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(found.st_size), '\0');
  if (!stream.read(bytes.data(), found.st_size)) return std::nullopt;
  return bytes;
}

}  // namespace parley
