#pragma once

#include <string>
#include <vector>

#include "parley/influence/internal/matrix.hpp"
#include "parley/influence/smp.hpp"

/// The Spatial Model of Politics in the units that it computes in: every scale from 0 to 1.
namespace parley::influence::internal {

/// What stays as it is through all turns.
struct Space {
  Matrix salience{0, 0};           // [actor][dimension]
  std::vector<double> total;       // [actor]: the sum of its saliences
  std::vector<double> capability;  // [actor]
  std::vector<std::string> names;  // [actor]
  smp::Options options;

  std::size_t actors() const { return capability.size(); }
  std::size_t dimensions() const { return salience.columns(); }
  double weight(std::size_t actor) const { return total[actor] * capability[actor]; }
};

/// How an actor sees the positions of a turn.
class Outlook {
 public:
  Outlook(const Space& space, Matrix positions, Matrix ideals);

  const Matrix& positions() const { return positions_; }
  const Matrix& ideals() const { return ideals_; }
  const Matrix& distances() const { return distances_; }
  const std::vector<double>& central_odds() const { return central_odds_; }
  const std::vector<double>& risks() const { return risks_; }

  /// What each actor gets from each position, as h sees it: [position][actor].
  Matrix seen_by(std::size_t h) const;

  /// What an actor gets from j's position, as it sees itself.
  double own_utility(std::size_t actor, std::size_t j) const;
  /// What it gets from any point of the space; `point` has a number a dimension.
  double own_utility(std::size_t actor, const std::vector<double>& point) const;

  /// A view of i challenging j: how likely i prevails, and what that gives k beyond today.
  struct View {
    double odds = 0;
    double gain = 0;
  };
  /// `seen` is seen_by() of whose view it is.
  View view(const Matrix& seen, std::size_t k, std::size_t i, std::size_t j) const;

 private:
  double distance(std::size_t actor, const double* point) const;

  const Space* space_;
  Matrix positions_;
  Matrix ideals_;
  Matrix distances_;
  std::vector<double> central_odds_;
  std::vector<double> risks_;
};

/// A pair of places that two actors would go to together.
struct Agreement {
  std::size_t initiator = 0;
  std::size_t receiver = 0;
  std::vector<double> initiator_to;
  std::vector<double> receiver_to;
};

/// What follows from a challenge, as the options say: one agreement, or one by each of the two.
std::vector<Agreement> agreements(const Space& space, const Outlook& outlook,
                                  const smp::Challenge& challenge);

/// Where each actor goes: what it takes among staying and the agreements that it has a part in.
Matrix places_taken(const Space& space, const Outlook& outlook, const std::vector<Agreement>& all,
                    std::size_t turn);

}  // namespace parley::influence::internal
