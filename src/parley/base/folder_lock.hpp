#pragma once

#include <chrono>
#include <string>

#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley {

/// The right to write to a folder, which one process has at a time: flock(2) on the file
/// .parley-lock in it. It ends with the object or with the process, however that ends.
class FolderLock {
 public:
  /// Waits for another that has it, about as long as `patience`, then fails with "locked", which
  /// names that process. Fails with "cancelled" when control asks to stop, and with "unwritable".
  static Result<FolderLock> take(const std::string& folder, const Control& control,
                                 std::chrono::milliseconds patience = std::chrono::milliseconds{
                                     10'000});

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  FolderLock(std::string file, int number) : file_(std::move(file)), number_(number) {}

  std::string file_;
  int number_;
};

}  // namespace parley
