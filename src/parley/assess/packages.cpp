#include "parley/assess/packages.hpp"

#include <algorithm>
#include <cmath>

#include "parley/assess/ensemble.hpp"
#include "parley/bargaining/most_robust.hpp"

namespace parley::assess {
namespace {

using bargaining::Deal;
using bargaining::Ensemble;
using bargaining::Measure;
using bargaining::RobustOptions;

// Packages that are not the most robust are signed at least so often, as a part of it.
constexpr double kWorthSigning = 0.5;
// Packages differ by so much, as a part of a party's scale, on the mean.
constexpr double kApart = 0.10;
// A line that is meant in so many worlds is one to keep.
constexpr double kLikelyMeant = 0.5;
// What a search may cost before it settles for a gap: so many comparisons a world.
constexpr std::uint64_t kComparisonsPerWorld = 1'000'000;
constexpr std::uint64_t kMostComparisons = 20'000'000'000;
// Issues that a title names.
constexpr std::size_t kTitleIssues = 2;

// The issue of each option.
std::vector<std::size_t> issues_of_options(const Ensemble& ensemble) {
  std::vector<std::size_t> issues;
  for (std::size_t issue = 0; issue < ensemble.issues(); ++issue) {
    issues.resize(ensemble.first_option[issue + 1], issue);
  }
  return issues;
}

// How far each option is from the deal's option on its issue: the difference that it makes to a
// party, on the mean over worlds and parties whose consent every deal needs.
std::vector<double> distances_from(const Ensemble& ensemble, const Deal& deal) {
  std::vector<double> distances(ensemble.options(), 0);
  const std::vector<std::size_t> issue_of = issues_of_options(ensemble);
  const std::size_t worlds = ensemble.worlds();
  double parties = 0;
  for (const Ensemble::Party& party : ensemble.parties) {
    if (!party.always) continue;
    ++parties;
    for (std::size_t o = 0; o < ensemble.options(); ++o) {
      const double* here = party.added.data() + o * worlds;
      const std::size_t issue = issue_of[o];
      const double* there =
          party.added.data() + (ensemble.first_option[issue] + deal[issue]) * worlds;
      for (std::size_t w = 0; w < worlds; ++w) {
        distances[o] += ensemble.share[w] * std::abs(here[w] - there[w]);
      }
    }
  }
  for (double& each : distances) each /= parties;
  return distances;
}

// The mean over the worlds of what a party gains.
Measure mean_gain(const Ensemble& ensemble, std::size_t party) {
  const Ensemble::Party& who = ensemble.parties[party];
  const std::size_t worlds = ensemble.worlds();
  const auto mean = [&](const double* values) {
    double sum = 0;
    for (std::size_t w = 0; w < worlds; ++w) sum += ensemble.share[w] * values[w];
    return sum;
  };
  Measure measure;
  measure.constant = -mean(who.reservation.data());
  for (std::size_t o = 0; o < ensemble.options(); ++o) {
    measure.added.push_back(mean(who.added.data() + o * worlds));
  }
  for (const Ensemble::Interaction& each : ensemble.interactions) {
    if (each.party == party) measure.bonuses.push_back({each.when, mean(each.value.data())});
  }
  return measure;
}

Measure sum_of(const std::vector<Measure>& measures) {
  Measure sum = measures.front();
  for (std::size_t i = 1; i < measures.size(); ++i) {
    sum.constant += measures[i].constant;
    for (std::size_t o = 0; o < sum.added.size(); ++o) sum.added[o] += measures[i].added[o];
    sum.bonuses.insert(sum.bonuses.end(), measures[i].bonuses.begin(), measures[i].bonuses.end());
  }
  return sum;
}

// Makes certain what is meant in at least half of the worlds; says whether the deal minds.
bool keep_likely_lines(Ensemble& ensemble, const Deal& deal) {
  const auto make_certain = [&](std::vector<char>& meant) {
    double share = 0;
    for (std::size_t w = 0; w < meant.size(); ++w) share += meant[w] != 0 ? ensemble.share[w] : 0;
    if (share >= kLikelyMeant) std::ranges::fill(meant, 1);
  };
  for (Ensemble::RedLine& each : ensemble.red_lines) make_certain(each.meant);
  for (Ensemble::Linkage& each : ensemble.linkages) make_certain(each.meant);
  std::vector<std::size_t> all;
  for (std::size_t p = 0; p < ensemble.parties.size(); ++p) all.push_back(p);
  return bargaining::signing_share(ensemble, all, deal) == 0;
}

Readings as_text(const Model& model, const Deal& deal) {
  Readings text;
  for (std::size_t issue = 0; issue < deal.size(); ++issue) {
    text.push_back({model.first_option(issue) + deal[issue]});
  }
  return text;
}

// The packages in the making: each search knows those before it.
class Choice {
 public:
  Choice(const Model& model, const Worlds& worlds, const Control& control)
      : model_(model), worlds_(worlds), control_(control), ensemble_(ensemble_of(model, worlds)) {}

  Result<std::vector<Package>> packages();

 private:
  Result<void> choose(Principle principle, RobustOptions options);
  Result<void> choose_apart(Principle principle, RobustOptions options);
  Result<void> choose_by_gains();
  void add_titles();

  const Model& model_;
  const Worlds& worlds_;
  const Control& control_;
  Ensemble ensemble_;
  std::vector<Package> packages_;
  std::vector<std::vector<double>> distances_;  // from each package, by option
};

Result<void> Choice::choose(Principle principle, RobustOptions options) {
  options.most_comparisons =
      std::min(kMostComparisons, kComparisonsPerWorld * worlds_.drawn.size());
  auto found = bargaining::most_robust(ensemble_, options, control_);
  if (!found) return tl::unexpected(found.error());
  if (found->deal.empty()) return {};
  Package package;
  package.principle = principle;
  package.proved = found->proved;
  package.gap = found->gap * (options.measure ? 100 : 1);
  for (std::size_t p = 0; p < ensemble_.parties.size(); ++p) {
    if (!ensemble_.parties[p].always && bargaining::consents(ensemble_, p, found->deal)) {
      package.needs.push_back(model_.askable()[p]);
    }
  }
  package.assessment = assess_text(model_, worlds_, as_text(model_, found->deal));
  distances_.push_back(distances_from(ensemble_, found->deal));
  package.deal = std::move(found->deal);
  packages_.push_back(std::move(package));
  return {};
}

// Among packages that are worth signing and differ from those already chosen.
Result<void> Choice::choose_apart(Principle principle, RobustOptions options) {
  options.least_share = kWorthSigning * packages_.front().assessment.joint_signs.high;
  for (const auto& each : distances_) options.requirements.push_back({{0, each, {}}, kApart});
  return choose(principle, std::move(options));
}

Result<void> Choice::choose_by_gains() {
  std::vector<Measure> gains;
  for (std::size_t p = 0; p < ensemble_.parties.size(); ++p) {
    if (ensemble_.parties[p].always) gains.push_back(mean_gain(ensemble_, p));
  }
  const Deal most_robust = packages_.front().deal;
  RobustOptions options;
  options.measure = sum_of(gains);
  if (auto done = choose_apart(Principle::most_valuable, options); !done) return done;
  options.measure = *std::ranges::min_element(gains, {}, [&](const Measure& each) {
    return bargaining::value_of(ensemble_, each, most_robust);
  });
  return choose_apart(Principle::best_for_the_weakest, options);
}

// The terms on which a package differs most from the others; alone, those that matter most.
void Choice::add_titles() {
  const casefile::Case& source = model_.source();
  // Of one package alone: how far it is from the first option of each issue.
  if (packages_.size() == 1) {
    distances_.push_back(distances_from(ensemble_, Deal(ensemble_.issues(), 0)));
  }
  for (std::size_t i = 0; i < packages_.size(); ++i) {
    std::vector<std::pair<double, std::size_t>> telling;
    for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
      const std::size_t option = ensemble_.first_option[issue] + packages_[i].deal[issue];
      double difference = 0;
      for (const std::vector<double>& each : distances_) difference += each[option];
      telling.emplace_back(-difference, issue);
    }
    std::ranges::sort(telling);
    for (std::size_t t = 0; t < std::min(kTitleIssues, telling.size()); ++t) {
      if (t > 0 && telling[t].first == 0) break;
      const auto& [id, issue] = source.issues[telling[t].second];
      const auto& [option_id, option] = issue.options[packages_[i].deal[telling[t].second]];
      packages_[i].title += (t == 0 ? "" : "; ") + (issue.title.empty() ? id : issue.title) + ": " +
                            (option.title.empty() ? option_id : option.title);
    }
  }
}

Result<std::vector<Package>> Choice::packages() {
  if (auto done = choose(Principle::most_robust, {}); !done) return tl::unexpected(done.error());
  if (packages_.empty()) return packages_;
  RobustOptions fairest;
  fairest.goal = bargaining::Robustness::least_willing;
  if (auto done = choose_apart(Principle::fairest, fairest); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = choose_by_gains(); !done) return tl::unexpected(done.error());
  // Last, for it changes the ensemble.
  const Deal most_robust = packages_.front().deal;
  if (keep_likely_lines(ensemble_, most_robust)) {
    if (auto done = choose(Principle::within_red_lines, {}); !done) {
      return tl::unexpected(done.error());
    }
    const auto same = [&](const Package& each) { return each.deal == packages_.back().deal; };
    if (std::count_if(packages_.begin(), packages_.end(), same) > 1) {
      packages_.pop_back();
      distances_.pop_back();
    }
  }
  add_titles();
  std::ranges::stable_sort(packages_, std::greater<>(),
                           [](const Package& each) { return each.assessment.joint_signs.low; });
  return packages_;
}

}  // namespace

Result<std::vector<Package>> find_packages(const Model& model, const Worlds& worlds,
                                           const Control& control) {
  if (model.consenting().empty()) return std::vector<Package>{};
  return Choice(model, worlds, control).packages();
}

}  // namespace parley::assess
