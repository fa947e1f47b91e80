#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parley/record/named_enum.hpp"
#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {

/// What a verb that introduces speech says of it (docs/record.md, "Cues").
#define PARLEY_CUE_CLASSES(VALUE) \
  VALUE(neutral)                  \
  VALUE(assertive)                \
  VALUE(disclosing)               \
  VALUE(emphasis)                 \
  VALUE(warning)                  \
  VALUE(commitment)               \
  VALUE(demand)                   \
  VALUE(refusal)                  \
  VALUE(evaluation) VALUE(accusation) VALUE(approval) VALUE(relay) VALUE(mental) VALUE(expression)
PARLEY_NAMED_ENUM(CueClass, cue_class_named, PARLEY_CUE_CLASSES)

/// A verb that introduces speech.
struct CueVerb {
  std::string lemma;
  CueClass kind = CueClass::neutral;
  double reliability = 0;  ///< the share of its uses outside quotations that are a cue; 0 unknown
};

enum class VerbForm : std::uint8_t { base, third, past, participle, gerund };

struct CueForm {
  const CueVerb* verb = nullptr;
  VerbForm form = VerbForm::base;  ///< a past that is also the participle counts as past
};

/// What a word of a closed class, or a frequent one, may be.
enum class WordClass : std::uint32_t {
  none = 0,
  determiner = 1,
  pronoun = 2,
  preposition = 4,
  conjunction = 8,
  subordinator = 16,
  relative = 32,
  auxiliary = 64,
  negation = 128,
  adverb = 256,
  time = 512,
  verb = 1024,
  noun = 2048,
  feminine = 4096,
  masculine = 8192,
  faction = 16384,
  honorific = 32768,
  particle = 65536,
};

/// What a word says of a body (data/lexicon/bodies.tsv).
#define PARLEY_BODY_WORDS(VALUE) \
  VALUE(body) VALUE(government) VALUE(office) VALUE(pair) VALUE(armed) VALUE(realm) VALUE(home)
PARLEY_NAMED_ENUM(BodyWord, body_word_named, PARLEY_BODY_WORDS)

/// How a word stands for a party: its name, an adjective or people, or a seat of government.
enum class NameUse : std::uint8_t { name, adjective, metonym };

struct GazetteerName {
  std::string actor;
  ActorKind kind = ActorKind::state;
  NameUse use = NameUse::name;
};

/// Whom a role noun speaks for (data/lexicon/roles.tsv).
#define PARLEY_ROLE_CLASSES(VALUE) VALUE(state) VALUE(body) VALUE(person) VALUE(kin) VALUE(group)
PARLEY_NAMED_ENUM(RoleClass, role_class_named, PARLEY_ROLE_CLASSES)

/// The word lists of data/lexicon. Immutable after it was read.
class Lexicon {
 public:
  Lexicon();

  bool is(std::string_view lower, WordClass word_class) const;
  bool is(std::string_view lower, BodyWord use) const;
  /// Nothing when the word is no form of such a verb.
  std::optional<CueForm> cue(std::string_view lower) const;
  bool is_abbreviation(std::string_view lower_without_stop) const;
  bool may_end_sentence(std::string_view lower_abbreviation) const;

  const PhraseTable<GazetteerName>& gazetteer() const { return gazetteer_; }
  const PhraseTable<RoleClass>& roles() const { return roles_; }
  const PhraseTable<std::string>& media() const { return media_; }
  bool is_media_suffix(std::string_view word) const { return media_suffix_.contains(word); }
  bool is_role_modifier(std::string_view lower) const { return role_modifier_.contains(lower); }
  /// What a word before a role noun says of its time; nothing for other words.
  std::optional<RoleTime> role_time(std::string_view lower) const;

 private:
  void read_cues();
  void read_gazetteer();

  TextMap<std::uint32_t> words_;
  TextMap<std::uint16_t> body_words_;  // a bit for each BodyWord
  std::vector<CueVerb> cue_verbs_;
  TextMap<CueForm> cue_forms_;
  TextMap<bool> abbreviations_;  // true: may end a sentence
  PhraseTable<GazetteerName> gazetteer_;
  PhraseTable<RoleClass> roles_;
  PhraseTable<std::string> media_;
  TextMap<bool> media_suffix_;
  TextMap<bool> role_modifier_;
  TextMap<RoleTime> role_time_;
};

/// The lexicon, read at first use.
const Lexicon& lexicon();

}  // namespace parley::record::internal
