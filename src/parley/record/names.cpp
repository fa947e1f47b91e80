#include "parley/record/names.hpp"

#include <algorithm>
#include <set>

#include "parley/record/deeds.hpp"
#include "parley/record/factions.hpp"
#include "parley/record/name_text.hpp"
#include "parley/record/offices.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

bool is_particle(std::string_view lower) { return lexicon().is(lower, WordClass::particle); }

// "al-Hayya", "el-Sisi": a name whose small first part is joined by a hyphen.
bool has_particle(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  return hyphen != std::string_view::npos && hyphen >= 2 && hyphen <= 3 &&
         hyphen + 1 < text.size() && text[hyphen + 1] >= 'A' && text[hyphen + 1] <= 'Z' &&
         text[0] >= 'a' && text[0] <= 'z';
}

// The last word of a name without a particle that is joined to it: "Hayya" of "Khalil al-Hayya".
std::string_view surname_of(std::string_view name) {
  std::string_view last = name.substr(name.rfind(' ') + 1);
  const std::size_t hyphen = last.find('-');
  if (hyphen == 2 && (last.starts_with("al") || last.starts_with("Al") || last.starts_with("el") ||
                      last.starts_with("El"))) {
    last.remove_prefix(hyphen + 1);
  }
  return last;
}

bool is_body_word(std::string_view lower) { return lexicon().is(lower, BodyWord::body); }

bool is_government_word(std::string_view lower) {
  return lexicon().is(lower, BodyWord::government);
}

// A capital that begins a sentence says nothing.
bool starts_sentence(const Words& words, std::size_t i,
                     const std::vector<std::size_t>& sentence_first) {
  (void)words;
  return std::binary_search(sentence_first.begin(), sentence_first.end(), i);
}

bool looks_like_adjective(std::string_view word) {
  return word.size() >= 5 && (word.ends_with("an") || word.ends_with("ish") ||
                              word.ends_with("ese") || word.ends_with("i"));
}

// "Druskian" and "Velmari" by the beginning they share with "Druskia" and "Velmar".
bool is_adjective_of(std::string_view word, std::string_view name) {
  // "Canton" of "Cantons"; "Ostrians" are no state.
  if (name.size() == word.size() + 1 && name.starts_with(word) && name.back() == 's' &&
      !looks_like_adjective(word))
    return true;
  const std::size_t shared = static_cast<std::size_t>(
      std::mismatch(word.begin(), word.end(), name.begin(), name.end()).first - word.begin());
  if (shared < 3 || shared + 2 < name.size() || word.size() <= shared) return false;
  const std::string_view ending = word.substr(shared);
  for (const std::string_view known :
       {"n", "an", "ian", "i", "ish", "ese", "ic", "er", "ers", "ns", "ans", "ians", "is", "ean"}) {
    if (ending == known) return true;
  }
  return false;
}

// Beyond these sizes a text is a list of names, not a report, and the search for pairs is left out.
constexpr std::size_t kMaxNamePairs = 4'000'000;

class Casting {
 public:
  Casting(const Document& document, const Grammar& grammar)
      : document_(document), grammar_(grammar), words_(grammar.words()) {
    for (const Sentence& sentence : words_.sentences) {
      first_.push_back(sentence.first);
    }
    for (const QuoteTokens& quote : words_.quotes) first_.push_back(quote.first);
    std::sort(first_.begin(), first_.end());
    for (std::size_t i = 0; i < words_.tokens.size(); ++i) {
      if (token(i).is_capital && token(i).kind == TokenKind::word &&
          !starts_sentence(words_, i, first_))
        inner_capitals_.insert(text_at(i));
    }
    cast_.at.resize(words_.tokens.size());
  }

  Cast run() {
    read_authors();
    find_runs();
    classify_runs();
    find_roles(grammar_, cast_);
    find_sides(grammar_, cast_);
    drop_strangers();
    return std::move(cast_);
  }

 private:
  struct Run {
    Range tokens;
    bool sure = false;  // has a capital that is not due to the start of a sentence
  };

  const Token& token(std::size_t i) const { return words_.tokens[i]; }
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  std::string_view text_at(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].text : std::string_view();
  }

  // Names in bylines and datelines, and of their media.
  void read_authors() {
    const std::string_view text = document_.readable();
    for (const Block& block : document_.blocks()) {
      if (block.kind != BlockKind::byline) continue;
      std::string line(text.substr(block.begin, block.end - block.begin));
      for (const std::string_view word : split(line, ' ')) {
        if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z')
          authors_.emplace(std::string(word));
      }
      author_lines_.push_back(std::move(line));
    }
  }

  bool is_author(const std::string& name) const {
    for (const std::string& line : author_lines_) {
      if (line.find(name) != std::string::npos) return true;
    }
    return false;
  }

  // Capitalised words that follow one another, with particles between them.
  void find_runs() {
    const std::size_t size = words_.tokens.size();
    for (std::size_t i = 0; i < size;) {
      if (!is_name_word(i)) {
        ++i;
        continue;
      }
      std::size_t last = i + 1;
      while (last < size) {
        if (is_name_word(last) && token(last).begin <= token(last - 1).end + 2) {
          ++last;
        } else if ((is_particle(lower(last)) || lower(last) == "of" || lower(last) == "for" ||
                    lower(last) == "on") &&
                   last + 1 < size && is_name_word(last + 1) &&
                   (is_particle(lower(last)) || is_body_word(lower(last - 1)) ||
                    lexicon().is(lower(last - 1), BodyWord::realm))) {
          last += 2;
        } else if (is_particle(lower(last)) && last + 2 < size && is_particle(lower(last + 1)) &&
                   is_name_word(last + 2)) {
          last += 3;  // "Ada von der Rehn"
        } else if (lower(last) == "'" && lower(last - 1).ends_with('s') && last + 1 < size &&
                   is_body_word(lower(last + 1)) && token(last + 1).is_capital) {
          last += 2;  // "Dockers' Union"
        } else if (lower(last) == "of" && last + 2 < size && lower(last + 1) == "the" &&
                   is_name_word(last + 2) && is_body_word(lower(last - 1))) {
          last += 3;
        } else if (lower(last) == "on" && lower(last - 1) == "council" && last + 2 < size &&
                   is_name_word(last + 1)) {
          last += 2;
        } else {
          break;
        }
      }
      // "FURIOUS Ostrian minister": capitals that open a story are no part of the name.
      if (last > i + 1 && starts_sentence(words_, i, first_) && is_all_capitals(i) &&
          token(i).text.size() > 4 && !is_all_capitals(i + 1) && !is_known(i))
        ++i;
      add_parts({i, last});
      i = last;
    }
  }

  bool is_name_word(std::size_t i) const {
    const Token& word = token(i);
    if (word.kind != TokenKind::word) return false;
    if (has_particle(word.text)) return true;
    if (!word.is_capital) return false;
    if (lexicon().is(word.lower, WordClass::time) || word.text == "I") return false;
    if (!starts_sentence(words_, i, first_)) return true;
    // "US and Ostrian envoys": no pronoun.
    if (word.text.size() > 1 && is_all_capitals(i) && is_known(i)) return true;
    // At the start of a sentence only what is no common word, or what a name follows.
    const Lexicon& list = lexicon();
    for (const WordClass word_class :
         {WordClass::determiner, WordClass::pronoun, WordClass::preposition, WordClass::conjunction,
          WordClass::subordinator, WordClass::relative, WordClass::auxiliary, WordClass::adverb,
          WordClass::negation, WordClass::noun}) {
      if (list.is(word.lower, word_class)) return false;
    }
    if (words_.tagged) {
      const bool next_capital = i + 1 < words_.tokens.size() && token(i + 1).is_capital &&
                                token(i + 1).kind == TokenKind::word;
      return is_proper_noun(word.tag) || is_adjective(word.tag) || next_capital || is_known(i) ||
             inner_capitals_.contains(word.text);
    }
    return true;
  }

  bool is_all_capitals(std::size_t i) const {
    return std::all_of(token(i).text.begin(), token(i).text.end(),
                       [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  bool is_known(std::size_t i) const {
    return static_cast<bool>(
        lexicon().gazetteer().match([&](std::size_t k) { return text_at(i + k); }));
  }

  // What the gazetteer has at a token of a run; "OSTRIA" as "Ostria".
  PhraseTable<GazetteerName>::Match known_at(std::size_t i, std::size_t end) const {
    const auto match = lexicon().gazetteer().match(
        [&](std::size_t k) { return i + k < end ? text_at(i + k) : std::string_view(); });
    if (match || text_at(i).size() < 4) return match;
    std::vector<std::string> titled;
    for (std::size_t k = i; k < end && k < i + 4; ++k) {
      std::string word(text_at(k));
      const bool shouted =
          std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (!shouted) break;
      titled.push_back(word.substr(0, 1) + to_lower(word.substr(1)));
    }
    return lexicon().gazetteer().match(
        [&](std::size_t k) { return k < titled.size() ? titled[k] : std::string_view(); });
  }

  // "Foreign Affairs Council", "Council on Foreign Relations": what comes first is of a body's
  // name, and no role follows it.
  bool begins_body(std::size_t i, std::size_t end) const {
    for (std::size_t k = i; k < end; ++k) {
      const auto role = lexicon().roles().match(
          [&](std::size_t n) { return k + n < end ? lower(k + n) : std::string_view(); });
      if (role && *role.value != RoleClass::group) return false;
      if (is_body_word(lower(k)) &&
          (k > i || lower(k + 1) == "on" || lower(k + 1) == "of" || lower(k + 1) == "for"))
        return true;
    }
    return false;
  }

  // A run may hold several things: "Russian President Vladimir Putin", "EU Council".
  void add_parts(Range run) {
    std::size_t i = run.first;
    std::size_t name_first = i;
    const auto flush = [&](std::size_t end) {
      while (name_first < end && is_honorific(lower(name_first))) ++name_first;
      if (name_first < end) runs_.push_back({{name_first, end}, false});
    };
    while (i < run.last) {
      const auto word = [&](std::size_t k) {
        return i + k < run.last ? text_at(i + k) : std::string_view();
      };
      if (add_compound(i)) {
        flush(i);
        name_first = ++i;
        continue;
      }
      if (i == name_first) {
        if (const auto medium = lexicon().media().match(word)) {
          i += medium.words;
          while (i < run.last && lexicon().is_media_suffix(text_at(i))) ++i;
          name_first = i;
          continue;
        }
        if (const auto known = known_at(i, run.last)) {
          const bool part_of_name =
              i + known.words < run.last && (is_body_word(lower(i + known.words)) ||
                                             lexicon().is_media_suffix(text_at(run.last - 1)));
          if (!part_of_name) {
            std::size_t end = i + known.words;
            // "Greek Cypriot": who is meant is a people of its own, neither Greece nor Cyprus.
            const auto people = end < run.last && known.value->use == NameUse::adjective
                                    ? known_at(end, run.last)
                                    : PhraseTable<GazetteerName>::Match{};
            if (people && people.value->use == NameUse::adjective) {
              end += people.words;
              add_people({i, end});
            } else {
              add_gazetteer(*known.value, {i, end});
            }
            i = end;
            name_first = i;
            continue;
          }
        }
      } else if (const auto known = lexicon().gazetteer().match(word);
                 known && known.value->use == NameUse::name && lower(i - 1) == "of") {
        const std::size_t end = i + known.words;
        if (is_realm_before(name_first, i - 1)) {
          add_gazetteer(*known.value, {i, end});
          name_first = end;
        }
        // "Bank of Ostria" stays one name.
        i = end;
        continue;
      }
      const auto role_word = [&](std::size_t k) {
        return i + k < run.last ? lower(i + k) : std::string_view();
      };
      if (const auto role = lexicon().roles().match(role_word);
          role && *role.value != RoleClass::group) {
        flush(i);
        i += role.words;
        name_first = i;
        continue;
      }
      if (i == name_first && i + 1 < run.last &&
          (lexicon().role_time(lower(i)) || is_honorific(lower(i)) || lower(i).starts_with("ex-") ||
           (lexicon().is_role_modifier(lower(i)) && !begins_body(i, run.last)))) {
        ++i;
        name_first = i;
        continue;
      }
      ++i;
    }
    flush(run.last);
  }

  // "Government of Ostria", "the Islamic Republic of Ostria": Ostria itself.
  bool is_realm_before(std::size_t first, std::size_t of) const {
    if (of == first) return false;
    const std::string_view word = lower(of - 1);
    return lexicon().is(word, BodyWord::realm) || word == "government" || word == "state";
  }

  // "Egyptian-Chadian", "US-Iran": one word that names two; each is of the cast.
  bool add_compound(std::size_t i) {
    const std::string_view text = text_at(i);
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return false;
    const auto known = [](std::string_view part) {
      return lexicon().gazetteer().match(
          [&](std::size_t k) { return k == 0 ? part : std::string_view(); });
    };
    const auto first = known(text.substr(0, hyphen));
    const auto second = known(text.substr(hyphen + 1));
    if (!first || !second) return false;
    for (const auto& each : {first, second})
      cast_.figures[gazetteer_figure(*each.value)].mentions.push_back({i, i + 1});
    return true;
  }

  std::size_t gazetteer_figure(const GazetteerName& known) {
    const std::size_t figure = figure_named(known.actor);
    if (figure == cast_.figures.size()) {
      Figure made;
      made.name = known.actor;
      made.kind = known.kind;
      made.from_gazetteer = true;
      by_name_.emplace(made.name, figure);
      cast_.figures.push_back(std::move(made));
    }
    return figure;
  }

  void add_gazetteer(const GazetteerName& known, Range tokens) {
    add_mention(gazetteer_figure(known), tokens, known.use);
  }

  void add_people(Range tokens) {
    std::string name = text_of(words_, tokens);
    if (name.ends_with('s')) name.pop_back();
    const std::size_t figure = figure_named(name);
    if (figure == cast_.figures.size()) {
      Figure made;
      made.name = std::move(name);
      made.kind = ActorKind::group;
      made.from_gazetteer = true;
      cast_.figures.push_back(std::move(made));
    }
    add_mention(figure, tokens, NameUse::adjective);
  }

  std::size_t figure_named(std::string_view name) const {
    const auto found = by_name_.find(name);
    if (found != by_name_.end()) return found->second;
    return cast_.figures.size();
  }

  void add_mention(std::size_t figure, Range tokens, NameUse use) {
    Figure& owner = cast_.figures[figure];
    by_name_.emplace(owner.name, figure);
    owner.mentions.push_back(tokens);
    const std::string text = text_of(words_, tokens);
    if (use != NameUse::adjective && text != owner.name &&
        std::find(owner.also.begin(), owner.also.end(), text) == owner.also.end()) {
      owner.also.push_back(text);
    }
    for (std::size_t i = tokens.first; i < tokens.last; ++i) cast_.at[i] = cast_.mentions.size();
    cast_.mentions.push_back({tokens, figure, use});
  }

  bool is_medium(Range run) const {
    return lexicon().is_media_suffix(text_at(run.last - 1)) ||
           (run.size() >= 2 && (text_at(run.first) == "Radio" || text_at(run.first) == "Channel"));
  }

  // What the text says around a name of one word.
  bool is_state_by_context(Range run) const {
    const std::size_t before = run.first > 0 ? run.first - 1 : 0;
    if (has_person_context(run)) return false;  // "President Ana Torvik's envoy"
    const bool surname = run.size() == 1 && surnames_.contains(text_at(run.first));
    if (lower(run.last) == "'s" && is_office_at(run.last + 1) && !surname) return true;
    if (run.first >= 2 && lower(before) == "of" &&
        (is_head_of_state(run.first - 2) || lower(run.first - 2) == "government" ||
         lower(run.first - 2) == "republic" || lower(run.first - 2) == "kingdom" ||
         lower(run.first - 2) == "delegations" || lower(run.first - 2) == "army" ||
         lower(run.first - 2) == "parliament" || lower(run.first - 2) == "navy")) {
      return true;
    }
    return false;
  }

  // "Readout of the President of Ostria" in a title or heading.
  void add_states_of_headings(const std::set<std::string>& names,
                              std::set<std::string>& states) const {
    for (const Block& block : document_.blocks()) {
      if (block.kind != BlockKind::title && block.kind != BlockKind::heading) continue;
      const std::string_view heading =
          document_.readable().substr(block.begin, block.end - block.begin);
      std::string_view before;
      std::string_view office;
      for (const std::string_view word : split(heading, ' ')) {
        const std::string_view name = word.substr(0, word.find_first_of(",.:;\n"));
        const std::string role = to_lower(office);
        if (before == "of" && (is_government_word(role) || lexicon().is(role, BodyWord::realm)) &&
            names.contains(std::string(name)))
          states.emplace(name);
        office = before;
        before = word;
      }
    }
  }

  // "the Ostria council", where nobody has that name.
  void add_states_of_bodies(std::set<std::string>& states) const {
    for (const Run& run : runs_) {
      const std::size_t next = run.tokens.last;
      if (run.tokens.size() > 1 || next >= words_.tokens.size() || token(next).is_capital) continue;
      const std::string_view body = lower(next);
      const bool speaks = body == "council" || body == "delegation" || body == "army" ||
                          body == "parliament" || body == "ministry" || body == "forces" ||
                          body == "troops" || body == "authorities" || body == "side" ||
                          heads_state(next);
      if (speaks && !is_body_word(lower(run.tokens.first)) &&
          !looks_like_adjective(text_at(run.tokens.first)) &&
          !surnames_.contains(text_at(run.tokens.first)))
        states.insert(state_name(run.tokens));
    }
  }

  // "Ostria premier Ilan Marek"
  bool heads_state(std::size_t i) const {
    const auto role = lexicon().roles().match([&](std::size_t k) { return lower(i + k); });
    return role && *role.value == RoleClass::state && i + role.words < words_.tokens.size() &&
           token(i + role.words).is_capital;
  }

  // "Ostria has said it accepts": what "it" stands for is no person.
  void add_states_that_are_it(std::set<std::string>& states) const {
    for (const Run& run : runs_) {
      if (run.tokens.size() > 1 || token(run.tokens.first).text.size() < 4 ||
          surnames_.contains(text_at(run.tokens.first)))
        continue;
      std::size_t i = run.tokens.last;
      while (lexicon().is(lower(i), WordClass::auxiliary)) ++i;
      if (!lexicon().cue(lower(i))) continue;
      ++i;
      if (lower(i) == "that") ++i;
      const bool is_it = lower(i) == "it" && (grammar_.is(i + 1, Category::finite) ||
                                              grammar_.is(i + 1, Category::auxiliary));
      if (is_it) states.insert(state_name(run.tokens));
    }
  }

  // "the delegations of Ostria and Druskia": the second is what the first is.
  void add_states_joined(std::set<std::string>& states) const {
    for (std::size_t r = 0; r + 1 < runs_.size(); ++r) {
      const Range first = runs_[r].tokens;
      const Range second = runs_[r + 1].tokens;
      if (second.size() > 1 || lower(first.last) != "and" || second.first != first.last + 1 ||
          first.first == 0 || !states.contains(state_name(first)) ||
          surnames_.contains(text_at(second.first)))
        continue;
      const std::string_view link = lower(first.first - 1);
      if (link == "of" || link == "between" || link == "from") states.insert(state_name(second));
    }
  }

  // "army", "deputy foreign minister"
  bool is_office_at(std::size_t i) const {
    for (std::size_t k = i; k < i + 4; ++k) {
      if (is_government_word(lower(k))) return true;
      const auto role = lexicon().roles().match([&](std::size_t w) { return lower(k + w); });
      if (role && *role.value == RoleClass::state) return true;
      if (!lexicon().is_role_modifier(lower(k))) return false;
    }
    return false;
  }

  bool is_head_of_state(std::size_t i) const {
    const std::string_view word = lower(i);
    return word == "president" || word == "minister" || word == "king" || word == "queen" ||
           word == "premier" || word == "chancellor" || word == "ambassador" ||
           word == "delegations" || word == "delegation";
  }

  bool has_person_context(Range run) const {
    if (run.first > 0 && is_honorific(lower(run.first - 1))) return true;
    // A role noun stands right before the name.
    if (run.first > 0) {
      const std::string_view before = lower(run.first - 1);
      const auto role = lexicon().roles().match(
          [&](std::size_t k) { return k == 0 ? before : std::string_view(); });
      if (role && *role.value != RoleClass::group) return true;
    }
    return false;
  }

  // A name of two or three words in a state's usual dress is a person, unless a word for a body
  // ("council") says that it is none.
  void classify_runs() {
    for (const Run& run : runs_) {
      if (run.tokens.size() > 1) surnames_.insert(text_at(run.tokens.last - 1));
    }
    std::set<std::string> states;
    for (const Run& run : runs_) {
      if (run.tokens.size() <= 2 && is_state_by_context(run.tokens))
        states.insert(state_name(run.tokens));
    }
    // A name of which an adjective stands before a role or a government word.
    std::set<std::string> adjectives;
    for (const Run& run : runs_) {
      if (run.tokens.size() == 1 && looks_like_adjective(text_at(run.tokens.first)) &&
          run.tokens.last < words_.tokens.size() && !token(run.tokens.last).is_capital &&
          token(run.tokens.last).kind == TokenKind::word) {
        adjectives.insert(std::string(text_at(run.tokens.first)));
      }
    }
    std::set<std::string> single_names;
    for (const Run& run : runs_) {
      if (run.tokens.size() == 1) single_names.insert(state_name(run.tokens));
    }
    add_states_of_headings(single_names, states);
    add_states_of_bodies(states);
    add_states_that_are_it(states);
    TextMap<std::string> realms;  // "emirate" for "the Emirate" where there is one
    for (const Run& run : runs_) {
      auto plain = plain_name(run.tokens, single_names);
      if (!plain) continue;
      realms.emplace(lower(run.tokens.first), *plain);
      states.insert(std::move(*plain));
    }
    add_states_joined(states);
    for (const std::string& name : single_names) {
      if (adjectives.size() * single_names.size() > kMaxNamePairs) break;
      for (const std::string& adjective : adjectives) {
        if (adjective != name && is_adjective_of(adjective, name)) states.insert(name);
      }
    }
    std::stable_sort(runs_.begin(), runs_.end(),
                     [](const Run& a, const Run& b) { return a.tokens.first < b.tokens.first; });
    for (const Run& run : runs_) {
      const Range tokens = run.tokens;
      const std::string name = text_of(words_, tokens);
      const std::string bare = state_name(tokens);
      if (is_medium(tokens)) continue;
      if (is_titled_state(tokens)) {
        add_named(plain_name(tokens, single_names).value_or(name), ActorKind::state, tokens,
                  NameUse::name);
        continue;
      }
      if (const auto realm = realms.find(to_lower(bare)); realm != realms.end()) {
        add_named(realm->second, ActorKind::state, tokens, NameUse::name);
        continue;
      }
      if (states.contains(bare)) {
        add_named(bare, ActorKind::state, tokens, NameUse::name);
        continue;
      }
      const std::string* adjective_of = nullptr;
      if (tokens.size() == 1) {
        // Names that share their first three letters stand side by side.
        for (auto state = states.lower_bound(name.substr(0, 3));
             state != states.end() && state->starts_with(name.substr(0, 3)); ++state) {
          if (is_adjective_of(name, *state)) adjective_of = &*state;
        }
      }
      if (adjective_of != nullptr) {
        add_named(*adjective_of, ActorKind::state, tokens, NameUse::adjective);
        continue;
      }
      const bool body =
          std::any_of(words_.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.first),
                      words_.tokens.begin() + static_cast<std::ptrdiff_t>(tokens.last),
                      [](const Token& word) { return is_body_word(word.lower); });
      const bool acronym = tokens.size() == 1 && name.size() >= 2 && name.size() <= 6 &&
                           std::all_of(name.begin(), name.end(),
                                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
      if (body || acronym) {
        if (tokens.size() >= 2 || acronym)
          add_named(name, ActorKind::organisation, tokens, NameUse::name);
        continue;
      }
      if (is_author(name)) continue;
      if (tokens.size() == 1) {
        singles_.push_back(tokens);
        continue;
      }
      if (tokens.size() > 4) continue;
      add_named(name, ActorKind::person, tokens, NameUse::name);
    }
    join_surnames();
  }

  // "Kingdom of Oume", "Government of Oume"
  bool is_titled_state(Range tokens) const {
    const std::string_view first = lower(tokens.first);
    return tokens.size() >= 3 && lower(tokens.first + 1) == "of" &&
           (lexicon().is(first, BodyWord::realm) || first == "government" || first == "state");
  }
  // "Oume" of "Kingdom of Oume", where the text has it alone as well.
  std::optional<std::string> plain_name(Range tokens, const std::set<std::string>& singles) const {
    if (!is_titled_state(tokens) || lower(tokens.first) == "state") return std::nullopt;
    std::string plain = text_of(words_, {tokens.first + 2, tokens.last});
    return singles.contains(plain) ? std::optional(std::move(plain)) : std::nullopt;
  }

  std::string state_name(Range tokens) const { return text_of(words_, tokens); }

  void add_named(const std::string& name, ActorKind kind, Range tokens, NameUse use) {
    const std::size_t figure = figure_named(name);
    if (figure == cast_.figures.size()) {
      Figure made;
      made.name = name;
      made.kind = kind;
      cast_.figures.push_back(std::move(made));
    }
    add_mention(figure, tokens, use);
  }

  // "Mercosur rejected", "Garan has agreed to": single names that do what sides of talks do, and
  // that nobody of a longer name bears.
  std::set<std::string> names_of_sides() const {
    std::set<std::string> names;
    for (const Range tokens : singles_) {
      const std::string name = text_of(words_, tokens);
      const std::string_view word = lower(tokens.first);
      if (surnames_.contains(name) || is_author(name) || has_person_context(tokens) ||
          is_body_word(word) || is_government_word(word) || lexicon().is(word, WordClass::faction))
        continue;
      const auto verb = verb_behind(grammar_, tokens.last);
      if (verb && is_deed_of_side(grammar_, *verb)) names.insert(name);
    }
    return names;
  }

  // "Marek" after "Ilan Marek": the person, when just one has that surname.
  void join_surnames() {
    TextMap<std::vector<std::size_t>> by_surname;
    for (std::size_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind != ActorKind::person) continue;
      if (figure.name.find(' ') == std::string::npos) continue;
      by_surname[std::string(surname_of(figure.name))].push_back(f);
      // In "Moon Jae-in" and "Kim Ae Un" the surname comes first; then "Kim" may be two people.
      if (std::count(figure.name.begin(), figure.name.end(), ' ') == 2 ||
          surname_of(figure.name).find('-') != std::string_view::npos)
        by_surname[figure.name.substr(0, figure.name.find(' '))].push_back(f);
    }
    const std::set<std::string> sides = names_of_sides();
    for (const Range tokens : singles_) {
      const std::string name = text_of(words_, tokens);
      const auto found = by_surname.find(surname_of(name));
      if (found != by_surname.end() && found->second.size() == 1) {
        add_mention(found->second.front(), tokens, NameUse::name);
      } else if (has_person_context(tokens) && !is_author(name)) {
        add_named(name, ActorKind::person, tokens, NameUse::name);
      } else if (sides.contains(name)) {
        add_named(name, ActorKind::group, tokens, NameUse::name);
      } else if (figure_named(name) < cast_.figures.size()) {
        add_mention(figure_named(name), tokens, NameUse::name);
      }
    }
    std::stable_sort(
        cast_.mentions.begin(), cast_.mentions.end(),
        [](const Mention& a, const Mention& b) { return a.tokens.first < b.tokens.first; });
    for (std::size_t m = 0; m < cast_.mentions.size(); ++m) {
      for (std::size_t i = cast_.mentions[m].tokens.first; i < cast_.mentions[m].tokens.last; ++i)
        cast_.at[i] = m;
    }
    for (Figure& figure : cast_.figures) {
      std::sort(figure.mentions.begin(), figure.mentions.end(),
                [](Range a, Range b) { return a.first < b.first; });
    }
  }

  // A verb of saying stands right before the name or behind it, past an aside: "Marek, who leads
  // the team, called".
  bool speaks_at(Range mention) const {
    std::size_t before = mention.first;
    while (before > 0 && is_honorific(lower(before - 1))) --before;
    if (before < mention.first) return true;
    if (before > 0 && is_spoken_cue(grammar_, before - 1)) return true;
    if (before > 1 && lower(before - 1) == "to" && lower(before - 2) == "according") return true;
    std::size_t next = mention.last;
    if (text_at(next) == ",") {
      for (std::size_t i = next + 1; i < next + 14; ++i) {
        if (text_at(i) == "," || grammar_.is(i, Category::stop)) {
          next = i + 1;
          break;
        }
      }
    }
    for (std::size_t i = mention.last; i < mention.last + 3; ++i) {
      if (is_spoken_cue(grammar_, i)) return true;
    }
    return is_spoken_cue(grammar_, next);
  }

  // "the Free Cantons", "the Kessel Ridge": no person's name has an article of its own.
  bool has_article(const Figure& figure) const {
    const auto articles = std::count_if(
        figure.mentions.begin(), figure.mentions.end(),
        [&](Range mention) { return mention.first > 0 && lower(mention.first - 1) == "the"; });
    return articles * 2 >= static_cast<std::ptrdiff_t>(figure.mentions.size());
  }

  // "the Government of Ostria and the Unitary Platform": what is joined with a body is one.
  bool sits_with_body(const Figure& figure) const {
    constexpr std::size_t kLink = 3;  // "and", "of", "the"
    return std::any_of(figure.mentions.begin(), figure.mentions.end(), [&](Range mention) {
      std::size_t k = mention.first;
      while (k > 0 && mention.first - k < kLink &&
             (lower(k - 1) == "the" || lower(k - 1) == "of" || lower(k - 1) == "and")) {
        --k;
        if (lower(k) == "and") break;
      }
      if (k == 0 || k == mention.first || lower(k) != "and" || !cast_.at[k - 1]) return false;
      return cast_.figures[cast_.mentions[*cast_.at[k - 1]].figure].kind != ActorKind::person;
    });
  }

  // People who are only a name once, with no role and no word, are not of the talks.
  void drop_strangers() {
    std::vector<bool> kept(cast_.figures.size(), true);
    for (std::size_t f = 0; f < cast_.figures.size(); ++f) {
      const Figure& figure = cast_.figures[f];
      if (figure.kind == ActorKind::person) {
        const bool speaks = std::any_of(figure.mentions.begin(), figure.mentions.end(),
                                        [&](Range mention) { return speaks_at(mention); });
        const bool full = figure.name.find(' ') != std::string::npos;
        // Two capitals that nobody gives an office or a word are as often a place.
        kept[f] = !figure.roles.empty() || (speaks && (full || figure.mentions.size() >= 2)) ||
                  (has_article(figure) && sits_with_body(figure));
        if (kept[f] && figure.roles.empty() && has_article(figure)) {
          // Several together speak; a place and a ship do not.
          kept[f] = figure.name.ends_with('s') || sits_with_body(figure);
          cast_.figures[f].kind = ActorKind::group;
        }
        if (is_author(figure.name)) kept[f] = false;
      }
    }
    std::vector<std::size_t> place(cast_.figures.size());
    std::vector<Figure> figures;
    for (std::size_t f = 0; f < kept.size(); ++f) {
      place[f] = figures.size();
      if (kept[f]) figures.push_back(std::move(cast_.figures[f]));
    }
    std::vector<Mention> mentions;
    std::fill(cast_.at.begin(), cast_.at.end(), std::nullopt);
    for (Mention mention : cast_.mentions) {
      if (!kept[mention.figure]) continue;
      mention.figure = place[mention.figure];
      for (std::size_t i = mention.tokens.first; i < mention.tokens.last; ++i)
        cast_.at[i] = mentions.size();
      mentions.push_back(mention);
    }
    for (Figure& figure : figures) {
      if (figure.side)
        figure.side = kept[*figure.side] ? std::optional(place[*figure.side]) : std::nullopt;
    }
    cast_.figures = std::move(figures);
    cast_.mentions = std::move(mentions);
  }

  const Document& document_;
  const Grammar& grammar_;
  const Words& words_;
  std::vector<std::size_t> first_;
  std::set<std::string> authors_;
  std::vector<std::string> author_lines_;
  std::vector<Run> runs_;
  std::set<std::string_view> inner_capitals_;  // words with a capital within a sentence
  std::set<std::string_view> surnames_;        // last words of longer runs
  std::vector<Range> singles_;
  TextMap<std::size_t> by_name_;
  Cast cast_;
};

}  // namespace

std::optional<std::size_t> Cast::figure_of(const Grammar& grammar, Range phrase) const {
  const Words& words = grammar.words();
  std::optional<std::size_t> person;
  std::optional<std::size_t> other;
  bool role_noun = false;
  std::size_t last_mention_end = phrase.first;
  for (std::size_t i = phrase.first; i < phrase.last && i < words.tokens.size(); ++i) {
    if (at[i]) {
      const Mention& mention = mentions[*at[i]];
      last_mention_end = mention.tokens.last;
      const bool possessor = mention.tokens.last < words.tokens.size() &&
                             words.tokens[mention.tokens.last].lower == "'s" &&
                             mention.tokens.last < phrase.last;
      if (figures[mention.figure].kind == ActorKind::person && !possessor) person = mention.figure;
      other = mention.figure;
      i = mention.tokens.last - 1;
      continue;
    }
    const auto role = lexicon().roles().match([&](std::size_t k) {
      return i + k < phrase.last ? words.tokens[i + k].lower : std::string_view();
    });
    if (role) role_noun = true;
  }
  if (person) return person;
  const bool head_named = last_mention_end == phrase.last;
  if (other && (head_named || !role_noun)) {
    // "Ostria" or "the Ostrian guard": the side; a bare adjective is no speaker.
    return other;
  }
  if (!role_noun) return std::nullopt;
  // "the Ostrian president": who holds that office here, if just one does.
  std::optional<std::size_t> holder;
  const std::string_view head = words.tokens[phrase.last - 1].lower;
  for (std::size_t f = 0; f < figures.size() && figures.size() <= kMaxFigures; ++f) {
    for (const FoundRole& role : figures[f].roles) {
      const std::string title = to_lower(role.title);
      if (role.time != RoleTime::current || !title.ends_with(head)) continue;
      if (other && figures[f].side != other) continue;
      if (holder && *holder != f) return other;
      holder = f;
    }
  }
  const std::string_view article = words.tokens[phrase.first].lower;
  if (article == "a" || article == "an" || article == "another" || article == "one")
    return std::nullopt;
  const bool definite = words.tokens[phrase.first].lower == "the" ||
                        words.tokens[phrase.first].is_capital ||
                        words.tokens[phrase.first].lower == "its";
  if (holder && definite) return holder;
  return std::nullopt;
}

Cast find_cast(const Document& document, const Grammar& grammar) {
  Cast cast = Casting(document, grammar).run();
  add_factions(grammar, cast);
  return cast;
}

}  // namespace parley::record::internal
