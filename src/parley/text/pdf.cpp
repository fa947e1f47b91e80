// PDF, read by poppler: it puts the words of a page in reading order; page_layout.cpp makes
// paragraphs of them.
#include <fmt/format.h>

#include <climits>
#include <cmath>
#include <memory>
#include <mutex>

#include <poppler-document.h>
#include <poppler-page.h>

#include "parley/text/formats.hpp"
#include "parley/text/page_layout.hpp"

namespace parley::text::internal {
namespace {

// Poppler tells of broken files on standard error unless somebody else listens.
void say_nothing(const std::string& /*message*/, void* /*closure*/) {}

// Typographic ligatures (Unicode block FB00) as the letters that they are.
std::string without_ligatures(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kLigatures[] = {
      {"\uFB00", "ff"},  {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"},
      {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"}};
  if (text.find("\xEF\xAC") == std::string::npos) return text;
  for (const auto& [ligature, letters] : kLigatures) {
    for (std::size_t at = text.find(ligature); at != std::string::npos; at = text.find(ligature)) {
      text.replace(at, ligature.size(), letters);
    }
  }
  return text;
}

PrintedPage printed(const poppler::page& page) {
  PrintedPage printed;
  printed.height = page.page_rect().height();
  for (const poppler::text_box& box : page.text_list()) {
    if (box.rotation() != 0) continue;  // stamps and marks along the margin
    const poppler::byte_array utf8 = box.text().to_utf8();
    const poppler::rectf place = box.bbox();
    printed.words.push_back({without_ligatures({utf8.begin(), utf8.end()}), place.left(),
                             place.top(), place.right(), place.bottom(), box.has_space_after()});
  }
  return printed;
}

bool is_usable(const PrintedWord& word) {
  return std::isfinite(word.left) && std::isfinite(word.top) && std::isfinite(word.right) &&
         std::isfinite(word.bottom) && std::abs(word.top) < 1e6 && !word.text.empty();
}

std::size_t words_in(const std::vector<PrintedPage>& pages) {
  std::size_t count = 0;
  for (const PrintedPage& page : pages) count += page.words.size();
  return count;
}

}  // namespace

bool is_pdf(const Input& input) {
  // Some have a few bytes before their mark (ISO 32000-1, annex H, note 13).
  return input.bytes().substr(0, 1024).find("%PDF-") != std::string_view::npos &&
         (input.bytes().starts_with("%PDF-") || input.lower_name().ends_with(".pdf"));
}

Result<void> read_pdf(const Input& input, const Format& format, Decoding& decoding) {
  static std::once_flag once;
  std::call_once(once, poppler::set_debug_error_function, say_nothing, nullptr);
  if (input.bytes().size() > INT_MAX)
    return too_large(input.name(), "this PDF is too large", "split it");
  const std::unique_ptr<poppler::document> opened(poppler::document::load_from_raw_data(
      input.bytes().data(), static_cast<int>(input.bytes().size())));
  if (!opened) return damaged(input.name(), "it begins as a PDF and cannot be opened as one");
  if (opened->is_locked()) {
    return fail(FailureKind::unsupported, "locked-file", {input.name(), 0, 0},
                "this PDF is locked with a password",
                "open it with the password and print it as a PDF without one");
  }
  const int count = opened->pages();
  if (count > static_cast<int>(decoding.limits().pages)) {
    return too_large(
        input.name(),
        fmt::format("this PDF has {} pages; the limit is {}", count, decoding.limits().pages),
        "split it, as with `qpdf --pages`, and give the pages that are wanted");
  }
  std::vector<PrintedPage> pages;
  for (int p = 0; p < count; ++p) {
    const std::unique_ptr<poppler::page> page(opened->create_page(p));
    if (!page) continue;
    pages.push_back(printed(*page));
    std::size_t bytes = 0;
    for (const PrintedWord& each : pages.back().words) bytes += each.text.size() + sizeof(each);
    if (!decoding.take(bytes)) {
      return too_large(input.name(), "this PDF holds more text than is read from one file",
                       "split it into smaller files");
    }
    std::erase_if(pages.back().words, [](const PrintedWord& each) { return !is_usable(each); });
  }
  if (words_in(pages) == 0) {
    decoding.warn(
        input.name(), "no-text", "this PDF holds no text: its pages are pictures, as a scan's are",
        "make a text of them with tesseract, as in `ocrmypdf scan.pdf read.pdf`, and give that");
  }
  return add_blocks(paragraphs_of(pages), input, format, decoding);
}

}  // namespace parley::text::internal
