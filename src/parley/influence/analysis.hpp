#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/influence/exchange.hpp"
#include "parley/influence/expected_utility.hpp"
#include "parley/influence/forecast.hpp"
#include "parley/influence/levers.hpp"
#include "parley/influence/smp.hpp"

namespace parley::influence {

/// Who says where a decision lands; the weighted mean first, since nothing has beaten it in point
/// error.
enum class Model {
  weighted_mean,
  weighted_median,
  mean,
  condorcet,
  expected_utility,  ///< the mean over the rounds in which it settles
  smp,               ///< the weighted mean of where the actors end
  exchange,          ///< the weighted mean once all exchanges of a round are made
  nash,
};

inline constexpr std::array kModels{Model::weighted_mean,
                                    Model::weighted_median,
                                    Model::mean,
                                    Model::condorcet,
                                    Model::expected_utility,
                                    Model::smp,
                                    Model::exchange,
                                    Model::nash};

/// "weighted_mean", …, as in JSON.
std::string_view name(Model model);

/// What a model says of one scale: an outcome, or why it does not fit.
struct Opinion {
  Model model = Model::weighted_mean;
  std::optional<double> outcome;
  std::string reason;  ///< when there is no outcome, or none that the model would stand by
};

struct AnalysisOptions {
  Variant variant = kVariants.front();  ///< of expected utility
  smp::Options smp;
  bool one_space = false;        ///< SMP on all scales at once, else on each alone
  std::optional<double> wanted;  ///< where the outcome is wanted, on every scale
  ForecastOptions forecast;
};

/// Levers towards one place.
struct Way {
  double wanted = 0;
  std::vector<Lever> levers;
};

/// Everything about one scale.
struct ScaleAnalysis {
  Forecast forecast;
  std::vector<Opinion> opinions;  ///< by model
  Hull agreement;                 ///< the lowest and highest outcome that a model gives
  std::optional<ExpectedUtility> expected_utility;
  std::optional<smp::Course> smp;  ///< when it was played on this scale alone
  std::vector<Pull> pulls;
  /// Towards the wanted place; without one, a tenth of the scale down and up, as far as anybody
  /// with weight wants.
  std::vector<Way> ways;
};

/// Everything that `parley influence` answers.
struct Analysis {
  Council council;  ///< with each number at its most likely value; the models play on it
  std::vector<ScaleAnalysis> scales;
  std::optional<smp::Course> space;       ///< SMP, when it was played on all scales at once
  std::optional<ExchangeRound> exchange;  ///< when that fits
};

/// Fails as check() where the council is wrong, with "off-scale" where the wanted place lies beyond
/// a scale, and with what control asks for. A model that does not fit is no failure; its opinion
/// says why. Expected utility plays up to 500 rounds, fewer from 100 actors on, SMP fewer turns
/// from 170.
Result<Analysis> analyse(const UncertainCouncil& council, const AnalysisOptions& options = {},
                         const Control& control = {});

}  // namespace parley::influence
