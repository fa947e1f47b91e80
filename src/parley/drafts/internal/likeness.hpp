#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "parley/drafts/internal/tokens.hpp"

namespace parley::drafts::internal {

/// What a clause says, as weighed terms: stems of its words and pairs of them, ascending by term.
struct Bag {
  struct Entry {
    std::uint32_t term = 0;
    double weight = 0;  ///< its times its rarity
  };
  std::vector<Entry> entries;
  double total = 0;
  std::size_t words = 0;
};

/// The weight that two bags have in common.
double shared(const Bag& a, const Bag& b);

/// How alike two bags are, 0 to 1: their common weight as a share of both (Dice) and of the
/// lighter. A few words weigh less than many, as they are easily alike.
double likeness(const Bag& a, const Bag& b);

/// The clauses of two texts as bags.
struct Bags {
  std::vector<Bag> own[2];    ///< words of each clause
  std::vector<Bag> whole[2];  ///< with all under it; empty where it has nothing under it
};

Bags bags_of(const Draft& older, const Draft& newer);

}  // namespace parley::drafts::internal
