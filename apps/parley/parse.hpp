#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "command.hpp"
#include "parley/casefile/date.hpp"

namespace parley::app {

/// A command line that was understood. Asking for an option that the command's row does not name is
/// our own bug.
struct Invocation {
  const Command* command = nullptr;
  std::vector<std::string> arguments;
  std::map<std::string, std::string, std::less<>> options;  ///< what was given, or its fallback

  bool has(std::string_view option) const { return options.contains(option); }
  const std::string& text(std::string_view option) const;
  std::uint64_t number(std::string_view option) const;
  /// The day that was given; nothing when none was.
  std::optional<casefile::Date> date(std::string_view option) const;
};

/// A command line that is answered at once: with help, the version, or what is wrong with it.
struct Answer {
  Exit status = Exit::done;
  std::string text;
};

/// What is said to wrong use of a command, or of the program when there is none, and where to get
/// help.
Answer wrong_use(const Command* command, const std::string& what);

/// Reads the words behind the program's name by the table of commands.
///
/// Numbers are whole and within the limits of their option. What is wrong is said in one line, with
/// the nearest right name where there is one, and how to get help.
std::variant<Invocation, Answer> parse(const std::vector<std::string>& words);

}  // namespace parley::app
