#pragma once

#include <optional>

#include "parley/influence/council.hpp"

/// The plain models, always shown beside any other: none has been beaten in point error on 351
/// issues of the European Union's Council. Each needs voters with weight on the scale (check()) and
/// leaves those without weight out of account.
namespace parley::influence {

/// The compromise model: sum of capability, salience and position over the sum of capability and
/// salience. It approximates the asymmetric Nash solution where disagreement is far from all.
double weighted_mean(const std::vector<Voter>& voters);

/// The mean of the positions of those who have weight, one voice each.
double plain_mean(const std::vector<Voter>& voters);

/// The first position, ascending, by which half of the weight is reached. Where exactly half lies
/// on either side, the lower one: the only case in which it does not follow a turn of the scale.
double weighted_median(const std::vector<Voter>& voters);

/// The position that beats each other one, with votes of weight times the difference of distances;
/// nothing where none does. Votes that differ by less than 1e-12 of the weight are a tie.
std::optional<double> condorcet_position(const std::vector<Voter>& voters);

}  // namespace parley::influence
