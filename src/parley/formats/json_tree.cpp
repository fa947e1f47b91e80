#include "parley/formats/json_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

namespace parley::formats::internal {
namespace {

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostValues = 300'000;

// Reads characters and tells how many have been read, since the parser's events know no place.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** reached_;
};

class TreeBuilder {
 public:
  using Number = nlohmann::json;

  TreeBuilder(std::string_view bytes, const char*& reached, Findings& findings)
      : bytes_(bytes), reached_(reached), findings_(findings) {}

  JsonNode take() { return std::move(root_); }

  bool null() { return add(JsonNode::Kind::null, {}); }
  bool boolean(bool value) { return add(JsonNode::Kind::boolean, value ? "true" : "false"); }
  bool number_integer(Number::number_integer_t value) { return add_number(std::to_string(value)); }
  bool number_unsigned(Number::number_unsigned_t value) {
    return add_number(std::to_string(value));
  }
  bool number_float(Number::number_float_t, const std::string& digits) {
    return add_number(digits);
  }
  bool string(std::string& value) { return add(JsonNode::Kind::string, std::move(value)); }
  bool binary(Number::binary_t&) { return false; }

  bool start_object(std::size_t) { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t) { return open(JsonNode::Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& value) {
    const std::size_t byte = token();
    open_.back()->entries.push_back({std::move(value), byte, {}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const Number::exception& error) {
    const std::string_view what = error.what();
    const std::size_t reason = what.find(": ");
    findings_.error(
        position > 0 ? position - 1 : 0, "json-syntax",
        "this is not JSON: " + std::string(what.substr(reason == what.npos ? 0 : reason + 2)));
    return false;
  }

 private:
  std::size_t reached() const { return static_cast<std::size_t>(reached_ - bytes_.data()); }

  // Where the token that was just read begins: behind the last one, blanks, commas and colons.
  std::size_t token() {
    const std::size_t start = bytes_.find_first_not_of(" \t\r\n,:", end_);
    end_ = reached();
    return start;
  }

  bool add_number(std::string digits) {
    const std::size_t length = digits.size();
    if (!add(JsonNode::Kind::number, std::move(digits))) return false;
    // The parser has looked at the character behind the number already.
    end_ = std::min(end_, last_ + length);
    return true;
  }

  bool add(JsonNode::Kind kind, std::string text) {
    return place(kind, std::move(text)) != nullptr;
  }

  bool open(JsonNode::Kind kind) {
    JsonNode* node = place(kind, {});
    if (node == nullptr) return false;
    if (open_.size() == kDeepest) {
      findings_.error(node->byte, "too-deep",
                      fmt::format("lists and objects are nested more than {} deep", kDeepest));
      return false;
    }
    open_.push_back(node);
    return true;
  }

  bool close() {
    refuse_twins(*open_.back());
    open_.pop_back();
    end_ = reached();
    return true;
  }

  void refuse_twins(const JsonNode& object) {
    std::vector<const JsonNode::Entry*> entries;
    for (const JsonNode::Entry& each : object.entries) entries.push_back(&each);
    std::ranges::stable_sort(entries, {}, &JsonNode::Entry::key);
    for (std::size_t i = 1; i < entries.size(); ++i) {
      if (entries[i]->key != entries[i - 1]->key) continue;
      findings_.error(entries[i]->byte, "duplicate-key",
                      fmt::format("the key “{}” stands twice", entries[i]->key));
    }
  }

  JsonNode* place(JsonNode::Kind kind, std::string text) {
    last_ = token();
    if (++count_ > kMostValues) {
      findings_.error(last_, "too-large", fmt::format("more than {} values", kMostValues));
      return nullptr;
    }
    JsonNode node{kind, std::move(text), last_, {}, {}};
    if (open_.empty()) {
      root_ = std::move(node);
      return &root_;
    }
    JsonNode& parent = *open_.back();
    if (parent.kind == JsonNode::Kind::array) return &parent.items.emplace_back(std::move(node));
    parent.entries.back().value = std::move(node);
    return &parent.entries.back().value;
  }

  std::string_view bytes_;
  const char*& reached_;
  Findings& findings_;
  JsonNode root_;
  std::vector<JsonNode*> open_;
  std::size_t end_ = 0;   // of the last token
  std::size_t last_ = 0;  // where the last value begins
  std::size_t count_ = 0;
};

}  // namespace

std::optional<JsonNode> parse_json(const Source& source, Findings& findings) {
  const std::string& bytes = source.text.utf8();
  const char* reached = bytes.data();
  TreeBuilder builder(bytes, reached, findings);
  const bool done =
      nlohmann::json::sax_parse(CountingIterator(bytes.data(), &reached),
                                CountingIterator(bytes.data() + bytes.size(), &reached), &builder);
  if (!done || findings.has_errors()) return std::nullopt;
  return builder.take();
}

}  // namespace parley::formats::internal
