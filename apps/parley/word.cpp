#include "word.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string_view>
#include <vector>

namespace parley::app {
namespace {

constexpr std::string_view kDateVariable = "SOURCE_DATE_EPOCH=";

// Our own environment with the date that pandoc writes into the document.
std::vector<std::string> environment_with(casefile::Date day) {
  std::vector<std::string> variables;
  for (char** each = environ; *each != nullptr; ++each) {
    if (!std::string_view(*each).starts_with(kDateVariable)) variables.emplace_back(*each);
  }
  const auto seconds = std::chrono::seconds(std::chrono::sys_days(day.day).time_since_epoch());
  variables.push_back(std::string(kDateVariable) + std::to_string(seconds.count()));
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& each : texts) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Result<bool> write_word(const std::string& page, const std::string& document, casefile::Date day) {
  std::vector<std::string> words{"pandoc", "--from=html", "--to=docx", "--output=" + document,
                                 "--",     page};
  std::vector<std::string> variables = environment_with(day);
  posix_spawn_file_actions_t silence;
  posix_spawn_file_actions_init(&silence);
  posix_spawn_file_actions_addopen(&silence, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&silence, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int error = posix_spawnp(&child, words.front().c_str(), &silence, nullptr,
                                 pointers_to(words).data(), pointers_to(variables).data());
  posix_spawn_file_actions_destroy(&silence);
  if (error == ENOENT) return false;
  int status = 0;
  const bool ran = error == 0 && waitpid(child, &status, 0) == child;
  if (!ran || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return fail(FailureKind::unreadable, "unwritable", {document, 0, 0},
                "pandoc could not write this file",
                "look whether the folder may be written to and pandoc works");
  }
  return true;
}

}  // namespace parley::app
