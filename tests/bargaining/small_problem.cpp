#include "bargaining/small_problem.hpp"

namespace parley::bargaining {

Problem small_problem(const std::vector<std::pair<std::string, std::vector<std::string>>>& issues,
                      const std::vector<Row>& rows) {
  Problem problem;
  for (const auto& [issue, options] : issues) {
    Issue& added = problem.issues.emplace_back();
    added.name = issue;
    for (const std::string& each : options) added.options.push_back({each, std::nullopt});
  }
  for (const Row& row : rows) {
    Party& party = problem.parties.emplace_back();
    party.name = row.name;
    party.weights = row.weights;
    party.values = row.values;
    party.reservation = row.reservation;
  }
  return problem;
}

}  // namespace parley::bargaining
