#include "parley/bargaining/ensemble_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace parley::bargaining {
namespace {

constexpr std::size_t kNoParty = std::numeric_limits<std::size_t>::max();
constexpr double kNever = -std::numeric_limits<double>::infinity();

// Steps of the multipliers; any multipliers give a bound, better ones a tighter bound.
constexpr int kSteps = 24;

// Whether some deal of the box may meet the conditions, and whether every deal does.
struct Standing {
  bool may_hold = true;
  bool must_hold = true;
};

Standing standing(const Ensemble& ensemble, const Box& box,
                  const std::vector<Condition>& conditions) {
  Standing result;
  for (const Condition& each : conditions) {
    bool inside = false;
    bool outside = false;
    const std::size_t first = ensemble.first_option[each.issue];
    for (std::size_t o = first; o < ensemble.first_option[each.issue + 1]; ++o) {
      if (box[o] == 0) continue;
      (std::ranges::find(each.options, o - first) != each.options.end() ? inside : outside) = true;
    }
    result.may_hold = result.may_hold && inside;
    result.must_hold = result.must_hold && !outside;
  }
  return result;
}

// The weights of a world's sum: subgradient steps towards the least that the best deal for the sum
// can gain, over weights that sum to 1. `added` is [party][option].
std::vector<double> most_telling(const std::vector<std::size_t>& first_option,
                                 const std::vector<double>& added,
                                 const std::vector<double>& reservation) {
  const std::size_t parties = reservation.size();
  const std::size_t options = first_option.back();
  std::vector<double> weight(parties, 1 / static_cast<double>(parties));
  std::vector<double> best_weight = weight;
  std::vector<double> gain(parties);
  std::vector<double> sum(options);
  double least = std::numeric_limits<double>::infinity();
  for (int step = 1; step <= kSteps; ++step) {
    std::ranges::fill(sum, 0);
    for (std::size_t p = 0; p < parties; ++p) {
      for (std::size_t o = 0; o < options; ++o) sum[o] += weight[p] * added[p * options + o];
      gain[p] = -reservation[p];
    }
    for (std::size_t issue = 0; issue + 1 < first_option.size(); ++issue) {
      const auto begin = sum.begin() + static_cast<std::ptrdiff_t>(first_option[issue]);
      const auto end = sum.begin() + static_cast<std::ptrdiff_t>(first_option[issue + 1]);
      const auto chosen = static_cast<std::size_t>(std::max_element(begin, end) - sum.begin());
      for (std::size_t p = 0; p < parties; ++p) gain[p] += added[p * options + chosen];
    }
    const double value = std::inner_product(weight.begin(), weight.end(), gain.begin(), 0.0);
    if (value < least) {
      least = value;
      best_weight = weight;
    }
    const double size = std::accumulate(gain.begin(), gain.end(), 0.0, [](double all, double each) {
      return all + std::abs(each);
    });
    if (size == 0) break;
    for (std::size_t p = 0; p < parties; ++p) {
      weight[p] = std::max(0.0, weight[p] - gain[p] / size / step);
    }
    const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
    if (total <= 0) break;
    for (double& each : weight) each /= total;
  }
  return best_weight;
}

}  // namespace

EnsembleBound::EnsembleBound(const Ensemble& ensemble, const std::vector<std::size_t>& parties)
    : ensemble_(ensemble), parties_(parties) {
  for (const std::size_t party : parties_) {
    const Ensemble::Party& who = ensemble.parties[party];
    rows_.push_back({party, who.added.data(), who.reservation.data(), who.tolerance});
  }
  add_sum();
}

void EnsembleBound::add_sum() {
  std::vector<Row> always;
  for (const Row& row : rows_) {
    if (ensemble_.parties[row.party].always) always.push_back(row);
  }
  if (always.size() < 2) return;
  const std::size_t worlds = ensemble_.worlds();
  const std::size_t options = ensemble_.options();
  sum_weight_.assign(ensemble_.parties.size(), std::vector<double>(worlds, 0));
  sum_added_.assign(options * worlds, 0);
  sum_reservation_.assign(worlds, 0);
  std::vector<double> added(always.size() * options);
  std::vector<double> reservation(always.size());
  for (std::size_t w = 0; w < worlds; ++w) {
    for (std::size_t p = 0; p < always.size(); ++p) {
      reservation[p] = always[p].reservation[w];
      for (std::size_t o = 0; o < options; ++o) {
        added[p * options + o] = always[p].added[o * worlds + w];
      }
    }
    const std::vector<double> weight = most_telling(ensemble_.first_option, added, reservation);
    for (std::size_t p = 0; p < always.size(); ++p) {
      sum_weight_[always[p].party][w] = weight[p];
      sum_reservation_[w] += weight[p] * reservation[p];
      for (std::size_t o = 0; o < options; ++o) {
        sum_added_[o * worlds + w] += weight[p] * added[p * options + o];
      }
    }
  }
  double tolerance = 0;
  for (const Row& row : always) tolerance = std::max(tolerance, row.tolerance);
  rows_.push_back({kNoParty, sum_added_.data(), sum_reservation_.data(), tolerance});
}

std::vector<std::uint32_t> EnsembleBound::all_worlds() const {
  std::vector<std::uint32_t> worlds;
  for (std::size_t w = 0; w < ensemble_.worlds(); ++w) {
    if (ensemble_.share[w] > 0) worlds.push_back(static_cast<std::uint32_t>(w));
  }
  return worlds;
}

// Whether every deal of the box needs the party's consent.
bool EnsembleBound::in_force(const Box& box, std::size_t party) const {
  const Ensemble::Party& who = ensemble_.parties[party];
  if (who.always) return true;
  for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
    bool acts = true;
    for (std::size_t o = ensemble_.first_option[issue]; o < ensemble_.first_option[issue + 1];
         ++o) {
      if (box[o] != 0 && std::ranges::find(who.acts, o) == who.acts.end()) acts = false;
    }
    if (acts) return true;
  }
  return false;
}

// Leaves out worlds that mean a linkage which every deal of the box breaks.
void EnsembleBound::leave_out_broken(const Box& box, const std::vector<char>& engaged,
                                     std::vector<std::uint32_t>& worlds) const {
  for (const Ensemble::Linkage& each : ensemble_.linkages) {
    if (each.owner && engaged[*each.owner] == 0) continue;
    if (!standing(ensemble_, box, each.when).must_hold ||
        standing(ensemble_, box, each.then).may_hold) {
      continue;
    }
    std::erase_if(worlds, [&](std::uint32_t w) { return each.meant[w] != 0; });
  }
}

// Interactions add what the deals of the box may at most add.
void EnsembleBound::add_interactions(const Box& box, std::size_t row,
                                     const std::vector<std::uint32_t>& worlds, double* best) const {
  const bool sum = rows_[row].party == kNoParty;
  for (const Ensemble::Interaction& each : ensemble_.interactions) {
    if (!sum && each.party != rows_[row].party) continue;
    const Standing stands = standing(ensemble_, box, each.when);
    if (!stands.may_hold) continue;
    const double* weight = sum ? sum_weight_[each.party].data() : nullptr;
    for (std::size_t i = 0; i < worlds.size(); ++i) {
      const std::uint32_t w = worlds[i];
      const double value = stands.must_hold ? each.value[w] : std::max(0.0, each.value[w]);
      best[i] += sum ? weight[w] * value : value;
    }
  }
}

// What an outlook is made from, for the worlds that are left.
struct EnsembleBound::Reading {
  std::vector<std::vector<char>> barred;  // [option][i]; empty where nobody bars it
  std::vector<std::vector<double>> best;  // [row][i]: the most that the box may still gain
  std::vector<std::vector<double>> most;  // [row x issue][i]: of which one issue

  // The most that one issue can add, world by world, in the rows of one party or of the sum.
  void best_of_issue(const Ensemble& ensemble, const Box& box, std::size_t issue,
                     const double* added, const std::vector<std::uint32_t>& worlds) {
    const std::size_t count = worlds.size();
    most.emplace_back(count, kNever);
    for (std::size_t o = ensemble.first_option[issue]; o < ensemble.first_option[issue + 1]; ++o) {
      if (box[o] == 0) continue;
      const double* of_option = added + o * ensemble.worlds();
      const char* stopped = barred[o].empty() ? nullptr : barred[o].data();
      double* to = most.back().data();
      const std::uint32_t* at = worlds.data();
      for (std::size_t i = 0; i < count; ++i) {
        const double value = stopped != nullptr && stopped[i] != 0 ? kNever : of_option[at[i]];
        to[i] = std::max(to[i], value);
      }
    }
  }

  void read_red_lines(const Ensemble& ensemble, const std::vector<char>& engaged,
                      const std::vector<std::uint32_t>& worlds) {
    barred.assign(ensemble.options(), {});
    for (const Ensemble::RedLine& line : ensemble.red_lines) {
      if (engaged[line.party] == 0) continue;
      auto& stopped = barred[line.option];
      if (stopped.empty()) stopped.assign(worlds.size(), 0);
      for (std::size_t i = 0; i < worlds.size(); ++i) {
        if (line.meant[worlds[i]] != 0) stopped[i] = 1;
      }
    }
  }

  void keep(const std::vector<char>& kept) {
    const auto squeeze = [&](auto& values) {
      if (values.empty()) return;
      std::size_t to = 0;
      for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] != 0) values[to++] = values[i];
      }
      values.resize(to);
    };
    for (auto& each : barred) squeeze(each);
    for (auto& each : best) squeeze(each);
    for (auto& each : most) squeeze(each);
  }
};

Outlook EnsembleBound::outlook(const Box& box, const std::vector<std::uint32_t>& worlds) const {
  Outlook result;
  result.worlds = worlds;
  std::vector<char> engaged(ensemble_.parties.size(), 0);
  for (const std::size_t party : parties_) engaged[party] = in_force(box, party) ? 1 : 0;
  leave_out_broken(box, engaged, result.worlds);
  Reading reading;
  reading.read_red_lines(ensemble_, engaged, result.worlds);
  const auto counts = [&](const Row& row) {
    return row.party == kNoParty || engaged[row.party] != 0;
  };
  std::vector<char> kept(result.worlds.size(), 1);
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    std::vector<double> best(result.worlds.size());
    for (std::size_t i = 0; i < best.size(); ++i) {
      best[i] = -rows_[r].reservation[result.worlds[i]];
    }
    for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
      reading.best_of_issue(ensemble_, box, issue, rows_[r].added, result.worlds);
      for (std::size_t i = 0; i < best.size(); ++i) best[i] += reading.most.back()[i];
    }
    add_interactions(box, r, result.worlds, best.data());
    // Twice the tolerance: a bound must never lose by rounding what a deal has.
    for (std::size_t i = 0; i < best.size() && counts(rows_[r]); ++i) {
      if (best[i] < -2 * rows_[r].tolerance) kept[i] = 0;
    }
    reading.best.push_back(std::move(best));
  }
  reading.keep(kept);
  std::size_t to = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] != 0) result.worlds[to++] = result.worlds[i];
  }
  result.worlds.resize(to);
  for (const std::uint32_t w : result.worlds) result.share += ensemble_.share[w];

  read_options(box, engaged, reading, result);
  return result;
}

// What each option leaves: one more look at the worlds that are left, with the rest of the deal at
// its best.
void EnsembleBound::read_options(const Box& box, const std::vector<char>& engaged,
                                 const Reading& reading, Outlook& result) const {
  const std::size_t count = result.worlds.size();
  const std::uint32_t* at = result.worlds.data();
  result.with.assign(ensemble_.options(), 0);
  std::vector<char> fits;
  for (std::size_t issue = 0; issue < ensemble_.issues(); ++issue) {
    for (std::size_t o = ensemble_.first_option[issue]; o < ensemble_.first_option[issue + 1];
         ++o) {
      if (box[o] == 0) continue;
      fits.assign(count, 1);
      if (!reading.barred[o].empty()) {
        for (std::size_t i = 0; i < count; ++i) fits[i] = reading.barred[o][i] != 0 ? 0 : 1;
      }
      for (std::size_t r = 0; r < rows_.size(); ++r) {
        const Row& row = rows_[r];
        if (row.party != kNoParty && engaged[row.party] == 0 &&
            std::ranges::find(ensemble_.parties[row.party].acts, o) ==
                ensemble_.parties[row.party].acts.end()) {
          continue;
        }
        const double* added = row.added + o * ensemble_.worlds();
        const double* best = reading.best[r].data();
        const double* most = reading.most[r * ensemble_.issues() + issue].data();
        const double least = -2 * row.tolerance;
        char* fit = fits.data();
        for (std::size_t i = 0; i < count; ++i) {
          const bool enough = best[i] - most[i] + added[at[i]] >= least;
          fit[i] = static_cast<char>(fit[i] & (enough ? 1 : 0));
        }
      }
      for (std::size_t i = 0; i < count; ++i) {
        if (fits[i] != 0) result.with[o] += ensemble_.share[at[i]];
      }
    }
  }
}

}  // namespace parley::bargaining
