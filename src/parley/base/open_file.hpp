#pragma once

#include <string_view>
#include <utility>

namespace parley {

/// A file descriptor of the system, closed at the latest when this ends. Of a call that failed it
/// holds the negative number.
class OpenFile {
 public:
  explicit OpenFile(int number) : number_(number) {}
  OpenFile(OpenFile&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  OpenFile& operator=(OpenFile&&) = delete;
  ~OpenFile() { close(); }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

  /// True unless the system says that something written before is lost.
  bool close();

 private:
  int number_;
};

/// Writes all the bytes at the descriptor's place, over interruptions; false, with errno, when that
/// fails.
bool write_all(const OpenFile& file, std::string_view bytes);

}  // namespace parley
