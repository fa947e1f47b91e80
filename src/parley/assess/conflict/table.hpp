#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parley/assess/drafts.hpp"
#include "parley/assess/model.hpp"
#include "parley/conflict/model.hpp"

namespace parley::assess {

/// Something that a party can do or leave: one of its moves in the case, or signing the text that
/// is on the table.
struct Act {
  std::size_t party = 0;
  std::optional<std::size_t> move;  ///< among the party's moves in the case; nothing: signing
  friend bool operator==(const Act&, const Act&) = default;
};

/// A text on the table.
struct Text {
  std::vector<std::size_t> options;  ///< an option an issue, by number
  std::vector<std::size_t> signers;  ///< whose consent it needs, in the order of the case
  std::optional<std::size_t> draft;  ///< the first that says the same on every issue
};

/// What the case says of moves and outlooks, as a conflict about one text, or about none.
///
/// Decision makers are the parties that have a move or whose consent the text needs, in the order
/// of the case; options are each party's signature, then its moves. A signature can be taken back:
/// that is how a deal is left. `deal` holds where all signers have signed; a draft where that is
/// what they signed; an option of an issue where what they signed has it.
class Table {
 public:
  Table(const Model& model, std::optional<Text> text);

  const std::vector<Act>& acts() const { return acts_; }                ///< by option
  const std::vector<std::size_t>& players() const { return players_; }  ///< parties
  const std::optional<Text>& text() const { return text_; }

  /// What a player minds, most important first. A preference that says `deal` and nothing else, or
  /// where there is none the first of all, is that the text be signed or that it be not, as the
  /// player likes it; nothing where that is not known. `held` has an entry for each of the case's
  /// preferences of this party.
  conflict::Statements minds(std::size_t player, Liking liking,
                             const std::vector<bool>& held) const;

  /// The conflict, with what each player minds.
  conflict::GraphModel conflict(std::vector<conflict::Statements> minds) const;

  /// What is done today, nobody having signed.
  conflict::Taken today() const;

  /// The text signed by all and kept: what a deal asks for is done, and nothing else.
  conflict::Taken kept() const;

 private:
  Formula formula(const casefile::Proposition& proposition) const;
  Formula deal() const;

  const Model* model_;
  std::optional<Text> text_;
  std::vector<Act> acts_;
  std::vector<std::size_t> players_;
};

}  // namespace parley::assess
