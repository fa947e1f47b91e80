#include "terminal_stream.hpp"

#include <utility>

#include "parley/base/harmless.hpp"

namespace parley::app {

TerminalStream::int_type TerminalStream::overflow(int_type letter) {
  if (!traits_type::eq_int_type(letter, traits_type::eof())) {
    waiting_ += traits_type::to_char_type(letter);
  }
  return traits_type::not_eof(letter);
}

std::streamsize TerminalStream::xsputn(const char* text, std::streamsize size) {
  waiting_.append(text, static_cast<std::size_t>(size));
  return size;
}

int TerminalStream::sync() {
  pass_on();
  return to_.flush() ? 0 : -1;
}

void TerminalStream::pass_on() { to_ << for_terminal(std::exchange(waiting_, {})); }

}  // namespace parley::app
