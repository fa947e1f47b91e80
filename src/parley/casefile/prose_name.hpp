#pragma once

#include <string>
#include <string_view>

namespace parley::casefile {

/// The name of a party as a sentence has it: with the article where English wants one, "the United
/// States", "the European allies". A name that begins with "the" is left as it is; a name by which
/// nothing tells is taken to need none.
std::string name_in_prose(std::string_view name);

}  // namespace parley::casefile
