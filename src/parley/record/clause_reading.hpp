#pragma once

#include <optional>
#include <vector>

#include "parley/record/clauses.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// The noun and verb groups of all sentences of a tagged report, and the subjects of its verbs: the
/// second finder, which shares nothing with the reading by word lists.
class ClauseReading {
 public:
  /// Chunks every sentence; `words` must be tagged and outlive this. Linear.
  explicit ClauseReading(const Words& words);

  /// Tokens [first, last) of the subject of the verb group that `token` is in, from the first of
  /// joined noun groups to the last, with the rule that found it.
  struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
    SubjectRule rule = SubjectRule::adjacent;
  };

  /// Nothing when the token is in no verb group, or its verb has no subject in its sentence.
  std::optional<Found> subject_of(std::size_t token) const;

 private:
  const Words* words_;
  std::vector<std::string_view> texts_;
  std::vector<Tag> tags_;
  std::vector<Chunks> chunks_;  // of each sentence, counted from its first token
};

}  // namespace parley::record::internal
