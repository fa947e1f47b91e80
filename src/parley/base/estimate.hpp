#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "parley/base/random.hpp"

namespace parley {

/// How the values of a range are spread.
enum class Shape { uniform, triangular, pert, normal };

/// A number that nobody measured: what is known of it, and what it moves with.
///
/// A fixed number has low == mode == high. A range without a most likely value is uniform; with one
/// it is PERT unless another shape is said. A normal estimate has mode as its mean and reaches low
/// and high at the 5 % and 95 % quantiles, so that it may fall outside of them.
struct Estimate {
  double low = 0;
  double mode = 0;
  double high = 0;
  Shape shape = Shape::uniform;

  /// A named factor that several estimates share, with a loading in [-1, 1]: 1 moves fully with the
  /// factor, -1 fully against it, 0 not at all.
  struct Loading {
    std::string factor;
    double weight = 1;
    friend bool operator==(const Loading&, const Loading&) = default;
  };
  /// The squares of the weights sum to at most 1; what they leave is the estimate's own doubt.
  std::vector<Loading> factors;

  /// The word on a published scale that the range was read from ("vital"); empty when numbers were
  /// given.
  std::string word;

  static Estimate fixed(double value) { return {value, value, value, Shape::uniform, {}, {}}; }
  static Estimate between(double low, double high) {
    return {low, (low + high) / 2, high, Shape::uniform, {}, {}};
  }
  bool is_fixed() const { return low == high; }
  friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// The value below which a share p of the estimate lies, 0 < p < 1; factors are not looked at.
double quantile(const Estimate& estimate, double p);

/// One world: a draw of every estimate that is asked for, reproducible by seed and number.
///
/// Shared factors act by a Gaussian copula: with factor draws Z_f and an own draw Z, all standard
/// normal, the estimate takes its quantile at Phi(sum w_f Z_f + sqrt(1 - sum w_f^2) Z). So each
/// estimate keeps its own distribution whatever it shares (Nelsen 2006, An Introduction to Copulas,
/// section 2.9). Each draw depends on seed, world number and the estimate's name only.
class World {
 public:
  World(std::uint64_t seed, std::uint64_t number) : seed_(seed), number_(number) {}

  /// The value of an estimate that is known by `name`; the same name in the same world gives the
  /// same.
  double draw(StreamName name, const Estimate& estimate) const;

  /// The standard normal draw of a named factor.
  double factor(std::string_view name) const;

  std::uint64_t seed() const { return seed_; }
  std::uint64_t number() const { return number_; }

 private:
  std::uint64_t seed_;
  std::uint64_t number_;
};

}  // namespace parley
