#include "parley/bargaining/adjusted_winner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace parley::bargaining {
namespace {

// Totals up to this keep every product of the calculation within 64 bits.
constexpr std::int64_t kMostPoints = 1'000'000;

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t common = std::gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}

Diagnostics check(const std::vector<PointedIssue>& issues) {
  Diagnostics found;
  const auto error = [&](std::string code, std::string message, std::string hint) {
    found.push_back({Severity::error, std::move(code), {}, std::move(message), std::move(hint)});
  };
  if (issues.empty()) error("no-issues", "there are no issues to divide", {});
  std::int64_t first = 0;
  std::int64_t second = 0;
  for (const PointedIssue& each : issues) {
    if (each.first < 0 || each.second < 0) {
      error("negative-points", fmt::format("“{}” has negative points", each.name),
            "points are 0 or more");
    }
    if (each.first > kMostPoints || each.second > kMostPoints) {
      error("too-many-points", fmt::format("“{}” has more than {} points", each.name, kMostPoints),
            {});
      return found;
    }
    first += each.first;
    second += each.second;
  }
  if (!found.empty()) return found;
  if (std::max(first, second) > kMostPoints) {
    error("too-many-points", fmt::format("a party puts more than {} points in all", kMostPoints),
          {});
  } else if (first != second) {
    error("unequal-points",
          fmt::format("one party puts {} points in all, the other {}", first, second),
          "both must put the same, usually 100");
  } else if (first == 0) {
    error("no-points", "nobody puts any points", {});
  }
  return found;
}

}  // namespace

std::string Fraction::to_string() const {
  return denominator == 1 ? std::to_string(numerator)
                          : fmt::format("{}/{}", numerator, denominator);
}

Result<AdjustedWinner> adjusted_winner(const std::vector<PointedIssue>& issues) {
  if (Diagnostics found = check(issues); !found.empty()) return invalid(std::move(found));
  AdjustedWinner result;
  for (const PointedIssue& each : issues) {
    if (each.first > each.second) result.first_before += each.first;
    if (each.second > each.first) result.second_before += each.second;
  }
  std::int64_t first = result.first_before;
  std::int64_t second = result.second_before;
  std::vector<bool> with_first;
  for (const PointedIssue& each : issues) {
    bool to_first = each.first > each.second;
    if (each.first == each.second) {
      to_first = first <= second;
      (to_first ? first : second) += each.first;
    }
    with_first.push_back(to_first);
    result.shares.push_back({each.name, {to_first ? 1 : 0, 1}, {to_first ? 0 : 1, 1}});
  }
  const bool first_leads = first >= second;
  std::int64_t& leader = first_leads ? first : second;
  std::int64_t& other = first_leads ? second : first;
  const auto leaders = [&](std::size_t k) {
    return first_leads ? issues[k].first : issues[k].second;
  };
  const auto others = [&](std::size_t k) {
    return first_leads ? issues[k].second : issues[k].first;
  };

  std::vector<std::size_t>
      moving;  // the leader's issues, the cheapest for it per point given first
  for (std::size_t k = 0; k < issues.size(); ++k) {
    if (with_first[k] == first_leads) moving.push_back(k);
  }
  std::ranges::stable_sort(moving, [&](std::size_t a, std::size_t b) {
    return leaders(a) * others(b) < leaders(b) * others(a);
  });
  result.first = {first, 1};
  result.second = {second, 1};
  for (const std::size_t k : moving) {
    if (leader == other) break;
    // Moving the share x makes leader - x leaders(k) == other + x others(k).
    const std::int64_t whole = leaders(k) + others(k);
    const std::int64_t missing = leader - other;
    if (whole == 0) continue;
    if (missing >= whole) {
      leader -= leaders(k);
      other += others(k);
      std::swap(result.shares[k].first, result.shares[k].second);
      result.first = {first, 1};
      result.second = {second, 1};
      continue;
    }
    const Fraction moved = reduced(missing, whole);
    const Fraction kept = reduced(whole - missing, whole);
    result.shares[k].first = first_leads ? kept : moved;
    result.shares[k].second = first_leads ? moved : kept;
    result.first = result.second = reduced(other * whole + missing * others(k), whole);
    break;
  }
  return result;
}

}  // namespace parley::bargaining
