#include "parley/record/inflection.hpp"

#include <string_view>

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

}  // namespace parley::record::internal
