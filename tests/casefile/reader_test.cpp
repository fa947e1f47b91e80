#include "parley/casefile/reader.hpp"
#include "parley/base/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "casefile/support.hpp"
#include "own_folder.hpp"

namespace parley::casefile {
namespace {

namespace fs = std::filesystem;

const std::string kParties = R"(parley: 1
title: Two sides
parties:
  north: {name: North}
  south: {name: South}
issues:
  border: {title: The border, options: {keep: As it is, move: Moved}}
)";

std::string with_parties(std::string_view rest) {
  std::string text = kParties;
  return text.append(rest);
}

TEST(Reader, ReadsASmallCase) {
  const Result<ReadCase> read = read_case_text(kParties, "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_EQ(lines(read->warnings), "");
  EXPECT_EQ(read->value.parties.size(), 2U);
  EXPECT_EQ(read->value.issues[0].second.options[1].second.title, "Moved");
  EXPECT_EQ(read->value.issues[0].second.place.line, 7U);
}

TEST(Reader, FindsMistakesOfEveryKindAtOnce) {
  const Result<ReadCase> read = read_case_text(with_parties(R"(
positions:
  nort:
    border: {priority: 45..30, prefers: [keep, mvoe], judged_by: A, reason: B}
  south:
    border: {priorty: vital, judged_by: A, reason: B}
)"),
                                               "case.yaml", {});
  ASSERT_FALSE(read);
  EXPECT_EQ(lines(read.error().diagnostics),
            "case.yaml:10:3: error: there is no party “nort” (did you mean north?)\n"
            "case.yaml:11:24: error: the range “45..30” does not rise from low to high "
            "(did you mean 30..45?)\n"
            "case.yaml:11:48: error: this issue has no option “mvoe” (did you mean move?)\n"
            "case.yaml:13:14: error: there is no key “priorty” here (did you mean priority?)\n");
}

TEST(Reader, FindsTheSpanOfAQuote) {
  const Result<ReadCase> read = read_case_text(with_parties(R"(
reports: {wire: {file: wire.txt}}
positions:
  north: {border: {evidence: [{report: wire, quote: keep it}, wire#0-4]}}
)"),
                                               "case.yaml", {{"wire.txt", "“We” will keep it."}});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  const Grounds& grounds = read->value.positions[0].second[0].second.grounds;
  EXPECT_EQ(grounds.evidence[0].span, (Span{10, 17}));
  EXPECT_EQ(grounds.evidence[1].span, (Span{0, 4}));
}

class ReaderOfFiles : public testing::Test {
 protected:
  ReaderOfFiles() { fs::create_directories(folder_ / "case" / "reports"); }

  void write(const std::string& file, const std::string& text) {
    ASSERT_TRUE(write_file((folder_ / file).string(), text));
  }
  // The diagnostics with the folder's own path left out.
  std::string read(const std::string& file) {
    const Result<ReadCase> result = read_case((folder_ / file).string());
    std::string text = lines(result ? result->warnings : result.error().diagnostics);
    const std::string path = folder_.string() + "/";
    for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path)) {
      text.erase(at, path.size());
    }
    return text;
  }

  const OwnFolder own_;
  const fs::path& folder_ = own_.path();
};

TEST_F(ReaderOfFiles, TakesAFileOrItsFolder) {
  write("case/case.yaml", with_parties("reports: {wire: {file: reports/wire.txt}}\n"));
  write("case/reports/wire.txt", "words");
  EXPECT_EQ(read("case"), "");
  EXPECT_EQ(read("case/case.yaml"), "");
}

TEST_F(ReaderOfFiles, SaysThatAFileIsMissing) {
  EXPECT_EQ(read("case"),
            "case: error: this folder holds no case.yaml (name the case file itself, or begin a "
            "case with `parley new DIR`, from reports where you name them)\n");
  EXPECT_EQ(read_case((folder_ / "case").string()).error().kind, FailureKind::unreadable);
}

TEST_F(ReaderOfFiles, RefusesAFileOfAHundredMegabytesUnread) {
  write("case/case.yaml", kParties);
  fs::resize_file(folder_ / "case/case.yaml", 100'000'000);
  EXPECT_EQ(read("case"),
            "case/case.yaml: error: the file has 100000000 bytes; the limit is 4194304 "
            "(split it into smaller files)\n");
  EXPECT_EQ(read_case((folder_ / "case").string()).error().kind, FailureKind::too_large);
}

TEST_F(ReaderOfFiles, RefusesALinkOutOfTheFolder) {
  write("case/case.yaml", with_parties("reports: {wire: {file: reports/wire.txt}}\n"));
  write("secret.txt", "words");
  fs::create_symlink("../../secret.txt", folder_ / "case/reports/wire.txt");
  EXPECT_EQ(read("case"),
            "case/case.yaml:8:24: error: the report “reports/wire.txt”: it is a link to a file "
            "outside the case's folder (copy the report itself)\n");
}

TEST_F(ReaderOfFiles, EvidenceCountsInTheTextThatAReportIsDecodedTo) {
  write("case/case.yaml", with_parties("reports: {wire: {file: reports/wire.rtf}}\n"));
  write("case/reports/wire.rtf", "{\\rtf1 The gates {\\b open}.}");
  const auto decoded = read_case((folder_ / "case").string());
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->value.texts.at("wire").utf8(), "The gates open.");
  write("case/reports/wire.rtf",
        "<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></"
        "rss>");
  const auto feed = read_case((folder_ / "case").string());
  ASSERT_FALSE(feed);
  EXPECT_EQ(feed.error().diagnostics.front().code, "several-reports");
}

// Files that would take long or much memory if read carelessly.
TEST(Reader, BearsHostileFiles) {
  const auto codes = [](const std::string& yaml) {
    const Result<ReadCase> read = read_case_text(yaml, "case.yaml", {});
    EXPECT_FALSE(read);
    std::set<std::string> found;
    for (const Diagnostic& each : read.error().diagnostics) found.insert(each.code);
    return found;
  };
  using testing::Contains;
  EXPECT_THAT(codes(std::string(1'000'000, '[')), Contains("too-deep"));
  EXPECT_THAT(codes(std::string(1'000'000, '{')), Contains("too-deep"));
  std::string nested;
  for (int depth = 0; depth < 1000; ++depth) nested += "- ";
  EXPECT_THAT(codes(nested), Contains("too-deep"));
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name < 'j'; ++name) {
    const std::string last(1, static_cast<char>(name - 1));
    bomb.append(1, name).append(": &").append(1, name).append(" [");
    for (int i = 0; i < 9; ++i) bomb.append(i == 0 ? "*" : ", *").append(last);
    bomb += "]\n";
  }
  EXPECT_THAT(codes(bomb), Contains("alias"));
  std::string many = "answers:\n";
  for (int i = 0; i < 400'000; ++i) many += " -\n";
  EXPECT_THAT(codes(many), Contains("too-large"));
}

// The example of docs/case-file.md leaves out what would make it long, but spells everything right.
TEST(Reader, KnowsEveryKeyAndWordOfTheManual) {
  const Result<Text> manual = read_text_file(PARLEY_SOURCE_DIR "/docs/case-file.md", 1U << 20U);
  ASSERT_TRUE(manual);
  const std::string& text = manual->utf8();
  const std::size_t start = text.find("```yaml\n") + 8;
  const Result<ReadCase> read =
      read_case_text(text.substr(start, text.find("```", start) - start), "case-file.md", {});
  ASSERT_FALSE(read);
  const std::set<std::string> left_out = {"bad-evidence", "unknown-name", "unreadable",
                                          "no-grounds"};
  for (const Diagnostic& each : read.error().diagnostics) {
    EXPECT_TRUE(left_out.contains(each.code)) << to_text(each);
  }
}

// The design's sketch of the format, as outside checks write it.
TEST(Reader, AcceptsTheSketchOfTheDesign) {
  const Result<ReadCase> read =
      read_case_text(R"(
parley: 1
title: Talks on a draft peace plan
as_of: 2025-12-03
round: {every: 14 days, horizon: 12}
reports:
  wire-a: {file: reports/wire-a.txt, publisher: ..., published: 2025-12-03, kind: news, reliability: high}
parties:
  russia:  {name: Russia, role: signatory, people: {putin: {name: Vladimir Putin, office: President}}}
  ukraine: {name: Ukraine, role: signatory}
  us:      {name: United States, role: mediator}
  europe:  {name: European allies, role: guarantor}
issues:
  territory:
    title: Donbas
    options:                      # ordered along the scale
      withdrawal_of_invader: ...
      freeze_at_contact_line: ...
      demilitarised_zone: ...
      cession: ...
  guarantees: {title: Guarantees, options: {none: ..., treaty: ..., article5_like: ...}}
positions:
  russia:
    territory:
      priority: vital             # a verbal scale, or a range such as 30..45
      prefers: [cession, demilitarised_zone, freeze_at_contact_line, withdrawal_of_invader]
      red_lines: [withdrawal_of_invader]
      evidence: [wire-a#412-468]
      confidence: moderate
linkages:
  - if: {territory: demilitarised_zone}
    then: {guarantees: [article5_like, treaty]}
    by: ukraine
    evidence: [wire-a#0-4]
no_deal:                          # what each side gets by going on, and how that moves per round
  russia: {between: [e3_edit, us28], trend: 0..1, evidence: [wire-a#0-4]}    # or {value: 35..55}
  ukraine: {value: 35..55, evidence: [wire-a#0-4]}
answers:                          # observed, with how sincere they are thought to be
  - {party: russia, draft: e3_edit, answer: rejected, date: 2025-11-25, sincere: very likely, evidence: [wire-a#0-4]}
drafts:
  us28:     {title: 28-point draft, date: 2025-11-20, points: 28, by: [us, russia], terms: {territory: cession}, evidence: [wire-a#0-4]}
  e3_edit:  {title: Counter-proposal, amends: us28, terms: {territory: freeze_at_contact_line}, evidence: [wire-a#0-4]}
  geneva19: {title: 19-point revision, amends: us28, points: 19, by: [us, ukraine], terms: {}, unknown: [guarantees], evidence: [wire-a#0-4]}
rounds:   []
moves:
  russia: {press_offensive: {undo: yes}, accept_ceasefire: {undo: yes}}
outlooks:
  russia: ["!accept_ceasefire if !deal", {says: press_offensive, odds: likely}]
impossible: [press_offensive and accept_ceasefire]
events:
  - {title: US aid ends, odds: 2%..5%, no_deal: {ukraine: -10..-5}, evidence: [wire-a#0-4]}
)",
                     "case.yaml", {{"reports/wire-a.txt", std::string(500, 'x')}});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_EQ(lines(read->warnings), "");
  const Case& value = read->value;
  EXPECT_EQ(value.no_deal[0].second.above->id, "e3_edit");
  EXPECT_EQ(value.no_deal[0].second.below->id, "us28");
  EXPECT_EQ(value.answers[0].sincere->low, 0.8);
  EXPECT_TRUE(value.moves[0].second[1].second.undo);
  const std::vector<Preference>& russia = value.outlooks[0].second;
  EXPECT_EQ(russia[0].says.names[1].id, "deal");
  EXPECT_EQ(russia[1].odds->word, "likely");
  EXPECT_EQ(value.impossible[0].when.names.size(), 2U);
  EXPECT_EQ(value.events[0].first, "us_aid_ends");
  EXPECT_EQ(value.events[0].second.odds->high, 0.05);
}

}  // namespace
}  // namespace parley::casefile
