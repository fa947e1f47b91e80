#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"

/// Files of any kind into texts: what kind of file it is, its characters, its paragraphs.
namespace parley::text {

/// What a block of a text is. A `quote` is an earlier letter that is only repeated in this one.
enum class BlockKind { title, heading, paragraph, item, byline, note, quote };

/// The name of a kind, as it stands in JSON.
std::string_view name(BlockKind kind);

/// Bytes [begin, end) of a text.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
  BlockKind kind = BlockKind::paragraph;

  friend bool operator==(const Block&, const Block&) = default;
};

/// How a text is to be read on: its marks are part of it.
enum class Markup { plain, markdown, html };

/// Markup::html for a name that ends in .html or .htm and for a text that begins as a page does,
/// Markup::markdown for .md and .markdown, else plain.
Markup markup_of(std::string_view text, std::string_view name);

/// What a file says of the text in it. Empty is what it does not say.
struct Source {
  std::string format;   ///< "text", "html", "docx", …: docs/record.md lists them
  std::string charset;  ///< its IANA name; empty where the format has none of its own
  std::string title;
  std::string publisher;  ///< of a feed or a channel its name, of a letter who sent it
  std::optional<std::chrono::year_month_day> published;
  std::optional<Markup> markup;  ///< nothing: by markup_of()
  /// In the order of the text, none overlapping; empty where the markup tells them.
  std::vector<Block> blocks;
};

struct Document {
  std::string
      name;  ///< of the file; behind it, of a part of one, "/" and a name or "#" and a number
  std::string text;  ///< UTF-8 without byte order mark and without NUL
  Source source;
};

struct Limits {
  std::size_t file_bytes = std::size_t{64} << 20U;       ///< of one file, packed or unpacked
  std::size_t unpacked_bytes = std::size_t{256} << 20U;  ///< of all that is unpacked from one
  std::size_t ratio = 400;       ///< of unpacked to packed bytes, beyond the first 16 MiB
  std::size_t depth = 3;         ///< archives and letters within one another
  std::size_t documents = 5000;  ///< from one file
  std::size_t members = 20000;   ///< of one archive
  std::size_t pages = 3000;      ///< of one PDF
  std::size_t nesting = 4096;    ///< groups within one another (RTF)
  std::size_t xml_bytes = std::size_t{32} << 20U;  ///< of one XML part
};

struct Decoded {
  std::vector<Document> documents;  ///< in the order of the file
  Diagnostics warnings;             ///< parts that were left out, doubtful encodings, no text
};

/// The texts in a file, by what its bytes show and, where they leave it open, its name.
///
/// A text file stands as it is, in UTF-8; so do Markdown and HTML. Of other formats the text is its
/// paragraphs, a line each with an empty line between, and `blocks` tell what they are; or the HTML
/// in it. What a format marks as deleted or hidden is no part of it. Valid UTF-8 is taken as such;
/// else a byte order mark, a declared encoding and ICU's detector decide, in that order.
///
/// Fails with "not-read" on what is no text or of no kind that is read, saying what it is and what
/// to do; with "binary-file" on other bytes; with "damaged" on a broken file; with "locked-file" on
/// one with a password; with "too-large" beyond a limit. Part of an archive that is not read is a
/// warning while another is. The same bytes and name give the same result. Linear in what is
/// unpacked; never recursive on the depth of the input beyond `depth`.
Result<Decoded> decode(std::string_view bytes, const std::string& name, const Limits& limits = {});

}  // namespace parley::text
