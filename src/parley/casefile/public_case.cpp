#include "parley/casefile/public_case.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "parley/base/utf8.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/confidential_words.hpp"
#include "parley/casefile/opening.hpp"

namespace parley::casefile {
namespace {

using internal::EntryName;
using internal::Roll;

/// Takes out what is confidential, and what rests on it, until nothing more goes; then, with
/// `words`, what names them.
void open_up(Case& value, const Case& full, const ConfidentialWords* words, Diagnostics& found) {
  const Roll before(full);
  for (bool went = true; went;) {
    const Roll now(value);
    const std::set<EntryName> left(now.defined().begin(), now.defined().end());
    std::set<EntryName> gone;
    std::set<EntryName> unused;
    for (const EntryName& each : before.defined()) {
      if (!left.contains(each)) gone.insert(each);
      if (before.uses(each) && !now.uses(each)) unused.insert(each);
    }
    went = internal::Opening(value, std::move(gone), std::move(unused), words, found).run();
    words = nullptr;  // told once
  }
}

/// The visitor of the table of fields that finds the sections which have become empty: their keys
/// would tell that they were not.
class EmptiedSections : public internal::PassesOverForms {
 public:
  EmptiedSections(const Case& full, Case& open) : full_(full), open_(open) {}

  template <class M>
  void operator()(const internal::Field& field, M Case::* member) {
    const M nothing = Case{}.*member;
    if (open_.*member == nothing && !(full_.*member == nothing)) {
      std::erase(open_.sections, field.name);
    }
  }
  template <class M>
  void part(M) {}
  template <class A, class B>
  void list_or_all(const internal::Field&, A, B) {}

 private:
  const Case& full_;
  Case& open_;
};

void forget_texts_of_reports_that_went(Case& open) {
  Named<Text> kept;
  for (auto& [id, text] : open.texts) {
    if (open.reports.contains(id)) kept.add(id, std::move(text));
  }
  open.texts = std::move(kept);
}

// A path without the folders, or the file's name, that tell what is confidential.
std::string plain_path(const std::string& path, const ConfidentialWords& words) {
  if (!words.named_in(path)) return path;
  const std::string name = std::filesystem::path(path).filename().string();
  return words.named_in(name) ? "case.yaml" : name;
}

void look_at_reports(const Case& open, const ConfidentialWords& words, Diagnostics& found) {
  for (const auto& [id, text] : open.texts) {
    const std::optional<std::size_t> at = words.find(text.utf8());
    if (!at) continue;
    const auto file = std::filesystem::path(open.file).parent_path() / open.reports.at(id).file;
    const Place place = place_of_byte(text.utf8(), *at, file.string());
    if (open.reports.at(id).confidential == false) {
      found.push_back({Severity::warning, "report-names-confidential", place,
                       "this report names something confidential, and is public in full, as its "
                       "entry says",
                       "`confidential: yes` keeps it back"});
    } else {
      found.push_back({Severity::error, "report-names-confidential", place,
                       "this report, which is not confidential, names something that is",
                       "mark the report as confidential; or, where its text is public whatever it "
                       "names, write `confidential: no` in its entry"});
    }
  }
}

}  // namespace

Result<PublicCase> for_public(const Case& full) {
  PublicCase open{full, {}};
  open_up(open.value, full, nullptr, open.warnings);
  forget_texts_of_reports_that_went(open.value);
  const ConfidentialWords words(full, open.value);
  if (!words.empty()) {
    open_up(open.value, full, &words, open.warnings);
    forget_texts_of_reports_that_went(open.value);
    open.value.file = plain_path(full.file, words);
    look_at_reports(open.value, words, open.warnings);
    for (Diagnostic& each : open.warnings) {
      if (each.place.file == full.file) each.place.file = open.value.file;
    }
  }
  EmptiedSections sections(full, open.value);
  internal::describe(internal::Tag<Case>{}, sections);

  Diagnostics checked = check_case(open.value);
  std::move(checked.begin(), checked.end(), std::back_inserter(open.warnings));
  if (has_errors(open.warnings)) return invalid(std::move(open.warnings));
  return open;
}

}  // namespace parley::casefile
