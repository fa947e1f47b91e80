#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// What the program wrote into a folder, so that it knows its own files again.
namespace parley {

/// The hash of bytes (fnv1a) as 16 hexadecimal digits.
std::string content_hash(std::string_view bytes);

/// A file as it was written.
struct WrittenFile {
  std::size_t bytes = 0;
  std::string hash;  ///< content_hash()
  friend bool operator==(const WrittenFile&, const WrittenFile&) = default;
};

/// A set of files that one run wrote. Files are named by their path below the folder, with "/".
struct Manifest {
  std::string run;       ///< the run's id, which the files of the set carry
  std::string audience;  ///< for whom they were made; empty where that is not asked
  std::map<std::string, WrittenFile, std::less<>> files;
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

WrittenFile written_file(std::string_view bytes);

/// ".parley-brief.json" for the kind "brief": where the manifest of such a set lies in its folder.
std::string manifest_name(std::string_view kind);

/// The manifest as JSON: `schema` (parley/outputs/1), `run`, `audience`, `files[]` with `name`,
/// `bytes`, `hash`.
std::string to_text(const Manifest& manifest);

/// The manifest of a folder; nothing where there is none that can be read. A name that leads out of
/// the folder makes it none, as it was not written by this program.
std::optional<Manifest> read_manifest(const std::string& folder, std::string_view kind);

/// Whether a name leads to a file below the folder: not empty, relative, and without "." or "..".
bool is_below(std::string_view name);

/// The bytes of a file, unless it is none, a link, or cannot be read.
std::optional<std::string> bytes_of_regular_file(const std::string& path);

}  // namespace parley
