#pragma once

#include "parley/influence/council.hpp"

/// Outcomes that nobody who must agree likes less than what stays without a decision.
namespace parley::influence {

/// The places on a scale that every actor with a veto likes at least as well as the reference: from
/// the reference to its mirror image on the other side of each of their positions. A veto counts
/// whatever the capability, but not with salience 0. The whole scale when nobody has one or there
/// is no reference.
Hull acceptable(const Council& council, std::size_t scale);

/// The nearest acceptable place to a model's outcome.
double within_vetoes(const Council& council, std::size_t scale, double outcome);

/// The asymmetric Nash solution on one scale: the place that maximises the product of gains over
/// the reference, each to the power of salience times capability, with loss as the square of
/// distance. It goes to the weighted mean as the reference goes far away.
///
/// Those whose consent is needed are the holders of a veto or, when nobody has one, all with
/// weight. Without weight among them, or where no place gains all of them, the reference stays.
/// Needs a council without errors. Refuses ("does-not-fit") a scale without a reference. By
/// bisection, to about 1e-12 of the scale.
Result<double> nash(const Council& council, std::size_t scale);

}  // namespace parley::influence
