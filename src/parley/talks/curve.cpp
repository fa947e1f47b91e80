#include "parley/talks/curve.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parley::talks {
namespace {

double between(double share, double low, double high) { return low + share * (high - low); }

// The literature's names: exponents and control points as in the documentation of the curves.
struct Demand {
  double t;
  const Scale& scale;

  double operator()(const Polynomial& curve) const {
    const double share = curve.start * (1 - std::pow(t, curve.exponent));
    return between(share, scale.no_deal, scale.best);
  }
  double operator()(const Exponential& curve) const {
    const double share =
        curve.start * std::expm1(std::pow(1 - t, curve.exponent)) / (std::numbers::e - 1);
    return between(share, scale.no_deal, scale.best);
  }
  double operator()(const Faratin& curve) const {
    const double conceded =
        curve.e > 0 ? curve.k + (1 - curve.k) * std::pow(t, 1 / curve.e) : curve.k;
    const double share = between(1 - conceded, curve.low, curve.high);
    return between(share, scale.worst, scale.best);
  }
  double operator()(const Bezier& curve) const {
    const double zero = on_scale(0, scale);
    const double span = scale.best - zero;
    const double r = span > 0 ? (scale.no_deal - zero) / span : 0;
    double middle = curve.middle;
    double last = curve.last;
    if (r > last) {
      middle *= (curve.first + r) / (curve.first + last);
      last = r;
    }
    return on_scale(curve.first * (1 - t) * (1 - t) + 2 * middle * t * (1 - t) + last * t * t,
                    scale);
  }
};

}  // namespace

double on_scale(double share, const Scale& scale) {
  return between(share, std::min(0.0, scale.worst), scale.best);
}

double demand(const Curve& curve, double t, const Scale& scale) {
  return std::max(std::visit(Demand{t, scale}, curve), scale.no_deal);
}

}  // namespace parley::talks
