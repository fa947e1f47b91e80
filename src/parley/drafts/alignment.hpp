#pragma once

#include <string_view>
#include <vector>

#include "parley/drafts/draft.hpp"

namespace parley::drafts {

/// What became of clauses from one text to the next. `same` keeps every word; `moved` stands behind
/// or before others than it did, and may be edited too; `merged` and `split` join several with one;
/// `added` is new, `dropped` gone.
enum class Change { same, edited, moved, split, merged, added, dropped };

/// The name of a change, as it stands in JSON: "new" for Change::added.
std::string_view name(Change change);

/// Words that one text has in the place of others. One of the spans may be empty: it stands where
/// the words would be.
struct Edit {
  Span from;  ///< of the older text
  Span to;    ///< of the newer
};

/// Clauses of one text and what they are in the next.
struct Aligned {
  std::vector<std::size_t> from;  ///< indices of clauses, ascending; the first is compared by words
  std::vector<std::size_t> to;
  Change change = Change::same;
  double similarity = 0;    ///< 0 to 1: of the words, the rarer counting more; 1 for Change::same
  std::vector<Edit> edits;  ///< in the order of the newer text; none for `added` and `dropped`
};

/// Aligns two texts clause by clause. Each clause of either text is in exactly one entry.
///
/// Clauses are alike by their words and pairs of words, stems of which the rare ones count more
/// (weights by inverse document frequency over both texts), as a share of both and of the shorter
/// one, and by what stands around them. The heaviest chain of pairs in the order of both texts is
/// kept (a heaviest increasing subsequence); what is left is paired by likeness as moved; what is
/// left then and mostly stands in a clause that has a partner is merged into it or split from it.
///
/// Entries come in the order of the newer text, a dropped clause behind what became of the one
/// before it. A text and itself are all `same`. Time grows with the words and with clauses times
/// the candidates looked at, a few dozen each. Deterministic.
std::vector<Aligned> align(const Draft& older, const Draft& newer);

}  // namespace parley::drafts
