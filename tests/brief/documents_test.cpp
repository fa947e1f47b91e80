#include "parley/brief/documents.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "brief/files.hpp"
#include "brief/hand_made.hpp"
#include "json_schema.hpp"
#include "parley/brief/compose.hpp"
#include "parley/drafting/folder.hpp"

namespace parley::brief {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

HandMade one_draft(const std::string& title) {
  HandMade made =
      hand_made({"drafts: {first: {title: \"", title, "\", terms: {harbour: shared}}}\n"});
  add_draft(made, {0.25, 0.5}, {0.75, 0.75}, {0.125, 0.5});
  estimate_no_deal(made);
  return made;
}

Documents documents(const HandMade& made) {
  const auto record = drafting::record_of(made.source, {});
  EXPECT_TRUE(record);
  auto written =
      documents_of(compose(made.source, made.assessment), made.source, made.assessment, *record);
  EXPECT_TRUE(written);
  return std::move(*written);
}

TEST(Documents, CarryOneRunEach) {
  const Documents all = documents(one_draft("First"));
  EXPECT_EQ(all.run.size(), 16U);
  EXPECT_THAT(all.page,
              HasSubstr("<meta name=\"parley-run\" content=\"" + all.run + "\">\n<title>"));
  EXPECT_THAT(all.markdown, EndsWith("\n<!-- parley run " + all.run + " -->\n"));
  EXPECT_EQ(nlohmann::json::parse(all.assessment).at("run"), all.run);
  EXPECT_EQ(nlohmann::json::parse(all.record).at("run"), all.run);
  EXPECT_THAT(unzipped(all.spreadsheet).at("docProps/custom.xml"), HasSubstr(all.run));
}

// The document that the page holds.
nlohmann::json page_data(const std::string& page) {
  const std::string open = "<script type=\"application/json\"";
  const std::size_t from = page.find('>', page.find(open)) + 1;
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

TEST(Documents, ThePagesDataFitTheirSchema) {
  const auto schema = nlohmann::json::parse(bytes_of(PARLEY_SOURCE_DIR "/docs/schema/brief.json"));
  nlohmann::json brief = page_data(documents(one_draft("First")).page);
  EXPECT_EQ(schema_problems(schema, brief), "");
  brief["chapters"][0]["blocks"][0]["block"] = "drawing";
  EXPECT_NE(schema_problems(schema, brief), "");
}

TEST(Documents, HaveARunThatTheirContentMakes) {
  EXPECT_EQ(documents(one_draft("First")).run, documents(one_draft("First")).run);
  EXPECT_NE(documents(one_draft("First")).run, documents(one_draft("Second")).run);
}

TEST(Documents, AreASetWithOrWithoutAWordDocument) {
  const Documents all = documents(one_draft("First"));
  const auto names = [](const OutputPart& part) {
    std::vector<std::string> list;
    for (const OutputFile& each : part.files) list.push_back(each.name);
    return list;
  };
  const OutputPart without = as_outputs(all, std::nullopt);
  const OutputPart with = as_outputs(all, "PK");
  EXPECT_THAT(names(with),
              testing::UnorderedElementsAre("brief.html", "brief.md", "brief.xlsx", "brief.docx",
                                            "assessment.json", "record.json"));
  EXPECT_EQ(names(without).size(), 5U);
  EXPECT_THAT(without.names, testing::Contains("brief.docx")) << "one of another run has to go";
  EXPECT_EQ(with.files.back().bytes, "PK");
}

}  // namespace
}  // namespace parley::brief
