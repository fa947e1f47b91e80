#include "parley/base/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

namespace parley {
namespace {

// One for all loops, since it must be there before any of them begins.
std::atomic<std::size_t> turns{0};

// What was written before a thread's turn, or in it, is seen in every turn that begins after its
// end. oneTBB's fork and join promise the same, but with fences that ThreadSanitizer does not see.
class Turn {
 public:
  Turn() { pass(); }
  ~Turn() { pass(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  static void pass() { turns.fetch_add(1, std::memory_order_acq_rel); }
};

}  // namespace

Result<void> for_each_index(std::size_t count, const Control& control,
                            const std::function<void(std::size_t)>& body) {
  std::atomic<bool> stop{false};
  std::atomic<std::size_t> done{0};
  std::mutex watching;
  std::size_t told = 0;  // guarded by watching
  const std::size_t grain = std::clamp<std::size_t>(count / 256, 1, 256);

  const auto run_chunk = [&](const tbb::blocked_range<std::size_t>& range) {
    const Turn turn;
    if (stop || (control.cancelled && control.cancelled())) {
      stop = true;
      return;
    }
    for (std::size_t i = range.begin(); i != range.end(); ++i) body(i);
    const std::size_t total = done += range.size();
    if (control.progress) {
      // A watcher that is busy is not worth waiting for, except for the last word.
      std::unique_lock lock(watching, std::defer_lock);
      if (total == count) lock.lock();
      if ((lock.owns_lock() || lock.try_lock()) && total > told) {
        told = total;
        control.progress(static_cast<double>(total) / static_cast<double>(count));
      }
    }
  };

  const int threads = control.threads == 0 ? tbb::task_arena::automatic
                                           : static_cast<int>(std::min(control.threads, 1024U));
  // Without this oneTBB would not make more threads than the machine has, and say so.
  std::optional<tbb::global_control> allowed;
  if (threads > 0) {
    allowed.emplace(tbb::global_control::max_allowed_parallelism,
                    static_cast<std::size_t>(threads));
  }
  tbb::task_arena arena(threads);
  arena.execute([&] {
    const Turn caller;  // ends, and sees what the bodies wrote, before anything here goes
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain), run_chunk);
  });
  if (stop) {
    return fail(FailureKind::cancelled, "cancelled", {}, "stopped before the work was done");
  }
  return {};
}

}  // namespace parley
