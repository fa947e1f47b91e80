#include "parley/base/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace parley {
namespace {

constexpr std::chrono::milliseconds kPause{20};

tl::unexpected<Failure> cannot_lock(const std::string& file, int reason) {
  return fail(FailureKind::unreadable, "unwritable", {file, 0, 0},
              "cannot lock the folder: " + std::generic_category().message(reason),
              "check that the folder may be written to and the disk is not full");
}

// Whoever had the lock may have removed its file before we got it; then another file counts.
bool is_still_named(int number, const std::string& file) {
  struct stat ours{};
  struct stat named{};
  return ::fstat(number, &ours) == 0 && ::lstat(file.c_str(), &named) == 0 &&
         ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

bool sign(int number) {
  const std::string who = std::to_string(::getpid()) + "\n";
  return ::ftruncate(number, 0) == 0 &&
         ::pwrite(number, who.data(), who.size(), 0) == static_cast<ssize_t>(who.size());
}

std::string holder(int number) {
  std::array<char, 24> text{};
  const ssize_t length = ::pread(number, text.data(), text.size(), 0);
  const std::string_view read(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  const std::string_view digits = read.substr(0, read.find_first_not_of("0123456789"));
  return digits.empty() ? "" : " (process " + std::string(digits) + ")";
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::string& folder, const Control& control,
                                    std::chrono::milliseconds patience) {
  const std::string file = folder + "/.parley-lock";
  std::string who;
  for (auto waited = kPause; waited <= std::max(patience, kPause); waited += kPause) {
    if (control.cancelled && control.cancelled()) {
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped on request");
    }
    const int number = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (number < 0) return cannot_lock(file, errno);
    if (::flock(number, LOCK_EX | LOCK_NB) == 0) {
      FolderLock lock(file, number);
      if (!is_still_named(number, file)) continue;
      if (!sign(number)) return cannot_lock(file, errno);
      return lock;
    }
    const int reason = errno;
    who = holder(number);
    ::close(number);
    if (reason != EWOULDBLOCK && reason != EINTR) return cannot_lock(file, reason);
    std::this_thread::sleep_for(kPause);
  }
  return fail(FailureKind::unreadable, "locked", {folder, 0, 0},
              "another run of Parley" + who + " is writing to this folder",
              "wait until it has ended, or give another folder");
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : file_(std::move(other.file_)), number_(std::exchange(other.number_, -1)) {}

FolderLock::~FolderLock() {
  if (number_ < 0) return;
  // While it is held, and only our own file: another may stand under the name by now.
  if (is_still_named(number_, file_)) ::unlink(file_.c_str());
  ::close(number_);
}

}  // namespace parley
