#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/base/text.hpp"

namespace parley::scoring {

/// What a measure counts: items found, items wanted, and how many of the found are right.
struct Tally {
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;

  /// right / found; 1 when nothing was found.
  double precision() const;
  /// right / wanted; 1 when nothing was wanted.
  double recall() const;
  /// The harmonic mean of precision and recall; 0 when both are 0.
  double f1() const;

  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// One miss or false alarm, for people who mend the engine.
struct Mistake {
  std::string measure;
  std::string report;
  bool missed = false;  ///< wanted and not found; else found and not wanted
  Span span;
  std::string text;    ///< what the report says there
  std::string detail;  ///< the fields of the item
};

/// Named tallies in the order in which they were first counted.
class Score {
 public:
  Tally& of(const std::string& measure);
  void add(const Score& other);

  const std::vector<std::pair<std::string, Tally>>& tallies() const& { return tallies_; }
  void tallies() const&& = delete;  // would dangle in a range-for
  std::vector<Mistake> mistakes;

 private:
  std::vector<std::pair<std::string, Tally>> tallies_;
};

}  // namespace parley::scoring
