#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/drafts/internal/words.hpp"

namespace parley::drafts::internal {

/// How a label counts.
enum class Counting { division, option, decimal, letter, bullet };

/// What stands before a clause and gives it its place: "Article 2 bis", "1.1", "(a)", "Option 1:".
struct Label {
  Counting counting = Counting::decimal;
  const Division* division = nullptr;  ///< for Counting::division
  std::string shown;                   ///< as it is written, without marks around it
  std::vector<int> numbers;            ///< of a decimal, a division, an option; 3.1 is 3, 1
  int letter = 0;                      ///< a is 1, aa is 27; 0 where it cannot be one
  int roman = 0;                       ///< i is 1; 0 where it cannot be one
  std::string suffix;                  ///< "bis"
  char style = '.';                    ///< the sign behind it, or '(' for one within two
  bool upper = false;                  ///< of a letter
  bool weak = false;       ///< may as well be words: counts only where it goes on from another
  std::size_t length = 0;  ///< bytes to the words behind it
};

/// The label that a line begins with. Marks of emphasis and an opening bracket before it are passed
/// over. "Article 5 of the Convention applies" begins with none, nor does "2.5 million".
std::optional<Label> label_of(std::string_view line);

/// The number of a Roman numeral in one case, 0 when it is none as it is written today.
int roman_number(std::string_view text);

}  // namespace parley::drafts::internal
