#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/drafts/internal/lines.hpp"

namespace parley::drafts::internal {

/// The lines of a page: what stands between the tags that end a paragraph. Items of `<ol>` have
/// their ordinals, also with start, value and reversed left out. Head, scripts, styles and
/// navigation are no lines. Linear.
std::vector<Line> lines_of_html(std::string_view page);

/// A character reference at a place, and what it stands for; length 0 where there is none that is
/// known.
struct EntityText {
  std::size_t length = 0;
  std::string text;
};
EntityText entity_at(std::string_view page, std::size_t at);

}  // namespace parley::drafts::internal
