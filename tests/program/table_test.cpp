// What holds for every command of the table, so for those that are still to come.
#include <gmock/gmock.h>

#include <csignal>
#include <cstdlib>
#include <set>
#include <sstream>

#include "command.hpp"
#include "interrupt.hpp"
#include "program.hpp"
#include "session.hpp"

namespace parley::app {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

struct Ran {
  Exit status;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const Exit status = run_program(words, out, err);
  return {status, out.str(), err.str()};
}

TEST(CommandTable, EveryRowIsComplete) {
  std::set<std::string_view> names;
  for (const Command& each : commands()) {
    SCOPED_TRACE(each.name);
    EXPECT_TRUE(names.insert(each.name).second);
    EXPECT_THAT(std::string(each.summary), Not(EndsWith(".")));
    EXPECT_THAT(std::string(each.description), EndsWith("."));
    EXPECT_THAT(std::string(each.example), HasSubstr("parley " + std::string(each.name)));
    EXPECT_NE(each.run, nullptr);
    std::set<std::string_view> options;
    for (const Option& option : all_options(each)) {
      SCOPED_TRACE(option.name);
      EXPECT_TRUE(options.insert(option.name).second);
      EXPECT_TRUE(option.name.starts_with("--"));
      EXPECT_EQ(option.value.empty(), option.takes == Takes::nothing);
      EXPECT_TRUE(option.takes != Takes::number || !option.fallback.empty());
      EXPECT_THAT(std::string(option.help), EndsWith("."));
    }
    for (std::size_t i = 0; i < each.arguments.size(); ++i) {
      EXPECT_THAT(std::string(each.arguments[i].help), EndsWith("."));
      EXPECT_TRUE(i + 1 == each.arguments.size() || each.arguments[i].count == Count::one);
      EXPECT_EQ(each.arguments[i].choices.empty(), each.arguments[i].takes != Takes::choice);
    }
  }
}

TEST(CommandTable, HelpManualAndCompletionNameEveryCommandAndOption) {
  const std::string help = run({"--help"}).out;
  const std::string manual = run({"man"}).out;
  for (const Command& each : commands()) {
    SCOPED_TRACE(each.name);
    const std::string name(each.name);
    EXPECT_THAT(help, HasSubstr("  " + name + " "));
    EXPECT_THAT(manual, HasSubstr(".SS parley " + name));
    const Ran asked = run({name, "--help"});
    EXPECT_EQ(asked.status, Exit::done);
    for (const std::string shell : {"bash", "zsh", "fish"}) {
      const std::string script = run({"completion", shell}).out;
      EXPECT_THAT(script, HasSubstr(name));
      for (const Option& option : all_options(each)) {
        EXPECT_THAT(script, HasSubstr(std::string(option.name.substr(2))));
        EXPECT_THAT(asked.out, HasSubstr(std::string(option.name)));
      }
    }
  }
}

TEST(CommandTable, HelpFitsEightyColumns) {
  for (const Command& each : commands()) {
    std::istringstream help(run({std::string(each.name), "--help"}).out);
    for (std::string line; std::getline(help, line);) EXPECT_LE(line.size(), 80U) << line;
  }
}

TEST(Session, GivesEachKindOfFailureItsStatus) {
  const Invocation invocation{&commands().front(), {}, {}};
  const std::pair<FailureKind, Exit> rows[] = {
      {FailureKind::invalid_input, Exit::invalid_input},
      {FailureKind::too_large, Exit::not_finished},
      {FailureKind::unsupported, Exit::invalid_input},
      {FailureKind::unreadable, Exit::not_finished},
      {FailureKind::cancelled, Exit::not_finished},
  };
  for (const auto& [kind, status] : rows) {
    std::ostringstream out;
    std::ostringstream err;
    Session session(invocation, out, err);
    EXPECT_EQ(session.give_up({kind, {{Severity::error, "x", {"f", 1, 2}, "wrong", ""}}}), status);
    EXPECT_EQ(err.str(), "f:1:2: error: wrong\n");
    EXPECT_EQ(out.str(), "");
  }
}

TEST(Program, AnOutputThatCannotBeWrittenIsNotFinished) {
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  EXPECT_EQ(run_program({"man"}, out, err), Exit::not_finished);
  EXPECT_THAT(err.str(), HasSubstr("standard output"));
}

TEST(ProgramDeathTest, AFailedAssertionIsOurBug) {
  EXPECT_EXIT(
      {
        report_aborts();
        std::abort();
      },
      testing::ExitedWithCode(5), "this is a bug in Parley");
}

TEST(ProgramDeathTest, AnInterruptIsNotedAndASecondOneEndsTheProgram) {
  EXPECT_EXIT(
      {
        stop_cleanly_on_interrupt();
        std::raise(SIGINT);
        if (!interrupted()) std::exit(1);
        std::raise(SIGINT);
      },
      testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace parley::app
