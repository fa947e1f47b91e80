// parley completion SHELL: the completion scripts, made from the table of commands.
#include <cassert>
#include <ostream>
#include <sstream>

#include "help.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

std::string replaced(std::string_view text, char which, std::string_view by) {
  std::string result;
  for (const char c : text) c == which ? result += by : result += c;
  return result;
}

// Within single quotes; the same in all three shells but for fish, which this also suits.
std::string single_quoted(std::string_view text) {
  return "'" + replaced(text, '\'', "'\\''") + "'";
}

std::string choices_of(const std::vector<std::string_view>& choices) {
  std::string words;
  for (const std::string_view each : choices) {
    words += (words.empty() ? "" : " ") + std::string(each);
  }
  return words;
}

// What bash's compgen offers for a value: files, folders, words or nothing.
std::string bash_offer(Takes takes, const std::string& choices) {
  switch (takes) {
    case Takes::file:
      return "compgen -f -- \"$word\"";
    case Takes::folder:
      return "compgen -d -- \"$word\"";
    case Takes::choice:
      return "compgen -W '" + choices + "' -- \"$word\"";
    case Takes::nothing:
    case Takes::number:
    case Takes::date:
    case Takes::text:
      break;
  }
  return "true";
}

// A case of bash's `case "$command" in` per command: its options, values and arguments.
std::string bash_case(const Command& command) {
  std::ostringstream script;
  std::string names;
  script << "    " << command.name << ")\n      case \"$before\" in\n";
  for (const Option& each : all_options(command)) {
    names += (names.empty() ? "" : " ") + std::string(each.name);
    if (each.takes == Takes::nothing) continue;
    const std::string letter = each.letter.empty() ? "" : std::string(each.letter) + "|";
    script << "        " << letter << each.name << ") offer=$("
           << bash_offer(each.takes, choices_of(each.choices)) << ") ;;\n";
  }
  script << "        *)\n          if [[ $word == -* ]]; then offer=$(compgen -W '" << names
         << "' -- \"$word\")\n";
  if (!command.arguments.empty()) {
    const Argument& argument = command.arguments.front();
    script << "          else offer=$(" << bash_offer(argument.takes, choices_of(argument.choices))
           << ")\n";
  }
  script << "          fi ;;\n      esac ;;\n";
  return script.str();
}

std::string bash_script() {
  std::ostringstream script;
  std::string names;
  for (const Command& each : commands()) names += std::string(each.name) + " ";
  script << "# bash completion for parley, made by 'parley completion bash'\n"
            "_parley() {\n"
            "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} offer=\n"
            "  if ((COMP_CWORD == 1)); then\n"
            "    offer=$(compgen -W '"
         << names << "--help --version' -- \"$word\")\n"
         << "  else case \"${COMP_WORDS[1]}\" in\n";
  for (const Command& each : commands()) script << bash_case(each);
  script << "  esac; fi\n"
            "  mapfile -t COMPREPLY <<<\"$offer\"\n"
            "  [[ -n $offer ]] || COMPREPLY=()\n"
            "}\n"
            "complete -o filenames -F _parley parley\n";
  return script.str();
}

// What zsh's _arguments does for a value.
std::string zsh_action(Takes takes, const std::string& choices) {
  switch (takes) {
    case Takes::file:
      return "_files";
    case Takes::folder:
      return "_files -/";
    case Takes::choice:
      return "(" + choices + ")";
    case Takes::nothing:
    case Takes::number:
    case Takes::date:
    case Takes::text:
      break;
  }
  return " ";
}

// A text within a bracket or between the colons of an _arguments specification.
std::string zsh_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

// An option's specification for _arguments; of one with a letter either form excludes the other.
std::string zsh_option(const Option& option) {
  std::string rest = "[" + zsh_text(option.help) + "]";
  if (option.takes != Takes::nothing) {
    rest += ":" + std::string(option.value) + ":" +
            zsh_action(option.takes, choices_of(option.choices));
  }
  const std::string name(option.name);
  if (option.letter.empty()) return single_quoted(name + rest);
  const std::string letter(option.letter);
  return "'(" + letter + " " + name + ")'{" + letter + "," + name + "}" + single_quoted(rest);
}

std::string zsh_script() {
  std::ostringstream script;
  script << "#compdef parley\n# zsh completion for parley, made by 'parley completion zsh'\n"
            "_parley() {\n  if ((CURRENT == 2)); then\n    local -a commands=(\n";
  for (const Command& each : commands()) {
    script << "      " << single_quoted(std::string(each.name) + ":" + zsh_text(each.summary))
           << '\n';
  }
  script << "    )\n    _describe command commands\n    return\n  fi\n"
            "  local command=$words[2]\n  words=(\"${(@)words[2,-1]}\")\n  ((CURRENT--))\n"
            "  case $command in\n";
  for (const Command& each : commands()) {
    script << "    " << each.name << ")\n      _arguments";
    for (const Option& option : all_options(each)) {
      script << " \\\n        " << zsh_option(option);
    }
    for (const Argument& argument : each.arguments) {
      const std::string_view many = is_many(argument.count) ? "*" : "";
      script << " \\\n        "
             << single_quoted(std::string(many) + ":" + std::string(argument.name) + ":" +
                              zsh_action(argument.takes, choices_of(argument.choices)));
    }
    script << " ;;\n";
  }
  // Loaded by the completion system the file is the function's body; sourced, it registers itself.
  script << "  esac\n}\nif [[ $funcstack[1] == _parley ]]; then _parley \"$@\"; "
            "else compdef _parley parley; fi\n";
  return script.str();
}

std::string fish_script() {
  std::ostringstream script;
  script
      << "# fish completion for parley, made by 'parley completion fish'\ncomplete -c parley -f\n";
  for (const Command& each : commands()) {
    script << "complete -c parley -n __fish_use_subcommand -a " << each.name << " -d "
           << single_quoted(each.summary) << '\n';
    const std::string when =
        "complete -c parley -n '__fish_seen_subcommand_from " + std::string(each.name) + "'";
    for (const Argument& argument : each.arguments) {
      if (argument.takes == Takes::file) script << when << " -F\n";
      if (argument.takes == Takes::folder)
        script << when << " -a '(__fish_complete_directories)'\n";
      if (argument.takes == Takes::choice) {
        script << when << " -a " << single_quoted(choices_of(argument.choices)) << '\n';
      }
    }
    for (const Option& option : all_options(each)) {
      script << when;
      if (!option.letter.empty()) script << " -s " << option.letter.substr(1);
      script << " -l " << option.name.substr(2) << " -d " << single_quoted(option.help);
      if (option.takes == Takes::folder) script << " -x -a '(__fish_complete_directories)'";
      if (option.takes == Takes::file) script << " -r -F";
      if (option.takes == Takes::choice) {
        script << " -x -a " << single_quoted(choices_of(option.choices));
      }
      if (option.takes == Takes::number || option.takes == Takes::date ||
          option.takes == Takes::text) {
        script << " -x";
      }
      script << '\n';
    }
  }
  return script.str();
}

}  // namespace

Exit run_completion(Session& session) {
  const std::string& shell = session.asked().arguments.front();
  if (shell == "bash") session.out() << bash_script();
  if (shell == "zsh") session.out() << zsh_script();
  if (shell == "fish") session.out() << fish_script();
  return Exit::done;
}

}  // namespace parley::app
