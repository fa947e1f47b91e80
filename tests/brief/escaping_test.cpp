#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "parley/assess/assessment.hpp"
#include "parley/brief/compose.hpp"
#include "parley/casefile/reader.hpp"

namespace parley::brief {
namespace {

// A case with `text` wherever a person may write freely, also in a report.
Brief brief_with(const std::string& text) {
  const std::string quoted = nlohmann::json(text).dump();  // YAML reads JSON strings
  std::string yaml = R"(parley: 1
title: T@
as_of: 2031-05-01
note: T@
reports: {wire: {file: wire.txt, title: T@, publisher: T@}}
parties:
  ostria: {name: T@, role: signatory}
  velm: {name: V@, role: signatory}
issues:
  harbour: {title: T@, options: {shared: T@, velmian: V@}}
positions:
  ostria:
    harbour:
      prefers: [shared, velmian]
      red_lines: [velmian]
      says: [{text: T@, evidence: [wire#0-9]}]
      judged_by: T@
      reason: T@
  velm: {harbour: {prefers: [velmian, shared], red_lines: [shared], evidence: [wire#0-12]}}
no_deal: {ostria: {value: 60..80, judged_by: T@, reason: T@}}
drafts:
  first: {title: T@, date: 2031-04-01, note: T@, terms: {harbour: shared}}
  second: {title: V@, amends: first, bracketed: [harbour]}
rounds: [{date: 2031-04-02, where: T@, outcome: T@, duration: T@}]
answers: [{party: velm, draft: first, answer: rejected, date: 2031-04-03, sincere: 50%}]
claims: [{topic: T@, claims: [{says: T@, by: T@}, {says: V@}], note: T@}]
)";
  for (std::size_t at = yaml.find("T@"); at != std::string::npos; at = yaml.find("T@")) {
    yaml.replace(at, 2, quoted);
  }
  const std::string other = nlohmann::json("V " + text).dump();
  for (std::size_t at = yaml.find("V@"); at != std::string::npos; at = yaml.find("V@")) {
    yaml.replace(at, 2, other);
  }
  auto read = casefile::read_case_text(yaml, "case.yaml",
                                       {{"wire.txt", "Word is: " + text + " is what they say."}});
  if (!read) {
    for (const Diagnostic& each : read.error().diagnostics) ADD_FAILURE() << to_text(each);
    return {};
  }
  const auto assessment = assess::assess(read->value, {1, 50}, {});
  EXPECT_TRUE(assessment);
  return compose(read->value, *assessment);
}

// How often each tag, comment or declaration begins in the part of a page that shows the brief; the
// rest is the template.
std::map<std::string, int> tags_of(std::string page) {
  page.erase(0, page.find("<main"));
  page.erase(page.find("</main"));
  std::map<std::string, int> tags;
  for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
    ++tags[page.substr(at, page.find_first_of(" >=\n", at) - at)];
  }
  return tags;
}

class HostileText : public testing::TestWithParam<const char*> {};

TEST_P(HostileText, AddsNoMarkupToThePage) {
  const Brief harmless = brief_with("harmless words");
  const Brief hostile = brief_with(GetParam());
  EXPECT_EQ(tags_of(to_html(harmless)), tags_of(to_html(hostile)));
}

TEST_P(HostileText, ReachesThePageAsItWasWritten) {
  const Brief hostile = brief_with(GetParam());
  const std::string page = to_html(hostile);
  const std::string open = "type=\"application/json\"";
  const std::size_t element = page.find(open);
  ASSERT_NE(element, std::string::npos);
  const std::size_t start = page.find('>', element) + 1;
  const Json data = Json::parse(page.substr(start, page.find("</script", start) - start));
  EXPECT_EQ(data, to_json(hostile));
  EXPECT_EQ(data["title"], GetParam());
}

TEST(Page, HoldsOnlyCharactersThatXmlAllows) {
  const Brief brief = brief_with(
      "a\uFFFE"
      "b\uFFFF"
      "c");
  for (const std::string& text : {to_html(brief), to_markdown(brief)}) {
    EXPECT_EQ(text.find("\uFFFE"), std::string::npos);
    EXPECT_EQ(text.find("\uFFFF"), std::string::npos);
    EXPECT_NE(text.find("a\uFFFD"
                        "b\uFFFD"
                        "c"),
              std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Escaping, HostileText,
    testing::Values("<script>alert(1)</script>", "</script><script>alert(1)</script>",
                    "<!--parley:data-->", "<!--parley:static-->", "<!--parley:title-->",
                    "<img src=x onerror=alert(1)>", "]]>", "<![CDATA[x]]>", "&lt;b&gt;",
                    "**bold** _low_ `code`", "[a link](javascript:alert(1))", "![p](x.png)",
                    "| a | b |", "<https://example.org>", "# A heading", "1. one", "- one", "+ one",
                    "~~gone~~", "    indented", "> quoted", "=== under", "a\n\nb\n- c", "\\*",
                    "\"'/><svg onload=alert(1)>"));

}  // namespace
}  // namespace parley::brief
