#include "parley/record/stance_text.hpp"

#include <algorithm>
#include <array>

namespace parley::record::internal {
namespace {

constexpr std::size_t kLongestClause = 60;   // tokens
constexpr std::size_t kTopicReach = 14;      // tokens of an object that may name the talks
constexpr std::size_t kConditionReach = 14;  // between a condition and the verb behind it

using Beginnings = std::array<std::vector<std::string>, kTopicWordNames.size()>;

const Beginnings& topic_words() {
  static const Beginnings list = [] {
    Beginnings made;
    for (const auto& row : lexicon_rows("topics.tsv")) {
      const auto topic = topic_word_named(row[0]);
      if (!topic) continue;
      for (const std::string_view word : split(row[1], ' '))
        made[static_cast<std::size_t>(*topic)].emplace_back(word);
    }
    return made;
  }();
  return list;
}

bool is_sign_of_end(std::string_view sign) {
  return sign == ";" || sign == "." || sign == "?" || sign == "!" || sign == "\u2014" ||
         sign == "\u2013" || sign == "--" || sign == ":";
}

}  // namespace

StanceText::StanceText(const Reading& reading, const ClauseReading& its_clauses,
                       const Sides& its_sides, const IssueFinder& issues)
    : words(reading.words), clauses(its_clauses), sides(its_sides), issues_(issues) {
  const std::string_view all = reading.document.readable();
  for (const Sentence& each : words.sentences) {
    const Block& block = reading.document.blocks()[each.block];
    if (block.lead == 0) continue;
    const std::string_view lead = all.substr(block.begin, block.lead);
    const std::size_t digits = lead.find_first_not_of("0123456789");
    if (digits > 0) points_at_.insert(each.block);
    if (digits > 0) points_.emplace(lead.substr(0, digits), Range{each.first, each.last});
  }
}

void StanceText::read(const Sentence& next) {
  if (next.block != sentence.block || next.first == 0) {
    before = {};
    paragraph = next.first;
  }
  sentence = next;
  numbered = points_at_.contains(sentence.block);
  conditions = conditions_of(clauses, words, sentence);
}

StanceLexicon::WordAt StanceText::words_from(std::size_t i) const {
  return [this, i](std::size_t k) {
    return i + k < sentence.last ? words.tokens[i + k].lower : std::string_view();
  };
}

bool StanceText::names(Range tokens, TopicWord topic) const {
  const auto& beginnings = topic_words()[static_cast<std::size_t>(topic)];
  for (std::size_t i = tokens.first; i < std::min(tokens.last, sentence.last); ++i) {
    for (const std::string& beginning : beginnings) {
      if (lower(i).starts_with(beginning)) return true;
    }
  }
  return false;
}

bool StanceText::is_hypothetical(std::size_t i) const {
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& each) {
    return each.tokens.first <= i && i < each.tokens.last && !each.only_if_negated;
  });
}

bool StanceText::is_asked(std::size_t i) const {
  while (i < sentence.last && text(i) != "." && text(i) != "!" && text(i) != "?") ++i;
  return i < sentence.last && text(i) == "?";
}

std::vector<std::string> StanceText::holders_of(const VerbGroup& verb) const {
  if (verb.passive) {
    const auto agent = clauses.agent_of(verb.head);
    return agent ? sides.of(*agent) : std::vector<std::string>{};
  }
  const auto subject = subject_of(verb);
  return subject ? sides.of(*subject) : std::vector<std::string>{};
}

std::optional<Range> StanceText::subject_of(const VerbGroup& verb) const {
  const auto found = clauses.subject_of(verb.head);
  if (!found || found->first < sentence.first) return std::nullopt;
  const Range subject{found->first, found->last};
  if (!words.quoted[verb.head] || words.quoted[subject.first]) return subject;
  // "would 'sooner lose the mine'": the quotation begins with the verb.
  std::size_t k = verb.begin;
  while (k > subject.last && words.quoted[k] && words.tokens[k].kind != TokenKind::mark) --k;
  for (; k < verb.begin; ++k) {
    const bool fills = words.tokens[k].kind == TokenKind::mark || is(k, WordClass::adverb) ||
                       is(k, WordClass::negation);
    if (!fills) return std::nullopt;
  }
  return subject;
}

std::string_view StanceText::modal_of(const VerbGroup& verb) const {
  if (verb.modal) return lower(*verb.modal);
  if (verb.form != record::VerbForm::infinitive || clauses.tag(verb.begin) == Tag::TO ||
      verb.begin < sentence.first + 2)
    return {};
  if (lower(verb.begin - 1) == "cannot") return "cannot";
  if (clauses.tag(verb.begin - 1) != Tag::comma) return {};
  for (std::size_t k = verb.begin - 1; k > sentence.first && verb.begin - k < 10; --k) {
    if (clauses.tag(k - 1) == Tag::MD && clauses.tag(k) == Tag::comma) return lower(k - 1);
  }
  return {};
}

bool StanceText::is_term_of_plan(std::size_t token) const {
  for (std::size_t k = sentence.first; k + 2 < token; ++k) {
    if (lower(k) == "under" && names({k + 1, k + 6}, TopicWord::talks)) return true;
  }
  return numbered && !sides.voice_at(token) && clauses.tag(token) != Tag::VBD;
}

Range StanceText::clause_from(std::size_t begin) const {
  std::size_t end = begin;
  const bool inside = begin > 0 && words.quoted[begin - 1];
  std::size_t ceiling = std::min(sentence.last, begin + kLongestClause);
  // What the narrator says after the words of another is not of them.
  if (const auto content = begin > 0 ? sides.content_at(begin - 1) : std::nullopt)
    ceiling = std::min(ceiling, content->last);
  for (; end < ceiling; ++end) {
    if (inside && (!words.quoted[end] || clauses.tag(end) == Tag::close_quote)) break;
    if (const Condition* condition = condition_at(end); condition != nullptr && end > begin) {
      end = condition->tokens.last - 1;
      continue;
    }
    if (ends_clause(end, begin)) break;
  }
  end = std::min(end, sentence.last);
  while (end > begin && words.tokens[end - 1].kind != TokenKind::word &&
         words.tokens[end - 1].kind != TokenKind::number &&
         !(words.tokens[end - 1].kind == TokenKind::mark && closes_quote_of(end - 1, begin)))
    --end;
  return {begin, std::max(begin, end)};
}

bool StanceText::closes_quote_of(std::size_t mark, std::size_t begin) const {
  for (std::size_t k = mark; k > begin; --k) {
    if (clauses.tag(k - 1) == Tag::open_quote) return clauses.tag(mark) == Tag::close_quote;
    if (clauses.tag(k - 1) == Tag::close_quote) return false;
  }
  return false;
}

const Condition* StanceText::condition_at(std::size_t i) const {
  const auto found = std::find_if(conditions.begin(), conditions.end(),
                                  [&](const Condition& each) { return each.tokens.first == i; });
  return found == conditions.end() ? nullptr : &*found;
}

bool StanceText::ends_clause(std::size_t i, std::size_t begin) const {
  const std::string_view sign = text(i);
  if (is_sign_of_end(sign)) return true;
  if (i == begin) return false;
  const std::string_view word = lower(i);
  if ((word == "after" || word == "when" || word == "as" || word == "since") &&
      condition_at(i) == nullptr && begins_clause(i))
    return true;
  if (word == "but" || word == "while" || word == "whereas" || word == "although" ||
      word == "though" || word == "because" || word == "yet")
    return true;
  const bool comma = sign == ",";
  std::size_t next = comma ? i + 1 : i;
  if (comma && condition_at(next) != nullptr) return false;
  if (lower(next) == "and" || lower(next) == "or" || lower(next) == "nor") ++next;
  if (next == i) return false;
  if (comma && (is(next, WordClass::relative) || clauses.tag(next) == Tag::WDT ||
                clauses.tag(next) == Tag::VBG || lower(next) == "as" || lower(next) == "after" ||
                lower(next) == "according" || begins_attribution(next)))
    return true;
  while (is_adverb(clauses.tag(next))) ++next;
  // "and offered to …": a verb with the same subject, or with one of its own.
  if (const VerbGroup* verb = clauses.verb_at(next); verb != nullptr && verb->begin <= next)
    return verb->form == record::VerbForm::finite;
  return begins_clause(next - 1);
}

// After a comma: "said Marek", "Marek said", "its envoy, Marek, said".
bool StanceText::begins_attribution(std::size_t i) const {
  if (const VerbGroup* verb = clauses.verb_at(i))
    return verb->form == record::VerbForm::finite && lexicon().cue(lower(verb->head)).has_value();
  for (int groups = 0; groups < 3; ++groups) {
    const NounGroup* noun = clauses.noun_at(i);
    if (noun == nullptr || noun->begin != i) return false;
    i = noun->end;
    if (const VerbGroup* verb = clauses.verb_at(i); verb != nullptr && verb->begin == i)
      return verb->form == record::VerbForm::finite && lexicon().cue(lower(verb->head)).has_value();
    if (clauses.tag(i) != Tag::comma && lower(i) != "of") return false;
    ++i;
  }
  return false;
}

// "after peace talks broke up", not "after the war".
bool StanceText::begins_clause(std::size_t i) const {
  const NounGroup* noun = clauses.noun_at(i + 1);
  if (noun == nullptr || noun->begin != i + 1) return false;
  std::size_t after = noun->end;
  while (is_adverb(clauses.tag(after))) ++after;
  const VerbGroup* verb = clauses.verb_at(after);
  return verb != nullptr && verb->begin == after && verb->form == record::VerbForm::finite;
}

Range StanceText::object_in(Range clause) const {
  std::size_t end = clause.first;
  for (; end < clause.last; ++end) {
    if (condition_at(end) != nullptr) break;
    const std::string_view word = lower(end);
    if (end > clause.first + 1 && (word == "since" || word == "after" || word == "until" ||
                                   word == "before" || word == "as" || word == "when"))
      break;
  }
  return {clause.first, end};
}

std::size_t StanceText::past_aside(std::size_t begin) const {
  if (const Condition* aside = condition_at(begin + 1); aside != nullptr && text(begin) == ",") {
    const std::size_t end = aside->tokens.last;
    return end < sentence.last && text(end) == "," ? end + 1 : begin;
  }
  std::size_t i = begin;
  if (lower(i) == "on" || lower(i) == "in") ++i;
  const NounGroup* noun = clauses.noun_at(i);
  const bool time = noun != nullptr && noun->begin == i &&
                    (is(noun->head, WordClass::time) || is(i, WordClass::time) ||
                     is(noun->end - 1, WordClass::time));
  return time && noun->end < sentence.last && clauses.verb_at(noun->end) != nullptr ? noun->end
                                                                                    : begin;
}

std::size_t StanceText::start_of_clause(std::size_t i) const {
  while (i > sentence.first && text(i - 1) != "," && text(i - 1) != "." && lower(i - 1) != "that" &&
         clauses.tag(i - 1) != Tag::open_quote)
    --i;
  return i;
}

std::optional<Range> StanceText::condition_of(const VerbGroup& verb, Range clause,
                                              StanceKind stance) const {
  const bool refused = stance == StanceKind::rejects || stance == StanceKind::demands ||
                       stance == StanceKind::disapproves;
  for (const Condition& each : conditions) {
    if (!each.binds || (each.only_if_negated && !refused)) continue;
    if (each.tokens.first >= verb.end && each.tokens.first <= clause.last + 1) return each.tokens;
    // "If they leave, we shall leave": right before, with the subject between; "should they leave,
    // he said, 'we shall leave'".
    if (!each.only_if_negated && each.tokens.last <= verb.begin &&
        verb.begin - each.tokens.last < kConditionReach &&
        (words.quoted[verb.begin] || !words.quoted[each.tokens.first]) &&
        !is_apart(each.tokens.last, verb.begin) && !has_finite(each.tokens.last, verb.begin))
      return each.tokens;
  }
  return std::nullopt;
}

bool StanceText::is_apart(std::size_t first, std::size_t last) const {
  for (std::size_t k = first; k < last; ++k) {
    if (is_sign_of_end(text(k))) return true;
  }
  return false;
}

// A finite verb but one of saying, which stands in an aside.
bool StanceText::has_finite(std::size_t first, std::size_t last) const {
  for (std::size_t k = first; k < last; ++k) {
    const VerbGroup* verb = clauses.verb_at(k);
    if (verb != nullptr && verb->form == record::VerbForm::finite &&
        !lexicon().cue(lower(verb->head)))
      return true;
  }
  return false;
}

Topic StanceText::topic_in(Range tokens) const {
  if (const auto issue = issue_in(tokens)) return {issue, true};
  if (const auto issue = issue_of_point(tokens)) return {issue, true};
  return {std::nullopt, names({tokens.first, std::min(tokens.last, tokens.first + kTopicReach)},
                              TopicWord::talks)};
}

// "point 7" where the report itself has "7. …".
std::optional<std::size_t> StanceText::issue_of_point(Range tokens) const {
  for (std::size_t i = tokens.first; i + 1 < std::min(tokens.last, tokens.first + kTopicReach);
       ++i) {
    const std::string_view word = lower(i);
    if (word != "point" && word != "article" && word != "clause" && word != "paragraph") continue;
    const auto point = points_.find(text(i + 1));
    if (point != points_.end()) return issue_in(point->second);
  }
  return std::nullopt;
}

bool StanceText::refers_back(Range object) const {
  const std::string_view first = lower(object.first);
  if (first == "it" || first == "this" || first == "them") return true;
  const NounGroup* noun = clauses.noun_at(object.first);
  if (first != "the" || noun == nullptr || noun->end - noun->begin > 2) return false;
  return names({noun->head, noun->head + 1}, TopicWord::back);
}

}  // namespace parley::record::internal
