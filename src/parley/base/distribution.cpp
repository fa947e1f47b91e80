#include "parley/base/distribution.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>

namespace parley {
namespace {

// As std::lgamma, which writes the sign to a variable that all threads share.
double log_gamma(double x) {
  int sign = 0;
  return ::lgamma_r(x, &sign);
}

// Polynomial with the given coefficients, highest power first.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double value = 0;
  for (const double each : coefficients) value = value * x + each;
  return value;
}

double standard_normal_quantile(double p) {
  // Wichura 1988, Applied Statistics 37:477-484, tables for PPND16.
  static constexpr std::array<double, 8> a{
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608};
  static constexpr std::array<double, 8> b{
      5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
  static constexpr std::array<double, 8> c{7.7454501427834140764e-4, .0227238449892691845833,
                                           .24178072517745061177,    1.27045825245236838258,
                                           3.64784832476320460504,   5.7694972214606914055,
                                           4.6303378461565452959,    1.42343711074968357734};
  static constexpr std::array<double, 8> d{1.05075007164441684324e-9, 5.475938084995344946e-4,
                                           .0151986665636164571966,   .14810397642748007459,
                                           .68976733498510000455,     1.6763848301838038494,
                                           2.05319162663775882187,    1.0};
  static constexpr std::array<double, 8> e{2.01033439929228813265e-7, 2.71155556874348757815e-5,
                                           .0012426609473880784386,   .026532189526576123093,
                                           .29656057182850489123,     1.7848265399172913358,
                                           5.4637849111641143699,     6.6579046435011037772};
  static constexpr std::array<double, 8> f{2.04426310338993978564e-15, 1.4215117583164458887e-7,
                                           1.8463183175100546818e-5,   7.868691311456132591e-4,
                                           .0148753612908506148525,    .13692988092273580531,
                                           .59983220655588793769,      1.0};
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
  double value = 0;
  if (r <= 5) {
    r -= 1.6;
    value = polynomial(c, r) / polynomial(d, r);
  } else {
    r -= 5;
    value = polynomial(e, r) / polynomial(f, r);
  }
  return q < 0 ? -value : value;
}

// The continued fraction of the incomplete beta function (Press et al. 2007, section 6.4).
double beta_fraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  const auto away_from_zero = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double fraction = d;
  for (int m = 1; m <= 300; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    fraction *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    const double change = d * c;
    fraction *= change;
    if (std::abs(change - 1) < std::numeric_limits<double>::epsilon()) break;
  }
  return fraction;
}

// Solves I_x(a, b) = p for a, b >= 1 by Newton steps that bisection keeps inside the bracket.
double beta_quantile(double p, double a, double b) {
  double low = 0;
  double high = 1;
  double x = a / (a + b);
  const double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
  for (int step = 0; step < 200 && high - low > 1e-15; ++step) {
    const double error = beta_cumulative(x, a, b) - p;
    if (error == 0) break;
    (error > 0 ? high : low) = x;
    const double density = std::exp((a - 1) * std::log(x) + (b - 1) * std::log1p(-x) - log_beta);
    double next = x - error / density;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (std::abs(next - x) < 1e-14) return next;
    x = next;
  }
  return x;
}

}  // namespace

double uniform_quantile(double p, double low, double high) {
  assert(low <= high);
  return low + p * (high - low);
}

double triangular_quantile(double p, double low, double mode, double high) {
  assert(low <= mode && mode <= high);
  const double width = high - low;
  if (width == 0) return low;
  if (p * width < mode - low) return low + std::sqrt(p * width * (mode - low));
  return high - std::sqrt((1 - p) * width * (high - mode));
}

double pert_quantile(double p, double low, double mode, double high) {
  assert(low <= mode && mode <= high);
  const double width = high - low;
  if (width == 0) return low;
  return low +
         width * beta_quantile(p, 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width);
}

double normal_quantile(double p, double mean, double deviation) {
  assert(deviation >= 0 && p > 0 && p < 1);
  return mean + deviation * standard_normal_quantile(p);
}

double normal_cumulative(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double beta_cumulative(double x, double a, double b) {
  assert(a > 0 && b > 0 && x >= 0 && x <= 1);
  if (x == 0 || x == 1) return x;
  const double front = std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) +
                                b * std::log1p(-x));
  // The fraction converges fast on the left of the mean; the symmetry serves the right.
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

std::size_t categorical_quantile(double p, std::span<const double> weights) {
  double total = 0;
  for (const double each : weights) total += each;
  assert(total > 0);
  double left = p * total;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = i;
    if (left < weights[i]) return i;
    left -= weights[i];
  }
  return last;
}

}  // namespace parley
