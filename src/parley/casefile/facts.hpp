#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// What a name in a proposition stands for.
struct Fact {
  enum class Kind {
    deal,    ///< `deal`: all whose consent is needed have signed the text on the table
    move,    ///< `press_on` or `north.press_on`: it is being done
    draft,   ///< `us28`: that draft is what is signed
    option,  ///< `border.freeze`: what is signed has this option
  };
  Kind kind = Kind::deal;
  std::size_t of = 0;  ///< the party of a move, the draft, or the issue of an option
  std::size_t at = 0;  ///< the place among the party's moves or the issue's options

  friend bool operator==(const Fact&, const Fact&) = default;
};

/// All that a name may stand for, in the order of the case: none where it is unknown, several where
/// two parties have a move of that name or a move is called like a draft.
std::vector<Fact> facts_called(const Case& source, std::string_view name);

/// All names that propositions on this case can use, the shortest form of each.
std::vector<std::string> names_of_facts(const Case& source);

}  // namespace parley::casefile
