#include "parley/record/events.hpp"

#include <algorithm>

#include "parley/record/event_reader.hpp"
#include "parley/record/sides.hpp"

namespace parley::record::internal {
namespace {

class Chronicler {
 public:
  Chronicler(const Reading& reading, const Sayings& sayings, const std::vector<FoundTime>& times)
      : reading_(reading),
        words_(reading.words),
        sayings_(sayings),
        times_(times),
        clauses_(reading.words),
        sides_(reading, sayings, clauses_),
        reader_(reading.grammar()) {}

  std::vector<Event> run() {
    for (const Sentence& sentence : words_.sentences) {
      if (is_point(reading_.document.blocks()[sentence.block])) continue;
      std::size_t from = sentence.first;
      for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        if (i < from || words_.quoted[i]) continue;
        const auto found = reader_.event_at(i, {sentence.first, sentence.last});
        if (!found || found->confidence != Confidence::high) continue;
        if (add(*found, sentence)) from = found->words.back() + 1;
      }
    }
    return std::move(events_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  // "4. Ostria gives up its claim": what a plan says is done by nobody yet.
  bool is_point(const Block& block) const {
    const char first = reading_.document.readable()[block.begin];
    return block.lead > 0 && first >= '0' && first <= '9';
  }

  // A deed told in the present is a term of a plan or a habit; words are spoken in the present too.
  bool is_term(const Deed& deed, const VerbGroup& group) const {
    const Tag tense = clauses_.tag(group.begin);
    if (deed.to_come || (tense != Tag::VBZ && tense != Tag::VBP)) return false;
    if (lexicon().is(lower(group.begin), WordClass::auxiliary)) return false;  // "has freed"
    return quad_class(deed.event) == QuadClass::material_cooperation ||
           deed.event == EventClass::CONCEDE || deed.event == EventClass::CONSULT;
  }

  bool add(const FoundEvent& found, const Sentence& sentence) {
    const VerbGroup* group = clauses_.verb_at(found.verb);
    if (group != nullptr && is_term(found.deed, *group)) return false;
    const auto subject = clauses_.subject_of(found.verb);
    std::vector<std::string> doers;
    std::vector<std::string> others;
    if (subject) doers = sides_.of({subject->first, subject->last});
    if (group != nullptr && group->passive && group->head == found.verb) {
      others = std::move(doers);
      doers.clear();
      if (const auto agent = clauses_.agent_of(found.verb)) doers = sides_.of(*agent);
    }
    if (found.required) {  // who requires is who says so
      others = std::move(doers);
      doers = sides_.speakers_at(found.verb);
    }
    if (doers.empty()) return false;
    const std::size_t last = past_clause(found, sentence);
    if (others.empty()) {
      for (std::size_t i = found.verb + 1; i < last; ++i) {
        const std::string side = words_.quoted[i] ? std::string() : sides_.at(i);
        if (side.empty() || std::find(doers.begin(), doers.end(), side) != doers.end()) continue;
        others.push_back(side);
        break;
      }
    }
    std::size_t first = std::min(found.words.front(), found.verb);
    if (subject && subject->first < first && first - subject->last < 8) first = subject->first;
    Event event;
    event.passage = reading_.passage(first, last);
    event.text = reading_.text(first, last);
    event.event = found.deed.event;
    event.mode = found.deed.mode;
    event.to_come = found.deed.to_come;
    event.actors = std::move(doers);
    event.targets = std::move(others);
    event.date = date_in(first, last);
    for (const std::size_t word : found.words)
      event.words.push_back(reading_.passage(word, word + 1).span);
    if (const auto voice = sides_.voice_at(found.verb))
      event.statement = sayings_.statements[voice->statement].id;
    events_.push_back(std::move(event));
    return true;
  }

  // Past the clause of an event: to the next stop, comma with a new clause, or subordinator.
  std::size_t past_clause(const FoundEvent& found, const Sentence& sentence) const {
    std::size_t end = std::max(found.verb, found.words.back()) + 1;
    for (; end < sentence.last; ++end) {
      const Token& token = words_.tokens[end];
      if (token.kind == TokenKind::punctuation || token.kind == TokenKind::mark) break;
      if (reading_.grammar().is(end, Category::subordinator) ||
          reading_.grammar().is(end, Category::relative) ||
          reading_.grammar().is(end, Category::finite))
        break;
    }
    return end;
  }

  std::string date_in(std::size_t first, std::size_t last) const {
    const auto time = std::partition_point(
        times_.begin(), times_.end(),
        [&](const FoundTime& each) { return each.tokens.first < first; });  // in the text's order
    return time != times_.end() && time->tokens.first < last ? time->time.value : std::string();
  }

  const Reading& reading_;
  const Words& words_;
  const Sayings& sayings_;
  const std::vector<FoundTime>& times_;
  ClauseReading clauses_;
  Sides sides_;
  EventReader reader_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<Event> find_events(const Reading& reading, const Sayings& sayings,
                               const std::vector<FoundTime>& times) {
  return Chronicler(reading, sayings, times).run();
}

}  // namespace parley::record::internal
