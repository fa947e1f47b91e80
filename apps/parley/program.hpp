#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "exit_status.hpp"

namespace parley::app {

/// Runs the program on the words behind its name. Exceptions are our own bugs: they end here, with
/// their text on `err`.
Exit run_program(const std::vector<std::string>& words, std::ostream& out, std::ostream& err);

/// A failed assertion ends the program with Exit::our_bug, after saying that it is a bug.
void report_aborts();

}  // namespace parley::app
