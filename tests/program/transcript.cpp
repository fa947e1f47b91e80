#include "transcript.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace parley {
namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& each : lines) text += each + "\n";
  return text;
}

std::string in_single_quotes(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) c == '\'' ? quoted += "'\\''" : quoted += c;
  return quoted + "'";
}

void append_marked(std::vector<std::string>& block, const std::string& mark,
                   const std::filesystem::path& file) {
  for (const std::string& each : lines_of(file)) {
    block.push_back(each.empty() ? mark : mark + " " + each);
  }
}

// The block that a command leaves: its output, its complaints, its exit status.
std::vector<std::string> block_after(const std::string& command,
                                     const std::filesystem::path& folder,
                                     const std::filesystem::path& program_folder) {
  const std::filesystem::path out = folder / ".stdout";
  const std::filesystem::path err = folder / ".stderr";
  const std::string line = "cd " + in_single_quotes(folder / "work") +
                           " && PATH=" + in_single_quotes(program_folder) +
                           ":$PATH PARLEY_SOURCE=" + in_single_quotes(PARLEY_SOURCE_DIR) +
                           " sh -c " + in_single_quotes(command) + " </dev/null >" +
                           in_single_quotes(out) + " 2>" + in_single_quotes(err);
  const int status = std::system(line.c_str());
  std::vector<std::string> block;
  append_marked(block, "|", out);
  append_marked(block, "!", err);
  block.push_back("= " +
                  std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)));
  return block;
}

bool line_agrees(std::string_view pattern, std::string_view line) {
  constexpr std::string_view kAny = "[..]";
  const std::size_t any = pattern.find(kAny);
  if (any == std::string_view::npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, any))) return false;
  for (std::size_t at = any; at <= line.size(); ++at) {
    if (line_agrees(pattern.substr(any + kAny.size()), line.substr(at))) return true;
  }
  return false;
}

bool is_any_lines(std::string_view pattern) { return pattern == "| [...]" || pattern == "! [...]"; }

bool agrees_from(const std::vector<std::string>& pattern, std::size_t i,
                 const std::vector<std::string>& lines, std::size_t j) {
  if (i == pattern.size()) return j == lines.size();
  if (is_any_lines(pattern[i])) {
    // As many lines of the same stream as there are, or fewer.
    if (agrees_from(pattern, i + 1, lines, j)) return true;
    return j < lines.size() && lines[j][0] == pattern[i][0] &&
           agrees_from(pattern, i, lines, j + 1);
  }
  return j < lines.size() && line_agrees(pattern[i], lines[j]) &&
         agrees_from(pattern, i + 1, lines, j + 1);
}

bool is_expectation(const std::string& line) {
  return line.starts_with('|') || line.starts_with('!') || line.starts_with("= ");
}

}  // namespace

bool agrees(const std::vector<std::string>& pattern, const std::vector<std::string>& lines) {
  return agrees_from(pattern, 0, lines, 0);
}

Transcript run_transcript(const std::filesystem::path& file, const std::filesystem::path& folder,
                          const std::filesystem::path& program_folder) {
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "work");
  const std::vector<std::string> expected = lines_of(file);
  std::vector<std::string> actual;
  for (std::size_t i = 0; i < expected.size();) {
    actual.push_back(expected[i]);
    const std::string& line = expected[i++];
    if (!line.starts_with("$ ")) continue;
    std::vector<std::string> pattern;
    while (i < expected.size() && is_expectation(expected[i])) pattern.push_back(expected[i++]);
    const std::vector<std::string> found = block_after(line.substr(2), folder, program_folder);
    const std::vector<std::string>& block = agrees(pattern, found) ? pattern : found;
    actual.insert(actual.end(), block.begin(), block.end());
  }
  std::filesystem::remove_all(folder);
  return {joined(expected), joined(actual)};
}

}  // namespace parley
