#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::text::internal {

/// What a page says of its report in a script of the type application/ld+json (JSON-LD with the
/// words of schema.org). Empty is what it does not say.
struct LinkedData {
  std::string headline;
  std::string published;  ///< as written
  std::string modified;
  std::string author;
  std::string publisher;
  bool is_report = false;  ///< the object is an article by its type
};

/// The objects of a script that describe reports or pages, those of articles first; a script that
/// is no JSON gives none. Looks into lists, "@graph" and "mainEntity", not into what an article
/// holds.
std::vector<LinkedData> read_linked_data(std::string_view script);

}  // namespace parley::text::internal
