#include "word.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <vector>

#include "parley/base/open_file.hpp"

namespace parley::app {
namespace {

constexpr std::string_view kDateVariable = "SOURCE_DATE_EPOCH=";
constexpr int kPauseInMilliseconds = 20;

/// A file in memory, for a program's input and output.
class MemoryFile {
 public:
  MemoryFile() : file_(memfd_create("parley", MFD_CLOEXEC)) {}

  int number() const { return file_.number(); }

  bool fill(std::string_view bytes) const {
    return write_all(file_, bytes) && ::lseek(number(), 0, SEEK_SET) == 0;
  }

  std::string bytes() const {
    struct stat found{};
    if (::fstat(number(), &found) != 0) return {};
    std::string text(static_cast<std::size_t>(found.st_size), '\0');
    std::size_t at = 0;
    while (at < text.size()) {
      const ssize_t read =
          ::pread(number(), text.data() + at, text.size() - at, static_cast<off_t>(at));
      if (read == 0 || (read < 0 && errno != EINTR)) return {};
      if (read > 0) at += static_cast<std::size_t>(read);
    }
    return text;
  }

 private:
  OpenFile file_;
};

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

void end_group(int /*signal*/) { ::kill(0, SIGKILL); }

/// What a child needs to run a program; made before fork(), since the child may not allocate.
struct Launch {
  char** words;
  char** environment;
  int input;
  int output;
  int silence;
  pid_t parent;
};

// In the child of the keeper: becomes the program.
[[noreturn]] void become(const Launch& launch) {
  ::signal(SIGTERM, SIG_DFL);
  ::signal(SIGINT, SIG_DFL);
  ::signal(SIGXFSZ, SIG_DFL);
  if (::dup2(launch.input, STDIN_FILENO) >= 0 && ::dup2(launch.output, STDOUT_FILENO) >= 0 &&
      ::dup2(launch.silence, STDERR_FILENO) >= 0) {
    ::execve(launch.words[0], launch.words, launch.environment);
  }
  ::_exit(127);
}

// In the child: keeps the program in a process group of its own, and ends that group when our
// process ends, even by SIGKILL. Only calls that are safe after fork() in a process with threads.
[[noreturn]] void keep(const Launch& launch) {
  ::setpgid(0, 0);
  ::signal(SIGTERM, end_group);
  ::signal(SIGINT, SIG_IGN);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != launch.parent) ::_exit(127);
  const pid_t program = ::fork();
  if (program == 0) become(launch);
  int status = 0;
  pid_t ended = ::waitpid(program, &status, 0);
  while (ended < 0 && errno == EINTR) ended = ::waitpid(program, &status, 0);
  ::_exit(ended == program && WIFEXITED(status) ? WEXITSTATUS(status) : 127);
}

enum class Ended { well, badly, late, stopped };

// Waits for the keeper; ends its group when the time is over or the work is to stop.
Ended wait_for(pid_t keeper, std::chrono::milliseconds longest, const Control& control) {
  const auto end = std::chrono::steady_clock::now() + longest;
  Ended ended = Ended::well;
  int status = 0;
  for (;;) {
    const pid_t done = ::waitpid(keeper, &status, ended == Ended::well ? WNOHANG : 0);
    if (done == keeper) break;
    if (done < 0 && errno != EINTR) return Ended::badly;
    if (ended != Ended::well) continue;
    if (control.cancelled && control.cancelled()) {
      ended = Ended::stopped;
    } else if (std::chrono::steady_clock::now() >= end) {
      ended = Ended::late;
    } else {
      ::poll(nullptr, 0, kPauseInMilliseconds);
      continue;
    }
    ::kill(-keeper, SIGKILL);
    ::kill(keeper, SIGKILL);  // in case it has not made its group yet
  }
  if (ended != Ended::well) return ended;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Ended::well : Ended::badly;
}

tl::unexpected<Failure> no_document(const std::string& pandoc, const std::string& reason) {
  return fail(FailureKind::unreadable, "unwritable", {"brief.docx", 0, 0},
              pandoc + " could not make this file: " + reason,
              "mend pandoc, or take it off the PATH to do without a Word document");
}

}  // namespace

std::optional<std::string> find_program(std::string_view name, std::string_view path) {
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find(':', at), path.size());
    const std::string_view folder = path.substr(at, end - at);
    at = end + 1;
    if (!folder.starts_with('/')) continue;
    std::string file = std::string(folder) + "/" + std::string(name);
    struct stat found{};
    if (::stat(file.c_str(), &found) == 0 && S_ISREG(found.st_mode) &&
        ::access(file.c_str(), X_OK) == 0) {
      return file;
    }
  }
  return std::nullopt;
}

Result<std::string> to_word(const std::string& pandoc, std::string_view page, casefile::Date day,
                            std::chrono::milliseconds longest, const Control& control) {
  const MemoryFile input;
  const MemoryFile output;
  if (!input.fill(page)) return no_document(pandoc, "there is no memory for its input");
  std::vector<std::string> words{pandoc, "--from=html", "--to=docx", "--output=-"};
  std::vector<std::string> variables = environment_with(day);
  std::vector<char*> word_pointers = pointers_to(words);
  std::vector<char*> variable_pointers = pointers_to(variables);
  const OpenFile silence(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  const Launch launch{word_pointers.data(), variable_pointers.data(), input.number(),
                      output.number(),      silence.number(),         ::getpid()};
  const pid_t keeper = ::fork();
  if (keeper == 0) keep(launch);
  if (keeper < 0) return no_document(pandoc, "it cannot be started");
  switch (wait_for(keeper, longest, control)) {
    case Ended::stopped:
      return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the work was done");
    case Ended::late:
      return no_document(pandoc, "it took longer than " + std::to_string(longest.count() / 1000) +
                                     " s and was ended");
    case Ended::badly:
      return no_document(pandoc, "it failed");
    case Ended::well:
      break;
  }
  std::string document = output.bytes();
  if (!document.starts_with("PK")) return no_document(pandoc, "it gave no Word document");
  return document;
}

}  // namespace parley::app
