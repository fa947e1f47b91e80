#pragma once

#include <set>
#include <string>
#include <string_view>

#include "parley/casefile/case.hpp"

namespace parley::casefile {

/// The words by which a text may name what a case keeps confidential: what is called something in
/// the full case and not in the open one.
///
/// - Names, titles and ids of entries and options, people, and places of rounds, of four letters or
///   more, without a leading article. A text names one when it holds it between word boundaries.
/// - Each word of four letters or more of a party's or a person's name. A text names it when one of
///   its words begins so: “Zorblaxian” names Zorblaxia's “Zorblax”.
///
/// Case does not matter (of ASCII letters). What also stands in the name of an open entry is no
/// secret.
class ConfidentialWords {
 public:
  ConfidentialWords(const Case& full, const Case& open);

  bool empty() const { return phrases_.empty() && beginnings_.empty(); }
  /// Cost: the text's length times the number of words.
  bool named_in(std::string_view text) const;

 private:
  std::set<std::string> phrases_;
  std::set<std::string> beginnings_;
};

/// All that a case calls by a name: its title, ids, names and titles of entries, options and
/// people, and places.
std::set<std::string> names_in(const Case& value);

}  // namespace parley::casefile
