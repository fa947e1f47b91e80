#include "parley/casefile/yaml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::casefile::internal {
namespace {

constexpr std::size_t kWidth = 100;

bool is_collection(const YamlNode& node) {
  return node.kind == YamlNode::Kind::map || node.kind == YamlNode::Kind::sequence;
}

bool has_collections(const YamlNode& node) {
  return std::any_of(node.items.begin(), node.items.end(), is_collection) ||
         std::any_of(node.entries.begin(), node.entries.end(),
                     [](const YamlNode::Entry& entry) { return is_collection(entry.value); });
}

// Null, a boolean, a number, a date or a time to some YAML program.
bool looks_like_no_text(std::string_view text) {
  return reads_as_boolean(text) || text == "~" || text == "null" || text == "Null" ||
         text == "NULL" || text.find_first_not_of("0123456789.:_+-eE") == std::string_view::npos ||
         text.starts_with(".nan") || text.starts_with(".inf") || text.starts_with("-.inf") ||
         text.starts_with("0x");
}

// Whether a plain scalar reads back as the same text, inside brackets as well as outside.
bool is_plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  const bool minus_sign =
      text.front() == '-' && text.size() > 1 && text[1] >= '0' && text[1] <= '9';
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=<~").find(text.front()) != std::string_view::npos &&
      !minus_sign) {
    return false;
  }
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
      text.find_first_of(",?[]{}") != std::string_view::npos || text.starts_with("...") ||
      text.find("://") != text.find(':')) {
    return false;
  }
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string double_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02x}", byte);
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string scalar(std::string_view text, bool is_text) {
  if (is_plain(text) && !(is_text && looks_like_no_text(text))) return std::string(text);
  return double_quoted(text);
}

// The whole node on one line.
std::string flow(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "{}";
    case YamlNode::Kind::scalar:
      return scalar(node.text, node.quoted);
    case YamlNode::Kind::sequence: {
      std::vector<std::string> items;
      items.reserve(node.items.size());
      for (const YamlNode& item : node.items) items.push_back(flow(item));
      return fmt::format("[{}]", fmt::join(items, ", "));
    }
    case YamlNode::Kind::map: {
      std::vector<std::string> entries;
      entries.reserve(node.entries.size());
      for (const YamlNode::Entry& entry : node.entries) {
        entries.push_back(scalar(entry.key, true) + ": " + flow(entry.value));
      }
      return fmt::format("{{{}}}", fmt::join(entries, ", "));
    }
  }
  return {};
}

// A text of single blanks only can be broken at them and joined again by the reader.
bool can_be_folded(std::string_view text) {
  return !text.empty() && text.front() != ' ' && text.back() != ' ' &&
         text.find("  ") == std::string_view::npos &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string folded(std::string_view text, std::size_t indent) {
  std::string result = ">-";
  std::size_t column = kWidth;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string_view word = text.substr(start, end - start);
    const std::size_t width = count_code_points(word);
    if (column + 1 + width > kWidth) {
      result += '\n';
      result.append(indent, ' ');
      column = indent;
    } else {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
    start = end + 1;
  }
  return result;
}

class BlockWriter {
 public:
  std::string take() { return std::move(out_); }

  void write(const YamlNode& node, std::size_t indent) {
    if (node.kind == YamlNode::Kind::map) {
      for (const YamlNode::Entry& entry : node.entries) {
        start_line(indent);
        const std::string key = scalar(entry.key, true) + ":";
        out_ += key;
        value(entry.value, indent, count_code_points(key) + 1, indent == 0);
      }
    } else {
      for (const YamlNode& item : node.items) {
        start_line(indent);
        out_ += '-';
        if (is_collection(item) && !fits(item, indent + 2)) {
          // The first line of the item goes on behind the dash.
          out_ += ' ';
          continues_ = true;
          write(item, indent + 2);
        } else {
          value(item, indent, 2, false);
        }
      }
    }
  }

 private:
  void start_line(std::size_t indent) {
    if (!continues_) out_.append(indent, ' ');
    continues_ = false;
  }

  static bool fits(const YamlNode& node, std::size_t column) {
    return column + count_code_points(flow(node)) <= kWidth;
  }

  // A value behind a key or a dash that takes `used` columns. The sections of a file are spread
  // out.
  void value(const YamlNode& node, std::size_t indent, std::size_t used, bool section) {
    const bool is_empty = node.items.empty() && node.entries.empty();
    if (is_collection(node) && !is_empty &&
        (!fits(node, indent + used) || (section && has_collections(node)))) {
      out_ += '\n';
      write(node, indent + 2);
    } else if (node.is_scalar() && !fits(node, indent + used) && can_be_folded(node.text)) {
      out_ += ' ' + folded(node.text, indent + 2) + '\n';
    } else {
      out_ += ' ' + flow(node) + '\n';
    }
  }

  std::string out_;
  bool continues_ = false;
};

}  // namespace

std::string to_yaml(const YamlNode& root) {
  BlockWriter writer;
  writer.write(root, 0);
  return writer.take();
}

std::string text_scalar(std::string_view text) { return scalar(text, true); }

}  // namespace parley::casefile::internal
