#include "parley/record/event_class.hpp"

#include <gmock/gmock.h>

#include "parley/base/random.hpp"
#include "parley/record/event_algebra.hpp"

namespace parley::record {
namespace {

using ::testing::ElementsAre;

/// The words that decided, joined by spaces.
std::string words_of(std::string_view sentence, const EventReading& reading) {
  const auto text = Text::from_utf8(std::string(sentence), "sentence");
  std::string words;
  for (const Span span : reading.words) {
    if (!words.empty()) words += ' ';
    words += text->slice(span);
  }
  return words;
}

struct Claim {
  std::string_view sentence;
  std::string_view event;  ///< class, or class and mode: "RETREAT ceasefire"; "none"
};

std::string told_by(std::string_view sentence, bool with_mode) {
  const auto reading = classify_event(sentence);
  if (!reading) return "none";
  std::string told(name(reading->event));
  if (with_mode && reading->mode) {
    told += ' ';
    told += name(*reading->mode);
  }
  return told;
}

void expect(std::initializer_list<Claim> claims) {
  for (const Claim& claim : claims) {
    const bool with_mode = claim.event.find(' ') != std::string_view::npos;
    EXPECT_EQ(told_by(claim.sentence, with_mode), claim.event) << claim.sentence;
  }
}

TEST(EventClass, AgreesToWhatIsToCome) {
  expect({
      {"Ostria agreed on Monday to send a delegation to the lakeside talks.", "AGREE"},
      {"Kovan proposed a joint inquiry into the explosion.", "AGREE"},
      {"Velmark is ready to negotiate a new fishing accord with Ostria.", "AGREE"},
      {"The two presidents will meet in Brenn next week.", "AGREE meet"},
      {"Ostria would provide Velmark with 300 tons of grain, its minister said.", "AGREE assist"},
      {"Velmark offered to share intelligence with its neighbour.", "AGREE assist"},
      {"The council accepted the mediator's proposal.", "AGREE"},
      {"Marshal Tovin said he was willing to consider the plan.", "AGREE"},
      {"Both sides reached an agreement on the harbour.", "AGREE"},
      {"Ostria promised to democratise its northern province.", "AGREE change"},
  });
}

TEST(EventClass, TellsAMeetingHeldFromOneToCome) {
  expect({
      {"Foreign ministers of Ostria and Velmark met in Brenn on Tuesday.", "CONSULT"},
      {"President Kovan held talks with the Velmarkian premier.", "CONSULT"},
      {"Rehn visited the border town of Lume yesterday.", "CONSULT visit"},
      {"Kovan spoke by phone with the chancellor on Friday.", "CONSULT phone"},
      {"Sarn mediated between the two armies.", "CONSULT third_party"},
      {"Kovan hosted the Velmarkian foreign minister at his residence.", "CONSULT visit"},
      {"Kovan will host the Velmarkian foreign minister on Sunday.", "AGREE"},
      {"The envoys are to meet again in March.", "AGREE"},
      {"Kovan and Rehn did not meet.", "REJECT meet"},
  });
}

TEST(EventClass, NoBreakthroughIsStillAMeeting) {
  expect({
      {"The talks ended without a breakthrough.", "CONSULT"},
      {"Envoys of both states ended six hours of talks in Brenn.", "CONSULT"},
      {"Six hours of talks in Brenn produced no breakthrough.", "CONSULT"},
      {"The meeting lasted five hours and brought no compromise.", "CONSULT"},
  });
}

TEST(EventClass, TellsSignedFromAgreed) {
  expect({
      {"Ostria and Velmark signed a treaty on the shared river.", "SUPPORT"},
      {"Ostria and Velmark agreed on a treaty on the shared river.", "AGREE"},
      {"Ostria's parliament ratified the accord.", "SUPPORT"},
      {"Ostria will sign the accord in May.", "AGREE"},
      {"Velmark refused to sign the accord.", "REJECT"},
  });
}

TEST(EventClass, Supports) {
  expect({
      {"Velmark welcomed the mediator's statement.", "SUPPORT"},
      {"Sarn recognised the new government of Ostria.", "SUPPORT"},
      {"The chancellor praised Ostria's restraint.", "SUPPORT"},
      {"Velmark established diplomatic relations with Sarn.", "SUPPORT"},
      {"The league expressed support for the transitional council.", "SUPPORT"},
  });
}

TEST(EventClass, HelpsAndWorksTogether) {
  expect({
      {"Sarn delivered 40 trucks of medicine to the besieged town.", "AID"},
      {"Velmark granted asylum to two Ostrian officers.", "AID"},
      {"The union gave Ostria 20 million crowns of aid.", "AID"},
      {"Police of both states shared evidence on the smugglers.", "COOPERATE"},
      {"Ostria and Sarn launched joint exercises in the gulf.", "COOPERATE"},
      {"Ostria extradited a banker to Velmark.", "COOPERATE"},
  });
}

TEST(EventClass, GivesWayInWordsOrInDeed) {
  expect({
      {"Kovan relented after a night of pressure.", "CONCEDE"},
      {"Velmark dropped its demand for an apology.", "CONCEDE"},
      {"The government lifted the curfew in the capital.", "CONCEDE"},
      {"Ostria said it would withdraw its troops from the valley.", "CONCEDE withdraw"},
      {"Ostria announced a withdrawal from the valley.", "CONCEDE withdraw"},
      {"Ostria withdrew its troops from the valley.", "RETREAT withdraw"},
      {"The rebels released 14 hostages on Sunday.", "RETREAT release"},
      {"Velmark will release the fishermen.", "CONCEDE release"},
      {"Velmark lifted its embargo on Ostrian timber.", "RETREAT ease"},
      {"The marshal declared a ceasefire along the river.", "RETREAT ceasefire"},
      {"Both armies pulled back from the bridge.", "RETREAT withdraw"},
      {"Ostria allowed inspectors into the plant.", "RETREAT access"},
      {"Velmark returned the bodies of nine soldiers.", "RETREAT hand_back"},
      {"Militiamen handed in their weapons at the depot.", "RETREAT disarm"},
  });
}

TEST(EventClass, AsksOrRequires) {
  expect({
      {"Velmark demanded the release of its fishermen.", "REQUEST yield"},
      {"Ostria must withdraw its troops, the chancellor said.", "REQUEST yield"},
      {"The mediator urged both sides to meet.", "REQUEST meet"},
      {"Rehn called for an immediate ceasefire.", "REQUEST yield"},
      {"Sarn asked the union for food aid.", "REQUEST assist"},
      {"Ostria should compensate the farmers, Rehn said.", "REQUEST yield"},
      {"Rehn insisted that Ostria must pay for the dam.", "REQUEST"},
  });
}

TEST(EventClass, BlamesOrInquires) {
  expect({
      {"Kovan accused Velmark of arming the rebels.", "ACCUSE allege"},
      {"Velmark condemned the shelling of Lume.", "ACCUSE disapprove"},
      {"Rehn criticised the draft as one-sided.", "ACCUSE disapprove"},
      {"Ostria lodged a protest with Velmark over the overflight.", "ACCUSE disapprove"},
      {"The union opened an inquiry into the explosion.", "ACCUSE investigate"},
      {"Observers investigated the killing of a patrolman.", "ACCUSE investigate"},
  });
}

TEST(EventClass, RefusesWhenCooperationIsNegated) {
  expect({
      {"Velmark rejected the plan.", "REJECT"},
      {"The plan was rejected by Velmark.", "REJECT"},
      {"Ostria will not meet the rebels.", "REJECT meet"},
      {"Ostria refused to withdraw its troops.", "REJECT yield"},
      {"Kovan ruled out talks with the marshal.", "REJECT meet"},
      {"Velmark declined to send aid.", "REJECT assist"},
      {"Velmark would never recognise the border, its premier said.", "REJECT"},
      {"Ostria cancelled Sunday's meeting with the envoy.", "REJECT meet"},
      {"The meeting was postponed.", "REJECT meet"},
      {"The sides failed to reach an agreement.", "REJECT"},
  });
}

TEST(EventClass, NegatedHarmIsNoPromise) {
  expect({
      {"Ostria will not attack Velmark, its marshal said.", "none"},
      {"The army did not shell the town.", "none"},
      {"Velmark did not rule out talks.", "AGREE"},
      {"Ostria seeks no war.", "none"},
      {"Kovan promised that there would be no war.", "AGREE"},
      {"Ostria held no talks with the rebels.", "REJECT meet"},
  });
}

TEST(EventClass, SilenceRefusesNothing) {
  expect({
      {"Velmark did not promise to withdraw its troops.", "none"},
      {"Velmark did not threaten to attack.", "none"},
      {"Velmark has neither accepted nor refused the plan.", "none"},
      {"Rehn denied the report.", "none"},
      {"\"When?\" Kovan asked.", "none"},
  });
}

TEST(EventClass, ThreatensHarmToCome) {
  expect({
      {"Ostria threatened to close the border.", "THREATEN"},
      {"If Velmark crosses the river, Ostria will attack.", "THREATEN violence"},
      {"Velmark will impose sanctions unless the dam is opened.", "THREATEN restrict"},
      {"Velmark warned that it would break off relations.", "THREATEN relations"},
      {"Kovan issued an ultimatum to the rebels.", "THREATEN"},
      {"The union said it would expel the Ostrian ambassador.", "THREATEN expel"},
      {"Farmers vowed to blockade the port.", "THREATEN"},
      {"We seek no fight, but if they land we will strike back.", "THREATEN violence"},
  });
}

TEST(EventClass, ProtestsInTheStreet) {
  expect({
      {"Thousands demonstrated in Brenn against the accord.", "PROTEST"},
      {"Students staged a rally outside the ministry.", "PROTEST"},
      {"Dockers went on strike over the treaty.", "PROTEST"},
      {"Farmers blocked the road to the border.", "PROTEST"},
      {"Prisoners began a hunger strike.", "PROTEST"},
      {"Miners began a strike on Monday.", "PROTEST"},
  });
}

TEST(EventClass, ShowsForce) {
  expect({
      {"Ostria massed troops along the river.", "MOBILIZE troops"},
      {"Velmark put its forces on alert.", "MOBILIZE troops"},
      {"Velmark deployed police at the harbour.", "MOBILIZE police"},
      {"The navy began exercises in the strait.", "MOBILIZE troops"},
      {"The army prepared to shell the ridge.", "MOBILIZE troops"},
  });
}

TEST(EventClass, CutsTies) {
  expect({
      {"Velmark suspended the talks.", "SANCTION discontinue"},
      {"The talks were suspended after the shelling.", "SANCTION discontinue"},
      {"Ostria recalled its ambassador from Brenn.", "SANCTION withdraw"},
      {"Ostria expelled three Velmarkian diplomats.", "SANCTION expel"},
      {"Sarn cut off aid to Ostria.", "SANCTION discontinue"},
      {"The rebels walked out of the talks.", "SANCTION"},
      {"Velmark broke off diplomatic relations with Ostria.", "SANCTION discontinue"},
      {"Velmark announced the suspension of air links.", "SANCTION discontinue"},
  });
}

TEST(EventClass, Coerces) {
  expect({
      {"Velmark imposed an embargo on Ostrian steel.", "COERCE embargo"},
      {"Police arrested nine members of the opposition.", "COERCE arrest"},
      {"The coast guard seized two trawlers.", "COERCE seize"},
      {"The government banned the opposition newspaper.", "COERCE ban"},
      {"Martial law was declared in the province.", "COERCE martial_law"},
      {"The navy blockaded the island.", "COERCE blockade"},
      {"Authorities deported 60 fishermen.", "COERCE deport"},
  });
}

TEST(EventClass, AssaultsAndBreaksTruces) {
  expect({
      {"Ostrian guns shelled the village of Lume overnight.", "ASSAULT fight"},
      {"Two envoys were killed by gunmen near the bridge.", "ASSAULT"},
      {"Rebels attacked a convoy.", "ASSAULT"},
      {"The militia broke the truce within hours.", "ASSAULT fight"},
      {"Soldiers burned 30 houses in the valley.", "ASSAULT destroy"},
      {"Velmark launched an offensive in the south.", "ASSAULT fight"},
      {"Ostria resumed strikes on the port.", "ASSAULT fight"},
      {"The army ended its offensive.", "RETREAT ceasefire"},
  });
}

TEST(EventClass, NounsThatLookLikeVerbsAreObjects) {
  expect({
      {"Ostria rejected Velmark's demands.", "REJECT"},
      {"The strikes on Lume were condemned by the union.", "ACCUSE disapprove"},
      {"Attacks on the convoy must stop, the mediator said.", "REQUEST yield"},
      {"Talks resumed in Brenn.", "CONSULT"},
      {"The mediator's plans were welcomed by both sides.", "SUPPORT"},
  });
}

TEST(EventClass, TheMainClauseWins) {
  expect({
      {"After guns shelled the town, the ministers met in Brenn.", "CONSULT"},
      {"Kovan, who had rejected the first draft, signed the treaty.", "SUPPORT"},
      {"Velmark suspended talks because rebels attacked the port.", "SANCTION"},
  });
}

TEST(EventClass, ARemarkIsNoEvent) {
  expect({
      {"The weather in Brenn was fine.", "none"},
      {"Kovan said the mood was good.", "none"},
      {"", "none"},
  });
  EXPECT_FALSE(classify_event("\xff\xfe"));
}

TEST(EventClass, SaysWhichWordsDecided) {
  constexpr std::string_view kSentence = "Velmark’s council will not meet the rebels.";
  const auto reading = classify_event(kSentence);
  ASSERT_TRUE(reading);
  EXPECT_EQ(words_of(kSentence, *reading), "will not meet");
  EXPECT_EQ(reading->confidence, Confidence::high);
  constexpr std::string_view kObject = "Ostria agreed to suspend the embargo.";
  const auto composed = classify_event(kObject);
  ASSERT_TRUE(composed);
  EXPECT_EQ(words_of(kObject, *composed), "agreed to suspend embargo");
}

TEST(EventClass, TellsWhatIsToComeFromWhatIsDone) {
  EXPECT_TRUE(classify_event("The government will lift the curfew.")->to_come);
  EXPECT_TRUE(classify_event("Ostria threatened to attack.")->to_come);
  EXPECT_FALSE(classify_event("The government lifted the curfew.")->to_come);
}

TEST(EventClass, WorksWithoutTheTagger) {
  for (const auto& [sentence, event] : std::initializer_list<Claim>{
           {"Velmark rejected the plan.", "REJECT"},
           {"The two presidents will meet in Brenn next week.", "AGREE"},
           {"Ostria threatened to close the border.", "THREATEN"},
           {"Thousands demonstrated in Brenn against the accord.", "PROTEST"}}) {
    const auto reading = classify_event(sentence, false);
    ASSERT_TRUE(reading) << sentence;
    EXPECT_EQ(name(reading->event), event) << sentence;
  }
}

// Any text ends in an answer whose words lie in the text, in order.
TEST(EventClass, StandsAnyText) {
  constexpr std::array<std::string_view, 24> kPieces = {
      "will",  "not",    "agreed",   "to",      "suspend", "talks", "the",   "Ostria",
      "must",  "attack", "refused",  "“",       "”",       ",",     "if",    "who",
      "troop", "be",     "prepared", "release", "of",      ".",     "began", "ended"};
  RandomStream random(1, 0, {"event-words"});
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const std::size_t length = random.below(30);
    for (std::size_t i = 0; i < length; ++i) {
      text += kPieces[random.below(kPieces.size())];
      text += ' ';
    }
    const auto reading = classify_event(text);
    if (!reading) continue;
    EXPECT_FALSE(reading->words.empty()) << text;
    const auto as_text = Text::from_utf8(text, "text");
    std::size_t last = 0;
    for (const Span span : reading->words) {
      EXPECT_LE(last, span.start) << text;
      EXPECT_LE(span.end, as_text->size()) << text;
      last = span.end;
    }
  }
}

TEST(QuadClasses, PutEachClassInItsQuarter) {
  EXPECT_EQ(quad_class(EventClass::CONCEDE), QuadClass::verbal_cooperation);
  EXPECT_EQ(quad_class(EventClass::RETREAT), QuadClass::material_cooperation);
  EXPECT_EQ(quad_class(EventClass::REJECT), QuadClass::verbal_conflict);
  EXPECT_EQ(quad_class(EventClass::SANCTION), QuadClass::material_conflict);
  std::array<int, kQuadClassNames.size()> count{};
  for (std::size_t i = 0; i < kEventClassNames.size(); ++i)
    ++count[static_cast<std::size_t>(quad_class(static_cast<EventClass>(i)))];
  EXPECT_THAT(count, ElementsAre(4, 3, 4, 5));
}

// What is refused after it was refused, ended after it began: the laws of the operators, for each
// class.
TEST(EventAlgebra, KeepsItsLaws) {
  using namespace internal;
  for (std::size_t i = 0; i < kEventClassNames.size(); ++i) {
    const Deed deed{static_cast<EventClass>(i), std::nullopt};
    const QuadClass intended_quad = quad_class(intended(deed).event);
    if (is_cooperative(deed.event)) {
      EXPECT_EQ(intended_quad, QuadClass::verbal_cooperation) << name(deed.event);
      EXPECT_EQ(negated(deed)->event, EventClass::REJECT) << name(deed.event);
    } else {
      EXPECT_EQ(intended_quad, QuadClass::verbal_conflict) << name(deed.event);
    }
    EXPECT_EQ(intended(intended(deed)).event, intended(deed).event) << name(deed.event);
    EXPECT_EQ(requested(deed).event, EventClass::REQUEST);
    EXPECT_EQ(rejected(deed).event, EventClass::REJECT);
    EXPECT_EQ(threatened(deed).event, EventClass::THREATEN);
    if (const auto ended = halted(deed);
        ended && quad_class(deed.event) != QuadClass::verbal_conflict) {
      EXPECT_NE(is_cooperative(ended->event), is_cooperative(deed.event)) << name(deed.event);
    }
  }
}

}  // namespace
}  // namespace parley::record
