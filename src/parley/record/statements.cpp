#include "parley/record/statements.hpp"

#include <algorithm>
#include <optional>

#include "parley/record/speaker_labels.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

bool is_strong(const CueForm& cue) {
  return cue.verb->reliability >= 0.75 && cue.verb->kind != CueClass::mental &&
         cue.verb->kind != CueClass::evaluation && cue.verb->kind != CueClass::relay &&
         cue.verb->kind != CueClass::accusation && cue.verb->kind != CueClass::approval;
}

// Whether a noun is of data/lexicon/mute.tsv: "the latest update confirms".
bool is_mute(std::string_view noun) {
  static const TextMap<bool> nouns = [] {
    TextMap<bool> made;
    for (const auto& row : lexicon_rows("mute.tsv")) {
      for (const std::string_view word : split(row[0], ' ')) made.emplace(word, true);
    }
    return made;
  }();
  return nouns.contains(noun);
}

class Sayer {
 public:
  explicit Sayer(const Reading& reading)
      : reading_(reading), words_(reading.words), grammar_(reading.grammar()) {}

  Sayings run() {
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) find_in_sentence(s);
    add_quotes();
    add_labelled();
    order_by_place();
    return std::move(sayings_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  std::size_t last_word(const Sentence& sentence) const {
    std::size_t last = sentence.last;
    while (last > sentence.first && grammar_.is(last - 1, Category::stop)) --last;
    return last;
  }

  void find_in_sentence(std::size_t s) {
    const Sentence& sentence = words_.sentences[s];
    const std::size_t end = last_word(sentence);
    const std::size_t limit = std::min(sentence.last, sentence.first + 400);
    for (std::size_t i = sentence.first; i < limit; ++i) {
      if (words_.quoted[i]) continue;
      if (lower(i) == "according" && lower(i + 1) == "to") {
        according_to(sentence, i, end);
        continue;
      }
      const auto cue = cue_at(grammar_, i);
      if (!cue) continue;
      // The two readings must agree on a verb that may be something else.
      if (!is_strong(*cue) && !cue_at(reading_.by_lexicon, i)) continue;
      if (trailing(sentence, i, *cue)) continue;
      leading(sentence, i, *cue, end);
    }
  }

  // "…, Marek said" and "…, said Marek": the sentence before is the content.
  bool trailing(const Sentence& sentence, std::size_t cue_token, const CueForm& cue) {
    if (!is_strong(cue) || !grammar_.is(cue_token, Category::finite)) return false;
    std::size_t next = cue_token + 1;
    if (cue.verb->lemma == "tell")
      next = std::max(next, grammar_.phrase_starting_at(next, sentence.last).last);
    // "said late on Tuesday", "said March 4"
    while (
        next < sentence.last &&
        (grammar_.is(next, Category::time) || grammar_.is(next, Category::adverb) ||
         (grammar_.is(next, Category::preposition) && grammar_.is(next + 1, Category::time)) ||
         (words_.tokens[next].kind == TokenKind::number && grammar_.is(next - 1, Category::time))))
      ++next;
    const bool closes = next >= sentence.last || grammar_.is(next, Category::stop) ||
                        grammar_.is(next, Category::comma);
    const auto subject = grammar_.subject_of(cue_token, sentence.first, sentence.last);
    if (closes && subject && subject->first > sentence.first + 2 &&
        grammar_.is(subject->first - 1, Category::comma) && subject->last <= cue_token &&
        cue_token - subject->last < 12) {
      const Range content{sentence.first, subject->first - 1};
      if (!all_quoted(content) && has_verb(content)) {
        add(content, *subject, cue_token, cue.verb, "trailing");
        return true;
      }
    }
    // ", said Marek."
    if (cue_token > sentence.first + 2 && grammar_.is(cue_token - 1, Category::comma)) {
      const Range phrase = grammar_.phrase_starting_at(cue_token + 1, sentence.last);
      const Range content{sentence.first, cue_token - 1};
      if (phrase.size() > 0 && !begins_clause(phrase) && !all_quoted(content) &&
          has_verb(content) && lower(cue_token) == "said") {
        add(content, phrase, cue_token, cue.verb, "trailing");
        return true;
      }
    }
    return false;
  }

  // "…, who kept silent, said Ostria would stay": what follows the verb is the content.
  bool begins_clause(Range phrase) const {
    std::size_t next = phrase.last;
    while (grammar_.is(next, Category::adverb) || grammar_.is(next, Category::negation)) ++next;
    return grammar_.is(next, Category::finite) || grammar_.is(next, Category::auxiliary);
  }

  bool all_quoted(Range range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (!words_.quoted[i] && words_.tokens[i].kind == TokenKind::word) return false;
    }
    return true;
  }

  bool has_verb(Range range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (grammar_.is(i, Category::finite) || grammar_.is(i, Category::auxiliary) ||
          words_.quoted[i])
        return true;
    }
    return false;
  }

  void according_to(const Sentence& sentence, std::size_t i, std::size_t end) {
    const Range phrase = grammar_.phrase_starting_at(i + 2, sentence.last);
    if (phrase.size() == 0) return;
    if (i == sentence.first) {
      std::size_t comma = phrase.last;
      while (comma < end && !grammar_.is(comma, Category::comma)) ++comma;
      if (comma + 1 < end && has_verb({comma + 1, end}))
        add({comma + 1, end}, phrase, i, nullptr, "according_to");
    } else if (grammar_.is(i - 1, Category::comma) || lower(i - 1) != "") {
      const std::size_t last = grammar_.is(i - 1, Category::comma) ? i - 1 : i;
      // After a quotation with its own speaker this is who passes it on.
      if (!sayings_.statements.empty() && sayings_.contents.back().first >= sentence.first) {
        sayings_.statements.back().said_by.push_back(name_of(phrase));
        return;
      }
      const Range content{sentence.first, last};
      for (const SpokenQuote& spoken : reading_.quotes) {
        if (spoken.tokens.first >= sentence.last) break;
        if (spoken.tokens.first >= sentence.first && spoken.attribution &&
            spoken.attribution->cue != i)
          return;
      }
      if (!all_quoted(content) && has_verb(content))
        add(content, phrase, i, nullptr, "according_to");
    }
  }

  // Past an addressee, a day and a comma, to "that" or the content itself.
  struct Opening {
    std::size_t content = 0;
    bool that = false;
    Range addressee;
  };

  std::optional<Opening> opening(std::size_t cue_token, const CueForm& cue, std::size_t end) const {
    Opening found;
    std::size_t i = cue_token + 1;
    const std::size_t far = std::min(end, i + 14);
    if ((cue.verb->lemma == "tell" || cue.verb->lemma == "assure" || cue.verb->lemma == "inform" ||
         cue.verb->lemma == "warn") &&
        i < end && !words_.quoted[i] && lower(i) != "that") {
      const Range phrase = grammar_.phrase_starting_at(i, end);
      const bool clause = phrase.size() > 0 && phrase.last < end &&
                          (grammar_.is(phrase.last, Category::finite) ||
                           grammar_.is(phrase.last, Category::auxiliary)) &&
                          cue.verb->lemma != "tell";
      if (phrase.size() > 0 && !clause) {
        found.addressee = phrase;
        i = phrase.last;
      }
    }
    // "on Friday", "in a statement", "at a briefing", ", however,"
    for (std::size_t k = i; k < far; ++k) {
      if (words_.quoted[k]) break;
      if (lower(k) == "that" && !grammar_.is(k + 1, Category::finite)) {
        found.content = k + 1;
        found.that = true;
        return found;
      }
      const bool filler = grammar_.is(k, Category::time) || grammar_.is(k, Category::adverb) ||
                          grammar_.is(k, Category::preposition) ||
                          grammar_.is(k, Category::comma) || (k > i && (grammar_.is_in_phrase(k)));
      if (!filler) break;
    }
    while (i < far && (grammar_.is(i, Category::time) || (grammar_.is(i, Category::preposition) &&
                                                          grammar_.is(i + 1, Category::time))))
      ++i;
    if (i < far && (grammar_.is(i, Category::colon))) ++i;
    found.content = i;
    return found;
  }

  void leading(const Sentence& sentence, std::size_t cue_token, const CueForm& cue,
               std::size_t end) {
    auto subject = grammar_.subject_of(cue_token, sentence.first, sentence.last);
    if (!subject || cue_token + 1 >= end) return;
    if (!can_speak(*subject)) return;
    if (subject->first > sentence.first &&
        (lower(subject->first - 1) == "if" || lower(subject->first - 1) == "unless"))
      return;
    auto open = opening(cue_token, cue, end);
    if (!open || open->content >= end) return;
    const CueClass kind = cue.verb->kind;
    const std::size_t begin = open->content;
    if (!open->that) {
      if (follows_as_next_act(begin)) return;
      // "his willingness to agree to a truce" is no speech.
      if (cue_token > sentence.first && lower(cue_token - 1) == "to" && lower(begin) == "to")
        return;
      // "The talks concluded in Sill"
      if (grammar_.is(begin, Category::preposition) && !words_.quoted[begin] &&
          cue.verb->lemma != "describe" && cue.verb->kind != CueClass::demand) {
        if (lower(begin) != "of" && lower(begin) != "for") return;
      }
      const bool speech = kind == CueClass::neutral || kind == CueClass::assertive ||
                          kind == CueClass::disclosing || kind == CueClass::emphasis ||
                          kind == CueClass::warning || kind == CueClass::mental;
      const bool action = kind == CueClass::demand || kind == CueClass::refusal ||
                          kind == CueClass::commitment || kind == CueClass::accusation ||
                          kind == CueClass::evaluation || kind == CueClass::approval;
      if (speech &&
          !(is_strong(cue) || cue.verb->lemma == "believe" || cue.verb->lemma == "think" ||
            cue.verb->lemma == "want" || cue.verb->lemma == "hope" || cue.verb->lemma == "confirm"))
        return;
      const bool needs_clause = cue.verb->lemma == "say" || cue.verb->lemma == "think" ||
                                cue.verb->lemma == "believe" || kind == CueClass::assertive;
      if (speech && needs_clause && !starts_clause(begin, end) && !contains_quote({begin, end}))
        return;
      if (action && cue.verb->reliability < 0.7 && kind != CueClass::demand &&
          kind != CueClass::commitment && cue.verb->lemma != "refuse")
        return;
      if (!speech && !action && kind != CueClass::expression) return;
      if (kind == CueClass::expression && cue.verb->lemma != "express") return;
      if (lower(begin) == "to" && kind == CueClass::neutral) return;
    }
    const std::size_t stop = content_end(begin, end, cue_token);
    if (stop <= begin) return;
    add({begin, stop}, *subject, cue_token, cue.verb, open->that ? "verb_that" : "verb_clause",
        open->addressee);
  }

  // "she said, and laughed"; "she refused, saying …"
  bool follows_as_next_act(std::size_t begin) const {
    std::size_t i = begin;
    while (grammar_.is(i, Category::comma)) ++i;
    if (i >= words_.tokens.size() || words_.quoted[i]) return false;
    return grammar_.is(i, Category::conjunction) ||
           (i > begin && grammar_.is(i, Category::participle) && cue_at(grammar_, i));
  }

  bool starts_clause(std::size_t begin, std::size_t end) const {
    // A subject and a finite verb within a few words.
    for (std::size_t i = begin; i < end && i < begin + 14; ++i) {
      if (words_.quoted[i]) return true;
      if (grammar_.is(i, Category::finite) || grammar_.is(i, Category::auxiliary)) return i > begin;
    }
    return false;
  }

  bool contains_quote(Range range) const {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (words_.quoted[i]) return true;
    }
    return false;
  }

  // People, governments, bodies and documents with a voice speak; weekdays and things do not.
  bool can_speak(Range subject) const {
    if (reading_.cast.figure_of(grammar_, subject)) return true;
    const std::string_view head = lower(subject.last - 1);
    if (grammar_.is(subject.last - 1, Category::pronoun)) return head != "there" && head != "it";
    if (grammar_.is(subject.last - 1, Category::name)) return true;
    for (std::size_t i = subject.first; i < subject.last; ++i) {
      if (lexicon().roles().match([&](std::size_t k) {
            return i + k < subject.last ? lower(i + k) : std::string_view();
          }))
        return true;
    }
    return false;
  }

  // The clause ends before a new verb of saying joined to this one, a clause with "while", a
  // semicolon that begins another clause, or whoever passes it on: ", the agency reported".
  std::size_t content_end(std::size_t begin, std::size_t end, std::size_t) const {
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (words_.quoted[i]) continue;
      const bool comma = grammar_.is(i, Category::comma);
      if ((comma || lower(i) == ";") && i + 1 < end) {
        const Range phrase = grammar_.phrase_starting_at(i + 1, end);
        const bool clause = phrase.size() > 0 && begins_clause(phrase);
        if (clause && !comma) return i;
        if (clause && phrase.last + 1 == end && cue_at(grammar_, phrase.last)) return i;
      }
      if (comma && i + 1 < end) {
        const std::string_view next = lower(i + 1);
        if (next == "while" || next == "though" || next == "although" || next == "even") return i;
        if (grammar_.is(i + 1, Category::participle) && cue_at(grammar_, i + 1)) return i;
        if (next == "according") return i;
      }
      if ((grammar_.is(i, Category::conjunction) ||
           (comma && grammar_.is(i + 1, Category::conjunction))) &&
          i + 2 < end) {
        const std::size_t next = comma ? i + 2 : i + 1;
        std::size_t verb = next;
        while (verb < end && grammar_.is(verb, Category::adverb)) ++verb;
        const auto joined = verb < end ? cue_at(grammar_, verb) : std::nullopt;
        if (joined && is_strong(*joined) &&
            (grammar_.is(verb, Category::finite) || grammar_.is(verb, Category::participle)))
          return i;
        // A new speaker: ", and Rehn said".
        if (comma) {
          const Range phrase = grammar_.phrase_starting_at(next, end);
          if (phrase.size() > 0 && phrase.last < end &&
              grammar_.is(phrase.last, Category::finite) && cue_at(grammar_, phrase.last))
            return i;
        }
      }
      if (lower(i) == "while" && grammar_.is(i + 1, Category::participle)) return i;
    }
    return end;
  }

  std::string name_of(Range phrase) const {
    const std::string actor = reading_.actor_of(phrase);
    return actor.empty() ? std::string(reading_.text(phrase.first, phrase.last)) : actor;
  }

  void add(Range content, Range subject, std::size_t cue_token, const CueVerb* verb,
           std::string rule, Range addressee = {}) {
    while (content.first < content.last && (grammar_.is(content.first, Category::comma) ||
                                            grammar_.is(content.first, Category::colon)))
      ++content.first;
    while (content.last > content.first && grammar_.is(content.last - 1, Category::comma) &&
           !words_.quoted[content.last - 1])
      --content.last;
    if (content.size() == 0) return;
    if (subject.size() > 0 && is_mute(lower(subject.last - 1))) return;
    Statement statement;
    statement.passage = reading_.passage(content.first, content.last);
    statement.text = reading_.text(content.first, content.last);
    statement.kind = all_quoted(content)       ? StatementKind::direct
                     : contains_quote(content) ? StatementKind::mixed
                                               : StatementKind::indirect;
    if (addressee.size() > 0) statement.addressee = name_of(addressee);
    statement.cue =
        rule == "according_to" ? "according to" : std::string(words_.tokens[cue_token].text);
    statement.cue_span =
        reading_.passage(cue_token, rule == "according_to" ? cue_token + 2 : cue_token + 1).span;
    statement.modality = modality_of(reading_, content, verb);
    const bool agreed = verb == nullptr || cue_at(reading_.by_lexicon, cue_token);
    statement.confidence =
        agreed && words_.tagged &&
                (rule == "verb_that" || rule == "trailing" || rule == "according_to")
            ? Confidence::high
        : agreed ? Confidence::moderate
                 : Confidence::low;
    fill_speaker(statement, subject);
    statement.rule = std::move(rule);
    // "quoted Marek as saying": who quotes passes it on.
    relayed(statement, subject, cue_token);
    cues_.push_back(cue_token);
    sayings_.statements.push_back(std::move(statement));
    sayings_.contents.push_back(content);
    sayings_.speakers.push_back(subject);
  }

  void relayed(Statement& statement, Range subject, std::size_t cue_token) const {
    if (!grammar_.is(cue_token, Category::participle)) return;
    for (std::size_t i = subject.first; i > 0 && subject.first - i < 4; --i) {
      const std::string_view word = lower(i - 1);
      if (word == "quoted" || word == "cited" || word == "quoting" || word == "citing") {
        const auto relay = grammar_.subject_of(
            i - 1, words_.sentences[reading_.sentence_of(cue_token)].first, cue_token);
        if (relay) statement.said_by.push_back(name_of(*relay));
        return;
      }
    }
  }

  template <class Item>
  void fill_speaker(Item& item, Range phrase) const {
    Range named = phrase;
    if (named.size() > 1 && grammar_.is(named.last - 1, Category::relative)) {
      --named.last;
      while (named.last > named.first + 1 && grammar_.is(named.last - 1, Category::comma))
        --named.last;
    }
    item.speaker = reading_.actor_of(named);
    item.speaker_name = std::string(reading_.text(named.first, named.last));
    if (const Reference* reference = reading_.reference_of(named)) {
      if (!reference->figure) {
        item.speaker_name =
            std::string(reading_.text(reference->antecedent.first, reference->antecedent.last));
      }
      if (!reference->sure) item.confidence = std::min(item.confidence, Confidence::moderate);
    }
    item.speaker_span = reading_.passage(phrase.first, phrase.last).span;
  }

  void add_quotes() {
    for (const SpokenQuote& spoken : reading_.quotes) {
      const QuoteTokens& tokens = spoken.tokens;
      Quote quote;
      quote.passage = {reading_.id, reading_.document.span(tokens.bytes.begin, tokens.bytes.end)};
      quote.text = reading_.document.readable().substr(tokens.bytes.begin,
                                                       tokens.bytes.end - tokens.bytes.begin);
      quote.confidence = spoken.confidence;
      if (spoken.attribution) {
        fill_speaker(quote, spoken.attribution->speaker);
        quote.rule = name(spoken.attribution->sieve);
        if (const auto cue = spoken.attribution->cue) {
          quote.cue = words_.tokens[*cue].lower == "according"
                          ? "according to"
                          : std::string(words_.tokens[*cue].text);
          quote.cue_span = reading_.passage(*cue, *cue + 1).span;
        }
        if (spoken.alternative) quote.alternative = name_of(spoken.alternative->speaker);
      }
      quote_tokens_.push_back(tokens);
      link(quote, tokens, spoken);
      sayings_.quotes.push_back(std::move(quote));
    }
  }

  // To the statement with the same verb whose content holds the quote, else to one of its own.
  void link(Quote& quote, const QuoteTokens& tokens, const SpokenQuote& spoken) {
    for (std::size_t k = 0; k < by_sentence(tokens).size(); ++k) {
      const std::size_t at = by_sentence(tokens)[k];
      const Range content = sayings_.contents[at];
      if (content.first <= tokens.first && tokens.last <= content.last &&
          (!spoken.attribution || !spoken.attribution->cue ||
           cues_[at] == *spoken.attribution->cue)) {
        quote.statement = std::to_string(at);
        return;
      }
    }
    if (!spoken.attribution) return;
    Statement statement;
    statement.passage = quote.passage;
    statement.text = quote.text;
    const bool full = tokens.first < tokens.last && words_.tokens[tokens.first].is_capital;
    statement.kind = full ? StatementKind::direct : StatementKind::mixed;
    statement.speaker = quote.speaker;
    statement.speaker_name = quote.speaker_name;
    statement.speaker_span = quote.speaker_span;
    statement.cue = quote.cue;
    statement.cue_span = quote.cue_span;
    statement.confidence = quote.confidence;
    statement.rule = quote.rule;
    const CueVerb* verb = nullptr;
    if (spoken.attribution->cue) {
      if (const auto cue = lexicon().cue(words_.tokens[*spoken.attribution->cue].lower))
        verb = cue->verb;
      add_addressee(statement, *spoken.attribution->cue);
    }
    statement.modality = modality_of(reading_, {tokens.first, tokens.last}, verb);
    passed_on(statement, tokens);
    quote.statement = std::to_string(sayings_.statements.size());
    cues_.push_back(spoken.attribution->cue.value_or(tokens.first));
    sayings_.statements.push_back(std::move(statement));
    sayings_.contents.push_back({tokens.first, tokens.last});
    sayings_.speakers.push_back(spoken.attribution->speaker);
  }

  // What stands behind a speaker's label in a transcript, a sentence each.
  void add_labelled() {
    for (const LabelledSpeech& said : labelled_speech(reading_.document, words_)) {
      const Range content{said.first, said.last};
      Statement statement;
      statement.passage = reading_.passage(content.first, content.last);
      statement.text = reading_.text(content.first, content.last);
      statement.kind = StatementKind::direct;
      statement.speaker = actor_called(said.speaker);
      statement.speaker_name = said.speaker;
      statement.speaker_span = reading_.document.span(said.begin, said.end);
      statement.modality = modality_of(reading_, content, nullptr);
      statement.confidence = statement.speaker.empty() ? Confidence::moderate : Confidence::high;
      statement.rule = "label";
      cues_.push_back(content.first);
      sayings_.statements.push_back(std::move(statement));
      sayings_.contents.push_back(content);
      sayings_.speakers.push_back({content.first, content.first});
    }
  }

  // The person whose last name is the last word of a label, in whatever letters; empty where two
  // or none have it.
  std::string actor_called(std::string_view label) const {
    const auto last_word = [](std::string_view name) {
      return to_lower(name.substr(name.rfind(' ') + 1));
    };
    std::string found;
    for (std::size_t f = 0; f < reading_.cast.figures.size(); ++f) {
      const Figure& figure = reading_.cast.figures[f];
      if (figure.kind != ActorKind::person || last_word(figure.name) != last_word(label)) continue;
      if (!found.empty() && found != reading_.actor_ids[f]) return {};
      found = reading_.actor_ids[f];
    }
    return found;
  }

  void add_addressee(Statement& statement, std::size_t cue) const {
    if (lower(cue) != "told" && lower(cue) != "tells" && lower(cue) != "telling") return;
    const Range phrase = grammar_.phrase_starting_at(cue + 1, words_.tokens.size());
    if (phrase.size() > 0) statement.addressee = name_of(phrase);
  }

  // `said, according to NBC News`
  void passed_on(Statement& statement, const QuoteTokens& tokens) const {
    const Sentence& sentence = words_.sentences[tokens.sentence];
    for (std::size_t i = tokens.last; i + 2 < sentence.last && i < tokens.last + 40; ++i) {
      if (lower(i) == "according" && lower(i + 1) == "to" && !words_.quoted[i]) {
        const Range phrase = grammar_.phrase_starting_at(i + 2, sentence.last);
        const std::string relay = phrase.size() > 0 ? name_of(phrase) : std::string();
        if (!relay.empty() && relay != statement.speaker && relay != statement.speaker_name)
          statement.said_by.push_back(relay);
        return;
      }
    }
  }

  // The statements of the verbs in the quote's sentence; few.
  std::vector<std::size_t> by_sentence(const QuoteTokens& tokens) const {
    const Sentence& sentence = words_.sentences[tokens.sentence];
    const auto first = std::lower_bound(
        sayings_.contents.begin(),
        sayings_.contents.begin() + static_cast<std::ptrdiff_t>(verb_statements()), sentence.first,
        [](Range range, std::size_t at) { return range.first < at; });
    std::vector<std::size_t> found;
    for (auto at = first;
         at != sayings_.contents.begin() + static_cast<std::ptrdiff_t>(verb_statements()) &&
         at->first < sentence.last && found.size() < 16;
         ++at) {
      found.push_back(static_cast<std::size_t>(at - sayings_.contents.begin()));
    }
    return found;
  }

  std::size_t verb_statements() const {
    if (!verb_count_) {
      verb_count_ = sayings_.statements.size();
    }
    return *verb_count_;
  }

  void order_by_place() {
    std::vector<std::size_t> order(sayings_.statements.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return sayings_.contents[a].first < sayings_.contents[b].first;
    });
    std::vector<std::size_t> place(order.size());
    Sayings sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.statements.push_back(std::move(sayings_.statements[order[i]]));
      sorted.contents.push_back(sayings_.contents[order[i]]);
      sorted.speakers.push_back(sayings_.speakers[order[i]]);
      sorted.statements.back().id = reading_.id + "-s" + std::to_string(i + 1);
    }
    for (Quote& quote : sayings_.quotes) {
      if (!quote.statement.empty())
        quote.statement = sorted.statements[place[std::stoul(quote.statement)]].id;
    }
    sorted.quotes = std::move(sayings_.quotes);
    sayings_ = std::move(sorted);
  }

  const Reading& reading_;
  const Words& words_;
  const Grammar& grammar_;
  Sayings sayings_;
  std::vector<std::size_t> cues_;
  std::vector<QuoteTokens> quote_tokens_;
  mutable std::optional<std::size_t> verb_count_;
};

}  // namespace

Modality modality_of(const Reading& reading, Range content, const CueVerb* cue) {
  bool negated = cue != nullptr && cue->lemma == "deny";
  bool hedged = cue != nullptr &&
                (cue->kind == CueClass::mental || cue->lemma == "suggest" || cue->lemma == "hint");
  bool potential = false;
  bool main_clause = true;
  for (std::size_t i = content.first; i < content.last; ++i) {
    const std::string_view word = reading.token(i).lower;
    const std::string_view next =
        i + 1 < content.last ? reading.token(i + 1).lower : std::string_view();
    if (word == "if" || word == "unless" || word == "provided" ||
        (word == "as" && next == "long") || (word == "condition" && i > content.first) ||
        (word == "subject" && next == "to") || (word == "in" && next == "return") ||
        (word == "only" && (next == "if" || next == "after" || next == "when"))) {
      return Modality::conditional;
    }
    if (word == "that" || word == "which" || word == "who" || word == "because")
      main_clause = main_clause && i == content.first;
    if (main_clause &&
        (word == "not" || word == "n't" || word == "never" || word == "no" || word == "nobody" ||
         word == "nothing" || word == "neither" || word == "refused" || word == "rejected"))
      negated = true;
    if (word == "may" || word == "might" || word == "reportedly" || word == "allegedly" ||
        word == "apparently" || word == "seems" || word == "appears" || word == "likely" ||
        word == "perhaps")
      hedged = true;
    if (word == "could" ||
        (word == "possible" && (i == content.first || reading.token(i - 1).lower != "as")) ||
        word == "planned" || (word == "expected" && next == "to") || word == "hopes")
      potential = true;
  }
  if (negated) return Modality::negated;
  if (hedged) return Modality::hedged;
  if (potential) return Modality::potential;
  return Modality::asserted;
}

Sayings find_sayings(const Reading& reading) { return Sayer(reading).run(); }

}  // namespace parley::record::internal
