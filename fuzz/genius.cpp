// Any bytes as a GENIUS domain and profile (a form feed between them), or as a GeniusWeb profile:
// the readers must give a problem that the engine accepts, or diagnostics, each with a code and a
// message.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parley/formats/genius.hpp"
#include "parley/formats/geniusweb.hpp"

namespace {

using namespace parley;

void require(bool holds) {
  if (!holds) std::abort();
}

void judge(const Result<formats::ReadProblem>& read) {
  if (read) {
    require(!has_errors(bargaining::check(read->problem)));
    return;
  }
  require(has_errors(read.error().diagnostics));
  for (const Diagnostic& each : read.error().diagnostics) {
    require(!each.message.empty() && !each.code.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t split = bytes.find('\f');
  auto first = Text::from_utf8(bytes.substr(0, split), "first");
  if (!first) return 0;
  if (split == std::string::npos) {
    judge(formats::read_geniusweb({{"first", *std::move(first)}}));
    return 0;
  }
  auto second = Text::from_utf8(bytes.substr(split + 1), "second");
  if (!second) return 0;
  judge(formats::read_genius({"first", *std::move(first)}, {{"second", *std::move(second)}}));
  return 0;
}
