#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace parley::app {

/// A stream of text for a person, which may stand on a terminal: all that is written to it goes
/// through for_terminal() on its way to `to`. It passes text on when it is flushed and at its end,
/// so that a letter of several bytes is never cut.
class TerminalStream : public std::ostream {
 public:
  explicit TerminalStream(std::ostream& to) : std::ostream(nullptr), buffer_(to) {
    rdbuf(&buffer_);
  }

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(std::ostream& to) : to_(to) {}
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer() override { pass_on(); }

   private:
    int_type overflow(int_type letter) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;
    void pass_on();

    std::ostream& to_;
    std::string waiting_;
  };

  Buffer buffer_;
};

}  // namespace parley::app
