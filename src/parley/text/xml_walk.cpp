#include "parley/text/xml_walk.hpp"

#include <pugixml.hpp>

#include "parley/text/markup_text.hpp"

namespace parley::text::internal {
namespace {

std::string_view local(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

XmlWalk::Event event_of(pugi::xml_node node) {
  return node.type() == pugi::node_element ? XmlWalk::Event::open : XmlWalk::Event::text;
}

}  // namespace

XmlWalk::XmlWalk(std::unique_ptr<pugi::xml_document> document)
    : document_(std::move(document)), node_(document_->internal_object()) {}
XmlWalk::XmlWalk(XmlWalk&&) noexcept = default;
XmlWalk::~XmlWalk() = default;

std::optional<XmlWalk> XmlWalk::over(std::string_view bytes, std::size_t most) {
  if (bytes.size() > most) return std::nullopt;
  auto document = std::make_unique<pugi::xml_document>();
  const auto result = document->load_buffer(bytes.data(), bytes.size(),
                                            pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result || !document->document_element()) return std::nullopt;
  return XmlWalk(std::move(document));
}

bool XmlWalk::next() {
  pugi::xml_node at(node_);
  const bool inside = event_ == Event::open && !skipped_;
  skipped_ = false;
  if (inside && at.first_child()) {
    at = at.first_child();
    event_ = event_of(at);
  } else if (inside && at.type() == pugi::node_element) {
    event_ = Event::close;
  } else if (at.next_sibling()) {
    at = at.next_sibling();
    event_ = event_of(at);
  } else {
    at = at.parent();
    event_ = Event::close;
  }
  node_ = at.internal_object();
  return at && at.type() != pugi::node_document;
}

bool XmlWalk::opens(std::string_view wanted) const {
  return event_ == Event::open && name() == wanted;
}

bool XmlWalk::closes(std::string_view wanted) const {
  return event_ == Event::close && name() == wanted;
}

std::string_view XmlWalk::name() const { return local(pugi::xml_node(node_).name()); }

std::string_view XmlWalk::text() const {
  return event_ == Event::text ? std::string_view(pugi::xml_node(node_).value())
                               : std::string_view();
}

pugi::xml_node_struct* XmlWalk::find(std::initializer_list<std::string_view> path) const {
  pugi::xml_node at(node_);
  for (const std::string_view step : path) {
    at = at.find_child([step](pugi::xml_node child) { return local(child.name()) == step; });
  }
  return at.internal_object();
}

bool XmlWalk::has(std::initializer_list<std::string_view> path) const {
  return find(path) != nullptr;
}

std::string_view XmlWalk::attribute(std::string_view wanted) const {
  return attribute_of({}, wanted).value_or(std::string_view());
}

std::optional<std::string_view> XmlWalk::attribute_of(std::initializer_list<std::string_view> path,
                                                      std::string_view wanted) const {
  const pugi::xml_node element(find(path));
  const auto found = element.find_attribute(
      [wanted](pugi::xml_attribute each) { return local(each.name()) == wanted; });
  if (!found) return std::nullopt;
  return std::string_view(found.value());
}

void XmlWalk::skip() { skipped_ = true; }

std::string XmlWalk::take_text() {
  std::string all;
  const pugi::xml_node_struct* const end = node_;
  while (next() && !(node_ == end && event_ == Event::close)) all += text();
  return all;
}

std::string XmlWalk::take_markup() {
  std::string all;
  const pugi::xml_node_struct* const end = node_;
  while (next() && !(node_ == end && event_ == Event::close)) {
    if (event_ == Event::text) {
      all += escaped(text());
    } else {
      all += (event_ == Event::open ? "<" : "</") + std::string(name()) + ">";
    }
  }
  return all;
}

}  // namespace parley::text::internal
