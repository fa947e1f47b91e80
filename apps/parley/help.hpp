#pragma once

#include <string>

#include "command.hpp"

namespace parley::app {

/// The program's help: what it is for and its commands.
std::string help();

/// A command's help: usage, what it does, arguments, options, an example.
std::string help(const Command& command);

/// "parley 0.1.0 (commit 1234abc)", without the part in brackets when it is not known.
std::string version();

/// "--out DIR", "-o, --out DIR" with its short form, or only the name of an option without a value.
std::string spelling(const Option& option);

/// An option's help with its fallback: "The folder to write to. Default: out."
std::string help_with_fallback(const Option& option);

}  // namespace parley::app
