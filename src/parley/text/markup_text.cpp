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
