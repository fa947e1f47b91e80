#include <iostream>

#include "interrupt.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  parley::app::report_aborts();
  parley::app::stop_cleanly_on_interrupt();
  const std::vector<std::string> words(argv + 1, argv + argc);
  return static_cast<int>(parley::app::run_program(words, std::cout, std::cerr));
}
