#include "parley/record/stances.hpp"

#include <algorithm>

#include "parley/record/stance_claims.hpp"
#include "parley/record/stance_content.hpp"

namespace parley::record::internal {
namespace {

bool is_cooperative(StanceKind stance) {
  return stance == StanceKind::accepts || stance == StanceKind::offers ||
         stance == StanceKind::open || stance == StanceKind::accepts_partly;
}

class StanceFinder {
 public:
  StanceFinder(const Reading& reading, const Sayings& sayings, const std::vector<IssueCues>& issues)
      : reading_(reading),
        sayings_(sayings),
        clauses_(reading.words),
        sides_(reading, sayings, clauses_),
        issues_(issues),
        text_(reading, clauses_, sides_, issues_) {}

  std::vector<Stance> run() {
    const StanceModel* model = StanceModel::builtin();
    for (const Sentence& sentence : reading_.words.sentences) {
      const std::size_t before = found_.size();
      read(sentence);
      if (model != nullptr) add_by_content(*model, before);
    }
    std::vector<Stance> stances;
    for (Found& each : found_) stances.push_back(std::move(each.stance));
    return stances;
  }

  std::vector<StanceExample> examples() {
    std::vector<StanceExample> all;
    for (const Sentence& sentence : reading_.words.sentences) {
      const std::size_t before = found_.size();
      read(sentence);
      for (StanceCandidate& each : candidates_in(text_)) {
        auto features = features_of(text_, each, by_rule(each, before));
        each.verb = nullptr;
        all.push_back({std::move(each), std::move(features)});
      }
    }
    return all;
  }

 private:
  struct Found {
    Stance stance;
    Range tokens;
    bool saying = false;
  };

  void read(const Sentence& sentence) {
    text_.read(sentence);
    covered_ = {};
    const std::size_t before = found_.size();
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
      const bool word = reading_.words.tokens[i].kind == TokenKind::word;
      if (word && !text_.is_hypothetical(i)) look_at(i);
    }
    drop_doubles(before);
  }

  // The first of the stances [first, last) that stands in these tokens and is of one of the
  // parties.
  const Found* found_in(Range tokens, const std::vector<std::string>& parties, std::size_t first,
                        std::size_t last) const {
    for (std::size_t f = first; f < last; ++f) {
      const std::string& party = found_[f].stance.party;
      if (found_[f].tokens.overlaps(tokens) &&
          std::find(parties.begin(), parties.end(), party) != parties.end())
        return &found_[f];
    }
    return nullptr;
  }

  // The stance that the rules found for one of the candidate's parties in its clause.
  std::optional<StanceKind> by_rule(const StanceCandidate& candidate, std::size_t first) const {
    const Found* found = found_in(candidate.clause, candidate.parties, first, found_.size());
    return found == nullptr ? std::nullopt : std::optional(found->stance.stance);
  }

  // What the content of the sentence's clauses tells beyond what the rules found in it.
  void add_by_content(const StanceModel& model, std::size_t first) {
    const std::size_t ruled = found_.size();
    std::vector<JudgedClause> judged;
    for (StanceCandidate& each : candidates_in(text_)) {
      const auto rule = by_rule(each, first);
      const auto scores = model.probabilities(features_of(text_, each, rule));
      judged.push_back({std::move(each), scores});
    }
    for (const ContentStance& each : stances_by_content(text_, model, std::move(judged))) {
      for (const std::string& party : each.parties) {
        if (found_in(each.tokens, {party}, first, ruled) == nullptr) write(each, party);
      }
    }
    std::stable_sort(
        found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
        [](const Found& a, const Found& b) { return a.tokens.first < b.tokens.first; });
  }

  void write(const ContentStance& content, const std::string& party) {
    Stance stance;
    stance.passage = reading_.passage(content.tokens.first, content.tokens.last);
    stance.text = reading_.text(content.tokens.first, content.tokens.last);
    stance.party = party;
    if (content.topic.issue) stance.issue = issues_.id(*content.topic.issue);
    stance.stance = content.stance;
    stance.target = target_in(content.tokens, party);
    if (content.condition)
      stance.condition = reading_.passage(content.condition->first, content.condition->last).span;
    stance.negated = content.negated;
    stance.confidence = content.confidence;
    if (content.statement) stance.statement = sayings_.statements[*content.statement].id;
    found_.push_back({std::move(stance), content.tokens});
  }

  void look_at(std::size_t i) {
    if (const VerbGroup* verb = clauses_.verb_at(i)) {
      const bool told = covered_.first <= i && i < covered_.last;
      if (verb->head == i && !told && !text_.is_asked(i)) look_at_verb(*verb);
    } else {
      const auto before = [&](std::size_t k) {
        return i >= text_.sentence.first + k ? text_.lower(i - k) : std::string_view();
      };
      if (const StanceWord* noun = stance_lexicon().noun(before)) {
        if (const auto claim = noun_claim(text_, i, *noun)) write(*claim);
      }
    }
  }

  // The first of the ways in which a verb can tell a stance.
  void look_at_verb(const VerbGroup& verb) {
    for (const auto read :
         {threat_claim, verb_claim, existence_claim, judgement_claim, requirement_claim}) {
      const auto claim = read(text_, verb);
      if (!claim || !write(*claim)) continue;
      if (!claim->saying) covered_ = {claim->verb + 1, text_.object_in(claim->clause).last};
      if (is_cooperative(claim->stance)) {
        if (const auto exception = exception_claim(text_, *claim)) write(*exception);
      }
      return;
    }
  }

  // Somebody else's guess at what a side will do, or what a plan would have it do.
  bool is_forecast(const Claim& claim, const std::string& party) const {
    const auto speakers = sides_.speakers_at(claim.verb);
    if (std::find(speakers.begin(), speakers.end(), party) != speakers.end()) return false;
    if (sides_.voice_at(claim.verb)) return !claim.past;
    if (!claim.past && others_say_so()) return true;
    // The narrator's "would" tells of a plan.
    const VerbGroup* verb = clauses_.verb_at(claim.verb);
    return verb != nullptr && text_.modal_of(*verb) == "would" &&
           !reading_.words.quoted[claim.verb];
  }

  // "Ostria, as the envoy pointed out, refuses to …"
  bool others_say_so() const {
    for (std::size_t k = text_.sentence.first; k + 2 < text_.sentence.last; ++k) {
      if (text_.lower(k) != "as" || clauses_.noun_at(k + 1) == nullptr) continue;
      const VerbGroup* verb = clauses_.verb_at(clauses_.noun_at(k + 1)->end);
      const bool says = verb != nullptr && (lexicon().cue(text_.lower(verb->head)) ||
                                            text_.lower(verb->head) == "put");
      if (says && (k == text_.sentence.first || text_.text(k - 1) == ",")) return true;
    }
    return false;
  }

  bool write(const Claim& claim) {
    if (text_.is_term_of_plan(claim.verb)) return false;
    bool any = false;
    for (const std::string& party : claim.parties) {
      if (is_forecast(claim, party)) continue;
      write(claim, party);
      any = true;
    }
    if (any) text_.before = claim.topic;
    return any;
  }

  void write(const Claim& claim, const std::string& party) {
    const Range tokens = extent_of(claim);
    Stance stance;
    stance.passage = reading_.passage(tokens.first, tokens.last);
    stance.text = reading_.text(tokens.first, tokens.last);
    stance.party = party;
    if (claim.topic.issue) stance.issue = issues_.id(*claim.topic.issue);
    stance.stance = claim.stance;
    if (claim.tentative && stance.stance == StanceKind::accepts) stance.stance = StanceKind::open;
    if (claim.condition && is_cooperative(stance.stance)) stance.stance = StanceKind::conditional;
    stance.target = target_in(claim.object, party);
    if (claim.condition)
      stance.condition = reading_.passage(claim.condition->first, claim.condition->last).span;
    stance.plover = claim.plover;
    stance.negated = claim.negated;
    stance.confidence =
        claim.topic.issue && !claim.tentative ? Confidence::moderate : Confidence::low;
    if (const auto voice = sides_.voice_at(claim.verb))
      stance.statement = sayings_.statements[voice->statement].id;
    found_.push_back({std::move(stance), tokens, claim.saying});
  }

  // With the subject where that stands right before, and the condition wherever it stands.
  Range extent_of(const Claim& claim) const {
    constexpr std::size_t kBetween = 8;  // tokens from the subject to the verb
    std::size_t first = claim.first;
    if (claim.subject && claim.subject->last <= first && first - claim.subject->last < kBetween &&
        reading_.words.quoted[claim.subject->first] == reading_.words.quoted[first] &&
        !is_joined(claim.subject->last, first))
      first = claim.subject->first;
    std::size_t last = std::max(claim.clause.last, claim.verb + 1);
    if (claim.condition) {
      first = std::min(first, claim.condition->first);
      last = std::max(last, claim.condition->last);
    }
    return {first, last};
  }

  bool is_joined(std::size_t first, std::size_t last) const {
    for (std::size_t k = first; k < last; ++k) {
      if (clauses_.tag(k) == Tag::CC) return true;
    }
    return false;
  }

  // The first side but one's own that the object names by its name: "Ostria", not "Ostrian ships".
  std::string target_in(Range object, const std::string& party) const {
    constexpr std::size_t kReach = 12;
    const auto& cast = reading_.cast;
    for (std::size_t k = object.first; k < std::min(object.last, object.first + kReach); ++k) {
      if (!cast.at[k]) continue;
      const Mention& mention = cast.mentions[*cast.at[k]];
      // "Ostrian ships", "Ostria’s allies": what is Ostria's is not Ostria.
      const bool before_noun = is_noun(clauses_.tag(mention.tokens.last)) ||
                               clauses_.tag(mention.tokens.last) == Tag::POS;
      std::string side = sides_.at(k);
      if (mention.use != NameUse::adjective && !before_noun && side != party) return side;
      k = mention.tokens.last - 1;
    }
    return {};
  }

  // One stance is written down once; a verb of saying gives way to what it introduces.
  void drop_doubles(std::size_t begin) {
    std::vector<bool> dropped(found_.size() - begin);
    for (std::size_t a = begin; a < found_.size(); ++a) {
      for (std::size_t b = a + 1; b < found_.size(); ++b) {
        const Found& first = found_[a];
        const Found& second = found_[b];
        const bool overlap =
            first.tokens.first < second.tokens.last && second.tokens.first < first.tokens.last;
        if (first.stance.party != second.stance.party || !overlap) continue;
        if (first.saying && !second.saying) {
          dropped[a - begin] = true;
        } else if (first.stance.stance == second.stance.stance &&
                   (first.stance.issue == second.stance.issue || second.stance.issue.empty())) {
          dropped[b - begin] = true;
        }
      }
    }
    std::size_t kept = begin;
    for (std::size_t a = begin; a < found_.size(); ++a) {
      if (dropped[a - begin]) continue;
      if (kept != a) found_[kept] = std::move(found_[a]);
      ++kept;
    }
    found_.resize(kept);
  }

  const Reading& reading_;
  const Sayings& sayings_;
  ClauseReading clauses_;
  Sides sides_;
  IssueFinder issues_;
  StanceText text_;
  Range covered_;  // the complement of the last verb of stance, which has no stance of its own
  std::vector<Found> found_;
};

}  // namespace

std::vector<Stance> find_stances(const Reading& reading, const Sayings& sayings,
                                 const std::vector<IssueCues>& issues) {
  return StanceFinder(reading, sayings, issues).run();
}

std::vector<StanceExample> stance_examples(const Reading& reading, const Sayings& sayings,
                                           const std::vector<IssueCues>& issues) {
  return StanceFinder(reading, sayings, issues).examples();
}

}  // namespace parley::record::internal
