#include "parley/text/markup_text.hpp"

#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

// So that it is known as a page wherever the text is read again.
constexpr std::string_view kPageBegins = "<!DOCTYPE html>\n";

}  // namespace

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else if (c == '&') {
      html += "&amp;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string page_of(std::string_view title, std::string_view html) {
  const std::string heading = title.empty() ? "" : "<h1>" + escaped(title) + "</h1>\n";
  return std::string(kPageBegins) + heading + "<div>" + std::string(html) + "</div>\n";
}

std::string_view root_element(std::string_view text) {
  text = trimmed(text.substr(0, 65536));
  if (!text.starts_with('<')) return {};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (at + 1 >= text.size()) return {};
    const char next = text[at + 1];
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at);
      if (at == std::string_view::npos) return {};
      continue;
    }
    if (next == '?' || next == '!') continue;
    const std::string_view name = text.substr(at + 1);
    return name.substr(0, name.find_first_of(" \t\r\n/>"));
  }
  return {};
}

std::string_view body_of(std::string_view html) {
  const std::string small = lower(html);
  const std::size_t open = small.find("<body");
  if (open == std::string::npos) return html;
  const std::size_t begin = small.find('>', open);
  if (begin == std::string::npos) return html;
  const std::size_t end = small.rfind("</body");
  return html.substr(begin + 1, end == std::string::npos || end < begin ? std::string_view::npos
                                                                        : end - begin - 1);
}

}  // namespace parley::text::internal
