#include "parley/assess/conflict/stability.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "parley/assess/drafts.hpp"
#include "parley/base/random.hpp"
#include "parley/conflict/paths.hpp"
#include "parley/conflict/preference.hpp"
#include "parley/conflict/stability.hpp"
#include "parley/conflict/witness.hpp"

namespace parley::assess {
namespace {

using conflict::Concept;
using conflict::Graph;
using conflict::StateIndex;

// Worlds in which every party minds the same, and how much they count.
struct Kind {
  std::vector<conflict::Statements> minds;  // one a player
  bool agreed = true;                       // all signers like the text
  double share = 0;
};

// Which of the preferences of each party are held in each world: [party][world][preference].
using HeldPreferences = std::vector<std::vector<std::vector<bool>>>;

HeldPreferences held_preferences(const Model& model, const Worlds& worlds) {
  HeldPreferences held(model.parties());
  for (std::size_t party = 0; party < model.parties(); ++party) {
    const std::string& id = model.source().parties[party].first;
    const auto* outlook = model.source().outlooks.find(id);
    const std::size_t count = outlook == nullptr ? 0 : outlook->size();
    held[party].assign(worlds.drawn.size(), std::vector<bool>(count, true));
    for (std::size_t k = 0; k < count; ++k) {
      const auto& odds = (*outlook)[k].odds;
      if (!odds) continue;
      const StreamName name = StreamName("outlook/").then(id).then("/" + std::to_string(k));
      for (std::size_t w = 0; w < worlds.drawn.size(); ++w) {
        const double draw = RandomStream(worlds.seed, w, name.then("/held")).uniform();
        held[party][w][k] = draw < World(worlds.seed, w).draw(name, *odds);
      }
    }
  }
  return held;
}

// The kinds of worlds as this table sees them, those that count most first.
std::vector<Kind> kinds_of(const Model& model, const Worlds& worlds, const HeldPreferences& held,
                           const Table& table) {
  const std::size_t players = table.players().size();
  std::vector<std::vector<Liking>> likings(players);
  for (std::size_t i = 0; i < players && table.text(); ++i) {
    likings[i] = likings_of(model, worlds, table.players()[i], table.text()->options);
  }
  std::map<std::string, Kind> kinds;
  for (std::size_t w = 0; w < worlds.drawn.size(); ++w) {
    std::string key;
    for (std::size_t i = 0; i < players; ++i) {
      for (const bool each : held[table.players()[i]][w]) key += each ? '1' : '0';
      if (table.text()) key += static_cast<char>('a' + static_cast<int>(likings[i][w]));
    }
    Kind& kind = kinds[key];
    if (kind.minds.empty()) {
      for (std::size_t i = 0; i < players; ++i) {
        kind.minds.push_back(table.minds(i, table.text() ? likings[i][w] : Liking::not_known,
                                         held[table.players()[i]][w]));
        const bool signs =
            table.text() && std::ranges::count(table.text()->signers, table.players()[i]) > 0;
        kind.agreed = kind.agreed && (!signs || likings[i][w] == Liking::likes);
      }
    }
    kind.share += worlds.share[w];
  }
  std::vector<Kind> all;
  for (auto& each : kinds) all.push_back(std::move(each.second));
  std::ranges::stable_sort(all, std::greater<>(), &Kind::share);
  return all;
}

// Keeps those in which the text is agreed, their shares made to sum to 1; gives what they summed
// to.
double keep_agreed(std::vector<Kind>& kinds) {
  std::erase_if(kinds, [](const Kind& each) { return !each.agreed || !(each.share > 0); });
  double sum = 0;
  for (const Kind& each : kinds) sum += each.share;
  for (Kind& each : kinds) each.share /= sum;
  return std::min(sum, 1.0);
}

class Judge {
 public:
  Judge(const Table& table, const std::vector<Kind>& kinds) : table_(table), kinds_(kinds) {}

  // Whether a situation holds, in all kinds of worlds.
  Result<Situation> judge(conflict::Taken taken, const Control& control) {
    Situation situation;
    for (std::size_t k = 0; k < table_.acts().size(); ++k) {
      if (table_.acts()[k].move && (taken >> k & 1U) != 0)
        situation.done.push_back(table_.acts()[k]);
    }
    auto built = conflict::build(table_.conflict(kinds_.front().minds), control);
    if (!built) return tl::unexpected(built.error());
    const auto state = conflict::state_of(*built, taken);
    if (!state) {
      situation.possible = false;
      return situation;
    }
    state_ = *state;
    graphs_.assign(kinds_.size(), Graph{});
    std::vector<std::optional<conflict::Stability>> found(kinds_.size());
    const auto done = for_each_index(kinds_.size(), control, [&](std::size_t k) {
      graphs_[k] = conflict::with_ranks(*built, ranks_of(*built, kinds_[k]));
      found[k] = *conflict::stability(graphs_[k], Control{1, {}, {}});
    });
    if (!done) return tl::unexpected(done.error());
    tell(found, situation);
    if (const auto today = conflict::state_of(*built, table_.today())) add_way(*today, situation);
    return situation;
  }

 private:
  static std::vector<conflict::Ranks> ranks_of(const Graph& graph, const Kind& kind) {
    std::vector<conflict::Ranks> all;
    for (std::size_t i = 0; i < kind.minds.size(); ++i) {
      all.push_back(*conflict::ranks(kind.minds[i], graph.taken, graph.players[i].name));
    }
    return all;
  }

  void tell(const std::vector<std::optional<conflict::Stability>>& found, Situation& situation) {
    std::map<std::size_t, Leaver> leavers;
    bool is_mended = false;
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      const double share = kinds_[k].share;
      situation.of_itself += found[k]->equilibrium(Concept::nash, state_) ? share : 0;
      situation.feared += found[k]->equilibrium(Concept::gmr, state_) ? share : 0;
      const bool holds = found[k]->equilibrium(Concept::seq, state_);
      situation.holds += holds ? share : 0;
      if (holds && situation.deterred.empty()) add_deterred(k, situation);
      if (!holds && !std::exchange(is_mended, true)) add_remedies(k, situation);
      for (std::size_t i = 0; i < table_.players().size(); ++i) {
        if (found[k]->stable(Concept::seq, i, state_)) continue;
        const auto [leaver, is_new] = leavers.try_emplace(i);
        if (is_new) {
          const auto proof = conflict::witness(graphs_[k], Concept::seq, i, state_);
          leaver->second = {table_.players()[i], 0,
                            turn(k, i, state_, proof.deviations.front().improvement)};
        }
        leaver->second.share += share;
      }
    }
    for (auto& each : leavers) situation.leavers.push_back(std::move(each.second));
    std::ranges::stable_sort(situation.leavers, std::greater<>(), &Leaver::share);
    // Shares are sums, which rounding must not lift above one.
    for (double* each : {&situation.of_itself, &situation.holds, &situation.feared}) {
      *each = std::min(*each, 1.0);
    }
  }

  Turn turn(std::size_t kind, std::size_t player, StateIndex from, StateIndex to) const {
    Turn turn{table_.players()[player], {}};
    const conflict::Taken changed = graphs_[kind].taken[from] ^ graphs_[kind].taken[to];
    for (std::size_t k = 0; k < table_.acts().size(); ++k) {
      if ((changed >> k & 1U) == 0) continue;
      turn.steps.push_back({table_.acts()[k], (graphs_[kind].taken[to] >> k & 1U) != 0});
    }
    return turn;
  }

  std::vector<Turn> turns(std::size_t kind, StateIndex from, const conflict::Path& path) const {
    std::vector<Turn> all;
    for (const conflict::Step& each : path) {
      all.push_back(turn(kind, each.player, from, each.state));
      from = each.state;
    }
    return all;
  }

  void add_deterred(std::size_t kind, Situation& situation) const {
    for (std::size_t i = 0; i < table_.players().size(); ++i) {
      const auto proof = conflict::witness(graphs_[kind], Concept::seq, i, state_);
      if (proof.deviations.empty()) continue;
      const auto& best = *std::ranges::max_element(proof.deviations, {}, [&](const auto& each) {
        return graphs_[kind].players[i].ranks.rank[each.improvement];
      });
      situation.deterred.push_back(
          {table_.players()[i], turn(kind, i, state_, best.improvement),
           turns(kind, best.improvement,
                 best_answer(graphs_[kind], i, best.improvement, *best.sanction))});
    }
  }

  // An answer of one turn is told as who gives it would give it: in the way that it likes best.
  conflict::Path best_answer(const Graph& graph, std::size_t player, StateIndex from,
                             conflict::Path answer) const {
    if (answer.size() != 1) return answer;
    const std::size_t other = answer.front().player;
    const auto& own = graph.players[other].ranks.rank;
    const auto& feared = graph.players[player].ranks.rank;
    graph.players[other].moves.for_each(from, [&](StateIndex to) {
      if (feared[to] <= feared[state_] && own[to] > own[answer.front().state]) {
        answer.front().state = to;
      }
      return true;
    });
    return answer;
  }

  void add_remedies(std::size_t kind, Situation& situation) const {
    const auto changes = conflict::smallest_changes(
        table_.conflict(kinds_[kind].minds), {Concept::seq, graphs_[kind].taken[state_], true, 1});
    if (!changes) return;
    for (const auto& each : *changes) {
      using Change = conflict::Change;
      const Change& change = each.front();
      const auto add = [&](Remedy::Kind how) {
        situation.remedies.push_back({how, table_.acts()[change.at]});
      };
      if (change.kind == Change::Kind::cost) add(Remedy::Kind::cost);
      if (change.kind == Change::Kind::bind) add(Remedy::Kind::bind);
      if (change.kind == Change::Kind::rule_out) add(Remedy::Kind::rule_out);
    }
  }

  void add_way(StateIndex today, Situation& situation) const {
    const conflict::Route route = conflict::routes(graphs_.front(), today, {state_}).front();
    situation.way_is_by_gains = route.by_improvements.has_value();
    const auto& path = situation.way_is_by_gains ? route.by_improvements : route.by_moves;
    if (path) situation.way = turns(0, today, *path);
  }

  const Table& table_;
  const std::vector<Kind>& kinds_;
  std::vector<Graph> graphs_;
  StateIndex state_ = 0;
};

Result<Situation> judge(const Model& model, const Worlds& worlds, const HeldPreferences& held,
                        std::optional<Text> text, const Control& control) {
  const Table table(model, std::move(text));
  std::vector<Kind> kinds = kinds_of(model, worlds, held, table);
  const double agreed = keep_agreed(kinds);
  if (kinds.empty()) {
    Situation situation;
    situation.agreed = 0;
    return situation;
  }
  auto situation = Judge(table, kinds).judge(table.text() ? table.kept() : table.today(), control);
  if (situation) situation->agreed = agreed;
  return situation;
}

Text text_of(const Model& model, const Package& package) {
  Text text;
  for (std::size_t issue = 0; issue < model.issues(); ++issue) {
    text.options.push_back(model.first_option(issue) + package.deal[issue]);
  }
  for (const View& view : package.assessment.views) {
    if (view.consent == Consent::needed) text.signers.push_back(view.party);
  }
  for (std::size_t draft = 0; draft < model.drafts() && !text.draft; ++draft) {
    bool is_same = true;
    for (std::size_t issue = 0; issue < model.issues(); ++issue) {
      is_same = is_same && model.possible(draft, issue) == std::vector{text.options[issue]};
    }
    if (is_same) text.draft = draft;
  }
  return text;
}

}  // namespace

LikeliestConflict likeliest_conflict(const Model& model, const Worlds& worlds,
                                     const Package* package) {
  const Table table(model,
                    package != nullptr ? std::optional(text_of(model, *package)) : std::nullopt);
  std::vector<Kind> kinds = kinds_of(model, worlds, held_preferences(model, worlds), table);
  return {table.conflict(std::move(kinds.front().minds)), table.today()};
}

bool asks_for_stability(const casefile::Case& source) {
  return !source.moves.empty() && !source.outlooks.empty();
}

Result<StabilityAssessment> assess_stability(const Model& model, const Worlds& worlds,
                                             const std::vector<Package>& packages,
                                             const Control& control) {
  const HeldPreferences held = held_preferences(model, worlds);
  StabilityAssessment assessment;
  auto today = judge(model, worlds, held, std::nullopt, control);
  if (!today) return tl::unexpected(std::move(today.error()));
  assessment.situations.push_back(std::move(*today));
  for (std::size_t k = 0; k < packages.size(); ++k) {
    auto signed_text = judge(model, worlds, held, text_of(model, packages[k]), control);
    if (!signed_text) return tl::unexpected(std::move(signed_text.error()));
    signed_text->package = k;
    assessment.situations.push_back(std::move(*signed_text));
  }
  return assessment;
}

}  // namespace parley::assess
