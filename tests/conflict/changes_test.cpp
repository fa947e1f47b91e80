#include "parley/conflict/changes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "conflict/conflicts.hpp"
#include "conflict/random_model.hpp"
#include "parley/base/random.hpp"

namespace parley::conflict {
namespace {

using Sets = std::vector<std::vector<Change>>;

bool holds(const GraphModel& model, Concept concept_, Taken state) {
  std::vector<Taken> states;
  for (Taken each = 0; each < Taken{1} << model.options.size(); ++each) {
    if (std::ranges::none_of(model.infeasible, [&](const auto& f) { return f.holds(each); })) {
      states.push_back(each);
    }
  }
  const auto at = static_cast<std::size_t>(std::ranges::find(states, state) - states.begin());
  const oracle::Conflict conflict = plain(model);
  for (std::size_t i = 0; i < conflict.players(); ++i) {
    if (!oracle::stable(conflict, oracle::by_worth(conflict), concept_, i, at)) return false;
  }
  return true;
}

// A model whose preferences are all statements, so that each can change.
GraphModel model_of_statements(std::uint64_t seed) {
  GraphModel model =
      random_model(seed, {.most_makers = 3, .most_options = 4, .bans = false, .coinciding = false});
  for (DecisionMaker& each : model.decision_makers) {
    if (!std::holds_alternative<Statements>(each.preference)) {
      each.preference = Statements{{Formula::atom(seed % model.options.size())}, 0};
    }
    auto& all = std::get<Statements>(each.preference).most_important_first;
    if (all.size() > 3) all.resize(3);
  }
  return model;
}

// Every single change, from what the kinds mean.
std::vector<Change> singles(const GraphModel& model) {
  using enum Change::Kind;
  std::vector<Change> all;
  for (std::size_t i = 0; i < model.decision_makers.size(); ++i) {
    const auto& statements =
        std::get<Statements>(model.decision_makers[i].preference).most_important_first;
    for (std::size_t at = 0; at < statements.size(); ++at) {
      for (std::size_t to = 0; to < at; ++to) all.push_back({raise, i, at, to});
      all.push_back({drop, i, at, 0});
      all.push_back({turn, i, at, 0});
    }
    for (const std::size_t each : model.decision_makers[i].options)
      all.push_back({cost, i, each, 0});
  }
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    if (model.options[k].direction != Direction::taking) all.push_back({bind, 0, k, 0});
    if (model.options[k].direction != Direction::dropping) all.push_back({rule_out, 0, k, 0});
  }
  return all;
}

bool contains(const Sets& sets, const std::vector<Change>& wanted) {
  return std::ranges::find(sets, wanted) != sets.end();
}

TEST(SmallestChanges, AreAllSinglesThatWorkAndNothingElse) {
  std::size_t with_singles = 0;
  std::size_t with_pairs = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    const GraphModel model = model_of_statements(seed);
    const Concept concept_ = kConcepts[seed % kConcepts.size()];
    // In which nothing is taken is a state of every random model.
    const ChangeSearch search{concept_, 0, seed % 3 != 0, 2};
    const auto found = smallest_changes(model, search);
    ASSERT_TRUE(found);
    if (holds(model, concept_, 0) == search.holds) {
      EXPECT_EQ(*found, Sets{{}});
      continue;
    }
    std::size_t working = 0;
    for (const Change& each : singles(model)) {
      const bool works = holds(after(model, each), concept_, 0) == search.holds;
      ASSERT_EQ(contains(*found, {each}), works) << to_text(model, each);
      working += works ? 1U : 0U;
    }
    if (working > 0) {
      EXPECT_EQ(found->size(), working);
      ++with_singles;
      continue;
    }
    for (const auto& each : *found) {
      ASSERT_EQ(each.size(), 2U);
      EXPECT_EQ(holds(after(after(model, each[0]), each[1]), concept_, 0), search.holds);
    }
    with_pairs += found->empty() ? 0U : 1U;
  }
  EXPECT_GT(with_singles, 20U);
  EXPECT_GT(with_pairs, 0U);
}

// Two prisoners, each of whom wants the other to be silent and itself to talk.
GraphModel prisoners() {
  GraphModel model = conflict_of({"Ada", "Ben"}, {{"silent", 0}, {"silent", 1}});
  const Formula ada = Formula::atom(0);
  const Formula ben = Formula::atom(1);
  model.decision_makers[0].preference = Statements{{ben, Formula::negation(ada)}, 0};
  model.decision_makers[1].preference = Statements{{ada, Formula::negation(ben)}, 0};
  return model;
}

TEST(SmallestChanges, TwoGuaranteesMakeTwoPrisonersKeepSilent) {
  using enum Change::Kind;
  const auto found = smallest_changes(prisoners(), {Concept::nash, 0b11, true, 2});
  ASSERT_TRUE(found);
  EXPECT_TRUE(contains(*found, {{bind, 0, 0, 0}, {bind, 0, 1, 0}}));
  EXPECT_TRUE(contains(*found, {{turn, 0, 1, 0}, {turn, 1, 1, 0}}));
  EXPECT_TRUE(std::ranges::all_of(*found, [](const auto& each) { return each.size() == 2; }));
  EXPECT_EQ(*smallest_changes(prisoners(), {Concept::nash, 0b11, true, 1}), Sets{});
  EXPECT_EQ(*smallest_changes(prisoners(), {Concept::seq, 0b11, true, 2}), Sets{{}});
}

TEST(SmallestChanges, TellWhatWouldMakeAHeldSituationFall) {
  const auto found = smallest_changes(prisoners(), {Concept::nash, 0b00, false, 1});
  ASSERT_TRUE(found);
  EXPECT_TRUE(contains(*found, {{Change::Kind::turn, 0, 1, 0}}));
}

TEST(SmallestChanges, AreToldInTheModelsOwnWords) {
  using enum Change::Kind;
  const GraphModel model = prisoners();
  EXPECT_EQ(to_text(model, {raise, 0, 1, 0}),
            "Ada holds “not Ada.silent” to be more important than “Ben.silent”");
  EXPECT_EQ(to_text(model, {drop, 1, 0, 0}), "“Ada.silent” no longer matters to Ben");
  EXPECT_EQ(to_text(model, {turn, 1, 0, 0}), "Ben comes to want the contrary of “Ada.silent”");
  EXPECT_EQ(to_text(model, {cost, 1, 1, 0}),
            "Ben comes to mind above all that “Ben.silent” is taken");
  EXPECT_EQ(to_text(model, {bind, 0, 1, 0}), "“Ben.silent”, once taken, cannot be dropped");
  EXPECT_EQ(to_text(model, {rule_out, 0, 0, 0}), "“Ada.silent”, not taken yet, cannot be taken");
}

TEST(Change, ToAnOptionThatHasOneDirectionLeavesNone) {
  GraphModel model = prisoners();
  model.options[0].direction = Direction::dropping;
  const GraphModel bound = after(model, {Change::Kind::bind, 0, 0, 0});
  EXPECT_TRUE(bound.decision_makers[0].options.empty());
  const GraphModel still = after(model, {Change::Kind::rule_out, 0, 0, 0});
  EXPECT_EQ(still.decision_makers[0].options, std::vector<std::size_t>{0});
}

TEST(SmallestChanges, RefuseASituationThatCannotBe) {
  GraphModel model = prisoners();
  model.infeasible.push_back(*pattern("YY", 2));
  const auto found = smallest_changes(model, {Concept::nash, 0b11, true, 1});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "unknown-state");
}

TEST(SmallestChanges, RefuseWhatWouldTakeTooLong) {
  std::vector<HeldOption> options;
  for (std::size_t k = 0; k < 18; ++k) options.push_back({"o" + std::to_string(k), k % 2});
  const auto found =
      smallest_changes(conflict_of({"A", "B"}, options), {Concept::nash, 0, false, 2});
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().diagnostics.front().code, "too-large");
}

TEST(SmallestChanges, AreTheSameOnAnyNumberOfThreads) {
  const GraphModel model = model_of_statements(5);
  const ChangeSearch search{Concept::seq, 0, false, 2};
  EXPECT_EQ(*smallest_changes(model, search, {1, {}, {}}),
            *smallest_changes(model, search, {8, {}, {}}));
}

}  // namespace
}  // namespace parley::conflict
