#pragma once

#include <memory>
#include <string>
#include <vector>

#include "parley/record/attribution.hpp"
#include "parley/record/document.hpp"
#include "parley/record/grammar.hpp"
#include "parley/record/names.hpp"
#include "parley/record/references.hpp"
#include "parley/record/words.hpp"

namespace parley::record::internal {

/// A quote that is speech, with what both finders say of its speaker.
struct SpokenQuote {
  QuoteTokens tokens;
  std::optional<Attribution> attribution;
  std::optional<Attribution> alternative;  ///< set when the finders differ
  Confidence confidence = Confidence::low;
};

/// A report read up to who occurs in it and who speaks: what all further finders work on. Stays
/// where it was made, since its parts point into one another.
struct Reading {
  Reading(Document read, bool use_tagger);
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  /// The surer of the two grammars: by tags when there are tags.
  const Grammar& grammar() const { return words.tagged ? by_tags : by_lexicon; }
  const Token& token(std::size_t i) const { return words.tokens[i]; }
  Passage passage(std::size_t begin_token, std::size_t end_token) const;
  std::string_view text(std::size_t begin_token, std::size_t end_token) const;
  /// The id of the actor whom a phrase names, or to whom its pronoun leads; empty when it is
  /// nobody.
  std::string actor_of(Range phrase) const;
  /// The id of the state or body a phrase stands for: a person's side, else the actor itself.
  std::string side_of(Range phrase) const;
  std::optional<std::size_t> figure_of(Range phrase) const;
  /// The reference that a phrase is; null when it names its actor itself or leads to nobody.
  const Reference* reference_of(Range phrase) const;
  /// The sentence that holds a token.
  std::size_t sentence_of(std::size_t token) const;

  std::string id;  ///< of the report
  Document document;
  Words words;
  Grammar by_lexicon;
  Grammar by_tags;
  Cast cast;
  std::vector<Reference> references;
  std::vector<SpokenQuote> quotes;
  std::vector<std::string> actor_ids;  ///< by figure; filled when the reports' casts are joined
  std::vector<std::string> side_ids;
};

/// One actor for each person, state and body of all readings, in the order of their first mention;
/// fills the readings' actor_ids.
std::vector<Actor> join_casts(std::vector<std::unique_ptr<Reading>>& readings);

}  // namespace parley::record::internal
