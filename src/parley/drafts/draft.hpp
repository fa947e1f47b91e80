#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/diagnostic.hpp"
#include "parley/base/text.hpp"
#include "parley/text/decode.hpp"

/// The wording of drafts: the clauses of a text, what in it is not agreed, and how both go on from
/// version to version.
namespace parley::drafts {

/// What a clause is. An article may bear any name that its text gives it ("Clause 3", "Rule 3"); a
/// `point` is a numbered item of a text without articles; an `annex` also a schedule, an appendix
/// or a protocol.
enum class ClauseKind {
  preamble,
  article,
  paragraph,
  item,
  annex,
  definition,
  point,
  heading,
  footnote
};

/// The name of a kind, as it stands in JSON.
std::string_view name(ClauseKind kind);

/// A part of a text that has a place of its own: what is numbered or lettered, a heading, or a
/// paragraph without either.
struct Clause {
  ClauseKind kind = ClauseKind::paragraph;
  std::string label;  ///< as it is written, without marks around it: "Article 2 bis", "1.1", "(a)"
  std::string title;  ///< the words of a heading, or those that a clause is introduced with
  Span whole;         ///< with all that stands under it
  Span own;           ///< its label, title and words only
  Span words;         ///< what of these stands behind the label
  std::optional<std::size_t> parent;  ///< an index, less than its own
  bool is_option = false;             ///< one of several wordings of a clause
};

/// Why words are not agreed: they stand in square brackets, they are one of several wordings, or
/// something is to be filled in.
enum class BracketKind { bracket, option, placeholder };

std::string_view name(BracketKind kind);

/// A part of a text that is not agreed.
struct Bracket {
  BracketKind kind = BracketKind::bracket;
  Span span;               ///< with its marks; what was mended ends where no mark stands
  std::size_t depth = 1;   ///< 1: within no other
  std::size_t clause = 0;  ///< an index: the clause in whose words it begins
  /// The first of those of which one is to be taken; nothing where it stands alone.
  std::optional<std::size_t> option_of;
  std::vector<std::string> holders;  ///< whose wording it is, as the text says
};

/// A bracket without a partner, and where the partner was taken to be.
struct Mend {
  enum class How { closed_at_clause_end, opened_at_clause_start };
  Span mark;           ///< the bracket that stands
  std::size_t at = 0;  ///< the code point before which the other was put
  How how = How::closed_at_clause_end;
};

std::string_view name(Mend::How how);

/// The marks of a text as they stand, whatever they are for; nothing is mended here.
struct Marks {
  std::size_t open = 0;     ///< "["
  std::size_t close = 0;    ///< "]"
  std::size_t depth = 0;    ///< the most that are open at once, a "]" without a partner left out
  std::size_t options = 0;  ///< how often "Option" and a number in digits stand in the text
};

/// How many points a text has, and how many it or a heading says that it has.
struct Points {
  std::size_t counted = 0;
  std::optional<std::size_t> claimed;
  Span claim;  ///< the words that say so; empty without a claim
};

/// A version of an agreement as a text.
struct Draft {
  std::string id;    ///< its file's name without folder and ending, made unique
  std::string file;  ///< as text::Document::name
  std::string title;
  Text text;
  text::Markup markup = text::Markup::plain;
  std::vector<Clause> clauses;    ///< in the order of the text
  std::vector<Bracket> brackets;  ///< by where they begin, the wider first
  std::vector<Mend> mends;        ///< in the order of the text
  Marks marks;
  Points points;
  bool is_agreement = false;  ///< is_agreement() of its outline
  Diagnostics doubts;         ///< warnings: what was mended, points that are miscounted
};

/// Reads a decoded text. Linear in its size; whatever bytes it holds, it has an answer. `id` is
/// left to the caller.
Result<Draft> read_draft(text::Document document);

/// Reads texts, in their order, and names them. Fails with "too-large" beyond 64 MiB.
Result<std::vector<Draft>> read_drafts(std::vector<text::Document> documents);

/// The words of a span as a reader sees them: without Markdown's or HTML's marks, on one line.
std::string plain_words(const Draft& draft, Span span);

}  // namespace parley::drafts
