#pragma once

#include <string>
#include <string_view>

/// Text from outside, made harmless for where it is shown. A report, a case or the name of a file
/// may hold characters that do something instead of standing for something: escape sequences that
/// a terminal obeys (ECMA-48), marks that reorder a line (Unicode Standard Annex #9), characters
/// that XML does not know. Each function takes any bytes, keeps all else as it is, and costs time
/// in proportion to the text.
namespace parley {

/// For a terminal, or a stream that may lead to one: control characters other than line feed and
/// tab, bidirectional and other invisible format characters, line and paragraph separators, and
/// noncharacters are written as their numbers (`<U+001B>`), bytes that are not UTF-8 likewise
/// (`<0x9B>`). What comes out holds no such character, so that a second time changes nothing.
/// Joiners (U+200C, U+200D), which words and emoji need, stay.
std::string for_terminal(std::string_view text);

/// For XML and what is made from it (HTML, Word, spreadsheets): each character that XML 1.0
/// (section 2.2) does not allow, each control character U+007F to U+009F and each byte that is not
/// UTF-8 becomes U+FFFD.
std::string for_documents(std::string_view text);

/// For JSON that was written already: the characters that for_terminal() writes as numbers become
/// `\u` escapes, which mean the same inside a string, where alone they can stand. The text must be
/// valid JSON in UTF-8.
std::string for_json(std::string_view json);

}  // namespace parley
