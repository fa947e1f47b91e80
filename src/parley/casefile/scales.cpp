#include "parley/casefile/scales.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "parley/base/resource.hpp"
#include "parley/casefile/estimate_text.hpp"
#include "parley/casefile/yaml_tree.hpp"

namespace parley::casefile {
namespace {

using internal::Findings;
using internal::YamlNode;

std::string folded(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_') c = ' ';
  }
  return result;
}

Scale::Word read_word(const YamlNode::Entry& entry, Findings& findings) {
  Scale::Word word;
  word.word = entry.key;
  const YamlNode* range = entry.value.find("range");
  const auto read =
      range != nullptr ? internal::read_estimate(range->text) : internal::ReadEstimate{};
  if (read.estimate) {
    word.low = read.estimate->low;
    word.high = read.estimate->high;
  } else {
    findings.error("bad-scale", entry.mark, "the word “" + entry.key + "” has no range",
                   "write {range: low..high}");
  }
  if (const YamlNode* also = entry.value.find("also")) {
    for (const YamlNode& each : also->items) word.also.push_back(each.text);
  }
  return word;
}

Scale read_scale(const YamlNode& node, Findings& findings) {
  Scale scale;
  for (const YamlNode::Entry& entry : node.entries) {
    if (entry.key == "title") {
      scale.title = entry.value.text;
    } else if (entry.key == "source") {
      scale.source = entry.value.text;
    } else if (entry.key == "unit") {
      scale.unit = entry.value.text;
    } else if (entry.key == "words") {
      for (const YamlNode::Entry& word : entry.value.entries) {
        scale.words.push_back(read_word(word, findings));
      }
    } else {
      findings.error("bad-scale", entry.mark, "a scale has no “" + entry.key + "”",
                     "it has title, source, unit and words");
    }
  }
  return scale;
}

}  // namespace

const Scale::Word* Scale::find(std::string_view word) const {
  const std::string wanted = folded(word);
  for (const Word& each : words) {
    if (folded(each.word) == wanted ||
        std::any_of(each.also.begin(), each.also.end(),
                    [&](const std::string& other) { return folded(other) == wanted; })) {
      return &each;
    }
  }
  return nullptr;
}

Result<Scales> read_scales(const Text& text, std::string_view file) {
  Findings findings(file);
  const internal::ParsedYaml parsed = internal::parse_yaml(text, findings);
  Scales scales;
  const YamlNode* root = parsed.root.find("scales");
  if (root == nullptr || root->entries.empty()) {
    findings.error("bad-scale", internal::Mark{}, "there are no scales here",
                   "the file has one top-level map, `scales`");
  } else {
    for (const YamlNode::Entry& entry : root->entries) {
      scales.add(entry.key, read_scale(entry.value, findings), findings.place(entry.mark));
    }
  }
  Diagnostics found = findings.take();
  if (has_errors(found)) return invalid(std::move(found));
  return scales;
}

const Scales& scales() {
  static const Scales built_in = [] {
    const std::optional<std::string_view> bytes = resource("scales.yaml");
    assert(bytes);
    Result<Text> text = Text::from_utf8(std::string(*bytes), "data/scales.yaml");
    assert(text);
    Result<Scales> read = read_scales(*text, "data/scales.yaml");
    assert(read);
    return std::move(*read);
  }();
  return built_in;
}

std::optional<Estimate> estimate_of_word(std::string_view scale, std::string_view word) {
  const Scale* found = scales().find(scale);
  const Scale::Word* entry = found != nullptr ? found->find(word) : nullptr;
  if (entry == nullptr) return std::nullopt;
  Estimate estimate = Estimate::between(entry->low, entry->high);
  estimate.word = entry->word;
  return estimate;
}

std::vector<std::string_view> words_of_scale(std::string_view scale) {
  std::vector<std::string_view> words;
  if (const Scale* found = scales().find(scale)) {
    for (const Scale::Word& each : found->words) words.push_back(each.word);
  }
  return words;
}

}  // namespace parley::casefile
