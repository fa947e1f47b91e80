#pragma once

#include <cstddef>

#include "parley/brief/chapters.hpp"

namespace parley::brief {

/// A principal's edition holds at most so many words, as wc counts them in its Markdown: two
/// printed pages.
inline constexpr std::size_t kMostWordsOfAPrincipal = 700;

/// The edition for a principal: the answer and who would sign what, what it hangs on, what blocks a
/// deal, what could open one, what to watch, where to read more. Of each list the first entries
/// only, as many as the words allow. Without sources: links lead within it. `head` has title, answer
/// and subtitle.
Brief principal_brief(const Material& material, const Brief& head);

}  // namespace parley::brief
