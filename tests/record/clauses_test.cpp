#include "parley/record/clauses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/tagged.hpp"

namespace parley::record {
namespace {

/// The subject of the verb group whose main verb is `verb` (its last occurrence), as
/// "group + group: rule"; "nothing" when there is none.
std::string subject(const std::string& text, const std::string& verb) {
  const Tagged tagged(text);
  const Chunks chunks = find_chunks(tagged.sentence());
  for (auto group = chunks.verbs.rbegin(); group != chunks.verbs.rend(); ++group) {
    if (tagged.text(group->head, group->head + 1) != verb) continue;
    const auto found = subject_of(tagged.sentence(), chunks, *group);
    if (!found) return "nothing";
    std::string joined;
    for (const NounGroup& noun : found->groups) {
      joined += (joined.empty() ? "" : " + ") + tagged.text(noun.begin, noun.end);
    }
    return joined + ": " + std::string(name(found->rule));
  }
  return "no verb group " + verb;
}

TEST(SubjectOf, StandsBesideItsVerb) {
  EXPECT_EQ(subject("The/DT envoy/NN said/VBD", "said"), "The envoy: adjacent");
  EXPECT_EQ(subject("She/PRP has/VBZ not/RB yet/RB agreed/VBN", "agreed"), "She: adjacent");
  EXPECT_EQ(subject("Marek/NNP also/RB never/RB said/VBD so/RB", "said"), "Marek: adjacent");
  EXPECT_EQ(subject("He/PRP said/VBD Marek/NNP would/MD sign/VB", "sign"), "Marek: adjacent");
  EXPECT_EQ(subject("There/EX was/VBD no/DT deal/NN", "was"), "There: adjacent");
}

TEST(SubjectOf, MayBeSeveral) {
  EXPECT_EQ(subject("Marek/NNP and/CC Rehn/NNP said/VBD", "said"), "Marek + Rehn: adjacent");
  EXPECT_EQ(subject("Kovan/NNP ,/, Marek/NNP and/CC the/DT envoy/NN said/VBD", "said"),
            "Kovan + Marek + the envoy: adjacent");
  EXPECT_EQ(subject("After/IN talks/NNS with/IN Kovan/NNP ,/, Marek/NNP and/CC Rehn/NNP left/VBD",
                    "left"),
            "Marek + Rehn: adjacent");
  EXPECT_EQ(subject("He/PRP met/VBD with/IN Marek/NNP and/CC Rehn/NNP left/VBD", "left"),
            "Rehn: adjacent");
}

TEST(SubjectOf, IsBeforeAnAside) {
  EXPECT_EQ(subject("Marek/NNP ,/, the/DT Ostrian/JJ envoy/NN ,/, said/VBD", "said"),
            "Marek: aside");
  EXPECT_EQ(subject("The/DT mood/NN ,/, however/RB ,/, was/VBD grim/JJ", "was"), "The mood: aside");
  EXPECT_EQ(subject("Marek/NNP ,/, 54/CD ,/, the/DT envoy/NN ,/, said/VBD", "said"),
            "Marek: aside");
  EXPECT_EQ(subject("Marek/NNP ,/, who/WP leads/VBZ the/DT team/NN ,/, said/VBD", "said"),
            "Marek: aside");
  EXPECT_EQ(subject("The/DT bank/NN ,/, for/IN which/WDT he/PRP works/VBZ ,/, said/VBD", "said"),
            "The bank: aside");
  EXPECT_EQ(subject("Marek/NNP -LRB-/-LRB- 54/CD -RRB-/-RRB- said/VBD", "said"), "Marek: aside");
  EXPECT_EQ(subject("Marek/NNP --/: the/DT envoy/NN --/: said/VBD", "said"), "Marek: aside");
}

TEST(SubjectOf, IsNotInAPrepositionalPhrase) {
  EXPECT_EQ(subject("The/DT head/NN of/IN the/DT bank/NN said/VBD", "said"),
            "The head: preposition");
  EXPECT_EQ(subject("The/DT talks/NNS between/IN Marek/NNP and/CC Rehn/NNP failed/VBD", "failed"),
            "The talks: preposition");
  EXPECT_EQ(subject("The/DT mood/NN after/IN the/DT talks/NNS was/VBD grim/JJ", "was"),
            "The mood: preposition");
  EXPECT_EQ(subject("The/DT decision/NN to/TO leave/VB shocked/VBD them/PRP", "shocked"),
            "The decision: preposition");
  EXPECT_EQ(subject("The/DT plan/NN tabled/VBN in/IN Ostria/NNP failed/VBD", "failed"),
            "The plan: preposition");
  EXPECT_EQ(subject("The/DT plan/NN tabled/VBD in/IN Ostria/NNP failed/VBD", "failed"),
            "The plan: preposition")
      << "a participle mistaken for a past tense";
}

TEST(SubjectOf, FollowsASubordinator) {
  EXPECT_EQ(subject("They/PRP wait/VBP because/IN Marek/NNP said/VBD so/RB", "said"),
            "Marek: adjacent");
  EXPECT_EQ(subject("After/IN Marek/NNP spoke/VBD ,/, they/PRP left/VBD", "spoke"),
            "Marek: adjacent");
  EXPECT_EQ(subject("They/PRP left/VBD the/DT room/NN after/IN Marek/NNP spoke/VBD", "spoke"),
            "Marek: adjacent");
}

TEST(SubjectOf, IsNotATime) {
  EXPECT_EQ(subject("Marek/NNP on/IN Tuesday/NNP said/VBD", "said"), "Marek: adjacent");
  EXPECT_EQ(subject("Marek/NNP Tuesday/NNP said/VBD", "said"), "Marek: adjacent");
  EXPECT_EQ(subject("The/DT envoy/NN last/JJ week/NN said/VBD", "said"), "The envoy: adjacent");
  EXPECT_EQ(subject("The/DT week/NN was/VBD tense/JJ", "was"), "The week: adjacent")
      << "unless there is nothing else";
}

TEST(SubjectOf, ARelativeClauseIsItsAntecedent) {
  EXPECT_EQ(subject("The/DT envoy/NN who/WP said/VBD so/RB left/VBD", "said"),
            "The envoy: antecedent");
  EXPECT_EQ(subject("The/DT plan/NN ,/, which/WDT would/MD end/VB it/PRP", "end"),
            "The plan: antecedent");
  EXPECT_EQ(subject("a/DT text/NN that/WDT pleases/VBZ", "pleases"), "a text: antecedent");
  EXPECT_EQ(subject("They/PRP know/VBP what/WP happened/VBD", "happened"), "nothing");
}

TEST(SubjectOf, IsSharedByJoinedVerbs) {
  EXPECT_EQ(subject("Marek/NNP came/VBD and/CC said/VBD", "said"), "Marek: coordinated");
  EXPECT_EQ(subject("Marek/NNP stayed/VBD late/RB but/CC said/VBD little/JJ", "said"),
            "Marek: coordinated");
  EXPECT_EQ(subject("Marek/NNP said/VBD they/PRP would/MD sign/VB and/CC left/VBD", "left"),
            "Marek: coordinated")
      << "the verb of its own form";
  EXPECT_EQ(subject("They/PRP would/MD sign/VB and/CC leave/VB", "leave"), "They: coordinated");
  EXPECT_EQ(subject("Marek/NNP came/VBD ,/, saw/VBD", "saw"), "Marek: coordinated");
}

TEST(SubjectOf, AParticipleIsThatOfItsGovernor) {
  EXPECT_EQ(subject("Marek/NNP left/VBD early/RB ,/, calling/VBG it/PRP a/DT trap/NN", "calling"),
            "Marek: governing");
  EXPECT_EQ(subject("Kovan/NNP met/VBD Marek/NNP after/IN saying/VBG so/RB", "saying"),
            "Kovan: governing");
  EXPECT_EQ(subject("Marek/NNP ,/, calling/VBG it/PRP a/DT trap/NN ,/, left/VBD", "calling"),
            "Marek: aside");
  EXPECT_EQ(subject("Marek/NNP left/VBD ,/, praising/VBG some/DT and/CC blaming/VBG others/NNS",
                    "blaming"),
            "Marek: coordinated");
  EXPECT_EQ(subject("While/IN praising/VBG the/DT guard/NN ,/, Marek/NNP left/VBD", "praising"),
            "Marek: following");
  EXPECT_EQ(subject("Asked/VBN about/IN it/PRP ,/, Marek/NNP left/VBD", "Asked"),
            "Marek: following");
  EXPECT_EQ(subject("Talks/NNS ended/VBD with/IN Marek/NNP saying/VBG so/RB", "saying"),
            "Marek: absolute");
}

TEST(SubjectOf, AnInfinitiveIsThatOfItsGovernorOrItsObject) {
  EXPECT_EQ(subject("Marek/NNP refused/VBD to/TO say/VB", "say"), "Marek: governing");
  EXPECT_EQ(subject("Marek/NNP helped/VBD draft/VB it/PRP", "draft"), "Marek: governing");
  EXPECT_EQ(subject("Marek/NNP asked/VBD Rehn/NNP to/TO say/VB so/RB", "say"), "Rehn: object");
  EXPECT_EQ(subject("Marek/NNP promised/VBD Rehn/NNP to/TO sign/VB", "sign"), "Marek: governing");
  EXPECT_EQ(subject("Marek/NNP made/VBD Rehn/NNP sign/VB it/PRP", "sign"), "Rehn: object");
  EXPECT_EQ(subject("Wait/VB !/.", "Wait"), "nothing");
}

TEST(SubjectOf, SayingIsThatOfWhoIsQuoted) {
  EXPECT_EQ(subject("The/DT paper/NN quoted/VBD Marek/NNP as/IN saying/VBG that/IN if/IN Kovan/NNP "
                    "moved/VBD ,/, ``/`` we/PRP answer/VBP ''/''",
                    "saying"),
            "Marek: object");
  EXPECT_EQ(subject("Marek/NNP was/VBD quoted/VBN as/IN saying/VBG so/RB", "saying"),
            "Marek: governing");
  EXPECT_EQ(subject("An/DT aide/NN quoted/VBD Kovan/NNP stating/VBG that/IN", "stating"),
            "Kovan: adjacent");
}

TEST(SubjectOf, MayFollowTheVerb) {
  EXPECT_EQ(subject("\"/`` We/PRP stay/VBP ,/, \"/'' said/VBD Marek/NNP ./.", "said"),
            "Marek: inverted");
  EXPECT_EQ(
      subject("\"/`` We/PRP stay/VBP \"/'' ,/, said/VBD Marek/NNP and/CC Rehn/NNP ./.", "said"),
      "Marek + Rehn: inverted");
  EXPECT_EQ(subject("The/DT line/NN would/MD hold/VB ,/, said/VBD Marek/NNP ./.", "said"),
            "Marek: inverted");
  EXPECT_EQ(subject("Did/VBD Marek/NNP say/VB so/RB ?/.", "say"), "Marek: inverted");
  EXPECT_EQ(subject("Should/MD they/PRP refuse/VB ,/, we/PRP leave/VBP", "Should"),
            "they: inverted");
  EXPECT_EQ(subject("\"/`` We/PRP stay/VBP ,/, \"/'' Marek/NNP told/VBD reporters/NNS ./.", "told"),
            "Marek: adjacent");
  EXPECT_EQ(subject("Marek/NNP ,/, the/DT envoy/NN ,/, said/VBD nothing/NN ./.", "said"),
            "Marek: aside");
}

TEST(SubjectOf, SkipsQuotationsAndKeepsQuotedNouns) {
  EXPECT_EQ(
      subject("Marek/NNP ,/, \"/`` tired/JJ but/CC happy/JJ \"/'' ,/, said/VBD so/RB", "said"),
      "Marek: aside");
  EXPECT_EQ(subject("The/DT \"/`` red/JJ line/NN \"/'' hurts/VBZ Marek/NNP ./.", "hurts"),
            "The \" red line: adjacent");
  EXPECT_EQ(subject("He/PRP said/VBD it/PRP was/VBD \"/`` failing/VBG \"/''", "failing"),
            "it: governing");
}

TEST(SubjectOf, IsNotInARelativeClause) {
  EXPECT_EQ(subject("A/DT study/NN that/WDT appeared/VBD in/IN May/NNP found/VBD it/PRP", "found"),
            "A study: aside");
  EXPECT_EQ(subject("All/PDT the/DT experts/NNS I/PRP met/VBD said/VBD so/RB", "said"),
            "All the experts: aside");
  EXPECT_EQ(
      subject("One/CD of/IN the/DT envoys/NNS who/WP drafted/VBD the/DT text/NN left/VBD", "left"),
      "One: preposition");
}

TEST(SubjectOf, IsNotInAnAdverbialPhrase) {
  EXPECT_EQ(
      subject("Marek/NNP left/VBD ,/, in/IN effect/NN calling/VBG it/PRP a/DT trap/NN", "calling"),
      "Marek: governing");
  EXPECT_EQ(subject("Marek/NNP left/VBD Tuesday/NNP calling/VBG it/PRP a/DT trap/NN", "calling"),
            "Marek: governing");
  EXPECT_EQ(subject("They/PRP wait/VBP for/IN Marek/NNP to/TO speak/VB", "speak"), "Marek: object");
}

/// The text of what `find` gives for the only verb group of a sentence; "nothing" when nothing.
template <class Find>
std::string group_of(const std::string& text, Find find) {
  const Tagged tagged(text);
  const Chunks chunks = find_chunks(tagged.sentence());
  const auto found = find(tagged.sentence(), chunks, chunks.verbs.front());
  return found ? tagged.text(found->begin, found->end) : "nothing";
}

TEST(AgentOf, FollowsByAfterAPassive) {
  EXPECT_EQ(
      group_of("It/PRP was/VBD rejected/VBN on/IN Tuesday/NNP by/IN both/DT sides/NNS", agent_of),
      "both sides");
  EXPECT_EQ(group_of("a/DT text/NN tabled/VBN by/IN Kovan/NNP 's/POS aide/NN", agent_of),
            "Kovan 's aide");
  EXPECT_EQ(group_of("It/PRP was/VBD rejected/VBN by/IN Tuesday/NNP", agent_of), "nothing");
  EXPECT_EQ(group_of("They/PRP stood/VBD by/IN Kovan/NNP", agent_of), "nothing");
  EXPECT_EQ(group_of("It/PRP was/VBD amended/VBN to/TO please/VB and/CC by/IN Kovan/NNP", agent_of),
            "nothing");
}

TEST(ObjectOf, StandsBehindAnActiveVerb) {
  EXPECT_EQ(group_of("Marek/NNP told/VBD reporters/NNS that/IN", object_of), "reporters");
  EXPECT_EQ(group_of("They/PRP handed/VBD over/RP four/CD papers/NNS", object_of), "four papers");
  EXPECT_EQ(group_of("Marek/NNP said/VBD Rehn/NNP left/VBD", object_of), "nothing");
  EXPECT_EQ(group_of("Marek/NNP left/VBD Tuesday/NNP", object_of), "nothing");
  EXPECT_EQ(group_of("Marek/NNP was/VBD told/VBN lies/NNS", object_of), "nothing");
}

TEST(SubjectOf, IsOneOfTheGroupsAndNeverHangs) {
  RandomStream random(2, 0, "tags to search");
  const std::vector<std::string_view> vocabulary = {"that",  "was",   "as",   "with", "--",
                                                    "after", "Marek", "said", "and",  "week"};
  for (int round = 0; round < 3000; ++round) {
    const RandomTagged tagged(random, vocabulary, 20);
    const TaggedSentence sentence = tagged.sentence();
    const Chunks chunks = find_chunks(sentence);
    for (const VerbGroup& verb : chunks.verbs) {
      const auto found = subject_of(sentence, chunks, verb);
      if (!found) continue;
      ASSERT_FALSE(found->groups.empty());
      for (const NounGroup& noun : found->groups) {
        ASSERT_THAT(chunks.nouns, ::testing::Contains(noun));
      }
      ASSERT_TRUE(std::is_sorted(found->groups.begin(), found->groups.end(),
                                 [](const auto& a, const auto& b) { return a.begin < b.begin; }));
    }
  }
}

TEST(SubjectOf, ALongChainOfVerbsEnds) {
  std::string text = "Marek/NNP";
  for (int i = 0; i < 3000; ++i) text += " came/VBD and/CC";
  const Tagged tagged(text + " left/VBD");
  const Chunks chunks = find_chunks(tagged.sentence());
  EXPECT_FALSE(subject_of(tagged.sentence(), chunks, chunks.verbs.back()));
}

}  // namespace
}  // namespace parley::record
