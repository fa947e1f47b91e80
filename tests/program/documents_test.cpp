// The documents that other programs read are what docs/schema says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "json_schema.hpp"
#include "own_folder.hpp"
#include "program.hpp"

namespace parley::app {
namespace {

const std::string kRoot = PARLEY_SOURCE_DIR;

nlohmann::json read(const std::filesystem::path& path) {
  std::ifstream file(path);
  return nlohmann::json::parse(file);
}

nlohmann::json printed(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(run_program(words, out, err), Exit::done) << err.str();
  return nlohmann::json::parse(out.str());
}

std::string problems(const std::string& name, const nlohmann::json& document) {
  return schema_problems(read(kRoot + "/docs/schema/" + name + ".json"), document);
}

std::vector<std::string> gold_reports() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kRoot + "/tests/record/gold")) {
    const std::string ending = entry.path().extension();
    if (ending == ".txt" || ending == ".html") files.push_back(entry.path());
  }
  return files;
}

TEST(Documents, ARecordFitsItsSchema) {
  std::vector<std::string> words{"record", "--json"};
  for (const std::string& each : gold_reports()) words.push_back(each);
  nlohmann::json record = printed(words);
  EXPECT_EQ(problems("record", record), "");
  record["quotes"][0]["confidence"] = "certain";
  EXPECT_NE(problems("record", record), "");
}

TEST(Documents, ACheckFitsItsSchema) {
  EXPECT_EQ(problems("check", printed({"check", kRoot + "/cases/camp-david-1978", "--json"})), "");
}

TEST(Documents, DraftsFitTheirSchema) {
  const OwnFolder folder;
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return folder / name;
  };
  const std::string first =
      write("a.txt",
            "A 3-point plan\n\n1. Lund [shall] pay [X].\n2. Option 1: now.\nOption 2: never].\n");
  const std::string second = write("b.txt", "1. Lund shall pay nine crowns.\n2. New words here.\n");
  nlohmann::json drafts = printed({"drafts", first, second, "--json", "--quiet"});
  EXPECT_EQ(problems("drafts", drafts), "");
  EXPECT_FALSE(drafts["alignment"].empty());
  EXPECT_FALSE(drafts["brackets"].empty());
  drafts["clauses"][0]["kind"] = "verse";
  EXPECT_NE(problems("drafts", drafts), "");
}

TEST(Documents, DealsFitTheirSchema) {
  const std::string folder = kRoot + "/tests/formats/scenarios/";
  nlohmann::json deals = printed({"deals", "--genius", folder + "sale.xml", folder + "seller.xml",
                                  folder + "buyer.xml", "--json"});
  EXPECT_EQ(problems("deals", deals), "");
  deals["frontier"]["gap"] = -1;
  EXPECT_NE(problems("deals", deals), "");
  for (const char* each : {"moscow-2025", "camp-david-1978"}) {
    const std::string source = kRoot + "/cases/" + each;
    EXPECT_EQ(problems("deals", printed({"deals", source, "--worlds", "50", "--json"})), "")
        << each;
  }
}

TEST(Documents, TalksAndTournamentsFitTheirSchemas) {
  for (const char* each : {"alternating", "single-text"}) {
    nlohmann::json talks = printed({"talks", kRoot + "/cases/camp-david-1978", "--worlds", "30",
                                    "--protocol", each, "--json"});
    EXPECT_EQ(problems("talks", talks), "") << each;
    talks["agreement"]["high"] = 2;
    EXPECT_NE(problems("talks", talks), "");
  }
  const std::string folder = kRoot + "/tests/formats/scenarios/";
  EXPECT_EQ(
      problems("tournament", printed({"tournament", folder + "sale.xml", folder + "seller.xml",
                                      folder + "buyer.xml", "--json"})),
      "");
}

TEST(Documents, AStabilityFitsItsSchema) {
  const std::string file = kRoot + "/tests/formats/conflicts/water.gmcr";
  nlohmann::json found = printed({"stability", file, "--json"});
  EXPECT_EQ(problems("stability", found), "");
  // What scripts rely on, by name.
  for (const char* field :
       {"states", "decision_makers", "stable", "equilibria", "coalitions", "paths"}) {
    EXPECT_TRUE(found.contains(field)) << field;
  }
  EXPECT_EQ(found["equilibria"]["seq"], nlohmann::json::array({6}));
  EXPECT_EQ(found["stable"]["gmr"]["Downstream"], nlohmann::json::array({1, 2, 4, 5, 6}));
  EXPECT_EQ(found["infeasible"][0]["rules_out"], "2");
  EXPECT_EQ(problems("stability", printed({"stability", file, "--why", "1", "--json"})), "");
  EXPECT_EQ(problems("stability", printed({"stability", kRoot + "/cases/camp-david-1978",
                                           "--worlds", "50", "--json"})),
            "");
  found["states"][0]["index"] = 0;
  EXPECT_NE(problems("stability", found), "");
}

TEST(Documents, InfluenceFitsItsSchema) {
  const std::string folder = kRoot + "/tests/influence/published/";
  for (const char* each : {"emission", "cop21", "ktab_3dim"}) {
    nlohmann::json found = printed({"influence", folder + each + ".csv", "--json"});
    EXPECT_EQ(problems("influence", found), "") << each;
    found["issues"][0]["forecast"]["at_low"] = 1.5;
    EXPECT_NE(problems("influence", found), "") << each;
  }
}

TEST(Documents, AnAssessmentAndAComparisonFitTheirSchemas) {
  const OwnFolder folder;
  const auto assess = [&](const std::string& source, const std::string& worlds) {
    const std::string out = folder / worlds;
    printed({"brief", source, "--out", out, "--worlds", worlds, "--json"});
    return out + "/assessment.json";
  };
  for (const char* each : {"moscow-2025", "camp-david-1978"}) {
    const std::string source = kRoot + "/cases/" + each;
    const auto before = assess(source, "100");
    const auto after = assess(source, "200");
    nlohmann::json assessment = read(before);
    EXPECT_EQ(problems("assessment", assessment), "") << each;
    assessment["drafts"][0]["views"][0]["prefers"]["high"] = 1.5;
    EXPECT_NE(problems("assessment", assessment), "") << each;
    EXPECT_EQ(problems("compare", printed({"compare", before, after, "--json"})), "") << each;
  }
}

}  // namespace
}  // namespace parley::app
