#include "parley/casefile/public_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "casefile/confidential_case.hpp"
#include "casefile/filled_case.hpp"
#include "casefile/support.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/confidential_words.hpp"
#include "parley/casefile/writer.hpp"

namespace parley::casefile {
namespace {

Case opened(Case full) {
  auto open = for_public(full);
  EXPECT_TRUE(open) << lines(open.error().diagnostics);
  return open ? std::move(open->value) : Case{};
}

TEST(PublicCase, IsTheCaseOfAnAuthorWhoNeverKnew) {
  const Case open = opened(confidential_case("#c"));
  const Case never_knew = confidential_case("#p");
  EXPECT_EQ(write_case(open), write_case(never_knew));
  EXPECT_TRUE(open == never_knew);
}

TEST(PublicCase, HoldsNoConfidentialString) {
  std::string written = write_case(opened(confidential_case("#c")));
  std::transform(written.begin(), written.end(), written.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(written.find(kMark), std::string::npos) << written;
}

// Those of one code: the case's own doubts stand beside what the filter says.
Diagnostics coded(const Diagnostics& all, std::string_view code) {
  Diagnostics found;
  for (const Diagnostic& each : all) {
    if (each.code == code) found.push_back(each);
  }
  return found;
}

TEST(PublicCase, SaysWhatItLeavesOut) {
  const auto open = for_public(confidential_case("#c"));
  ASSERT_TRUE(open);
  EXPECT_EQ(coded(open->warnings, "withheld").size(), 15U) << lines(open->warnings);
}

TEST(PublicCase, PassesTheCheck) {
  const Diagnostics found = check_case(opened(confidential_case("#c")));
  EXPECT_FALSE(has_errors(found)) << lines(found);
}

TEST(PublicCase, IsTheSameWhereNothingIsConfidential) {
  for (const std::string& folder : shipped_cases()) {
    const auto read = read_case(folder);
    ASSERT_TRUE(read) << folder;
    EXPECT_TRUE(opened(read->value) == read->value) << folder;
  }
}

TEST(PublicCase, OfAPublicCaseIsItself) {
  const Case open = opened(confidential_case("#c"));
  EXPECT_TRUE(opened(open) == open);
}

// An open option that is called after a confidential party can be neither shown nor left out.
TEST(PublicCase, RefusesAnOpenEntryThatIsCalledByWhatIsConfidential) {
  Case full = confidential_case("#c");
  for (auto& [id, issue] : full.issues) {
    for (auto& [name, option] : issue.options) {
      if (name == "shared") option.title = "Shared with Zorblaxia";
    }
  }
  const auto open = for_public(full);
  ASSERT_FALSE(open);
  EXPECT_EQ(coded(open.error().diagnostics, "names-confidential").size(), 1U);
}

Case naming_in_the_wire() {
  Case full = confidential_case("#c");
  for (auto& [id, text] : full.texts) {
    if (id == "wire")
      text = *Text::from_utf8(text.utf8() + "\nBut Zorblaxia was mute.", "wire.txt");
  }
  return full;
}

TEST(PublicCase, RefusesAReportThatNamesWhatIsConfidential) {
  const auto open = for_public(naming_in_the_wire());
  ASSERT_FALSE(open);
  const auto named = coded(open.error().diagnostics, "report-names-confidential");
  ASSERT_EQ(named.size(), 1U);
  EXPECT_EQ(named[0].severity, Severity::error);
  EXPECT_EQ(named[0].place, (Place{"wire.txt", 2, 5}));
}

TEST(PublicCase, ShowsAReportThatIsSaidToBePublic) {
  Case full = naming_in_the_wire();
  for (auto& [id, report] : full.reports) {
    if (id == "wire") report.confidential = false;
  }
  const auto open = for_public(full);
  ASSERT_TRUE(open) << lines(open.error().diagnostics);
  EXPECT_EQ(coded(open->warnings, "report-names-confidential").size(), 1U);
}

TEST(PublicCase, HidesAPathThatNamesWhatIsConfidential) {
  Case full = confidential_case("#c");
  full.file = "/home/a/zorblax-talks/case.yaml";
  EXPECT_EQ(opened(full).file, "case.yaml");
  full.file = "talks/zorblax.yaml";
  EXPECT_EQ(opened(full).file, "case.yaml");
  full.file = "talks/case.yaml";
  EXPECT_EQ(opened(full).file, "talks/case.yaml");
}

TEST(PublicCase, LosesNothingOfACaseThatNamesNothingConfidential) {
  FilledCase maker;
  const std::string written = write_case(opened(with_zorblax(maker)));
  EXPECT_GT(maker.written().size(), 30U);
  for (const std::string& each : maker.written()) {
    EXPECT_NE(written.find(each), std::string::npos) << each;
  }
}

// A text of each field of each type, in each disguise.
TEST(PublicCase, HoldsNoNameInAnyField) {
  FilledCase counter;
  counter.make();
  ASSERT_GT(counter.texts(), 40U);
  for (std::size_t text = 0; text < counter.texts(); ++text) {
    for (const std::string& disguise : disguises()) {
      FilledCase maker;
      maker.spoilt = text;
      maker.instead = disguise;
      const auto open = for_public(with_zorblax(maker));
      if (open) {
        EXPECT_FALSE(names_zorblax(write_case(open->value))) << disguise << "\n"
                                                             << write_case(open->value);
        EXPECT_EQ(lines(open->warnings).find(disguise), std::string::npos);
        continue;
      }
      for (const Diagnostic& each : open.error().diagnostics) {
        if (each.severity != Severity::error) continue;
        EXPECT_EQ(each.code, "names-confidential") << lines(open.error().diagnostics);
        EXPECT_EQ(to_text(each).find(disguise), std::string::npos) << to_text(each);
        const bool title_of_the_case = text == 0;
        EXPECT_TRUE(each.place.line > 0 || title_of_the_case) << to_text(each);
      }
    }
  }
}

TEST(PublicCase, HoldsNoNameThatAnEntryIsCalledBy) {
  FilledCase counter;
  for (const auto& each : counter.names) {
    FilledCase maker;
    maker.names[each.first] = "the_zorblax";
    const auto open = for_public(with_zorblax(maker));
    ASSERT_FALSE(open) << each.second;
    EXPECT_EQ(open.error().diagnostics.front().code, "names-confidential");
    EXPECT_GT(open.error().diagnostics.front().place.line, 0U);
  }
}

// Every entry that the table describes, each marked alone, with the secret in all its texts.
TEST(PublicCase, HoldsNothingOfAnyEntryThatIsMarked) {
  FilledCase counter;
  counter.make();
  ASSERT_GT(counter.entries(), 18U);
  std::size_t opened_cases = 0;
  for (std::size_t entry = 0; entry < counter.entries(); ++entry) {
    FilledCase maker;
    maker.marked = entry;
    maker.instead = "Zorblax pays";
    const Case full = maker.make();
    // A red line has no text of its own.
    if (write_case(full).find("Zorblax") == std::string::npos) continue;
    const auto open = for_public(full);
    if (!open) continue;
    ++opened_cases;
    EXPECT_EQ(write_case(open->value).find("Zorblax"), std::string::npos)
        << entry << "\n"
        << write_case(open->value);
  }
  EXPECT_GE(opened_cases, 18U);
}

TEST(PublicCase, HoldsNoWordingThatIsMarked) {
  auto read = read_case_text(R"(parley: 1
title: Talks
parties: {a: {name: Ostria, role: signatory}, b: {name: Velm, role: signatory}}
issues: {quay: {title: Quay, options: {east: East, west: West}}}
positions:
  a:
    quay:
      prefers: [east, west]
      judged_by: {text: Colonel Zorblax, confidential: yes}
      reason: He saw it
rounds:
  - {parties: [a, b], people: [Bo, {text: Zorblax, confidential: yes}], outcome: Colonel ZORBLAX came}
note: {text: Paid by Zorblax, confidential: yes}
)",
                             "case.yaml", {});
  ASSERT_TRUE(read) << lines(read.error().diagnostics);
  EXPECT_NE(write_case(read->value).find("Zorblax"), std::string::npos);
  const Case open = opened(read->value);
  EXPECT_EQ(write_case(open).find("orblax"), std::string::npos) << write_case(open);
  EXPECT_EQ(open.positions.at("a").at("quay").grounds.reason, "He saw it");
  ASSERT_EQ(open.rounds.at(0).people.size(), 1U);
  EXPECT_EQ(open.rounds[0].people[0], "Bo");
  EXPECT_TRUE(open.rounds[0].outcome.empty());
}

ConfidentialWords words_for(const std::function<void(Case&)>& keep_back) {
  Case full;
  full.parties.add("south").name = "Republic of Sudmark";
  const Case open = full;
  keep_back(full);
  return ConfidentialWords(full, open);
}
ConfidentialWords words_for_party(const std::string& name) {
  return words_for([&](Case& full) { full.parties.add("x").name = name; });
}

struct Naming {
  const char* name;
  std::vector<const char*> named;
  std::vector<const char*> not_named;
};

TEST(ConfidentialWords, AreFoundInEachForm) {
  const Naming kRows[] = {
      {"Republic of Nordmark",
       {"Nordmark", "the Nordmarkers", "NORDMARK'S", "republic of\nNordmark"},
       {"a republic", "southern", "Xnordmark", "", "of the mark"}},
      {"FSB",
       {"The FSB sits", "fsb", "F.S.B.", "F. S. B.", "F S B", "FSBs", "FSB’s"},
       {"fs b", "of SB"}},
      {"UK", {"the UK's", "U.K.", "UKs", "uk"}, {"ukulele", "duke", "u, k"}},
      {"US", {"the US", "U.S.", "US-led"}, {"us", "tell us now", "Us", "bus", "use"}},
      {"IT", {"IT", "I.T."}, {"it", "its", "It is"}},
      {"Берег", {"БЕРЕГ", "Берега", "у Берегом", "береговой"}, {"обер", "бер"}},
      {"Голубой берег", {"Голубого берега", "голубому\u00A0берегу"}, {"берлога"}},
      {"Киев", {"Киева", "КИЕВ", "киевский"}, {"кие"}},
      {"الكتائب", {"كتائب", "والكتائب", "الكتــائب", "بالكتائب"}, {"كتاب"}},
      {"O'Brien", {"O’Brien", "OBrien", "O'BRIEN's", "O Brien"}, {"o", "Brie"}},
      {"Al-Shabaab",
       {"al Shabaab", "Al‑Shabaab", "AlShabaab", "Al–Shabaab", "shabaab"},
       {"al", "shaba"}},
      {"Ada Zorblax",
       {"Zorblax", "A. Zorblax", "Ada\nZorblax", "A.Z.", "A. Z."},
       {"a z", "AZ", "from A to Z"}},
      {"Federal Security Service",
       {"FSS", "F.S.S.", "federal security services"},
       {"security", "the federal service"}},
      {"Chad", {"Chadian", "CHAD"}, {"chadwick"}},
      {"Li", {"Li said", "Li's"}, {"li", "list"}},
      {"北方局", {"由北方局说"}, {"北方"}},
      {"Straße", {"STRASSE", "strasse"}, {"Strand"}},
      {"Café Müller", {"cafe muller", "Cafe\u0301 Mu\u0308ller"}, {"cave"}},
  };
  for (const Naming& row : kRows) {
    const ConfidentialWords words = words_for_party(row.name);
    for (const char* text : row.named)
      EXPECT_TRUE(words.named_in(text)) << row.name << ": " << text;
    for (const char* text : row.not_named) {
      EXPECT_FALSE(words.named_in(text)) << row.name << ": " << text;
    }
  }
}

TEST(ConfidentialWords, OfATitleAreAPhrase) {
  const ConfidentialWords words = words_for([](Case& full) {
    full.issues.add("mine_x").title = "The lithium mine";
    Report& memo = full.reports.add("memo");
    memo.file = "inbox/kestrel-notes.txt";
    memo.address = "https://drop.example/kite";
  });
  for (const char* text :
       {"Lithium mines are", "LITHIUM\u00A0MINE", "lithium\nmine", "mine_x", "Mine X",
        "the Kestrel notes", "kestrel-notes.txt", "see drop.example", "Kite"}) {
    EXPECT_TRUE(words.named_in(text)) << text;
  }
  for (const char* text :
       {"lithium", "a mine", "inbox", "memo", "https", "notes", "kites and kestrels"}) {
    EXPECT_EQ(words.named_in(text), std::string_view(text).starts_with("inbox") ||
                                        std::string_view(text).starts_with("kites"))
        << text;
  }
}

TEST(ConfidentialWords, OfEverydayKindNameNothing) {
  const ConfidentialWords words = words_for([](Case& full) {
    Issue& issue = full.issues.add("secret");
    issue.title = "A plan";
    issue.options.add("y").title = "Yes";
    issue.options.add("no").title = "No deal";
  });
  for (const char* text : {"yes", "No", "the plan", "a secret", "y", "no more"}) {
    EXPECT_FALSE(words.named_in(text)) << text;
  }
}

TEST(ConfidentialWords, KnowTheFieldInWhichAnOpenEntrySaysTheSame) {
  Case full;
  full.parties.add("south").name = "Sudmark";
  full.reports.add("wire").publisher = "Agence Nord";
  full.reports.add("memo").publisher = "Agence Nord";
  full.parties.add("fsb").name = "FSB";
  Case open;
  open.parties.add("south").name = "Sudmark";
  open.reports.add("wire").publisher = "Agence Nord";
  open.note = "FSB";
  const ConfidentialWords words(full, open);
  EXPECT_FALSE(words.named_in("Agence Nord reports"));
  EXPECT_TRUE(words.named_in(open.note));
}

}  // namespace
}  // namespace parley::casefile
