#include "parley/record/lexicon.hpp"

#include <cstdlib>

#include "parley/record/inflection.hpp"

namespace parley::record::internal {
Lexicon::Lexicon() {
  for (const auto& row : lexicon_rows("words.tsv")) {
    constexpr std::pair<std::string_view, WordClass> kClasses[] = {
        {"determiner", WordClass::determiner},
        {"pronoun", WordClass::pronoun},
        {"preposition", WordClass::preposition},
        {"conjunction", WordClass::conjunction},
        {"subordinator", WordClass::subordinator},
        {"relative", WordClass::relative},
        {"auxiliary", WordClass::auxiliary},
        {"negation", WordClass::negation},
        {"adverb", WordClass::adverb},
        {"time", WordClass::time},
        {"verb", WordClass::verb},
        {"noun", WordClass::noun},
        {"feminine", WordClass::feminine},
        {"masculine", WordClass::masculine},
        {"faction", WordClass::faction},
        {"honorific", WordClass::honorific},
        {"particle", WordClass::particle}};
    for (const auto& [word_class, value] : kClasses) {
      if (row[0] != word_class) continue;
      for (const std::string_view word : split(row[1], ' ')) {
        words_[std::string(word)] |= static_cast<std::uint32_t>(value);
      }
    }
  }
  for (const auto& row : lexicon_rows("bodies.tsv")) {
    const auto use = body_word_named(row[0]);
    if (!use) continue;
    for (const std::string_view word : split(row[1], ' ')) {
      std::uint16_t& bits = body_words_[std::string(word)];
      bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(*use));
    }
  }
  read_cues();
  for (const auto& row : lexicon_rows("abbreviations.tsv")) {
    abbreviations_.emplace(row[0], row.size() > 1 && row[1] == "end");
  }
  read_gazetteer();
  for (const auto& row : lexicon_rows("roles.tsv")) {
    if (const auto role = role_class_named(row[0])) {
      roles_.add(row[1], *role);
      if (*role != RoleClass::group && row[1].back() != 's') {
        roles_.add(std::string(row[1]) + "s", RoleClass::group);
      }
    }
  }
  for (const auto& row : lexicon_rows("media.tsv")) {
    if (row[0] == "name") media_.add(row[1], std::string(row[1]));
    if (row[0] == "suffix") media_suffix_.emplace(row[1], true);
  }
  for (const auto& row : lexicon_rows("role_modifiers.tsv")) {
    if (row[0] == "modifier") role_modifier_.emplace(row[1], true);
    if (const auto time = role_time_named(row[0])) role_time_.emplace(row[1], *time);
  }
}

void Lexicon::read_cues() {
  const auto rows = lexicon_rows("cues.tsv");
  cue_verbs_.reserve(rows.size());  // the forms point into it
  for (const auto& row : rows) {
    const auto kind = cue_class_named(row[1]);
    if (!kind) continue;
    CueVerb verb{std::string(row[0]), *kind, 0};
    if (row[2] != "-") verb.reliability = std::strtod(std::string(row[2]).c_str(), nullptr);
    cue_verbs_.push_back(std::move(verb));
    const CueVerb* added = &cue_verbs_.back();
    const auto irregular = row.size() > 3 ? names_in(row[3]) : std::vector<std::string_view>{};
    for (auto& [form, kind_of_form] : verb_forms(added->lemma)) {
      if (kind_of_form == VerbForm::past && !irregular.empty()) continue;
      cue_forms_.emplace(std::move(form), CueForm{added, kind_of_form});
    }
    if (!irregular.empty()) cue_forms_.emplace(irregular[0], CueForm{added, VerbForm::past});
    if (irregular.size() > 1) {
      cue_forms_.emplace(irregular[1], CueForm{added, VerbForm::participle});
    }
  }
}

void Lexicon::read_gazetteer() {
  const auto add = [&](std::string_view column, std::string_view actor, ActorKind kind,
                       NameUse use) {
    for (const std::string_view phrase : names_in(column)) {
      gazetteer_.add(phrase, {std::string(actor), kind, use});
    }
  };
  for (const auto& row : lexicon_rows("states.tsv")) {
    add(row[0], row[0], ActorKind::state, NameUse::name);
    add(row[1], row[0], ActorKind::state, NameUse::name);
    add(row[2], row[0], ActorKind::state, NameUse::adjective);
    add(row[3], row[0], ActorKind::state, NameUse::metonym);
  }
  for (const auto& row : lexicon_rows("organisations.tsv")) {
    const ActorKind kind = actor_kind_named(row[2]).value_or(ActorKind::organisation);
    add(row[0], row[0], kind, NameUse::name);
    add(row[1], row[0], kind, NameUse::name);
    add(row[3], row[0], kind, NameUse::adjective);
  }
}

bool Lexicon::is(std::string_view lower, WordClass word_class) const {
  const auto found = words_.find(lower);
  return found != words_.end() && (found->second & static_cast<std::uint32_t>(word_class)) != 0;
}

bool Lexicon::is(std::string_view lower, BodyWord use) const {
  const auto found = body_words_.find(lower);
  return found != body_words_.end() &&
         (unsigned{found->second} >> static_cast<unsigned>(use) & 1U) != 0;
}

std::optional<CueForm> Lexicon::cue(std::string_view lower) const {
  const auto found = cue_forms_.find(lower);
  if (found == cue_forms_.end()) return std::nullopt;
  return found->second;
}

bool Lexicon::is_abbreviation(std::string_view lower_without_stop) const {
  return abbreviations_.contains(lower_without_stop);
}

bool Lexicon::may_end_sentence(std::string_view lower_abbreviation) const {
  const auto found = abbreviations_.find(lower_abbreviation);
  return found != abbreviations_.end() && found->second;
}

std::optional<RoleTime> Lexicon::role_time(std::string_view lower) const {
  const auto found = role_time_.find(lower);
  if (found == role_time_.end()) return std::nullopt;
  return found->second;
}

const Lexicon& lexicon() {
  static const Lexicon instance;
  return instance;
}

}  // namespace parley::record::internal
