#include "parley/influence/power.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

namespace parley::influence {
namespace {

constexpr double kMostSteps = 2e8;
constexpr int kMostDecimals = 6;
constexpr double kMostUnits = 1e9;

// The weights as whole numbers of their greatest common measure.
struct Units {
  std::vector<std::uint64_t> weights;
  std::uint64_t quota = 0;
};

std::optional<std::vector<std::uint64_t>> whole(const std::vector<double>& numbers) {
  double factor = 1;
  for (int decimals = 0; decimals <= kMostDecimals; ++decimals, factor *= 10) {
    std::vector<std::uint64_t> found;
    for (const double each : numbers) {
      const double scaled = each * factor;
      if (scaled > kMostUnits || std::abs(scaled - std::round(scaled)) > 1e-9 * factor) break;
      found.push_back(static_cast<std::uint64_t>(std::llround(scaled)));
    }
    if (found.size() == numbers.size()) return found;
  }
  return std::nullopt;
}

std::optional<Units> in_units(const WeightedVote& vote) {
  std::vector<double> numbers = vote.weights;
  numbers.push_back(vote.quota);
  auto found = whole(numbers);
  if (!found) return std::nullopt;
  std::uint64_t measure = 0;
  for (std::size_t i = 0; i + 1 < found->size(); ++i) measure = std::gcd(measure, (*found)[i]);
  Units units;
  if (measure == 0) measure = 1;
  units.quota = (found->back() + measure - 1) / measure;
  found->pop_back();
  for (const std::uint64_t each : *found) units.weights.push_back(each / measure);
  return units;
}

/// Numbers of coalitions by size and weight, the weight cut at the quota.
class Counts {
 public:
  Counts(std::size_t voters, std::uint64_t quota)
      : width_(static_cast<std::size_t>(quota) + 1), cells_((voters + 1) * width_) {
    cells_[0] = 1;
  }

  void add(std::size_t members, std::uint64_t weight) {
    for (std::size_t size = members; size-- > 0;) {
      for (std::size_t at = width_; at-- > 0;) {
        const double count = cells_[size * width_ + at];
        if (count == 0) continue;
        const auto to = std::min<std::uint64_t>(at + weight, width_ - 1);
        cells_[(size + 1) * width_ + static_cast<std::size_t>(to)] += count;
      }
    }
  }

  double of(std::size_t size, std::uint64_t weight) const {
    return cells_[size * width_ + static_cast<std::size_t>(weight)];
  }

 private:
  std::size_t width_;
  std::vector<double> cells_;
};

class Counter {
 public:
  Counter(const Units& units, const std::vector<std::size_t>& vetoes)
      : units_(units), veto_(units.weights.size(), false) {
    for (const std::size_t each : vetoes) veto_[each] = true;
    holders_ = static_cast<std::size_t>(std::ranges::count(veto_, true));
  }

  struct Power {
    double shapley = 0;
    double swings = 0;
  };

  // Coalitions of the others, by how many they are, that win with this voter and not without.
  Power power_of(std::size_t voter) const {
    const std::size_t others = units_.weights.size() - 1;
    const std::size_t needed = holders_ - (veto_[voter] ? 1 : 0);
    // All other holders of a veto are in; the rest may be.
    std::uint64_t base = 0;
    std::vector<std::uint64_t> free;
    for (std::size_t i = 0; i <= others; ++i) {
      if (i == voter) continue;
      if (veto_[i]) {
        base += units_.weights[i];
      } else {
        free.push_back(units_.weights[i]);
      }
    }
    Counts counts(free.size(), units_.quota);
    for (std::size_t i = 0; i < free.size(); ++i) counts.add(i + 1, free[i]);
    Power power;
    for (std::size_t size = 0; size <= free.size(); ++size) {
      double swings = 0;
      for (std::uint64_t weight = 0; weight <= units_.quota; ++weight) {
        const std::uint64_t before = base + weight;
        const bool wins = before + units_.weights[voter] >= units_.quota;
        const bool won = before >= units_.quota && !veto_[voter];
        if (wins && !won) swings += counts.of(size, weight);
      }
      power.swings += swings;
      power.shapley += swings * order_share(size + needed, others);
    }
    return power;
  }

 private:
  // size! (others - size)! / (others + 1)!
  static double order_share(std::size_t size, std::size_t others) {
    const auto log_factorial = [](std::size_t n) {
      double sum = 0;
      for (std::size_t k = 2; k <= n; ++k) sum += std::log(static_cast<double>(k));
      return sum;
    };
    return std::exp(log_factorial(size) + log_factorial(others - size) - log_factorial(others + 1));
  }

  const Units& units_;
  std::vector<bool> veto_;
  std::size_t holders_ = 0;
};

Diagnostics wrong_with(const WeightedVote& vote) {
  Diagnostics found;
  const auto error = [&](std::string code, std::string message) {
    found.push_back({Severity::error, std::move(code), {}, std::move(message), {}});
  };
  double total = 0;
  for (const double each : vote.weights) {
    if (!std::isfinite(each)) error("not-finite", "a weight is no number");
    if (each < 0) error("negative-weight", "a weight is below 0");
    total += each;
  }
  for (const std::size_t each : vote.vetoes) {
    if (each >= vote.weights.size()) error("unknown-actor", "a veto belongs to nobody");
  }
  if (!(vote.quota > 0) || vote.quota > total * (1 + 1e-12)) {
    error("bad-quota", "a quota lies above 0 and not above the sum of all weights");
  }
  return found;
}

}  // namespace

Result<PowerIndices> power_indices(const WeightedVote& vote) {
  Diagnostics wrong = wrong_with(vote);
  if (!wrong.empty()) return invalid(std::move(wrong));
  const auto units = in_units(vote);
  const double n = static_cast<double>(vote.weights.size());
  if (!units || n * n * n * static_cast<double>(units->quota) > kMostSteps) {
    return fail(FailureKind::too_large, "too-large", {},
                "the weights are too many, or have too many digits, to count coalitions",
                "round them to fewer digits");
  }
  const Counter counter(*units, vote.vetoes);
  std::map<std::pair<std::uint64_t, bool>, Counter::Power> known;
  PowerIndices result;
  double all_swings = 0;
  for (std::size_t i = 0; i < vote.weights.size(); ++i) {
    const bool veto = std::ranges::find(vote.vetoes, i) != vote.vetoes.end();
    const auto [found, is_new] =
        known.emplace(std::pair(units->weights[i], veto), Counter::Power{});
    if (is_new) found->second = counter.power_of(i);
    result.shapley_shubik.push_back(found->second.shapley);
    result.banzhaf.push_back(found->second.swings / std::exp2(n - 1));
    all_swings += found->second.swings;
  }
  for (const double each : result.banzhaf) {
    result.banzhaf_normalised.push_back(each * std::exp2(n - 1) / all_swings);
  }
  return result;
}

}  // namespace parley::influence
