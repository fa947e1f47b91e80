#pragma once

#include <string>
#include <string_view>

namespace parley::text::internal {

/// A text with its "<", ">" and "&" written as HTML wants them.
std::string escaped(std::string_view text);

/// A page of a piece of HTML below a heading of its own; without one when the title is empty.
std::string page_of(std::string_view title, std::string_view html);

/// The name of the outermost element, behind declarations and comments; empty where none begins the
/// text.
std::string_view root_element(std::string_view text);

/// What stands between <body> and </body>; all of it where there is none.
std::string_view body_of(std::string_view html);

}  // namespace parley::text::internal
