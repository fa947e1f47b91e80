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
      if (each.count == Count::optional) break;
      return std::string(each.name) + " is missing";
    }
    if (each.takes == Takes::choice && !is_one_of(each.choices, found.arguments[at])) {
      return not_one_of(each.name, each.choices, found.arguments[at]);
    }
    at = each.count == Count::one_or_more ? found.arguments.size() : at + 1;
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
    if (!whole_number(value)) {
      return std::string(each.name) + " takes a whole number from 0 to 18446744073709551615, not " +
             in_quotes(value);
    }
  }
  return {};
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
  if (words.front() == "--help") return Answer{Exit::done, help()};
  if (words.front() == "--version") return Answer{Exit::done, version()};

  const auto command = std::find_if(commands().begin(), commands().end(), [&](const Command& each) {
    return each.name == words.front();
  });
  if (command == commands().end()) {
    std::vector<std::string_view> names;
    for (const Command& each : commands()) names.push_back(each.name);
    return wrong_use(nullptr, unknown("command", words.front(), names));
  }

  Invocation found;
  found.command = &*command;
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
    return wrong_use(&*command, unknown("option", app.remaining().front(), names));
  } catch (const CLI::ArgumentMismatch& error) {
    // CLI11 says "--seed: 1 required TEXT missing".
    const std::string_view what = error.what();
    return wrong_use(&*command,
                     "a value is missing behind " + std::string(what.substr(0, what.find(':'))));
  } catch (const CLI::ParseError& error) {
    return wrong_use(&*command, error.what());
  }
  if (found.has("--help")) return Answer{Exit::done, help(*command)};
  const std::string wrong = mistake(*command, found);
  if (!wrong.empty()) return wrong_use(&*command, wrong);
  return found;
}

}  // namespace parley::app
