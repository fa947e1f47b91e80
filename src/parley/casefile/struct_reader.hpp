#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "parley/base/nearest.hpp"
#include "parley/casefile/case.hpp"
#include "parley/casefile/fields.hpp"
#include "parley/casefile/findings.hpp"
#include "parley/casefile/words.hpp"
#include "parley/casefile/yaml_tree.hpp"

/// The visitor of the table of fields that reads: YAML nodes into structs, with everything that is
/// wrong. It goes on after each mistake, so that one reading finds them all.
namespace parley::casefile::internal {

/// A type with a list of words.
template <class E>
concept Worded = std::is_enum_v<E> && !kWords<E>.empty();

class StructReader {
 public:
  explicit StructReader(Findings& findings) : findings_(findings) {}

  /// What can only be judged when the whole file was read.
  struct Pending {
    struct Day {
      Date date;
      Mark mark;
      std::string name;
    };
    std::vector<Day> past;           ///< dates that must not be later than as_of
    std::vector<Reference> factors;  ///< the factors that estimates name
  };
  const Pending& pending() const { return pending_; }

  void read(const YamlNode& node, std::string& value, const Field& field);
  void read(const YamlNode& node, Wording& value, const Field& field);
  void read(const YamlNode& node, bool& value, const Field& field);
  void read(const YamlNode& node, double& value, const Field& field);
  void read(const YamlNode& node, std::size_t& value, const Field& field);
  void read(const YamlNode& node, Date& value, const Field& field);
  void read(const YamlNode& node, Reference& value, const Field& field);
  void read(const YamlNode& node, Proposition& value, const Field& field);
  void read(const YamlNode& node, Estimate& value, const Field& field);
  void read(const YamlNode& node, Evidence& value, const Field& field);
  void read(const YamlNode& node, Named<Event>& value, const Field& field);

  template <Worded E>
  void read(const YamlNode& node, E& value, const Field& field) {
    const std::optional<E> found = from_word<E>(node.text);
    if (node.is_scalar() && found) {
      value = *found;
      return;
    }
    std::vector<std::string_view> words;
    for (const auto& each : kWords<E>) words.push_back(each.second);
    not_among(node, field, words);
  }

  template <class T>
  void read(const YamlNode& node, std::optional<T>& value, const Field& field) {
    read(node, value.emplace(), field);
  }

  template <class T>
  void read(const YamlNode& node, std::vector<T>& value, const Field& field) {
    // Where a list of one is usual, its entry may stand alone.
    constexpr bool kAlone = !Described<T> || kMayStandAlone<T>;
    constexpr bool kMap = Described<T> || std::is_same_v<T, Evidence> || std::is_same_v<T, Wording>;
    if (node.kind == YamlNode::Kind::sequence) {
      for (const YamlNode& item : node.items) read(item, value.emplace_back(), field);
    } else if (kAlone && (node.is_scalar() || (kMap && node.kind == YamlNode::Kind::map))) {
      read(node, value.emplace_back(), field);
    } else if (node.kind != YamlNode::Kind::null) {
      wrong_kind(node, field, "a list");
    }
  }

  template <class T>
  void read(const YamlNode& node, Named<T>& value, const Field& field) {
    if (node.kind == YamlNode::Kind::null) return;
    if (node.kind == YamlNode::Kind::sequence && node.items.empty()) return;
    if (node.kind != YamlNode::Kind::map) {
      wrong_kind(node, field, "a map from names to entries (`name: ...`)");
      return;
    }
    Field inner = field;
    inner.keys = {field.keys[1], Target::nothing};
    for (const YamlNode::Entry& entry : node.entries) {
      check_name(entry, field);
      T item{};
      read(entry.value, item, inner);
      if (!entry.repeated) value.add(entry.key, std::move(item), findings_.place(entry.mark));
    }
  }

  template <Described T>
  void read(const YamlNode& node, T& value, const Field& field);

 private:
  template <class T>
  friend class FieldsReader;

  void wrong_kind(const YamlNode& node, const Field& field, std::string_view expected);
  void not_among(const YamlNode& node, const Field& field,
                 const std::vector<std::string_view>& words);
  void unknown_key(const YamlNode::Entry& entry, const std::vector<std::string_view>& known);
  void missing_key(const YamlNode& node, const Field& field);
  void refuse_unknown(const YamlNode& node, const std::vector<std::string_view>& known);
  void check_name(const YamlNode::Entry& entry, const Field& field);
  void warn_boolean(std::string_view word, bool quoted, Mark mark);
  void read_days(const YamlNode& node, std::size_t& days, const Field& field);
  void read_version(const YamlNode& node);
  bool read_estimate_value(const YamlNode& node, Estimate& value, const Field& field);
  void read_loadings(const YamlNode& node, Estimate& value);

  // What an entry needs beyond its fields, once they are read.
  template <class T>
  void finish(const YamlNode&, T&) {}
  void finish(const YamlNode& node, Issue& issue);
  void finish(const YamlNode& node, Round& round);
  void finish(const YamlNode& node, Case& value);

  Findings& findings_;
  Pending pending_;
};

/// Reads the keys of one map into one struct.
template <class T>
class FieldsReader {
 public:
  FieldsReader(StructReader& reader, const YamlNode& node, T& value, const Field& owner)
      : reader_(reader), node_(node), value_(value), owner_(owner) {}

  void read() {
    describe(Tag<T>{}, *this);
    if (done_) return;
    if (node_.kind != YamlNode::Kind::map && node_.kind != YamlNode::Kind::null) {
      reader_.wrong_kind(node_, owner_, "a map (`key: value`)");
      return;
    }
    reader_.refuse_unknown(node_, known_);
  }

  template <class U, class M>
  void operator()(const Field& field, M U::* member) {
    if (may_be_short_) {
      may_be_short_ = false;
      constexpr bool kList =
          !std::is_same_v<M, std::string> && requires(M list) { list.emplace_back(); };
      if (node_.is_scalar() || (kList && node_.kind == YamlNode::Kind::sequence)) {
        reader_.read(node_, value_.*member, field);
        done_ = true;
      }
    }
    if (const YamlNode* node = find(field)) reader_.read(*node, value_.*member, field);
  }

  void short_form() { may_be_short_ = true; }

  template <class U, class M>
  void part(M U::* member) {
    FieldsReader<M> inner(reader_, node_, value_.*member, owner_);
    describe(Tag<M>{}, inner);
    known_.insert(known_.end(), inner.known_.begin(), inner.known_.end());
  }

  template <class U>
  void between(const Field& field, std::optional<Reference> U::* above,
               std::optional<Reference> U::* below) {
    const YamlNode* node = find(field);
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::sequence || node->items.size() != 2) {
      reader_.wrong_kind(*node, field, "a list of two drafts, [worse than going on, better]");
      return;
    }
    reader_.read(node->items[0], value_.*above, field);
    reader_.read(node->items[1], value_.*below, field);
  }

  template <class U>
  void list_or_all(const Field& field, std::vector<Reference> U::* list, bool U::* all) {
    const YamlNode* node = find(field);
    if (node == nullptr) return;
    if (node->is_scalar() && node->text == "all") {
      value_.*all = true;
    } else {
      reader_.read(*node, value_.*list, field);
    }
  }

  template <class U>
  void days(const Field& field, std::size_t U::* member) {
    if (const YamlNode* node = find(field)) reader_.read_days(*node, value_.*member, field);
  }

  void version(const Field& field) {
    if (const YamlNode* node = find(field)) reader_.read_version(*node);
  }

 private:
  template <class U>
  friend class FieldsReader;

  const YamlNode* find(const Field& field) {
    if (done_) return nullptr;
    known_.push_back(field.name);
    const YamlNode* node = node_.find(field.name);
    if (node == nullptr && field.required &&
        (node_.kind == YamlNode::Kind::map || node_.kind == YamlNode::Kind::null)) {
      reader_.missing_key(node_, field);
    }
    return node;
  }

  StructReader& reader_;
  const YamlNode& node_;
  T& value_;
  const Field& owner_;
  std::vector<std::string_view> known_;
  bool may_be_short_ = false;
  bool done_ = false;
};

template <Described T>
void StructReader::read(const YamlNode& node, T& value, const Field& field) {
  if constexpr (requires { value.place; }) value.place = findings_.place(node.label);
  FieldsReader<T>(*this, node, value, field).read();
  finish(node, value);
}

}  // namespace parley::casefile::internal
