#include "parley/bargaining/most_robust.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "bargaining/random_ensemble.hpp"

namespace parley::bargaining {
namespace {

// The definitions by plain loops over deals and worlds, for tests only.
class Enumeration {
 public:
  explicit Enumeration(const Ensemble& ensemble) : ensemble_(ensemble) {
    for (Deal deal(ensemble.issues(), 0);;) {
      deals_.push_back(deal);
      std::size_t issue = 0;
      while (issue < deal.size() && ++deal[issue] == size_of(issue)) deal[issue++] = 0;
      if (issue == deal.size()) break;
    }
  }

  const std::vector<Deal>& deals() const { return deals_; }

  bool signs(std::size_t party, std::size_t world, const Deal& deal) const {
    const Ensemble::Party& who = ensemble_.parties[party];
    if (!asked(party, deal)) return true;
    double utility = 0;
    for (std::size_t k = 0; k < deal.size(); ++k) {
      utility += who.added[(ensemble_.first_option[k] + deal[k]) * ensemble_.worlds() + world];
    }
    for (const auto& each : ensemble_.interactions) {
      if (each.party == party && met(each.when, deal)) utility += each.value[world];
    }
    if (utility < who.reservation[world] - 1e-9) return false;
    for (const auto& line : ensemble_.red_lines) {
      if (line.party == party && line.meant[world] && holds_option(deal, line.option)) return false;
    }
    for (const auto& each : ensemble_.linkages) {
      if (each.owner == party && breaks(each, world, deal)) return false;
    }
    return true;
  }

  // The probability that the parties sign, with nothing impossible.
  double share(const std::vector<std::size_t>& parties, const Deal& deal) const {
    double sum = 0;
    for (std::size_t w = 0; w < ensemble_.worlds(); ++w) {
      bool all = true;
      for (const std::size_t party : parties) all = all && signs(party, w, deal);
      for (const auto& each : ensemble_.linkages) {
        if (!each.owner && breaks(each, w, deal)) all = false;
      }
      sum += all ? ensemble_.share[w] : 0;
    }
    return sum;
  }

  double everybody(const Deal& deal) const {
    std::vector<std::size_t> all;
    for (std::size_t p = 0; p < ensemble_.parties.size(); ++p) all.push_back(p);
    return share(all, deal);
  }

  double least_willing(const Deal& deal) const {
    double least = 1;
    for (std::size_t p = 0; p < ensemble_.parties.size(); ++p) {
      if (ensemble_.parties[p].always) least = std::min(least, share({p}, deal));
    }
    return least;
  }

 private:
  std::size_t size_of(std::size_t issue) const {
    return ensemble_.first_option[issue + 1] - ensemble_.first_option[issue];
  }
  bool holds_option(const Deal& deal, std::size_t option) const {
    for (std::size_t k = 0; k < deal.size(); ++k) {
      if (ensemble_.first_option[k] + deal[k] == option) return true;
    }
    return false;
  }
  bool asked(std::size_t party, const Deal& deal) const {
    const Ensemble::Party& who = ensemble_.parties[party];
    if (who.always) return true;
    for (const std::size_t act : who.acts) {
      if (holds_option(deal, act)) return true;
    }
    return false;
  }
  static bool met(const std::vector<Condition>& conditions, const Deal& deal) {
    for (const Condition& each : conditions) {
      bool one = false;
      for (const std::size_t option : each.options) one = one || deal[each.issue] == option;
      if (!one) return false;
    }
    return true;
  }
  bool breaks(const Ensemble::Linkage& linkage, std::size_t world, const Deal& deal) const {
    return linkage.meant[world] && met(linkage.when, deal) && !met(linkage.then, deal);
  }

  const Ensemble& ensemble_;
  std::vector<Deal> deals_;
};

// The largest value among deals that all sign with at least `least` and with more than none.
template <class Value>
double best(const Enumeration& all, double least, Value value) {
  double most = -1e9;
  for (const Deal& deal : all.deals()) {
    const double share = all.everybody(deal);
    if (share > 0 && share >= least - 1e-12) most = std::max(most, value(deal));
  }
  return most;
}

RC_GTEST_PROP(MostRobust, IsTheBestOfAllDeals, ()) {
  const Ensemble ensemble = random_ensemble(*rc::gen::arbitrary<std::uint64_t>());
  const Enumeration all(ensemble);
  const RobustDeal found = most_robust(ensemble).value();
  RC_ASSERT(found.proved);
  const double most = best(all, 0, [&](const Deal& deal) { return all.everybody(deal); });
  RC_CLASSIFY(!found.deal.empty(), "some deal is signed");
  if (found.deal.empty()) {
    RC_ASSERT(most < 0);
    return;
  }
  RC_ASSERT(std::abs(found.share - most) < 1e-9);
  RC_ASSERT(std::abs(all.everybody(found.deal) - found.share) < 1e-9);
}

RC_GTEST_PROP(MostRobust, GivesTheLeastWillingItsBestOdds, ()) {
  const Ensemble ensemble = random_ensemble(*rc::gen::arbitrary<std::uint64_t>());
  const Enumeration all(ensemble);
  RobustOptions options;
  options.goal = Robustness::least_willing;
  options.least_share = 0.2;
  const RobustDeal found = most_robust(ensemble, options).value();
  const double most = best(all, 0.2, [&](const Deal& deal) { return all.least_willing(deal); });
  RC_ASSERT(found.proved);
  RC_ASSERT(found.deal.empty() == (most < 0));
  if (!found.deal.empty()) RC_ASSERT(std::abs(found.value - most) < 1e-9);
}

// A sum is maximised among deals that differ enough from the most robust.
RC_GTEST_PROP(MostRobust, KeepsToWhatIsRequired, ()) {
  const std::uint64_t seed = *rc::gen::arbitrary<std::uint64_t>();
  const Ensemble ensemble = random_ensemble(seed);
  const Enumeration all(ensemble);
  RobustOptions options;
  options.measure = random_measure(ensemble, seed + 1);
  options.requirements = {{random_measure(ensemble, seed + 2), 0.5}};
  options.least_share = 0.1;
  const RobustDeal found = most_robust(ensemble, options).value();
  const double most = best(all, 0.1, [&](const Deal& deal) {
    const bool counts = value_of(ensemble, options.requirements[0].measure, deal) >= 0.5 - 1e-9;
    return counts ? value_of(ensemble, *options.measure, deal) : -1e9;
  });
  RC_ASSERT(found.proved);
  RC_ASSERT(found.deal.empty() == (most < -1e8));
  if (!found.deal.empty()) RC_ASSERT(std::abs(found.value - most) < 1e-9);
}

TEST(MostRobust, SettlesForAGapThatHolds) {
  std::size_t unproved = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Ensemble ensemble = random_ensemble(seed);
    const Enumeration all(ensemble);
    RobustOptions options;
    options.most_comparisons = 1;
    const RobustDeal found = most_robust(ensemble, options).value();
    const double most = best(all, 0, [&](const Deal& deal) { return all.everybody(deal); });
    EXPECT_LE(most, found.value + found.gap + 1e-9) << "seed " << seed;
    EXPECT_EQ(found.proved, found.gap == 0);
    unproved += found.proved ? 0 : 1;
  }
  EXPECT_GT(unproved, 5U) << "the limit was never met";
}

TEST(MostRobust, IsTheSameOnAnyNumberOfThreads) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Ensemble ensemble = random_ensemble(seed);
    Control one;
    one.threads = 1;
    Control many;
    many.threads = 8;
    const RobustDeal a = most_robust(ensemble, {}, one).value();
    const RobustDeal b = most_robust(ensemble, {}, many).value();
    EXPECT_EQ(a.deal, b.deal);
    EXPECT_EQ(a.share, b.share);
    EXPECT_EQ(a.nodes, b.nodes);
  }
}

// Two issues; a third party's guarantee would please both, and it would rather not give it.
TEST(MostRobust, AsksAPartyOnlyForDealsThatTakeItsAct) {
  Ensemble ensemble;
  ensemble.first_option = {0, 2};
  ensemble.share = {0.5, 0.5};
  ensemble.parties = {{true, {}, {0.5, 0.5}, kTolerance, {0, 1, 1, 1}},
                      {false, {1}, {0.5, 0.5}, kTolerance, {1, 1, 0, 0}}};
  EXPECT_EQ(most_robust(ensemble)->deal, Deal{0});
  EXPECT_EQ(most_robust(ensemble)->share, 0.5);
  ensemble.parties[1].acts = {};
  EXPECT_EQ(most_robust(ensemble)->deal, Deal{1});
  EXPECT_EQ(most_robust(ensemble)->share, 1);
}

TEST(MostRobust, FactsThatExcludeEveryDealLeaveNone) {
  Ensemble ensemble;
  ensemble.first_option = {0, 2, 4};
  ensemble.share = {1};
  ensemble.parties = {{true, {}, {0}, kTolerance, {1, 1, 1, 1}}};
  ensemble.linkages = {{{{0, {0, 1}}}, {{1, {0}}}, std::nullopt, {1}},
                       {{{0, {0, 1}}}, {{1, {1}}}, std::nullopt, {1}}};
  const RobustDeal found = most_robust(ensemble).value();
  EXPECT_TRUE(found.deal.empty());
  EXPECT_TRUE(found.proved);
}

TEST(MostRobust, StopsWhenAsked) {
  Control control;
  control.cancelled = [] { return true; };
  const auto found = most_robust(random_ensemble(1), {}, control);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().kind, FailureKind::cancelled);
}

}  // namespace
}  // namespace parley::bargaining
