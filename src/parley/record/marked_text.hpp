#pragma once

#include <string>

#include "parley/record/record.hpp"

namespace parley::record {

/// How the finds in a text are shown: with ANSI colours (ECMA-48), or in brackets that name them.
enum class Marking { colours, brackets };

/// What the marks mean, in a line.
std::string marking_legend(Marking marking);

/// A report's text with its quotes, speakers, cues and quantities marked. `report` is the record's
/// id of the text. Marks within marks nest; one that crosses the end of another is cut there. The
/// text itself goes through for_terminal(), so that the only escape sequences are our colours.
std::string marked_text(const Record& record, const std::string& report, const Text& text,
                        Marking marking);

}  // namespace parley::record
