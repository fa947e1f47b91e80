#include "parley/casefile/yaml_tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <unordered_map>

namespace parley::casefile::internal {
namespace {

// A case nests 7 deep (positions, party, issue, says, statement, evidence, entry).
constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostNodes = 300'000;
constexpr std::size_t kLongestExcerpt = 40;

// Ends the parse from within a handler; what is wrong has been reported already.
struct Stop {};

// Builds the tree from the parser's events, so that no alias is ever expanded and nesting is
// bounded before the parser goes deeper.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Text& text, Findings& findings) : text_(text), findings_(findings) {
    const std::string& bytes = text.utf8();
    line_starts_.push_back(0);
    for (std::size_t at = bytes.find('\n'); at != std::string::npos;
         at = bytes.find('\n', at + 1)) {
      line_starts_.push_back(at + 1);
    }
  }

  YamlNode& root() { return root_; }

  /// The parser counts columns in bytes; a person counts letters.
  Mark mark_of(const YAML::Mark& mark) const {
    if (mark.line < 0) return {};
    const std::size_t line = line_of(mark);
    return {line + 1,
            text_.code_point_at(offset_of(mark)) - text_.code_point_at(line_starts_[line]) + 1};
  }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse(mark, {}, anchor);
    add(YamlNode::Kind::null, mark);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    findings_.error("alias", mark_of(mark),
                    "an alias (*name) stands for text that is written elsewhere",
                    "write the text itself: a case has no hidden copies");
    add(YamlNode::Kind::null, mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse(mark, tag, anchor);
    if (tag == "!" && !is_closed(offset_of(mark))) {
      findings_.error("yaml-syntax", mark_of(mark),
                      "the quotation mark that opens here is not closed", "close it");
      throw Stop{};
    }
    add(YamlNode::Kind::scalar, mark, value, tag == "!");
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    refuse(mark, tag, anchor);
    open(YamlNode::Kind::sequence, mark);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    refuse(mark, tag, anchor);
    open(YamlNode::Kind::map, mark);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    YamlNode node;
    bool has_key = false;
    bool key_usable = true;
    YamlNode::Entry pending;
    std::unordered_map<std::string, Mark> seen;
  };

  std::size_t line_of(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.line, 0)), line_starts_.size() - 1);
  }

  std::size_t offset_of(const YAML::Mark& mark) const {
    const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
    return std::min(line_starts_[line_of(mark)] + column, text_.utf8().size());
  }

  // Whether the quoted scalar at an offset ends before the file does. The parser (yaml-cpp 0.7)
  // does not ask, so that one forgotten mark would swallow the rest of the file in silence.
  bool is_closed(std::size_t at) const {
    const std::string& bytes = text_.utf8();
    const char mark = at < bytes.size() ? bytes[at] : '\0';
    if (mark != '"' && mark != '\'') return true;
    for (++at; at < bytes.size(); ++at) {
      if (bytes[at] == '\\' && mark == '"') {
        ++at;
      } else if (bytes[at] == mark) {
        const bool doubled = mark == '\'' && at + 1 < bytes.size() && bytes[at + 1] == mark;
        if (!doubled) return true;
        ++at;
      }
    }
    return false;
  }

  void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != 0) {
      findings_.error("anchor", mark_of(mark),
                      "an anchor (&name) marks text to be copied elsewhere",
                      "remove it and write the text out where it is needed");
    }
    if (!tag.empty() && tag != "?" && tag != "!") {
      findings_.error("tag", mark_of(mark),
                      fmt::format("a tag ({}) has no meaning in a case", shortened(tag)),
                      "remove it");
    }
  }

  void count(const YAML::Mark& mark) {
    if (++nodes_ > kMostNodes) {
      findings_.error("too-large", mark_of(mark),
                      fmt::format("the file has more than {} entries", kMostNodes),
                      "split it into several cases");
      throw Stop{};
    }
  }

  void add(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& text = {},
           bool quoted = false) {
    count(mark);
    YamlNode node;
    node.kind = kind;
    node.text = text;
    node.quoted = quoted;
    node.mark = node.label = mark_of(mark);
    place(std::move(node));
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark) {
    count(mark);
    if (levels_.size() == kDeepest) {
      findings_.error("too-deep", mark_of(mark),
                      fmt::format("lists and maps are nested more than {} deep", kDeepest),
                      "check the brackets and the indentation");
      throw Stop{};
    }
    Level& level = levels_.emplace_back();
    level.node.kind = kind;
    level.node.mark = level.node.label = mark_of(mark);
  }

  void close() {
    YamlNode node = std::move(levels_.back().node);
    levels_.pop_back();
    place(std::move(node));
  }

  // Puts a finished node where it belongs: into its list, or as a key or a value into its map.
  void place(YamlNode node) {
    if (levels_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = levels_.back();
    if (level.node.kind == YamlNode::Kind::sequence) {
      level.node.items.push_back(std::move(node));
    } else if (!level.has_key) {
      take_key(level, node);
    } else {
      if (node.kind == YamlNode::Kind::null) node.mark = level.pending.mark;
      node.label = level.pending.mark;
      level.pending.value = std::move(node);
      if (level.key_usable) level.node.entries.push_back(std::move(level.pending));
      level.pending = {};
      level.has_key = false;
    }
  }

  void take_key(Level& level, YamlNode& node) {
    level.has_key = true;
    level.key_usable = false;
    level.pending.mark = node.mark;
    if (!node.is_scalar() || node.text.empty()) {
      findings_.error(
          "bad-key", node.mark,
          fmt::format("a key must be a word, but here it is {}", internal::describe(node)),
          "write `name: value`");
      return;
    }
    if (node.text == "<<" && !node.quoted) {
      findings_.error("merge-key", node.mark, "a merge key (<<) copies entries from elsewhere",
                      "write the entries out");
      return;
    }
    const auto [first, is_new] = level.seen.emplace(node.text, node.mark);
    if (!is_new) {
      findings_.error("duplicate-key", node.mark,
                      fmt::format("“{}” is written twice; the first is in line {}",
                                  shortened(node.text), first->second.line),
                      "keep one of them, or join what they say");
    }
    level.key_usable = true;
    level.pending.key = std::move(node.text);
    level.pending.key_quoted = node.quoted;
    level.pending.repeated = !is_new;
  }

  const Text& text_;
  Findings& findings_;
  std::vector<std::size_t> line_starts_;
  std::vector<Level> levels_;
  YamlNode root_;
  std::size_t nodes_ = 0;
};

// The parser's words for what it stumbled over, in a person's.
struct Plainly {
  std::string_view parser;
  std::string_view message;
  std::string_view hint;
};
constexpr std::array<Plainly, 9> kPlainly = {{
    {"illegal map value", "a colon stands where none can be",
     "a text with a colon and a blank in it must stand in quotes"},
    {"illegal map key", "this line fits neither as a key nor as a text", "check its indentation"},
    {"illegal block entry", "a list entry (- ...) stands where none can be",
     "check its indentation"},
    {"illegal flow end", "a bracket closes that was not opened, or another is still open",
     "check the brackets"},
    {"end of map not found", "this line fits no entry above it",
     "check the indentation and the quotation marks above"},
    {"end of sequence not found", "this line fits no list entry above it",
     "check the indentation and the quotation marks above"},
    {"end of map flow not found", "a { before this place is not closed, or a comma is missing",
     "check the brackets and commas"},
    {"end of sequence flow not found", "a [ before this place is not closed, or a comma is missing",
     "check the brackets and commas"},
    {"unknown token", "a sign stands here that has a meaning of its own in YAML",
     "put the text in quotes"},
}};

// The line that is indented by a tab, or 0: the parser's own message is far from the point.
std::size_t tab_indented_line(const std::string& bytes) {
  std::size_t line = 1;
  for (std::size_t start = 0; start < bytes.size(); ++line) {
    const std::size_t first = bytes.find_first_not_of(' ', start);
    if (first != std::string::npos && bytes[first] == '\t') return line;
    const std::size_t end = bytes.find('\n', start);
    if (end == std::string::npos) break;
    start = end + 1;
  }
  return 0;
}

void report_syntax(const Text& text, Mark mark, const std::string& message, Findings& findings) {
  const std::size_t tab = tab_indented_line(text.utf8());
  if (tab != 0 && tab <= mark.line) {
    findings.error("yaml-syntax", Mark{tab, 1}, "a tab indents this line",
                   "indent with blanks; YAML allows no tabs there");
    return;
  }
  for (const Plainly& each : kPlainly) {
    if (message != each.parser) continue;
    findings.error("yaml-syntax", mark, std::string(each.message), std::string(each.hint));
    return;
  }
  findings.error("yaml-syntax", mark, "this is not well-formed YAML: " + message,
                 "check indentation, brackets and quotation marks");
}

// YAML allows no control characters; the parser takes some of them for the end of the file.
bool has_control_characters(const Text& text, Findings& findings) {
  const std::string& bytes = text.utf8();
  std::size_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (bytes[at] == '\n') {
      ++line;
      line_start = at + 1;
    } else if ((byte < 0x20 && bytes[at] != '\t' && bytes[at] != '\r') || byte == 0x7F) {
      findings.error("control-character",
                     Mark{line, text.code_point_at(at) - text.code_point_at(line_start) + 1},
                     fmt::format("an invisible control character (U+{:04X}) stands here", byte),
                     "delete it");
      return true;
    }
  }
  return false;
}

}  // namespace

ParsedYaml parse_yaml(const Text& text, Findings& findings) {
  ParsedYaml parsed;
  if (has_control_characters(text, findings)) return parsed;
  TreeBuilder builder(text, findings);
  try {
    std::istringstream stream(text.utf8());
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    parsed.root = std::move(builder.root());
    parsed.complete = true;
    TreeBuilder second(text, findings);
    if (parser && parser.HandleNextDocument(second)) {
      findings.error("several-documents", second.root().mark,
                     "the file holds more than one YAML document (---)", "keep one case in a file");
    }
  } catch (const Stop&) {
    parsed.complete = false;
  } catch (const YAML::Exception& error) {
    parsed.complete = false;
    report_syntax(text, builder.mark_of(error.mark), error.msg, findings);
  }
  return parsed;
}

std::string shortened(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (count_code_points(line) <= kLongestExcerpt) return line;
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < kLongestExcerpt; ++letters) {
    ++end;
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) ++end;
  }
  return line.substr(0, end) + "…";
}

std::string describe(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return "nothing";
    case YamlNode::Kind::scalar:
      return fmt::format("“{}”", shortened(node.text));
    case YamlNode::Kind::sequence:
      return node.items.empty() ? "an empty list" : fmt::format("a list of {}", node.items.size());
    case YamlNode::Kind::map:
      return fmt::format("a map with {} {}", node.entries.size(),
                         node.entries.size() == 1 ? "key" : "keys");
  }
  return {};
}

bool reads_as_boolean(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kWords = {"yes", "no", "on",   "off",
                                                             "y",   "n",  "true", "false"};
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

}  // namespace parley::casefile::internal
