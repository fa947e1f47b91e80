// Measures how pages are read against pages whose article a person marked.
//
//   score_pages FOLDER [--json] [--worst N] [--show ID]
//
// FOLDER holds ground-truth.json, an object of entries by id, each with "articleBody" and, where
// they are known, "headline" and "datePublished", and the pages as html/<id>.html or .html.gz: the
// layout of the article extraction benchmark (github.com/scrapinghub/article-extraction-benchmark).
// The text is compared by its measure: shingles of four words, precision and recall of each page,
// their means over the pages, and F1 of the two means. The kept text is paragraphs, items, headings
// and quotations, without title, byline and notes. Of a page that holds several articles the first
// counts. A title is right when its letters and figures are those of the headline. Exit status: 0
// done, 2 wrong use, 3 the folder is no such set.

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "parley/base/json.hpp"
#include "parley/base/read_file.hpp"
#include "parley/record/date.hpp"
#include "parley/record/document.hpp"
#include "parley/text/decode.hpp"

namespace parley::scoring {
namespace {

// The longest words without any other character than letters, figures and "_", as in "\w+".
std::vector<std::u32string> words_of(std::string_view text) {
  const auto characters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::vector<std::u32string> words;
  bool open = false;
  for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
    constexpr std::uint32_t kWord = U_GC_L_MASK | U_GC_N_MASK;
    const UChar32 character = characters.char32At(at);
    const bool is_word = character == U'_' || (U_GET_GC_MASK(character) & kWord) != 0;
    if (is_word && !open) words.emplace_back();
    if (is_word) words.back() += static_cast<char32_t>(character);
    open = is_word;
  }
  return words;
}

using Shingles = std::map<std::vector<std::u32string>, std::size_t>;

Shingles shingles_of(std::string_view text) {
  constexpr std::size_t kLength = 4;
  const std::vector<std::u32string> words = words_of(text);
  Shingles shingles;
  if (words.empty()) return shingles;
  const std::size_t count = words.size() < kLength ? 1 : words.size() - kLength + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end =
        words.begin() + static_cast<std::ptrdiff_t>(std::min(i + kLength, words.size()));
    ++shingles[std::vector<std::u32string>(begin, end)];
  }
  return shingles;
}

struct PageScore {
  std::string id;
  std::size_t shared = 0;
  std::size_t extra = 0;
  std::size_t missing = 0;

  double precision() const { return part(extra); }
  double recall() const { return part(missing); }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

 private:
  double part(std::size_t wrong) const {
    if (extra == 0 && missing == 0) return 1;
    return shared == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(shared + wrong);
  }
};

PageScore compare(const std::string& id, std::string_view wanted, std::string_view found) {
  PageScore score{id};
  const Shingles right = shingles_of(wanted);
  for (const auto& [shingle, count] : shingles_of(found)) {
    const auto same = right.find(shingle);
    const std::size_t known = same == right.end() ? 0 : std::min(count, same->second);
    score.shared += known;
    score.extra += count - known;
  }
  for (const auto& [shingle, count] : right) score.missing += count;
  score.missing -= score.shared;
  return score;
}

// What is right, found and wanted of one kind of fact.
struct Facts {
  std::size_t wanted = 0;
  std::size_t right = 0;
  std::size_t wrong = 0;

  void add(const std::string& gold, const std::string& found, bool same) {
    if (gold.empty()) return;
    ++wanted;
    if (found.empty()) return;
    ++(same ? right : wrong);
  }
};

struct Figures {
  std::vector<PageScore> pages;
  Facts titles;
  Facts dates;
  std::vector<std::string> notes;

  double mean(double (PageScore::*measure)() const) const {
    double sum = 0;
    for (const PageScore& each : pages) sum += (each.*measure)();
    return pages.empty() ? 0 : sum / static_cast<double>(pages.size());
  }
};

std::string kept_text(const record::internal::Document& document) {
  using record::internal::BlockKind;
  std::string kept;
  for (const record::internal::Block& block : document.blocks()) {
    const bool is_text = block.kind == BlockKind::body || block.kind == BlockKind::heading ||
                         block.kind == BlockKind::quote;
    if (!is_text) continue;
    kept += document.readable().substr(block.begin, block.end - block.begin);
    kept += '\n';
  }
  return kept;
}

std::string text_of(const Json& entry, const char* member) {
  const auto found = entry.find(member);
  return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<record::internal::Document> read_page(const std::string& folder, const std::string& id) {
  std::string path = folder + "/html/" + id + ".html";
  if (!std::filesystem::exists(path)) path += ".gz";
  auto bytes = read_file(path, std::size_t{64} << 20U);
  if (!bytes) return tl::unexpected(bytes.error());
  auto decoded = text::decode(*bytes, path);
  if (!decoded) return tl::unexpected(decoded.error());
  text::Document& first = decoded->documents.front();
  return record::internal::read_document({first.name, std::move(first.text), {}, first.source});
}

Figures measure(const std::string& folder, const Json& gold, const std::string& shown) {
  Figures figures;
  for (const auto& [id, entry] : gold.items()) {
    if (!shown.empty() && !id.starts_with(shown)) continue;
    const auto page = read_page(folder, id);
    const std::string kept = page ? kept_text(*page) : std::string();
    figures.pages.push_back(compare(id, text_of(entry, "articleBody"), kept));
    const std::string title = page ? page->title : std::string();
    const std::string headline = text_of(entry, "headline");
    const bool same_title = words_of(title) == words_of(headline);
    figures.titles.add(headline, title, same_title);
    if (!headline.empty() && !same_title) {
      figures.notes.push_back(fmt::format("{} title: {} | {}", id.substr(0, 8), title, headline));
    }
    const std::string day =
        page && page->published ? record::internal::to_iso(*page->published) : std::string();
    const std::string date = text_of(entry, "datePublished").substr(0, 10);
    figures.dates.add(date, day, day == date);
    if (!date.empty() && day != date) {
      figures.notes.push_back(fmt::format("{} date: {} | {}", id.substr(0, 8), day, date));
    }
    if (!shown.empty()) fmt::print("title {}\ndate {}\n\n{}", title, day, kept);
  }
  return figures;
}

Json to_json(const Figures& figures) {
  const double precision = figures.mean(&PageScore::precision);
  const double recall = figures.mean(&PageScore::recall);
  const auto facts = [](const Facts& each) {
    return Json{{"wanted", each.wanted}, {"right", each.right}, {"wrong", each.wrong}};
  };
  return {{"pages", figures.pages.size()},
          {"precision", precision},
          {"recall", recall},
          {"f1", precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)},
          {"titles", facts(figures.titles)},
          {"dates", facts(figures.dates)}};
}

void print(const Figures& figures) {
  const Json all = to_json(figures);
  fmt::print("pages      {}\nprecision  {:.3f}\nrecall     {:.3f}\nF1         {:.3f}\n",
             figures.pages.size(), all["precision"].get<double>(), all["recall"].get<double>(),
             all["f1"].get<double>());
  for (const auto& [name, facts] :
       {std::pair{"titles", figures.titles}, {"dates", figures.dates}}) {
    if (facts.wanted == 0) continue;
    fmt::print("{:<10} {} of {} right, {} wrong, {} not found\n", name, facts.right, facts.wanted,
               facts.wrong, facts.wanted - facts.right - facts.wrong);
  }
}

}  // namespace
}  // namespace parley::scoring

int main(int argc, char** argv) {
  using namespace parley;
  using namespace parley::scoring;
  CLI::App app("How well pages are read.");
  std::string folder;
  std::string shown;
  bool as_json = false;
  std::size_t worst = 0;
  app.add_option("FOLDER", folder, "ground-truth.json and html/")->required();
  app.add_flag("--json", as_json, "The figures as JSON");
  app.add_option("--worst", worst, "The pages with the least F1 too, and wrong titles and dates");
  app.add_option("--show", shown, "The kept text of the pages whose id begins so");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const auto bytes = read_file(folder + "/ground-truth.json", std::size_t{256} << 20U);
  const Json gold = bytes ? Json::parse(*bytes, nullptr, false) : Json();
  if (!gold.is_object() || gold.empty()) {
    fmt::print(stderr, "score_pages: {}/ground-truth.json holds no pages\n", folder);
    return 3;
  }
  Figures figures = measure(folder, gold, shown);
  if (as_json) {
    fmt::print("{}\n", to_json(figures).dump(2));
    return 0;
  }
  print(figures);
  std::sort(figures.pages.begin(), figures.pages.end(),
            [](const PageScore& a, const PageScore& b) { return a.f1() < b.f1(); });
  for (std::size_t i = 0; i < std::min(worst, figures.pages.size()); ++i) {
    const PageScore& page = figures.pages[i];
    fmt::print("{} F1 {:.3f} precision {:.3f} recall {:.3f}\n", page.id.substr(0, 8), page.f1(),
               page.precision(), page.recall());
  }
  for (const std::string& note : figures.notes) {
    if (worst > 0) fmt::print("{}\n", note);
  }
  return 0;
}
