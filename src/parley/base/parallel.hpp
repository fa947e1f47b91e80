#pragma once

#include <cstddef>
#include <functional>

#include "parley/base/result.hpp"

namespace parley {

/// How long work is run and watched. The library never prints; the caller's functions do.
struct Control {
  /// Threads to use; 0 means as many as the machine has. Never changes a result.
  unsigned threads = 0;
  /// Called from time to time with the share done, growing up to 1; may be called from any thread,
  /// but never from two at once. Empty: nobody watches.
  std::function<void(double)> progress;
  /// Asked at natural points; true stops the work with FailureKind::cancelled. May be called from
  /// any thread at once. Empty: never.
  std::function<bool()> cancelled;
};

/// Calls body(i) once for each i in [0, count), in any order, on oneTBB's threads.
///
/// body must only write what belongs to i. Fails with "cancelled" when control asks to stop; then
/// some i have not been visited. Exceptions leave as they came.
Result<void> for_each_index(std::size_t count, const Control& control,
                            const std::function<void(std::size_t)>& body);

}  // namespace parley
