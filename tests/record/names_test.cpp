// Who occurs in a report: names in many shapes, offices, and one person in several spellings.
#include "parley/record/names.hpp"

#include <gmock/gmock.h>

#include <set>

#include "parley/record/name_folding.hpp"
#include "recorded.hpp"

namespace parley::record {
namespace {

std::string actors_of(const std::string& text) {
  std::string list;
  for (const Actor& each : recorded({text}).actors) {
    list += (list.empty() ? "" : "; ") + std::string(name(each.kind)) + " " + each.name;
    for (const Role& role : each.roles) {
      list += " [" + (role.time == RoleTime::current ? "" : std::string(name(role.time)) + " ") +
              role.title + (role.affiliation.empty() ? "" : ", " + role.affiliation) + "]";
    }
  }
  return list;
}

struct Case {
  const char* text;
  const char* actors;
};

TEST(Names, AreReadInTheirManyShapes) {
  const Case cases[] = {
      {"Negotiator Badr al-Orsini told reporters that the road was open. Orsini said no more.",
       "person Badr al-Orsini [Negotiator]"},
      {"Envoy Ada von der Rehn said that the road was open.", "person Ada von der Rehn [Envoy]"},
      {"FRANCE'S envoy Ilan Marek said no.", "state France; person Ilan Marek [envoy, France]"},
      {"PORT HADRIN, May 3 (Valley Wire) - Envoy Ilan Marek said no.", "person Ilan Marek [Envoy]"},
      {"Greek Cypriot envoy Ilan Marek said no.",
       "group Greek Cypriot; person Ilan Marek [envoy, Greek Cypriot]"},
      {"The Free Cantons said no. The Tall Ridge was quiet.", "group Free Cantons"},
      {"The talks are dead, said Ada Rehn, chairman of the State Affairs Commission.",
       "person Ada Rehn [chairman, State Affairs Commission]; "
       "organisation State Affairs Commission"},
      {"Ada Rehn, president of the Council on Foreign Trade, said no.",
       "person Ada Rehn [president, Council on Foreign Trade]; "
       "organisation Council on Foreign Trade"},
      {"Ivo Dorn, head of the Northern Dockers' Union, said no.",
       "person Ivo Dorn [head, Northern Dockers' Union]; organisation Northern Dockers' Union"},
  };
  for (const Case& each : cases) EXPECT_EQ(actors_of(each.text), each.actors) << each.text;
}

TEST(Offices, StandBeforeAndBehindTheName) {
  const Case cases[] = {
      {"Ex-judge Ivo Dorn said no.", "person Ivo Dorn [former judge]"},
      {"Treasury Secretary Ivo Dorn said no.", "person Ivo Dorn [Treasury Secretary]"},
      {"The mediator, Professor Nils Aubrey of the coast, said no.",
       "person Nils Aubrey [Professor] [mediator]"},
      {"Admiral (retired) Vera Ohm said no.", "person Vera Ohm [Admiral]"},
      {"Former Assembly secretary Ivo Dorn said no.",
       "person Ivo Dorn [former secretary, Assembly]"},
      {"Ivo Dorn, who leads the French team, called the text a basis.",
       "person Ivo Dorn [head, France]; state France"},
      // Who says it is nobody's office.
      {"The envoy met Minister Ivo Dorn, a French official said.",
       "person Ivo Dorn [Minister]; state France"},
  };
  for (const Case& each : cases) EXPECT_EQ(actors_of(each.text), each.actors) << each.text;
}

TEST(OnePerson, IsFoundInSpellingsOfSeveralReports) {
  const Record record = recorded({"President Erdim said no. General Moon Ae-in said yes.",
                                  "President Tayib Erdím said no. General Moon Ae In said yes."});
  ASSERT_EQ(record.actors.size(), 2U);
  EXPECT_EQ(record.actors[0].name, "Tayib Erdím");
  EXPECT_EQ(record.actors[0].also, (std::vector<std::string>{"Erdim"}));
  EXPECT_EQ(record.actors[1].also, (std::vector<std::string>{"Moon Ae In"}));
}

TEST(NameVariants, AgreeInTheirLettersNotOnlyInTheirSurname) {
  const struct {
    const char* a;
    const char* b;
    bool one_person;
  } cases[] = {
      {"Joren Halvik", "Yoren Khalvik", true},
      {"Iván Márquez", "Ivan Marquez", true},
      {"Abbas Araghi", "Seyed Abbas Araqi", true},
      {"Abdul-Fattah al-Burhan", "Abdel Fattah al-Burhan", true},
      {"Moon Ae-in", "Moon Ae In", true},
      {"Ursa Field", "Ursula Field", true},
      {"J. Halvik", "Joren Halvik", true},
      {"Ana Torvik", "Eva Torvik", false},
      {"Martin Dorn", "Martha Dorn", false},
      {"Per Dorn", "Per Born", false},
      {"Ilan Marek", "Ilan Moreno", false},
  };
  for (const auto& each : cases) {
    const internal::FoldedName a(each.a);
    const internal::FoldedName b(each.b);
    EXPECT_EQ(internal::is_name_variant(a, b), each.one_person) << each.a << " / " << each.b;
    EXPECT_EQ(internal::is_name_variant(b, a), each.one_person) << each.a << " / " << each.b;
    if (!each.one_person) continue;
    const auto keys = a.keys();
    const auto others = b.keys();
    EXPECT_TRUE(std::any_of(keys.begin(), keys.end(),
                            [&](const std::string& key) {
                              return std::find(others.begin(), others.end(), key) != others.end();
                            }))
        << each.a << " / " << each.b;
  }
}

// A short form alone in one report is the body that another report calls by both.
TEST(Names, AShortFormOfABodyIsTheSameBodyInAnotherReport) {
  for (const bool short_first : {false, true}) {
    const std::string both =
        "The Free Cantons met Norrland on Monday. The Cantons refused to sign. Norrland agreed.\n";
    const std::string alone = "Norrland waits. The Cantons offer access to the bays.\n";
    const Record record = short_first ? recorded({alone, both}) : recorded({both, alone});
    EXPECT_EQ(actor_named(record, "Cantons").name, "");
    const Actor body = actor_named(record, "Free Cantons");
    EXPECT_THAT(body.also, testing::Contains("Cantons"));
    std::set<std::string> reports;
    for (const Passage& each : body.mentions) reports.insert(each.report);
    EXPECT_EQ(reports.size(), 2U);
  }
}

}  // namespace
}  // namespace parley::record
