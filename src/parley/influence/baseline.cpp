#include "parley/influence/baseline.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace parley::influence {
namespace {

constexpr double kRounding = 1e-12;

// Ascending and independent of the order of actors, so that sums are too.
std::vector<Voter> with_weight(const std::vector<Voter>& voters) {
  std::vector<Voter> sorted;
  std::ranges::copy_if(voters, std::back_inserter(sorted),
                       [](const Voter& each) { return each.weight() > 0; });
  std::ranges::sort(sorted, [](const Voter& a, const Voter& b) {
    return std::pair(a.position, a.weight()) < std::pair(b.position, b.weight());
  });
  assert(!sorted.empty());
  return sorted;
}

double total_weight(const std::vector<Voter>& voters) {
  double sum = 0;
  for (const Voter& each : voters) sum += each.weight();
  return sum;
}

// A mean of equal numbers is that number, whatever rounding says.
double within(const std::vector<Voter>& sorted, double mean) {
  return std::clamp(mean, sorted.front().position, sorted.back().position);
}

}  // namespace

double weighted_mean(const std::vector<Voter>& voters) {
  const std::vector<Voter> sorted = with_weight(voters);
  double sum = 0;
  for (const Voter& each : sorted) sum += each.weight() * each.position;
  return within(sorted, sum / total_weight(sorted));
}

double plain_mean(const std::vector<Voter>& voters) {
  const std::vector<Voter> sorted = with_weight(voters);
  double sum = 0;
  for (const Voter& each : sorted) sum += each.position;
  return within(sorted, sum / static_cast<double>(sorted.size()));
}

double weighted_median(const std::vector<Voter>& voters) {
  const std::vector<Voter> sorted = with_weight(voters);
  const double half = total_weight(sorted) / 2 * (1 - kRounding);
  double reached = 0;
  for (const Voter& each : sorted) {
    reached += each.weight();
    if (reached >= half) return each.position;
  }
  return sorted.back().position;
}

std::optional<double> condorcet_position(const std::vector<Voter>& voters) {
  const std::vector<Voter> sorted = with_weight(voters);
  const double tie =
      kRounding * total_weight(sorted) * (sorted.back().position - sorted.front().position);
  const auto beats = [&](double one, double other) {
    double votes = 0;
    for (const Voter& each : sorted) {
      votes += each.weight() * (std::abs(each.position - other) - std::abs(each.position - one));
    }
    return votes > tie;
  };
  for (const Voter& one : sorted) {
    const bool wins = std::ranges::all_of(sorted, [&](const Voter& other) {
      return other.position == one.position || beats(one.position, other.position);
    });
    if (wins) return one.position;
  }
  return std::nullopt;
}

}  // namespace parley::influence
