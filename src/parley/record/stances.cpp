#include "parley/record/stances.hpp"

#include <algorithm>

#include "parley/record/conditions.hpp"
#include "parley/record/inflection.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

struct Action {
  std::vector<std::string> rest;  // words after the first
  StanceKind stance = StanceKind::open;
  std::optional<StanceKind> negated;
  std::string plover;
};

struct ActionTable {
  TextMap<std::vector<Action>> by_first;  // every form of the first word; longest first
  TextMap<bool> harms;                    // base forms

  ActionTable() {
    for (const auto& row : lexicon_rows("actions.tsv")) {
      std::string_view phrase = row[0];
      std::vector<std::string_view> irregular;
      const std::size_t bracket = phrase.find('(');
      if (bracket != std::string_view::npos) {
        irregular = split(phrase.substr(bracket + 1, phrase.size() - bracket - 2), ',');
        phrase = phrase.substr(0, bracket);
      }
      const auto stance = stance_kind_named(row[1]);
      if (!stance) continue;
      const auto words = split(phrase, ' ');
      Action action;
      for (std::size_t i = 1; i < words.size(); ++i) action.rest.emplace_back(words[i]);
      action.stance = *stance;
      action.negated = stance_kind_named(row[2]);
      action.plover = row[3];
      std::vector<std::string> forms;
      if (words[0] == "be") {
        forms = {"is", "are", "was", "were", "be", "been", "'s", "'re", "'m", "am"};
      } else {
        for (auto& [form, kind] : verb_forms(std::string(words[0]))) {
          if (irregular.empty() || kind != VerbForm::past) forms.push_back(form);
        }
        for (const std::string_view form : irregular) forms.emplace_back(form);
      }
      for (const std::string& form : forms) {
        auto& list = by_first[form];
        const auto at = std::find_if(list.begin(), list.end(), [&](const Action& each) {
          return each.rest.size() < action.rest.size();
        });
        list.insert(at, action);
      }
    }
    for (const auto& row : lexicon_rows("harms.tsv")) harms.emplace(row[0], true);
  }
};

const ActionTable& actions() {
  static const ActionTable table;
  return table;
}

// The cues of the issues, by first word's beginning. Few enough to be tried in turn.
struct IssueCue {
  std::size_t issue;
  std::vector<std::string> words;
};

class Observer {
 public:
  Observer(const Reading& reading, const Sayings& sayings, const std::vector<IssueCues>& issues)
      : reading_(reading), words_(reading.words), sayings_(sayings), issues_(issues) {
    for (std::size_t i = 0; i < issues.size(); ++i) {
      for (const std::string& cue : issues[i].cues) {
        IssueCue made{i, {}};
        for (const std::string_view word : split(cue, ' ')) made.words.emplace_back(word);
        by_letter_[made.words.front().substr(0, 1)].push_back(std::move(made));
      }
    }
  }

  std::vector<Stance> run() {
    for (std::size_t f = 0; f < reading_.actor_ids.size(); ++f) {
      if (!reading_.side_ids[f].empty())
        side_by_actor_.emplace(reading_.actor_ids[f], reading_.side_ids[f]);
    }
    for (std::size_t s = 0; s < words_.sentences.size(); ++s) {
      const Sentence& sentence = words_.sentences[s];
      for (std::size_t i = sentence.first; i < sentence.last; ++i) look_at(i, sentence);
    }
    return std::move(stances_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  // Verbs inside quotes are told by their tags; elsewhere by the grammar.
  bool is_verb_here(std::size_t i) const {
    const Grammar& grammar = reading_.grammar();
    if (!words_.quoted[i]) {
      return grammar.is(i, Category::finite) || grammar.is(i, Category::participle) ||
             grammar.is(i, Category::base) || grammar.is(i, Category::auxiliary);
    }
    return words_.tagged ? is_verb(words_.tokens[i].tag) : true;
  }

  struct Clause {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  // From the verb to the end of its clause, within the quote when it stands in one.
  std::size_t clause_end(std::size_t verb, const Sentence& sentence) const {
    std::size_t end = verb + 1;
    const bool inside = words_.quoted[verb];
    for (; end < sentence.last && end < verb + 45; ++end) {
      if (inside && !words_.quoted[end]) break;
      const Token& token = words_.tokens[end];
      if (token.text == ";" ||
          (inside && (token.text == "." || token.text == "?" || token.text == "!")))
        break;
      if (token.text == "," && (lower(end + 1) == "but" || lower(end + 1) == "while" ||
                                lower(end + 1) == "though" || lower(end + 1) == "although"))
        break;
      if (lower(end) == "but" && end > verb + 1) break;
    }
    while (end > verb + 1 && words_.tokens[end - 1].kind != TokenKind::word &&
           words_.tokens[end - 1].kind != TokenKind::number)
      --end;
    return end;
  }

  bool negated_before(std::size_t verb, std::size_t floor) const {
    for (std::size_t k = verb; k > floor && verb - k < 4; --k) {
      const std::string_view word = lower(k - 1);
      if (word == "not" || word == "n't" || word == "never" || word == "neither" || word == "nor")
        return true;
      const bool auxiliary =
          lexicon().is(word, WordClass::auxiliary) || lexicon().is(word, WordClass::adverb);
      if (!auxiliary) {
        return false;
      }
    }
    return false;
  }

  // The statement whose content holds the token; the innermost.
  std::optional<std::size_t> statement_at(std::size_t i) const {
    std::optional<std::size_t> best;
    const auto after =
        std::upper_bound(sayings_.contents.begin(), sayings_.contents.end(), i,
                         [](std::size_t value, Range range) { return value < range.first; });
    std::size_t looked_at = 0;
    for (auto content = after; content != sayings_.contents.begin() && looked_at++ < 32;) {
      --content;
      const auto c = static_cast<std::size_t>(content - sayings_.contents.begin());
      if (i < content->last && (!best || content->size() < sayings_.contents[*best].size()))
        best = c;
    }
    return best;
  }

  std::string side_of_actor(const std::string& actor) const {
    const auto found = side_by_actor_.find(actor);
    return found == side_by_actor_.end() ? actor : found->second;
  }

  std::string party_of(std::size_t verb, const Sentence& sentence) const {
    const auto statement = statement_at(verb);
    const std::string speaker =
        statement ? side_of_actor(sayings_.statements[*statement].speaker) : std::string();
    if (words_.quoted[verb]) {
      // "we", "I", "our side": the speaker's side.
      for (std::size_t k = verb; k > sentence.first && words_.quoted[k - 1] && verb - k < 8; --k) {
        const std::string_view word = lower(k - 1);
        if (word == "we" || word == "i") return speaker;
        if (word == "they" || word == "he" || word == "she" || word == "you" || word == "it" ||
            word == "." || word == ",")
          return {};
        if (reading_.cast.at[k - 1]) {
          const Mention& mention = reading_.cast.mentions[*reading_.cast.at[k - 1]];
          return reading_.side_of(mention.tokens);
        }
      }
      return {};
    }
    const auto subject = reading_.grammar().subject_of(verb, sentence.first, sentence.last);
    if (!subject) return {};
    const std::string_view first = lower(subject->first);
    if (first == "his" || first == "her" || first == "their" || first == "its" || first == "our") {
      if (!speaker.empty()) return speaker;
      return last_side_before(subject->first);
    }
    if (subject->size() == 1 &&
        (first == "he" || first == "she" || first == "it" || first == "they")) {
      if (!speaker.empty()) return speaker;
      const std::string side = reading_.side_of(*subject);
      if (!side.empty()) return side;
      return first == "it" ? last_side_before(subject->first) : std::string();
    }
    return reading_.side_of(*subject);
  }

  // The side named last before a token, at most a sentence back: "Its council", "It rejects".
  std::string last_side_before(std::size_t token) const {
    const auto after = std::lower_bound(
        reading_.cast.mentions.begin(), reading_.cast.mentions.end(), token,
        [](const Mention& mention, std::size_t at) { return mention.tokens.first < at; });
    if (after == reading_.cast.mentions.begin()) return {};
    const Mention& mention = *std::prev(after);
    if (token - mention.tokens.first > 40) return {};
    const std::string& side = reading_.side_ids[mention.figure];
    return side.empty() ? reading_.actor_ids[mention.figure] : side;
  }

  std::string target_in(std::size_t first, std::size_t last, const std::string& party) const {
    for (std::size_t k = first; k < last; ++k) {
      if (!reading_.cast.at[k]) continue;
      const Mention& mention = reading_.cast.mentions[*reading_.cast.at[k]];
      const std::string& side = reading_.side_ids[mention.figure];
      std::string id = side.empty() ? reading_.actor_ids[mention.figure] : side;
      if (id != party) return id;
      k = mention.tokens.last - 1;
    }
    return {};
  }

  bool cue_matches(const IssueCue& cue, std::size_t i, std::size_t last) const {
    for (std::size_t w = 0; w < cue.words.size(); ++w) {
      if (i + w >= last || !lower(i + w).starts_with(cue.words[w])) return false;
    }
    return true;
  }

  // The issue whose cues weigh most in a range: longer cues and more of them, earlier on a tie.
  std::optional<std::size_t> issue_in(std::size_t first, std::size_t last) const {
    std::vector<double> weight(issues_.size());
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view word = lower(i);
      if (word.empty()) continue;
      const auto found = by_letter_.find(word.substr(0, 1));
      if (found == by_letter_.end()) continue;
      for (const IssueCue& cue : found->second) {
        if (!cue_matches(cue, i, last)) continue;
        const double place = 1.0 - 0.01 * static_cast<double>(std::min<std::size_t>(i - first, 40));
        weight[cue.issue] += place * (cue.words.size() > 1 ? 2.0 : 1.0);
      }
    }
    const auto best = std::max_element(weight.begin(), weight.end());
    if (best == weight.end() || *best == 0) return std::nullopt;
    return static_cast<std::size_t>(best - weight.begin());
  }

  bool names_the_talks(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      for (const std::string_view word :
           {"plan",     "draft",  "proposal", "talks",     "deal",      "offer",
            "text",     "clause", "point",    "agreement", "meeting",   "demand",
            "negotiat", "paper",  "map",      "term",      "condition", "counterproposal",
            "outcome",  "round",  "war",      "peace"}) {
        if (lower(i).starts_with(word)) return true;
      }
    }
    return false;
  }

  void look_at(std::size_t i, const Sentence& sentence) {
    if (words_.tokens[i].kind != TokenKind::word) return;
    if (threat_at(i, sentence)) return;
    const auto found = actions().by_first.find(lower(i));
    if (found == actions().by_first.end() || !is_verb_here(i)) return;
    for (const Action& action : found->second) {
      std::size_t at = i + 1;
      bool fits = true;
      for (const std::string& word : action.rest) {
        if (lower(at) != word && lexicon().is(lower(at), WordClass::adverb)) ++at;
        if (at >= sentence.last || lower(at) != word) {
          fits = false;
          break;
        }
        ++at;
      }
      if (!fits) continue;
      add(i, at, action, sentence);
      return;
    }
  }

  void add(std::size_t verb, std::size_t object, const Action& action, const Sentence& sentence) {
    const std::string party = party_of(verb, sentence);
    if (party.empty()) return;
    const std::size_t end = clause_end(verb, sentence);
    bool negated = negated_before(verb, sentence.first);
    if (!action.rest.empty() && lower(verb + 1) == "not") negated = true;
    StanceKind stance = action.stance;
    std::string plover = action.plover;
    if (negated) {
      if (!action.negated) return;
      stance = *action.negated;
      plover = stance == StanceKind::rejects ? "REJECT"
               : stance == StanceKind::open  ? "AGREE"
                                             : plover;
    }
    const auto condition = condition_of(verb, end, sentence);
    const bool cooperative = stance == StanceKind::accepts || stance == StanceKind::offers ||
                             stance == StanceKind::open || stance == StanceKind::accepts_partly;
    if (condition && cooperative) stance = StanceKind::conditional;
    // "warned that …" threatens only harm by the warner's own side.
    if (stance == StanceKind::threatens && action.plover == "THREATEN" &&
        lexicon().cue(lower(verb)) && lexicon().cue(lower(verb))->verb->lemma == "warn")
      return;
    auto issue = issue_in(object, end);
    if (!issue && !names_the_talks(object, end) && stance != StanceKind::accuses &&
        stance != StanceKind::denies && stance != StanceKind::threatens)
      return;
    if ((lower(verb) == "discussed" || lower(verb) == "discuss") && !negated &&
        sentence_is_past(verb))
      return;
    push(party, issue, stance, plover, negated, condition, start_of(verb, sentence), end,
         target_in(object, end, party));
  }

  bool sentence_is_past(std::size_t verb) const { return lower(verb).ends_with("ed"); }

  std::size_t start_of(std::size_t verb, const Sentence& sentence) const {
    std::size_t first = verb;
    while (first > sentence.first &&
           (lexicon().is(lower(first - 1), WordClass::auxiliary) ||
            lexicon().is(lower(first - 1), WordClass::negation) ||
            lexicon().is(lower(first - 1), WordClass::adverb)) &&
           words_.quoted[first - 1] == words_.quoted[verb])
      --first;
    return first;
  }

  std::optional<Range> condition_of(std::size_t verb, std::size_t end,
                                    const Sentence& sentence) const {
    if (const auto after =
            condition_in(reading_.grammar(), verb + 1, std::min(sentence.last, end + 40))) {
      if (after->first <= end + 2) return after;
    }
    // "If they leave, we shall leave": before the verb in the same clause.
    const std::size_t from = verb > sentence.first + 30 ? verb - 30 : sentence.first;
    if (const auto before = condition_in(reading_.grammar(), from, verb)) {
      const std::string_view marker = lower(before->first);
      if ((marker == "if" || marker == "unless" || marker == "once" || marker == "provided" ||
           marker == "as") &&
          before->last < verb)
        return before;
    }
    return std::nullopt;
  }

  // "will" or "would", harm, the speaker's own side; with a condition in the sentence, or
  // introduced by a verb of warning.
  bool threat_at(std::size_t i, const Sentence& sentence) {
    const bool modal = lower(i) == "will" || lower(i) == "'ll" || lower(i) == "would" ||
                       lower(i) == "shall" || lower(i) == "'re" || lower(i) == "are" ||
                       lower(i) == "is";
    if (!modal) return false;
    std::size_t verb = i + 1;
    while (verb < sentence.last && (lexicon().is(lower(verb), WordClass::adverb))) ++verb;
    const bool readiness = lower(i) == "'re" || lower(i) == "are" || lower(i) == "is";
    if (readiness ? lower(verb) != "ready" : !actions().harms.contains(lower(verb))) return false;
    const std::size_t end = clause_end(i, sentence);
    auto condition = condition_in(reading_.grammar(), i, end);
    if (!condition) {
      const std::size_t from = i > sentence.first + 40 ? i - 40 : sentence.first;
      condition = condition_in(reading_.grammar(), from, i);
    }
    const auto statement = statement_at(i);
    bool warned = false;
    if (statement) {
      const auto cue = lexicon().cue(to_lower(sayings_.statements[*statement].cue));
      warned = cue && (cue->verb->kind == CueClass::warning || cue->verb->lemma == "vow");
    }
    if (!condition && !warned) return false;
    if (readiness &&
        (!condition || !names_force(std::max(sentence.first, i > 60 ? i - 60 : 0), end)))
      return false;
    const std::string party = party_of(i, sentence);
    if (party.empty()) return false;
    push(party, issue_in(i, end), StanceKind::threatens, "THREATEN", false, condition,
         condition && condition->first < i ? condition->first : i, end,
         target_in(std::max(sentence.first, i > 40 ? i - 40 : 0), end, party));
    return true;
  }

  bool names_force(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i) {
      for (const std::string_view word :
           {"war", "fight", "attack", "strike", "force", "weapon", "fire"}) {
        if (lower(i).starts_with(word)) return true;
      }
    }
    return false;
  }

  // "offered to let": one stance, told by the first verb.
  bool goes_on(const std::string& party, StanceKind stance, std::size_t first) const {
    if (stances_.empty()) return false;
    const Stance& last = stances_.back();
    const std::size_t place = reading_.passage(first, first + 1).span.start;
    return last.party == party && last.stance == stance && place < last.passage.span.end &&
           place < last.passage.span.start + 40;
  }

  void push(const std::string& party, std::optional<std::size_t> issue, StanceKind stance,
            const std::string& plover, bool negated, const std::optional<Range>& condition,
            std::size_t first, std::size_t last, std::string target) {
    if (goes_on(party, stance, first)) return;
    Stance made;
    if (condition) last = std::max(last, condition->last);
    made.passage = reading_.passage(first, last);
    made.text = reading_.text(first, last);
    made.party = party;
    if (issue) made.issue = issues_[*issue].issue;
    made.stance = stance;
    made.target = std::move(target);
    if (condition) made.condition = reading_.passage(condition->first, condition->last).span;
    made.plover = plover;
    made.negated = negated;
    made.confidence = issue ? Confidence::moderate : Confidence::low;
    if (const auto statement = statement_at(first))
      made.statement = sayings_.statements[*statement].id;
    stances_.push_back(std::move(made));
  }

  const Reading& reading_;
  const Words& words_;
  const Sayings& sayings_;
  const std::vector<IssueCues>& issues_;
  TextMap<std::vector<IssueCue>> by_letter_;
  TextMap<std::string> side_by_actor_;
  std::vector<Stance> stances_;
};

}  // namespace

std::vector<Stance> find_stances(const Reading& reading, const Sayings& sayings,
                                 const std::vector<IssueCues>& issues) {
  return Observer(reading, sayings, issues).run();
}

}  // namespace parley::record::internal
