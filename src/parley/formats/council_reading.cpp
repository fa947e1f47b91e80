#include "parley/formats/council_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "parley/casefile/estimate_text.hpp"

namespace parley::formats::internal {
namespace {

Estimate scaled(Estimate estimate, double by) {
  estimate.low /= by;
  estimate.mode /= by;
  estimate.high /= by;
  return estimate;
}

// Nothing when it is new and there are `most` already.
template <class Named>
std::optional<std::size_t> place_of(const Cell& name,
                                    std::map<std::string, std::size_t, std::less<>>& places,
                                    std::vector<Named>& all, std::size_t most) {
  if (all.size() == most && !places.contains(name.text)) return std::nullopt;
  const auto [found, is_new] = places.emplace(name.text, all.size());
  if (is_new) {
    all.emplace_back();
    all.back().name = name.text;
  }
  return found->second;
}

}  // namespace

bool says_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kNothing{"", "na", "n/a", "-", "?", "."};
  const std::string low = text == "-" ? "-" : folded(text);
  return std::ranges::find(kNothing, low) != kNothing.end();
}

std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t') {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else {
      result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::optional<std::size_t> CouncilReading::actor(const Cell& name) {
  if (name.text.empty()) {
    findings_.error(name.byte, "empty-name", "the row names no actor", "name it");
    return std::nullopt;
  }
  const auto place = place_of(name, actors_, council_.actors, influence::kMostActors);
  if (!place) too_many(name, "actors", influence::kMostActors);
  if (!place) return std::nullopt;
  council_.actors.back().stands.resize(council_.scales.size());
  return place;
}

std::optional<std::size_t> CouncilReading::scale(const Cell& name) {
  if (name.text.empty()) {
    findings_.error(name.byte, "empty-name", "the row names no issue", "name it");
    return std::nullopt;
  }
  const auto place = place_of(name, scales_, council_.scales, influence::kMostScales);
  if (!place) too_many(name, "scales", influence::kMostScales);
  if (!place) return std::nullopt;
  if (stated_.size() < council_.scales.size()) {
    // Until an end is stated a scale has none.
    council_.scales.back().low = HUGE_VAL;
    council_.scales.back().high = -HUGE_VAL;
    stated_.push_back(false);
    for (auto& each : council_.actors) each.stands.resize(council_.scales.size());
  }
  return place;
}

void CouncilReading::too_many(const Cell& name, std::string_view what, std::size_t most) {
  findings_.error(name.byte, fmt::format("too-many-{}", what),
                  fmt::format("there are more than {} {}", most, what),
                  fmt::format("at most {} are read", most));
}

std::optional<Estimate> CouncilReading::estimate(const Cell& cell, std::string_view what) {
  std::string text = cell.text;
  // Where cells are not parted by commas a comma is a decimal one.
  if (separator_ != ',') std::ranges::replace(text, ',', '.');
  const casefile::internal::ReadEstimate read = casefile::internal::read_estimate(text);
  if (read.estimate) return read.estimate;
  if (read.bad) {
    findings_.error(cell.byte, read.bad->code, read.bad->message, read.bad->hint);
  } else {
    findings_.error(cell.byte, "bad-number",
                    fmt::format("the {} “{}” is not a number or a range", what, cell.text),
                    "write 40, 30..45 (low..high) or 30..40..55 (low..most likely..high)");
  }
  return std::nullopt;
}

std::optional<double> CouncilReading::number(const Cell& cell, std::string_view what) {
  const auto read = estimate(cell, what);
  if (!read) return std::nullopt;
  if (read->is_fixed()) return read->mode;
  findings_.error(cell.byte, "bad-number", fmt::format("the {} “{}” is a range", what, cell.text),
                  "write one number");
  return std::nullopt;
}

void CouncilReading::stretch(std::size_t scale, double to) {
  influence::Scale& stretched = council_.scales[scale];
  stretched.low = std::min(stretched.low, to);
  stretched.high = std::max(stretched.high, to);
  stated_[scale] = true;
}

void CouncilReading::stand(std::size_t actor, std::size_t scale, const StandCells& cells) {
  auto& stand = council_.actors[actor].stands[scale];
  if (!rows_.emplace(actor, scale).second) {
    findings_.error(cells.byte, "duplicate-row",
                    fmt::format("“{}” stands twice on “{}”", council_.actors[actor].name,
                                council_.scales[scale].name),
                    "keep one of the rows");
    return;
  }
  const auto missing = [&](const Cell* cell, const char* what) {
    if (cell == nullptr || !says_nothing(cell->text)) return false;
    findings_.warning(cells.byte, "no-stand",
                      fmt::format("“{}” has no {} on “{}” and does not count there",
                                  council_.actors[actor].name, what, council_.scales[scale].name),
                      "fill it in, or leave the row out");
    return true;
  };
  if (missing(cells.position, "position") || missing(cells.salience, "salience") ||
      missing(cells.capability, "capability")) {
    return;
  }
  const auto or_one = [&](const Cell* cell, const char* what) {
    return cell == nullptr ? std::optional(Estimate::fixed(1)) : estimate(*cell, what);
  };
  const auto position = estimate(*cells.position, "position");
  const auto salience = or_one(cells.salience, "salience");
  const auto capability = or_one(cells.capability, "capability");
  if (!position || !salience || !capability) return;
  stand = influence::UncertainStand{*position, *salience, *capability};
  const auto byte = [&](const Cell* cell) { return cell == nullptr ? cells.byte : cell->byte; };
  placed_.push_back(
      {actor, scale, cells.position->byte, byte(cells.salience), byte(cells.capability)});
}

void CouncilReading::divide_saliences(Percent percent) {
  double most = 0;
  const Placed* first = nullptr;
  for (const Placed& each : placed_) {
    const double high = stand_of(each).salience.high;
    if (high > 1 && first == nullptr) first = &each;
    most = std::max(most, high);
  }
  const bool divide = percent == Percent::always || most > 1;
  if (percent == Percent::when_above_one && first != nullptr && most <= 100) {
    findings_.warning(first->salience, "percent-salience",
                      "saliences above 1 are read as parts of 100, and so are all others",
                      "write them from 0 to 1 to be sure");
  }
  for (const Placed& each : placed_) {
    Estimate& salience = stand_of(each).salience;
    if (salience.low < 0 || salience.high > (divide ? 100 : 1)) {
      findings_.error(each.salience, "bad-salience",
                      fmt::format("the salience of “{}” on “{}” is not within 0 and {}",
                                  council_.actors[each.actor].name,
                                  council_.scales[each.scale].name, divide ? 100 : 1),
                      "it says which part of its power an actor uses here");
    }
    if (divide) salience = scaled(salience, 100);
  }
}

void CouncilReading::check_weights() {
  for (const Placed& each : placed_) {
    if (stand_of(each).capability.low >= 0) continue;
    findings_.error(
        each.capability, "negative-weight",
        fmt::format("the capability of “{}” is below 0", council_.actors[each.actor].name),
        "0 is the least");
  }
}

void CouncilReading::settle_ends() {
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  for (const Placed& each : placed_) {
    low = std::min(low, stand_of(each).position.low);
    high = std::max(high, stand_of(each).position.high);
  }
  for (std::size_t k = 0; k < council_.scales.size(); ++k) {
    influence::Scale& scale = council_.scales[k];
    // One end alone, or one place in words, is not a scale yet.
    if (stated_[k] && scale.low < scale.high) continue;
    scale.low = std::min({scale.low, low, scale.reference.value_or(low)});
    scale.high = std::max({scale.high, high, scale.reference.value_or(high)});
  }
  for (const Placed& each : placed_) {
    const influence::Scale& scale = council_.scales[each.scale];
    const Estimate& position = stand_of(each).position;
    if (position.low >= scale.low && position.high <= scale.high) continue;
    findings_.error(
        each.position, "off-scale",
        fmt::format("the position of “{}” lies beyond the ends of “{}”, {} and {}",
                    council_.actors[each.actor].name, scale.name, scale.low, scale.high),
        "mend the position, or the ends");
  }
}

Result<ReadCouncil> CouncilReading::finish(CouncilForm form, Percent percent) {
  divide_saliences(percent);
  check_weights();
  settle_ends();
  if (!findings_.has_errors()) {
    findings_.adopt(0, influence::check(influence::most_likely(council_)));
  }
  if (findings_.has_errors()) return invalid(findings_.take());
  ReadCouncil read{std::move(council_), form, form == CouncilForm::ktab, false, {}};
  read.ends_stated = std::ranges::all_of(stated_, [](bool each) { return each; });
  read.warnings = findings_.take();
  return read;
}

}  // namespace parley::formats::internal
