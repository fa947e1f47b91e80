#include <gmock/gmock.h>

#include "record/recorded.hpp"

namespace parley::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "Reed: We agree." of each statement that a label gave its speaker.
std::vector<std::string> labelled(const std::string& text) {
  std::vector<std::string> lines;
  for (const Statement& each : recorded({text}).statements) {
    if (each.rule == "label") lines.push_back(each.speaker_name + ": " + each.text);
  }
  return lines;
}

TEST(SpeakerLabels, ATurnIsWhatStandsBehindTheLabel) {
  EXPECT_THAT(labelled("Meeting with the press\n\nQuestion: Was the dam discussed?\n\n"
                       "Reed: It was. We will not sell it.\n\nNor will we lease it.\n\n"
                       "Question: And the road?\n\nReed: The road stays open."),
              ElementsAre("Reed: It was.", "Reed: We will not sell it.",
                          "Reed: Nor will we lease it.", "Reed: The road stays open."));
}

TEST(SpeakerLabels, AnswersOfAnInterviewAreThoseOfItsTitle) {
  EXPECT_THAT(
      labelled("Interview with Minister Ena Moor\n\nQ: Is the dam for sale?\nA: It is not.\n\n"
               "Q: And the road?\nA: The road stays open."),
      ElementsAre("Minister Ena Moor: It is not.", "Minister Ena Moor: The road stays open."));
}

TEST(SpeakerLabels, CapitalsAndOfficesAreLabels) {
  const Record record =
      recorded({"Joint press conference\n\nMODERATOR: The first question, please.\n\nQUESTION: "
                "Will you sign?\n\n"
                "PRESIDENT MOOR: We will sign on Monday.\n\nQUESTION: And you?\n\n"
                "PRIME MINISTER REED: So will we.\n\nPresident Ena Moor said that the dam was no "
                "obstacle."});
  std::vector<std::string> speakers;
  for (const Statement& each : record.statements) {
    if (each.rule == "label" && each.text == "We will sign on Monday.") {
      EXPECT_EQ(each.speaker, actor_named(record, "Ena Moor").id);
      EXPECT_EQ(each.kind, StatementKind::direct);
      speakers.push_back(each.speaker_name);
    }
  }
  EXPECT_THAT(speakers, ElementsAre("PRESIDENT MOOR"));
}

TEST(SpeakerLabels, TwoOfficesThatSpeakMakeATranscript) {
  EXPECT_THAT(labelled("Joint statement to the press\n\nPRESIDENT MOOR: We share the lake.\n\n"
                       "Minister Reed: And the dam."),
              ElementsAre("PRESIDENT MOOR: We share the lake.", "Minister Reed: And the dam."));
  EXPECT_THAT(labelled("The delegations\n\nPresident: Ena Moor\n\nMinister: Ivo Reed"), IsEmpty());
}

TEST(SpeakerLabels, TheTopicsOfAPlanAreNone) {
  EXPECT_THAT(
      labelled("Plan for the lake\n\nWater: The lake is shared.\n\nRoads: They stay open.\n\n"
               "Prisoners: All go home.\n\nDam: It is guarded by both."),
      IsEmpty());
  EXPECT_THAT(labelled("The envoys met. Reed: we agree.\n\nNote: this is a translation."),
              IsEmpty());
}

}  // namespace
}  // namespace parley::record
