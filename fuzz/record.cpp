// Any bytes as a report, read as plain text, Markdown or HTML by their first byte, twice at once so
// that reports are compared too.
#include "parley/record/record.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace parley::record;
  constexpr const char* kNames[] = {"a.txt", "a.md", "a.html"};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const char* name = kNames[size == 0 ? 0 : data[0] % 3];
  RecordOptions options;
  options.issues = {{"ceasefire", {"ceasefire", "truce"}}};
  (void)make_record({{name, bytes, {}}, {"b.txt", bytes.substr(size / 2), {}}}, options);
  return 0;
}
