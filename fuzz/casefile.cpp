// Any bytes as a case file: the reader must give a case or diagnostics, each with a message and a
// place inside the text; and a case that was read must be written so that it reads back as equal.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parley/casefile/reader.hpp"
#include "parley/casefile/writer.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley::casefile;
  static const ReportFiles kReports = {
      {"reports/wire.txt",
       "They said that they “will keep the border”. We will see: we will see."}};
  const std::string yaml(reinterpret_cast<const char*>(data), size);
  const parley::Result<ReadCase> read = read_case_text(yaml, "case.yaml", kReports);
  if (!read) {
    require(parley::has_errors(read.error().diagnostics));
    for (const parley::Diagnostic& each : read.error().diagnostics) {
      require(!each.message.empty() && !each.code.empty());
    }
    return 0;
  }
  const parley::Result<ReadCase> again =
      read_case_text(write_case(read->value), "case.yaml", kReports);
  require(again.has_value());
  require(again->value == read->value);
  return 0;
}
