#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"

/// Files that are written whole or not at all, and the steps that this is made of. What fails fails
/// with "unwritable", the path and the system's reason.
namespace parley {

/// Writes a file whole or not at all: the bytes go to a new file beside it, which is brought to
/// disk and then takes its name, so that a reader, a full disk or a power cut sees the old file or
/// the new one. A file that is replaced keeps its permissions; a symbolic link is replaced itself,
/// never what it leads to.
Result<void> write_file(const std::string& path, std::string_view bytes);

/// Writes a file that is not there yet and brings it to disk; a file that is there already is a
/// failure. `permissions` are those of chmod; nullopt takes what the process gives new files. What
/// is half written when it fails is taken away.
Result<void> write_new_file(const std::string& path, std::string_view bytes,
                            std::optional<unsigned> permissions = std::nullopt);

/// Gives a file another name in the same file system; what had that name is gone.
Result<void> rename_file(const std::string& from, const std::string& to);

/// Brings the names of a folder to disk; done without effect where the file system cannot.
Result<void> sync_folder(const std::string& path);

/// Makes a folder with those above it that are missing; gives those that it made, the outermost
/// first. When it fails those are taken away again.
Result<std::vector<std::string>> make_folder(const std::string& path);

/// Takes away folders as make_folder() gave them, the last first; those that hold something stay.
void remove_empty(const std::vector<std::string>& folders);

/// Which file a path leads to, whatever its name: equal for hard links and through symbolic links.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t number = 0;
  friend auto operator<=>(const FileIdentity&, const FileIdentity&) = default;
};

/// Nothing where no file is.
std::optional<FileIdentity> identity_of(const std::string& path);

}  // namespace parley
