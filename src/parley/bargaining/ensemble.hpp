#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parley/bargaining/deal.hpp"

namespace parley::bargaining {

/// One negotiation seen in many ways: the same parties and issues in a number of worlds, which
/// differ in what the parties want and insist on. Laid out flat, worlds innermost.
///
/// The options of all issues are numbered through, issue by issue; `Condition`s keep to options
/// within their issue.
struct Ensemble {
  struct Party {
    /// Whether every deal needs the party's consent; otherwise only deals that hold one of `acts`.
    bool always = true;
    std::vector<std::size_t> acts;    ///< option numbers that take an act of this party
    std::vector<double> reservation;  ///< [world]
    double tolerance = kTolerance;    ///< a utility this little below still meets it
    std::vector<double> added;        ///< [option][world]: what the option adds to its utility
  };
  struct RedLine {
    std::size_t party = 0;
    std::size_t option = 0;   ///< numbered through
    std::vector<char> meant;  ///< [world]
  };
  struct Linkage {
    std::vector<Condition> when;
    std::vector<Condition> then;
    std::optional<std::size_t> owner;  ///< nothing for a fact
    std::vector<char> meant;           ///< [world]
  };
  struct Interaction {
    std::size_t party = 0;
    std::vector<Condition> when;
    std::vector<double> value;  ///< [world]: added when every condition holds
  };

  std::vector<std::size_t> first_option;  ///< [issue], and the number of all options at its end
  std::vector<double> share;              ///< [world]: its probability
  std::vector<Party> parties;
  std::vector<RedLine> red_lines;
  std::vector<Linkage> linkages;
  std::vector<Interaction> interactions;

  std::size_t issues() const { return first_option.size() - 1; }
  std::size_t options() const { return first_option.back(); }
  std::size_t worlds() const { return share.size(); }
};

/// Whether the deal needs the party's consent.
bool consents(const Ensemble& ensemble, std::size_t party, const Deal& deal);

/// Per world, whether every one of `parties` whose consent the deal needs signs it: it gets its
/// reservation value, within its tolerance, the deal crosses no red line that it means and breaks
/// no linkage of its own, nor any fact. Cost: worlds x parties x issues.
std::vector<char> signing_worlds(const Ensemble& ensemble, const std::vector<std::size_t>& parties,
                                 const Deal& deal);

/// The probability of those worlds.
double signing_share(const Ensemble& ensemble, const std::vector<std::size_t>& parties,
                     const Deal& deal);

}  // namespace parley::bargaining
