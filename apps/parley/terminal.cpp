#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace parley::app {
namespace {

constexpr std::size_t kWithoutTerminal = 100;
constexpr std::size_t kLeast = 40;
constexpr std::size_t kMost = 1000;

std::size_t asked_for() {
  const char* columns = std::getenv("COLUMNS");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  if (columns == nullptr) return 0;
  const std::string_view text(columns);
  std::size_t width = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
  return error == std::errc() && end == text.data() + text.size() ? width : 0;
}

}  // namespace

std::size_t terminal_width() {
  std::size_t width = asked_for();
  winsize size{};
  if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return std::clamp(width == 0 ? kWithoutTerminal : width, kLeast, kMost);
}

}  // namespace parley::app
