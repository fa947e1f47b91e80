#pragma once

#include <string>
#include <vector>

#include "parley/bargaining/problem.hpp"

namespace parley::bargaining {

/// One party of a table: weights and values by issue, and its reservation value.
struct Row {
  std::string name;
  std::vector<double> weights;
  std::vector<std::vector<double>> values;
  double reservation = 0;
};

/// A problem from tables, issues and options named as given.
Problem small_problem(const std::vector<std::pair<std::string, std::vector<std::string>>>& issues,
                      const std::vector<Row>& rows);

}  // namespace parley::bargaining
