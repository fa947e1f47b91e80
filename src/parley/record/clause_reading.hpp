#pragma once

#include <optional>
#include <vector>

#include "parley/record/clauses.hpp"
#include "parley/record/grammar.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// The noun and verb groups of all sentences of a report, and who the verbs are said of. It works
/// on the tagger's tags; where there is no tagger, on tags guessed from the word lists.
class ClauseReading {
 public:
  /// Chunks every sentence; `words` must outlive this. Linear.
  explicit ClauseReading(const Words& words);

  /// All verb groups, in the order of the text, in tokens of the report.
  const std::vector<VerbGroup>& verbs() const { return verbs_; }
  /// All noun groups, likewise.
  const std::vector<NounGroup>& nouns() const { return nouns_; }
  /// The groups that a token is in; nothing when it is in none.
  const VerbGroup* verb_at(std::size_t token) const;
  const NounGroup* noun_at(std::size_t token) const;
  /// The first verb group that begins at the token or later.
  const VerbGroup* verb_from(std::size_t token) const;
  /// A token's part of speech; a stop past the end.
  Tag tag(std::size_t token) const { return token < tags_.size() ? tags_[token] : Tag::stop; }

  /// Tokens [first, last) of the subject of the verb group that `token` is in, from the first of
  /// joined noun groups to the last, with the rule that found it.
  struct Found {
    std::size_t first = 0;
    std::size_t last = 0;
    SubjectRule rule = SubjectRule::adjacent;
  };

  /// Nothing when the token is in no verb group, or its verb has no subject in its sentence.
  std::optional<Found> subject_of(std::size_t token) const;
  /// Who does what the passive verb at a token says; nothing when the text does not tell.
  std::optional<Range> agent_of(std::size_t token) const;

 private:
  struct Place {
    std::size_t first = 0;  // of the sentence
    TaggedSentence sentence;
    const Chunks* chunks = nullptr;
    const VerbGroup* verb = nullptr;
  };
  std::optional<Place> place_of(std::size_t token) const;

  const Words* words_;
  std::vector<std::string_view> texts_;
  std::vector<Tag> tags_;
  std::vector<Chunks> chunks_;  // of each sentence, counted from its first token
  std::vector<VerbGroup> verbs_;
  std::vector<NounGroup> nouns_;
};

}  // namespace parley::record::internal
