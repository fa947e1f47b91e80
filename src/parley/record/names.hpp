#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/record/document.hpp"
#include "parley/record/grammar.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// An office or relation that the text gives somebody.
struct FoundRole {
  std::string title;
  std::string affiliation;
  RoleTime time = RoleTime::current;
  Range tokens;
};

/// Somebody or some body in one report.
struct Figure {
  std::string name;  ///< the fullest form in the report
  ActorKind kind = ActorKind::person;
  std::vector<std::string> also;
  std::vector<FoundRole> roles;
  std::vector<Range> mentions;
  std::optional<std::size_t> side;  ///< the figure of the state or body that it speaks for
  bool from_gazetteer = false;
  std::size_t speaks = 0;  ///< how often it is the subject of a verb of saying or doing
};

/// A place where a figure is named.
struct Mention {
  Range tokens;
  std::size_t figure = 0;
  NameUse use = NameUse::name;
};

/// Who occurs in one report.
struct Cast {
  std::vector<Figure> figures;
  std::vector<Mention> mentions;               ///< in the order of the text, without overlap
  std::vector<std::optional<std::size_t>> at;  ///< a token's mention

  /// The figure that a noun phrase names: the last person in it, else its last figure. A role
  /// phrase without a name ("the Ostrian president") is who holds that office in this report, when
  /// there is just one. Nothing for pronouns and for phrases that name nobody.
  std::optional<std::size_t> figure_of(const Grammar& grammar, Range phrase) const;
};

/// Finds states, bodies and people: by the gazetteer, and by how the text writes of them.
/// Authors, editors and media are left out. Linear.
Cast find_cast(const Document& document, const Grammar& grammar);

}  // namespace parley::record::internal
