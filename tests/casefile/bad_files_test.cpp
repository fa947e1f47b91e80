// Each file of bad/ with all that the reader says about it, as golden text: bad/NAME.expected.
// After a change run test_casefile with PARLEY_REGENERATE=1 and read the differences as a user
// would.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "casefile/support.hpp"
#include "parley/base/files.hpp"
#include "parley/casefile/reader.hpp"

namespace parley::casefile {
namespace {

namespace fs = std::filesystem;
const fs::path kFolder = PARLEY_SOURCE_DIR "/tests/casefile/bad";

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

std::vector<fs::path> bad_files() {
  std::vector<fs::path> files;
  for (const auto& each : fs::directory_iterator(kFolder)) {
    if (each.path().extension() == ".yaml") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Diagnostics diagnostics_of(const fs::path& file) {
  ReportFiles reports;
  for (const auto& each : fs::directory_iterator(kFolder / "reports")) {
    reports["reports/" + each.path().filename().string()] = bytes_of(each.path());
  }
  const Result<ReadCase> read = read_case_text(bytes_of(file), file.filename().string(), reports);
  return read ? read->warnings : read.error().diagnostics;
}

TEST(BadFiles, SayWhatIsWrong) {
  const std::vector<fs::path> files = bad_files();
  EXPECT_GE(files.size(), 60U);
  for (const fs::path& file : files) {
    const fs::path golden = fs::path(file).replace_extension(".expected");
    const std::string found = lines(diagnostics_of(file));
    if (std::getenv("PARLEY_REGENERATE") != nullptr) {
      ASSERT_TRUE(write_file(golden.string(), found));
    }
    EXPECT_NE(found, "") << file;
    EXPECT_EQ(found, bytes_of(golden)) << file;
  }
}

// The codes that the sources of the room name, by the calls that make diagnostics.
std::set<std::string> codes_in_sources() {
  std::set<std::string> codes;
  for (const char* folder : {"/src/parley/casefile", "/src/parley/base"}) {
    for (const auto& each : fs::directory_iterator(std::string(PARLEY_SOURCE_DIR) + folder)) {
      if (each.path().extension() != ".cpp" && each.path().extension() != ".hpp") continue;
      std::string text = bytes_of(each.path());
      // The code is the first text in quotes after the opening of the call.
      for (const std::string call : {"error(", "warning(", "bad(", "fail(FailureKind::"}) {
        for (std::size_t at = text.find(call); at != std::string::npos;
             at = text.find(call, at + 1)) {
          const std::size_t start = text.find('"', at);
          const std::size_t end = text.find('"', start + 1);
          if (start == std::string::npos || start - at > 50 || text.find(';', at) < start) continue;
          const std::string code = text.substr(start + 1, end - start - 1);
          if (!code.empty() && code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
                                   std::string::npos) {
            codes.insert(code);
          }
        }
      }
    }
  }
  return codes;
}

// The codes of case files that docs/diagnostics.md explains: the first cell of each row of its
// tables, up to those of bargaining problems, which tests/bargaining provokes.
std::set<std::string> codes_in_docs() {
  std::set<std::string> codes;
  std::istringstream text(bytes_of(PARLEY_SOURCE_DIR "/docs/diagnostics.md"));
  for (std::string line; std::getline(text, line) && line != "## Bargaining problems";) {
    if (line.starts_with("| `")) codes.insert(line.substr(3, line.find('`', 3) - 3));
  }
  return codes;
}

TEST(BadFiles, EachCodeIsExplained) {
  const std::set<std::string> docs = codes_in_docs();
  for (const std::string& code : codes_in_sources()) {
    EXPECT_TRUE(docs.contains(code)) << code << " is not in docs/diagnostics.md";
  }
}

TEST(BadFiles, EachExplainedCodeIsProvoked) {
  // What a file in a folder of tests cannot show; reader_test.cpp, public_case_test.cpp and base's
  // tests do.
  std::set<std::string> provoked = {"bad-scale",
                                    "cancelled",
                                    "too-large",
                                    "unreadable",
                                    "unwritable",
                                    "names-confidential",
                                    "withheld",
                                    "report-names-confidential",
                                    "locked",
                                    "exists",
                                    "edited",
                                    "not-ours",
                                    "half-set",
                                    "overwrites-input",
                                    "wider",
                                    "no-case",
                                    "not-a-case",
                                    "not-a-report",
                                    "nothing-to-read",
                                    "empty-statement",
                                    "statement-syntax",
                                    "several-reports"};
  for (const fs::path& file : bad_files()) {
    for (const Diagnostic& each : diagnostics_of(file)) provoked.insert(each.code);
  }
  for (const std::string& code : codes_in_docs()) {
    EXPECT_TRUE(provoked.contains(code)) << "no file of bad/ provokes " << code;
  }
}

}  // namespace
}  // namespace parley::casefile
