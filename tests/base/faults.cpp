#include "base/faults.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <optional>
#include <string_view>

namespace parley::faults {
namespace {

struct Armed {
  Fault fault;
  std::size_t call;
  int reason;
  std::size_t seen = 0;
  std::string_view name = {};  ///< of the call that failed
};

std::optional<Armed> armed;

// Whether this call is to fail.
bool strikes(std::string_view name, bool can_fail) {
  if (!armed || (armed->fault != Fault::killed && !can_fail)) return false;
  if (armed->fault == Fault::forever && armed->name == name) {
    errno = armed->reason;
    return true;
  }
  if (armed->seen++ != armed->call) return false;
  if (armed->fault == Fault::killed) _exit(137);
  armed->name = name;
  errno = armed->reason;
  return true;
}

}  // namespace

void arm(Fault fault, std::size_t call, int reason) { armed = Armed{fault, call, reason}; }

bool disarm() {
  const bool met = armed && !armed->name.empty();
  armed.reset();
  return met;
}

}  // namespace parley::faults

using parley::faults::strikes;

extern "C" {
int __real_open(const char* path, int flags, ...);
ssize_t __real_write(int file, const void* bytes, size_t count);
int __real_fsync(int file);
int __real_close(int file);
int __real_rename(const char* from, const char* to);
int __real_link(const char* from, const char* to);
int __real_unlink(const char* path);
int __real_mkdir(const char* path, mode_t mode);
int __real_rmdir(const char* path);

int __wrap_open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (strikes("open", (flags & O_CREAT) != 0)) return -1;
  return __real_open(path, flags, mode);
}

ssize_t __wrap_write(int file, const void* bytes, size_t count) {
  return strikes("write", true) ? -1 : __real_write(file, bytes, count);
}

int __wrap_fsync(int file) { return strikes("fsync", true) ? -1 : __real_fsync(file); }

// As Linux does it: the file is closed whatever close() says.
int __wrap_close(int file) {
  const bool fails = strikes("close", true);
  const int reason = errno;
  const int closed = __real_close(file);
  if (!fails) return closed;
  errno = reason;
  return -1;
}

int __wrap_rename(const char* from, const char* to) {
  return strikes("rename", true) ? -1 : __real_rename(from, to);
}

int __wrap_link(const char* from, const char* to) {
  return strikes("link", false) ? -1 : __real_link(from, to);
}

int __wrap_unlink(const char* path) { return strikes("unlink", false) ? -1 : __real_unlink(path); }

int __wrap_mkdir(const char* path, mode_t mode) {
  return strikes("mkdir", false) ? -1 : __real_mkdir(path, mode);
}

int __wrap_rmdir(const char* path) { return strikes("rmdir", false) ? -1 : __real_rmdir(path); }
}
