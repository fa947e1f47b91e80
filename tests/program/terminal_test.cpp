// What reaches a terminal or a file holds nothing that acts, wherever it came from.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "parley/base/harmless.hpp"
#include "program.hpp"
#include "terminal_stream.hpp"

namespace parley::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

// Sets the clipboard, wipes the screen, turns the line round, pretends that the line has ended.
const std::string kHostile = "\x1b]52;c;eA==\x07\x1b[2J\u009b31m\u202Etxt.\u2028x";
const std::string kShown = "<U+001B>]52;c;eA==<U+0007><U+001B>[2J<U+009B>31m<U+202E>txt.<U+2028>x";

struct Told {
  Exit status;
  std::string out;
  std::string err;
};

Told run(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const Exit status = run_program(words, out, err);
  return {status, out.str(), err.str()};
}

// A file in a folder of its own whose name and text are hostile.
std::string file_with(const std::string& name, const std::string& text) {
  const fs::path folder = fs::path(PARLEY_BINARY_DIR) / "tests" / "hostile";
  fs::create_directories(folder);
  std::ofstream(folder / name) << text;
  return folder / name;
}

void expect_harmless(const Told& run) {
  EXPECT_EQ(for_terminal(run.out), run.out);
  EXPECT_EQ(for_terminal(run.err), run.err);
}

TEST(TerminalStream, ShowsWhatActsAndKeepsTheRest) {
  std::ostringstream to;
  {
    TerminalStream stream(to);
    stream << "a" << kHostile << 'b' << 12 << "\xC3" << "\xA9\n" << std::flush;
    EXPECT_EQ(to.str(), "a" + kShown + "b12é\n");
    stream << "end";
  }
  EXPECT_EQ(to.str(), "a" + kShown + "b12é\nend");
}

TEST(TerminalStream, SaysWhenItsTextGoesNowhere) {
  std::ostringstream to;
  to.setstate(std::ios::badbit);
  TerminalStream stream(to);
  stream << "a" << std::flush;
  EXPECT_FALSE(stream);
}

TEST(Terminal, IsNotTouchedByAReportOrItsName) {
  const std::string file = file_with(
      "by" + kHostile + ".txt", "Oslo, 3 December 2025 - President " + kHostile +
                                    "Ann Lee said: \"We will " + kHostile + "keep the border.\"\n");
  for (const char* option : {"--date=2025-12-03", "--marked", "--json"}) {
    const Told told = run({"record", file, option});
    EXPECT_EQ(told.status, Exit::done) << told.err;
    expect_harmless(told);
    EXPECT_THAT(told.out, Not(HasSubstr("\x1b]52")));
  }
  EXPECT_THAT(run({"record", file, "--marked"}).out, HasSubstr(kShown));
  const auto record = nlohmann::json::parse(run({"record", file, "--json"}).out);
  EXPECT_THAT(record.at("reports").at(0).at("file").get<std::string>(), HasSubstr(kHostile));
}

TEST(Terminal, IsNotTouchedByAMessage) {
  const Told missing = run({"check", "no" + kHostile + "\nerror: forged"});
  expect_harmless(missing);
  EXPECT_THAT(missing.err, HasSubstr("no" + kShown + " error: forged"));
  expect_harmless(run({"check" + kHostile}));
  expect_harmless(run({"check", "--x" + kHostile}));
  const Told wrong =
      run({"check", file_with("bad.yaml", "parley: 1\ntitle: a\nkey\u202E\u0085: 1\n")});
  EXPECT_EQ(wrong.status, Exit::invalid_input);
  expect_harmless(wrong);
}

TEST(Terminal, ShowsANameThatIsNotUtf8) {
  const std::string file = file_with(
      "a\x9b"
      "31m.txt",
      "Oslo, 3 December 2025 - Nobody spoke.\n");
  const Told told = run({"record", file, "--json"});
  EXPECT_EQ(told.status, Exit::done) << told.err;
  EXPECT_TRUE(nlohmann::json::accept(told.out));
  expect_harmless(run({"check", file}));
}

}  // namespace
}  // namespace parley::app
