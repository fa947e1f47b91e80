#include "parley/record/conditions.hpp"

#include <algorithm>
#include <optional>

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

// data/lexicon/conditions.tsv: a marker, and what follows it.
enum class Follower { clause, phrase, either };

struct Marker {
  std::vector<std::string> words;
  Follower follower = Follower::either;
  bool only_if_negated = false;
  bool binds = true;
};

const std::vector<Marker>& markers() {
  static const std::vector<Marker> list = [] {
    std::vector<Marker> made;
    for (const auto& row : lexicon_rows("conditions.tsv")) {
      Marker marker;
      for (const std::string_view word : split(row[0], ' ')) marker.words.emplace_back(word);
      marker.follower = row[1] == "clause"   ? Follower::clause
                        : row[1] == "phrase" ? Follower::phrase
                                             : Follower::either;
      marker.only_if_negated = row.size() > 2 && row[2] == "negated";
      marker.binds = row.size() < 3 || row[2] != "unbound";
      made.push_back(std::move(marker));
    }
    std::stable_sort(made.begin(), made.end(), [](const Marker& a, const Marker& b) {
      return a.words.size() > b.words.size();
    });
    return made;
  }();
  return list;
}

class ConditionFinder {
 public:
  ConditionFinder(const ClauseReading& clauses, const Words& words, const Sentence& sentence)
      : clauses_(clauses), words_(words), s_(sentence) {}

  std::vector<Condition> run() const {
    std::vector<Condition> found;
    for (std::size_t i = s_.first; i < s_.last;) {
      const auto condition = condition_at(i);
      if (condition) found.push_back(*condition);
      i = condition ? condition->tokens.last : i + 1;
    }
    return found;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < s_.last ? words_.tokens[i].lower : std::string_view();
  }
  std::string_view text(std::size_t i) const {
    return i < s_.last ? words_.tokens[i].text : std::string_view();
  }

  std::optional<Condition> condition_at(std::size_t i) const {
    for (const Marker& marker : markers()) {
      bool fits = true;
      for (std::size_t w = 0; w < marker.words.size() && fits; ++w)
        fits = lower(i + w) == marker.words[w];
      if (!fits || is_something_else(i)) continue;
      const std::size_t begin = i + marker.words.size();
      const bool has_verb = finite_soon(begin, marker.follower == Follower::either);
      if (marker.follower == Follower::clause && !has_verb) return std::nullopt;
      std::size_t end = end_of(begin, has_verb && marker.follower != Follower::phrase);
      // "Whether the parliament, where …, asks": the rest of the sentence.
      while (!marker.binds && i == s_.first && end < s_.last && text(end) == ",")
        end = end_of(end + 1, false);
      if (end <= begin) return std::nullopt;
      const bool asked = marker.words.front() == "if" && is_asked(i);
      return Condition{{i, end}, marker.only_if_negated, marker.binds && !asked};
    }
    return inversion_at(i);
  }

  // "who provided arms", "if possible", "once a rebel", "at once"
  bool is_something_else(std::size_t i) const {
    if (lower(i) == "provided" || lower(i) == "providing") {
      return lower(i + 1) != "that" && i > s_.first && clauses_.tag(i - 1) != Tag::comma &&
             clauses_.tag(i - 1) != Tag::CC && clauses_.tag(i - 1) != Tag::open_quote;
    }
    // "if possible", "if so", "if not"
    if (lower(i) == "if") {
      return is_adverb(clauses_.tag(i + 1)) ||
             (is_adjective(clauses_.tag(i + 1)) && !is_noun(clauses_.tag(i + 2)));
    }
    if (lower(i) == "once") {
      const std::string_view next = lower(i + 1);
      if (i > s_.first && lower(i - 1) == "at") return true;
      return next == "a" || next == "an" || next == "again" || next == "more" || next == "every" ||
             is_verb(clauses_.tag(i + 1)) || clauses_.tag(i + 1) == Tag::comma;
    }
    return false;
  }

  // "should they refuse", "were it to fail", "had they signed", at the start of a clause.
  std::optional<Condition> inversion_at(std::size_t i) const {
    const std::string_view word = lower(i);
    if (word != "should" && word != "were" && word != "had") return std::nullopt;
    if (i > s_.first) {
      const Tag before = clauses_.tag(i - 1);
      if (before != Tag::comma && before != Tag::CC && before != Tag::open_quote &&
          before != Tag::colon && before != Tag::stop && lower(i - 1) != "that")
        return std::nullopt;
      if (before == Tag::CC && lower(i - 1) != "but" && lower(i - 1) != "and") return std::nullopt;
    }
    const NounGroup* noun = clauses_.noun_at(i + 1);
    if (noun == nullptr || noun->begin != i + 1 || noun->end >= s_.last) return std::nullopt;
    std::size_t next = noun->end;
    while (is_adverb(clauses_.tag(next))) ++next;
    const Tag verb = clauses_.tag(next);
    const bool fits = word == "should" ? verb == Tag::VB || verb == Tag::VBP
                      : word == "were" ? verb == Tag::TO
                                       : verb == Tag::VBN || verb == Tag::VBD;
    // "should a withdrawal fail, …": the tagger may take the verb for a noun.
    const bool in_group = word == "should" && verb == Tag::comma && noun->end - noun->begin >= 2;
    if (!fits && !in_group) return std::nullopt;
    const std::size_t end = end_of(in_group ? next : next + 1, false);
    // A question has no second clause.
    if (end < s_.last && text(end) == "?") return std::nullopt;
    return Condition{{i, end}, false, true};
  }

  bool is_asked(std::size_t i) const {
    if (i == s_.first) return false;
    const std::string_view before = lower(i - 1);
    for (const std::string_view verb :
         {"asked", "ask", "asks", "asking", "wondered", "know", "knows", "knew", "see", "clear",
          "unclear", "say", "sure", "question"}) {
      if (before == verb) return true;
    }
    return false;
  }

  bool finite_soon(std::size_t begin, bool before_comma) const {
    for (std::size_t k = begin; k < s_.last && k < begin + 25; ++k) {
      if (is_finite(clauses_.tag(k))) return true;
      if (text(k) == ";" || text(k) == ".") return false;
      if (text(k) == "," && (before_comma || k > begin + 12)) return false;
    }
    return false;
  }

  // At the comma, stop or "but" that ends the clause; a comma before its verb does not.
  std::size_t end_of(std::size_t begin, bool wants_verb) const {
    const bool inside = words_.quoted[begin - 1];
    bool verb = !wants_verb;
    std::size_t end = begin;
    for (; end < s_.last && end < begin + 60; ++end) {
      if (inside && !words_.quoted[end]) break;
      if (inside && clauses_.tag(end) == Tag::close_quote) break;
      const std::string_view sign = text(end);
      if (sign == ";" || sign == "." || sign == "?" || sign == "!" || sign == "\u2014" ||
          sign == "\u2013" || sign == ":")
        break;
      if (sign == "," && verb) break;
      if (lower(end) == "but" && verb && end > begin) break;
      // "… and said she expected nothing"
      if ((lower(end) == "and" || lower(end) == "or") && verb && end > begin + 1) {
        std::size_t next = end + 1;
        while (is_adverb(clauses_.tag(next))) ++next;
        if (is_finite(clauses_.tag(next)) && lexicon().cue(lower(next))) break;
      }
      verb = verb || is_finite(clauses_.tag(end));
    }
    while (end > begin && words_.tokens[end - 1].kind == TokenKind::mark &&
           words_.quoted[begin - 1])
      --end;
    return end;
  }

  const ClauseReading& clauses_;
  const Words& words_;
  const Sentence& s_;
};

}  // namespace

std::vector<Condition> conditions_of(const ClauseReading& clauses, const Words& words,
                                     const Sentence& sentence) {
  return ConditionFinder(clauses, words, sentence).run();
}

}  // namespace parley::record::internal
