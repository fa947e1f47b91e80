#include "parley/base/open_file.hpp"

#include <unistd.h>

#include <cerrno>

namespace parley {

bool OpenFile::close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

bool write_all(const OpenFile& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace parley
