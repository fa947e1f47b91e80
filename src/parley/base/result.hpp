#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

#include "parley/base/diagnostic.hpp"

namespace parley {

/// Why a piece of work has no result.
enum class FailureKind {
  invalid_input,  ///< the input is wrong; the diagnostics say where and how to mend it
  unreadable,     ///< a file cannot be read or written
  too_large,      ///< the input exceeds a stated limit on size, depth or count
  unsupported,    ///< the input is well formed but asks for what this program does not do
  cancelled,      ///< the caller asked to stop
};

/// Failed work: its kind and everything that is wrong, never only the first thing.
struct Failure {
  FailureKind kind = FailureKind::invalid_input;
  Diagnostics diagnostics;
};

/// A value or a Failure, never both. An empty zone of agreement is a value; our own bugs are
/// assertions and appear in neither.
template <class T>
using Result = tl::expected<T, Failure>;

/// A Failure with a single diagnostic of severity error.
inline tl::unexpected<Failure> fail(FailureKind kind, std::string code, Place place,
                                    std::string message, std::string hint = {}) {
  return tl::unexpected(Failure{
      kind,
      {{Severity::error, std::move(code), std::move(place), std::move(message), std::move(hint)}}});
}

/// A Failure of kind invalid_input with everything that was found.
inline tl::unexpected<Failure> invalid(Diagnostics diagnostics) {
  return tl::unexpected(Failure{FailureKind::invalid_input, std::move(diagnostics)});
}

}  // namespace parley
