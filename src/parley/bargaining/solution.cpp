#include "parley/bargaining/solution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "parley/bargaining/concept.hpp"
#include "parley/bargaining/ties.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Choices;
using internal::Combination;
using internal::ConceptSearch;
using internal::Model;
using internal::SearchResult;

// Vectors that a combination may hold while ties are looked for.
constexpr std::size_t kMostTied = 100'000;
// Combinations as good as the best that a search collects on its way.
constexpr std::size_t kMostSearched = 1000;

std::string names(const Problem& problem, const std::vector<std::size_t>& parties) {
  std::string text;
  for (const std::size_t each : parties)
    text += (text.empty() ? "" : ", ") + problem.parties[each].name;
  return text;
}

class Solver {
 public:
  Solver(const Problem& problem, const Model& model, const SolutionOptions& options,
         const Control& control)
      : problem_(problem), model_(model), options_(options), control_(control) {}

  // `rational` is any combination of the zone.
  Result<Solution> solve(Concept concept_, const Choices& rational) {
    const ConceptSearch how = internal::concept_search(problem_, model_, concept_);
    Solution solution;
    solution.concept_ = concept_;
    for (const std::size_t i : how.left_out) solution.left_out.push_back(model_.parties[i]);
    if (!solution.left_out.empty()) {
      solution.note = fmt::format("no deal is better than no deal for {}, left out here",
                                  names(problem_, solution.left_out));
    }
    const bool nobody = std::ranges::none_of(how.objective.counted, [](bool each) { return each; });
    Choices begin = rational;
    if (concept_ == Concept::nash && !nobody) {
      // The product is positive somewhere exactly when the smallest gain is.
      ConceptSearch fair = how;
      fair.objective.kind = internal::Objective::Kind::smallest;
      const Result<SearchResult> found = positive(fair, begin);
      if (!found) return tl::unexpected(found.error());
      if (found->value <= kTolerance) return without_joint_gain(how, std::move(solution), begin);
      begin = *found->best;
    }
    if (nobody) return among_all(how, std::move(solution), begin);
    const Result<SearchResult> found = run(how, begin);
    if (!found) return tl::unexpected(found.error());
    const std::vector<std::int64_t> best = internal::units(model_, *found->best);
    constexpr double kSearched = 1e-8;  // bounds closer than this are equal but for rounding
    if (found->bound - found->value > kSearched) {
      solution.exact = false;
      solution.gap = how.difference(model_, how.value(model_, best), found->bound - found->value);
    }
    if (!found->tied.empty()) {
      add_largest(how, internal::Ties(model_, found->tied), solution);
    } else if (const auto tied =
                   solution.exact ? combine(model_, bar(how, *found), kMostTied) : std::nullopt) {
      add_largest(how, *tied, solution);
    } else {
      add_single(how, *found->best, solution);
    }
    return solution;
  }

 private:
  Result<SearchResult> run(const ConceptSearch& how, const Choices& begin) const {
    return internal::search(
        model_, how.objective, how.scoring,
        {.most_nodes = options_.most_nodes, .begin = begin, .most_tied = kMostSearched}, control_);
  }

  // A deal in which everybody gains, or the proof that there is none.
  Result<SearchResult> positive(const ConceptSearch& fair, const Choices& begin) const {
    return internal::search(
        model_, fair.objective, fair.scoring,
        {.most_nodes = options_.most_nodes, .enough = 2 * kTolerance, .begin = begin}, control_);
  }

  internal::Bar bar(const ConceptSearch& how, const SearchResult& found) const {
    return internal::bar(model_, how, found, 2 * kTolerance);
  }

  template <class Points>
  Point point(const Points& points, std::size_t at) const {
    Point result;
    result.deals = points.deals(at, options_.most_deals);
    result.utilities = utilities(problem_, result.deals.front());
    result.outcomes = points.outcomes(at);
    return result;
  }

  // The vectors with the largest value, the best by leximin first.
  template <class Points>
  void add_largest(const ConceptSearch& how, const Points& points, Solution& solution) const {
    solution.value = -std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at < points.size(); ++at) {
      solution.value = std::max(solution.value, how.value(model_, points.units(at)));
    }
    const double equal = kTolerance * how.scale(model_, solution.value);
    std::vector<std::pair<std::vector<std::int64_t>, std::size_t>> ranked;
    for (std::size_t at = 0; at < points.size(); ++at) {
      if (how.value(model_, points.units(at)) < solution.value - equal) continue;
      ranked.emplace_back(internal::leximin_key(problem_, model_, points.units(at)), at);
    }
    std::ranges::stable_sort(ranked,
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [key, at] : ranked) solution.maximisers.push_back(point(points, at));
  }

  void add_single(const ConceptSearch& how, const Choices& choices, Solution& solution) const {
    Point only;
    only.deals = {internal::deal(model_, choices)};
    only.utilities = utilities(problem_, only.deals.front());
    only.outcomes = internal::outcomes(model_, choices);
    solution.value = how.value(model_, internal::units(model_, choices));
    solution.maximisers.push_back(std::move(only));
    solution.note += fmt::format("{}other deals that are as good are not listed",
                                 solution.note.empty() ? "" : "; ");
  }

  // Nobody can gain: every point of the frontier is as good as any other.
  Solution among_all(const ConceptSearch& how, Solution solution, const Choices& rational) const {
    if (const auto all = combine(model_, {model_.floor, {}}, kMostTied)) {
      add_largest(how, *all, solution);
    } else {
      add_single(how, rational, solution);
    }
    return solution;
  }

  // Each point gives somebody nothing: the largest set of parties that gain together is taken.
  Solution without_joint_gain(ConceptSearch how, Solution solution, const Choices& rational) const {
    const auto all = combine(model_, {model_.floor, {}}, kMostTied);
    if (!all) {
      add_single(how, rational, solution);
      solution.exact = false;
      solution.note +=
          "; every product of gains is 0, and the zone is too large to look for the most "
          "parties that can gain together";
      return solution;
    }
    std::vector<std::size_t> largest;
    for (std::size_t at = 0; at < all->size(); ++at) {
      std::vector<std::size_t> gaining;
      const std::vector<double> x = how.scores(all->units(at));
      for (std::size_t i = 0; i < x.size(); ++i) {
        if (how.objective.counted[i] && x[i] > kTolerance) gaining.push_back(i);
      }
      if (gaining.size() > largest.size() ||
          (gaining.size() == largest.size() && gaining < largest)) {
        largest = gaining;
      }
    }
    solution.left_out.clear();
    for (std::size_t i = 0; i < model_.width(); ++i) {
      how.objective.counted[i] = std::ranges::find(largest, i) != largest.end();
      if (!how.objective.counted[i]) solution.left_out.push_back(model_.parties[i]);
    }
    solution.note = fmt::format("no deal gives everybody a gain; the product leaves out {}",
                                names(problem_, solution.left_out));
    add_largest(how, *all, solution);
    return solution;
  }

  const Problem& problem_;
  const Model& model_;
  const SolutionOptions& options_;
  const Control& control_;
};

Result<std::vector<Solution>> solve_these(const Problem& problem, std::span<const Concept> concepts,
                                          const SolutionOptions& options, const Control& control) {
  const Result<Model> model = internal::build_model(problem, {.most_deals = options.most_deals});
  if (!model) return tl::unexpected(model.error());
  std::optional<Choices> rational;
  if (model->feasible) {
    const Result<std::optional<Choices>> found = internal::find_rational(*model, control);
    if (!found) return tl::unexpected(found.error());
    rational = *found;
  }
  std::vector<Solution> all;
  for (const Concept each : concepts) {
    if (!rational) {
      Solution& none = all.emplace_back();
      none.concept_ = each;
      none.note = "there is no zone of agreement";
      continue;
    }
    Result<Solution> solution = Solver(problem, *model, options, control).solve(each, *rational);
    if (!solution) return tl::unexpected(std::move(solution.error()));
    all.push_back(std::move(*solution));
  }
  return all;
}

}  // namespace

std::string_view name(Concept concept_) {
  switch (concept_) {
    case Concept::nash:
      return "nash";
    case Concept::kalai_smorodinsky:
      return "kalai_smorodinsky";
    case Concept::egalitarian:
      return "egalitarian";
    case Concept::utilitarian:
      return "utilitarian";
  }
  return {};
}

Result<Solution> solve(const Problem& problem, Concept concept_, const SolutionOptions& options,
                       const Control& control) {
  Result<std::vector<Solution>> found = solve_these(problem, {&concept_, 1}, options, control);
  if (!found) return tl::unexpected(std::move(found.error()));
  return std::move(found->front());
}

Result<std::vector<Solution>> solve_all(const Problem& problem, const SolutionOptions& options,
                                        const Control& control) {
  return solve_these(problem, kConcepts, options, control);
}

}  // namespace parley::bargaining
