#include "parley/record/inflection.hpp"

#include <string_view>

#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

std::vector<std::pair<std::string, VerbForm>> verb_forms(const std::string& lemma) {
  std::vector<std::pair<std::string, VerbForm>> forms{{lemma, VerbForm::base}};
  const char last = lemma.back();
  const char before = lemma[lemma.size() - 2];
  const bool sibilant =
      last == 's' || last == 'x' || last == 'z' || lemma.ends_with("sh") || lemma.ends_with("ch");
  const std::string stem = lemma.substr(0, lemma.size() - 1);
  if (last == 'y' && !is_vowel(before)) {
    forms.emplace_back(stem + "ies", VerbForm::third);
    forms.emplace_back(stem + "ied", VerbForm::past);
    forms.emplace_back(lemma + "ing", VerbForm::gerund);
  } else if (last == 'e') {
    forms.emplace_back(lemma + "s", VerbForm::third);
    forms.emplace_back(lemma + "d", VerbForm::past);
    forms.emplace_back(stem + "ing", VerbForm::gerund);
    forms.emplace_back(lemma + "ing", VerbForm::gerund);
  } else {
    forms.emplace_back(lemma + (sibilant ? "es" : "s"), VerbForm::third);
    forms.emplace_back(lemma + "ed", VerbForm::past);
    forms.emplace_back(lemma + "ing", VerbForm::gerund);
    if (!is_vowel(last) && is_vowel(before)) {
      forms.emplace_back(lemma + last + "ed", VerbForm::past);
      forms.emplace_back(lemma + last + "ing", VerbForm::gerund);
    }
  }
  return forms;
}

std::vector<std::pair<std::string, VerbForm>> all_verb_forms(const std::string& lemma) {
  if (lemma == "be") {
    return {{"be", VerbForm::base},   {"am", VerbForm::base},     {"are", VerbForm::base},
            {"'re", VerbForm::base},  {"'m", VerbForm::base},     {"is", VerbForm::third},
            {"'s", VerbForm::third},  {"was", VerbForm::past},    {"were", VerbForm::past},
            {"been", VerbForm::past}, {"being", VerbForm::gerund}};
  }
  static const TextMap<std::vector<std::string>> irregular = [] {
    TextMap<std::vector<std::string>> read;
    for (const auto& row : lexicon_rows("irregular_verbs.tsv")) {
      for (const std::string_view form : names_in(row[1]))
        read[std::string(row[0])].emplace_back(form);
    }
    return read;
  }();
  auto forms = verb_forms(lemma);
  if (const auto found = irregular.find(lemma); found != irregular.end()) {
    std::erase_if(forms, [](const auto& form) { return form.second == VerbForm::past; });
    forms.emplace_back(found->second.front(), VerbForm::past);
    if (found->second.size() > 1) forms.emplace_back(found->second[1], VerbForm::participle);
  }
  if (lemma.ends_with("ize")) {
    for (const auto& [form, kind] : verb_forms(lemma.substr(0, lemma.size() - 2) + "se"))
      forms.emplace_back(form, kind);
  }
  return forms;
}

}  // namespace parley::record::internal
