#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace pugi {
class xml_document;  // NOLINT(readability-identifier-naming): its own name
struct xml_node_struct;
}  // namespace pugi

namespace parley::text::internal {

/// Walks an XML document from front to back without recursion. Names are those behind the colon.
/// Document types and what they declare are passed over.
class XmlWalk {
 public:
  enum class Event { open, close, text };

  /// Nothing when it is not well-formed or larger than `most`. Takes about twenty times its bytes.
  static std::optional<XmlWalk> over(std::string_view bytes, std::size_t most);
  XmlWalk(XmlWalk&&) noexcept;
  XmlWalk& operator=(XmlWalk&&) = delete;
  ~XmlWalk();

  /// Goes to the next event; false behind the last.
  bool next();
  Event event() const { return event_; }
  bool opens(std::string_view name) const;
  bool closes(std::string_view name) const;
  /// Of the element that opens or closes.
  std::string_view name() const;
  /// Of a text, a CDATA section included.
  std::string_view text() const;
  std::string_view attribute(std::string_view name) const;
  /// Whether a path of children leads from the element to another.
  bool has(std::initializer_list<std::string_view> path) const;
  /// An attribute of the element that a path of children leads to; nothing where there is none.
  std::optional<std::string_view> attribute_of(std::initializer_list<std::string_view> path,
                                               std::string_view name) const;
  /// Passes over the element that opens, with its close.
  void skip();
  /// All text in the element that opens; passes over it.
  std::string take_text();
  /// The same with the tags in it, without their attributes, as HTML.
  std::string take_markup();

 private:
  explicit XmlWalk(std::unique_ptr<pugi::xml_document> document);
  pugi::xml_node_struct* find(std::initializer_list<std::string_view> path) const;

  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_node_struct* node_;
  Event event_ = Event::open;
  bool skipped_ = false;
};

}  // namespace parley::text::internal
