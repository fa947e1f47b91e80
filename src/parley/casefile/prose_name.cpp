#include "parley/casefile/prose_name.hpp"

#include <algorithm>
#include <array>

namespace parley::casefile {
namespace {

// What a name with an article ends in, in capitals or not.
constexpr std::array<std::string_view, 31> kCommonNouns = {
    "union",        "states",    "nations",    "kingdom",    "emirates",    "federation",
    "republic",     "league",    "front",      "movement",   "party",       "organisation",
    "organization", "authority", "army",       "forces",     "council",     "alliance",
    "coalition",    "community", "commission", "allies",     "rebels",      "government",
    "side",         "islands",   "guerrillas", "opposition", "netherlands", "philippines",
    "quartet"};

std::string last_word_in_lower_case(std::string_view name) {
  std::string word(name.substr(name.find_last_of(' ') + 1));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return word;
}

}  // namespace

std::string name_in_prose(std::string_view name) {
  const bool has_article = name.starts_with("the ") || name.starts_with("The ");
  const bool wants_one =
      name.starts_with("United ") || std::find(kCommonNouns.begin(), kCommonNouns.end(),
                                               last_word_in_lower_case(name)) != kCommonNouns.end();
  return (wants_one && !has_article ? "the " : "") + std::string(name);
}

}  // namespace parley::casefile
