#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "parley/influence/council.hpp"
#include "parley/influence/settling.hpp"

/// Expected utility after Bueno de Mesquita, in the form of Scholz, Calbert and Smith 2011
/// ("Unravelling Bueno de Mesquita's group decision model"): actors on one scale who press each
/// other, round after round. A second opinion, never the forecast: it does not converge, and a
/// powerless actor can move it, since its danger sets the scale of everyone's risk.
namespace parley::influence {

/// By what the votes for one position over another are divided to make a probability.
enum class Denominator {
  all_pairs,  ///< the votes over every pair of positions: the authors' code
  this_pair,  ///< the votes over this pair: the paper, as those read it who replicate it
  others,     ///< as this_pair, but the two themselves have no vote
};

/// Which of an actor's offers of the strongest class it takes.
enum class Taking {
  weighted_point,   ///< of compromises the lowest point between the two, weighted by what each
                    ///< expects: the authors' code; not unmoved by turning the scale
  least_move,       ///< the shortest way; ties to the first actor, so the order of actors counts
  hardest_pressed,  ///< the shortest way; ties to whoever expects most: ours, free of order
                    ///< but where offers tie in that too
};

/// How likely things stay as they are when nobody challenges.
enum class Quiet {
  certain,        ///< Q = 1, as in the published run
  third_parties,  ///< the product over all k of P_ik + 1 - s_k, cut to [0, 1]
};

/// A way to read the model.
struct Variant {
  std::string_view name;
  Denominator denominator;
  Taking taking;
  Quiet quiet = Quiet::certain;
};

/// The named variants, the published run first. Of them "least-move" and "published" depend on the
/// order of actors through ties, "scholz" and "third-parties" on which way round the scale is.
inline constexpr std::array kVariants{
    Variant{"scholz", Denominator::all_pairs, Taking::weighted_point},
    Variant{"least-move", Denominator::all_pairs, Taking::least_move},
    Variant{"published", Denominator::this_pair, Taking::least_move},
    Variant{"third-parties", Denominator::others, Taking::weighted_point, Quiet::third_parties},
    Variant{"parley", Denominator::all_pairs, Taking::hardest_pressed},
};

/// What one actor's pressure would have another do.
struct Offer {
  enum class Kind { confrontation, compromise, capitulation };
  std::size_t actor = 0;  ///< who would move, as an actor of the council
  std::size_t partner = 0;
  Kind kind = Kind::confrontation;
  double target = 0;        ///< where to
  double own_view = 0;      ///< what the actor expects of challenging the partner
  double partner_view = 0;  ///< what the partner expects of challenging the actor
};

/// "confrontation", "compromise", "capitulation".
std::string_view name(Offer::Kind kind);

/// An offer that was taken, and those that were passed over, in the order of partners.
struct Move {
  Offer taken;
  std::vector<Offer> passed_over;
};

struct EuRound {
  Positions positions;        ///< by voter
  double mean = 0;            ///< weighted
  double median = 0;          ///< weighted
  std::vector<double> risks;  ///< by voter, in [1/2, 2]; those that led here; empty in round 0
  std::vector<Move> moves;    ///< that led here, by voter
};

struct ExpectedUtility {
  std::vector<std::size_t> actors;  ///< [voter]: the actor of the council
  /// Round 0 is the start.
  std::vector<EuRound> rounds;
  /// [i][j] with the risks of the first round: how likely i prevails over j.
  std::vector<std::vector<double>> probability;
  Settling settling;
};

/// Plays rounds until a state comes again (within 1e-9 of the range of positions) or `most_rounds`
/// are over.
///
/// All move at once. Without any difference of positions nobody moves; with equal dangers all risks
/// are 1. Needs a council without errors. Refuses ("does-not-fit") a scale on which fewer than two
/// have weight. Costs about (rounds * voters^3).
Result<ExpectedUtility> expected_utility(const Council& council, std::size_t scale,
                                         const Variant& variant = kVariants.front(),
                                         std::size_t most_rounds = 10);

}  // namespace parley::influence
