// Councils in tables: plain, of KTAB and of decide-exchange-model.
#include "parley/formats/council.hpp"

#include <gmock/gmock.h>

#include "formats/files.hpp"

namespace parley::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<ReadCouncil> read(const std::string& text) {
  return read_council(source("council.csv", text));
}

std::vector<std::string> told(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& each : diagnostics) {
    lines.push_back(std::to_string(each.place.line) + ":" + std::to_string(each.place.column) +
                    " " + each.code);
  }
  return lines;
}

std::vector<std::string> wrong(const std::string& text) {
  const auto found = read(text);
  return found ? std::vector<std::string>{} : told(found.error().diagnostics);
}

const influence::UncertainStand& stand(const ReadCouncil& read, std::size_t actor,
                                       std::size_t scale = 0) {
  return *read.council.actors[actor].stands[scale];
}

const char* const kPlain =
    "actor,position,salience,capability\n"
    "North,20,0.5,3\n"
    "South,80,1,2.5\n";

void expect_north_and_south(const ReadCouncil& found) {
  ASSERT_EQ(found.council.actors.size(), 2U);
  EXPECT_EQ(found.council.actors[1].name, "South");
  EXPECT_EQ(stand(found, 1).position, Estimate::fixed(80));
  EXPECT_EQ(stand(found, 0).salience, Estimate::fixed(0.5));
  EXPECT_EQ(stand(found, 1).capability, Estimate::fixed(2.5));
}

TEST(PlainCouncil, IsReadWhateverPartsTheCells) {
  expect_north_and_south(*read(kPlain));
  expect_north_and_south(
      *read("Actor;Position;Salience;Power\r\nNorth;20;0,5;3\r\nSouth;80;1;2,5\r\n"));
  expect_north_and_south(
      *read("\xEF\xBB\xBFname\tpos\tsal\tweight\rNorth\t20\t0,5\t3\rSouth\t80\t1\t2.5"));
  expect_north_and_south(
      *read("PARTY | PSTN | SAL | INFLUENCE\nNorth|20|0.5|3\n\nSouth|80|1|2.5\n"));
  expect_north_and_south(
      *read("\"actor\",\"position\",\"salience\",\"capability\"\n\"North\",\"20\",\".5\",\"3\"\n"
            "\"South\",\"80\",\"1\",\"2.5\"\n"));
}

TEST(PlainCouncil, ColumnsStandInAnyOrderAndOthersAreLeftOut) {
  const auto found =
      read("salience,note,capability,actor,position\n0.5,x,3,North,20\n1,,2.5,South,80\n");
  expect_north_and_south(*found);
  EXPECT_THAT(told(found->warnings), ElementsAre("1:10 unknown-column"));
}

TEST(PlainCouncil, WhatHasNoColumnIsOneForAllAndSaysSo) {
  const auto found = read("actor,position\nNorth,20\nSouth,80\n");
  EXPECT_EQ(stand(*found, 0).capability, Estimate::fixed(1));
  EXPECT_EQ(stand(*found, 1).salience, Estimate::fixed(1));
  EXPECT_THAT(told(found->warnings), ElementsAre("1:1 missing-column", "1:1 missing-column"));
}

TEST(PlainCouncil, ARowWithoutANumberIsNoStand) {
  const auto found =
      read("issue,actor,position,salience,power\np,a,10,1,1\np,b,,1,1\nq,a,50,NA,1\nq,b,90,1,1\n");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->council.actors[1].stands[0]);
  EXPECT_FALSE(found->council.actors[0].stands[1]);
  EXPECT_THAT(told(found->warnings), ElementsAre("3:1 no-stand", "4:1 no-stand"));
}

TEST(PlainCouncil, RangesPercentWordsAndMoreAreRead) {
  const auto found = read(
      "issue,actor,position,salience,capability,low,high,reference,veto,words\n"
      "date,a,2..4,50%,1,0,10,0,yes,\n"
      "date,b,7,90%,2,0,10,0,no,seven years\n");
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(stand(*found, 0).position, Estimate::between(2, 4));
  EXPECT_EQ(stand(*found, 1).salience, Estimate::fixed(0.9));
  const influence::Scale& scale = found->council.scales[0];
  EXPECT_EQ(scale.low, 0);
  EXPECT_EQ(scale.high, 10);
  EXPECT_EQ(scale.reference, 0);
  EXPECT_THAT(scale.marks, ElementsAre(influence::Mark{7, "seven years"}));
  EXPECT_TRUE(found->council.actors[0].veto);
  EXPECT_FALSE(found->council.actors[1].veto);
  EXPECT_TRUE(found->ends_stated);
}

TEST(PlainCouncil, SaliencesAboveOneArePartsOfAHundred) {
  const auto found = read("actor,position,salience,capability\na,1,50,1\nb,2,0.5,1\n");
  EXPECT_EQ(stand(*found, 0).salience, Estimate::fixed(0.5));
  EXPECT_EQ(stand(*found, 1).salience, Estimate::fixed(0.005));
  EXPECT_THAT(told(found->warnings), ElementsAre("2:5 percent-salience"));
}

TEST(PlainCouncil, WithoutEndsAllScalesSpanTheOutermostPositionsOfTheFile) {
  const auto found = read("issue,actor,position\np,a,4\np,b,6\nq,a,5\nq,b,10\n");
  for (const influence::Scale& each : found->council.scales) {
    EXPECT_EQ(each.low, 4);
    EXPECT_EQ(each.high, 10);
  }
  EXPECT_FALSE(found->ends_stated);
}

TEST(PlainCouncil, AReferenceBeyondThePositionsIsAnEndWhereNoneIsStated) {
  const auto found = read("actor,position,reference\na,4,0\nb,6,0\n");
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(found->council.scales[0].low, 0);
  EXPECT_EQ(found->council.scales[0].high, 6);
}

TEST(PlainCouncil, OneEndAloneIsJoinedByTheOutermostPosition) {
  const auto found = read("actor,position,low\na,4,0\nb,6,0\n");
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(found->council.scales[0].low, 0);
  EXPECT_EQ(found->council.scales[0].high, 6);
}

TEST(PlainCouncil, SizesAreLimited) {
  std::string text = "issue,actor,position\n";
  for (std::size_t i = 0; i <= influence::kMostActors; ++i) {
    text += "p,actor " + std::to_string(i) + ",1\n";
  }
  EXPECT_THAT(wrong(text), testing::Contains(HasSubstr("too-many-actors")));
  text = "issue,actor,position\n";
  for (std::size_t i = 0; i <= influence::kMostScales; ++i) {
    text += "issue " + std::to_string(i) + ",a,1\n";
  }
  EXPECT_THAT(wrong(text), testing::Contains(HasSubstr("too-many-scales")));
}

TEST(PlainCouncil, EveryMistakeHasItsPlace) {
  EXPECT_THAT(wrong(""), ElementsAre("1:1 nothing-to-read"));
  EXPECT_THAT(wrong(",,\n,\n"), ElementsAre("1:1 nothing-to-read"));
  EXPECT_THAT(wrong("\n  \n"), ElementsAre("1:1 nothing-to-read"));
  EXPECT_THAT(wrong("who,where\na,1\n"),
              ElementsAre("1:1 unknown-column", "1:1 missing-column", "1:1 missing-column",
                          "1:1 missing-column", "1:1 missing-column", "1:5 unknown-column"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,ten,1,1\nb,5,2..1,1\n"),
              ElementsAre("2:3 bad-number", "3:5 range-upside-down"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,1,-1,1\nb,2,1,-3\nc,2,1,nan\n"),
              ElementsAre("2:5 bad-salience", "3:7 negative-weight", "4:7 not-finite"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,1,120,1\n"),
              ElementsAre("2:5 bad-salience"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,1,1,1\na,2,1,1\n"),
              ElementsAre("3:1 duplicate-row"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,1,1,0\nb,2,0,1\n"),
              ElementsAre("1:1 zero-weights"));
  EXPECT_THAT(wrong("actor,position,salience,capability\na,1,1,1,7\n"),
              ElementsAre("2:9 too-many-cells"));
  EXPECT_THAT(wrong("actor,position,salience,capability\n,1,1,1\n"), ElementsAre("2:1 empty-name"));
  EXPECT_THAT(wrong("actor,position,low,high,salience,power\na,11,0,10,1,1\n"),
              ElementsAre("2:3 off-scale"));
  EXPECT_THAT(wrong("actor,position,power,weight,salience\na,1,1,1,1\n"),
              ElementsAre("1:22 duplicate-column"));
  EXPECT_THAT(wrong("actor,position,salience,capability,veto\na,1,1,1,maybe\n"),
              ElementsAre("2:9 unknown-word"));
  EXPECT_THAT(wrong("actor,position,salience,power,reference\na,1,1,1,0\nb,9,1,1,1\n"),
              testing::Contains("3:9 contradiction"));
  EXPECT_THAT(wrong("actor,position,salience,capability\n"),
              ElementsAre("1:1 no-actors", "1:1 no-scales"));
}

const char* const kKtab =
    "Harbour ,\"A made-up scenario\",2,2,\n"
    "Actor,Description,Power,Fee Position,Fee Salience,Pstn2,Sal2,\n"
    "N, The north, 12.5, 20, 50, 0, 25,\n"
    "S, \"The south, below\",  7, 80, 40.5, 100, 10,\n";

TEST(KtabCouncil, IsOneSpaceOfHundredths) {
  const auto found = read(kKtab);
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(found->form, CouncilForm::ktab);
  EXPECT_TRUE(found->one_space);
  EXPECT_EQ(found->council.scales[0].name, "Fee");
  EXPECT_EQ(found->council.scales[1].name, "dimension 2");
  EXPECT_EQ(found->council.actors[1].description, "The south, below");
  EXPECT_EQ(stand(*found, 1, 0).salience, Estimate::fixed(0.405));
  EXPECT_EQ(stand(*found, 0, 1).capability, Estimate::fixed(12.5));
  EXPECT_EQ(found->council.scales[1].high, 100);
}

TEST(KtabCouncil, EveryMistakeHasItsPlace) {
  EXPECT_THAT(wrong("H,d,3,1,\nActor,Desc,Power,P,S\na,x,1,5,5\nb,x,1,6,5\n"),
              ElementsAre("1:5 wrong-count"));
  EXPECT_THAT(wrong("H,d,2,2,\nActor,Desc,Power,P,S\na,x,1,5,5\nb,x,1,6,5\n"),
              ElementsAre("2:1 wrong-count"));
  EXPECT_THAT(wrong("H,d,2,1,\nActor,Desc,Power,P,S\na,x,1,105,5\nb,x,1,6\n"),
              ElementsAre("3:7 off-scale", "4:1 too-few-cells"));
  EXPECT_THAT(wrong("H,d,2,1,\n"), ElementsAre("1:1 missing-heading"));
  EXPECT_THAT(wrong("H,d,1,1,\nActor,Desc,Power,P,S\na,x,1,5,101\n"),
              ElementsAre("3:9 bad-salience"));
}

const char* const kExchange =
    "#O\tA made-up case\t\t\n"
    "#A\tN\tThe north\t\n"
    "#A\tS\tThe south\n"
    "#P\tfee\tHow high is the fee?\n"
    "#M\tfee\t0.5\tcheap\n"
    "#M\tfee\t7\tdear\n"
    "#/\tactor\tissue\tposition\tsalience\tpower\n"
    "#D\tN\tfee\t3\t0.7\t1\n"
    "#D\tS\tfee\t7\t0.5\t0.6\n";

TEST(ExchangeCouncil, HasScalesInWords) {
  const auto found = read(kExchange);
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(found->form, CouncilForm::exchange);
  const influence::Scale& scale = found->council.scales[0];
  EXPECT_EQ(scale.low, 0.5);
  EXPECT_THAT(scale.marks, ElementsAre(influence::Mark{0.5, "cheap"}, influence::Mark{7, "dear"}));
  EXPECT_EQ(stand(*found, 1).capability, Estimate::fixed(0.6));
}

TEST(ExchangeCouncil, MayHaveSingleQuotesAndOtherSeparators) {
  const auto found =
      read("'#A';'N';''\n'#A';'S'\n'#D';'N';'fee';3;0,7;1\n'#D';'S';'fee';7;0,5;1\n");
  ASSERT_TRUE(found) << to_text(found.error().diagnostics.front());
  EXPECT_EQ(stand(*found, 0).salience, Estimate::fixed(0.7));
}

TEST(ExchangeCouncil, EveryMistakeHasItsPlace) {
  EXPECT_THAT(wrong("#A,N\n#P,fee\n#M,fee,0\n#M,fee,10\n#D,N,fee,12,1,1\n#D,S,fee\n"),
              ElementsAre("5:10 off-scale", "6:1 too-few-cells"));
  const auto found = read("#A,N\n#D,N,fee,12,1,1\n#X,what\n");
  ASSERT_TRUE(found);
  EXPECT_THAT(told(found->warnings), ElementsAre("3:1 unknown-tag"));
}

void expect_same(const influence::UncertainCouncil& a, const influence::UncertainCouncil& b) {
  ASSERT_EQ(a.scales.size(), b.scales.size());
  for (std::size_t k = 0; k < a.scales.size(); ++k) {
    EXPECT_EQ(a.scales[k].name, b.scales[k].name);
    EXPECT_EQ(a.scales[k].low, b.scales[k].low);
    EXPECT_EQ(a.scales[k].high, b.scales[k].high);
  }
  ASSERT_EQ(a.actors.size(), b.actors.size());
  for (std::size_t i = 0; i < a.actors.size(); ++i) {
    EXPECT_EQ(a.actors[i].name, b.actors[i].name);
    for (std::size_t k = 0; k < a.scales.size(); ++k) {
      ASSERT_EQ(a.actors[i].stands[k].has_value(), b.actors[i].stands[k].has_value());
      if (!a.actors[i].stands[k]) continue;
      EXPECT_EQ(a.actors[i].stands[k]->position, b.actors[i].stands[k]->position);
      EXPECT_EQ(a.actors[i].stands[k]->salience, b.actors[i].stands[k]->salience);
      EXPECT_EQ(a.actors[i].stands[k]->capability, b.actors[i].stands[k]->capability);
    }
  }
}

TEST(PublishedCouncils, AreRead) {
  const auto published = [](const std::string& name) {
    const std::string path =
        std::string(PARLEY_SOURCE_DIR) + "/tests/influence/published/" + name + ".csv";
    return *read_council({path, *read_text_file(path, kMostBytes)});
  };
  const ReadCouncil emission = published("emission");
  EXPECT_EQ(emission.council.actors.size(), 10U);
  EXPECT_EQ(stand(emission, 8).salience, Estimate::fixed(1));
  EXPECT_EQ(emission.council.scales[0].low, 4);
  EXPECT_EQ(emission.council.scales[0].high, 10);
  const ReadCouncil paris = published("cop21");
  EXPECT_EQ(paris.council.scales.size(), 13U);
  EXPECT_EQ(paris.council.actors.size(), 15U);
  std::size_t stands = 0;
  for (const auto& actor : paris.council.actors) {
    for (const auto& each : actor.stands) stands += each ? 1U : 0U;
  }
  EXPECT_EQ(stands, 181U);
  const ReadCouncil reform = published("ktab_soe_pol_comp");
  EXPECT_EQ(reform.council.actors.size(), 13U);
  EXPECT_EQ(reform.council.scales[1].name, "Competitive");
  EXPECT_EQ(stand(reform, 12, 1).salience, Estimate::fixed(0.46));
}

TEST(WrittenCouncil, ReadsBackTheSameInEachForm) {
  for (const char* text : {kKtab, kExchange}) {
    const auto council = read(text)->council;
    for (const CouncilForm form : {CouncilForm::plain, CouncilForm::ktab, CouncilForm::exchange}) {
      const auto written = write_council(council, form);
      if (!written) {
        EXPECT_EQ(text, kExchange);  // whose scale is not 0 to 100
        EXPECT_EQ(form, CouncilForm::ktab);
        continue;
      }
      const auto again = read(*written);
      ASSERT_TRUE(again) << *written << to_text(again.error().diagnostics.front());
      EXPECT_EQ(again->form, form);
      expect_same(council, again->council);
    }
  }
}

TEST(WrittenCouncil, WhatAFormCannotHoldIsSaid) {
  const auto council = read("actor,position,salience,capability\na,2..4,1,1\nb,7,1,1\n")->council;
  const auto written = write_council(council, CouncilForm::exchange);
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().diagnostics.front().message, HasSubstr("ranges"));
  expect_same(council, read(*write_council(council, CouncilForm::plain))->council);
}

}  // namespace
}  // namespace parley::formats
