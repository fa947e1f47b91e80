#include "parley/casefile/writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/estimate_text.hpp"
#include "parley/casefile/fields.hpp"
#include "parley/casefile/words.hpp"
#include "parley/casefile/yaml_text.hpp"

namespace parley::casefile {
namespace {

using internal::Described;
using internal::Field;
using internal::NumberStyle;
using internal::Tag;
using internal::YamlNode;

YamlNode scalar(std::string text) {
  YamlNode node;
  node.kind = YamlNode::Kind::scalar;
  node.text = std::move(text);
  return node;
}

YamlNode text(std::string text) {
  YamlNode node = scalar(std::move(text));
  node.quoted = true;
  return node;
}

YamlNode map() {
  YamlNode node;
  node.kind = YamlNode::Kind::map;
  return node;
}

YamlNode list() {
  YamlNode node;
  node.kind = YamlNode::Kind::sequence;
  return node;
}

void put(YamlNode& map, std::string_view key, YamlNode value) {
  YamlNode::Entry entry;
  entry.key = key;
  entry.value = std::move(value);
  map.entries.push_back(std::move(entry));
}

YamlNode written(const std::string& value, const Field&) { return text(value); }
YamlNode written(const Wording& value, const Field&) {
  if (!value.confidential) return text(value);
  YamlNode node = map();
  put(node, "text", text(value));
  put(node, internal::kConfidential, scalar("yes"));
  return node;
}
YamlNode written(bool value, const Field&) { return scalar(value ? "yes" : "no"); }
YamlNode written(double value, const Field&) { return scalar(internal::number_text(value)); }
YamlNode written(std::size_t value, const Field&) { return scalar(std::to_string(value)); }
YamlNode written(const Date& value, const Field&) { return scalar(value.iso()); }
YamlNode written(const Reference& value, const Field&) { return text(value.id); }
YamlNode written(const Proposition& value, const Field&) { return text(value.text); }

YamlNode written(const Evidence& value, const Field&) {
  if (value.quote.empty() && value.span) {
    return text(fmt::format("{}#{}-{}", value.report.id, value.span->start, value.span->end));
  }
  YamlNode node = map();
  put(node, "report", text(value.report.id));
  put(node, "quote", text(value.quote));
  if (value.occurrence) put(node, "occurrence", scalar(std::to_string(*value.occurrence)));
  return node;
}

YamlNode written(const Estimate& value, const Field& field) {
  const bool probability = field.measure == &internal::kProbability;
  YamlNode number = scalar(
      internal::estimate_text(value, probability ? NumberStyle::percent : NumberStyle::plain));
  // Three numbers are read as PERT, two and words as uniform.
  const Shape understood = value.word.empty() && value.shape != Shape::uniform && !value.is_fixed()
                               ? Shape::pert
                               : Shape::uniform;
  if (value.factors.empty() && value.shape == understood) return number;
  YamlNode node = map();
  put(node, "value", std::move(number));
  if (value.shape != understood) put(node, "shape", text(std::string(word(value.shape))));
  if (!value.factors.empty()) {
    YamlNode factors = map();
    for (const Estimate::Loading& each : value.factors) {
      put(factors, each.factor, scalar(internal::number_text(each.weight)));
    }
    put(node, "factors", std::move(factors));
  }
  return node;
}

template <class E>
  requires std::is_enum_v<E>
YamlNode written(E value, const Field&) {
  return text(std::string(word(value)));
}

// What an entry says when nothing is written; an issue then says what its catalogue entry says.
template <class T>
T unwritten(const T&) {
  return {};
}
Issue unwritten(const Issue& issue) {
  Issue base;
  if (const Issue* generic = catalogue().find(issue.catalogue)) {
    base.title = generic->title;
    base.kind = generic->kind;
    base.unit = generic->unit;
    base.options = generic->options;
    base.cues = generic->cues;
  }
  return base;
}

// The templates below call each other, so each is known before the first is used.
template <Described T>
YamlNode written(const T& value, const Field& field);
template <class T>
YamlNode written(const std::optional<T>& value, const Field& field);
template <class T>
YamlNode written(const std::vector<T>& value, const Field& field);
template <class T>
YamlNode written(const Named<T>& value, const Field& field);

/// The visitor of the table of fields that writes one struct.
template <class T>
class FieldsWriter {
 public:
  explicit FieldsWriter(const T& value) : value_(value), base_(unwritten(value)) {}

  YamlNode take() {
    describe(Tag<T>{}, *this);
    if (short_form_ && node_.entries.size() == 1 && node_.entries[0].key == first_) {
      return std::move(node_.entries[0].value);
    }
    return std::move(node_);
  }

  template <class U, class M>
  void operator()(const Field& field, M U::* member) {
    if (first_.empty()) first_ = field.name;
    if (!must_stand(field) && value_.*member == base_.*member) return;
    put(node_, field.name, written(value_.*member, field));
  }

  template <class U, class M>
  void part(M U::* member) {
    YamlNode inner = FieldsWriter<M>(value_.*member).take();
    std::move(inner.entries.begin(), inner.entries.end(), std::back_inserter(node_.entries));
  }

  void short_form() { short_form_ = true; }

  template <class U>
  void between(const Field& field, std::optional<Reference> U::* above,
               std::optional<Reference> U::* below) {
    if (!(value_.*above) || !(value_.*below)) return;
    YamlNode both = list();
    both.items = {text((value_.*above)->id), text((value_.*below)->id)};
    put(node_, field.name, std::move(both));
    // Said together, they are not said again one by one.
    value_.*above = base_.*above;
    value_.*below = base_.*below;
  }

  template <class U>
  void list_or_all(const Field& field, std::vector<Reference> U::* members, bool U::* all) {
    if (value_.*all) {
      put(node_, field.name, text("all"));
    } else {
      (*this)(field, members);
    }
  }

  template <class U>
  void days(const Field& field, std::size_t U::* member) {
    if (!must_stand(field) && value_.*member == base_.*member) return;
    put(node_, field.name,
        scalar(fmt::format("{} {}", value_.*member, value_.*member == 1 ? "day" : "days")));
  }

  void version(const Field& field) {
    put(node_, field.name, scalar(std::to_string(internal::kFormatVersion)));
  }

 private:
  // Whether a key is written even where it says nothing new.
  bool must_stand(const Field& field) const {
    if constexpr (std::is_same_v<T, Case>) {
      if (std::find(value_.sections.begin(), value_.sections.end(), field.name) !=
          value_.sections.end()) {
        return true;
      }
    }
    return field.required || std::is_same_v<T, Clock>;
  }

  T value_;
  T base_;
  YamlNode node_ = map();
  std::string_view first_;
  bool short_form_ = false;
};

template <Described T>
YamlNode written(const T& value, const Field&) {
  return FieldsWriter<T>(value).take();
}

template <class T>
YamlNode written(const std::optional<T>& value, const Field& field) {
  return value ? written(*value, field) : YamlNode{};
}

template <class T>
YamlNode written(const std::vector<T>& value, const Field& field) {
  // A ranking's inner list is a tie only when it has several options.
  if (value.size() == 1 && (field.alone || field.name == "prefers") &&
      std::is_same_v<T, Reference>) {
    return written(value.front(), field);
  }
  YamlNode node = list();
  for (const T& each : value) node.items.push_back(written(each, field));
  return node;
}

template <class T>
YamlNode written(const Named<T>& value, const Field& field) {
  YamlNode node = map();
  for (const auto& [name, each] : value) put(node, name, written(each, field));
  return node;
}

// How many names lead from the case to an entry that stands on its own.
std::size_t depth_of(std::string_view section) {
  return section == "positions" || section == "moves" ? 2 : 1;
}

void add_entries(const YamlNode& node, const std::string& path, std::size_t depth,
                 std::vector<WrittenEntry>& entries) {
  if (node.kind == YamlNode::Kind::sequence && depth > 0) {
    for (const YamlNode& each : node.items) entries.push_back({path, internal::to_yaml(each)});
  } else if (node.kind == YamlNode::Kind::map && depth > 0) {
    for (const YamlNode::Entry& each : node.entries) {
      add_entries(each.value, path + "/" + each.key, depth - 1, entries);
    }
  } else {
    entries.push_back({path, internal::to_yaml(node)});
  }
}

void add_draft(YamlNode draft, const std::string& path, std::vector<WrittenEntry>& entries) {
  std::vector<WrittenEntry> terms;
  std::erase_if(draft.entries, [&](const YamlNode::Entry& each) {
    if (each.key != "terms") return false;
    add_entries(each.value, path + "/terms", 1, terms);
    return true;
  });
  entries.push_back({path, internal::to_yaml(draft)});
  std::move(terms.begin(), terms.end(), std::back_inserter(entries));
}

}  // namespace

std::vector<WrittenEntry> written_entries(const Case& value) {
  std::vector<WrittenEntry> entries;
  const YamlNode root = written(value, Field{.name = "case", .doc = {}});
  for (const YamlNode::Entry& section : root.entries) {
    if (section.key != "drafts") {
      add_entries(section.value, section.key, depth_of(section.key), entries);
      continue;
    }
    for (const YamlNode::Entry& draft : section.value.entries) {
      add_draft(draft.value, "drafts/" + draft.key, entries);
    }
  }
  return entries;
}

std::string write_case(const Case& value) {
  YamlNode root = written(value, Field{.name = "case", .doc = {}});
  const auto place = [&value](const YamlNode::Entry& entry) {
    return std::find(value.sections.begin(), value.sections.end(), entry.key) -
           value.sections.begin();
  };
  std::stable_sort(
      root.entries.begin(), root.entries.end(),
      [&place](const YamlNode::Entry& a, const YamlNode::Entry& b) { return place(a) < place(b); });
  return internal::to_yaml(root);
}

}  // namespace parley::casefile
