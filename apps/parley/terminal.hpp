#pragma once

#include <cstddef>

namespace parley::app {

/// How many columns a table on standard output may take: what the variable COLUMNS says, else the
/// width of the terminal, else, where standard output is no terminal, 100. At least 40.
std::size_t terminal_width();

}  // namespace parley::app
