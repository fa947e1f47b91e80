#pragma once

#include <string_view>

#include "parley/text/html_tree.hpp"

namespace parley::text::internal {

/// What a page says that one of its elements is.
enum class Part {
  none,
  body,  ///< of the article
  comments,
  related,
  navigation,
  footer,  ///< of the page: who publishes it, under what terms
  share,
  advert,
  consent,
  invitation,  ///< to subscribe, to sign in, to give
  author,      ///< who the author is, below the text
  caption,
  byline,
  labels,  ///< topics and keywords
  hidden   ///< not shown to a reader
};

/// The part that an element is by its name, its class, its id, its role and what it says of being
/// hidden; data/html/parts.tsv has the words.
Part part_of(std::string_view html, const HtmlNode& node);

}  // namespace parley::text::internal
