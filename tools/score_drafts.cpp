// How well successive drafts are aligned, against pairs of clauses that a person matched.
//
//   score_drafts FOLDER [PAIRS]   the share right, the pairs that are not, the marks of each text
//   score_drafts --list FILE      the clauses of a text by number, as PAIRS names them
//
// PAIRS (tests/drafts/paris-pairs.tsv) names texts of FOLDER and numbers of clauses: the older
// text, the newer, the older clauses, the newer ones; "-" for none. The texts are not in this
// project.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "parley/base/read_file.hpp"
#include "parley/drafts/versions.hpp"

namespace {

using namespace parley;

constexpr std::size_t kMostBytes = std::size_t{1} << 26U;

struct Row {
  std::string older, newer;
  std::set<std::size_t> from, to;
};

std::vector<std::string> split(const std::string& line, char sign) {
  std::vector<std::string> parts(1);
  for (const char c : line) {
    if (c == sign) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::set<std::size_t> numbers(const std::string& cell) {
  std::set<std::size_t> found;
  if (cell == "-") return found;
  for (const std::string& each : split(cell, ',')) found.insert(std::stoul(each) - 1);
  return found;
}

std::string shown(const std::set<std::size_t>& clauses) {
  std::string text;
  for (const std::size_t c : clauses) text += (text.empty() ? "" : ",") + std::to_string(c + 1);
  return text.empty() ? "-" : text;
}

std::vector<Row> read_rows(const std::string& file) {
  const auto bytes = read_file(file, kMostBytes);
  std::vector<Row> rows;
  if (!bytes) return rows;
  for (const std::string& line : split(*bytes, '\n')) {
    const auto cells = split(line, '\t');
    if (line.empty() || line.front() == '#' || cells.size() < 4) continue;
    rows.push_back({cells[0], cells[1], numbers(cells[2]), numbers(cells[3])});
  }
  return rows;
}

drafts::Draft read(const std::string& file) {
  auto bytes = read_file(file, kMostBytes);
  auto decoded =
      bytes ? text::decode(*bytes, file) : Result<text::Decoded>(tl::unexpected(bytes.error()));
  auto draft = decoded ? drafts::read_draft(std::move(decoded->documents.front()))
                       : Result<drafts::Draft>(tl::unexpected(decoded.error()));
  if (!draft) {
    fmt::print(stderr, "{}\n", to_text(draft.error().diagnostics.front()));
    std::exit(1);
  }
  return *std::move(draft);
}

std::string opening(const drafts::Draft& draft, std::size_t clause) {
  constexpr std::size_t kLetters = 70;
  const std::string words = drafts::plain_words(draft, draft.clauses[clause].own);
  return words.substr(0, kLetters);
}

void list(const drafts::Draft& draft) {
  for (std::size_t c = 0; c < draft.clauses.size(); ++c) {
    const drafts::Clause& clause = draft.clauses[c];
    int depth = 0;
    for (auto p = clause.parent; p; p = draft.clauses[*p].parent) ++depth;
    const std::string_view before = draft.text.slice({0, clause.whole.start});
    fmt::print("{:>4} @{} {:<10} {}{} | {} | {}\n", c + 1,
               std::count(before.begin(), before.end(), '\n') + 1, name(clause.kind),
               std::string(static_cast<std::size_t>(2 * depth), ' '), clause.label, clause.title,
               opening(draft, c));
  }
  for (const drafts::Mend& mend : draft.mends)
    fmt::print("mended: {} {} {}\n", mend.mark.start, mend.at, name(mend.how));
}

struct Score {
  std::size_t right = 0, all = 0;
};

// An entry that holds a clause of the row must name the row's clauses and no others.
bool is_right(const Row& row, const std::vector<drafts::Aligned>& entries, std::string& found) {
  for (const drafts::Aligned& each : entries) {
    const std::set<std::size_t> from(each.from.begin(), each.from.end());
    const std::set<std::size_t> to(each.to.begin(), each.to.end());
    const bool is_it =
        row.to.empty() ? from.contains(*row.from.begin()) : to.contains(*row.to.begin());
    if (!is_it) continue;
    found = shown(from) + " -> " + shown(to);
    return from == row.from && to == row.to;
  }
  return false;
}

int score(const std::string& folder, const std::string& pairs) {
  const std::vector<Row> rows = read_rows(pairs);
  std::map<std::string, drafts::Draft> texts;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".md") texts[entry.path().stem()] = {};
  }
  const auto start = std::chrono::steady_clock::now();
  for (auto& [stem, draft] : texts) draft = read(folder + "/" + stem + ".md");
  const auto seconds = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  fmt::print("read in {:.2f} s\n", seconds());
  for (const auto& [stem, draft] : texts) {
    fmt::print("{}: {} clauses, {} [ and {} ], {} options, depth {}, {} mended\n", stem,
               draft.clauses.size(), draft.marks.open, draft.marks.close, draft.marks.options,
               draft.marks.depth, draft.mends.size());
  }
  std::map<std::pair<std::string, std::string>, std::vector<drafts::Aligned>> aligned;
  std::map<std::pair<std::string, std::string>, Score> scores;
  Score total;
  for (const Row& row : rows) {
    if (!texts.contains(row.older) || !texts.contains(row.newer)) continue;
    const auto key = std::pair(row.older, row.newer);
    if (!aligned.contains(key)) aligned[key] = drafts::align(texts[row.older], texts[row.newer]);
    std::string found = "nothing";
    const bool right = is_right(row, aligned[key], found);
    for (Score* each : {&scores[key], &total}) {
      ++each->all;
      if (right) ++each->right;
    }
    if (right) continue;
    fmt::print("{} to {}: {} -> {}, found {}: {}\n", row.older, row.newer, shown(row.from),
               shown(row.to), found,
               row.to.empty() ? opening(texts[row.older], *row.from.begin())
                              : opening(texts[row.newer], *row.to.begin()));
  }
  for (const auto& [key, each] : scores)
    fmt::print("{} to {}: {} of {} right\n", key.first, key.second, each.right, each.all);
  fmt::print(
      "{} of {} pairs right ({:.3f}), {:.2f} s in all\n", total.right, total.all,
      total.all == 0 ? 0.0 : static_cast<double>(total.right) / static_cast<double>(total.all),
      seconds());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 2 && words[0] == "--list") {
    list(read(words[1]));
    return 0;
  }
  if (words.empty() || words.size() > 2) {
    fmt::print(stderr, "usage: score_drafts FOLDER [PAIRS] | score_drafts --list FILE\n");
    return 2;
  }
  return score(words[0],
               words.size() == 2 ? words[1] : PARLEY_SOURCE_DIR "/tests/drafts/paris-pairs.tsv");
}
