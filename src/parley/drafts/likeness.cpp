#include "parley/drafts/internal/likeness.hpp"

#include <algorithm>
#include <cmath>

#include "parley/drafts/internal/words.hpp"

namespace parley::drafts::internal {
namespace {

constexpr double kShareOfBoth = 0.6;
constexpr double kFewWords = 6;           // below this, likeness is trusted less
constexpr std::size_t kMostWords = 4000;  // of a clause with all under it: more changes nothing

using Counts = std::map<std::uint32_t, double>;

void count(const Draft& draft, Span words, Terms& terms, Bag& bag, Counts& counts) {
  const std::string& text = draft.text.utf8();
  const auto tokens = tokens_of(text, draft.text.byte_offset(words.start),
                                draft.text.byte_offset(words.end), draft.markup, terms);
  std::string before;
  for (const Token& token : tokens) {
    if (!token.is_word) continue;
    const std::string word = stem(to_lower(text.substr(token.begin, token.end - token.begin)));
    counts[terms.of("\x01" + word)] += 1;
    if (!before.empty()) counts[terms.of("\x02" + before + " " + word)] += 1;
    before = word;
    ++bag.words;
  }
}

Bag weighed(const Counts& counts, const std::vector<double>& rarity, std::size_t words) {
  Bag bag;
  bag.words = words;
  bag.entries.reserve(counts.size());
  for (const auto& [term, times] : counts) {
    bag.entries.push_back({term, times * rarity[term]});
    bag.total += bag.entries.back().weight;
  }
  return bag;
}

}  // namespace

double shared(const Bag& a, const Bag& b) {
  double common = 0;
  auto x = a.entries.begin();
  auto y = b.entries.begin();
  while (x != a.entries.end() && y != b.entries.end()) {
    if (x->term < y->term) {
      ++x;
    } else if (y->term < x->term) {
      ++y;
    } else {
      common += std::min((x++)->weight, (y++)->weight);
    }
  }
  return common;
}

double likeness(const Bag& a, const Bag& b) {
  if (a.total <= 0 || b.total <= 0) return 0;
  const double common = shared(a, b);
  const double both = 2 * common / (a.total + b.total);
  const double lighter = common / std::min(a.total, b.total);
  const auto fewer = static_cast<double>(std::min(a.words, b.words));
  const double trust = std::min(1.0, fewer / kFewWords);
  return kShareOfBoth * both + (1 - kShareOfBoth) * lighter * trust;
}

Bags bags_of(const Draft& older, const Draft& newer) {
  Terms terms;
  Bags bags;
  std::vector<Counts> own[2];
  const Draft* drafts[] = {&older, &newer};
  for (int side = 0; side < 2; ++side) {
    const auto& clauses = drafts[side]->clauses;
    own[side].resize(clauses.size());
    bags.own[side].resize(clauses.size());
    bags.whole[side].resize(clauses.size());
    for (std::size_t c = 0; c < clauses.size(); ++c)
      count(*drafts[side], clauses[c].words, terms, bags.own[side][c], own[side][c]);
  }
  std::vector<double> clauses_with(terms.size());
  for (const auto& side : own) {
    for (const Counts& counts : side) {
      for (const auto& [term, times] : counts) clauses_with[term] += 1;
    }
  }
  const auto all = static_cast<double>(own[0].size() + own[1].size());
  std::vector<double> rarity(terms.size());
  for (std::size_t t = 0; t < rarity.size(); ++t)
    rarity[t] = std::log(1 + all / std::max(1.0, clauses_with[t]));
  for (int side = 0; side < 2; ++side) {
    const auto& clauses = drafts[side]->clauses;
    std::vector<Counts> whole(clauses.size());
    std::vector<std::size_t> words(clauses.size());
    for (std::size_t c = clauses.size(); c-- > 0;) {
      Bag& bag = bags.own[side][c];
      const std::size_t of_own = bag.words;
      bag = weighed(own[side][c], rarity, of_own);
      const bool holds = !whole[c].empty();
      const auto add = [&](const Counts& from, Counts& to) {
        for (const auto& [term, times] : from) to[term] += times;
      };
      add(own[side][c], whole[c]);
      words[c] += of_own;
      if (holds) bags.whole[side][c] = weighed(whole[c], rarity, words[c]);
      if (clauses[c].parent && words[*clauses[c].parent] < kMostWords) {
        add(whole[c], whole[*clauses[c].parent]);
        words[*clauses[c].parent] += words[c];
      }
      whole[c] = {};
    }
  }
  return bags;
}

}  // namespace parley::drafts::internal
