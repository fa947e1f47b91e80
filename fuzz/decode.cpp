// Any bytes as a file, named by their first byte: decoding must give texts, each valid UTF-8 with
// its blocks in order within it, or say what is wrong; and twice the same.
#include "parley/text/decode.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "parley/base/text.hpp"

namespace {

using namespace parley;

void require(bool holds) {
  if (!holds) std::abort();
}

void judge(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    require(!each.message.empty() && !each.code.empty() && !each.place.file.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kNames[] = {"a",     "a.txt", "a.html", "a.md",  "a.pdf",  "a.docx",
                                    "a.eml", "a.mht", "a.xml",  "a.rtf", "a.srt",  "a.json",
                                    "a.zip", "a.gz",  "a.warc", "a.odt", "a.mbox", "a.epub"};
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string name = kNames[data[0] % std::size(kNames)];
  text::Limits limits;
  limits.unpacked_bytes = std::size_t{4} << 20U;
  limits.pages = 20;
  const auto decoded = text::decode(bytes, name, limits);
  if (!decoded) {
    require(has_errors(decoded.error().diagnostics));
    judge(decoded.error().diagnostics);
    return 0;
  }
  require(!decoded->documents.empty());
  judge(decoded->warnings);
  for (const text::Document& each : decoded->documents) {
    require(Text::from_utf8(each.text, each.name).has_value());
    require(Text::from_utf8(each.source.title, each.name).has_value());
    require(Text::from_utf8(each.source.publisher, each.name).has_value());
    require(Text::from_utf8(each.name, each.name).has_value());
    std::size_t end = 0;
    for (const text::Block& block : each.source.blocks) {
      require(end <= block.begin && block.begin < block.end && block.end <= each.text.size());
      end = block.end;
    }
  }
  return 0;
}
