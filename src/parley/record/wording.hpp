#pragma once

#include <set>
#include <string>
#include <string_view>

namespace parley::record::internal {

/// The stems of a text's content words: words of closed classes left out, endings cut.
std::set<std::string> content_stems(std::string_view text);

/// The share of stems that two texts have in common (Jaccard); 0 when both are empty.
double overlap(const std::set<std::string>& a, const std::set<std::string>& b);

/// True when all stems of the smaller are in the larger.
bool contains(const std::set<std::string>& large, const std::set<std::string>& small);

}  // namespace parley::record::internal
