#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "exit_status.hpp"

namespace parley::app {

class Session;

/// What an argument or an option's value is; decides how it is checked and completed.
enum class Takes { nothing, number, date, text, file, folder, choice };

/// An option of the command line. Its value, when it takes one, is the fallback unless given.
struct Option {
  std::string_view name;  ///< "--out"
  Takes takes = Takes::nothing;
  std::string_view value;     ///< what the help calls the value: "DIR"
  std::string_view fallback;  ///< empty: no value unless given
  std::string_view help;
  std::vector<std::string_view> choices = {};  ///< for Takes::choice
  std::string_view letter = {};                ///< "-o", when there is a short form
  std::uint64_t least = 0;                     ///< for Takes::number: the smallest that is allowed
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();  ///< and the largest
};

/// How often an argument stands on the command line; `any` times may be none.
enum class Count { one, optional, one_or_more, any };

inline bool is_many(Count count) { return count == Count::one_or_more || count == Count::any; }
inline bool may_be_absent(Count count) { return count == Count::optional || count == Count::any; }

/// What stands on the command line without a name; only the last of a command may repeat or be left
/// out.
struct Argument {
  std::string_view name;  ///< "CASE"
  Takes takes = Takes::file;
  Count count = Count::one;
  std::string_view help;
  std::vector<std::string_view> choices;  ///< for Takes::choice
};

/// A command of the program. The texts are plain sentences; from them come the help, the manual
/// and the completion.
struct Command {
  std::string_view name;
  std::string_view summary;      ///< one line, without a full stop
  std::string_view description;  ///< a paragraph
  std::string_view example;      ///< a command line that works in the project's folder
  std::vector<Argument> arguments;
  std::vector<Option> options;  ///< besides those of every command
  Exit (*run)(Session&);
};

/// The one table of commands (commands.cpp), in the order of the help.
const std::vector<Command>& commands();

/// The options that every command has.
const std::vector<Option>& common_options();

/// The command's own options, then the common ones.
std::vector<Option> all_options(const Command& command);

/// "parley check CASE [OPTION...]".
std::string usage(const Command& command);

}  // namespace parley::app
