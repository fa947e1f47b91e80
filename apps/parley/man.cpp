// parley man: the manual page in man(7) macros, made from the table of commands.
#include <ostream>

#include "help.hpp"
#include "parley/base/version.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

// Plain text as roff shows it: minus signs stay minus signs, and no line is taken for a macro.
std::string roff(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\') {
      result += "\\e";
    } else if (c == '-') {
      result += "\\-";
    } else {
      result += c;
    }
  }
  if (result.starts_with('.') || result.starts_with('\'')) result.insert(0, "\\&");
  return result;
}

// A term in bold and what it means.
void write_item(std::ostream& out, std::string_view term, std::string_view meaning) {
  out << ".TP\n\\fB" << roff(term) << "\\fR\n" << roff(meaning) << '\n';
}

void write_options(std::ostream& out, const std::vector<Option>& options) {
  for (const Option& each : options) write_item(out, spelling(each), help_with_fallback(each));
}

void write_command(std::ostream& out, const Command& command) {
  out << ".SS " << roff(usage(command)) << '\n' << roff(command.description) << '\n';
  for (const Argument& each : command.arguments) write_item(out, each.name, each.help);
  write_options(out, command.options);
  out << ".PP\nExample:\n.PP\n.EX\n    " << roff(command.example) << "\n.EE\n";
}

}  // namespace

Exit run_man(Session& session) {
  std::ostream& out = session.out();
  out << ".TH PARLEY 1 \"\" \"Parley " << kVersion << "\" \"User Commands\"\n"
      << ".SH NAME\nparley \\- an engine for mediated negotiations\n"
      << ".SH SYNOPSIS\n\\fBparley\\fR \\fICOMMAND\\fR [\\fIARGUMENT\\fR...] [\\fIOPTION\\fR...]\n"
      << ".SH DESCRIPTION\n"
      << "Parley turns reports and a case file about a set of talks into a brief: where the "
         "parties "
         "stand and who says so, what changed from draft to draft, and which deals each side would "
         "take rather than go on.\n"
      << ".SH COMMANDS\n";
  for (const Command& each : commands()) write_command(out, each);
  out << ".SH OPTIONS OF EVERY COMMAND\n";
  write_options(out, common_options());
  out << ".SH EXIT STATUS\n";
  for (const ExitMeaning& each : kExitMeanings) {
    write_item(out, std::to_string(static_cast<int>(each.status)), each.meaning);
  }
  return Exit::done;
}

}  // namespace parley::app
