#include "parley/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "parley/base/open_file.hpp"

namespace parley {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Failure> unwritable(const std::string& path, const std::string& what, int reason) {
  const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
  return fail(FailureKind::unreadable, "unwritable", {path, 0, 0},
              "cannot " + what + ": " + std::generic_category().message(reason),
              full ? "make room on the disk and try again"
                   : "check that the folder exists and may be written to");
}

bool sync(int file) {
  int done = ::fsync(file);
  while (done != 0 && errno == EINTR) done = ::fsync(file);
  return done == 0;
}

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

std::optional<unsigned> permissions_of(const std::string& path) {
  struct stat found{};
  if (::lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return found.st_mode & 07777U;
}

}  // namespace

Result<void> write_new_file(const std::string& path, std::string_view bytes,
                            std::optional<unsigned> permissions) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.is_open()) return unwritable(path, "write this file", errno);
  const bool written = (!permissions || ::fchmod(file.number(), *permissions) == 0) &&
                       write_all(file, bytes) && sync(file.number()) && file.close();
  if (!written) {
    const int reason = errno;
    ::unlink(path.c_str());
    return unwritable(path, "write this file", reason);
  }
  return {};
}

Result<void> rename_file(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return unwritable(to, "write this file", errno);
  return {};
}

Result<void> sync_folder(const std::string& path) {
  const OpenFile folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open()) return unwritable(path, "open this folder", errno);
  // Some network file systems have no such call for folders.
  if (!sync(folder.number()) && errno != EINVAL && errno != ENOTSUP) {
    return unwritable(path, "bring this folder to disk", errno);
  }
  return {};
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  const fs::path folder = folder_of(path);
  const std::string beside =
      (folder / ("." + fs::path(path).filename().string() + "." + std::to_string(::getpid()) + "~"))
          .string();
  ::unlink(beside.c_str());  // of a process with our number that was killed
  if (const auto staged = write_new_file(beside, bytes, permissions_of(path)); !staged) {
    Failure failure = staged.error();
    failure.diagnostics.front().place.file = path;
    return tl::unexpected(std::move(failure));
  }
  if (const auto renamed = rename_file(beside, path); !renamed) {
    ::unlink(beside.c_str());
    return renamed;
  }
  return sync_folder(folder.string());
}

Result<std::vector<std::string>> make_folder(const std::string& path) {
  std::vector<std::string> made;
  fs::path so_far;
  for (const fs::path& each : fs::path(path)) {
    so_far /= each;
    std::error_code error;
    if (so_far.empty() || fs::is_directory(so_far, error)) continue;
    if (::mkdir(so_far.c_str(), 0777) == 0) {
      made.push_back(so_far.string());
    } else if (errno != EEXIST || !fs::is_directory(so_far, error)) {
      const int reason = errno == EEXIST ? ENOTDIR : errno;
      remove_empty(made);
      return unwritable(path, "make this folder", reason);
    }
  }
  return made;
}

void remove_empty(const std::vector<std::string>& folders) {
  for (auto each = folders.rbegin(); each != folders.rend(); ++each) ::rmdir(each->c_str());
}

std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat found{};
  if (::stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{found.st_dev, found.st_ino};
}

}  // namespace parley
