#include "parley/drafting/draft_case.hpp"

#include <gmock/gmock.h>

#include "drafting/invented_talks.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/reader.hpp"
#include "parley/drafting/positions.hpp"
#include "parley/drafting/talks.hpp"

namespace parley::drafting {
namespace {

using casefile::Role;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class DraftedTalks : public testing::Test {
 protected:
  const InventedTalks talks;
  const DraftedCase drafted = *draft_case(talks.record, talks.texts, casefile::catalogue());
  const casefile::Case& value = drafted.value;

  std::string passage(const casefile::Evidence& evidence) const {
    return std::string(value.texts.at(evidence.report.id).slice(*evidence.span));
  }
};

TEST_F(DraftedTalks, NamesReportsReadablyAndDatesTheCaseByTheLatest) {
  ASSERT_THAT(value.reports, SizeIs(2));
  EXPECT_EQ(value.reports[0].first, "dam_wire");
  EXPECT_EQ(value.reports[0].second.file, "reports/dam_wire.txt");
  EXPECT_EQ(value.as_of, casefile::Date::from_iso("2027-03-10"));
  EXPECT_EQ(value.title, "Talks between Kolva and Pont");
}

TEST_F(DraftedTalks, TakesWhoActsAsPartiesAndGuessesTheirRolesWithReasons) {
  ASSERT_THAT(value.parties, SizeIs(3));
  EXPECT_EQ(value.parties.at("kolva").role, Role::signatory);
  EXPECT_EQ(value.parties.at("pont").role, Role::signatory);
  EXPECT_EQ(value.parties.at("sarno").role, Role::mediator);
  EXPECT_THAT(value.parties.at("sarno").note, HasSubstr("Role guessed by Parley"));
  EXPECT_EQ(value.parties.at("kolva").people.at("moor").office, "water minister");
  EXPECT_THAT(write_draft(drafted), HasSubstr("Institute of Rivers"));
}

TEST_F(DraftedTalks, QuotesStandsWithEvidenceAndInventsNoRanking) {
  const casefile::Position& league = value.positions.at("kolva").at("alliance_membership");
  ASSERT_THAT(league.says, SizeIs(1));
  EXPECT_EQ(passage(league.says[0].evidence[0]),
            "Kolva rejected the accession of Pont to the league");
  ASSERT_THAT(league.red_lines, SizeIs(1));
  EXPECT_EQ(league.red_lines[0].option.id, "accession");
  ASSERT_TRUE(league.red_lines[0].firmness);
  EXPECT_LT(league.red_lines[0].firmness->low, league.red_lines[0].firmness->high);

  EXPECT_THAT(value.positions.at("pont").at("ceasefire").says, SizeIs(1));
  const casefile::Position& water = value.positions.at("kolva").at("resources_navigation");
  EXPECT_THAT(water.red_lines, IsEmpty());
  EXPECT_FALSE(water.says[0].option);
  for (const auto& [party, own] : value.positions) {
    for (const auto& [issue, position] : own) {
      EXPECT_THAT(position.prefers, IsEmpty());
      EXPECT_FALSE(position.ideal);
      EXPECT_FALSE(position.priority);
      EXPECT_EQ(position.grounds.judged_by, kAuthor);
      EXPECT_FALSE(position.grounds.reason.empty());
    }
  }
}

TEST_F(DraftedTalks, KeepsDraftsWithLineageAndUnknownText) {
  ASSERT_THAT(value.drafts, SizeIs(2));
  const casefile::Draft& paper = value.drafts.at("draft_9");
  EXPECT_EQ(paper.points, 9U);
  EXPECT_TRUE(paper.unknown_text);
  EXPECT_EQ(paper.status, casefile::DraftStatus::tabled);
  EXPECT_THAT(paper.amends, ElementsAre(casefile::Reference{"draft_12", {}}));
  EXPECT_THAT(paper.by, ElementsAre(casefile::Reference{"sarno", {}}));
  EXPECT_THAT(paper.grounds.evidence, SizeIs(2));
  ASSERT_THAT(value.answers, SizeIs(1));
  EXPECT_EQ(value.answers[0].draft.id, "draft_9");
  EXPECT_EQ(value.answers[0].answer, casefile::AnswerKind::rejected);
}

TEST_F(DraftedTalks, KeepsMeetingsAsRounds) {
  ASSERT_THAT(value.rounds, SizeIs(2));
  EXPECT_EQ(value.rounds[0].where, "Lake Averne");
  EXPECT_EQ(value.rounds[0].duration, "3 hours 30 minutes");
  EXPECT_EQ(value.rounds[0].outcome, "no result");
  EXPECT_THAT(value.rounds[0].grounds.evidence, SizeIs(2));
  EXPECT_THAT(value.rounds[0].parties, SizeIs(3));
  EXPECT_THAT(value.rounds[0].people, ElementsAre("Lio Brand"));
}

TEST_F(DraftedTalks, SetsDifferencesSideBySideButNotAgreements) {
  ASSERT_THAT(value.claims, SizeIs(1));
  EXPECT_THAT(value.claims[0].claims, SizeIs(2));
  EXPECT_EQ(value.claims[0].note, "The paper had 12 points and now has nine.");
  EXPECT_EQ(value.claims[0].claims[0].says, "“The paper, once of 12 points, is down to nine.”");
}

TEST_F(DraftedTalks, PassesTheCheckAndReadsBackAsTheSameCase) {
  EXPECT_THAT(casefile::check_case(value), IsEmpty());
  casefile::ReportFiles files;
  for (const auto& [id, report] : value.reports) files[report.file] = value.texts.at(id).utf8();
  const auto read = casefile::read_case_text(write_draft(drafted), "case.yaml", files);
  ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
  EXPECT_THAT(read->warnings, IsEmpty());
  casefile::Case back = read->value;
  back.file = value.file;
  back.sections = value.sections;
  EXPECT_EQ(back, value);
}

TEST_F(DraftedTalks, EachGapHasItsCommentBeforeItsEntry) {
  const std::string yaml = write_draft(drafted);
  EXPECT_THAT(yaml, HasSubstr("    # Fill in prefers: [barred_on_both_sides"));
  EXPECT_THAT(yaml, HasSubstr("# no_deal:\n# What each side gets by going on"));
  EXPECT_THAT(yaml, HasSubstr("kolva: {value: 20..60"));
  EXPECT_THAT(yaml, HasSubstr("  # Not told: date, where.\n  - "));
  std::size_t start = 0;
  while (start < yaml.size()) {
    const std::size_t end = yaml.find('\n', start);
    const std::string line = yaml.substr(start, end - start);
    if (line.find('#') == line.find_first_not_of(' ')) {
      EXPECT_LE(count_code_points(line), 100U);
    }
    start = end + 1;
  }
}

TEST_F(DraftedTalks, TellsThatTheDayOfTheCaseIsTheLatestKnown) {
  EXPECT_THAT(write_draft(drafted),
              HasSubstr("# The latest day of publication that is known; what has no day may be "
                        "later.\nas_of: 2027-03-10\n"));
}

// Reports as files of a user's, read as the program reads them.
using Files = std::vector<std::pair<std::string, std::string>>;
struct FromReports {
  record::Record record;
  casefile::Named<Text> texts;

  explicit FromReports(const Files& reports, const std::string& published = "2027-05-20") {
    record::RecordOptions options;
    options.issues = issue_cues(casefile::catalogue());
    std::vector<record::ReportText> files;
    for (const auto& [file, bytes] : reports)
      files.push_back({file, bytes, casefile::Date::from_iso(published)->day});
    record = *record::make_record(files, options);
    for (std::size_t r = 0; r < reports.size(); ++r)
      texts.add(record.reports[r].id, *Text::from_utf8(reports[r].second, reports[r].first));
  }

  Result<DraftedCase> draft() const { return draft_case(record, texts, casefile::catalogue()); }
};

// The parties of a case with a role, by name.
std::vector<std::string> with_role(const casefile::Case& value, Role role) {
  std::vector<std::string> names;
  for (const auto& [id, party] : value.parties) {
    if (party.role == role) names.push_back(party.name);
  }
  return names;
}

TEST(DraftedRoles, AMediatorIsNoSideAndASideNeedNotAct) {
  const FromReports talks(
      Files{{"wire.txt",
             "Egypt presented a ceasefire text on Monday. Mediators from Egypt and "
             "Norway met a Libyan team in Cairo on Tuesday. Egypt wants a ceasefire "
             "before June and called for the release of prisoners. The war between "
             "Libya and Chad began in March. Libya rejected a ceasefire without "
             "a withdrawal.\n"}});
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_THAT(with_role(drafted->value, Role::signatory),
              testing::UnorderedElementsAre("Libya", "Chad"));
  EXPECT_THAT(with_role(drafted->value, Role::mediator), testing::Contains("Egypt"));
}

TEST(DraftedRoles, NamesJoinedByAHyphenStandAgainstEachOther) {
  const FromReports talks(
      Files{{"wire.txt",
             "The EU-mediated Armenia-Azerbaijan peace talks resume on Friday. The "
             "European Union presented a new text. The European Union met Armenia "
             "in Vienna. Armenia demanded the return of prisoners.\n"}});
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_THAT(with_role(drafted->value, Role::signatory),
              testing::UnorderedElementsAre("Armenia", "Azerbaijan"));
}

TEST(DraftedRoles, AQuarrelTellsMoreThanTalks) {
  const FromReports talks(
      Files{{"wire.txt",
             "The United States and Libya ended talks between the United States and Libya in Oslo. "
             "The United States met Libya again on Monday, and the United States presented a "
             "ceasefire text. Libya's war in Chad goes on. Libya and Chad remain deeply divided "
             "over a ceasefire. Libya demanded a ceasefire.\n"}});
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_THAT(with_role(drafted->value, Role::signatory),
              testing::UnorderedElementsAre("Libya", "Chad"));
}

TEST(DraftedRounds, LeaveOutOtherDisputesAndWhatOnePartyHolds) {
  const FromReports talks(Files{
      {"wire.txt",
       "Libya and Chad met in Cairo on Monday for two hours. The war between Libya and Chad goes "
       "on; Libya demanded a ceasefire, and Chad refused a ceasefire. France and Japan held "
       "talks in Paris on Tuesday about trade.\n"}});
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  for (const casefile::Round& each : drafted->value.rounds) EXPECT_NE(each.where, "Paris");
  ASSERT_THAT(drafted->value.rounds, SizeIs(1));
  EXPECT_EQ(drafted->value.rounds[0].where, "Cairo");
}

TEST(DraftedDays, AreTheDaysThatTheSentenceTells) {
  const FromReports talks(Files{{"wire.txt",
                                 "The war between Libya and Chad goes on. Libya demanded a "
                                 "ceasefire, its foreign minister "
                                 "Omar Saleh said on Tuesday. Chad rejects a ceasefire, its "
                                 "defence minister Idriss Abakar "
                                 "said.\n"}},
                          "2027-05-20");
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  const auto& positions = drafted->value.positions;
  std::size_t said = 0;
  for (const auto& [party, own] : positions) {
    for (const auto& [issue, position] : own) {
      for (const casefile::Statement& each : position.says) {
        ++said;
        const bool told_on_tuesday = each.text.find("Tuesday") != std::string::npos;
        EXPECT_EQ(each.date,
                  told_on_tuesday ? casefile::Date::from_iso("2027-05-18") : std::nullopt);
      }
    }
  }
  EXPECT_GT(said, 0U);
}

TEST(DraftedDisputes, OfSeveralAreNotJoinedWithoutAWord) {
  const std::string chad =
      "Libya and Chad met in Cairo on Monday. Libya demanded a ceasefire. Chad refused it. The "
      "United States praised Libya and Chad.\n";
  const std::string armenia =
      "Armenia and Azerbaijan met in Vienna on Monday. Armenia demanded the return of prisoners. "
      "Azerbaijan refused. The United States praised Armenia and Azerbaijan.\n";
  const FromReports two(Files{{"chad.txt", chad}, {"armenia.txt", armenia}});
  const auto refused = two.draft();
  ASSERT_FALSE(refused);
  ASSERT_THAT(refused.error().diagnostics, SizeIs(1));
  EXPECT_EQ(refused.error().diagnostics[0].code, "several-disputes");
  EXPECT_THAT(refused.error().diagnostics[0].message, HasSubstr("chad.txt (Libya, Chad)"));
  EXPECT_THAT(refused.error().diagnostics[0].message,
              HasSubstr("armenia.txt (Armenia, Azerbaijan)"));

  const FromReports one(
      Files{{"chad.txt", chad},
            {"more.txt", "Chad and Cameroon traded blame while Chad fought Libya.\n"}});
  EXPECT_TRUE(one.draft());
}

TEST(DraftCase, NeedsReportsAboutTalks) {
  const auto nothing = draft_case({}, {}, casefile::catalogue());
  ASSERT_FALSE(nothing);
  ASSERT_THAT(nothing.error().diagnostics, SizeIs(1));
  EXPECT_EQ(nothing.error().diagnostics[0].code, "no-talks");
  const FromReports recipe(Files{{"soup.txt", "Boil the leeks for twenty minutes.\n"}});
  ASSERT_FALSE(recipe.draft());
}

// However little is said, a report about talks begins a case that passes the check.
class MeagreReport : public testing::TestWithParam<const char*> {};

TEST_P(MeagreReport, BeginsACase) {
  const FromReports report(Files{{"note.txt", std::string(GetParam()) + "\n"}});
  const auto drafted = report.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_THAT(casefile::check_case(drafted->value), IsEmpty());
  EXPECT_THAT(with_role(drafted->value, Role::signatory), SizeIs(2));
  EXPECT_THAT(drafted->value.issues, testing::Not(IsEmpty()));
  for (const auto& [party, own] : drafted->value.positions) {
    for (const auto& [issue, position] : own) EXPECT_FALSE(position.priority);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Reports, MeagreReport,
    testing::Values("The talks go on, that is all one hears.",
                    "Talks on the price of beet resume on Thursday in Aarhus.",
                    "Chad said on Monday that the negotiations had not begun.",
                    "The beet growers and the sugar works will meet next week, both said.",
                    "Nobody would say what the second round of negotiations was about."));

TEST(DraftedIssue, IsInTheReportsOwnWordsWhereTheCatalogueLacksIt) {
  const FromReports talks(
      Files{{"wire.txt",
             "Talks between Libya and Chad on beekeeping licences ended on Monday. Libya "
             "rejected the beekeeping licences that Chad had drawn up.\n"}});
  const auto drafted = talks.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  const casefile::Issue* own = drafted->value.issues.find("beekeeping_licences");
  ASSERT_NE(own, nullptr);
  EXPECT_TRUE(own->catalogue.empty());
  EXPECT_THAT(own->options, SizeIs(3));
  EXPECT_EQ(drafted->value.title, "Talks between Libya and Chad on beekeeping licences");
}

TEST(DraftedRoles, WhoHostsOrStandsSuretyIsNoSide) {
  const FromReports hosted(Files{
      {"wire.txt",
       "Libya and Chad will meet on Thursday. Norway's foreign minister, Ane Lund, will be in "
       "the chair. The guarantor countries, Qatar and Japan, asked both sides to come.\n"}});
  const auto drafted = hosted.draft();
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_THAT(with_role(drafted->value, Role::signatory),
              testing::UnorderedElementsAre("Libya", "Chad"));
  EXPECT_THAT(with_role(drafted->value, Role::mediator),
              testing::IsSupersetOf({"Norway", "Qatar", "Japan"}));
}

TEST(DraftedRoles, WhoMeetsAtOneTableAreTheSides) {
  for (const char* text :
       {"The Libyan and Chadian delegations sat down in Cairo on Monday. Egypt welcomed it.",
        "Talks between the Government of Libya and the Government of Chad opened in Cairo. Egypt "
        "and "
        "Japan sent congratulations.",
        "Libya and Chad have agreed in talks to reopen a road. Japan will pay for it."}) {
    const FromReports talks(Files{{"wire.txt", std::string(text) + "\n"}});
    const auto drafted = talks.draft();
    ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
    EXPECT_THAT(with_role(drafted->value, Role::signatory),
                testing::UnorderedElementsAre("Libya", "Chad"))
        << text;
  }
}

TEST(DraftedDay, IsNotKnownWhereNoReportTells) {
  const FromReports talks(Files{{"wire.txt", "Libya and Chad held talks on a truce.\n"}});
  record::Record undated = talks.record;
  for (record::Report& each : undated.reports) each.published.clear();
  const auto drafted = draft_case(undated, talks.texts, casefile::catalogue());
  ASSERT_TRUE(drafted) << to_text(drafted.error().diagnostics.front());
  EXPECT_FALSE(drafted->value.as_of);
  EXPECT_THAT(write_draft(*drafted), HasSubstr("The day of the case is not known"));
}

TEST(NamedOption, IsTheOnlyOneWhoseWordsTheTextHas) {
  const casefile::Issue& territory = casefile::catalogue().at("territory");
  EXPECT_EQ(internal::named_option(territory, "a freeze at the line of contact"),
            "freeze_at_contact_line");
  EXPECT_EQ(internal::named_option(territory, "any transfer of land"), std::nullopt);
  EXPECT_EQ(internal::named_option(territory, ""), std::nullopt);
  const casefile::Issue& troops = casefile::catalogue().at("foreign_troops");
  EXPECT_EQ(internal::named_option(troops, "none of it is true"), std::nullopt);
}

TEST(DurationInWords, TellsIsoDurations) {
  EXPECT_EQ(internal::duration_in_words("PT5H"), "5 hours");
  EXPECT_EQ(internal::duration_in_words("P1DT1M"), "1 day 1 minute");
  EXPECT_EQ(internal::duration_in_words("P2M"), "2 months");
  EXPECT_EQ(internal::duration_in_words("five hours"), "five hours");
  EXPECT_EQ(internal::duration_in_words(""), "");
}

}  // namespace
}  // namespace parley::drafting
