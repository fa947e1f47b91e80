#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace parley::app {

/// A stream of text for a person, which may stand on a terminal: all that is written to it goes
/// through for_terminal() on its way to `to`. It passes text on when it is flushed and at its end,
/// so that a letter of several bytes is never cut.
class TerminalStream : private std::streambuf, public std::ostream {
 public:
  explicit TerminalStream(std::ostream& to) : std::ostream(this), to_(to) {}
  TerminalStream(const TerminalStream&) = delete;
  TerminalStream& operator=(const TerminalStream&) = delete;
  ~TerminalStream() override { pass_on(); }

 private:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;
  void pass_on();

  std::ostream& to_;
  std::string waiting_;
};

}  // namespace parley::app
