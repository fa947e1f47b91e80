#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "parley/assess/quantile.hpp"
#include "parley/assess/worlds.hpp"
#include "parley/casefile/case.hpp"

namespace parley::assess {

/// A probability, as far as it is known: low == high where the texts are known; apart where a
/// draft's unknown text decides. 0 <= low <= high <= 1.
struct Odds {
  double low = 0;
  double high = 1;
};

/// A red line that a draft crosses for a party, or may cross.
struct CrossedLine {
  std::size_t issue = 0;
  std::size_t option = 0;  ///< within the issue
  double meant = 1;        ///< share of worlds in which the party means it
  bool certain = true;     ///< the text says so; otherwise only a reading of what it leaves open
};

/// A text, as far as it is known: for each issue the options that it leaves possible, by option
/// number.
using Readings = std::vector<std::vector<std::size_t>>;

/// Whether a text needs a party's consent.
enum class Consent {
  not_needed,  ///< the party has a view, not a veto
  perhaps,     ///< some reading of the text takes an act of the party
  needed,      ///< every deal needs it, or every reading of the text takes an act of the party
};

/// How a party sees a text. Where the case ranks no options for the party (Model::knows_stand),
/// nothing is known: odds from 0 to 1, values from 0 to 100 points, `known` 0.
struct View {
  std::size_t party = 0;
  Consent consent = Consent::not_needed;
  /// Points, 0 to 100. Where text is not known, low is the 5 % quantile under the reading that is
  /// worst for the party and high the 95 % quantile under the best; middle is meaningless then and
  /// left 0.
  Spread value;
  /// Value less what the party gets without a deal, in points; as `value`.
  Spread gain;
  /// That the party prefers the text to going on, its red lines and conditions aside.
  Odds prefers;
  /// That the party prefers the text, and the text crosses no red line and breaks no linkage that
  /// the party means (a linkage without an owner counts for every party).
  Odds signs;
  std::vector<CrossedLine> crossed;  ///< in the order of the issues
  /// Share of the party's weight that lies on issues whose text is known.
  double known = 1;
  /// How well the inputs are known: low when the case does not say what the party gets without a
  /// deal or bounds it on one side only, or when more than a third of its weight rests on unknown
  /// text or on positions of low or unstated confidence; high when more than two thirds rest on
  /// known text and positions of high confidence; else moderate. A rule of this project.
  casefile::Confidence confidence = casefile::Confidence::low;
};

/// What the worlds say about a text.
struct TextAssessment {
  std::size_t terms_known = 0;  ///< issues on which the text says one thing
  std::size_t terms_open =
      0;                    ///< issues on which it leaves a choice, is bracketed, silent or unknown
  std::vector<View> views;  ///< one a party, in the order of the case
  /// That all whose consent the text needs prefer it together. Low: under every reading of the
  /// text, with everybody asked whom some reading needs; high is a bound: each side reads the open
  /// text in its own favour, and only those are asked whom every reading needs.
  Odds joint_prefers;
  Odds joint_signs;
};

/// Assesses one text. Odds are shares of the worlds, by their weight. Deterministic; cost: worlds x
/// parties x issues. Interplay that some readings hold and others do not counts against the party
/// in its worst reading and for it in its best, so that these are bounds.
TextAssessment assess_text(const Model& model, const Worlds& worlds, const Readings& text);

/// What a party makes of a text, in one world: whether it would sign it (View::signs).
enum class Liking { likes, dislikes, not_known };

/// In each world, of a text whose every term is known: an option an issue, by number.
std::vector<Liking> likings_of(const Model& model, const Worlds& worlds, std::size_t party,
                               const std::vector<std::size_t>& options);

struct DraftAssessment : TextAssessment {
  std::size_t draft = 0;
};

/// One assessment a draft, in the order of the case.
std::vector<DraftAssessment> assess_drafts(const Model& model, const Worlds& worlds);

}  // namespace parley::assess
