#pragma once

#include <string>
#include <vector>

#include "parley/assess/worlds.hpp"
#include "parley/base/json.hpp"
#include "parley/talks/ensemble.hpp"

namespace parley::assess {

/// Something that a case does not say, and what it was drawn from instead.
struct Assumed {
  std::string what;
  std::string drawn_from;
};

/// How the next rounds may go.
struct TalksAssessment {
  std::vector<std::size_t> seats;  ///< parties at the table, in the order of the case
  std::size_t rounds = 0;          ///< looked ahead
  std::vector<Assumed> assumed;
  /// Utilities and gains in points, 0 .. 100.
  talks::Summary summary;
};

/// Plays the talks of a case once in each of its worlds: whoever may be asked for its consent sits
/// at the table, until the horizon of the case's clock, with its no-deal value, trend and events as
/// drawn in the world. What no case says is drawn in each world from a stated family (`assumed`):
/// how late a party gives way, its patience, who speaks first. With a single text the mediator
/// begins from the latest draft, as far as its text is known, and tries as many texts in a round as
/// there are issues; with feedback as many, from any text.
///
/// Fails with "not-known" where the case says too little for odds (missing_for_odds), with
/// "no-horizon" where it looks no round ahead, with what talks::check() finds, as talks::Space, and
/// when cancelled. Deterministic on any number of threads.
Result<TalksAssessment> assess_talks(const Model& model, const Worlds& worlds,
                                     const talks::Protocol& protocol, const Control& control);

/// The fields of `parley talks` (docs/talks.md), by the case's ids.
Json to_json(const TalksAssessment& talks, const Model& model);

}  // namespace parley::assess
