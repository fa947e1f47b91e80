#include "parley/casefile/catalogue.hpp"

#include <cassert>
#include <utility>

#include "parley/base/resource.hpp"
#include "parley/casefile/struct_reader.hpp"

namespace parley::casefile {

Result<Named<Issue>> read_catalogue(const Text& text, std::string_view file) {
  internal::Findings findings(file);
  const internal::ParsedYaml parsed = internal::parse_yaml(text, findings);
  Named<Issue> issues;
  const internal::YamlNode* node = parsed.root.find("issues");
  if (node == nullptr) {
    findings.error("missing-key", internal::Mark{}, "the key “issues” is missing",
                   "a catalogue has one top-level map, `issues`");
  } else {
    internal::StructReader(findings).read(*node, issues,
                                          internal::Field{.name = "issues", .doc = ""});
  }
  Diagnostics found = findings.take();
  if (has_errors(found)) return invalid(std::move(found));
  return issues;
}

const Named<Issue>& catalogue() {
  static const Named<Issue> built_in = [] {
    const std::optional<std::string_view> bytes = resource("catalogue/issues.yaml");
    assert(bytes);
    Result<Text> text = Text::from_utf8(std::string(*bytes), "data/catalogue/issues.yaml");
    assert(text);
    Result<Named<Issue>> read = read_catalogue(*text, "data/catalogue/issues.yaml");
    assert(read);
    return std::move(*read);
  }();
  return built_in;
}

}  // namespace parley::casefile
