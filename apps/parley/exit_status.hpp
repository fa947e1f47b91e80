#pragma once

#include <array>
#include <string_view>

namespace parley::app {

/// What the program's exit status says; fixed by CONTRACTS.md.
enum class Exit {
  done = 0,
  wrong_use = 2,
  invalid_input = 3,
  not_finished = 4,
  our_bug = 5,
};

struct ExitMeaning {
  Exit status;
  std::string_view meaning;
};

/// The statuses in order, as the manual tells them.
inline constexpr std::array<ExitMeaning, 5> kExitMeanings{{
    {Exit::done, "Done. That no deal is possible is an answer like any other."},
    {Exit::wrong_use, "Wrong use of the command line."},
    {Exit::invalid_input, "The input is not valid; standard error says where and how to mend it."},
    {Exit::not_finished, "A file could not be read or written, or the work was stopped."},
    {Exit::our_bug, "A bug in Parley."},
}};

}  // namespace parley::app
