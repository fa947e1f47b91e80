#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/text/decode.hpp"

/// Small files of each kind, made here so that a test shows what is in them.
namespace parley::text {

using Members = std::vector<std::pair<std::string, std::string>>;

/// A zip archive; the members are stored as they are, or deflated.
std::string zipped(const Members& members, bool deflated = false);

/// A tar archive (ustar).
std::string tarred(const Members& members);

std::string gzipped(std::string_view bytes);

/// A text in another encoding that ICU knows.
std::string encoded(std::string_view utf8, const char* charset);

/// Words printed at a place of a page, in points from its lower left corner.
struct Printed {
  double left = 0;
  double up = 0;
  std::string words;  ///< in ASCII
  double size = 11;
};

/// A PDF (1.4) with pages of 595 by 842 points, printed in Helvetica.
std::string pdf_of(const std::vector<std::vector<Printed>>& pages);

/// A Word document from what stands in its body, and further parts.
std::string docx_of(const std::string& body, const Members& parts = {});

/// An OpenDocument text likewise, with its automatic styles.
std::string odt_of(const std::string& body, const std::string& styles = {},
                   const Members& parts = {});

/// What a file is decoded to; fails the test where that fails.
Decoded decoded(std::string_view bytes, const std::string& name, const Limits& limits = {});

/// The only document of a file.
Document the_document(std::string_view bytes, const std::string& name);

/// The code of the first diagnostic of a file that is refused; empty when it is read.
std::string refused(std::string_view bytes, const std::string& name, const Limits& limits = {});

/// "title: The accord", a line a block.
std::string blocks_of(const Document& document);

}  // namespace parley::text
