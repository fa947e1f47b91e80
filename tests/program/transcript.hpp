#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace parley {

/// A session with the program that a person can read and write.
///
///     Words at the margin say what is shown.
///
///     $ parley check case.yaml
///     | a line on standard output
///     ! a line on standard error
///     = 3
///
/// `$` begins a command for sh, run in a fresh folder with the program on the path; `=` is its exit
/// status. Within an expected line [..] stands for any text; a line [...] for any number of lines.
struct Transcript {
  /// What the file says, and what the program does in its place: expected blocks that hold are kept
  /// with their [..].
  std::string expected;
  std::string actual;
};

/// Runs a transcript in `folder` with the programs of `program_folder` on the path and
/// PARLEY_SOURCE naming the project's folder.
Transcript run_transcript(const std::filesystem::path& file, const std::filesystem::path& folder,
                          const std::filesystem::path& program_folder);

/// True when the lines are as the pattern's lines allow.
bool agrees(const std::vector<std::string>& pattern, const std::vector<std::string>& lines);

}  // namespace parley
