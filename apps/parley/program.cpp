#include "program.hpp"

#include <unistd.h>

#include <csignal>
#include <exception>
#include <ostream>
#include <string_view>

#include "parley/base/harmless.hpp"
#include "parse.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

constexpr std::string_view kOurBug =
    "parley: this is a bug in Parley, not in your files; please report it with the line above\n";

void end_after_abort(int /*signal*/) {
  // Nothing else may be called safely in a signal handler.
  [[maybe_unused]] const auto written = write(STDERR_FILENO, kOurBug.data(), kOurBug.size());
  _exit(static_cast<int>(Exit::our_bug));
}

Exit answer(const Answer& answer, std::ostream& out, std::ostream& err) {
  (answer.status == Exit::done ? out : err) << for_terminal(answer.text);
  return answer.status;
}

}  // namespace

Exit run_program(const std::vector<std::string>& words, std::ostream& out, std::ostream& err) {
  try {
    const auto parsed = parse(words);
    Exit status = Exit::done;
    if (const auto* invocation = std::get_if<Invocation>(&parsed)) {
      Session session(*invocation, out, err);
      status = invocation->command->run(session);
    } else {
      status = answer(std::get<Answer>(parsed), out, err);
    }
    out.flush();
    if (!out) {
      err << "parley: error: standard output cannot be written to\n";
      return Exit::not_finished;
    }
    return status;
  } catch (const std::exception& error) {
    err << "parley: internal error: " << for_terminal(error.what()) << '\n' << kOurBug;
    return Exit::our_bug;
  }
}

void report_aborts() { std::signal(SIGABRT, end_after_abort); }

}  // namespace parley::app
