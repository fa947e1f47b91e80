// Archives and packed files: each file in one is decoded as if it stood alone.
#include <algorithm>

#include "parley/text/archive.hpp"
#include "parley/text/formats.hpp"

namespace parley::text::internal {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// What programs of the system put beside the files.
bool is_of_system(std::string_view name) {
  const std::string_view file = file_name(name);
  return name.starts_with("__MACOSX/") || file.starts_with('.') || same(file, "thumbs.db") ||
         same(file, "desktop.ini");
}

std::string without_gz(std::string_view name) {
  return std::string(name.substr(0, name.size() - (lower(name).ends_with(".gz") ? 3 : 0)));
}

}  // namespace

bool is_archive(const Input& input) {
  const bool is_tar = input.bytes().size() > 512 && input.bytes().substr(257).starts_with("ustar");
  return is_tar || input.bytes().starts_with("PK\x03\x04") ||
         input.bytes().starts_with("PK\x05\x06");
}

Result<void> read_archive(const Input& input, const Format& /*format*/, Decoding& decoding) {
  const auto members =
      unpack(input, decoding, [](std::string_view name) { return !is_of_system(name); });
  if (!members) return tl::unexpected(members.error());
  for (const Member& each : *members) {
    if (trimmed(each.bytes).empty()) continue;
    auto done =
        decoding.decode_part(Input(each.bytes, input.name() + "/" + each.name, input.depth() + 1));
    if (!done) return done;
  }
  return {};
}

bool is_gzip(const Input& input) { return input.bytes().starts_with("\x1F\x8B\x08"); }

Result<void> read_gzip(const Input& input, const Format& /*format*/, Decoding& decoding) {
  const auto bytes = gunzip(input, decoding);
  if (!bytes) return tl::unexpected(bytes.error());
  // "report.txt.gz" holds "report.txt", "talks.tgz" a tar archive that its bytes show.
  const Input inner(*bytes, input.name() + "/" + without_gz(file_name(input.name())),
                    input.depth() + 1);
  if (inner.depth() > decoding.limits().depth) return decoding.decode_part(inner);
  return decoding.decode(inner);
}

}  // namespace parley::text::internal
