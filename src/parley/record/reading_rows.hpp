#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/record/named_enum.hpp"
#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {

/// Where the side stands of which a phrase tells (data/lexicon/readings.tsv).
#define PARLEY_READING_SIDES(VALUE) VALUE(before) VALUE(after) VALUE(any)
PARLEY_NAMED_ENUM(ReadingSide, reading_side_named, PARLEY_READING_SIDES)

/// A row of data/lexicon/readings.tsv.
struct ReadingRow {
  ReadingKind kind = ReadingKind::other;
  ReadingSide side = ReadingSide::before;
  struct Element {
    std::vector<std::string> words;  // either of them; with "*" a beginning
    std::size_t gap = 0;             // how many other words may stand before it
  };
  std::vector<Element> elements;
  std::string example;
};

/// The rows, read at first use, in the order of the file.
const std::vector<ReadingRow>& reading_rows();

/// A word of the text by its distance from the first, in lower case; empty past the end.
using WordOf = std::function<std::string_view(std::size_t)>;

/// The rows whose first word is, or may begin, the given one; indices, in order.
const std::vector<std::size_t>& rows_beginning(std::string_view lower);

/// How many words the row's phrase takes from word(0) on; nothing where it does not stand there.
std::optional<std::size_t> phrase_length(const ReadingRow& row, const WordOf& word);

}  // namespace parley::record::internal
