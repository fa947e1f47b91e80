#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parley/assess/model.hpp"
#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

namespace parley::assess {

/// One way things may be: every estimate of the case drawn once.
struct DrawnWorld {
  std::vector<double> weight;     ///< party x issue; a party's weights sum to 1, or are all 0
  std::vector<double> value;      ///< party x option, on 0 .. 1
  std::vector<char> red_line;     ///< party x option: whether the party means a red line there
  std::vector<double> no_deal;    ///< party, on 0 .. 1
  std::vector<double> trend;      ///< party: change of no_deal per round
  std::vector<std::size_t> text;  ///< draft x issue: an option that the text may hold
  std::vector<char> linkage;      ///< linkage: whether it is meant
  std::vector<double> interplay;  ///< interplay: what it adds where its condition holds
  std::vector<double> agreement;  ///< observation: probability of what was seen, in this world
};

/// No-deal values that are held in every world, an entry a party: at a quantile, 0 < p < 1, or
/// drawn as ever.
using Held = std::vector<std::optional<double>>;

/// Draws a world of a model.
///
/// - Weights: the priorities, divided by their sum over the party's issues.
/// - Values from an order: best 1, worst 0, what lies between uniform over all values that agree
/// with
///   the order (Lahdelma, Hokkanen & Salminen 1998, SMAA); tied options are equal; options that the
///   order leaves out are uniform between worst and best. Without any position: all uniform.
/// - No-deal value: its estimate; or uniform between the values of the two drafts it is compared
/// with;
///   or uniform on 0 .. 1 where the case says nothing.
///   `held` may hold a party's value at a quantile p of what it is drawn from in this world, in
///   place of a draw; it has an entry a party, or none at all.
/// - Text: where a draft leaves several options possible, each is equally likely. Used to compare
///   answers with preferences; the odds of a draft never rest on it (drafts.hpp).
/// - Agreement with an answer: s c + (1 - s) / 2, where s is its sincerity and c is 1 if the
/// party's
///   values in this world would have given that answer, else 0: an insincere answer says nothing.
///
/// A pure function of model, seed, number and what is held.
DrawnWorld draw_world(const Model& model, std::uint64_t seed, std::uint64_t number,
                      const Held& held = {});

/// What a party gets from a package: sum of weight times value over the issues, and what its
/// options add together; `options` holds one option number per issue. On 0 .. 1, beyond it where
/// interplay adds or takes.
double value_of(const Model& model, const DrawnWorld& world, std::size_t party,
                const std::size_t* options);

/// An observation and how well the worlds agree with it.
struct Agreement {
  std::string description;
  double share = 0;              ///< mean agreement over all worlds, 0 .. 1
  double effective_without = 0;  ///< effective number of worlds if it were left out
};

/// The worlds of an assessment, weighed by what was observed.
struct Worlds {
  std::uint64_t seed = 1;
  std::vector<DrawnWorld> drawn;
  std::vector<double> share;  ///< weight of each world; they sum to 1
  /// Kish's effective number, (sum w)^2 / sum w^2; 0 when no world agrees with what was observed,
  /// and then every world has the same share.
  double effective = 0;
  std::vector<Agreement> observations;  ///< in the order of Model::observations()
  /// When fewer than one world in twenty is effective, the case contradicts what happened: this is
  /// the observation whose removal would bring back most worlds. Otherwise empty.
  std::string contradiction;
};

/// What a party gets without a deal in each world, on 0 .. 1, with the world's share; as
/// weighted_quantile() takes samples.
std::vector<std::pair<double, double>> no_deal_samples(const Worlds& worlds, std::size_t party);

/// Draws `count` worlds on all threads of `control`; the same for any number of them. Fails when
/// cancelled. Cost: count times the number of options and positions.
Result<Worlds> draw_worlds(const Model& model, std::uint64_t seed, std::size_t count,
                           const Control& control, const Held& held = {});

}  // namespace parley::assess
