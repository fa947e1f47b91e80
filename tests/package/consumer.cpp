// Uses a room of Parley as an installed library: a draw that seed, world and name decide.
#include <iostream>
#include <parley/base/estimate.hpp>
#include <parley/base/version.hpp>

int main() {
  const parley::Estimate range = parley::Estimate::between(30, 45);
  const double first = parley::World(1, 0).draw("priority", range);
  const double again = parley::World(1, 0).draw("priority", range);
  std::cout << "Parley " << parley::kVersion << " draws " << first << '\n';
  return first == again && first > 30 && first < 45 ? 0 : 1;
}
