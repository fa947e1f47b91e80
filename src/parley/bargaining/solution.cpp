#include "parley/bargaining/solution.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "parley/bargaining/concept.hpp"
#include "parley/bargaining/gather.hpp"
#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/ties.hpp"
#include "parley/bargaining/zone_search.hpp"

namespace parley::bargaining {
namespace {

using internal::Choices;
using internal::ConceptSearch;
using internal::Model;
using internal::SearchResult;
using Points = internal::Gathered::Points;

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

// A part of the problem that holds a deal of the zone.
struct Field {
  const Model* model;
  Choices rational;
};

class Solver {
 public:
  Solver(const Problem& problem, const std::vector<Field>& fields, const SolutionOptions& options,
         const Control& control)
      : problem_(problem),
        fields_(fields),
        first_(*fields.front().model),
        options_(options),
        control_(control) {}

  Result<Solution> solve(Concept concept_) {
    ways_.clear();
    for (const Field& each : fields_) {
      ways_.push_back(internal::concept_search(*each.model, concept_));
    }
    const ConceptSearch& how = ways_.front();
    Solution solution;
    solution.concept_ = concept_;
    for (const std::size_t i : how.left_out) solution.left_out.push_back(first_.parties[i]);
    if (!solution.left_out.empty()) {
      solution.note = fmt::format("no deal is better than no deal for {}, left out here",
                                  names(problem_, solution.left_out));
    }
    // Nobody can gain: every point of the frontier is as good as any other.
    if (std::ranges::none_of(how.objective.counted, [](bool each) { return each; })) {
      if (auto all = all_points()) {
        add_largest(std::move(*all), solution);
      } else {
        add_single(0, fields_.front().rational, solution);
      }
      return solution;
    }
    std::vector<std::optional<Choices>> begin;
    for (const Field& each : fields_) begin.emplace_back(each.rational);
    if (concept_ == Concept::nash) {
      const Result<bool> joint = find_joint_gains(begin);
      if (!joint) return tl::unexpected(joint.error());
      if (!*joint) return without_joint_gain(std::move(solution));
    }
    return maximise(begin, std::move(solution));
  }

 private:
  // Deals in which everybody counted gains, for the fields that have one; false when none has. The
  // product is positive exactly where the smallest gain is.
  Result<bool> find_joint_gains(std::vector<std::optional<Choices>>& begin) const {
    bool any = false;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      ConceptSearch fair = ways_[f];
      fair.objective.kind = internal::Objective::Kind::smallest;
      const Result<SearchResult> found = internal::search(
          *fields_[f].model, fair.objective, fair.scoring,
          {.most_nodes = options_.most_nodes, .enough = 2 * kTolerance, .begin = begin[f]},
          control_);
      if (!found) return tl::unexpected(found.error());
      if (found->value > kTolerance) {
        begin[f] = found->best;
        any = true;
      } else {
        begin[f].reset();
      }
    }
    return any;
  }

  // `begin`: a deal of each field that may hold a maximiser.
  Result<Solution> maximise(const std::vector<std::optional<Choices>>& begin, Solution solution) {
    std::vector<std::optional<SearchResult>> found(fields_.size());
    double value = -std::numeric_limits<double>::infinity();
    double bound = value;
    std::size_t best = 0;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      if (!begin[f]) continue;
      Result<SearchResult> result = internal::search(
          *fields_[f].model, ways_[f].objective, ways_[f].scoring,
          {.most_nodes = options_.most_nodes, .begin = begin[f], .most_tied = kMostSearched},
          control_);
      if (!result) return tl::unexpected(std::move(result.error()));
      bound = std::max(bound, result->bound);
      if (result->value > value) {
        value = result->value;
        best = f;
      }
      found[f] = std::move(*result);
    }
    constexpr double kSearched = 1e-8;  // bounds closer than this are equal but for rounding
    const auto units = internal::units(*fields_[best].model, *found[best]->best);
    if (bound - value > kSearched) {
      solution.exact = false;
      solution.gap =
          ways_[best].difference(first_, ways_[best].value(first_, units), bound - value);
    }
    internal::Gathered points(problem_, options_.most_deals);
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      if (!found[f] || found[f]->value < value - 2 * kTolerance) continue;
      if (!add_tied(f, *found[f], value, solution.exact, points)) {
        add_single(best, *found[best]->best, solution);
        return solution;
      }
    }
    add_largest(std::move(points), solution);
    return solution;
  }

  // The deals of a field that are as good as the best; false when they cannot be listed.
  bool add_tied(std::size_t field, const SearchResult& found, double value, bool exact,
                internal::Gathered& points) const {
    const Model& model = *fields_[field].model;
    if (!found.tied.empty()) {
      add_all(model, internal::Ties(model, found.tied), points);
      return true;
    }
    if (!exact) return false;
    const auto tied =
        combine(model, internal::bar(model, ways_[field], found, value, 2 * kTolerance), kMostTied);
    if (tied) add_all(model, *tied, points);
    return tied.has_value();
  }

  template <class Points>
  void add_all(const Model& model, const Points& from, internal::Gathered& points) const {
    for (std::size_t at = 0; at < from.size(); ++at) {
      points.add(from.units(at), model.counted, from.deals(at, options_.most_deals),
                 from.outcomes(at));
    }
  }

  // The whole frontier; nothing when it is too large.
  std::optional<internal::Gathered> all_points() const {
    internal::Gathered points(problem_, options_.most_deals);
    for (const Field& each : fields_) {
      const auto all = combine(*each.model, {each.model->floor, {}}, kMostTied);
      if (!all) return std::nullopt;
      add_all(*each.model, *all, points);
    }
    return points;
  }

  // Those of the points that have the largest value.
  Points largest(const ConceptSearch& how, const Points& points, double& value) const {
    value = -std::numeric_limits<double>::infinity();
    for (const auto& [row, point] : points) value = std::max(value, how.value(first_, row));
    const double equal = kTolerance * how.scale(first_, value);
    Points result;
    for (const auto& each : points) {
      if (how.value(first_, each.first) >= value - equal) result.push_back(each);
    }
    return result;
  }

  // The best by leximin first.
  void list(Points points, Solution& solution) const {
    std::ranges::stable_sort(points, std::greater{}, [&](const auto& each) {
      return internal::leximin_key(first_, each.first);
    });
    for (auto& [row, point] : points) solution.maximisers.push_back(std::move(point));
  }

  void add_largest(internal::Gathered points, Solution& solution) const {
    list(largest(ways_.front(), std::move(points).undominated(), solution.value), solution);
  }

  void add_single(std::size_t field, const Choices& choices, Solution& solution) const {
    const Model& model = *fields_[field].model;
    Point only;
    only.deals = {internal::deal(model, choices)};
    only.utilities = utilities(problem_, only.deals.front());
    only.outcomes = internal::outcomes(model, choices);
    solution.value = ways_[field].value(model, internal::units(model, choices));
    solution.maximisers.push_back(std::move(only));
    solution.note += fmt::format("{}other deals that are as good are not listed",
                                 solution.note.empty() ? "" : "; ");
  }

  // Each point gives somebody nothing: the largest sets of parties that gain together are taken.
  Solution without_joint_gain(Solution solution) const {
    auto all = all_points();
    if (!all) {
      add_single(0, fields_.front().rational, solution);
      solution.exact = false;
      solution.note +=
          "; every product of gains is 0, and the zone is too large to look for the most "
          "parties that can gain together";
      return solution;
    }
    std::map<std::vector<std::size_t>, Points> by_gaining;  // counted parties that gain
    std::size_t most = 0;
    for (auto& each : std::move(*all).undominated()) {
      std::vector<std::size_t> gaining;
      const std::vector<double> x = ways_.front().scores(each.first);
      for (std::size_t i = 0; i < x.size(); ++i) {
        if (ways_.front().objective.counted[i] && x[i] > kTolerance) gaining.push_back(i);
      }
      most = std::max(most, gaining.size());
      by_gaining[std::move(gaining)].push_back(std::move(each));
    }
    std::erase_if(by_gaining, [&](const auto& each) { return each.first.size() < most; });
    ConceptSearch how = ways_.front();
    std::vector<bool> gains(first_.counted);
    std::vector<std::string> sets;
    Points maximisers;
    for (const auto& [set, points] : by_gaining) {
      std::vector<std::size_t> parties;
      how.objective.counted.assign(how.objective.counted.size(), false);
      for (const std::size_t i : set) {
        how.objective.counted[i] = gains[i] = true;
        parties.push_back(first_.parties[i]);
      }
      sets.push_back(names(problem_, parties));
      double value = 0;
      const Points best = largest(how, points, value);
      maximisers.insert(maximisers.end(), best.begin(), best.end());
      solution.value = std::max(solution.value, value);
    }
    solution.left_out.clear();
    for (std::size_t i = 0; i < gains.size(); ++i) {
      if (!gains[i]) solution.left_out.push_back(first_.parties[i]);
    }
    solution.note = note(sets, most, solution.left_out);
    list(std::move(maximisers), solution);
    return solution;
  }

  std::string note(const std::vector<std::string>& sets, std::size_t most,
                   const std::vector<std::size_t>& left_out) const {
    if (most == 0) return "no deal gives anybody a gain";
    if (sets.size() == 1) {
      return fmt::format("no deal gives everybody a gain; the product leaves out {}",
                         names(problem_, left_out));
    }
    return fmt::format(
        "no deal gives everybody a gain, and different deals give it to {} of them: {}; the "
        "maximisers of each product are listed",
        most, fmt::join(sets, "; "));
  }

  const Problem& problem_;
  const std::vector<Field>& fields_;
  const Model& first_;  // what is counted is the same in all
  const SolutionOptions& options_;
  const Control& control_;
  std::vector<ConceptSearch> ways_;  // by field
};

Result<std::vector<Solution>> solve_these(const Problem& problem, std::span<const Concept> concepts,
                                          const SolutionOptions& options, const Control& control) {
  const auto parts = internal::build_parts(problem, {.most_deals = options.most_deals});
  if (!parts) return tl::unexpected(parts.error());
  std::vector<Field> fields;
  for (const internal::Part& each : *parts) {
    Result<std::optional<Choices>> found = internal::find_rational(each.model, control);
    if (!found) return tl::unexpected(std::move(found.error()));
    if (*found) fields.push_back({&each.model, std::move(**found)});
  }
  std::vector<Solution> all;
  for (const Concept each : concepts) {
    if (fields.empty()) {
      Solution& none = all.emplace_back();
      none.concept_ = each;
      none.note = "there is no zone of agreement";
      continue;
    }
    Result<Solution> solution = Solver(problem, fields, options, control).solve(each);
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
