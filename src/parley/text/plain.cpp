// Texts that stand as they are: plain, Markdown, HTML.
#include <fmt/format.h>

#include "parley/text/formats.hpp"

namespace parley::text {

Markup markup_of(std::string_view text, std::string_view name) {
  const std::string file = internal::lower(name);
  const std::string start = internal::lower(text.substr(0, 512));
  if (file.ends_with(".html") || file.ends_with(".htm") ||
      start.find("<!doctype html") != start.npos || start.find("<html") != start.npos) {
    return Markup::html;
  }
  const bool marked = file.ends_with(".md") || file.ends_with(".markdown");
  return marked ? Markup::markdown : Markup::plain;
}

namespace internal {
namespace {

// Below this the detector may as well have chosen another encoding.
constexpr int kDoubtful = 40;

bool has_markup(const Input& input, Markup markup) {
  return input.characters() && markup_of(input.text(), input.name()) == markup;
}

}  // namespace

bool is_html(const Input& input) { return has_markup(input, Markup::html); }
bool is_markdown(const Input& input) { return has_markup(input, Markup::markdown); }
bool is_plain(const Input& input) { return has_markup(input, Markup::plain); }

void warn_of_charset(const Input& input, const Characters& characters, Decoding& decoding) {
  if (characters.confidence < kDoubtful) {
    decoding.warn(input.name(), "charset-guessed",
                  fmt::format("nothing says how this file writes its letters; it is read as {}",
                              characters.charset),
                  "look whether names with accents are right; if not, save it as UTF-8");
  }
  if (characters.replaced > 0) {
    decoding.warn(input.name(), "charset-broken",
                  fmt::format("{} places of this file are not {}; U+FFFD stands for them",
                              characters.replaced, characters.charset),
                  "look at the source, or save it again as UTF-8");
  }
}

Result<void> read_text(const Input& input, const Format& format, Decoding& decoding) {
  const Characters& characters = *input.characters();
  warn_of_charset(input, characters, decoding);
  Document document{input.name(), characters.utf8, {}};
  document.source.format = format.name;
  document.source.charset = characters.charset;
  return decoding.add(input, std::move(document));
}

}  // namespace internal
}  // namespace parley::text
