#include "parley/record/meeting_words.hpp"

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

std::uint32_t bit(MeetingWord word_class) { return 1U << static_cast<unsigned>(word_class); }

const TextMap<std::uint32_t>& classes() {
  static const TextMap<std::uint32_t> table = [] {
    TextMap<std::uint32_t> made;
    for (const auto& row : lexicon_rows("meetings.tsv")) {
      const auto word_class = meeting_word_named(row[0]);
      if (!word_class) continue;
      for (const std::string_view word : split(row[1], ' '))
        made[std::string(word)] |= bit(*word_class);
    }
    return made;
  }();
  return table;
}

}  // namespace

bool is_meeting_word(std::string_view lower, MeetingWord word_class) {
  const auto found = classes().find(lower);
  return found != classes().end() && (found->second & bit(word_class)) != 0;
}

}  // namespace parley::record::internal
