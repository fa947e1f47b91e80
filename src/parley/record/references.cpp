#include "parley/record/references.hpp"

#include <algorithm>
#include <string_view>

#include "parley/record/attribution.hpp"
#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 160;  // tokens before the pronoun
constexpr std::size_t kBlocks = 3;
constexpr int kSentences = 8;
constexpr std::size_t kSources = 3;  // verbs of saying looked at in one sentence

enum class Gender : std::uint8_t { unknown, feminine, masculine };

Gender gender_of(std::string_view lower) {
  if (lexicon().is(lower, WordClass::feminine)) return Gender::feminine;
  if (lexicon().is(lower, WordClass::masculine)) return Gender::masculine;
  return Gender::unknown;
}

bool agree(Gender a, Gender b) { return a == Gender::unknown || b == Gender::unknown || a == b; }

class Referrer {
 public:
  Referrer(const Grammar& grammar, const Cast& cast)
      : grammar_(grammar), words_(grammar.words()), cast_(cast), genders_(cast.figures.size()) {
    for (const Mention& mention : cast_.mentions) read_gender(mention);
  }

  std::vector<Reference> run() {
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) {
      const Sentence& sentence = words_.sentences[s];
      for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (auto found = refer(i, s)) found_.push_back(*found);
      }
    }
    return std::move(found_);
  }

 private:
  struct Candidate {
    Range phrase;
    std::optional<std::size_t> figure;
  };

  std::string_view lower(std::size_t i) const { return words_.tokens[i].lower; }

  // "Lady Ada Rehn", "her spokesman Ilan Marek".
  void read_gender(const Mention& mention) {
    Gender& gender = genders_[mention.figure];
    const Figure& figure = cast_.figures[mention.figure];
    if (gender != Gender::unknown || figure.kind != ActorKind::person) return;
    const auto read = [&](Range range) {
      for (std::size_t i = range.first; i < range.last && gender == Gender::unknown; ++i) {
        gender = gender_of(lower(i));
      }
    };
    read({mention.tokens.first > 0 ? mention.tokens.first - 1 : 0, mention.tokens.last});
    for (const FoundRole& role : figure.roles) read(role.tokens);
  }

  std::optional<Reference> refer(std::size_t pronoun, std::size_t sentence) {
    const std::string_view word = lower(pronoun);
    if (word == "it") return refer_to_body(pronoun, sentence);
    if (word == "the") return refer_to_unnamed(pronoun);
    if (word != "he" && word != "she") return std::nullopt;
    const Gender gender = word == "she" ? Gender::feminine : Gender::masculine;
    auto found = words_.quoted[pronoun] ? named_in_quote(pronoun, gender)
                                        : find_person(pronoun, sentence, gender);
    if (found && found->figure && found->sure) {
      Gender& known = genders_[*found->figure];
      if (known == Gender::unknown) known = gender;
    }
    return found;
  }

  std::optional<Reference> find_person(std::size_t pronoun, std::size_t sentence,
                                       Gender gender) const {
    const std::size_t floor = pronoun > kReach ? pronoun - kReach : 0;
    const std::size_t block = words_.sentences[sentence].block;
    std::size_t s = sentence;
    for (int steps = 0; steps < kSentences; ++steps, --s) {
      const Sentence& place = words_.sentences[s];
      if (place.block + kBlocks <= block || place.last <= floor) break;
      const std::size_t first = std::max(place.first, floor);
      const Range range{first, s == sentence ? before_what_is_said(first, pronoun) : place.last};
      for (const Range phrase : subjects(range)) {
        if (const auto person = as_person(phrase, gender)) {
          return Reference{{pronoun, pronoun + 1},
                           person->phrase,
                           person->figure,
                           is_sure(range.first, pronoun, *person, gender)};
        }
      }
      if (s == 0) break;
    }
    return nearest_named(floor, block, pronoun, gender);
  }

  // "…, he said": what stands before is what he said.
  std::size_t before_what_is_said(std::size_t first, std::size_t pronoun) const {
    if (pronoun == first) return first;
    const std::size_t before = pronoun - 1;
    const bool said = pronoun + 1 < words_.tokens.size() && cue_at(grammar_, pronoun + 1);
    const bool after = grammar_.is(before, Category::comma) || words_.quoted[before];
    return said && after ? first : pronoun;
  }

  // Sources of attributions first, then the subject of the sentence.
  std::vector<Range> subjects(Range range) const {
    std::vector<Range> found;
    std::optional<std::size_t> main;
    for (std::size_t i = range.first; i < range.last && found.size() < kSources; ++i) {
      if (words_.quoted[i]) continue;
      if (lower(i) == "according" && i + 2 < range.last && lower(i + 1) == "to") {
        found.push_back(grammar_.phrase_starting_at(i + 2, range.last));
        continue;
      }
      const bool verb = grammar_.is(i, Category::finite);
      if (!main && (verb || grammar_.is(i, Category::auxiliary))) main = i;
      const auto cue = verb ? cue_at(grammar_, i) : std::nullopt;
      if (!cue) continue;
      // "An aide quoted Marek as saying": Marek.
      if (cue->verb->kind == CueClass::relay) {
        const Range quoted = grammar_.phrase_starting_at(i + 1, range.last);
        if (quoted.size() > 0) found.push_back(quoted);
      }
      if (const auto subject = grammar_.subject_of(i, range.first, range.last)) {
        found.push_back(*subject);
      } else if (i + 1 < range.last) {
        found.push_back(grammar_.phrase_starting_at(i + 1, range.last));  // ", said Marek"
      }
    }
    if (main) {
      if (const auto subject = grammar_.subject_of(*main, range.first, range.last))
        found.push_back(*subject);
    }
    return found;
  }

  std::optional<Candidate> as_person(Range phrase, Gender gender) const {
    if (phrase.size() == 0) return std::nullopt;
    if (grammar_.is(phrase.last - 1, Category::relative)) --phrase.last;
    while (phrase.size() > 1 && grammar_.is(phrase.last - 1, Category::comma)) --phrase.last;
    if (phrase.size() == 0) return std::nullopt;
    if (phrase.size() == 1 && grammar_.is(phrase.first, Category::pronoun)) {
      const std::string_view word = lower(phrase.first);
      const bool same = gender == Gender::feminine ? word == "she" : word == "he";
      const Reference* known = same ? reference_of(found_, phrase) : nullptr;
      if (known == nullptr) return std::nullopt;
      return Candidate{known->antecedent, known->figure};
    }
    auto figure = cast_.figure_of(grammar_, phrase);
    if (!figure) figure = named_after(phrase);
    if (figure && cast_.figures[*figure].kind == ActorKind::person) {
      if (!agree(genders_[*figure], gender)) return std::nullopt;
      return Candidate{phrase, figure};
    }
    if (!is_one_unnamed_person(phrase, gender)) return std::nullopt;
    return Candidate{phrase, std::nullopt};
  }

  // "the mediator, Professor Ada Rehn,"
  std::optional<std::size_t> named_after(Range phrase) const {
    if (!grammar_.is(phrase.last, Category::comma)) return std::nullopt;
    for (std::size_t i = phrase.last + 1; i < words_.tokens.size() && i < phrase.last + 4; ++i) {
      if (cast_.at[i]) return cast_.mentions[*cast_.at[i]].figure;
      if (!grammar_.is_in_phrase(i)) break;
    }
    return std::nullopt;
  }

  // "a senior officer": the head is a role, and one person's.
  bool is_one_unnamed_person(Range phrase, Gender gender) const {
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
      if (!agree(gender_of(lower(i)), gender)) return false;
    }
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
      const auto role = lexicon().roles().match(
          [&](std::size_t k) { return i + k < phrase.last ? lower(i + k) : std::string_view(); });
      if (role && *role.value != RoleClass::group && i + role.words == phrase.last) return true;
    }
    return false;
  }

  bool is_sure(std::size_t first, std::size_t pronoun, const Candidate& person,
               Gender gender) const {
    const auto from = std::lower_bound(
        cast_.mentions.begin(), cast_.mentions.end(), first,
        [](const Mention& mention, std::size_t at) { return mention.tokens.first < at; });
    for (auto mention = from; mention != cast_.mentions.end(); ++mention) {
      if (mention->tokens.first >= pronoun) break;
      if (cast_.figures[mention->figure].kind == ActorKind::person &&
          mention->figure != person.figure && agree(genders_[mention->figure], gender))
        return false;
    }
    return true;
  }

  bool is_candidate(const Mention& mention, Gender gender) const {
    return cast_.figures[mention.figure].kind == ActorKind::person &&
           agree(genders_[mention.figure], gender);
  }

  std::optional<Reference> nearest_named(std::size_t floor, std::size_t block, std::size_t pronoun,
                                         Gender gender) const {
    auto mention = mention_before(pronoun);
    while (mention != cast_.mentions.begin()) {
      --mention;
      const Range tokens = mention->tokens;
      if (tokens.first < floor || !within(tokens.first, block)) break;
      const bool owner = tokens.last < words_.tokens.size() && lower(tokens.last) == "'s";
      if (words_.quoted[tokens.first] || owner || !is_candidate(*mention, gender)) continue;
      return Reference{{pronoun, pronoun + 1}, tokens, mention->figure, false};
    }
    return std::nullopt;
  }

  std::optional<Reference> named_in_quote(std::size_t pronoun, Gender gender) const {
    for (auto mention = mention_before(pronoun); mention != cast_.mentions.begin();) {
      --mention;
      const Range tokens = mention->tokens;
      if (tokens.first + kReach < pronoun) break;
      for (std::size_t i = tokens.last; i < pronoun; ++i) {
        if (!words_.quoted[i]) return std::nullopt;
      }
      if (is_candidate(*mention, gender))
        return Reference{{pronoun, pronoun + 1}, tokens, mention->figure, false};
    }
    return std::nullopt;
  }

  std::optional<Reference> refer_to_body(std::size_t pronoun, std::size_t sentence) const {
    if (words_.quoted[pronoun]) return std::nullopt;
    // "It is clear that": nothing is meant.
    const std::string_view next =
        pronoun + 1 < words_.tokens.size() ? lower(pronoun + 1) : std::string_view();
    for (const std::string_view empty :
         {"is", "was", "'s", "seems", "seemed", "appears", "remains"})
      if (next == empty) return std::nullopt;
    const std::size_t floor = pronoun > kReach ? pronoun - kReach : 0;
    for (std::size_t s = sentence;; --s) {
      const Sentence& place = words_.sentences[s];
      if (place.block != words_.sentences[sentence].block || s + 1 < sentence) break;
      const std::size_t first = std::max(place.first, floor);
      const Range range{first, s == sentence ? before_what_is_said(first, pronoun) : place.last};
      const auto found = range.size() > 0 ? subjects(range) : std::vector<Range>{};
      if (!found.empty()) {
        const auto figure = cast_.figure_of(grammar_, found.front());
        if (figure && cast_.figures[*figure].kind != ActorKind::person)
          return Reference{{pronoun, pronoun + 1}, found.front(), figure, false};
        return std::nullopt;
      }
      if (s == 0) break;
    }
    return std::nullopt;
  }

  // "The official" after "a senior Ostrian official".
  std::optional<Reference> refer_to_unnamed(std::size_t article) const {
    const Range phrase{article, article + 2};
    if (phrase.last > words_.tokens.size() || words_.quoted[article] ||
        grammar_.is_in_phrase(phrase.last) || cast_.figure_of(grammar_, phrase) ||
        !is_one_unnamed_person(phrase, Gender::unknown))
      return std::nullopt;
    const std::string_view noun = lower(article + 1);
    const std::size_t floor = article > kReach ? article - kReach : 0;
    for (std::size_t i = article; i > floor; --i) {
      if (lower(i - 1) != noun || words_.quoted[i - 1]) continue;
      Range antecedent{i - 1, i};
      while (antecedent.first > floor && grammar_.is_in_phrase(antecedent.first - 1))
        --antecedent.first;
      if (antecedent.size() < 2) continue;
      if (antecedent.size() == 2 && lower(antecedent.first) == "the") {
        if (const Reference* known = reference_of(found_, antecedent))
          return Reference{phrase, known->antecedent, known->figure, known->sure};
        continue;
      }
      const auto figure = cast_.figure_of(grammar_, antecedent);
      const bool person = figure && cast_.figures[*figure].kind == ActorKind::person;
      return Reference{phrase, antecedent, person ? figure : std::nullopt, true};
    }
    return std::nullopt;
  }

  std::vector<Mention>::const_iterator mention_before(std::size_t token) const {
    return std::lower_bound(
        cast_.mentions.begin(), cast_.mentions.end(), token,
        [](const Mention& mention, std::size_t at) { return mention.tokens.first < at; });
  }

  bool within(std::size_t token, std::size_t block) const {
    const auto after = std::upper_bound(
        words_.sentences.begin(), words_.sentences.end(), token,
        [](std::size_t value, const Sentence& sentence) { return value < sentence.first; });
    return after != words_.sentences.begin() && (after - 1)->block + kBlocks > block;
  }

  const Grammar& grammar_;
  const Words& words_;
  const Cast& cast_;
  std::vector<Gender> genders_;  // by figure
  std::vector<Reference> found_;
};

}  // namespace

std::vector<Reference> find_references(const Grammar& grammar, const Cast& cast) {
  return Referrer(grammar, cast).run();
}

const Reference* reference_of(const std::vector<Reference>& references, Range phrase) {
  const auto found = std::lower_bound(
      references.begin(), references.end(), phrase.first,
      [](const Reference& reference, std::size_t at) { return reference.phrase.first < at; });
  return found != references.end() && found->phrase == phrase ? &*found : nullptr;
}

}  // namespace parley::record::internal
