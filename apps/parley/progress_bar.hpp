#pragma once

#include <string>
#include <string_view>

namespace parley::app {

/// A line on standard error that fills up as work is done and is wiped when the bar goes.
class ProgressBar {
 public:
  explicit ProgressBar(std::string_view work) : work_(work) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// True when standard error is a terminal.
  static bool can_be_seen();

  /// Draws the share done, in [0, 1], when it differs by a percent; never to be called from two
  /// threads at once.
  void show(double share);

 private:
  std::string work_;
  int percent_ = -1;
};

}  // namespace parley::app
