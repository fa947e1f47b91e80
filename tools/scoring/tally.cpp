#include "scoring/tally.hpp"

namespace parley::scoring {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Tally::precision() const { return share(right, found); }

double Tally::recall() const { return share(right, wanted); }

double Tally::f1() const {
  const double sum = precision() + recall();
  return sum > 0 ? 2 * precision() * recall() / sum : 0.0;
}

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  found += other.found;
  wanted += other.wanted;
  return *this;
}

Tally& Score::of(const std::string& measure) {
  for (auto& [name, tally] : tallies_) {
    if (name == measure) return tally;
  }
  return tallies_.emplace_back(measure, Tally{}).second;
}

void Score::add(const Score& other) {
  for (const auto& [name, tally] : other.tallies_) of(name) += tally;
  mistakes.insert(mistakes.end(), other.mistakes.begin(), other.mistakes.end());
}

}  // namespace parley::scoring
