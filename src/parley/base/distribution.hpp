#pragma once

#include <cstddef>
#include <span>

namespace parley {

/// Quantile functions: the value below which a share `p` of the distribution lies, 0 < p < 1.
///
/// The standard library's distributions differ between implementations; these are our own, so that
/// a seed gives the same worlds everywhere. Each is increasing in p, a property that the sharing of
/// named factors relies on.

/// low <= high; low == high gives low.
double uniform_quantile(double p, double low, double high);

/// The triangular distribution on [low, high] with its peak at mode; low <= mode <= high.
double triangular_quantile(double p, double low, double mode, double high);

/// The PERT distribution (Malcolm, Roseboom, Clark & Fazar 1959): the beta distribution on
/// [low, high] with shape parameters 1 + 4 (mode - low) / (high - low) and
/// 1 + 4 (high - mode) / (high - low), so its mean is (low + 4 mode + high) / 6. Absolute error
/// below 1e-12 of the width.
double pert_quantile(double p, double low, double mode, double high);

/// The normal distribution (Wichura 1988, algorithm AS 241, PPND16; relative error about 1e-16).
/// deviation >= 0.
double normal_quantile(double p, double mean, double deviation);

/// The standard normal distribution function, by std::erfc.
double normal_cumulative(double z);

/// The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method);
/// a, b > 0 and 0 <= x <= 1.
double beta_cumulative(double x, double a, double b);

/// The index that p falls on when [0, 1) is divided in proportion to the weights; weights are
/// finite, not negative, and not all zero. An index whose weight is 0 is never returned.
std::size_t categorical_quantile(double p, std::span<const double> weights);

}  // namespace parley
