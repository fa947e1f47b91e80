#include "parley/talks/named.hpp"

#include <algorithm>

namespace parley::talks {
namespace {

Seat plays(Strategy strategy, Acceptance acceptance = {}) { return {0, strategy, acceptance}; }

Seat follows(Curve curve, Choice choice, Acceptance acceptance = {}) {
  return plays(TimeDependent{curve, choice}, acceptance);
}

// Exponents and control points of the sources (docs/talks.md).
std::vector<NamedStrategy> all_strategies() {
  const Acceptance next{.rule = Acceptance::Rule::next};
  return {
      {"boulware", "gives way late (NegMAS, polynomial 4)", follows(Polynomial{4}, Choice::least)},
      {"linear", "gives way evenly (NegMAS, polynomial 1)", follows(Polynomial{1}, Choice::least)},
      {"conceder", "gives way early (NegMAS, polynomial 1/4)",
       follows(Polynomial{0.25}, Choice::least)},
      {"exponential-boulware", "gives way late (NegMAS, exponential 1/8)",
       follows(Exponential{0.125}, Choice::least)},
      {"exponential-linear", "gives way evenly (NegMAS, exponential 0.725)",
       follows(Exponential{0.725}, Choice::least)},
      {"exponential-conceder", "gives way early (NegMAS, exponential 4)",
       follows(Exponential{4}, Choice::least)},
      {"genius-boulware", "gives way late (GENIUS, e = 0.2)",
       follows(Faratin{0.2}, Choice::nearest, next)},
      {"genius-linear", "gives way evenly (GENIUS, e = 1)",
       follows(Faratin{1}, Choice::nearest, next)},
      {"genius-conceder", "gives way early (GENIUS, e = 2)",
       follows(Faratin{2}, Choice::nearest, next)},
      {"bezier-boulware", "gives way late, to 0.4 (NegoLog)",
       follows(Bezier{1, 0.85, 0.4}, Choice::nearest, next)},
      {"bezier-conceder", "gives way early, to 0.4 (NegoLog)",
       follows(Bezier{1, 0.55, 0.4}, Choice::nearest, next)},
      {"trading-boulware", "gives way late, where it costs least for what it gives",
       follows(Polynomial{4}, Choice::for_partners)},
      {"trading-linear", "gives way evenly, where it costs least for what it gives",
       follows(Polynomial{1}, Choice::for_partners)},
      {"tit-for-tat", "gives way as its partner does", plays(TitForTat{})},
      {"nice-tit-for-tat", "gives way as its partner nears the Nash point (for two)",
       plays(NiceTitForTat{}, next)},
      {"micro", "gives a new package for each new one", plays(Micro{})},
      {"hard-liner", "never gives way", plays(HardLiner{})},
      {"random", "offers and takes anything as good as no deal", plays(Random{})},
      {"staller", "plays for time", plays(Staller{})},
      {"equilibrium", "knows everything and reasons backwards", plays(Equilibrium{})},
  };
}

}  // namespace

const std::vector<NamedStrategy>& named_strategies() {
  static const std::vector<NamedStrategy> table = all_strategies();
  return table;
}

const std::vector<NamedProtocol>& named_protocols() {
  static const std::vector<NamedProtocol> table{{"alternating", AlternatingOffers{}},
                                                {"multiple", MultipleOffers{}},
                                                {"single-text", SingleText{}},
                                                {"feedback", Feedback{}},
                                                {"shuttle", Shuttle{}}};
  return table;
}

const NamedStrategy* find_strategy(std::string_view name) {
  const auto& all = named_strategies();
  const auto found = std::ranges::find(all, name, &NamedStrategy::name);
  return found == all.end() ? nullptr : &*found;
}

const NamedProtocol* find_protocol(std::string_view name) {
  const auto& all = named_protocols();
  const auto found = std::ranges::find(all, name, &NamedProtocol::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace parley::talks
