#include "parley/drafts/versions.hpp"

#include <algorithm>
#include <cassert>
#include <map>

#include "parley/drafts/internal/tokens.hpp"

namespace parley::drafts {
namespace {

using namespace internal;

constexpr double kNearlyAll = 0.8;
constexpr double kNearlyNone = 0.2;

// Brackets of each clause, in their order.
std::vector<std::vector<std::size_t>> by_clause(const Draft& draft) {
  std::vector<std::vector<std::size_t>> found(draft.clauses.size());
  for (std::size_t b = 0; b < draft.brackets.size(); ++b)
    found[draft.brackets[b].clause].push_back(b);
  return found;
}

// Tokens [first, last] of a bracket, with those of its marks, as far as they are of its clause.
struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Which words of a clause stay in the next text, counted so that a bracket within many others costs
// no more than one alone.
class Kept {
 public:
  Kept(const std::vector<Token>& tokens, const std::vector<std::size_t>& match)
      : words_(tokens.size() + 1), stay_(tokens.size() + 1) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool stays = match[i] != kNone;
      words_[i + 1] = words_[i] + (tokens[i].is_word ? 1U : 0U);
      stay_[i + 1] = stay_[i] + (tokens[i].is_word && stays ? 1U : 0U);
      if (stays) pairs_.emplace_back(match[i], i);
    }
  }

  std::size_t words(std::size_t begin, std::size_t end) const {
    return words_[end] - words_[begin];
  }
  std::size_t stay(std::size_t begin, std::size_t end) const { return stay_[end] - stay_[begin]; }

  /// Whether half of a bracket's words stand in another; one without words is known by its mark.
  bool is_same(Range older, Range newer) const {
    const auto first =
        std::lower_bound(pairs_.begin(), pairs_.end(), std::pair(newer.first, std::size_t{0}));
    const auto past =
        std::lower_bound(first, pairs_.end(), std::pair(newer.last + 1, std::size_t{0}));
    const std::size_t all = words(older.first, older.last + 1);
    if (first == past) return all == 0;
    const std::size_t begin = std::max(older.first, first->second);
    const std::size_t end = std::min(older.last, std::prev(past)->second) + 1;
    return (begin < end ? stay(begin, end) : 0) * 2 >= all;
  }

 private:
  std::vector<std::size_t> words_;  // before each token
  std::vector<std::size_t> stay_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // newer and older token, rising
};

class Follower {
 public:
  Follower(const Version& older, Version& newer)
      : older_(older),
        newer_(newer),
        in_older_(by_clause(older.draft)),
        in_newer_(by_clause(newer.draft)) {
    newer_.brackets.resize(newer_.draft.brackets.size());
    fates_.resize(older_.draft.brackets.size());
  }

  /// What became of each bracket of the older text; nothing where it goes on.
  std::vector<std::optional<Closing>> run() {
    for (const Aligned& each : newer_.changes) {
      for (const std::size_t from : each.from) {
        if (each.to.empty()) {
          for (const std::size_t b : in_older_[from]) fates_[b] = Closing::dropped;
        } else {
          compare(from, each.to.front(), each.from.size() > 1);
        }
      }
    }
    return std::move(fates_);
  }

 private:
  std::vector<Token> tokens(const Draft& draft, const Clause& clause) {
    return tokens_of(draft.text.utf8(), draft.text.byte_offset(clause.own.start),
                     draft.text.byte_offset(clause.own.end), draft.markup, terms_);
  }

  static std::size_t token_at(const std::vector<Token>& tokens, std::size_t byte) {
    const auto found =
        std::lower_bound(tokens.begin(), tokens.end(), byte,
                         [](const Token& token, std::size_t at) { return token.begin < at; });
    return static_cast<std::size_t>(found - tokens.begin());
  }

  void compare(std::size_t from, std::size_t to, bool merged) {
    if (in_older_[from].empty()) return;
    const std::vector<Token> a = tokens(older_.draft, older_.draft.clauses[from]);
    const std::vector<Token> b = tokens(newer_.draft, newer_.draft.clauses[to]);
    if (a.empty() || b.empty()) {
      for (const std::size_t o : in_older_[from]) fates_[o] = Closing::dropped;
      return;
    }
    const std::vector<std::size_t> match = matched(a, b);
    const Kept kept(a, match);
    std::map<std::size_t, std::size_t>
        at;                               // token of the newer text -> bracket that it is a mark of
    std::map<std::size_t, Range> ranges;  // of brackets of the newer text
    std::optional<std::size_t> option;
    for (const std::size_t n : in_newer_[to]) {
      if (newer_.draft.brackets[n].kind == BracketKind::option) {
        option = n;
        continue;
      }
      const Range range = range_of(newer_.draft, n, b);
      ranges.emplace(n, range);
      at.emplace(range.first, n);
      at.emplace(range.last, n);
    }
    for (const std::size_t o : in_older_[from]) {
      if (older_.draft.brackets[o].kind == BracketKind::option) {
        if (!(option && take(o, *option))) fates_[o] = merged ? Closing::merged : Closing::kept;
        continue;
      }
      const Range range = range_of(older_.draft, o, a);
      const auto goes_on = [&](std::size_t token) {
        const auto found = match[token] == kNone ? at.end() : at.find(match[token]);
        return found != at.end() && kept.is_same(range, ranges.at(found->second)) &&
               take(o, found->second);
      };
      if (!goes_on(range.first) && !goes_on(range.last)) fates_[o] = closing(kept, range);
    }
  }

  static Range range_of(const Draft& draft, std::size_t bracket, const std::vector<Token>& tokens) {
    const Span span = draft.brackets[bracket].span;
    const auto at = [&](std::size_t place) {
      return std::min(token_at(tokens, draft.text.byte_offset(place)), tokens.size() - 1);
    };
    return {at(span.start), std::max(at(span.start), at(span.end - 1))};
  }

  bool take(std::size_t older, std::size_t newer) {
    if (newer_.brackets[newer].before) return false;
    newer_.brackets[newer].before = older;
    return true;
  }

  static Closing closing(const Kept& kept, Range range) {
    const auto words = static_cast<double>(kept.words(range.first, range.last + 1));
    const auto stay = static_cast<double>(kept.stay(range.first, range.last + 1));
    if (words == 0 || stay <= kNearlyNone * words) return Closing::dropped;
    return stay >= kNearlyAll * words ? Closing::kept : Closing::merged;
  }

  const Version& older_;
  Version& newer_;
  Terms terms_;
  std::vector<std::vector<std::size_t>> in_older_;
  std::vector<std::vector<std::size_t>> in_newer_;
  std::vector<std::optional<Closing>> fates_;
};

}  // namespace

std::string_view name(Closing how) {
  constexpr std::string_view kNames[] = {"kept", "dropped", "merged"};
  return kNames[static_cast<std::size_t>(how)];
}

std::vector<Version> follow(std::vector<Draft> drafts,
                            const std::vector<std::optional<std::size_t>>& follows) {
  assert(drafts.size() == follows.size());
  std::vector<Version> versions;
  versions.reserve(drafts.size());
  for (std::size_t v = 0; v < drafts.size(); ++v) {
    Version& version = versions.emplace_back();
    version.draft = std::move(drafts[v]);
    version.follows = follows[v];
    version.brackets.resize(version.draft.brackets.size());
    for (BracketStory& each : version.brackets) each.opened_in = v;
    if (!follows[v]) continue;
    assert(*follows[v] < v);
    Version& older = versions[*follows[v]];
    version.changes = align(older.draft, version.draft);
    const auto fates = Follower(older, version).run();
    for (std::size_t b = 0; b < fates.size(); ++b) {
      if (!fates[b] || older.brackets[b].closed_in) continue;
      older.brackets[b].closed_in = v;
      older.brackets[b].how = fates[b];
    }
    for (BracketStory& each : version.brackets) {
      each.opened_in = each.before ? older.brackets[*each.before].opened_in : v;
    }
  }
  // A bracket that goes on is closed where the later one is.
  for (std::size_t v = versions.size(); v-- > 0;) {
    if (!versions[v].follows) continue;
    auto& older = versions[*versions[v].follows].brackets;
    for (const BracketStory& each : versions[v].brackets) {
      if (!each.before || older[*each.before].closed_in) continue;
      older[*each.before].closed_in = each.closed_in;
      older[*each.before].how = each.how;
    }
  }
  return versions;
}

}  // namespace parley::drafts
