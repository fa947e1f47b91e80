// Any bytes as a draft, named by their first byte, and their halves as two drafts of one line.
// Every clause must lie within its parent and the text, every bracket within the text and nested,
// and each clause of two texts in exactly one entry of their alignment.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parley/drafts/json.hpp"
#include "parley/text/decode.hpp"

namespace {

using namespace parley;
using namespace parley::drafts;

void require(bool holds) {
  if (!holds) std::abort();
}

void judge(const Draft& draft) {
  std::size_t start = 0;
  for (std::size_t c = 0; c < draft.clauses.size(); ++c) {
    const Clause& clause = draft.clauses[c];
    require(start <= clause.own.start && clause.own.end <= draft.text.size());
    start = clause.own.end;
    require(clause.whole.contains(clause.own) && clause.own.contains(clause.words));
    if (!clause.parent) continue;
    require(*clause.parent < c);
    require(draft.clauses[*clause.parent].whole.contains(clause.whole));
  }
  std::vector<std::size_t> ends;
  for (const Bracket& each : draft.brackets) {
    require(each.span.start < each.span.end && each.span.end <= draft.text.size());
    require(each.clause < draft.clauses.size());
    if (each.kind == BracketKind::option) continue;
    while (!ends.empty() && ends.back() <= each.span.start) ends.pop_back();
    require(ends.empty() || each.span.end <= ends.back());
    ends.push_back(each.span.end);
  }
}

void judge(const Version& older, const Version& newer) {
  std::vector<int> from(older.draft.clauses.size());
  std::vector<int> to(newer.draft.clauses.size());
  for (const Aligned& each : newer.changes) {
    for (const std::size_t c : each.from) ++from[c];
    for (const std::size_t c : each.to) ++to[c];
    require(each.similarity >= 0 && each.similarity <= 1 + 1e-9);
  }
  for (const int times : from) require(times == 1);
  for (const int times : to) require(times == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* kNames[] = {"a.txt", "a.md", "a.html"};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<text::Document> documents;
  for (const std::string& each : {bytes.substr(0, bytes.size() / 2), bytes}) {
    auto decoded = text::decode(each, kNames[data[0] % std::size(kNames)]);
    if (!decoded) return 0;
    documents.push_back(std::move(decoded->documents.front()));
  }
  auto drafts = read_drafts(std::move(documents));
  require(drafts.has_value());
  for (const Draft& each : *drafts) judge(each);
  const auto versions = follow(*std::move(drafts), {std::nullopt, 0});
  judge(versions[0], versions[1]);
  (void)to_json(versions, make_ledger(versions), {}).dump();
  return 0;
}
