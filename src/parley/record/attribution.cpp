#include "parley/record/attribution.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr std::size_t kReach = 60;

bool is_passive(const Grammar& grammar, std::size_t i, const CueForm& cue) {
  if (cue.form != VerbForm::past && cue.form != VerbForm::participle) return false;
  std::size_t k = i;
  while (k > 0 && (grammar.is(k - 1, Category::adverb) || grammar.is(k - 1, Category::negation)))
    --k;
  if (k == 0) return false;
  const std::string_view before = grammar.token(k - 1).lower;
  return before == "was" || before == "were" || before == "is" || before == "are" ||
         before == "been" || before == "be" || before == "being" || before == "get" ||
         before == "got";
}

class Finder {
 public:
  explicit Finder(const Grammar& grammar) : grammar_(grammar), words_(grammar.words()) {}

  std::vector<std::optional<Attribution>> run() {
    found_.resize(words_.quotes.size());
    for (std::size_t q = 0; q < words_.quotes.size(); ++q) found_[q] = attribute(q);
    take_from_following();
    return std::move(found_);
  }

 private:
  const QuoteTokens& quote(std::size_t q) const { return words_.quotes[q]; }
  const Sentence& sentence_of(std::size_t q) const { return words_.sentences[quote(q).sentence]; }

  // The tokens of the marks; the first and the last of the quote when a mark is missing.
  std::size_t open_of(std::size_t q) const {
    return quote(q).bytes.open < quote(q).bytes.begin && quote(q).first > 0 ? quote(q).first - 1
                                                                            : quote(q).first;
  }
  std::size_t after_of(std::size_t q) const {
    return quote(q).bytes.close > quote(q).bytes.end ? quote(q).last + 1 : quote(q).last;
  }
  bool goes_on_in_block(std::size_t q, std::size_t sentence) const {
    return sentence + 1 < words_.sentences.size() &&
           words_.sentences[sentence + 1].block == quote(q).block;
  }

  // The block's tokens end here, or three sentences behind the one in which the quote ends.
  std::size_t block_end(std::size_t q) const {
    std::size_t s = quote(q).sentence;
    while (goes_on_in_block(q, s) && words_.sentences[s].last < quote(q).last) ++s;
    for (int more = 0; more < 3 && goes_on_in_block(q, s); ++more) ++s;
    return words_.sentences[s].last;
  }

  bool is_full(std::size_t q) const {
    if (quote(q).first >= quote(q).last) return false;
    const Token& first = words_.tokens[quote(q).first];
    return first.is_capital || first.text.front() == '[' || first.text == "\u2026" ||
           first.text.front() == '.';
  }

  // Ends with a comma or a mark that lets a tag follow.
  bool invites_tag(std::size_t q) const {
    std::size_t last = quote(q).last;
    while (last > quote(q).first && words_.tokens[last - 1].kind == TokenKind::mark) --last;
    if (last == quote(q).first) return false;
    const std::string_view end = words_.tokens[last - 1].text;
    if (end == "," || end == "?" || end == "!" || end == "\u2026" || end == "\u2014" ||
        end.starts_with("..") || end.starts_with('-')) {
      return true;
    }
    const std::size_t after = after_of(q);
    return after < words_.tokens.size() &&
           (grammar_.is(after, Category::comma) || grammar_.is(after, Category::dash));
  }

  std::optional<Attribution> attribute(std::size_t q) const {
    const std::size_t open = open_of(q);
    const std::size_t floor =
        std::max(sentence_of(q).first, open > 2 * kReach ? open - 2 * kReach : 0);
    if (auto named = label(q)) return named;
    if (invites_tag(q)) {
      if (auto tag = tag_after(q)) return tag;
    }
    if (auto left = colon_before(q, floor)) return left;
    if (auto left = verb_before(q, floor)) return left;
    if (auto right = trailing(q)) return right;
    if (auto left = medium_before(q)) return left;
    if (auto before = continuation(q)) return before;
    if (auto any = any_verb(q, floor)) return any;
    return std::nullopt;
  }

  std::size_t skip_adverbs(std::size_t i, std::size_t end) const {
    while (i < end && (grammar_.is(i, Category::adverb) || grammar_.is(i, Category::auxiliary) ||
                       grammar_.is(i, Category::negation))) {
      ++i;
    }
    return i;
  }

  std::optional<Attribution> tag_after(std::size_t q) const {
    std::size_t i = after_of(q);
    const std::size_t end = std::min(block_end(q), i + kReach);
    const bool dash = i < end && grammar_.is(i, Category::dash);
    if (i < end && (grammar_.is(i, Category::comma) || dash)) ++i;
    if (dash) {
      if (const auto signature = signature_at(q, i)) return signature;
    }
    return tag_at(i, end);
  }

  // "…" — Ada Rehn, with nothing after the name.
  std::optional<Attribution> signature_at(std::size_t q, std::size_t i) const {
    const std::size_t end = words_.sentences[quote(q).sentence].last;
    std::size_t k = i;
    while (k < end && k < i + 12 && words_.tokens[k].kind == TokenKind::word &&
           (words_.tokens[k].is_capital || grammar_.is_in_phrase(k) ||
            grammar_.is(k, Category::preposition))) {
      ++k;
    }
    const bool ends = k == end || (k + 1 == end && grammar_.is(k, Category::stop)) ||
                      grammar_.is(k, Category::comma);
    if (k == i || !ends || !words_.tokens[i].is_capital) return std::nullopt;
    return Attribution{{i, k}, i - 1, Sieve::label, {}};
  }

  // "X said", "said X", "according to X" at token i.
  std::optional<Attribution> tag_at(std::size_t i, std::size_t end) const {
    if (i >= end) return std::nullopt;
    if (words_.tokens[i].lower == "according" && i + 2 < end &&
        words_.tokens[i + 1].lower == "to") {
      const Range phrase = grammar_.phrase_starting_at(i + 2, end);
      if (phrase.size() > 0) return Attribution{phrase, i, Sieve::according_to, {}};
      return std::nullopt;
    }
    const std::size_t verb = skip_adverbs(i, end);
    if (verb < end && cue_word(verb)) {
      std::size_t subject = verb + 1;
      while (subject < end && grammar_.is(subject, Category::adverb)) ++subject;
      const Range phrase = grammar_.phrase_starting_at(subject, end);
      if (phrase.size() > 0 && !grammar_.is(subject, Category::time))
        return Attribution{phrase, verb, Sieve::verb_subject, {}};
      if (subject < end && (grammar_.is(subject, Category::determiner) ||
                            grammar_.is(subject, Category::adjective))) {
        return Attribution{{subject, std::min(subject + 2, end)}, verb, Sieve::verb_subject, {}};
      }
      return std::nullopt;
    }
    const Range phrase = grammar_.phrase_starting_at(i, end);
    if (phrase.size() == 0) return std::nullopt;
    // From the phrase to its verb: over "of …", appositions, relative clauses.
    std::size_t k = phrase.last;
    bool set_off = false;
    bool in_bracket = false;
    for (; k < end && k < phrase.last + 40; ++k) {
      if (grammar_.is(k, Category::bracket)) in_bracket = !in_bracket;
      if (in_bracket || grammar_.is(k, Category::bracket)) continue;
      if (grammar_.is(k, Category::comma) || grammar_.is(k, Category::dash)) {
        set_off = !set_off;
        continue;
      }
      if (grammar_.is(k, Category::quoted) || grammar_.is(k, Category::stop) ||
          grammar_.is(k, Category::colon))
        return std::nullopt;
      if (cue_word(k)) {
        const bool inner = set_off && k + 1 < end && !grammar_.is(k + 1, Category::comma);
        const bool relative = k > phrase.last && grammar_.is(k - 1, Category::relative);
        if (!inner && !relative) return Attribution{phrase, k, Sieve::subject_verb, {}};
      }
      if (grammar_.is(k, Category::relative)) set_off = true;
      if (grammar_.is(k, Category::finite) && !set_off) return std::nullopt;
      if (grammar_.is(k, Category::subordinator) && !set_off) return std::nullopt;
    }
    return std::nullopt;
  }

  // A verb of saying by its form, whatever the reading takes it for: the place decides.
  bool cue_word(std::size_t i) const {
    if (i >= words_.tokens.size() || words_.quoted[i] || words_.tokens[i].kind != TokenKind::word)
      return false;
    const auto cue = lexicon().cue(words_.tokens[i].lower);
    if (!cue) return false;
    if (cue->form == VerbForm::base && !grammar_.is(i, Category::finite)) return false;
    return cue->form != VerbForm::gerund || grammar_.is(i, Category::finite);
  }

  std::optional<Attribution> colon_before(std::size_t q, std::size_t floor) const {
    const std::size_t open = open_of(q);
    if (open == 0 || open <= floor || !grammar_.is(open - 1, Category::colon) ||
        words_.tokens[open - 1].text != ":")
      return std::nullopt;
    // "Marek: …" or "Marek told the house: …"; the verb, when there is one, decides.
    for (std::size_t i = open - 1; i-- > floor;) {
      if (cue_at(grammar_, i)) return std::nullopt;
    }
    const Range phrase = grammar_.phrase_starting_at(floor, open);
    if (phrase.size() == 0) return std::nullopt;
    return Attribution{phrase, open - 1, Sieve::colon, {}};
  }

  // The nearest verb of saying before the quote. One that seldom introduces speech, or whose
  // subject is a pronoun, gives way to a surer one that it hangs on: "Marek said he wants …".
  std::optional<Attribution> verb_before(std::size_t q, std::size_t floor) const {
    const std::size_t open = open_of(q);
    const std::size_t ceiling = sentence_of(q).last;
    std::optional<Attribution> held;
    std::size_t steps = 0;
    for (std::size_t i = open; i-- > floor && steps < kReach;) {
      if (words_.quoted[i]) continue;
      ++steps;
      if (words_.tokens[i].lower == "according" && words_.tokens[i + 1].lower == "to") {
        const Range phrase = grammar_.phrase_starting_at(i + 2, open);
        if (phrase.size() > 0) return Attribution{phrase, i, Sieve::according_to, {}};
      }
      const auto cue = cue_at(grammar_, i);
      if (!cue) continue;
      auto subject = grammar_.subject_of(i, floor, ceiling);
      if (!subject && i == floor && grammar_.is(i, Category::finite)) {  // "Said Marek: …"
        const Range phrase = grammar_.phrase_starting_at(i + 1, open);
        if (phrase.size() > 0) subject = phrase;
      }
      if (!subject) continue;
      // The subject of an if-clause says nothing in it.
      if (subject->first > floor && (words_.tokens[subject->first - 1].lower == "if" ||
                                     words_.tokens[subject->first - 1].lower == "unless"))
        continue;
      const bool participle =
          grammar_.is(i, Category::participle) || grammar_.is(i, Category::base);
      const Attribution found{*subject, i, participle ? Sieve::participle : Sieve::verb_before, {}};
      if (held) {
        if (is_weak(*cue)) continue;
        // "Marek threatened strikes, which he called …": Marek's word, but by the nearer verb.
        if (in_relative_clause(held->speaker, floor))
          return Attribution{*subject, held->cue, found.sieve, {}};
        return found;
      }
      const bool adjacent = i + 1 == open || grammar_.is(i + 1, Category::comma) ||
                            grammar_.is(i + 1, Category::colon) ||
                            words_.tokens[i + 1].lower == "that";
      if ((is_weak(*cue) && !adjacent) || is_third_person(*subject)) {
        held = found;
        continue;
      }
      return found;
    }
    if (held && is_scare_quote(q, *held)) return std::nullopt;
    return held;
  }

  // "Ostria continues talks on a “peace road”": a few words in marks, in the object of a verb that
  // seldom introduces speech, are a name or an irony and nobody's words.
  bool is_scare_quote(std::size_t q, const Attribution& found) const {
    if (is_full(q) || !found.cue) return false;
    const auto cue = lexicon().cue(words_.tokens[*found.cue].lower);
    return cue && cue->verb->kind == CueClass::neutral && is_weak(*cue);
  }

  static bool is_weak(const CueForm& cue) {
    return cue.verb->kind == CueClass::mental || cue.verb->kind == CueClass::expression ||
           cue.verb->kind == CueClass::emphasis ||
           (cue.verb->reliability > 0 && cue.verb->reliability < 0.6);
  }

  bool in_relative_clause(Range subject, std::size_t floor) const {
    return subject.first > floor && grammar_.is(subject.first - 1, Category::relative);
  }

  bool is_third_person(Range phrase) const {
    const std::string_view word = words_.tokens[phrase.first].lower;
    return phrase.size() == 1 && (word == "he" || word == "she" || word == "it" || word == "they");
  }

  // A verb left out: "Rehn, head of the institute, to Radio Nine that, …".
  std::optional<Attribution> medium_before(std::size_t q) const {
    const std::size_t first = sentence_of(q).first;
    std::size_t i = open_of(q);
    while (i > first && grammar_.is(i - 1, Category::comma)) --i;
    if (i < first + 3 || words_.tokens[i - 1].lower != "that" || !words_.tokens[first].is_capital)
      return std::nullopt;
    for (std::size_t k = i - 1; k > first && i - k < 6; --k) {
      if (!grammar_.is(k, Category::to)) continue;
      const Range phrase = grammar_.phrase_starting_at(first, i);
      if (phrase.size() > 0) return Attribution{phrase, k, Sieve::verb_before, {}};
    }
    return std::nullopt;
  }

  bool is_indefinite(Range phrase) const {
    const std::string_view word = words_.tokens[phrase.first].lower;
    return word == "a" || word == "an" || word == "any" || word == "anyone" || word == "anybody" ||
           word == "those" || word == "some";
  }

  // A transcript's "MAREK: …" inside the marks.
  std::optional<Attribution> label(std::size_t q) const {
    for (std::size_t i = quote(q).first; i < quote(q).last && i < quote(q).first + 4; ++i) {
      const Token& token = words_.tokens[i];
      if (token.text == ":" && i > quote(q).first)
        return Attribution{{quote(q).first, i}, i, Sieve::label, {}};
      if (token.kind != TokenKind::word || !token.is_capital) return std::nullopt;
    }
    return std::nullopt;
  }

  // "A "red door" was out of the question, Marek said."
  std::optional<Attribution> trailing(std::size_t q) const {
    const std::size_t end = std::min(sentence_of(q).last, after_of(q) + 3 * kReach);
    std::size_t steps = 0;
    for (std::size_t i = after_of(q); i + 1 < end && steps < kReach; ++i) {
      if (words_.quoted[i]) continue;
      ++steps;
      if (!grammar_.is(i, Category::comma) && words_.tokens[i].lower != "according") continue;
      auto tag = tag_at(grammar_.is(i, Category::comma) ? i + 1 : i, end);
      if (!tag) continue;
      // What follows the verb must not be the verb's own content.
      const std::size_t next =
          tag->sieve == Sieve::subject_verb ? *tag->cue + 1 : tag->speaker.last;
      if (next < end && tag->sieve == Sieve::subject_verb &&
          (words_.tokens[next].lower == "that" || grammar_.is(next, Category::pronoun) ||
           grammar_.is(next, Category::determiner) || grammar_.is(next, Category::quoted))) {
        continue;
      }
      tag->sieve = Sieve::trailing;
      return tag;
    }
    return std::nullopt;
  }

  std::optional<Attribution> continuation(std::size_t q) const {
    const std::size_t open = open_of(q);
    const bool starts_sentence = open == sentence_of(q).first;
    const bool goes_on = quote(q).bytes.continues_before;
    // A sentence of the same paragraph whose quote or cue has a source, nearest first.
    if (q > 0 && quote(q - 1).block == quote(q).block && found_[q - 1] &&
        (starts_sentence || !is_full(q))) {
      Attribution same = *found_[q - 1];
      const bool near = quote(q).sentence - quote(q - 1).sentence <= 1;
      if (starts_sentence || near) {
        same.sieve = starts_sentence && is_full(q) ? Sieve::continuation : Sieve::paragraph;
        same.from = q - 1;
        return same;
      }
    }
    if (goes_on && q > 0 && found_[q - 1]) {
      Attribution same = *found_[q - 1];
      same.sieve = Sieve::continuation;
      same.from = q - 1;
      return same;
    }
    if (!starts_sentence) return std::nullopt;
    // After "Marek was blunt." or "Marek said he would stay."
    if (auto said = source_in_sentence_before(q)) return said;
    return std::nullopt;
  }

  std::optional<Attribution> source_in_sentence_before(std::size_t q) const {
    std::size_t s = quote(q).sentence;
    if (s == 0) return std::nullopt;
    --s;
    const Sentence& before = words_.sentences[s];
    const bool same_block = before.block == quote(q).block;
    const bool introduces =
        before.last > before.first && grammar_.is(before.last - 1, Category::colon);
    if (!same_block && !introduces && quote(q).sentence > 1) {
      // A paragraph that is only a quote goes on with the speaker of the one before.
      const bool only = after_of(q) + 1 >= sentence_of(q).last;
      if (!only || before.block + 1 != quote(q).block) return std::nullopt;
      if (q > 0 && quote(q - 1).sentence == s && found_[q - 1]) {
        Attribution same = *found_[q - 1];
        same.sieve = Sieve::paragraph;
        same.from = q - 1;
        return same;
      }
    }
    const std::size_t floor =
        std::max(before.first, before.last > 2 * kReach ? before.last - 2 * kReach : 0);
    // The sentence's first verb of saying that has a subject, else its first finite verb.
    std::optional<Attribution> fallback;
    for (std::size_t i = floor; i < before.last; ++i) {
      if (words_.quoted[i]) continue;
      const bool finite = grammar_.is(i, Category::finite);
      if (!finite) continue;
      const auto subject = grammar_.subject_of(i, before.first, before.last);
      if (!subject) continue;
      if (cue_at(grammar_, i)) return Attribution{*subject, i, Sieve::continuation, {}};
      if (!fallback) fallback = Attribution{*subject, i, Sieve::paragraph, {}};
    }
    return fallback;
  }

  std::optional<Attribution> any_verb(std::size_t q, std::size_t floor) const {
    const std::size_t open = open_of(q);
    for (std::size_t i = open; i-- > floor;) {
      if (words_.quoted[i] || !grammar_.is(i, Category::finite)) continue;
      const auto subject = grammar_.subject_of(i, floor, sentence_of(q).last);
      if (!subject) continue;
      const Attribution found{*subject, i, Sieve::any_verb, {}};
      if (is_scare_quote(q, found)) return std::nullopt;
      return found;
    }
    return std::nullopt;
  }

  // "We are not leaving." The paragraph's next sentence says who: "Marek said so twice."
  void take_from_following() {
    for (std::size_t q = words_.quotes.size(); q-- > 0;) {
      if (found_[q] || q + 1 >= words_.quotes.size() || !found_[q + 1]) continue;
      if (quote(q + 1).block != quote(q).block || !is_full(q)) continue;
      if (quote(q + 1).sentence > quote(q).sentence + 1) continue;
      Attribution same = *found_[q + 1];
      same.sieve = Sieve::paragraph;
      same.from = q + 1;
      found_[q] = same;
    }
  }

  const Grammar& grammar_;
  const Words& words_;
  std::vector<std::optional<Attribution>> found_;
};

}  // namespace

std::optional<CueForm> cue_at(const Grammar& grammar, std::size_t i) {
  const Words& words = grammar.words();
  if (i >= words.tokens.size() || words.quoted[i] || words.tokens[i].kind != TokenKind::word)
    return std::nullopt;
  if (!grammar.is(i, Category::finite) && !grammar.is(i, Category::participle) &&
      !grammar.is(i, Category::base)) {
    return std::nullopt;
  }
  const auto cue = lexicon().cue(words.tokens[i].lower);
  if (!cue || is_passive(grammar, i, *cue)) return std::nullopt;
  // "issued a stark warning that"
  if (cue->form == VerbForm::gerund && cue->verb->lemma == "warn" && i >= 2 &&
      (grammar.is(i - 1, Category::determiner) || grammar.is(i - 2, Category::determiner))) {
    return std::nullopt;
  }
  // "a box labelled", "early to tell", "is to blame".
  const bool past = cue->form == VerbForm::past || cue->form == VerbForm::participle;
  if (past && grammar.is(i, Category::participle)) return std::nullopt;
  if (i >= 2 && grammar.is(i - 1, Category::to) &&
      (grammar.is(i - 2, Category::auxiliary) || grammar.is(i - 2, Category::adjective) ||
       grammar.is(i - 2, Category::adverb))) {
    return std::nullopt;
  }
  return cue;
}

std::vector<std::optional<Attribution>> attribute_quotes(const Grammar& grammar) {
  return Finder(grammar).run();
}

}  // namespace parley::record::internal
