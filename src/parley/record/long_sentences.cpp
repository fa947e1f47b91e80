#include "parley/record/long_sentences.hpp"

namespace parley::record::internal {
namespace {

bool may_end_piece(std::string_view sign) {
  return sign == "," || sign == ";" || sign == ":" || sign == "\u2014" || sign == "\u2013" ||
         sign == "--";
}

}  // namespace

std::vector<std::size_t> piece_ends(const std::vector<Token>& tokens, std::size_t first,
                                    std::size_t last) {
  std::vector<std::size_t> ends;
  while (last - first > kLongestSentence) {
    std::size_t end = first + kLongestSentence;
    const std::size_t half = first + kLongestSentence / 2;
    while (end > half && !may_end_piece(tokens[end - 1].text)) --end;
    if (end == half) end = first + kLongestSentence;
    ends.push_back(end);
    first = end;
  }
  ends.push_back(last);
  return ends;
}

}  // namespace parley::record::internal
