#include "parley/bargaining/ensemble.hpp"

#include <algorithm>

namespace parley::bargaining {
namespace {

bool all_hold(const std::vector<Condition>& conditions, const Deal& deal) {
  return std::ranges::all_of(conditions, [&](const Condition& each) { return holds(each, deal); });
}

bool contains(const Ensemble& ensemble, const Deal& deal, std::size_t option) {
  const auto issue = std::ranges::upper_bound(ensemble.first_option, option) - 1;
  return deal[static_cast<std::size_t>(issue - ensemble.first_option.begin())] == option - *issue;
}

void leave_out(const std::vector<char>& meant, std::vector<char>& signs) {
  for (std::size_t w = 0; w < signs.size(); ++w) {
    if (meant[w] != 0) signs[w] = 0;
  }
}

// Leaves out the worlds in which the party would get less than its reservation value.
void leave_out_losers(const Ensemble& ensemble, std::size_t party, const Deal& deal,
                      std::vector<char>& signs) {
  const std::size_t worlds = ensemble.worlds();
  const Ensemble::Party& who = ensemble.parties[party];
  std::vector<double> utility(worlds, 0);
  for (std::size_t issue = 0; issue < deal.size(); ++issue) {
    const double* added = who.added.data() + (ensemble.first_option[issue] + deal[issue]) * worlds;
    for (std::size_t w = 0; w < worlds; ++w) utility[w] += added[w];
  }
  for (const Ensemble::Interaction& each : ensemble.interactions) {
    if (each.party != party || !all_hold(each.when, deal)) continue;
    for (std::size_t w = 0; w < worlds; ++w) utility[w] += each.value[w];
  }
  for (std::size_t w = 0; w < worlds; ++w) {
    if (utility[w] < who.reservation[w] - who.tolerance) signs[w] = 0;
  }
}

}  // namespace

bool consents(const Ensemble& ensemble, std::size_t party, const Deal& deal) {
  const Ensemble::Party& who = ensemble.parties[party];
  return who.always || std::ranges::any_of(who.acts, [&](std::size_t option) {
           return contains(ensemble, deal, option);
         });
}

std::vector<char> signing_worlds(const Ensemble& ensemble, const std::vector<std::size_t>& parties,
                                 const Deal& deal) {
  std::vector<char> signs(ensemble.worlds(), 1);
  std::vector<char> asked(ensemble.parties.size(), 0);
  for (const std::size_t party : parties) {
    asked[party] = consents(ensemble, party, deal) ? 1 : 0;
    if (asked[party] != 0) leave_out_losers(ensemble, party, deal, signs);
  }
  for (const Ensemble::RedLine& line : ensemble.red_lines) {
    if (asked[line.party] != 0 && contains(ensemble, deal, line.option)) {
      leave_out(line.meant, signs);
    }
  }
  for (const Ensemble::Linkage& linkage : ensemble.linkages) {
    const bool binds = !linkage.owner || asked[*linkage.owner] != 0;
    if (binds && all_hold(linkage.when, deal) && !all_hold(linkage.then, deal)) {
      leave_out(linkage.meant, signs);
    }
  }
  return signs;
}

double signing_share(const Ensemble& ensemble, const std::vector<std::size_t>& parties,
                     const Deal& deal) {
  const std::vector<char> signs = signing_worlds(ensemble, parties, deal);
  double sum = 0;
  for (std::size_t w = 0; w < signs.size(); ++w) {
    if (signs[w] != 0) sum += ensemble.share[w];
  }
  return sum;
}

}  // namespace parley::bargaining
