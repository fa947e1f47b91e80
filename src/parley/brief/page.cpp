#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cassert>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>

#include "parley/base/harmless.hpp"
#include "parley/base/resource.hpp"
#include "parley/brief/compose.hpp"

namespace parley::brief {
namespace {

std::string html_escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

// Inside a script element, "<" could end it or open a comment; JSON may write it as \u003c.
std::string script_escaped(const std::string& json) {
  std::string safe;
  for (const char c : json) {
    if (c == '<') {
      safe += "\\u003c";
    } else {
      safe += c;
    }
  }
  return safe;
}

// The brief's own Markdown, whose text is escaped, so the only raw HTML in it is our anchors.
std::string rendered(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser(
      cmark_parser_new(CMARK_OPT_UNSAFE), cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parser_finish(parser.get()), cmark_node_free);
  const std::unique_ptr<char, void (*)(void*)> html(
      cmark_render_html(document.get(), CMARK_OPT_UNSAFE,
                        cmark_parser_get_syntax_extensions(parser.get())),
      std::free);
  return html.get();
}

void replace(std::string& page, std::string_view marker, std::string_view with) {
  const std::size_t at = page.find(marker);
  assert(at != std::string::npos);
  page.replace(at, marker.size(), with);
}

}  // namespace

std::string to_html(const Brief& brief) {
  std::string page(resource("page/page.html").value());
  // From the end of the page to its start, so that no marker is looked for in inserted text.
  replace(page, "<!--parley:data-->", script_escaped(for_documents(to_json(brief).dump())));
  replace(page, "<!--parley:static-->", rendered(to_markdown(brief)));
  if (!brief.run.empty()) {
    const std::string run = "<meta name=\"parley-run\" content=\"" + brief.run + "\">\n";
    replace(page, "<title>", run + "<title>");
  }
  replace(page, "<!--parley:title-->", html_escaped(for_documents(brief.title)));
  return page;
}

}  // namespace parley::brief
