#pragma once

#include <variant>

namespace parley::talks {

/// Time-dependent demands: what share a party asks for at a time t in [0, 1), from 1 down. The
/// smaller the exponent p or the larger e, the sooner it gives way.

/// start (1 - t^p), on the span from the larger of the worst utility and no deal to the best
/// (NegMAS; Faratin, Sierra & Jennings 1998). Boulware p = 4, linear 1, conceder 1/4.
struct Polynomial {
  double exponent = 4;
  double start = 1;
};

/// start (e^((1 - t)^p) - 1) / (e - 1) on the same span (NegMAS). Boulware p = 1/8, linear 0.725,
/// conceder 4.
struct Exponential {
  double exponent = 0.125;
  double start = 1;
};

/// low + (high - low) (1 - F) with F = k + (1 - k) t^(1 / e), on the span from the worst utility to
/// the best (GENIUS; Faratin, Sierra & Jennings 1998). Boulware e = 0.2, linear 1, conceder 2; e =
/// 0 never gives way.
struct Faratin {
  double e = 0.2;
  double k = 0;
  double low = 0;
  double high = 1;
};

/// first (1 - t)^2 + 2 middle t (1 - t) + last t^2, on the span from 0, or the worst utility where
/// that is below, to the best (NegoLog). Where no deal is worth more than `last`, the middle is
/// raised by (first + r) / (first + last) and r takes the place of `last`. Boulware middle = 0.85,
/// conceder 0.55.
struct Bezier {
  double first = 1;
  double middle = 0.85;
  double last = 0.4;
};

using Curve = std::variant<Polynomial, Exponential, Faratin, Bezier>;

/// What a party's utilities are measured against; no deal at least as good as the worst package.
struct Scale {
  double worst = 0;
  double best = 1;
  double no_deal = 0;
};

/// Where `share` lies between 0, or the worst utility where that is below, and the best; for
/// utilities on [0, 1] the share itself. Rules that name a utility mean this.
double on_scale(double share, const Scale& scale);

/// The utility demanded at time t, 0 <= t <= 1; never below no deal.
double demand(const Curve& curve, double t, const Scale& scale);

}  // namespace parley::talks
