#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/text/article.hpp"
#include "parley/text/days.hpp"

namespace parley::text::internal {

/// What a page says of itself outside its text.
struct PageFacts {
  std::vector<std::string> titles;  ///< the best first, without the site's name; may be none
  std::string author;
  std::string publisher;
  std::optional<FoundDay> published;  ///< by what is made for programs to read
  std::optional<FoundDay> changed;    ///< the last change, likewise
  std::optional<FoundDay> addressed;  ///< in the page's address
  DayOrder order = DayOrder::day_first;
};

/// Reads JSON-LD, OpenGraph and other meta elements, the title element and the page's own address.
PageFacts facts_of(const Layout& layout);

/// The day on which the article of a page was published: as the page says to programs; else the
/// first time, abbr or other element with a date beside its headline or within it; else its
/// address; else a date in words between headline and text; else its last change. Where the address
/// is a day off what is said to programs, it counts: the others tell the day in Greenwich.
std::optional<FoundDay> day_of_page(const Layout& layout, const PageFacts& facts,
                                    const FoundArticle& article);

/// The day on which one of several articles of a page was published, by what stands in it alone.
std::optional<FoundDay> day_within(const Layout& layout, const PageFacts& facts,
                                   const FoundArticle& article);

}  // namespace parley::text::internal
