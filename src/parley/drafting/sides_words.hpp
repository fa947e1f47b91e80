#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::drafting::internal {

/// The items of a class of data/lexicon/sides.tsv: words, or phrases where `separator` is "|".
std::vector<std::string> words_of_class(std::string_view wanted, char separator = ' ');

bool is_one_of(const std::vector<std::string>& words, std::string_view word);

}  // namespace parley::drafting::internal
