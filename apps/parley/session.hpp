#pragma once

#include <ostream>
#include <string_view>

#include "parley/base/json.hpp"
#include "parley/base/parallel.hpp"
#include "parse.hpp"
#include "terminal_stream.hpp"

namespace parley::app {

/// One run of a command: what was asked for, where the answer goes, how the work is watched.
class Session {
 public:
  Session(const Invocation& invocation, std::ostream& out, std::ostream& err)
      : invocation_(invocation), raw_out_(out), out_(out), err_(err) {}

  const Invocation& asked() const { return invocation_; }
  /// Standard output for text: the result. What a terminal would obey is shown as text.
  std::ostream& out() { return out_; }
  bool wants_json() const { return invocation_.has("--json"); }
  bool is_quiet() const { return invocation_.has("--quiet"); }
  std::uint64_t seed() const { return invocation_.number("--seed"); }

  /// The threads that were asked for, a progress bar when standard error is a terminal, and Ctrl-C.
  Control control(std::string_view work) const;

  /// Writes text with colours to standard output, as it is: all but the colours must have been
  /// through for_terminal().
  void write_coloured(std::string_view text);

  /// Writes diagnostics to standard error, a line each.
  void report(const Diagnostics& diagnostics);

  /// Reports why the work failed and gives the exit status of that kind of failure.
  Exit give_up(const Failure& failure);

  /// Says what is wrong with the use of the command, as parse() does, and gives that exit status.
  Exit refuse(std::string_view what);

  /// Begins a result: its schema ("parley/<name>/1"), the program's version and the seed.
  Json begin_result(std::string_view name) const;

  /// Writes a result to standard output as json_document().
  void write_result(const Json& result);

 private:
  const Invocation& invocation_;
  std::ostream& raw_out_;
  TerminalStream out_;
  TerminalStream err_;
};

}  // namespace parley::app
