#include "parley/casefile/schema.hpp"
#include "parley/base/files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "casefile/support.hpp"
#include "json_schema.hpp"
#include "parley/casefile/estimate_text.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/casefile/writer.hpp"
#include "parley/casefile/yaml_tree.hpp"

namespace parley::casefile {
namespace {

const std::string kFile = PARLEY_SOURCE_DIR "/docs/schema/case.json";

// A case file as an editor's YAML parser gives it to the validator.
nlohmann::json as_json(const internal::YamlNode& node) {
  using Kind = internal::YamlNode::Kind;
  nlohmann::json json;
  if (node.kind == Kind::sequence) {
    json = nlohmann::json::array();
    for (const internal::YamlNode& item : node.items) json.push_back(as_json(item));
  } else if (node.kind == Kind::map) {
    json = nlohmann::json::object();
    for (const internal::YamlNode::Entry& entry : node.entries)
      json[entry.key] = as_json(entry.value);
  } else if (node.is_scalar()) {
    const std::optional<double> number = internal::read_number(node.text);
    const bool percent = node.text.find('%') != std::string::npos;
    if (number && !node.quoted && !percent && *number == std::floor(*number)) {
      json = static_cast<long long>(*number);
    } else if (number && !node.quoted && !percent) {
      json = *number;
    } else {
      json = node.text;
    }
  }
  return json;
}

std::string problems(const std::string& yaml) {
  internal::Findings findings("case.yaml");
  const nlohmann::json document =
      as_json(internal::parse_yaml(*Text::from_utf8(yaml, "case.yaml"), findings).root);
  return schema_problems(nlohmann::json::parse(case_schema().dump()), document);
}

TEST(Schema, TheShippedFileIsTheTable) {
  const std::string text = case_schema().dump(2) + "\n";
  if (std::getenv("PARLEY_REGENERATE") != nullptr) {
    ASSERT_TRUE(write_file(kFile, text));
  }
  const Result<Text> file = read_text_file(kFile, 1U << 22U);
  ASSERT_TRUE(file) << lines(file.error().diagnostics);
  EXPECT_TRUE(file->utf8() == text)
      << "docs/schema/case.json is not what the table of fields says; run test_casefile with "
         "PARLEY_REGENERATE=1";
}

TEST(Schema, AcceptsTheShippedCases) {
  for (const std::string& folder : shipped_cases()) {
    const Result<Text> text = read_text_file(folder + "/case.yaml", 1U << 22U);
    ASSERT_TRUE(text) << folder;
    EXPECT_EQ(problems(text->utf8()), "") << folder;
    EXPECT_EQ(problems(write_case(read_case(folder)->value)), "") << folder;
  }
}

TEST(Schema, MarksWhatDoesNotFit) {
  const std::string start = "parley: 1\ntitle: T\nparties: {a: {name: A}}\nissues: {}\n";
  EXPECT_EQ(problems(start), "");
  EXPECT_NE(problems(start + "guarentees: {}\n"), "");
  EXPECT_NE(problems(start + "answers: [{party: a, draft: d, answer: maybe}]\n"), "");
  EXPECT_NE(problems(start + "positions: {a: {i: {priority: vitel}}}\n"), "");
  EXPECT_NE(problems(start + "as_of: yesterday\n"), "");
  EXPECT_EQ(problems(start + "positions: {a: {i: {priority: vital, evidence: [r#1-2]}}}\n"), "");
}

}  // namespace
}  // namespace parley::casefile
