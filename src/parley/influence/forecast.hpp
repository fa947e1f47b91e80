#pragma once

#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/influence/uncertain.hpp"

/// Where a decision may land, as a distribution around the compromise of the weighted mean.
namespace parley::influence {

/// How outcomes lie about the compromise. An outcome is some share of the way from the compromise
/// to one end of what is wanted, to each with odds such that the compromise stays the mean. With
/// odds `all_the_way` the share is 1: the outcome is an end. Else it is a draw of the beta
/// distribution with shape 1 and `nearness`: mostly near the compromise.
///
/// The defaults agree with two published figures on 351 issues of the European Union's Council, 31
/// % of outcomes at an end and a mean error of the weighted mean of 23 of 100: they give 31 % and,
/// for a compromise at 50, 40 or 30, a mean error of 24, 23 or 20.
struct Spread {
  double all_the_way = 0.31;
  double nearness = 3;
};

/// The value below which a share p of the outcomes lies, 0 < p < 1, increasing in p; the compromise
/// lies within the hull. A hull without width gives its one place.
double outcome_quantile(const Hull& hull, double compromise, const Spread& spread, double p);

/// What is expected on one scale, over worlds and outcomes.
struct Forecast {
  double mean = 0;
  double low = 0;          ///< the 5 % and
  double high = 0;         ///< the 95 % quantile
  double low_quarter = 0;  ///< the 25 % quantile
  double middle = 0;
  double high_quarter = 0;
  double at_low = 0;   ///< the odds that the outcome is the scale's low end
  double at_high = 0;  ///< and its high end
};

struct ForecastOptions {
  std::size_t worlds = 10'000;
  std::uint64_t seed = 1;
  Spread spread;
};

/// A forecast for each scale.
///
/// In each world the inputs are drawn and the outcome is one quantile of its distribution there;
/// the quantiles are spread evenly over the worlds (the multiples of the golden section), so that
/// they add no noise. Without doubt in the inputs all is computed exactly and no world is drawn.
/// What a holder of a veto likes less than the reference is cut off. A world in which nobody has
/// weight on a scale is left out there. Needs a council without errors. Same seed, same numbers, on
/// any number of threads.
Result<std::vector<Forecast>> forecast(const UncertainCouncil& council,
                                       const ForecastOptions& options = {},
                                       const Control& control = {});

}  // namespace parley::influence
