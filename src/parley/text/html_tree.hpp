#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::text::internal {

/// The elements that readers ask for by name; all other elements are numbered beyond them.
// clang-format off
#define PARLEY_HTML_ELEMENTS(VALUE) \
  VALUE(a) VALUE(abbr) VALUE(address) VALUE(applet) VALUE(area) VALUE(article) VALUE(aside) \
  VALUE(audio) VALUE(base) VALUE(basefont) VALUE(bgsound) VALUE(blockquote) VALUE(body) \
  VALUE(br) VALUE(button) VALUE(canvas) VALUE(caption) VALUE(center) VALUE(cite) VALUE(col) \
  VALUE(colgroup) VALUE(datalist) VALUE(dd) VALUE(details) VALUE(dialog) VALUE(dir) VALUE(div) \
  VALUE(dl) VALUE(dt) VALUE(embed) VALUE(fieldset) VALUE(figcaption) VALUE(figure) VALUE(footer) \
  VALUE(form) VALUE(frame) VALUE(frameset) VALUE(h1) VALUE(h2) VALUE(h3) VALUE(h4) VALUE(h5) \
  VALUE(h6) VALUE(head) VALUE(header) VALUE(hgroup) VALUE(hr) VALUE(html) VALUE(iframe) \
  VALUE(img) VALUE(input) VALUE(keygen) VALUE(label) VALUE(legend) VALUE(li) VALUE(link) \
  VALUE(listing) VALUE(main) VALUE(marquee) VALUE(math) VALUE(menu) VALUE(meta) VALUE(meter) \
  VALUE(nav) VALUE(noembed) VALUE(noframes) VALUE(noscript) VALUE(object) VALUE(ol) \
  VALUE(optgroup) VALUE(option) VALUE(output) VALUE(p) VALUE(param) VALUE(plaintext) VALUE(pre) \
  VALUE(progress) VALUE(q) VALUE(rp) VALUE(rt) VALUE(ruby) VALUE(script) VALUE(search) \
  VALUE(section) VALUE(select) VALUE(source) VALUE(style) VALUE(summary) VALUE(sup) VALUE(svg) \
  VALUE(table) VALUE(tbody) VALUE(td) VALUE(textarea) VALUE(tfoot) VALUE(th) VALUE(thead) \
  VALUE(time) VALUE(title) VALUE(tr) VALUE(track) VALUE(ul) VALUE(video) VALUE(wbr) VALUE(xmp)
// clang-format on

enum class Tag : std::uint32_t {
  text,  ///< no element: characters
  template_,
#define PARLEY_HTML_ELEMENT(name) name,
  PARLEY_HTML_ELEMENTS(PARLEY_HTML_ELEMENT)
#undef PARLEY_HTML_ELEMENT
      unknown  ///< this and all beyond it
};

/// An element of a page, or characters between tags.
struct HtmlNode {
  Tag tag = Tag::text;
  std::uint32_t parent = 0;  ///< the root is its own
  std::uint32_t end = 0;     ///< one past its last descendant
  bool in_link = false;      ///< of characters: a reader can click on them
  std::size_t begin = 0;     ///< bytes [begin, stop): the characters, or the start tag
  std::size_t stop = 0;
};

/// A page as nodes in the order of the text; node 0 holds all others. A start tag that may not
/// stand within what is open closes it (WHATWG HTML, section 13.2.6: paragraphs, items, cells,
/// options, headings); an end tag closes the nearest element of its name that no table or cell lies
/// between, and is left out where there is none. Departures: no element is made or moved that the
/// text does not show, and formatting that was not closed is not taken up again. Content of script,
/// style, textarea, title and the like is characters. Linear in the text at any depth.
std::vector<HtmlNode> parse_html(std::string_view html);

/// The value of an attribute of an element, as written, without quotes; empty when there is none.
std::string_view raw_attribute(std::string_view html, const HtmlNode& node, std::string_view name);

/// The same with its character references replaced.
std::string attribute(std::string_view html, const HtmlNode& node, std::string_view name);

/// Whether an element has an attribute, with a value or without.
bool has_attribute(std::string_view html, const HtmlNode& node, std::string_view name);

/// Whether an element begins a line of its own.
bool is_block(Tag tag);
bool is_heading(Tag tag);

}  // namespace parley::text::internal
