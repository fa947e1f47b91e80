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

/// What a verb of stance needs of its clause (data/lexicon/actions.tsv, last column).
#define PARLEY_VERB_USES(VALUE) \
  VALUE(plain) VALUE(deed) VALUE(saying) VALUE(support) VALUE(attitude) VALUE(talks)
PARLEY_NAMED_ENUM(VerbUse, verb_use_named, PARLEY_VERB_USES)

/// What a verb, or a noun such as "demand", says of the stance of whoever does it.
struct StanceWord {
  std::optional<StanceKind> stance;
  std::optional<StanceKind> negated;
  std::string plover;  ///< empty for what PLOVER has no class for
  VerbUse use = VerbUse::plain;
  std::string lemma;
};

/// What a verb does to the stance that its object or complement tells.
#define PARLEY_GOVERNORS(VALUE) VALUE(light) VALUE(passing) VALUE(dropping)
PARLEY_NAMED_ENUM(Governor, governor_named, PARLEY_GOVERNORS)

/// The words of data/lexicon by which stances are told: actions.tsv, stance_nouns.tsv,
/// stance_governors.tsv, judgements.tsv, harms.tsv. Immutable after it was read.
class StanceLexicon {
 public:
  StanceLexicon();

  /// A word of the text by its distance from the first, in lower case; empty past the end.
  using WordAt = std::function<std::string_view(std::size_t)>;
  struct Match {
    const StanceWord* word = nullptr;
    std::size_t words = 0;
    explicit operator bool() const { return word != nullptr; }
  };

  /// The longest entry whose first word is a form of word(0); determiners, adverbs and "not" may
  /// stand between its words.
  Match verb(const WordAt& word) const;
  /// The noun, singular or plural, that ends at word(0) of a text read backwards; nothing for other
  /// nouns.
  const StanceWord* noun(const WordAt& word_before) const;
  /// Whether it is a form of such a verb.
  bool is(std::string_view lower, Governor governor) const;
  /// A verb in its base form for what one side can do to harm another.
  bool is_harm(std::string_view lower) const { return harms_.contains(lower); }
  /// The judgement that word(0), word(1) … begin with.
  std::optional<StanceKind> judgement(const WordAt& word) const;

 private:
  struct Verb {
    std::vector<std::string> rest;
    StanceWord word;
  };
  struct Judgement {
    std::vector<std::string> words;
    StanceKind stance;
  };
  void read_verbs();
  void read_nouns();
  void read_governors();

  TextMap<std::vector<Verb>> verbs_;  // by each form of the first word; longest first
  struct Noun {
    std::string adjective;  // that must stand before it; empty for none
    StanceWord word;
  };
  TextMap<std::vector<Noun>> nouns_;
  TextMap<unsigned> governors_;  // a bit for each Governor
  TextMap<bool> harms_;
  TextMap<std::vector<Judgement>> judgements_;  // by the first three letters
};

/// The words of stance, read at first use.
const StanceLexicon& stance_lexicon();

/// The PLOVER class that a stance has when a negation turned the verb's own: REJECT for rejects,
/// AGREE for open; empty for denies, which PLOVER leaves out.
std::string plover_of(StanceKind turned, const std::string& verbs_own);

}  // namespace parley::record::internal
