#include "parley/record/clauses.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "parley/record/tagger_features.hpp"

namespace parley::record {
namespace {

constexpr std::size_t kReach = 150;  // tokens that are looked back at
constexpr int kMostHops = 16;        // verbs that one subject is handed on through

constexpr auto kSubordinators = std::to_array<std::string_view>(
    {"that", "if", "because", "while", "whilst", "although", "though", "unless", "whether",
     "whereas", "lest", "so", "once", "provided", "cos"});
constexpr auto kAmbiguousSubordinators = std::to_array<std::string_view>(
    {"after", "before", "since", "until", "till", "as", "than", "like"});
/// Verbs whose object does what the infinitive behind them says, by their beginnings.
constexpr auto kObjectControl = std::to_array<std::string_view>(
    {"ask",   "urg",      "tell", "told",   "press",  "order",  "persuad", "want",
     "allow", "forc",     "push", "invit",  "expect", "requir", "convinc", "instruct",
     "advis", "encourag", "warn", "permit", "help",   "get",    "got",     "let",
     "mak",   "made",     "caus", "lead",   "led",    "enabl"});
constexpr auto kAuxiliaries =
    std::to_array<std::string_view>({"be", "am", "is", "are", "was", "were", "'s", "'re", "'m",
                                     "have", "has", "had", "'ve", "'d", "do", "does", "did"});

bool is_one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), internal::fold_word(word)) != list.end();
}

class SubjectFinder {
 public:
  SubjectFinder(const TaggedSentence& sentence, const Chunks& chunks) : s_(sentence), c_(chunks) {}

  std::optional<Subject> subject(const VerbGroup& verb, int hops) const {
    if (hops > kMostHops) return std::nullopt;
    switch (verb.form) {
      case VerbForm::finite:
        if (auto inverted = inverted_subject(verb)) return inverted;
        return leftward(verb, hops);
      case VerbForm::infinitive:
        return subject_of_infinitive(verb, hops);
      case VerbForm::ing_participle:
      case VerbForm::past_participle:
        return subject_of_participle(verb, hops);
    }
    return std::nullopt;
  }

 private:
  Tag tag(std::size_t i) const { return i < s_.size() ? s_.tags[i] : Tag::stop; }
  bool is_word(std::size_t i, std::string_view word) const {
    return i < s_.size() && internal::fold_word(s_.words[i]) == word;
  }
  bool is_dash(std::size_t i) const {
    return tag(i) == Tag::colon && (is_word(i, "--") || is_word(i, "-"));
  }
  bool is_preposition(std::size_t i) const { return tag(i) == Tag::IN || tag(i) == Tag::TO; }
  bool is_time(const NounGroup& group) const { return record::is_time(s_, group); }

  const NounGroup* noun_ending(std::size_t end) const;
  const NounGroup* noun_beginning(std::size_t begin) const;
  const NounGroup* noun_around(std::size_t token) const;
  const VerbGroup* verb_ending(std::size_t end) const;
  const VerbGroup* verb_beginning(std::size_t begin) const;
  const VerbGroup* finite_before(std::size_t token) const;
  bool has_finite(std::size_t begin, std::size_t end) const;
  std::size_t before_adverbs(std::size_t end) const;

  std::optional<std::size_t> opening(std::size_t close, Tag open) const;
  std::optional<std::size_t> aside_before(std::size_t comma) const;
  bool begins_clause(std::size_t subordinator) const;
  std::vector<NounGroup> joined_before(const NounGroup& last) const;

  std::optional<Subject> inverted_subject(const VerbGroup& verb) const;
  std::optional<Subject> leftward(const VerbGroup& verb, int hops) const;
  std::optional<std::size_t> relative_clause_of(const VerbGroup& verb) const;
  std::optional<Subject> antecedent(std::size_t pronoun) const;
  std::optional<Subject> subject_of_joined_verb(const VerbGroup& verb, int hops) const;
  std::optional<Subject> subject_of_infinitive(const VerbGroup& verb, int hops) const;
  std::optional<Subject> subject_of_participle(const VerbGroup& verb, int hops) const;
  std::optional<Subject> handed_on(const VerbGroup* from, SubjectRule rule, int hops) const;

  const TaggedSentence& s_;
  const Chunks& c_;
};

/// The group of an ordered list whose begin (or end) is exactly `at`.
template <class Group>
const Group* group_with(const std::vector<Group>& groups, std::size_t Group::* edge,
                        std::size_t at) {
  const auto found = std::partition_point(groups.begin(), groups.end(),
                                          [&](const Group& group) { return group.*edge < at; });
  return found != groups.end() && (*found).*edge == at ? &*found : nullptr;
}

const NounGroup* SubjectFinder::noun_ending(std::size_t end) const {
  return group_with(c_.nouns, &NounGroup::end, end);
}
const NounGroup* SubjectFinder::noun_beginning(std::size_t begin) const {
  return group_with(c_.nouns, &NounGroup::begin, begin);
}
const VerbGroup* SubjectFinder::verb_ending(std::size_t end) const {
  return group_with(c_.verbs, &VerbGroup::end, end);
}
const VerbGroup* SubjectFinder::verb_beginning(std::size_t begin) const {
  return group_with(c_.verbs, &VerbGroup::begin, begin);
}

const NounGroup* SubjectFinder::noun_around(std::size_t token) const {
  const auto found = std::partition_point(
      c_.nouns.begin(), c_.nouns.end(), [&](const NounGroup& group) { return group.end <= token; });
  return found != c_.nouns.end() && found->begin <= token ? &*found : nullptr;
}

/// The nearest finite verb group that ends at or before a token.
const VerbGroup* SubjectFinder::finite_before(std::size_t token) const {
  auto verb = std::partition_point(c_.verbs.begin(), c_.verbs.end(),
                                   [&](const VerbGroup& group) { return group.end <= token; });
  while (verb != c_.verbs.begin()) {
    --verb;
    if (verb->form == VerbForm::finite) return &*verb;
  }
  return nullptr;
}

bool SubjectFinder::has_finite(std::size_t begin, std::size_t end) const {
  const VerbGroup* verb = finite_before(end);
  return verb != nullptr && verb->begin >= begin;
}

std::size_t SubjectFinder::before_adverbs(std::size_t end) const {
  while (end > 0 && (is_adverb(tag(end - 1)) || tag(end - 1) == Tag::RP)) --end;
  return end;
}

/// The nearest mark of kind `open` to the left of `close`, within reach.
std::optional<std::size_t> SubjectFinder::opening(std::size_t close, Tag open) const {
  for (std::size_t i = close; i > 0 && close - i < kReach;) {
    --i;
    if (tag(i) == open) return i;
  }
  return std::nullopt;
}

/// Where the aside begins that ends with the comma (or dash) at `end`: its opening mark. An aside
/// has no finite verb ("the envoy", "however") or begins with a relative pronoun ("who leads the
/// team").
std::optional<std::size_t> SubjectFinder::aside_before(std::size_t end) const {
  const bool dash = is_dash(end);
  for (std::size_t i = end; i > 0 && end - i < kReach;) {
    --i;
    if (tag(i) == Tag::stop) return std::nullopt;
    if (dash ? !is_dash(i) : tag(i) != Tag::comma) continue;
    const std::size_t first = i + 1 < end && is_preposition(i + 1) ? i + 2 : i + 1;
    const Tag opens = tag(first);
    if (opens == Tag::WP || opens == Tag::WDT || opens == Tag::WP_possessive || opens == Tag::WRB ||
        is_word(i + 1, "as") || is_word(i + 1, "if") || !has_finite(i + 1, end)) {
      return i;
    }
  }
  return std::nullopt;
}

/// Whether the preposition at this place begins a clause whose subject follows it.
bool SubjectFinder::begins_clause(std::size_t preposition) const {
  const std::string_view word = s_.words[preposition];
  if (is_one_of(word, kSubordinators)) return true;
  if (!is_one_of(word, kAmbiguousSubordinators)) return false;
  // "the mood after the talks was grim", but "left the room after Marek spoke"
  const bool after_noun = noun_ending(preposition) != nullptr;
  const Tag next = tag(preposition + 1);
  if (after_noun && !is_proper_noun(next) && next != Tag::PRP) return false;
  return preposition == 0 || !after_noun || finite_before(preposition) != nullptr;
}

/// The noun groups that are joined to one from the left: "Marek , Rehn and Kovan".
std::vector<NounGroup> SubjectFinder::joined_before(const NounGroup& last) const {
  std::vector<NounGroup> groups = {last};
  std::size_t by_conjunction = 1;
  while (groups.size() < kReach) {
    std::size_t end = groups.back().begin;
    if (end == 0) break;
    if (tag(end - 1) == Tag::CC && !is_word(end - 1, "but")) {
      --end;
      if (end > 0 && tag(end - 1) == Tag::comma) --end;
    } else if (tag(end - 1) == Tag::comma && groups.size() > 1) {
      --end;
    } else {
      break;
    }
    const NounGroup* before = noun_ending(end);
    if (before == nullptr || is_time(*before)) break;
    groups.push_back(*before);
    if (tag(groups[groups.size() - 2].begin - 1) == Tag::CC) by_conjunction = groups.size();
  }
  // "After talks with Kovan, Marek and Rehn left": Kovan is not one of them.
  const std::size_t first = groups.back().begin;
  if (first > 0 && is_preposition(first - 1)) groups.resize(by_conjunction);
  std::reverse(groups.begin(), groups.end());
  return groups;
}

std::optional<Subject> SubjectFinder::inverted_subject(const VerbGroup& verb) const {
  const NounGroup* noun = noun_beginning(verb.end);
  if (noun == nullptr || is_time(*noun)) return std::nullopt;
  const bool auxiliary = tag(verb.head) == Tag::MD || is_one_of(s_.words[verb.head], kAuxiliaries);
  if (auxiliary) {
    // "did Marek say", "should they refuse"
    const VerbGroup* main = verb_beginning(noun->end);
    const bool asks = main != nullptr && main->form != VerbForm::finite &&
                      tag(main->begin) != Tag::TO && main->form != VerbForm::ing_participle;
    if (!asks || noun_ending(before_adverbs(verb.begin)) != nullptr) return std::nullopt;
    return Subject{{*noun}, SubjectRule::inverted};
  }
  if (verb.begin != verb.head) return std::nullopt;

  std::vector<NounGroup> groups = {*noun};
  std::size_t end = noun->end;
  if (tag(end) == Tag::CC && noun_beginning(end + 1) != nullptr) {
    const NounGroup* second = noun_beginning(end + 1);
    if (verb_beginning(second->end) == nullptr) {
      groups.push_back(*second);
      end = second->end;
    }
  }
  const VerbGroup* next = verb_beginning(end);
  if (next != nullptr && next->form == VerbForm::finite) return std::nullopt;  // said Marek left

  const std::size_t left = before_adverbs(verb.begin);
  const bool closes =
      end >= s_.size() || tag(end) == Tag::stop || tag(end) == Tag::comma || tag(end) == Tag::colon;
  if (left == 0) {
    return closes ? std::optional(Subject{groups, SubjectRule::inverted}) : std::nullopt;
  }
  const bool comma = tag(left - 1) == Tag::comma;
  const std::size_t mark = comma ? left - 1 : left;
  if (mark > 0 && tag(mark - 1) == Tag::close_quote) {
    // The quotation must not be part of a noun group, as in: the "red line" hurt Marek.
    const auto open = opening(mark - 1, Tag::open_quote);
    const bool quoted_noun = open && *open > 0 &&
                             (tag(*open - 1) == Tag::DT || tag(*open - 1) == Tag::PRP_possessive ||
                              is_adjective(tag(*open - 1)));
    if (comma || !quoted_noun) return Subject{groups, SubjectRule::inverted};
    return std::nullopt;
  }
  if (comma && closes && has_finite(0, mark) && !aside_before(mark)) {
    return Subject{groups, SubjectRule::inverted};  // The line would hold, said Marek.
  }
  return std::nullopt;
}

/// Where the relative clause of a finite verb begins, when it has no comma before it: "a study that
/// appeared in May", "the experts I met".
std::optional<std::size_t> SubjectFinder::relative_clause_of(const VerbGroup& verb) const {
  std::size_t begin = before_adverbs(verb.begin);
  const NounGroup* inner = noun_ending(begin);
  if (inner != nullptr && tag(inner->head) == Tag::PRP && noun_ending(inner->begin) != nullptr) {
    return inner->begin;
  }
  if (inner != nullptr) begin = inner->begin;
  if (begin == 0 || noun_ending(begin - 1) == nullptr) return std::nullopt;
  const bool pronoun = tag(begin - 1) == Tag::WP || tag(begin - 1) == Tag::WDT ||
                       (is_word(begin - 1, "that") && inner == nullptr);
  return pronoun ? std::optional(begin - 1) : std::nullopt;
}

/// The noun before a relative pronoun.
std::optional<Subject> SubjectFinder::antecedent(std::size_t pronoun) const {
  std::size_t end = pronoun;
  if (end > 0 && tag(end - 1) == Tag::comma) --end;
  const NounGroup* noun = noun_ending(end);
  if (noun == nullptr) return std::nullopt;
  return Subject{{*noun}, SubjectRule::antecedent};
}

std::optional<Subject> SubjectFinder::handed_on(const VerbGroup* from, SubjectRule rule,
                                                int hops) const {
  if (from == nullptr) return std::nullopt;
  auto found = subject(*from, hops + 1);
  if (found) found->rule = rule;
  return found;
}

/// The subject of the verb to the left that a verb after "and" is joined to: the nearest of its own
/// form, else the nearest finite one.
std::optional<Subject> SubjectFinder::subject_of_joined_verb(const VerbGroup& verb,
                                                             int hops) const {
  const VerbGroup* nearest = nullptr;
  for (auto other = c_.verbs.rbegin(); other != c_.verbs.rend(); ++other) {
    if (other->end > verb.begin) continue;
    if (tag(other->begin) == tag(verb.begin))
      return handed_on(&*other, SubjectRule::coordinated, hops);
    if (nearest == nullptr && (other->form == VerbForm::finite || other->form == verb.form)) {
      nearest = &*other;
    }
  }
  return handed_on(nearest, SubjectRule::coordinated, hops);
}

std::optional<Subject> SubjectFinder::leftward(const VerbGroup& verb, int hops) const {
  SubjectRule rule = SubjectRule::adjacent;
  std::optional<Subject> instead;  // what is taken when nothing better comes
  for (std::size_t end = verb.begin; end > 0 && verb.begin - end < kReach;) {
    const std::size_t last = end - 1;
    if (const NounGroup* noun = noun_ending(end)) {
      if (is_time(*noun)) {
        if (!instead && rule == SubjectRule::adjacent) instead = Subject{{*noun}, rule};
        end = noun->begin;
        if (end > 0 && is_preposition(end - 1)) --end;
        continue;
      }
      const std::vector<NounGroup> groups = joined_before(*noun);
      const std::size_t first = groups.front().begin;
      if (const VerbGroup* inner = verb_ending(first);
          inner != nullptr && (tag(noun->head) == Tag::NN || tag(noun->head) == Tag::NNS)) {
        if (const auto clause = relative_clause_of(*inner)) {
          end = *clause;  // "one of the envoys who drafted the text said"
          rule = SubjectRule::aside;
          continue;
        }
      }
      if (first > 0 && is_preposition(first - 1) && !begins_clause(first - 1)) {
        // "He met with Marek and Rehn left": when a verb comes next, only Rehn left.
        if (groups.size() > 1 && !instead) instead = Subject{{*noun}, SubjectRule::adjacent};
        end = first - 1;
        rule = SubjectRule::preposition;
        continue;
      }
      if (rule == SubjectRule::aside && first > 0 && tag(first - 1) == Tag::comma &&
          !is_proper_noun(tag(noun->head)) && tag(noun->head) != Tag::PRP) {
        // "Marek , 54 , the envoy , said"
        const NounGroup* named = noun_ending(first - 1);
        if (named != nullptr && is_proper_noun(tag(named->head))) {
          end = first - 1;
          continue;
        }
      }
      return Subject{groups, rule};
    }
    if (const VerbGroup* before = verb_ending(end)) {
      // "the decision to leave shocked", "the plan tabled in Ostria failed"
      const NounGroup* tabled = noun_ending(before->begin);
      const bool mistaken_participle =
          rule == SubjectRule::preposition && !instead && before->begin == before->head &&
          tag(before->head) == Tag::VBD && tabled != nullptr &&
          (tag(tabled->head) == Tag::NN || tag(tabled->head) == Tag::NNS ||
           tag(tabled->head) == Tag::NNPS);
      if (before->form != VerbForm::finite || mistaken_participle) {
        end = before->begin;
        rule = SubjectRule::preposition;
      } else if (const auto clause = relative_clause_of(*before)) {
        end = *clause;
        rule = SubjectRule::aside;
      } else {
        return instead;
      }
      continue;
    }
    switch (tag(last)) {
      case Tag::comma:
      case Tag::colon:
        if (tag(last) == Tag::colon && !is_dash(last)) return instead;
        if (const auto aside = aside_before(last)) {
          end = *aside;
          rule = SubjectRule::aside;
        } else if (tag(last) == Tag::comma && has_finite(0, last)) {
          return subject_of_joined_verb(verb, hops);
        } else {
          end = last;
          rule = SubjectRule::aside;
        }
        continue;
      case Tag::close_bracket:
        end = opening(last, Tag::open_bracket).value_or(last);
        rule = SubjectRule::aside;
        continue;
      case Tag::close_quote: {
        const auto open = opening(last, Tag::open_quote);
        end = open && noun_around(*open) == nullptr ? *open : last;
        continue;
      }
      case Tag::WP:
      case Tag::WDT:
        if (is_word(last, "what") || is_word(last, "whatever")) return instead;
        return antecedent(last);
      case Tag::IN:
        if (is_word(last, "that")) return antecedent(last);
        if (is_word(last, "than")) return subject_of_joined_verb(verb, hops);
        return instead;
      case Tag::CC:
        return subject_of_joined_verb(verb, hops);
      case Tag::WRB:
      case Tag::stop:
        return instead;
      default:
        --end;  // adverbs, predicative adjectives, opening marks
    }
  }
  return instead;
}

std::optional<Subject> SubjectFinder::subject_of_infinitive(const VerbGroup& verb, int hops) const {
  const std::size_t end = before_adverbs(verb.begin);
  if (end == 0) return std::nullopt;
  if (tag(end - 1) == Tag::CC) return subject_of_joined_verb(verb, hops);
  const NounGroup* noun = noun_ending(end);
  const bool bare = tag(verb.begin) != Tag::TO;
  if (noun == nullptr && bare && verb_ending(end) == nullptr) {
    return leftward(verb, hops);  // a present tense mistaken for an infinitive
  }
  if (noun == nullptr) return handed_on(verb_ending(end), SubjectRule::governing, hops);
  const VerbGroup* governor = verb_ending(noun->begin);
  if (noun->begin > 0 && !bare && is_word(noun->begin - 1, "for")) {
    return Subject{{*noun}, SubjectRule::object};  // "ready for Marek to say"
  }
  if (governor != nullptr && bare) {
    const bool asks =
        governor->form == VerbForm::finite && governor->begin == governor->head &&
        (tag(governor->head) == Tag::MD || is_one_of(s_.words[governor->head], kAuxiliaries));
    return Subject{{*noun}, asks ? SubjectRule::inverted : SubjectRule::object};
  }
  if (governor != nullptr && !governor->passive) {
    const std::string head = internal::fold_word(s_.words[governor->head]);
    const bool controls =
        std::any_of(kObjectControl.begin(), kObjectControl.end(),
                    [&](std::string_view stem) { return head.starts_with(stem); });
    if (controls) return Subject{{*noun}, SubjectRule::object};
  }
  if (!bare) {
    return handed_on(finite_before(verb.begin), SubjectRule::governing, hops);
  }
  return Subject{{*noun}, SubjectRule::adjacent};
}

std::optional<Subject> SubjectFinder::subject_of_participle(const VerbGroup& verb, int hops) const {
  const std::size_t end = before_adverbs(verb.begin);
  if (end > 0 && tag(end - 1) == Tag::CC) return subject_of_joined_verb(verb, hops);
  if (const NounGroup* noun = noun_ending(end); noun != nullptr && !is_time(*noun)) {
    const std::size_t begin = noun->begin;
    if (begin > 0 && is_word(begin - 1, "with")) return Subject{{*noun}, SubjectRule::absolute};
    // ", in effect calling it a trap" hangs on the verb before, not on "effect".
    const bool apart =
        begin > 0 && is_preposition(begin - 1) && (begin == 1 || tag(begin - 2) == Tag::comma);
    if (!apart) return Subject{{*noun}, SubjectRule::adjacent};
  }
  if (end > 0 && is_word(end - 1, "as")) {
    // "Rehn quoted Marek as saying"
    const NounGroup* noun = noun_ending(end - 1);
    const VerbGroup* governor = noun == nullptr ? nullptr : verb_ending(noun->begin);
    if (governor != nullptr && !governor->passive) return Subject{{*noun}, SubjectRule::object};
  }
  if (const VerbGroup* governor = finite_before(verb.begin)) {
    return handed_on(governor, SubjectRule::governing, hops);
  }
  if (end > 0 && tag(end - 1) == Tag::comma && noun_ending(end - 1) != nullptr) {
    return Subject{{*noun_ending(end - 1)}, SubjectRule::aside};  // Marek, calling it a trap, left
  }
  const auto next = std::find_if(c_.verbs.begin(), c_.verbs.end(), [&](const VerbGroup& other) {
    return other.begin >= verb.end && other.form == VerbForm::finite;
  });
  return handed_on(next == c_.verbs.end() ? nullptr : &*next, SubjectRule::following, hops);
}

}  // namespace

std::optional<NounGroup> agent_of(const TaggedSentence& sentence, const Chunks& chunks,
                                  const VerbGroup& verb) {
  if (!verb.passive) return std::nullopt;
  const std::size_t reach = std::min(sentence.size(), verb.end + kReach);
  for (const NounGroup& noun : chunks.nouns) {
    if (noun.begin <= verb.end || is_time(sentence, noun)) continue;
    if (noun.begin >= reach) break;
    for (std::size_t i = verb.end; i < noun.begin; ++i) {
      const Tag between = sentence.tags[i];
      if (is_verb(between) || between == Tag::MD || between == Tag::stop) return std::nullopt;
    }
    if (internal::fold_word(sentence.words[noun.begin - 1]) == "by") return noun;
  }
  return std::nullopt;
}

std::optional<NounGroup> object_of(const TaggedSentence& sentence, const Chunks& chunks,
                                   const VerbGroup& verb) {
  if (verb.passive) return std::nullopt;
  std::size_t begin = verb.end;
  while (begin < sentence.size() &&
         (is_adverb(sentence.tags[begin]) || sentence.tags[begin] == Tag::RP)) {
    ++begin;
  }
  const NounGroup* noun = group_with(chunks.nouns, &NounGroup::begin, begin);
  if (noun == nullptr || is_time(sentence, *noun)) return std::nullopt;
  const VerbGroup* next = group_with(chunks.verbs, &VerbGroup::begin, noun->end);
  if (next != nullptr && next->form == VerbForm::finite) return std::nullopt;
  return *noun;
}

std::optional<Subject> subject_of(const TaggedSentence& sentence, const Chunks& chunks,
                                  const VerbGroup& verb) {
  return SubjectFinder(sentence, chunks).subject(verb, 0);
}

}  // namespace parley::record
