// EPUB (W3C): the chapters of a book, in the order of its spine, as one text.
#include <map>

#include "parley/text/archive.hpp"
#include "parley/text/block_text.hpp"
#include "parley/text/dates.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/markup_text.hpp"
#include "parley/text/xml_walk.hpp"

namespace parley::text::internal {
namespace {

struct Package {
  std::string title;
  std::string author;
  std::optional<Day> published;
  std::vector<std::string> chapters;  // paths within the archive
};

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

// "%20" and the like as what they stand for.
std::string unescaped(std::string_view address) {
  std::string path;
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  for (std::size_t at = 0; at < address.size(); ++at) {
    const bool escape = address[at] == '%' && at + 2 < address.size() &&
                        digit(address[at + 1]) >= 0 && digit(address[at + 2]) >= 0;
    if (escape) {
      path += static_cast<char>(digit(address[at + 1]) * 16 + digit(address[at + 2]));
      at += 2;
    } else {
      path += address[at];
    }
  }
  return path;
}

std::string package_path(const std::string& container, const Limits& limits) {
  auto walk = XmlWalk::over(container, limits.xml_bytes);
  while (walk && walk->next()) {
    if (walk->opens("rootfile")) return std::string(walk->attribute("full-path"));
  }
  return {};
}

Package package_of(XmlWalk walk, const std::string& folder) {
  Package package;
  std::map<std::string, std::string> paths;
  while (walk.next()) {
    if (walk.opens("item") && walk.attribute("properties").find("nav") == std::string_view::npos) {
      paths[std::string(walk.attribute("id"))] = folder + unescaped(walk.attribute("href"));
    } else if (walk.opens("itemref") && walk.attribute("linear") != "no") {
      const auto found = paths.find(std::string(walk.attribute("idref")));
      if (found != paths.end()) package.chapters.push_back(found->second);
    } else if (walk.opens("title") && package.title.empty()) {
      package.title = one_line(walk.take_text());
    } else if (walk.opens("publisher") || (walk.opens("creator") && package.author.empty())) {
      package.author = one_line(walk.take_text());
    } else if (walk.opens("date") && !package.published) {
      package.published = iso_day(walk.take_text());
    }
  }
  return package;
}

}  // namespace

bool is_epub(const Input& input) {
  return input.bytes().starts_with("PK") &&
         input.bytes().substr(0, 256).find("application/epub+zip") != std::string_view::npos;
}

Result<void> read_epub(const Input& input, const Format& format, Decoding& decoding) {
  const auto parts = unpack(input, decoding, [](std::string_view name) {
    const std::string small = lower(name);
    return small == "meta-inf/container.xml" || small.ends_with(".opf") ||
           small.ends_with("html") || small.ends_with(".htm") || small.ends_with(".xml");
  });
  if (!parts) return tl::unexpected(parts.error());
  const Limits& limits = decoding.limits();
  const std::string* container = find(*parts, "META-INF/container.xml");
  const std::string path = container == nullptr ? std::string() : package_path(*container, limits);
  const std::string* opf = find(*parts, path);
  auto walk = opf == nullptr ? std::nullopt : XmlWalk::over(*opf, limits.xml_bytes);
  if (!walk) return damaged(input.name(), "this book does not say which chapters it has");
  const Package package = package_of(std::move(*walk), folder_of(path));
  Document document{input.name(), {}, {}};
  std::string chapters;
  for (const std::string& chapter : package.chapters) {
    const std::string* bytes = find(*parts, chapter);
    const auto characters = bytes == nullptr ? std::nullopt : characters_of(*bytes);
    if (!characters) continue;
    chapters += "<div>" + std::string(body_of(characters->utf8)) + "</div>\n";
  }
  document.text = page_of({}, chapters);
  Source& source = document.source;
  source.format = format.name;
  source.title = package.title;
  source.publisher = package.author;
  source.published = package.published;
  source.markup = Markup::html;
  return decoding.add(input, std::move(document));
}

}  // namespace parley::text::internal
