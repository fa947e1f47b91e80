#include "parley/record/sides.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr int kMostHops = 3;             // phrases that lead to one another
constexpr std::size_t kReach = 600;      // tokens that are looked back at for an office
constexpr std::size_t kOwnerReach = 60;  // and for the owner of "its"
constexpr std::size_t kMostFigures = 200;

void add_once(std::vector<std::string>& ids, std::string id) {
  if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end())
    ids.push_back(std::move(id));
}

bool is_of(std::string_view word) { return word == "of" || word == "from" || word == "for"; }

bool is_possessive(std::string_view word) {
  return word == "his" || word == "her" || word == "its" || word == "their" || word == "our";
}

bool is_definite(std::string_view word) {
  return word == "the" || word == "both" || word == "this";
}

}  // namespace

Sides::Sides(const Reading& reading, const Sayings& sayings, const ClauseReading& clauses)
    : reading_(reading), sayings_(sayings), clauses_(clauses) {
  const Cast& cast = reading.cast;
  for (std::size_t f = 0; f < cast.figures.size(); ++f)
    figure_of_actor_.emplace(reading.actor_ids[f], f);
  std::size_t states = 0;
  for (std::size_t f = 0; f < cast.figures.size(); ++f) {
    if (cast.figures[f].kind != ActorKind::state) continue;
    only_state_ = ++states == 1 ? reading.actor_ids[f] : std::string();
  }
  infer_sides();
  find_pairs();
}

// "talks between Ostria and Druskia", "envoys of Ostria and the Cantons", "Ostrian and Druskian
// delegates"; and the two sides of whom and by whom most is said, where they stand out.
void Sides::find_pairs() {
  const Cast& cast = reading_.cast;
  std::vector<std::size_t> weight(cast.figures.size());
  const auto side_at = [&](std::size_t figure) {
    return cast.figures[figure].side.value_or(figure);
  };
  for (std::size_t m = 0; m < cast.mentions.size(); ++m) {
    const Mention& mention = cast.mentions[m];
    ++weight[side_at(mention.figure)];
    if (m + 1 == cast.mentions.size() || cast.figures[mention.figure].kind == ActorKind::person)
      continue;
    const Mention& next = cast.mentions[m + 1];
    if (cast.figures[next.figure].kind == ActorKind::person || mention.figure == next.figure)
      continue;
    std::size_t between = mention.tokens.last;
    if (lower(between) != "and") continue;
    ++between;
    if (lower(between) == "the") ++between;
    if (between != next.tokens.first) continue;
    std::size_t before = mention.tokens.first;
    if (before > 0 && lower(before - 1) == "the") --before;
    const std::string_view link = before > 0 ? lower(before - 1) : std::string_view();
    const bool adjectives = mention.use == NameUse::adjective && next.use == NameUse::adjective;
    const bool joined = adjectives ? lexicon().is(lower(next.tokens.last), BodyWord::office) ||
                                         lexicon().is(lower(next.tokens.last), BodyWord::pair)
                                   : link == "between" || is_of(link);
    if (joined) {
      pairs_.emplace_back(
          mention.tokens.first,
          std::vector<std::string>{side_of_figure(mention.figure), side_of_figure(next.figure)});
    }
  }
  for (const Statement& statement : sayings_.statements) {
    const auto speaker = figure_of_actor_.find(statement.speaker);
    if (speaker != figure_of_actor_.end()) weight[side_at(speaker->second)] += 2;
  }
  std::vector<std::size_t> order;
  for (std::size_t f = 0; f < weight.size(); ++f) {
    if (cast.figures[f].kind != ActorKind::person && weight[f] > 1) order.push_back(f);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return weight[a] > weight[b]; });
  const bool stand_out =
      order.size() == 2 || (order.size() > 2 && weight[order[1]] > weight[order[2]]);
  if (stand_out) most_named_ = {reading_.actor_ids[order[0]], reading_.actor_ids[order[1]]};
}

std::string_view Sides::lower(std::size_t token) const {
  const auto& tokens = reading_.words.tokens;
  return token < tokens.size() ? tokens[token].lower : std::string_view();
}

// Nobody promises, denies or stresses for another state, nor says what it will do: who "stressed
// that Ostria would …" speaks for Ostria, where no office tells it and nothing else that he says
// tells otherwise.
void Sides::infer_sides() {
  inferred_.resize(reading_.cast.figures.size());
  std::vector<bool> doubtful(inferred_.size());
  for (std::size_t s = 0; s < sayings_.statements.size(); ++s) {
    const Statement& statement = sayings_.statements[s];
    const auto speaker = figure_of_actor_.find(statement.speaker);
    if (speaker == figure_of_actor_.end() || !reading_.side_ids[speaker->second].empty()) continue;
    const Figure& person = reading_.cast.figures[speaker->second];
    if (person.kind != ActorKind::person || !speaks_for_a_side(person)) continue;
    std::size_t first = sayings_.contents[s].first;
    if (lower(first) == "the") ++first;
    const auto& at = reading_.cast.at;
    if (first >= at.size() || !at[first]) continue;
    const Mention& mention = reading_.cast.mentions[*at[first]];
    const VerbGroup* verb = clauses_.verb_at(mention.tokens.last);
    if (verb == nullptr || mention.use == NameUse::adjective ||
        reading_.cast.figures[mention.figure].kind == ActorKind::person)
      continue;
    const auto cue = lexicon().cue(to_lower(statement.cue));
    const CueClass kind = cue ? cue->verb->kind : CueClass::neutral;
    const bool commits = kind == CueClass::emphasis || kind == CueClass::commitment ||
                         kind == CueClass::refusal || (cue && cue->verb->lemma == "confirm");
    const std::string_view modal = verb->modal ? lower(*verb->modal) : std::string_view();
    if (!commits && modal != "will" && modal != "would") continue;
    std::string& side = inferred_[speaker->second];
    const std::string& named = reading_.actor_ids[mention.figure];
    doubtful[speaker->second] = doubtful[speaker->second] || (!side.empty() && side != named);
    side = named;
  }
  for (std::size_t f = 0; f < inferred_.size(); ++f) {
    if (doubtful[f]) inferred_[f].clear();
  }
}

// An office of a state or a body, but a mediator's.
bool Sides::speaks_for_a_side(const Figure& person) const {
  for (const FoundRole& role : person.roles) {
    if (role.time == RoleTime::former) continue;
    const std::string title = to_lower(role.title);
    const std::string_view head = std::string_view(title).substr(title.rfind(' ') + 1);
    if (lexicon().is(head, BodyWord::office) && title.find("mediator") == std::string::npos &&
        title.find("special") == std::string::npos)
      return true;
  }
  return false;
}

std::string Sides::side_of_figure(std::size_t figure) const {
  if (!inferred_[figure].empty()) return inferred_[figure];
  const std::string& side = reading_.side_ids[figure];
  return side.empty() ? reading_.actor_ids[figure] : side;
}

std::string Sides::at(std::size_t token) const {
  const auto& at = reading_.cast.at;
  if (token >= at.size() || !at[token]) return {};
  return side_of_figure(reading_.cast.mentions[*at[token]].figure);
}

std::string Sides::first_person() const {
  for (const Mention& mention : reading_.cast.mentions) {
    if (reading_.cast.figures[mention.figure].kind == ActorKind::person)
      return side_of_figure(mention.figure);
  }
  return {};
}

std::optional<Voice> Sides::voice_at(std::size_t token) const {
  std::optional<std::size_t> best;
  const auto& contents = sayings_.contents;
  auto content = std::upper_bound(contents.begin(), contents.end(), token,
                                  [](std::size_t at, Range range) { return at < range.first; });
  for (int looked_at = 0; content != contents.begin() && looked_at < 32; ++looked_at) {
    --content;
    const auto c = static_cast<std::size_t>(content - contents.begin());
    if (token < content->last && (!best || content->size() < contents[*best].size())) best = c;
  }
  if (!best) return std::nullopt;
  return Voice{*best, sayings_.speakers[*best]};
}

std::optional<Range> Sides::content_at(std::size_t token) const {
  const auto voice = voice_at(token);
  return voice ? std::optional(sayings_.contents[voice->statement]) : std::nullopt;
}

const CueVerb* Sides::cue_at(std::size_t token) const {
  const auto voice = voice_at(token);
  if (!voice) return nullptr;
  const auto cue = lexicon().cue(to_lower(sayings_.statements[voice->statement].cue));
  return cue ? cue->verb : nullptr;
}

std::vector<std::string> Sides::speakers_at(std::size_t token, int depth) const {
  const auto voice = voice_at(token);
  if (!voice) return {};
  const std::string& actor = sayings_.statements[voice->statement].speaker;
  if (const auto figure = figure_of_actor_.find(actor); figure != figure_of_actor_.end())
    return {side_of_figure(figure->second)};
  if (voice->speaker.size() == 0) return {};
  // A pronoun may lead back to what it says itself.
  const bool within = voice->speaker.first <= token && token < voice->speaker.last;
  if (within) return {};
  return of(voice->speaker, std::max(depth + 1, kMostHops - 1));
}

std::vector<std::string> Sides::of(Range phrase, int depth) const {
  if (phrase.size() == 0 || depth > kMostHops) return {};
  const std::string_view first = lower(phrase.first);
  if (phrase.size() == 1 && lexicon().is(first, WordClass::pronoun)) {
    if (auto found = of_pronoun(phrase, depth); !found.empty()) return found;
  }
  if (phrase.size() > 1 && is_possessive(first)) return of_owner(phrase, depth);
  if (auto found = named_in(phrase); !found.empty()) return found;
  if (is_pair(phrase)) return pair_before(phrase.first);
  if (const std::string side = office_before(phrase); !side.empty()) return {side};
  // "the army" in the mouth of an officer
  const bool office = is_definite(first) && lexicon().is(lower(phrase.last - 1), BodyWord::office);
  if (office && voice_at(phrase.first)) {
    if (auto speakers = speakers_at(phrase.first, depth); speakers.size() == 1) return speakers;
  }
  if (const auto figure = reading_.figure_of(phrase)) return {side_of_figure(*figure)};
  if (const std::string group = group_before(phrase); !group.empty()) return {group};
  return {};
}

std::vector<std::string> Sides::of_pronoun(Range phrase, int depth) const {
  const std::string_view word = lower(phrase.first);
  const auto voice = voice_at(phrase.first);
  const bool quoted = reading_.words.quoted[phrase.first];
  if (word == "we" || word == "i" || word == "us") return speakers_at(phrase.first, depth);
  if (word == "both") return pair_before(phrase.first);
  if (word == "nobody" || word == "everyone" || word == "everybody") {
    // "nobody in Ostria"
    if (lower(phrase.last) == "in") {
      if (const std::string side = at(phrase.last + 1); !side.empty()) return {side};
    }
    return {};
  }
  if (word != "he" && word != "she" && word != "it" && word != "they") return {};
  if (voice && !quoted) {
    auto speakers = speakers_at(phrase.first, depth);
    if (!speakers.empty()) return speakers;
  }
  if (quoted) return {};
  if (word == "he" || word == "she") {
    if (auto person = person_of_sentence_before(phrase.first, depth); !person.empty())
      return {person};
    const auto figure = reading_.figure_of(phrase);
    return figure ? std::vector<std::string>{side_of_figure(*figure)} : std::vector<std::string>{};
  }
  auto before = subject_of_sentence_before(phrase.first, depth);
  if (before.empty() && word == "it") {
    if (const std::string body = last_before(phrase.first, true); !body.empty()) before = {body};
  }
  return before;
}

// "his government", "its council", "our side"
std::vector<std::string> Sides::of_owner(Range phrase, int depth) const {
  const std::string_view head = lower(phrase.last - 1);
  if (auto named = named_in(phrase); !named.empty()) return named;
  if (!lexicon().is(head, BodyWord::office) && head != "party" && head != "people" &&
      head != "movement" && head != "union" && head != "company")
    return {};
  if (auto speakers = speakers_at(phrase.first, depth); !speakers.empty()) return speakers;
  const std::string_view owner = lower(phrase.first);
  if (owner == "our") return {};
  if (owner == "his" || owner == "her") {
    const std::string person = last_before(phrase.first, false);
    return person.empty() ? std::vector<std::string>{} : std::vector<std::string>{person};
  }
  if (auto before = subject_of_sentence_before(phrase.first, depth); !before.empty()) return before;
  const std::string body = last_before(phrase.first, true);
  return body.empty() ? std::vector<std::string>{} : std::vector<std::string>{body};
}

// The side named last before a token, at most some sentences back.
std::string Sides::last_before(std::size_t token, bool body_only) const {
  const auto& mentions = reading_.cast.mentions;
  auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), token,
                       [](const Mention& each, std::size_t at) { return each.tokens.first < at; });
  while (mention != mentions.begin()) {
    --mention;
    if (token - mention->tokens.first > kOwnerReach) return {};
    const bool person = reading_.cast.figures[mention->figure].kind == ActorKind::person;
    if (body_only == person) continue;
    return side_of_figure(mention->figure);
  }
  return {};
}

// The subject of the narrator's first finite verb in the sentence before, in the same paragraph.
std::optional<Range> Sides::subject_before(std::size_t token) const {
  const std::size_t here = reading_.sentence_of(token);
  const auto& sentences = reading_.words.sentences;
  if (here == 0 || sentences[here - 1].block != sentences[here].block) return std::nullopt;
  const Sentence& before = sentences[here - 1];
  // "The road was closed, the guard said. It …"
  if (const auto voice = voice_at(before.first);
      voice && !reading_.words.quoted[before.first] && voice->speaker.first > before.first)
    return voice->speaker;
  for (const VerbGroup* verb = clauses_.verb_from(before.first);
       verb != nullptr && verb->begin < before.last; verb = clauses_.verb_from(verb->end)) {
    if (verb->form != record::VerbForm::finite || reading_.words.quoted[verb->head]) continue;
    const auto subject = clauses_.subject_of(verb->head);
    if (!subject || subject->first < before.first) return std::nullopt;
    return Range{subject->first, subject->last};
  }
  return std::nullopt;
}

std::vector<std::string> Sides::subject_of_sentence_before(std::size_t token, int depth) const {
  const auto subject = subject_before(token);
  return subject ? of(*subject, depth + 1) : std::vector<std::string>{};
}

// The side of "the president" or "Marek" where that is the subject before; empty for a state.
std::string Sides::person_of_sentence_before(std::size_t token, int depth) const {
  const auto subject = subject_before(token);
  if (!subject) return {};
  const auto figure = reading_.figure_of(*subject);
  const bool person = figure ? reading_.cast.figures[*figure].kind == ActorKind::person
                             : lexicon()
                                       .roles()
                                       .match([&](std::size_t k) {
                                         return subject->last - 1 + k < subject->last
                                                    ? lower(subject->last - 1)
                                                    : std::string_view();
                                       })
                                       .words > 0;
  if (!person) return {};
  const auto sides = of(*subject, depth + 1);
  return sides.size() == 1 ? sides.front() : std::string();
}

// Names that the phrase is, or whose office, people or delegation it is.
std::vector<std::string> Sides::named_in(Range phrase) const {
  std::vector<std::string> found;
  const Cast& cast = reading_.cast;
  const auto head_at = [&](std::size_t after) {
    return after >= phrase.last ? after : phrase.last - 1;
  };
  for (std::size_t i = phrase.first; i < phrase.last; ++i) {
    if (!cast.at[i]) continue;
    const Mention& mention = cast.mentions[*cast.at[i]];
    const Figure& figure = cast.figures[mention.figure];
    const std::size_t next = mention.tokens.last;
    i = next - 1;
    const std::size_t head = head_at(next);
    const bool is_head =
        head >= phrase.last || lower(next) == "and" || lower(next) == "," || lower(next) == "or";
    const bool office = !is_head && (lexicon().is(lower(head), BodyWord::office));
    const bool owns = lower(next) == "'s" || lower(next) == "\u2019s" || lower(next) == "'";
    if (figure.kind == ActorKind::person) {
      // "Kovan's aide" speaks for his side, "Kovan's speech" for nobody.
      if (is_head || (owns && office)) add_once(found, side_of_figure(mention.figure));
    } else if (is_head
                   ? mention.use != NameUse::adjective || lower(mention.tokens.first).ends_with('s')
                   : office) {
      add_once(found, side_of_figure(mention.figure));
    } else if (!is_head) {
      // "Ostrian President Kovan", "Ostria's envoy, Marek": who is named last counts.
      for (std::size_t k = next; k < phrase.last; ++k) {
        if (cast.at[k] &&
            cast.figures[cast.mentions[*cast.at[k]].figure].kind == ActorKind::person) {
          add_once(found, side_of_figure(cast.mentions[*cast.at[k]].figure));
          break;
        }
      }
    }
  }
  // "the delegations of Ostria and Druskia"
  if (found.empty() && is_of(lower(phrase.last)) &&
      (lexicon().is(lower(phrase.last - 1), BodyWord::office) ||
       lexicon().is(lower(phrase.last - 1), BodyWord::pair))) {
    std::size_t i = phrase.last + 1;
    for (int count = 0; count < 3; ++count) {
      if (lower(i) == "the") ++i;
      if (i >= cast.at.size() || !cast.at[i]) break;
      const Mention& mention = cast.mentions[*cast.at[i]];
      if (cast.figures[mention.figure].kind != ActorKind::person ||
          lexicon().is(lower(phrase.last - 1), BodyWord::office))
        add_once(found, side_of_figure(mention.figure));
      i = mention.tokens.last;
      if (lower(i) != "and" && lower(i) != ",") break;
      ++i;
    }
  }
  return found;
}

bool Sides::is_pair(Range phrase) const {
  const std::string_view first = lower(phrase.first);
  if (phrase.size() == 1) return first == "both" || first == "neither" || first == "either";
  const std::string_view head = lower(phrase.last - 1);
  if (!lexicon().is(head, BodyWord::pair)) return false;
  const std::string_view second = lower(phrase.first + 1);
  const bool counted = first == "both" || first == "neither" || first == "either" ||
                       first == "two" || (first == "the" && second == "two");
  return counted || (first == "the" && phrase.size() == 2 &&
                     (head == "sides" || head == "parties" || head == "ministers" ||
                      head == "leaders" || head == "delegations" || head == "governments"));
}

std::vector<std::string> Sides::pair_before(std::size_t token) const {
  const auto after = std::partition_point(pairs_.begin(), pairs_.end(),
                                          [&](const auto& pair) { return pair.first < token; });
  if (after != pairs_.begin()) return std::prev(after)->second;
  return most_named_.size() == 2 ? most_named_ : std::vector<std::string>{};
}

// "the council" after "the Ostrian council": whose it was the last time.
std::string Sides::office_before(Range phrase) const {
  const std::size_t head = phrase.last - 1;
  if (!is_definite(lower(phrase.first)) || !lexicon().is(lower(head), BodyWord::office)) return {};
  for (std::size_t k = phrase.first; k > 1 && phrase.first - k < kReach; --k) {
    if (lower(k - 1) != lower(head)) continue;
    std::size_t owner = k - 1;
    while (owner > 0 && k - owner < 4 && lexicon().is_role_modifier(lower(owner - 1))) --owner;
    if (owner == 0) continue;
    if (lower(owner - 1) == "'s" && owner > 1) --owner;
    const auto& mention = reading_.cast.at[owner - 1];
    if (!mention) continue;
    const std::size_t figure = reading_.cast.mentions[*mention].figure;
    if (reading_.cast.figures[figure].kind != ActorKind::person) return side_of_figure(figure);
  }
  if (std::string side = office_in_headings(lower(head)); !side.empty()) return side;
  // In a report that knows one state only, the government and the army are that state's.
  return lexicon().is(lower(head), BodyWord::home) ? only_state_ : std::string();
}

// "Readout of the call between the President of Ostria and …" above a report of "the President".
std::string Sides::office_in_headings(std::string_view head) const {
  const std::string_view all = reading_.document.readable();
  std::string side;
  for (const Block& block : reading_.document.blocks()) {
    if (block.kind == BlockKind::body) continue;
    const std::string text = to_lower(all.substr(block.begin, block.end - block.begin));
    const std::string needle = std::string(head) + " of ";
    const std::size_t at = text.find(needle);
    if (at == std::string::npos) continue;
    const std::string_view after = std::string_view(text).substr(at + needle.size());
    for (std::size_t f = 0; f < reading_.cast.figures.size() && f < kMostFigures; ++f) {
      const Figure& figure = reading_.cast.figures[f];
      if (figure.kind == ActorKind::state && after.starts_with(to_lower(figure.name)))
        side = side_of_figure(f);
    }
  }
  return side;
}

// "the guerrillas", "the union": the group whose name has that word, else the group named last.
std::string Sides::group_before(Range phrase) const {
  const std::string_view head = lower(phrase.last - 1);
  if (!is_definite(lower(phrase.first)) || reading_.cast.figures.size() > kMostFigures) return {};
  const bool armed = lexicon().is(head, BodyWord::armed);
  if (!armed && !lexicon().is(head, BodyWord::body)) return {};
  const auto& mentions = reading_.cast.mentions;
  std::string last;
  auto mention =
      std::lower_bound(mentions.begin(), mentions.end(), phrase.first,
                       [](const Mention& each, std::size_t at) { return each.tokens.first < at; });
  for (std::size_t looked_at = 0; mention != mentions.begin() && looked_at < kReach; ++looked_at) {
    --mention;
    const Figure& figure = reading_.cast.figures[mention->figure];
    if (figure.kind != ActorKind::group && figure.kind != ActorKind::organisation) continue;
    const std::string name = to_lower(figure.name);
    if (name.size() > head.size() && name.ends_with(head)) return side_of_figure(mention->figure);
    if (armed && last.empty() && figure.kind == ActorKind::group)
      last = side_of_figure(mention->figure);
  }
  return last;
}

}  // namespace parley::record::internal
