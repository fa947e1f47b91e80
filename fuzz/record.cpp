// Any bytes as a report, read as plain text, Markdown or HTML by their first byte, with the second
// half of them as another report, so that reports are compared too. Every item must have its place
// within its report, every warning a place in its file, and a quote in plain text must be the words
// at that place. A text whose beginning shows a page is read as one, whatever its file's name.
#include "parley/record/record.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parley/base/text.hpp"
#include "parley/record/json.hpp"

namespace {

using namespace parley::record;

void require(bool holds) {
  if (!holds) std::abort();
}

bool shows_a_page(std::string start) {
  start.resize(std::min<std::size_t>(start.size(), 512));
  for (char& c : start) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return start.find("<html") != start.npos || start.find("<!doctype html") != start.npos;
}

class Places {
 public:
  Places(const std::vector<ReportText>& reports, const Record& record) {
    for (std::size_t i = 0; i < record.reports.size(); ++i) {
      texts_[record.reports[i].id] = *parley::Text::from_utf8(reports[i].bytes, reports[i].file);
    }
  }

  std::string_view words(const Passage& passage) const {
    const auto found = texts_.find(passage.report);
    require(found != texts_.end());
    require(passage.span.start <= passage.span.end && passage.span.end <= found->second.size());
    return found->second.slice(passage.span);
  }

  template <typename Items>
  void hold(const Items& items) const {
    for (const auto& each : items) words(each.passage);
  }

  void hold_evidence(const auto& items) const {
    for (const auto& each : items) {
      require(!each.evidence.empty());
      for (const Passage& passage : each.evidence) words(passage);
    }
  }

 private:
  std::map<std::string, parley::Text> texts_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr const char* kNames[] = {"a.txt", "a.md", "a.html"};
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const char* name = kNames[size == 0 ? 0 : data[0] % 3];
  RecordOptions options;
  options.issues = {{"ceasefire", {"ceasefire", "truce"}}};
  const std::vector<ReportText> reports = {{name, bytes, {}},
                                           {"b.txt", bytes.substr(size / 2), {}}};
  // One thread: what happens does not depend on it, and threads cost more than so small a text.
  const auto record = make_record(reports, options, {1, {}, {}});
  if (!record) {
    require(parley::has_errors(record.error().diagnostics));
    return 0;
  }
  const Places places(reports, *record);
  places.hold(record->quotes);
  places.hold(record->statements);
  places.hold(record->quantities);
  places.hold(record->times);
  places.hold(record->stances);
  places.hold(record->events);
  places.hold_evidence(record->meetings);
  places.hold_evidence(record->drafts);
  for (const Actor& each : record->actors) {
    for (const Passage& passage : each.mentions) places.words(passage);
  }
  for (const Relation& each : record->relations) {
    places.words(each.a);
    places.words(each.b);
  }
  const bool plain = !shows_a_page(reports[1].bytes);
  for (const Quote& each : record->quotes) {
    require(each.passage.report != "b" || !plain || places.words(each.passage) == each.text);
  }
  for (const parley::Diagnostic& each : record->diagnostics) {
    const std::string& text = reports[each.place.file == name ? 0 : 1].bytes;
    const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
    const bool of_the_file = each.code == "no-text";
    require(of_the_file == (each.place.line == 0));
    require(each.place.line <= static_cast<std::size_t>(lines));
  }
  (void)to_json(*record).dump();
  return 0;
}
