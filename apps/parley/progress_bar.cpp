#include "progress_bar.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace parley::app {

bool ProgressBar::can_be_seen() { return isatty(STDERR_FILENO) == 1; }

void ProgressBar::show(double share) {
  constexpr int kColumns = 40;
  const int percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * 100);
  if (percent == percent_) return;
  percent_ = percent;
  const int full = percent * kColumns / 100;
  std::cerr << '\r' << work_ << " [" << std::string(static_cast<std::size_t>(full), '#')
            << std::string(static_cast<std::size_t>(kColumns - full), ' ') << "] " << percent
            << " %" << std::flush;
}

ProgressBar::~ProgressBar() {
  // Back to the first column, then erase to the end of the line (ECMA-48).
  if (percent_ >= 0) std::cerr << "\r\x1b[K" << std::flush;
}

}  // namespace parley::app
