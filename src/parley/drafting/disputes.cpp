#include "parley/drafting/disputes.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "parley/drafting/bodies.hpp"

namespace parley::drafting::internal {
namespace {

// How often a report names each body, in the order of the record, and the two that it names most.
struct Named {
  std::vector<std::pair<std::string, std::size_t>> counts;
  std::vector<std::string> leading;
};

std::size_t& count_of(Named& report, const std::string& body) {
  for (auto& [known, count] : report.counts) {
    if (known == body) return count;
  }
  return report.counts.emplace_back(body, 0).second;
}

bool names(const Named& report, const std::string& body) {
  return std::any_of(report.counts.begin(), report.counts.end(),
                     [&](const auto& each) { return each.first == body; });
}

std::vector<Named> named_by_report(const record::Record& record, const Bodies& bodies) {
  std::map<std::string, std::size_t> place;
  for (const record::Report& each : record.reports) place.emplace(each.id, place.size());
  std::vector<Named> reports(record.reports.size());
  for (const record::Actor& each : record.actors) {
    const std::string& body = bodies.of(each.id);
    const record::Actor* actor = bodies.find(body);
    if (actor == nullptr || actor->kind == record::ActorKind::person) continue;
    for (const record::Passage& mention : each.mentions) {
      if (const auto found = place.find(mention.report); found != place.end())
        ++count_of(reports[found->second], body);
    }
  }
  for (Named& each : reports) {
    std::stable_sort(each.counts.begin(), each.counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (std::size_t i = 0; i < std::min<std::size_t>(2, each.counts.size()); ++i)
      each.leading.push_back(each.counts[i].first);
  }
  return reports;
}

bool leads_into(const Named& one, const Named& other) {
  return std::all_of(one.leading.begin(), one.leading.end(),
                     [&](const std::string& body) { return names(other, body); });
}

}  // namespace

std::vector<Dispute> find_disputes(const record::Record& record) {
  const Bodies bodies(record);
  const std::vector<Named> named = named_by_report(record, bodies);
  // Each report points to an earlier one of its dispute, the first to itself.
  std::vector<std::size_t> first(named.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  const auto root = [&](std::size_t report) {
    while (first[report] != report) report = first[report];
    return report;
  };
  const auto join = [&](std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax({root(a), root(b)});
    first[high] = low;
  };
  const auto is_telling = [&](std::size_t report) { return named[report].leading.size() == 2; };
  std::size_t leader = 0;
  while (leader + 1 < named.size() && !is_telling(leader)) ++leader;
  for (std::size_t b = 0; b < named.size(); ++b) {
    if (!is_telling(b)) join(leader, b);
    for (std::size_t a = 0; a < b; ++a) {
      if (!is_telling(a) || !is_telling(b)) continue;
      if (leads_into(named[a], named[b]) || leads_into(named[b], named[a])) join(a, b);
    }
  }
  std::vector<Dispute> disputes;
  std::map<std::size_t, std::size_t> place;
  for (std::size_t r = 0; r < named.size(); ++r) {
    const auto [known, is_new] = place.emplace(root(r), disputes.size());
    if (is_new) {
      Dispute& begun = disputes.emplace_back();
      for (const std::string& body : named[r].leading)
        begun.sides.push_back(bodies.find(body)->name);
    }
    disputes[known->second].reports.push_back(r);
  }
  return disputes;
}

}  // namespace parley::drafting::internal
