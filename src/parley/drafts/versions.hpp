#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parley/drafts/alignment.hpp"
#include "parley/drafts/draft.hpp"

namespace parley::drafts {

/// How a bracket was closed: its words stay without it, they are gone, or some of them went into
/// other words. Of a bracket nearly all or nearly no words stay (80 and 20 in 100).
enum class Closing { kept, dropped, merged };

std::string_view name(Closing how);

/// A bracket of one text as the same bracket of others.
struct BracketStory {
  std::optional<std::size_t> before;     ///< the same bracket of the text that this one follows
  std::size_t opened_in = 0;             ///< the first text that has it
  std::optional<std::size_t> closed_in;  ///< the text in which it no longer stands
  std::optional<Closing> how;
};

/// A text among the versions of an agreement.
struct Version {
  Draft draft;
  std::optional<std::size_t> follows;  ///< an earlier text
  std::vector<Aligned> changes;        ///< from that text; empty where it follows none
  std::vector<BracketStory> brackets;  ///< as Draft::brackets
};

/// Follows clauses and brackets over texts. `follows` tells of each text which earlier one it
/// changes; nothing for a text that begins a line. A bracket goes on in the next text where its
/// clause does and its opening or its closing mark stands between the same words there; where a
/// text has several that follow it, closed_in is told of the first of them that has no bracket
/// left.
std::vector<Version> follow(std::vector<Draft> drafts,
                            const std::vector<std::optional<std::size_t>>& follows);

}  // namespace parley::drafts
