#pragma once

#include <string>
#include <vector>

#include "parley/record/document.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// A sentence of somebody whom a label names: "PRESIDENT BERG: We will not sign. Nor will they."
struct LabelledSpeech {
  std::size_t first = 0;  ///< tokens [first, last), without the label
  std::size_t last = 0;
  std::string speaker;    ///< as the label, or the title of an interview, names them
  std::size_t begin = 0;  ///< bytes of the readable text that name the speaker
  std::size_t end = 0;
};

/// What is said in a transcript, in the order of the text.
///
/// A label is up to five words with capitals and a colon at the start of a paragraph. A report is a
/// transcript when questions are labelled twice, when two labels name an office and introduce a
/// sentence, when four paragraphs or more have labels of which each stands twice on average, or
/// when it comes from subtitles. In it a label counts that recurs, is in capitals, names an office,
/// or is one of data/lexicon/transcripts.tsv. "A:" means who is named in a title
/// such as "Interview with Anna Berg"; questions are nobody's statements. A turn goes on over
/// paragraphs without a label. Linear.
std::vector<LabelledSpeech> labelled_speech(const Document& document, const Words& words);

}  // namespace parley::record::internal
