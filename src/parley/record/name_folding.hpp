#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::record::internal {

/// A word of a name folded so that transliterations agree: accents are dropped, -yy, -iy and -ij
/// are -y, -off is -ov, kh is h, gh and q are g, w is v, ph is f, doubled letters are single.
std::string fold_name(std::string_view name);

/// A person's name ready to be compared with others.
struct FoldedName {
  explicit FoldedName(std::string_view name);

  std::vector<std::string> given;  ///< the words before the surname; empty when there is none
  std::string surname;             ///< the last word, without "al-" before it
  std::string whole;               ///< all words as one: "Moon Jae-in" and "Moon Jae In" agree

  /// Names that two variants always share one of: the surname, and as it is without any one letter.
  std::vector<std::string> keys() const;
};

/// True when two full names may be one person's: all letters fold alike; or the given names agree
/// (one is an initial, a beginning or a part of the other, or they differ by a letter or two) and
/// the surnames fold alike or differ by one letter of five or more. A surname alone agrees with
/// itself.
bool is_name_variant(const FoldedName& a, const FoldedName& b);

}  // namespace parley::record::internal
