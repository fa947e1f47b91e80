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

// The states, moves and ranks of one text in all kinds of worlds, and what holds in each.
struct Ground {
  std::vector<Graph> graphs;                     // [kind]
  std::vector<conflict::Stability> stabilities;  // [kind]
};

std::vector<conflict::Ranks> ranks_of(const Graph& graph,
                                      const std::vector<conflict::Statements>& minds) {
  std::vector<conflict::Ranks> all;
  for (std::size_t i = 0; i < minds.size(); ++i) {
    all.push_back(*conflict::ranks(minds[i], graph.taken, graph.players[i].name));
  }
  return all;
}

// The acts that the options taken stand for.
std::vector<Act> acts_of(const Table& table, conflict::Taken taken) {
  std::vector<Act> acts;
  for (std::size_t k = 0; k < table.acts().size(); ++k) {
    if ((taken >> k & 1U) != 0) acts.push_back(table.acts()[k]);
  }
  return acts;
}

Turn turn_of(const Table& table, const Graph& graph, std::size_t player, StateIndex from,
             StateIndex to) {
  Turn turn{table.players()[player], {}};
  const conflict::Taken changed = graph.taken[from] ^ graph.taken[to];
  for (std::size_t k = 0; k < table.acts().size(); ++k) {
    if ((changed >> k & 1U) == 0) continue;
    turn.steps.push_back({table.acts()[k], (graph.taken[to] >> k & 1U) != 0});
  }
  return turn;
}

// What can be said of one situation about a text, or about none.
class Judge {
 public:
  Judge(const Table& table, const std::vector<Kind>& kinds, const Ground& ground, StateIndex state)
      : table_(table),
        kinds_(kinds),
        graphs_(ground.graphs),
        found_(ground.stabilities),
        state_(state) {}

  Result<Situation> judge(const Control& control) const {
    Situation situation;
    for (const Act& each : acts_of(table_, taken())) {
      if (each.move) situation.done.push_back(each);
    }
    const std::optional<std::size_t> failing = tell(situation);
    if (failing) {
      if (auto done = add_remedies(*failing, situation, control); !done) {
        return tl::unexpected(std::move(done.error()));
      }
    }
    if (const auto today = conflict::state_of(graphs_.front(), table_.today())) {
      add_way(*today, situation);
    }
    return situation;
  }

 private:
  conflict::Taken taken() const { return graphs_.front().taken[state_]; }

  // Gives the first kind of worlds in which the situation does not hold.
  std::optional<std::size_t> tell(Situation& situation) const {
    std::map<std::size_t, Leaver> leavers;
    std::optional<std::size_t> failing;
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      const double share = kinds_[k].share;
      situation.of_itself += found_[k].equilibrium(Concept::nash, state_) ? share : 0;
      situation.feared += found_[k].equilibrium(Concept::gmr, state_) ? share : 0;
      const bool holds = found_[k].equilibrium(Concept::seq, state_);
      situation.holds += holds ? share : 0;
      if (holds && situation.deterred.empty()) add_deterred(k, situation);
      if (!holds && !failing) failing = k;
      for (std::size_t i = 0; i < table_.players().size(); ++i) {
        if (found_[k].stable(Concept::seq, i, state_)) continue;
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
    return failing;
  }

  Turn turn(std::size_t kind, std::size_t player, StateIndex from, StateIndex to) const {
    return turn_of(table_, graphs_[kind], player, from, to);
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

  Result<void> add_remedies(std::size_t kind, Situation& situation, const Control& control) const {
    const auto changes = conflict::smallest_changes(table_.conflict(kinds_[kind].minds),
                                                    {Concept::seq, taken(), true, 1}, control);
    // Too many to try is no failure of the question.
    if (!changes) return {};
    for (const auto& each : *changes) {
      using Change = conflict::Change;
      const Change& change = each.front();
      const auto how = change.kind == Change::Kind::cost   ? std::optional(Remedy::Kind::cost)
                       : change.kind == Change::Kind::bind ? std::optional(Remedy::Kind::bind)
                       : change.kind == Change::Kind::rule_out
                           ? std::optional(Remedy::Kind::rule_out)
                           : std::nullopt;
      if (!how) continue;
      const auto holds = holds_after(change, control);
      if (!holds) return tl::unexpected(holds.error());
      // What mends one kind of worlds may undo another, as when a threat falls away.
      if (*holds <= situation.holds) continue;
      situation.remedies.push_back({*how, table_.acts()[change.at], *holds});
    }
    std::ranges::stable_sort(situation.remedies, std::greater<>(), &Remedy::holds);
    return {};
  }

  // In what share of the worlds the situation holds once the change is made.
  Result<double> holds_after(const conflict::Change& change, const Control& control) const {
    const auto changed = [&](const Kind& kind) {
      return conflict::after(table_.conflict(kind.minds), change);
    };
    const auto base = conflict::build(changed(kinds_.front()), control);
    if (!base) return tl::unexpected(base.error());
    std::vector<std::uint8_t> holds(kinds_.size(), 0);
    const auto done = for_each_index(kinds_.size(), control, [&](std::size_t k) {
      const conflict::GraphModel model = changed(kinds_[k]);
      std::vector<conflict::Statements> minds;
      for (const auto& each : model.decision_makers) {
        minds.push_back(std::get<conflict::Statements>(each.preference));
      }
      const Graph graph = conflict::with_ranks(*base, ranks_of(*base, minds));
      const auto found = *conflict::stability(graph, Control{1, {}, {}});
      holds[k] = found.equilibrium(Concept::seq, state_) ? 1 : 0;
    });
    if (!done) return tl::unexpected(done.error());
    double share = 0;
    for (std::size_t k = 0; k < kinds_.size(); ++k) share += holds[k] != 0 ? kinds_[k].share : 0;
    return std::min(share, 1.0);
  }

  void add_way(StateIndex today, Situation& situation) const {
    const conflict::Route route = conflict::routes(graphs_.front(), today, {state_}).front();
    situation.way_is_by_gains = route.by_improvements.has_value();
    const auto& path = situation.way_is_by_gains ? route.by_improvements : route.by_moves;
    if (path) situation.way = turns(0, today, *path);
  }

  const Table& table_;
  const std::vector<Kind>& kinds_;
  const std::vector<Graph>& graphs_;
  const std::vector<conflict::Stability>& found_;
  StateIndex state_;
};

// Draws the map of a text, in the likeliest kind of worlds.
class Chart {
 public:
  Chart(const Table& table, const std::vector<Kind>& kinds, const Ground& ground)
      : table_(table), kinds_(kinds), graph_(ground.graphs.front()), found_(ground.stabilities) {}

  Map draw() {
    const auto today = conflict::state_of(graph_, table_.today());
    if (!today) return {};
    place(*today);
    const auto kept = conflict::state_of(graph_, table_.kept());
    if (table_.text() && kept) map_.kept = place(*kept);
    for (const StateIndex each : others()) place(each);
    map_.told = states_.size();
    find_dead_ends();
    const std::vector<StateIndex> to(states_.begin() + 1, states_.end());
    for (const conflict::Route& each : conflict::routes(graph_, *today, to)) {
      const auto& path = each.by_improvements ? each.by_improvements : each.by_moves;
      if (path) add_legs(*today, *path);
    }
    return std::move(map_);
  }

 private:
  std::size_t place(StateIndex state) {
    const auto known = std::ranges::find(states_, state);
    if (known != states_.end()) return static_cast<std::size_t>(known - states_.begin());
    states_.push_back(state);
    map_.places.push_back(
        {acts_of(table_, graph_.taken[state]), text(state), share(state), rests(state)});
    return states_.size() - 1;
  }

  double share(StateIndex state) const {
    double sum = 0;
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      if (found_[k].equilibrium(Concept::seq, state)) sum += kinds_[k].share;
    }
    return std::min(sum, 1.0);
  }

  bool rests(StateIndex state) const { return found_.front().equilibrium(Concept::seq, state); }

  Signed text(StateIndex state) const {
    std::size_t yes = 0;
    std::size_t no = 0;
    for (std::size_t k = 0; k < table_.acts().size(); ++k) {
      if (!table_.acts()[k].move) ++((graph_.taken[state] >> k & 1U) != 0 ? yes : no);
    }
    return yes == 0 ? Signed::by_none : no == 0 ? Signed::by_all : Signed::by_some;
  }

  std::vector<StateIndex> others() const {
    std::vector<std::pair<double, StateIndex>> found;
    for (StateIndex s = 0; s < graph_.size; ++s) {
      if (!rests(s) || text(s) == Signed::by_some) continue;
      if (std::ranges::count(states_, s) > 0) continue;
      found.emplace_back(share(s), s);
    }
    std::ranges::stable_sort(found, std::greater<>(), &std::pair<double, StateIndex>::first);
    if (found.size() > Map::kMostOthers) found.resize(Map::kMostOthers);
    std::vector<StateIndex> states;
    for (const auto& each : found) states.push_back(each.second);
    return states;
  }

  bool is_better_for_some_worse_for_none(StateIndex from, StateIndex to) const {
    bool better = false;
    for (const conflict::Player& each : graph_.players) {
      if (each.ranks.rank[to] < each.ranks.rank[from]) return false;
      better = better || each.ranks.rank[to] > each.ranks.rank[from];
    }
    return better;
  }

  void find_dead_ends() {
    // The text kept comes first, since it is what the talks are about.
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < states_.size(); ++i) order.push_back(i);
    order.push_back(0);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!rests(states_[i])) continue;
      const auto better = std::ranges::find_if(order, [&](std::size_t other) {
        return rests(states_[other]) &&
               is_better_for_some_worse_for_none(states_[i], states_[other]);
      });
      if (better != order.end()) map_.places[i].better = *better;
    }
  }

  void add_legs(StateIndex from, const conflict::Path& path) {
    for (const conflict::Step& step : path) {
      const std::size_t a = place(from);
      const std::size_t b = place(step.state);
      const auto same = [&](const Leg& each) { return each.from == a && each.to == b; };
      if (std::ranges::none_of(map_.legs, same)) {
        const std::vector<conflict::Rank>& rank = graph_.players[step.player].ranks.rank;
        map_.legs.push_back({a, b, turn_of(table_, graph_, step.player, from, step.state),
                             rank[step.state] > rank[from]});
      }
      from = step.state;
    }
  }

  const Table& table_;
  const std::vector<Kind>& kinds_;
  const Graph& graph_;
  const std::vector<conflict::Stability>& found_;
  std::vector<StateIndex> states_;  // of the places
  Map map_;
};

Result<Ground> ground_of(const Table& table, const std::vector<Kind>& kinds,
                         const Control& control) {
  const auto built = conflict::build(table.conflict(kinds.front().minds), control);
  if (!built) return tl::unexpected(built.error());
  Ground ground;
  ground.graphs.resize(kinds.size());
  ground.stabilities.assign(kinds.size(), conflict::Stability(0, 0));
  const auto done = for_each_index(kinds.size(), control, [&](std::size_t k) {
    ground.graphs[k] = conflict::with_ranks(*built, ranks_of(*built, kinds[k].minds));
    ground.stabilities[k] = *conflict::stability(ground.graphs[k], Control{1, {}, {}});
  });
  if (!done) return tl::unexpected(done.error());
  return ground;
}

// A situation, and the map that it is on.
struct Judged {
  Situation situation;
  Map map;
};

Result<Judged> judge(const Model& model, const Worlds& worlds, const HeldPreferences& held,
                     std::optional<Text> text, const Control& control) {
  const Table table(model, std::move(text));
  std::vector<Kind> kinds = kinds_of(model, worlds, held, table);
  Judged judged;
  judged.situation.agreed = keep_agreed(kinds);
  if (kinds.empty()) {
    judged.situation.agreed = 0;
    return judged;
  }
  const auto ground = ground_of(table, kinds, control);
  if (!ground) return tl::unexpected(ground.error());
  judged.map = Chart(table, kinds, *ground).draw();
  const auto state =
      conflict::state_of(ground->graphs.front(), table.text() ? table.kept() : table.today());
  if (!state) {
    judged.situation.possible = false;
    return judged;
  }
  auto situation = Judge(table, kinds, *ground, *state).judge(control);
  if (!situation) return tl::unexpected(std::move(situation.error()));
  situation->agreed = judged.situation.agreed;
  judged.situation = *std::move(situation);
  return judged;
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
  assessment.situations.push_back(std::move(today->situation));
  assessment.map = std::move(today->map);
  for (std::size_t k = 0; k < packages.size(); ++k) {
    auto signed_text = judge(model, worlds, held, text_of(model, packages[k]), control);
    if (!signed_text) return tl::unexpected(std::move(signed_text.error()));
    signed_text->situation.package = k;
    if (!assessment.map.package && !signed_text->map.places.empty()) {
      assessment.map = std::move(signed_text->map);
      assessment.map.package = k;
    }
    assessment.situations.push_back(std::move(signed_text->situation));
  }
  return assessment;
}

}  // namespace parley::assess
