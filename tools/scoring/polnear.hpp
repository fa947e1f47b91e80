#pragma once

#include <string>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/base/result.hpp"
#include "parley/base/text.hpp"
#include "scoring/tally.hpp"

namespace parley::scoring {

/// One attribution as PolNeAR's annotators marked it (Newell, Margolin & Ruths 2018); each part may
/// have several spans.
struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

/// An article with its attributions.
struct Article {
  std::string name;
  std::string path;
  Text text;
  std::vector<Attribution> attributions;
};

/// Reads text/*.txt and attributions/*.ann (brat's stand-off format) of a folder, by name.
/// NAME.txt goes with the first NAME_*.ann. Fails with "bad-annotation" at each line that is not of
/// the format, "no-annotation" at each text without one, and as read_text_file.
Result<std::vector<Article>> read_polnear(const std::string& folder);

/// The spans between double quotation marks, paragraph by paragraph; a paragraph that does not
/// close its marks ends the span when the next one opens with a mark, else the mark is dropped.
/// Written apart from the engine's own finder, to judge it.
std::vector<Span> quoted_spans(const Text& text);

/// Compares the record of one article with its attributions. Spans pair one to one, greatest
/// overlap first.
///
///  - quotes: quoted spans of which at least half lies in the content of an attribution; they fit
///  when
///    they overlap by half of their union
///  - quotes (exact): the same, but the spans are equal but for marks at their ends
///  - speakers: of these quotes, those with a source; found are the record's quotes that have a
///    speaker. They fit when, moreover, the speaker's span overlaps the source of the attribution
///    with the shortest content around the quote
///  - speakers (actor): as speakers, but it also fits when another mention of the same actor
///  overlaps
///    the source, as when the record names the pronoun and the annotators the name before it
///  - speakers (high): as speakers, counting only quotes of high confidence as found
///  - indirect cues: cues of attributions without quotation marks; the cue of an indirect statement
///  fits when
///    it overlaps. One that overlaps the cue of another attribution is not counted
///  - indirect sources: of the cues so paired, those whose speaker's span overlaps the source
Score score_article(const Article& article, const Json& record);

}  // namespace parley::scoring
