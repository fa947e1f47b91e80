#include "parley/bargaining/distance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "parley/bargaining/parts.hpp"
#include "parley/bargaining/search.hpp"

namespace parley::bargaining {

Result<std::optional<double>> opposition(const Problem& problem, const Control& control) {
  const auto parts = internal::build_parts(problem, {.most_deals = 1});
  if (!parts) return tl::unexpected(parts.error());
  std::optional<double> nearest;
  for (const internal::Part& part : *parts) {
    const internal::Model& model = part.model;
    internal::Objective objective{internal::Objective::Kind::nearness, {}, {}, {}};
    internal::Scoring scoring;
    for (std::size_t i = 0; i < model.width(); ++i) {
      const bool counted = i < model.counted;
      if (counted && model.ideal[i] <= 0) return std::nullopt;
      objective.counted.push_back(counted);
      objective.floor.push_back(-std::numeric_limits<double>::infinity());
      objective.ideal.push_back(1);
      scoring.factor.push_back(1 / (counted ? static_cast<double>(model.ideal[i]) : model.span(i)));
      scoring.offset.push_back(0);
    }
    const auto found = internal::search(
        model, objective, scoring, {.begin = internal::Choices(model.blocks.size(), 0)}, control);
    if (!found) return tl::unexpected(found.error());
    nearest = std::min(nearest.value_or(-found->value), -found->value);
  }
  if (!nearest) return std::nullopt;
  return std::sqrt(std::max(0.0, *nearest));
}

double conflict_level(std::span<const double> first, std::span<const double> second) {
  const std::size_t count = first.size();
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(first[i], second[i]); });
  const auto pairs = [](std::size_t n) {
    return static_cast<double>(n) * (static_cast<double>(n) - 1) / 2;
  };
  const auto tied = [&](const std::vector<std::size_t>& sorted, const auto& same) {
    double sum = 0;
    for (std::size_t begin = 0; begin < count;) {
      std::size_t end = begin + 1;
      while (end < count && same(sorted[begin], sorted[end])) ++end;
      sum += pairs(end - begin);
      begin = end;
    }
    return sum;
  };
  std::vector<std::size_t> by_second = order;
  std::ranges::stable_sort(by_second, {}, [&](std::size_t i) { return second[i]; });
  const double tied_first =
      tied(order, [&](std::size_t a, std::size_t b) { return first[a] == first[b]; });
  const double tied_second =
      tied(by_second, [&](std::size_t a, std::size_t b) { return second[a] == second[b]; });
  const double tied_both = tied(order, [&](std::size_t a, std::size_t b) {
    return first[a] == first[b] && second[a] == second[b];
  });
  // Discordant pairs are the inversions of the second party's values in the first party's order,
  // where equals of the first are in rising order of the second (Knight 1966); a merge sort counts
  // them.
  double discordant = 0;
  std::vector<double> values;
  for (const std::size_t i : order) values.push_back(second[i]);
  std::vector<double> merged(count);
  for (std::size_t length = 1; length < count; length *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * length) {
      const std::size_t middle = std::min(begin + length, count);
      const std::size_t end = std::min(begin + 2 * length, count);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        if (right == end || (left < middle && values[left] <= values[right])) {
          merged[to] = values[left++];
        } else {
          discordant += static_cast<double>(middle - left);
          merged[to] = values[right++];
        }
      }
    }
    std::swap(values, merged);
  }
  const double compared = pairs(count) - tied_first - tied_second + tied_both;
  return compared > 0 ? discordant / compared : 0;
}

std::optional<double> distance(std::span<const double> utilities, std::span<const Point> points) {
  std::optional<double> smallest;
  for (const Point& point : points) {
    double square = 0;
    for (std::size_t i = 0; i < utilities.size(); ++i) {
      const double difference = utilities[i] - point.utilities[i];
      square += difference * difference;
    }
    smallest = std::min(smallest.value_or(std::sqrt(square)), std::sqrt(square));
  }
  return smallest;
}

}  // namespace parley::bargaining
