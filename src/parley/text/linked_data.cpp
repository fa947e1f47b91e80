#include "parley/text/linked_data.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

using nlohmann::json;

// The texts in a value that may be one text or a list of them.
std::string types_of(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return {};
  if (type->is_string()) return type->get<std::string>();
  std::string all;
  if (!type->is_array()) return all;
  for (const json& each : *type) {
    if (each.is_string()) all += each.get<std::string>() + " ";
  }
  return all;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string text_of(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The name of who is told as a text, an object with a name, or a list of these, of which the first.
std::string name_of(const json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end()) return {};
  const json* who = &*found;
  if (who->is_array() && !who->empty()) who = &who->front();
  if (who->is_string()) return who->get<std::string>();
  return who->is_object() ? text_of(*who, "name") : std::string();
}

LinkedData described(const json& object, bool is_report) {
  LinkedData data;
  data.is_report = is_report;
  data.headline = text_of(object, "headline");
  if (data.headline.empty() && is_report) data.headline = text_of(object, "name");
  data.published = text_of(object, "datePublished");
  if (data.published.empty()) data.published = text_of(object, "dateCreated");
  data.modified = text_of(object, "dateModified");
  data.author = name_of(object, "author");
  data.publisher = name_of(object, "publisher");
  return data;
}

}  // namespace

std::vector<LinkedData> read_linked_data(std::string_view script) {
  std::vector<LinkedData> found;
  const json root = json::parse(script, nullptr, false, true);
  std::vector<const json*> open{&root};
  while (!open.empty()) {
    const json& value = *open.back();
    open.pop_back();
    if (value.is_array()) {
      for (std::size_t i = value.size(); i-- > 0;) open.push_back(&value[i]);
    }
    if (!value.is_object()) continue;
    const std::string types = types_of(value);
    const bool is_report = has_any(types, {"Article", "Posting", "Report", "NewsItem"});
    if (is_report || has_any(types, {"WebPage", "ItemPage", "CreativeWork"})) {
      found.push_back(described(value, is_report));
    }
    for (const char* const member : {"mainEntityOfPage", "mainEntity", "@graph"}) {
      const auto inner = value.find(member);
      if (inner != value.end()) open.push_back(&*inner);
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const LinkedData& a, const LinkedData& b) {
    return a.is_report && !b.is_report;
  });
  return found;
}

}  // namespace parley::text::internal
