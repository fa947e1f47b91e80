#pragma once

#include <set>
#include <string>
#include <string_view>

namespace parley::drafting::internal {

/// Hands out names for the entries of one section: lower-case ASCII words with underscores between
/// them, each once. "Côte d’Ivoire" becomes cote_d_ivoire, "Київ" kiiv; a second one gets _2. Other
/// scripts are put into Latin letters by ICU.
class Names {
 public:
  /// `kind` is put before what is no name by itself: nothing, a number, or a word such as "no" that
  /// YAML programs take for something else.
  explicit Names(std::string_view kind) : kind_(kind) {}

  std::string take(std::string_view wanted);

 private:
  std::string kind_;
  std::set<std::string> taken_;
};

}  // namespace parley::drafting::internal
