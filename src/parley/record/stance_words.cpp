#include "parley/record/stance_words.hpp"

#include <algorithm>

#include "parley/record/inflection.hpp"
#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

std::string plover_in(std::string_view column) {
  return column == "-" ? std::string() : std::string(column);
}

// Every form of a verb; those in brackets take the place of the regular past.
std::vector<std::string> forms_of(std::string_view lemma,
                                  const std::vector<std::string_view>& irregular) {
  if (lemma == "be")
    return {"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "am"};
  std::vector<std::string> forms;
  for (auto& [form, kind] : verb_forms(std::string(lemma))) {
    if (irregular.empty() || kind != VerbForm::past) forms.push_back(form);
  }
  forms.insert(forms.end(), irregular.begin(), irregular.end());
  return forms;
}

// "go along with(went,gone)": the words, and what stands in brackets.
std::pair<std::string_view, std::vector<std::string_view>> with_irregular_forms(
    std::string_view column) {
  const std::size_t bracket = column.find('(');
  if (bracket == std::string_view::npos) return {column, {}};
  return {column.substr(0, bracket),
          split(column.substr(bracket + 1, column.size() - bracket - 2), ',')};
}

bool may_stand_between(std::string_view word) {
  const Lexicon& list = lexicon();
  return list.is(word, WordClass::adverb) || list.is(word, WordClass::determiner) ||
         list.is(word, WordClass::negation) || word == "'s" || word.ends_with("ly");
}

}  // namespace

StanceLexicon::StanceLexicon() {
  read_verbs();
  read_nouns();
  read_governors();
  for (const auto& row : lexicon_rows("judgements.tsv")) {
    Judgement made{{}, *stance_kind_named(row[0])};
    for (const std::string_view word : split(row[1], ' ')) made.words.emplace_back(word);
    judgements_[made.words.front().substr(0, 3)].push_back(std::move(made));
  }
  for (const auto& row : lexicon_rows("harms.tsv")) harms_.emplace(row[0], true);
}

void StanceLexicon::read_nouns() {
  for (const auto& row : lexicon_rows("stance_nouns.tsv")) {
    const std::size_t blank = row[0].find(' ');
    const bool alone = blank == std::string_view::npos;
    const std::string noun(alone ? row[0] : row[0].substr(blank + 1));
    Noun made{std::string(alone ? std::string_view() : row[0].substr(0, blank)),
              {stance_kind_named(row[1]), std::nullopt, plover_in(row[2]), VerbUse::plain, noun}};
    nouns_[noun + "s"].push_back(made);
    nouns_[noun].push_back(std::move(made));
  }
}

void StanceLexicon::read_governors() {
  for (const auto& row : lexicon_rows("stance_governors.tsv")) {
    const auto governor = governor_named(row[0]);
    if (!governor) continue;
    const auto [lemma, irregular] = with_irregular_forms(row[1]);
    for (const std::string& form : forms_of(lemma, irregular))
      governors_[form] |= 1U << static_cast<unsigned>(*governor);
  }
}

bool StanceLexicon::is(std::string_view lower, Governor governor) const {
  const auto found = governors_.find(lower);
  return found != governors_.end() && (found->second >> static_cast<unsigned>(governor) & 1U) != 0;
}

void StanceLexicon::read_verbs() {
  for (const auto& row : lexicon_rows("actions.tsv")) {
    const auto [phrase, irregular] = with_irregular_forms(row[0]);
    const auto words = split(phrase, ' ');
    Verb verb;
    for (std::size_t i = 1; i < words.size(); ++i) verb.rest.emplace_back(words[i]);
    verb.word = {stance_kind_named(row[1]), stance_kind_named(row[2]), plover_in(row[3]),
                 row.size() > 4 ? verb_use_named(row[4]).value_or(VerbUse::plain) : VerbUse::plain,
                 std::string(words[0])};
    for (const std::string& form : forms_of(words[0], irregular)) {
      auto& list = verbs_[form];
      const auto at = std::find_if(list.begin(), list.end(), [&](const Verb& each) {
        return each.rest.size() < verb.rest.size();
      });
      list.insert(at, verb);
    }
  }
}

StanceLexicon::Match StanceLexicon::verb(const WordAt& word) const {
  const auto found = verbs_.find(word(0));
  if (found == verbs_.end()) return {};
  for (const Verb& verb : found->second) {
    std::size_t at = 1;
    bool fits = true;
    for (const std::string& each : verb.rest) {
      for (int skipped = 0; skipped < 3 && word(at) != each && may_stand_between(word(at));
           ++skipped)
        ++at;
      const std::string_view here = word(at);
      fits = here == each ||
             (here.size() == each.size() + 1 && here.starts_with(each) && here.back() == 's');
      if (!fits) break;
      ++at;
    }
    if (fits) return {&verb.word, at};
  }
  return {};
}

const StanceWord* StanceLexicon::noun(const WordAt& word_before) const {
  const auto found = nouns_.find(word_before(0));
  if (found == nouns_.end()) return nullptr;
  constexpr std::size_t kAdjectives = 5;  // words before the noun that are looked at
  for (const Noun& noun : found->second) {
    if (noun.adjective.empty()) return &noun.word;
    for (std::size_t k = 1; k <= kAdjectives; ++k) {
      if (word_before(k) == noun.adjective) return &noun.word;
    }
  }
  return nullptr;
}

std::optional<StanceKind> StanceLexicon::judgement(const WordAt& word) const {
  const auto found = judgements_.find(word(0).substr(0, 3));
  if (found == judgements_.end()) return std::nullopt;
  for (const Judgement& each : found->second) {
    bool fits = true;
    for (std::size_t w = 0; w < each.words.size() && fits; ++w)
      fits = word(w).starts_with(each.words[w]);
    if (fits) return each.stance;
  }
  return std::nullopt;
}

const StanceLexicon& stance_lexicon() {
  static const StanceLexicon lexicon;
  return lexicon;
}

std::string plover_of(StanceKind turned, const std::string& verbs_own) {
  switch (turned) {
    case StanceKind::rejects:
      return "REJECT";
    case StanceKind::open:
      return "AGREE";
    case StanceKind::disapproves:
      return "ACCUSE";
    case StanceKind::denies:
      return {};
    default:
      return verbs_own;
  }
}

}  // namespace parley::record::internal
