#include "parley/formats/gmcr.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "conflict/random_model.hpp"
#include "files.hpp"
#include "parley/base/random.hpp"
#include "parley/base/text.hpp"
#include "parley/conflict/stability.hpp"

namespace parley::formats {
namespace {

using conflict::GraphModel;
using conflict::Ranking;
using conflict::Statements;
using testing::ElementsAre;
using testing::HasSubstr;

std::string water() {
  return read_text_file(PARLEY_SOURCE_DIR "/tests/formats/conflicts/water.gmcr", 1U << 20U)
      .value()
      .utf8();
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), after);
}

// The errors of a file, a line each.
std::vector<std::string> errors(const std::string& text) {
  const auto read = read_gmcr(source("bad.gmcr", text));
  return read ? std::vector<std::string>{} : lines(read.error().diagnostics);
}

TEST(Gmcr, IsReadByOwnersOptions) {
  const auto read = read_gmcr(source("water.gmcr", water()));
  ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
  EXPECT_TRUE(read->warnings.empty());
  EXPECT_EQ(read->coalitions, (std::vector<std::vector<std::size_t>>{{0}, {1}}));
}

// States are numbered after options were grouped by owner.
TEST(Gmcr, GroupsOptionsByOwner) {
  const auto read = read_gmcr(source("mixed.gmcr", R"({
    "options": [{"name": "b"}, {"name": "nobody"}, {"name": "a"}], "infeasibles": [[[0, "Y"], [2, "Y"]]],
    "decisionMakers": [{"name": "A", "options": [2], "preferences": [[[0, "N"]]]},
                       {"name": "B", "options": [0], "preferences": ["b", "not a"]}]})"));
  ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
  const GraphModel& model = read->model;
  EXPECT_EQ(model.options[0].name, "a");
  EXPECT_EQ(model.options[1].name, "b");
  EXPECT_EQ(model.options[2].name, "nobody");
  EXPECT_TRUE(model.infeasible[0].holds(0b011U));
  EXPECT_EQ(std::get<Statements>(model.decision_makers[1].preference).most_important_first,
            (std::vector{Formula::atom(1), Formula::negation(Formula::atom(0))}));
  EXPECT_EQ(read->warnings.size(), 1U) << "an option that nobody holds";
}

TEST(Gmcr, IsWrittenAsItIsReadBack) {
  const auto read = read_gmcr(source("water.gmcr", water()));
  ASSERT_TRUE(read);
  const auto written = write_gmcr(read->model);
  ASSERT_TRUE(written) << to_text(written.error().diagnostics.front());
  const auto again = read_gmcr(source("again.gmcr", *written));
  ASSERT_TRUE(again) << to_text(again.error().diagnostics.front());
  EXPECT_EQ(write_gmcr(again->model).value(), *written);
}

GraphModel writable(std::uint64_t seed) {
  GraphModel model = conflict::random_model(seed, {.bans = false, .coinciding = false});
  RandomStream random(seed, 0, "writable");
  const std::size_t states = conflict::build(model)->size;
  const bool ranked = random.below(2) == 0;
  for (conflict::DecisionMaker& each : model.decision_makers) {
    if (ranked) {
      Ranking ranking;
      ranking.best_first.resize(1 + random.below(states));
      for (conflict::StateIndex s = 0; s < states; ++s) {
        ranking.best_first[random.below(ranking.best_first.size())].push_back(s);
      }
      std::erase_if(ranking.best_first, [](const auto& group) { return group.empty(); });
      each.preference = ranking;
    } else if (!std::holds_alternative<Statements>(each.preference)) {
      each.preference = Statements{{Formula::atom(0)}, 0};
    }
  }
  return model;
}

// Where each option went, by name; names are unique in random models.
std::vector<std::size_t> places(const GraphModel& before, const GraphModel& after) {
  std::vector<std::size_t> to;
  for (const conflict::Option& each : before.options) {
    to.push_back(static_cast<std::size_t>(
        std::ranges::find(after.options, each.name, &conflict::Option::name) -
        after.options.begin()));
  }
  return to;
}

// Every verdict on every state is the same after a file was written and read, statements spelled
// out and options grouped.
TEST(Gmcr, KeepsEveryVerdict) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = writable(seed);
    const auto written = write_gmcr(model);
    ASSERT_TRUE(written) << to_text(written.error().diagnostics.front());
    const auto read = read_gmcr(source("random.gmcr", *written));
    ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
    EXPECT_EQ(write_gmcr(read->model).value(), *written);
    const conflict::Graph one = *conflict::build(model);
    const conflict::Graph other = *conflict::build(read->model);
    ASSERT_EQ(one.size, other.size);
    const std::vector<std::size_t> to = places(model, read->model);
    const conflict::Stability before = *conflict::stability(one);
    const conflict::Stability after = *conflict::stability(other);
    for (conflict::StateIndex s = 0; s < one.size; ++s) {
      conflict::Taken taken = 0;
      for (std::size_t k = 0; k < to.size(); ++k) taken |= (one.taken[s] >> k & 1U) << to[k];
      const auto same = conflict::state_of(other, taken);
      ASSERT_TRUE(same);
      for (const conflict::Concept each : conflict::kConcepts) {
        for (std::size_t i = 0; i < one.players.size(); ++i) {
          ASSERT_EQ(before.stable(each, i, s), after.stable(each, i, *same));
        }
      }
    }
  }
}

TEST(Gmcr, IsNotWrittenWhereTheFormatCannotSayIt) {
  const GraphModel sound = read_gmcr(source("water.gmcr", water()))->model;
  const auto refused = [](const GraphModel& model) {
    const auto written = write_gmcr(model);
    return written ? std::string() : written.error().diagnostics.front().message;
  };
  GraphModel model = sound;
  model.bans.push_back({Formula::atom(0), Formula::atom(2)});
  EXPECT_THAT(refused(model), HasSubstr("bans on moves"));
  model = sound;
  model.coinciding.push_back(Formula::atom(0));
  EXPECT_THAT(refused(model), HasSubstr("states that coincide"));
  model = sound;
  model.decision_makers[0].unknown.push_back({Formula::atom(0), Formula::atom(1)});
  EXPECT_THAT(refused(model), HasSubstr("unknown comparisons"));
  model = sound;
  model.decision_makers[0].preference = conflict::Weights{{1, 2, 3}};
  EXPECT_THAT(refused(model), HasSubstr("weights"));
  model = sound;
  std::get<Statements>(model.decision_makers[0].preference).strong = 1;
  EXPECT_THAT(refused(model), HasSubstr("strength"));
  model = sound;
  model.decision_makers[0].preference = Ranking{{{0, 1, 2, 3, 4, 5}}, {}};
  EXPECT_THAT(refused(model), HasSubstr("rankings of some beside statements of others"));
}

TEST(Gmcr, DoesNotSpellOutStatementsWithoutEnd) {
  GraphModel model = read_gmcr(source("water.gmcr", water()))->model;
  for (std::size_t k = 3; k < 16; ++k) {
    model.options.push_back({"o" + std::to_string(k), conflict::Direction::both});
    model.decision_makers[1].options.push_back(k);
  }
  Formula odd = Formula::atom(0);
  for (std::size_t k = 1; k < 16; ++k) odd = Formula::iff(odd, Formula::atom(k));
  std::get<Statements>(model.decision_makers[0].preference).most_important_first = {odd};
  const auto written = write_gmcr(model);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().diagnostics.front().code, "too-large");
}

TEST(Gmcr, SaysWhatIsNoConflict) {
  for (const char* text :
       {"", "[]", "{}", "{\"options\": 1}", "{\"options\": [], \"decisionMakers\": []}"}) {
    const auto read = read_gmcr(source("bad.gmcr", text));
    ASSERT_FALSE(read) << text;
    EXPECT_FALSE(read.error().diagnostics.empty()) << text;
  }
}

// With the place in the file, and all of it at once.
TEST(Gmcr, SaysWhereAFileIsWrong) {
  EXPECT_THAT(errors(replaced(water(), "\"options\": [0, 1]", "\"options\": [0, 1, 0]")),
              ElementsAre(HasSubstr("bad.gmcr:8:42: error: “Upstream” holds the option “Release "
                                    "water” twice")));
  EXPECT_THAT(errors(replaced(water(), "[[1, \"Y\"]]", "[[3, \"Y\"]]")),
              ElementsAre(HasSubstr("error: there is no option 3 (the file has 3 options, counted "
                                    "from 0)")));
  EXPECT_THAT(errors(replaced(water(), "[[1, \"Y\"]]", "\"Escalte and Atack\"")),
              ElementsAre(HasSubstr("there is no option “Escalte” (did you mean Escalate?)"),
                          HasSubstr("there is no option “Atack” (did you mean Attack?)")));
  EXPECT_THAT(errors(replaced(water(), "\"both\"", "\"sideways\"")),
              ElementsAre(HasSubstr("“sideways” is no direction of an option")));
}

TEST(Gmcr, SaysWhichStatesARankingLeavesOut) {
  const std::string ranked = R"({"options": [{"name": "a"}, {"name": "b"}], "infeasibles": [],
    "useManualPreferenceRanking": true, "decisionMakers": [
      {"name": "A", "options": [0], "preferenceRanking": [1, [2, 3], 4]},
      {"name": "B", "options": [1], "preferenceRanking": [1, 4, 4]}]})";
  EXPECT_THAT(errors(ranked),
              ElementsAre(HasSubstr("4:58: error: the ranking of “B” leaves states out: 2, 3"),
                          HasSubstr("4:58: error: the ranking of “B” names states twice: 4")));
}

}  // namespace
}  // namespace parley::formats
