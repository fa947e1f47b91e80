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

std::vector<std::pair<std::string, VerbForm>> forms_of_entry(std::string_view entry) {
  if (entry == "be") {
    return {{"be", VerbForm::base},   {"am", VerbForm::base},     {"are", VerbForm::base},
            {"'re", VerbForm::base},  {"'m", VerbForm::base},     {"is", VerbForm::third},
            {"'s", VerbForm::third},  {"was", VerbForm::past},    {"were", VerbForm::past},
            {"been", VerbForm::past}, {"being", VerbForm::gerund}};
  }
  const std::size_t bracket = entry.find('(');
  if (bracket == std::string_view::npos) return verb_forms(std::string(entry));
  std::vector<std::pair<std::string, VerbForm>> forms;
  for (auto& form : verb_forms(std::string(entry.substr(0, bracket)))) {
    if (form.second != VerbForm::past) forms.push_back(std::move(form));
  }
  const auto irregular = split(entry.substr(bracket + 1, entry.size() - bracket - 2), ',');
  forms.emplace_back(irregular[0], VerbForm::past);
  if (irregular.size() > 1) forms.emplace_back(irregular[1], VerbForm::participle);
  return forms;
}

}  // namespace parley::record::internal
