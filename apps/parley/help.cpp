#include "help.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "commit.hpp"
#include "parley/base/version.hpp"
#include "terminal.hpp"

namespace parley::app {
namespace {

// Prose is easiest to read in lines of this length, where the terminal has so many columns.
constexpr std::size_t kWidth = 80;

// The words of a text in lines as wide as the terminal, at most kWidth columns, each begun with
// `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent) {
  const std::size_t columns = std::min(kWidth, terminal_width());
  std::istringstream words{std::string(text)};
  std::string lines;
  std::string line;
  for (std::string word; words >> word;) {
    if (!line.empty() && indent + line.size() + 1 + word.size() > columns) {
      lines += std::string(indent, ' ') + std::exchange(line, {}) + "\n";
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return lines + std::string(indent, ' ') + line + "\n";
}

using Rows = std::vector<std::pair<std::string, std::string>>;

// Names to the left, their texts in one column to the right.
std::string two_columns(const std::string& title, const Rows& rows) {
  if (rows.empty()) return {};
  std::size_t width = 0;
  for (const auto& [name, text] : rows) width = std::max(width, name.size());
  const std::size_t column = width + 4;
  std::string block = "\n" + title + "\n";
  for (const auto& [name, text] : rows) {
    const std::string left = "  " + name;
    block += left + wrapped(text, column).substr(left.size());
  }
  return block;
}

Rows rows(const std::vector<Option>& options) {
  Rows rows;
  for (const Option& each : options) rows.emplace_back(spelling(each), help_with_fallback(each));
  return rows;
}

}  // namespace

std::string spelling(const Option& option) {
  std::string text(option.name);
  if (!option.letter.empty()) text = std::string(option.letter) + ", " + text;
  if (option.takes != Takes::nothing) text += " " + std::string(option.value);
  return text;
}

std::string help_with_fallback(const Option& option) {
  std::string text(option.help);
  if (option.takes == Takes::number && option.most != Option().most) {
    text += " From " + std::to_string(option.least) + " to " + std::to_string(option.most) + ".";
  }
  if (!option.fallback.empty()) text += " Default: " + std::string(option.fallback) + ".";
  return text;
}

std::string version() {
  std::string line = "parley " + std::string(kVersion);
  if (!kCommit.empty()) line += " (commit " + std::string(kCommit) + ")";
  return line + "\n";
}

std::string help() {
  Rows names;
  for (const Command& each : commands()) names.emplace_back(each.name, each.summary);
  return wrapped(
             "Parley, an engine for mediated negotiations: from reports and a case file to a "
             "brief on where the parties stand and which deals are possible.",
             0) +
         "\nUsage\n  parley COMMAND [ARGUMENT...] [OPTION...]\n" + two_columns("Commands", names) +
         two_columns("Options",
                     {{"-h, --help", "Print this help."}, {"--version", "Print the version."}}) +
         "\n'parley help COMMAND' tells more about a command.\n";
}

std::string help(const Command& command) {
  Rows arguments;
  for (const Argument& each : command.arguments) arguments.emplace_back(each.name, each.help);
  return wrapped(command.description, 0) + "\nUsage\n  " + usage(command) + "\n" +
         two_columns("Arguments", arguments) + two_columns("Options", rows(command.options)) +
         two_columns("Options of every command", rows(common_options())) + "\nExample\n  " +
         std::string(command.example) + "\n";
}

}  // namespace parley::app
