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

bool may_stand_between(std::string_view word) {
  const Lexicon& list = lexicon();
  return list.is(word, WordClass::adverb) || list.is(word, WordClass::determiner) ||
         list.is(word, WordClass::negation) || word == "'s" || word.ends_with("ly");
}

}  // namespace

StanceLexicon::StanceLexicon() {
  read_verbs();
  for (const auto& row : lexicon_rows("stance_nouns.tsv")) {
    if (row[0] == "light") {
      for (auto& [form, kind] : verb_forms(std::string(row[1]))) light_verbs_.emplace(form, true);
      if (row[1] == "give") light_verbs_.emplace("gave", true);
      if (row[1] == "make") light_verbs_.emplace("made", true);
      continue;
    }
    StanceWord word{stance_kind_named(row[1]), std::nullopt, plover_in(row[2]), VerbUse::plain,
                    std::string(row[0])};
    const std::string singular(row[0]);
    nouns_.emplace(singular + "s", word);
    nouns_.emplace(singular, std::move(word));
  }
  for (const auto& row : lexicon_rows("judgements.tsv")) {
    Judgement made{{}, *stance_kind_named(row[0])};
    for (const std::string_view word : split(row[1], ' ')) made.words.emplace_back(word);
    judgements_[made.words.front().substr(0, 3)].push_back(std::move(made));
  }
  for (const auto& row : lexicon_rows("harms.tsv")) harms_.emplace(row[0], true);
}

void StanceLexicon::read_verbs() {
  for (const auto& row : lexicon_rows("actions.tsv")) {
    std::string_view phrase = row[0];
    std::vector<std::string_view> irregular;
    const std::size_t bracket = phrase.find('(');
    if (bracket != std::string_view::npos) {
      irregular = split(phrase.substr(bracket + 1, phrase.size() - bracket - 2), ',');
      phrase = phrase.substr(0, bracket);
    }
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

const StanceWord* StanceLexicon::noun(std::string_view lower) const {
  const auto found = nouns_.find(lower);
  return found == nouns_.end() ? nullptr : &found->second;
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
