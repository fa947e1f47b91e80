#include "influence/councils.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>

namespace parley::influence {
namespace {

const std::string kFolder = std::string(PARLEY_SOURCE_DIR) + "/tests/influence/published/";

// The cells of each line, without blanks around them; enough for the published files, which the
// reader of councils in formats is not asked to read here.
std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(kFolder + name + ".csv");
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) {
      const std::size_t first = cell.find_first_not_of(' ');
      const std::size_t last = cell.find_last_not_of(" \r");
      rows.back().push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
  }
  return rows;
}

// KTAB's: numbers of 100 behind name, description and power.
Council ktab_council(const std::vector<std::vector<std::string>>& rows) {
  Council council;
  const std::size_t dimensions = std::stoul(rows[0][3]);
  for (std::size_t k = 0; k < dimensions; ++k) {
    council.scales.push_back({rows[1][3 + 2 * k], 0, 100, {}, {}});
  }
  for (std::size_t r = 2; r < rows.size(); ++r) {
    Actor actor{rows[r][0], rows[r][1], {}, false};
    for (std::size_t k = 0; k < dimensions; ++k) {
      actor.stands.push_back(Stand{std::stod(rows[r][3 + 2 * k]),
                                   std::stod(rows[r][4 + 2 * k]) / 100, std::stod(rows[r][2])});
    }
    council.actors.push_back(std::move(actor));
  }
  return council;
}

// With a heading and a row a stand; all scales span the outermost positions.
Council plain_council(const std::vector<std::vector<std::string>>& rows) {
  std::map<std::string, std::size_t> column;
  for (std::size_t c = 0; c < rows[0].size(); ++c) column[rows[0][c]] = c;
  const std::size_t power = column.contains("power") ? column["power"] : column["capability"];
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  Council council;
  const auto place = [](auto& all, const std::string& name) {
    const auto found = std::ranges::find(all, name, [](const auto& each) { return each.name; });
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    all.emplace_back().name = name;
    return all.size() - 1;
  };
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const std::vector<std::string>& row = rows[r];
    const auto scale =
        place(council.scales, column.contains("issue") ? row[column["issue"]] : "decision");
    const auto actor = place(council.actors, row[column["actor"]]);
    for (Actor& each : council.actors) each.stands.resize(council.scales.size());
    const double position = std::stod(row[column["position"]]);
    low = std::min(low, position);
    high = std::max(high, position);
    council.actors[actor].stands[scale] =
        Stand{position, std::stod(row[column["salience"]]), std::stod(row[power])};
  }
  for (Scale& each : council.scales) {
    each.low = low;
    each.high = high;
  }
  return council;
}

}  // namespace

Council published(const std::string& name) {
  const auto rows = rows_of(name);
  return name.starts_with("ktab") ? ktab_council(rows) : plain_council(rows);
}

nlohmann::json reference(const std::string& name) {
  std::ifstream file(kFolder + name + ".json");
  return nlohmann::json::parse(file);
}

Council council_of(const std::vector<Stand>& stands) {
  Council council{{{"issue", 0, 100, {}, {}}}, {}};
  for (const Stand& each : stands) {
    council.actors.push_back(
        {"actor " + std::to_string(council.actors.size() + 1), {}, {each}, false});
  }
  return council;
}

Council turned_round(const Council& council) {
  Council turned = council;
  for (std::size_t k = 0; k < turned.scales.size(); ++k) {
    const double sum = council.scales[k].low + council.scales[k].high;
    auto& reference = turned.scales[k].reference;
    if (reference) reference = sum - *reference;
    for (Actor& each : turned.actors) {
      if (each.stands[k]) each.stands[k]->position = sum - each.stands[k]->position;
    }
  }
  return turned;
}

Council with_power_times(const Council& council, double factor) {
  Council result = council;
  for (Actor& actor : result.actors) {
    for (auto& stand : actor.stands) {
      if (stand) stand->capability *= factor;
    }
  }
  return result;
}

Council reordered(const Council& council, const std::vector<std::size_t>& order) {
  Council result{council.scales, {}};
  for (const std::size_t each : order) result.actors.push_back(council.actors[each]);
  return result;
}

Council any_council(std::size_t actors, std::size_t scales) {
  const auto part = [](int most) { return *rc::gen::inRange(1, most); };
  Council council;
  for (std::size_t k = 0; k < scales; ++k) {
    council.scales.push_back({"scale " + std::to_string(k + 1), 0, 100, {}, {}});
  }
  for (std::size_t i = 0; i < actors; ++i) {
    Actor actor{"actor " + std::to_string(i + 1), {}, {}, false};
    const double capability = part(1000) / 10.0;
    for (std::size_t k = 0; k < scales; ++k) {
      // Odd fractions, so that ties are rare.
      const double position = *rc::gen::inRange(0, 1'000'000) / 10'000.0;
      const double salience = part(10'000) / 10'000.0 / static_cast<double>(scales);
      actor.stands.push_back(Stand{position, salience, capability});
    }
    council.actors.push_back(std::move(actor));
  }
  return council;
}

std::vector<std::size_t> any_order(std::size_t actors) {
  std::vector<std::size_t> order(actors);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = actors; i > 1; --i) {
    std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  }
  return order;
}

}  // namespace parley::influence
