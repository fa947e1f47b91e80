#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "parley/drafts/alignment.hpp"
#include "parley/drafts/internal/edits.hpp"
#include "parley/drafts/internal/likeness.hpp"
#include "parley/drafts/internal/words.hpp"

namespace parley::drafts {
namespace {

using namespace internal;

// Set by the Paris drafts (tools/score_drafts); likeness and what stands around sum to at most 1.5.
constexpr double kPair = 0.40;        // the least score of a pair in order
constexpr double kMoved = 0.55;       // and of one out of order, which order does not vouch for
constexpr double kBySection = 0.15;   // how much the sections around count
constexpr double kByParent = 0.15;    // the clauses above
constexpr double kByTitle = 0.2;      // and equal titles
constexpr double kOtherKind = 0.15;   // taken off a heading beside a clause that is none
constexpr double kLeast = 0.15;       // the least likeness of the words themselves
constexpr double kContained = 0.55;   // the share of a clause in another that it is merged into
constexpr double kOwnShare = 0.3;     // of it, or of the other, that the partner there has not
constexpr double kNearSection = 0.3;  // the likeness of the sections of both
constexpr std::size_t kShortest = 5;  // words of a clause that can be merged or split
constexpr std::size_t kFewWords = 4;  // a clause with fewer is known by what is under it
constexpr std::size_t kCandidates = 40;
constexpr std::size_t kWindow = 400;  // of clauses with a term, those around the same place

struct Pair {
  std::size_t from = 0;
  std::size_t to = 0;
  double score = 0;
};

bool is_head(const Clause& clause) {
  return clause.kind == ClauseKind::article || clause.kind == ClauseKind::annex ||
         clause.kind == ClauseKind::heading ||
         (clause.kind == ClauseKind::preamble && !clause.title.empty());
}

// The nearest heading around each clause, itself where it is one.
std::vector<std::optional<std::size_t>> sections(const Draft& draft) {
  std::vector<std::optional<std::size_t>> found(draft.clauses.size());
  for (std::size_t c = 0; c < found.size(); ++c) {
    const Clause& clause = draft.clauses[c];
    if (is_head(clause)) {
      found[c] = c;
    } else if (clause.parent) {
      found[c] = found[*clause.parent];
    }
  }
  return found;
}

// Greatest sums over the places before one (Fenwick 1994), each with who has it.
class Best {
 public:
  explicit Best(std::size_t places) : tree_(places + 1) {}

  std::pair<double, std::size_t> before(std::size_t place) const {
    std::pair<double, std::size_t> best{0, kNone};
    for (std::size_t i = place; i > 0; i &= i - 1) {
      if (tree_[i].first > best.first) best = tree_[i];
    }
    return best;
  }
  void put(std::size_t place, double sum, std::size_t who) {
    for (std::size_t i = place + 1; i < tree_.size(); i += i & (~i + 1)) {
      if (sum > tree_[i].first) tree_[i] = {sum, who};
    }
  }

 private:
  std::vector<std::pair<double, std::size_t>> tree_;
};

class Aligner {
 public:
  Aligner(const Draft& older, const Draft& newer)
      : older_(older), newer_(newer), bags_(bags_of(older, newer)) {
    sections_[0] = sections(older);
    sections_[1] = sections(newer);
  }

  std::vector<Aligned> run() {
    const std::size_t n = older_.clauses.size();
    const std::size_t m = newer_.clauses.size();
    to_.assign(n, kNone);
    from_.assign(m, kNone);
    moved_.assign(m, false);
    std::vector<Pair> pairs = candidates();
    take_chain(pairs);
    take_moved(pairs);
    gather();
    return entries();
  }

 private:
  const Bag& body(int side, std::size_t c) const {
    const Bag& own = bags_.own[side][c];
    const Bag& whole = bags_.whole[side][c];
    return own.words < kFewWords && !whole.entries.empty() ? whole : own;
  }

  const Bag& whole(int side, std::size_t c) const {
    const Bag& found = bags_.whole[side][c];
    return found.entries.empty() ? bags_.own[side][c] : found;
  }

  // Pairs of clauses with words in common, each clause with those most like it.
  std::vector<Pair> candidates() {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> with;
    const std::size_t n = older_.clauses.size();
    const std::size_t m = newer_.clauses.size();
    for (std::size_t j = 0; j < m; ++j) {
      for (const Bag::Entry& entry : body(1, j).entries) with[entry.term].push_back(j);
    }
    std::vector<Pair> pairs;
    std::vector<double> common(m);
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < n; ++i) {
      touched.clear();
      for (const Bag::Entry& entry : body(0, i).entries) {
        const auto found = with.find(entry.term);
        if (found == with.end()) continue;
        for (const std::size_t j : around(found->second, i * m / std::max<std::size_t>(n, 1))) {
          if (common[j] == 0) touched.push_back(j);
          common[j] += entry.weight;
        }
      }
      const auto better = [&](std::size_t a, std::size_t b) {
        const double x = common[a] / (body(0, i).total + body(1, a).total);
        const double y = common[b] / (body(0, i).total + body(1, b).total);
        return x != y ? x > y : a < b;
      };
      const std::size_t kept = std::min(touched.size(), kCandidates);
      std::partial_sort(touched.begin(), touched.begin() + static_cast<std::ptrdiff_t>(kept),
                        touched.end(), better);
      for (std::size_t k = 0; k < touched.size(); ++k) {
        if (k < kept) add_pair(i, touched[k], pairs);
        common[touched[k]] = 0;
      }
    }
    add_heads(pairs);
    return pairs;
  }

  // Headings are known by what is under them, which may share few words with any one of the others.
  void add_heads(std::vector<Pair>& pairs) {
    std::vector<std::size_t> heads;
    for (std::size_t j = 0; j < newer_.clauses.size(); ++j) {
      if (is_head(newer_.clauses[j])) heads.push_back(j);
    }
    std::erase_if(pairs, [&](const Pair& each) {
      return is_head(older_.clauses[each.from]) && is_head(newer_.clauses[each.to]);
    });
    for (std::size_t i = 0; i < older_.clauses.size(); ++i) {
      if (!is_head(older_.clauses[i])) continue;
      const std::size_t place = i * newer_.clauses.size() / older_.clauses.size();
      for (const std::size_t j : around(heads, place)) add_pair(i, j, pairs);
    }
  }

  static std::span<const std::size_t> around(const std::vector<std::size_t>& clauses,
                                             std::size_t place) {
    if (clauses.size() <= kWindow) return clauses;
    const auto middle = static_cast<std::size_t>(
        std::lower_bound(clauses.begin(), clauses.end(), place) - clauses.begin());
    const std::size_t first =
        std::min(middle > kWindow / 2 ? middle - kWindow / 2 : 0, clauses.size() - kWindow);
    return std::span(clauses).subspan(first, kWindow);
  }

  void add_pair(std::size_t i, std::size_t j, std::vector<Pair>& pairs) {
    const double score = score_of(i, j);
    if (score >= kPair) pairs.push_back({i, j, score});
  }

  double score_of(std::size_t i, std::size_t j) {
    const Clause& a = older_.clauses[i];
    const Clause& b = newer_.clauses[j];
    if ((a.kind == ClauseKind::footnote) != (b.kind == ClauseKind::footnote)) return 0;
    double score = likeness(body(0, i), body(1, j));
    if (is_head(a) && is_head(b)) score = std::max(score, likeness(whole(0, i), whole(1, j)));
    if (score < kLeast && (a.title.empty() || to_lower(a.title) != to_lower(b.title))) return 0;
    if (is_head(a) != is_head(b)) score -= kOtherKind;
    if (!a.title.empty() && to_lower(a.title) == to_lower(b.title)) score += kByTitle;
    const auto section_a = sections_[0][i];
    const auto section_b = sections_[1][j];
    if (section_a && section_b)
      score += kBySection * around_likeness(*section_a, *section_b);
    else if (!section_a && !section_b)
      score += kBySection;
    if (a.parent && b.parent) {
      score += kByParent * around_likeness(*a.parent, *b.parent);
      if (a.label == b.label && !a.label.empty()) score += 0.02;
    } else if (!a.parent && !b.parent) {
      score += kByParent;
    }
    return score;
  }

  double around_likeness(std::size_t i, std::size_t j) {
    const auto key = (static_cast<std::uint64_t>(i) << 32U) | j;
    const auto [found, is_new] = around_.emplace(key, 0.0);
    if (is_new) {
      const Clause& a = older_.clauses[i];
      const bool same_title =
          !a.title.empty() && to_lower(a.title) == to_lower(newer_.clauses[j].title);
      found->second = std::min(1.0, likeness(whole(0, i), whole(1, j)) + (same_title ? 0.3 : 0.0));
    }
    return found->second;
  }

  void pair(std::size_t i, std::size_t j) {
    to_[i] = j;
    from_[j] = i;
  }

  // The heaviest chain of pairs that rises in both texts.
  void take_chain(std::vector<Pair>& pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      return a.from != b.from ? a.from < b.from : a.to > b.to;
    });
    Best best(newer_.clauses.size());
    std::vector<std::size_t> before(pairs.size(), kNone);
    std::size_t last = kNone;
    double most = 0;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      const auto [sum, who] = best.before(pairs[p].to);
      before[p] = who;
      const double total = sum + pairs[p].score - kPair + 1e-3;
      best.put(pairs[p].to, total, p);
      if (total > most) {
        most = total;
        last = p;
      }
    }
    for (; last != kNone; last = before[last]) pair(pairs[last].from, pairs[last].to);
  }

  // The best of the others, whatever their order.
  void take_moved(std::vector<Pair>& pairs) {
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.score > b.score; });
    for (const Pair& each : pairs) {
      if (each.score < kMoved) break;
      if (to_[each.from] != kNone || from_[each.to] != kNone) continue;
      pair(each.from, each.to);
      moved_[each.to] = true;
    }
  }

  // Clauses without a partner that stand in one with a partner join it.
  void gather() {
    into_.resize(newer_.clauses.size());
    out_of_.resize(older_.clauses.size());
    join(0, to_, from_, [&](std::size_t alone, std::size_t host) { into_[host].push_back(alone); });
    join(1, from_, to_,
         [&](std::size_t alone, std::size_t host) { out_of_[host].push_back(alone); });
  }

  template <class Add>
  void join(int side, const std::vector<std::size_t>& partner,
            const std::vector<std::size_t>& partner_of_other, const Add& add) {
    const int other = 1 - side;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> with;
    for (std::size_t j = 0; j < partner_of_other.size(); ++j) {
      if (partner_of_other[j] == kNone) continue;
      for (const Bag::Entry& entry : bags_.own[other][j].entries) with[entry.term].push_back(j);
    }
    std::unordered_map<std::size_t, double> common;
    for (std::size_t i = 0; i < partner.size(); ++i) {
      const Bag& bag = bags_.own[side][i];
      if (partner[i] != kNone || bag.words < kShortest) continue;
      common.clear();
      for (const Bag::Entry& entry : bag.entries) {
        const auto found = with.find(entry.term);
        if (found == with.end() || found->second.size() > kWindow) continue;
        for (const std::size_t j : found->second) common[j] += entry.weight;
      }
      std::size_t host = kNone;
      double most = 0;
      for (const auto& [j, weight] : common) {
        if (weight * 2 < bag.total * kOwnShare || !may_join(side, i, j)) continue;
        const Bag& whole_host = bags_.own[other][j];
        const double share = shared(bag, whole_host);
        // Words that the host shares with its partner as well speak for the partner.
        const double own = share - shared(bag, body(side, partner_of_other[j]));
        const bool contained = share >= kContained * bag.total && own >= kOwnShare * bag.total;
        if (!contained && own < kOwnShare * whole_host.total) continue;
        if (share > most || (share == most && j < host)) {
          most = share;
          host = j;
        }
      }
      if (host != kNone) add(i, host);
    }
  }

  // A clause joins one of a section like its own, and no heading does.
  bool may_join(int side, std::size_t alone, std::size_t host) {
    const std::size_t i = side == 0 ? alone : host;
    const std::size_t j = side == 0 ? host : alone;
    if (is_head(older_.clauses[i]) || is_head(newer_.clauses[j])) return false;
    const auto a = sections_[0][i];
    const auto b = sections_[1][j];
    return a.has_value() == b.has_value() && (!a || around_likeness(*a, *b) >= kNearSection);
  }

  std::vector<Aligned> entries() {
    std::vector<Aligned> found;
    std::vector<bool> joined(newer_.clauses.size());
    for (const auto& each : out_of_) {
      for (const std::size_t j : each) joined[j] = true;
    }
    std::vector<bool> merged(older_.clauses.size());
    for (const auto& each : into_) {
      for (const std::size_t i : each) merged[i] = true;
    }
    // Dropped clauses stand behind what became of the one before them.
    std::vector<std::vector<std::size_t>> dropped(newer_.clauses.size() + 1);
    std::size_t place = 0;
    for (std::size_t i = 0; i < older_.clauses.size(); ++i) {
      if (to_[i] != kNone) {
        place = to_[i] + 1;
      } else if (!merged[i]) {
        dropped[place].push_back(i);
      }
    }
    const auto add_dropped = [&](std::size_t at) {
      for (const std::size_t i : dropped[at]) found.push_back({{i}, {}, Change::dropped, 0, {}});
    };
    add_dropped(0);
    for (std::size_t j = 0; j < newer_.clauses.size(); ++j) {
      if (from_[j] != kNone) {
        found.push_back(entry(from_[j], j));
      } else if (!joined[j]) {
        found.push_back({{}, {j}, Change::added, 0, {}});
      }
      add_dropped(j + 1);
    }
    return found;
  }

  Aligned entry(std::size_t i, std::size_t j) {
    Aligned found{{i}, {j}, Change::same, 0, {}};
    found.similarity = likeness(body(0, i), body(1, j));
    auto [same, edits] = edits_between(older_, older_.clauses[i], newer_, newer_.clauses[j]);
    found.edits = std::move(edits);
    const auto& more_from = into_[j];
    const auto& more_to = out_of_[i];
    found.from.insert(found.from.end(), more_from.begin(), more_from.end());
    found.to.insert(found.to.end(), more_to.begin(), more_to.end());
    if (same && found.from.size() == 1 && found.to.size() == 1) found.similarity = 1;
    if (found.from.size() > found.to.size() || found.from.size() > 1) {
      found.change = Change::merged;
    } else if (found.to.size() > 1) {
      found.change = Change::split;
    } else if (moved_[j]) {
      found.change = Change::moved;
    } else {
      found.change = same ? Change::same : Change::edited;
    }
    return found;
  }

  const Draft& older_;
  const Draft& newer_;
  Bags bags_;
  std::vector<std::optional<std::size_t>> sections_[2];
  std::unordered_map<std::uint64_t, double> around_;
  std::vector<std::size_t> to_;                 // of each older clause its partner
  std::vector<std::size_t> from_;               // of each newer one
  std::vector<bool> moved_;                     // of each newer clause, whether it is out of order
  std::vector<std::vector<std::size_t>> into_;  // older clauses merged into each newer one
  std::vector<std::vector<std::size_t>> out_of_;  // newer clauses split from each older one
};

}  // namespace

std::string_view name(Change change) {
  constexpr std::string_view kNames[] = {"same",   "edited", "moved",  "split",
                                         "merged", "new",    "dropped"};
  return kNames[static_cast<std::size_t>(change)];
}

std::vector<Aligned> align(const Draft& older, const Draft& newer) {
  return Aligner(older, newer).run();
}

}  // namespace parley::drafts
