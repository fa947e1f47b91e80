#include "parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

#include "help.hpp"
#include "parley/base/nearest.hpp"

namespace parley::app {
namespace {

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string in_quotes(std::string_view word) { return "'" + std::string(word) + "'"; }

// "there is no command 'chek' (did you mean check?)".
std::string unknown(std::string_view kind, const std::string& word,
                    const std::vector<std::string_view>& known) {
  const std::string hint = suggestion(word, known);
  return "there is no " + std::string(kind) + " " + in_quotes(word) +
         (hint.empty() ? "" : " (" + hint + ")");
}

bool is_one_of(const std::vector<std::string_view>& choices, const std::string& word) {
  return std::find(choices.begin(), choices.end(), word) != choices.end();
}

std::string not_one_of(std::string_view name, const std::vector<std::string_view>& choices,
                       const std::string& word) {
  std::string list;
  for (const std::string_view each : choices) {
    list += (list.empty() ? "" : ", ") + std::string(each);
  }
  return std::string(name) + " is one of " + list + ", not " + in_quotes(word);
}

// What is wrong with the words behind a command's name that CLI11 has sorted; empty: nothing.
std::string mistake(const Command& command, const Invocation& found) {
  std::size_t at = 0;
  for (const Argument& each : command.arguments) {
    if (at == found.arguments.size()) {
      if (may_be_absent(each.count)) break;
      return std::string(each.name) + " is missing";
    }
    if (each.takes == Takes::choice && !is_one_of(each.choices, found.arguments[at])) {
      return not_one_of(each.name, each.choices, found.arguments[at]);
    }
    at = is_many(each.count) ? found.arguments.size() : at + 1;
  }
  if (at < found.arguments.size()) return "there is no use for " + in_quotes(found.arguments[at]);
  for (const Option& each : all_options(command)) {
    if (each.takes == Takes::choice && found.has(each.name) &&
        !is_one_of(each.choices, found.text(each.name))) {
      return not_one_of(each.name, each.choices, found.text(each.name));
    }
    if (each.takes == Takes::date && found.has(each.name) && !found.date(each.name)) {
      return std::string(each.name) + " takes a day such as 2025-12-03, not " +
             in_quotes(found.text(each.name));
    }
    if (each.takes != Takes::number) continue;
    const std::string& value = found.text(each.name);
    const std::optional<std::uint64_t> number = whole_number(value);
    if (!number || *number < each.least || *number > each.most) {
      return std::string(each.name) + " takes a whole number from " + std::to_string(each.least) +
             " to " + std::to_string(each.most) + ", not " + in_quotes(value);
    }
  }
  return {};
}

const Command* command_named(std::string_view name) {
  const auto found = std::find_if(commands().begin(), commands().end(),
                                  [&](const Command& each) { return each.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

Answer no_command(const std::string& name) {
  std::vector<std::string_view> names{"help"};
  for (const Command& each : commands()) names.push_back(each.name);
  return wrong_use(nullptr, unknown("command", name, names));
}

bool is_help(const std::string& word) { return word == "help" || word == "--help" || word == "-h"; }

// "help", "help brief", "--help brief".
Answer help_wanted(const std::vector<std::string>& words) {
  const auto name = std::find_if_not(words.begin(), words.end(), is_help);
  if (name == words.end()) return {Exit::done, help()};
  const Command* command = command_named(*name);
  return command == nullptr ? no_command(*name) : Answer{Exit::done, help(*command)};
}

}  // namespace

const std::string& Invocation::text(std::string_view option) const {
  const auto found = options.find(option);
  assert(found != options.end());
  return found->second;
}

std::uint64_t Invocation::number(std::string_view option) const {
  const std::optional<std::uint64_t> value = whole_number(text(option));
  assert(value);
  return *value;
}

std::optional<casefile::Date> Invocation::date(std::string_view option) const {
  return has(option) ? casefile::Date::from_iso(text(option)) : std::nullopt;
}

Answer wrong_use(const Command* command, const std::string& what) {
  const std::string name = command == nullptr ? "" : " " + std::string(command->name);
  return {Exit::wrong_use, "parley" + name + ": " + what + "\nTry 'parley" + name + " --help'.\n"};
}

std::variant<Invocation, Answer> parse(const std::vector<std::string>& words) {
  if (words.empty()) return Answer{Exit::wrong_use, help()};
  if (is_help(words.front())) return help_wanted(words);
  if (words.front() == "--version") return Answer{Exit::done, version()};

  const Command* command = command_named(words.front());
  if (command == nullptr) return no_command(words.front());

  Invocation found;
  found.command = command;
  CLI::App app;
  app.set_help_flag();
  app.add_option("arguments", found.arguments);
  for (const Option& each : all_options(*command)) {
    const std::string name(each.name);
    const std::string forms = each.letter.empty() ? name : std::string(each.letter) + "," + name;
    if (each.takes == Takes::nothing) {
      app.add_flag_callback(forms, [&found, name] { found.options[name]; });
    } else {
      if (!each.fallback.empty()) found.options[name] = each.fallback;
      app.add_option_function<std::string>(
             forms, [&found, name](const std::string& value) { found.options[name] = value; })
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    }
  }
  try {
    // CLI11 takes words from the back of the list.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend() - 1));
  } catch (const CLI::ExtrasError&) {
    std::vector<std::string_view> names;
    for (const Option& each : all_options(*command)) names.push_back(each.name);
    return wrong_use(command, unknown("option", app.remaining().front(), names));
  } catch (const CLI::ArgumentMismatch& error) {
    // CLI11 says "--seed: 1 required TEXT missing".
    const std::string_view what = error.what();
    return wrong_use(command,
                     "a value is missing behind " + std::string(what.substr(0, what.find(':'))));
  } catch (const CLI::ParseError& error) {
    return wrong_use(command, error.what());
  }
  if (found.has("--help")) return Answer{Exit::done, help(*command)};
  const std::string wrong = mistake(*command, found);
  if (!wrong.empty()) return wrong_use(command, wrong);
  return found;
}

}  // namespace parley::app
