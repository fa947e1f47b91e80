#include "interrupt.hpp"

#include <atomic>
#include <csignal>

namespace parley::app {
namespace {

std::atomic<bool> asked_to_stop{false};
static_assert(std::atomic<bool>::is_always_lock_free,
              "a signal handler may only use lock-free atomics");

void note(int /*signal*/) { asked_to_stop = true; }

}  // namespace

void stop_cleanly_on_interrupt() {
  struct sigaction action{};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A file beyond the limit on files is then a write that fails, like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
}

bool interrupted() { return asked_to_stop; }

}  // namespace parley::app
