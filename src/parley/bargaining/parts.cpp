#include "parley/bargaining/parts.hpp"

#include <algorithm>

namespace parley::bargaining::internal {
namespace {

// Whatever a part can reach, the problem can.
void share_extremes(std::vector<Part>& parts) {
  for (std::size_t i = 0; i < (parts.empty() ? 0 : parts.front().model.counted); ++i) {
    std::int64_t ideal = parts.front().model.ideal[i];
    std::int64_t nadir = parts.front().model.nadir[i];
    for (const Part& each : parts) {
      ideal = std::max(ideal, each.model.ideal[i]);
      nadir = std::min(nadir, each.model.nadir[i]);
    }
    for (Part& each : parts) {
      each.model.ideal[i] = ideal;
      each.model.nadir[i] = nadir;
      if (!each.model.floor[i]) each.model.disagreement[i] = static_cast<double>(nadir);
    }
  }
}

}  // namespace

std::vector<std::size_t> conditional_parties(const Problem& problem, const InForce& in_force) {
  std::vector<bool> demands = in_force.measured;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (in_force.reservations[i] && problem.parties[i].reservation) demands[i] = true;
  }
  for (std::size_t i = 0; i < problem.red_lines.size(); ++i) {
    if (in_force.red_lines[i]) demands[problem.red_lines[i].party] = true;
  }
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    const Linkage& linkage = problem.linkages[i];
    if (in_force.linkages[i] && linkage.owner) demands[*linkage.owner] = true;
  }
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < problem.parties.size(); ++i) {
    if (demands[i] && !problem.parties[i].consents && may_be_asked(problem, i)) {
      result.push_back(i);
    }
  }
  return result;
}

InForce unasked(const Problem& problem, InForce in_force, std::size_t party) {
  in_force.reservations[party] = false;
  in_force.measured[party] = false;
  for (std::size_t i = 0; i < problem.red_lines.size(); ++i) {
    if (problem.red_lines[i].party == party) in_force.red_lines[i] = false;
  }
  for (std::size_t i = 0; i < problem.linkages.size(); ++i) {
    if (problem.linkages[i].owner == party) in_force.linkages[i] = false;
  }
  return in_force;
}

InForce idle(const Problem& problem, InForce in_force, std::size_t party) {
  InForce result = unasked(problem, std::move(in_force), party);
  result.idle[party] = true;
  return result;
}

std::vector<InForce> parts(const Problem& problem, const InForce& in_force) {
  std::vector<InForce> all = {in_force};
  for (const std::size_t party : conditional_parties(problem, in_force)) {
    std::vector<InForce> next;
    for (const InForce& each : all) next.push_back(idle(problem, each, party));
    for (InForce& each : all) {
      each.acting[party] = true;
      next.push_back(std::move(each));
    }
    all = std::move(next);
  }
  return all;
}

Result<std::vector<Part>> build_parts(const Problem& problem, const ModelOptions& options) {
  std::vector<Part> result;
  for (InForce& each : parts(problem, InForce::all(problem))) {
    Result<Model> model = build_model(problem, each, options);
    if (!model) return tl::unexpected(std::move(model.error()));
    if (model->feasible) result.push_back({std::move(each), std::move(*model)});
  }
  share_extremes(result);
  return result;
}

}  // namespace parley::bargaining::internal
