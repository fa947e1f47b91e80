// Reading is done with the system's own calls: only they tell a file from what merely opens like
// one. A pipe or a device may give bytes for ever, or none and never end, so neither is read.
#include "parley/base/read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "parley/base/open_file.hpp"
#include "parley/base/text.hpp"

namespace parley {
namespace {

struct Refusal {
  std::string message;
  std::string remedy;
};

Refusal refusal_of(int error) {
  switch (error) {
    case ENOENT:
      return {"there is no such file", "check the path"};
    case ENOTDIR:
      return {"a part of this path is a file and not a folder", "check the path"};
    case ENAMETOOLONG:
      return {"this path is longer than the system allows", "check the path"};
    case ELOOP:
      return {"this is a symbolic link that leads back to itself", "give the file itself"};
    case EACCES:
    case EPERM:
      return {"you have no permission to read this file",
              "ask its owner, or copy it to where you may read it"};
    default:
      return {"cannot read this file: " + std::generic_category().message(error),
              "check the path and the permissions"};
  }
}

Refusal refusal_of_kind(mode_t mode) {
  if (S_ISDIR(mode)) return {"this is a folder, not a file", "name the files in it"};
  return {std::string("this is ") +
              (S_ISFIFO(mode) ? "a pipe" : (S_ISSOCK(mode) ? "a socket" : "a device")) +
              ", not a file",
          "save its text to a file first, and give that"};
}

tl::unexpected<Failure> unreadable(const std::string& path, const Refusal& why) {
  return fail(FailureKind::unreadable, "unreadable", {path, 0, 0}, why.message, why.remedy);
}

tl::unexpected<Failure> too_large(const std::string& path, const std::string& size,
                                  std::size_t limit) {
  return fail(FailureKind::too_large, "too-large", {path, 0, 0},
              "the file has " + size + " bytes; the limit is " + std::to_string(limit),
              "split it into smaller files");
}

int open_to_read(const char* path) {
  for (;;) {
    // Without blocking, should the file be replaced by a pipe that nobody writes to.
    const int number = ::open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (number >= 0 || errno != EINTR) return number;
  }
}

// Up to `most` bytes; the error's number when reading fails.
tl::expected<std::string, int> bytes_of(const OpenFile& file, std::size_t expected,
                                        std::size_t most) {
  std::string bytes;
  std::size_t size = 0;
  for (bytes.resize(std::min(expected, most)); size < most;) {
    if (size == bytes.size()) bytes.resize(std::min(most, size + (std::size_t{1} << 16U)));
    const ssize_t got = ::read(file.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  // No file has a NUL in its name; the system would read the name up to it.
  if (path.find('\0') != std::string::npos) return unreadable(path, refusal_of(ENOENT));
  struct stat about{};
  if (::stat(path.c_str(), &about) != 0) return unreadable(path, refusal_of(errno));
  if (!S_ISREG(about.st_mode)) return unreadable(path, refusal_of_kind(about.st_mode));
  const auto stated = static_cast<std::size_t>(about.st_size);
  if (stated > max_bytes) return too_large(path, std::to_string(stated), max_bytes);
  const OpenFile file(open_to_read(path.c_str()));
  if (!file.is_open()) return unreadable(path, refusal_of(errno));
  // One more than it should have shows the end, and shows a file that has grown.
  auto bytes = bytes_of(file, stated + 1, max_bytes + 1);
  if (!bytes) return unreadable(path, refusal_of(bytes.error()));
  if (bytes->size() > max_bytes) {
    return too_large(path, "more than " + std::to_string(max_bytes), max_bytes);
  }
  return *std::move(bytes);
}

Result<Text> read_text_file(const std::string& path, std::size_t max_bytes) {
  auto bytes = read_file(path, max_bytes);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return Text::from_utf8(*std::move(bytes), path);
}

}  // namespace parley
