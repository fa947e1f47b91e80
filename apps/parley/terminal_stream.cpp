#include "terminal_stream.hpp"

#include <utility>

#include "parley/base/harmless.hpp"

namespace parley::app {

TerminalStream::Buffer::int_type TerminalStream::Buffer::overflow(int_type letter) {
  if (!traits_type::eq_int_type(letter, traits_type::eof())) {
    waiting_ += traits_type::to_char_type(letter);
  }
  return traits_type::not_eof(letter);
}

std::streamsize TerminalStream::Buffer::xsputn(const char* text, std::streamsize size) {
  waiting_.append(text, static_cast<std::size_t>(size));
  return size;
}

int TerminalStream::Buffer::sync() {
  pass_on();
  return to_.flush() ? 0 : -1;
}

void TerminalStream::Buffer::pass_on() { to_ << for_terminal(std::exchange(waiting_, {})); }

}  // namespace parley::app
