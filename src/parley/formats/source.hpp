#pragma once

#include <string>

#include "parley/bargaining/problem.hpp"
#include "parley/base/diagnostic.hpp"
#include "parley/base/text.hpp"

namespace parley::formats {

/// The largest file of another program that the command reads; its tree takes some twenty times as
/// much memory.
inline constexpr std::size_t kMostBytes = 8U << 20U;

/// A file that was read: its name, for messages and as a party's name, and what it holds.
struct Source {
  std::string file;
  Text text;
};

/// A problem that was read, and the doubts that did not stop the reading, in the order of the
/// files.
struct ReadProblem {
  bargaining::Problem problem;
  Diagnostics warnings;
};

}  // namespace parley::formats
