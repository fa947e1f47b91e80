#include "parley/record/chunks.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "parley/record/tagger_features.hpp"

namespace parley::record {
namespace {

/// No group is longer, so that a text of adjectives only costs no more than any other.
constexpr std::size_t kLongestGroup = 64;

using Words = std::span<const std::string_view>;

bool is_one_of(std::string_view word, Words list) {
  return std::find(list.begin(), list.end(), internal::fold_word(word)) != list.end();
}

constexpr auto kBe = std::to_array<std::string_view>(
    {"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "ai"});
constexpr auto kHave =
    std::to_array<std::string_view>({"have", "has", "had", "having", "'ve", "'d", "'s"});
constexpr auto kDo = std::to_array<std::string_view>({"do", "does", "did"});
constexpr auto kGet = std::to_array<std::string_view>({"get", "gets", "got", "getting", "gotten"});
constexpr auto kNegations = std::to_array<std::string_view>({"not", "n't", "never"});
/// Prepositions that look like participles.
constexpr auto kPrepositions =
    std::to_array<std::string_view>({"according", "including", "regarding", "concerning"});
constexpr auto kDays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "tonight", "yesterday", "tomorrow"});
constexpr auto kOtherTimes = std::to_array<std::string_view>(
    {"january",   "february", "march",    "april",    "may",     "june",      "july",    "august",
     "september", "october",  "november", "december", "morning", "afternoon", "evening", "night",
     "noon",      "midnight", "day",      "days",     "week",    "weeks",     "weekend", "month",
     "months",    "year",     "years",    "hour",     "hours",   "minute",    "minutes", "decade",
     "decades",   "spring",   "summer",   "autumn",   "winter"});

/// Goes through a sentence once and takes the group that begins at each token, if any.
class Chunker {
 public:
  explicit Chunker(const TaggedSentence& sentence) : s_(sentence) {}

  Chunks run() {
    Chunks chunks;
    for (std::size_t i = 0; i < s_.size();) {
      if (const auto noun = noun_group(i)) {
        chunks.nouns.push_back(*noun);
        i = noun->end;
      } else if (const auto verb = verb_group(i)) {
        chunks.verbs.push_back(*verb);
        i = verb->end;
      } else {
        ++i;
      }
    }
    return chunks;
  }

 private:
  Tag tag(std::size_t i) const { return i < s_.size() ? s_.tags[i] : Tag::stop; }
  std::string_view word(std::size_t i) const { return s_.words[i]; }
  bool is_day(std::size_t i) const { return i < s_.size() && is_one_of(word(i), kDays); }

  std::optional<NounGroup> noun_group(std::size_t begin) const;
  std::optional<NounGroup> group_without_noun(std::size_t begin) const;
  bool modifies(std::size_t i, std::size_t begin) const;
  bool noun_goes_on(std::size_t begin, std::size_t noun, std::size_t next) const;
  std::size_t past_modifiers(std::size_t begin) const;
  std::size_t past_nouns(std::size_t begin, std::size_t first) const;

  std::optional<VerbGroup> verb_group(std::size_t begin) const;
  bool is_negation(std::size_t i) const;
  std::optional<std::size_t> first_negation(std::size_t begin, std::size_t end) const;
  bool is_auxiliary(std::size_t i) const;
  bool follows(std::size_t auxiliary, std::size_t next) const;

  const TaggedSentence& s_;
};

/// Whether the token can stand between the start of a noun group and its first noun.
bool Chunker::modifies(std::size_t i, std::size_t begin) const {
  const Tag next = tag(i + 1);
  const bool noun_or_modifier_next = is_noun(next) || is_adjective(next) || next == Tag::CD ||
                                     next == Tag::VBN || next == Tag::VBG;
  switch (tag(i)) {
    case Tag::DT:
      return i == begin || tag(i - 1) == Tag::PDT || tag(i - 1) == Tag::DT;
    case Tag::PDT:
    case Tag::PRP_possessive:
    case Tag::WP_possessive:
      return i == begin || tag(i - 1) == Tag::PDT || tag(i - 1) == Tag::DT;
    case Tag::JJ:
    case Tag::JJR:
    case Tag::JJS:
    case Tag::CD:
    case Tag::currency:
    case Tag::AFX:
      return true;
    case Tag::RB:
    case Tag::RBR:
    case Tag::RBS:
      return i != begin &&
             (is_adjective(next) || next == Tag::CD || next == Tag::VBN || next == Tag::hyphen);
    case Tag::VBN:
    case Tag::VBG:
      // "the amended text", and "with amended texts"; but not "by calling leaders".
      return (i != begin || (tag(i) == Tag::VBN && i > 0 && tag(i - 1) == Tag::IN)) &&
             noun_or_modifier_next;
    case Tag::hyphen:
      return i != begin;
    case Tag::CC:
    case Tag::comma:
      // "political and military leaders", "a long, tense meeting"
      return i != begin && is_adjective(tag(i - 1)) && is_adjective(next) &&
             (is_noun(tag(i + 2)) || is_adjective(tag(i + 2)));
    case Tag::open_quote:
      return i != begin && noun_or_modifier_next;
    case Tag::close_quote:
      return i != begin && i > 0 && is_adjective(tag(i - 1)) && noun_or_modifier_next;
    default:
      return false;
  }
}

/// Whether the noun at `noun` and the token after it belong to one group.
bool Chunker::noun_goes_on(std::size_t begin, std::size_t noun, std::size_t next) const {
  if (tag(next) == Tag::hyphen) return true;
  if (tag(next) == Tag::CD) return is_proper_noun(tag(noun)) && !is_day(noun);
  if (is_adjective(tag(next))) {
    return is_proper_noun(tag(noun)) && is_noun(tag(next + 1));  // "US special envoy"
  }
  if (!is_noun(tag(next)) && tag(next) != Tag::GW) return false;
  if (tag(noun) == Tag::hyphen) return true;
  // "In an interview | Marek said": a phrase that opens the sentence, then the subject.
  if (begin == 1 && tag(0) == Tag::IN && !is_proper_noun(tag(noun)) && is_proper_noun(tag(next))) {
    std::size_t after = next + 1;
    while (is_proper_noun(tag(after)) || is_adverb(tag(after))) ++after;
    if (is_finite(tag(after))) return false;
  }
  if (is_time_noun(word(noun)) && is_proper_noun(tag(next)) && !is_time_noun(word(next)))
    return false;
  return !is_day(next) || is_time_noun(word(noun)) || is_noun(tag(next + 1));
}

std::size_t Chunker::past_modifiers(std::size_t begin) const {
  std::size_t i = begin;
  while (i < std::min(s_.size(), begin + kLongestGroup) && modifies(i, begin)) ++i;
  return i;
}

/// Past the run of nouns that begins at `first`; `first` itself when there is none.
std::size_t Chunker::past_nouns(std::size_t begin, std::size_t first) const {
  if (!is_noun(tag(first)) && tag(first) != Tag::GW) return first;
  std::size_t end = first + 1;
  while (end < std::min(s_.size(), first + kLongestGroup) && noun_goes_on(begin, end - 1, end))
    ++end;
  while (end > first + 1 && !is_noun(tag(end - 1)) && tag(end - 1) != Tag::CD) --end;
  return end;
}

std::optional<NounGroup> Chunker::noun_group(std::size_t begin) const {
  if (tag(begin) == Tag::PRP || tag(begin) == Tag::EX) return NounGroup{begin, begin + 1, begin};
  std::optional<NounGroup> group;
  for (std::size_t part = begin; part < begin + kLongestGroup;) {
    const std::size_t first = past_modifiers(part);
    const std::size_t end = past_nouns(begin, first);
    if (end == first) break;
    std::size_t head = end - 1;
    while (!is_noun(tag(head)) && head > first) --head;  // "Article 5"
    group = NounGroup{begin, end, head};
    if (tag(end) != Tag::POS) break;
    part = end + 1;  // "Kovan 's senior aide" is one group
  }
  return group ? group : group_without_noun(begin);
}

/// A number, a determiner with an adjective or a determiner alone: "28", "the injured", "this".
std::optional<NounGroup> Chunker::group_without_noun(std::size_t begin) const {
  if (tag(begin) != Tag::DT && tag(begin) != Tag::CD) return std::nullopt;
  std::size_t end = past_modifiers(begin);
  while (!is_adjective(tag(end - 1)) && tag(end - 1) != Tag::CD && tag(end - 1) != Tag::DT) --end;
  return NounGroup{begin, end, end - 1};
}

bool Chunker::is_negation(std::size_t i) const {
  if (is_one_of(word(i), kNegations)) return true;
  return internal::fold_word(word(i)) == "no" && i + 1 < s_.size() &&
         internal::fold_word(word(i + 1)) == "longer";
}

std::optional<std::size_t> Chunker::first_negation(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_negation(i)) return i;
  }
  return std::nullopt;
}

bool Chunker::is_auxiliary(std::size_t i) const {
  return tag(i) == Tag::MD || is_one_of(word(i), kDo) || is_one_of(word(i), kBe) ||
         is_one_of(word(i), kHave);
}

/// Whether a verb form can continue the verb group whose last link so far is `auxiliary`.
bool Chunker::follows(std::size_t auxiliary, std::size_t next) const {
  const Tag form = tag(next);
  const std::string_view link = word(auxiliary);
  if (tag(auxiliary) == Tag::MD || tag(auxiliary) == Tag::TO || is_one_of(link, kDo)) {
    return form == Tag::VB || form == Tag::VBP;
  }
  // A past tense after "has" or "was" is a participle that was mistaken.
  if (is_one_of(link, kHave) && (form == Tag::VBN || form == Tag::VBD)) return true;
  if (is_one_of(link, kBe)) return form == Tag::VBN || form == Tag::VBD || form == Tag::VBG;
  return is_one_of(link, kGet) && form == Tag::VBN;
}

std::optional<VerbGroup> Chunker::verb_group(std::size_t begin) const {
  if (is_one_of(word(begin), kPrepositions)) return std::nullopt;
  if (!is_verb(tag(begin)) && tag(begin) != Tag::MD && tag(begin) != Tag::TO) return std::nullopt;
  VerbGroup group;
  group.begin = begin;
  std::size_t before = begin;
  while (before > 0 && (is_adverb(tag(before - 1)) || is_negation(before - 1))) --before;
  group.negation = first_negation(before, begin);

  for (std::size_t link = begin;;) {
    group.head = link;
    if (tag(link) == Tag::MD) group.modal = link;
    if (internal::fold_word(word(link)) == "cannot") group.negation = link;
    std::size_t next = link + 1;
    while (next < s_.size() && (is_adverb(tag(next)) || is_negation(next))) ++next;
    const bool goes_on = next < s_.size() && follows(link, next);
    // After the last link, only an auxiliary is negated from behind: "was not", but "said not all".
    const std::size_t reach = goes_on ? next : is_auxiliary(link) ? std::min(next, link + 2) : link;
    if (!group.negation) group.negation = first_negation(link + 1, reach);
    if (!goes_on) break;
    group.passive = (is_one_of(word(link), kBe) || is_one_of(word(link), kGet)) &&
                    (tag(next) == Tag::VBN || tag(next) == Tag::VBD);
    link = next;
  }
  group.end = group.head + 1;
  switch (tag(begin)) {
    case Tag::TO:
      if (group.head == begin) return std::nullopt;  // "to" without a verb
      group.form = VerbForm::infinitive;
      break;
    case Tag::VB:
      group.form = VerbForm::infinitive;
      break;
    case Tag::VBG:
      group.form = VerbForm::ing_participle;
      break;
    case Tag::VBN:
      group.form = VerbForm::past_participle;
      group.passive = group.passive || group.head == begin;
      break;
    default:
      group.form = VerbForm::finite;
  }
  return group;
}

}  // namespace

Chunks find_chunks(const TaggedSentence& sentence) {
  assert(sentence.words.size() == sentence.tags.size());
  return Chunker(sentence).run();
}

bool is_time_noun(std::string_view word) {
  return is_one_of(word, kDays) || is_one_of(word, kOtherTimes);
}

bool is_time(const TaggedSentence& sentence, const NounGroup& group) {
  return is_time_noun(sentence.words[group.head]);
}

}  // namespace parley::record
