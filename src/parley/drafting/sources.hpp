#pragma once

#include <map>
#include <string>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/drafting/names.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// The reports of a record as those of a case: passages become evidence.
class Sources {
 public:
  Sources(const record::Record& record, const casefile::Named<Text>& texts);

  const casefile::Named<casefile::Report>& reports() const { return reports_; }
  casefile::Named<Text> texts() const;

  casefile::Evidence cite(const record::Passage& passage) const;
  /// The same for several passages, each once.
  std::vector<casefile::Evidence> cite(const std::vector<record::Passage>& passages) const;

  /// The words of a passage, with single blanks between them.
  std::string words(const record::Passage& passage) const;
  /// The sentence that a passage stands in, as far as stops and line ends tell.
  std::string sentence(const record::Passage& passage) const;

  /// What a report is called: its title, else its name.
  std::string title(const std::string& report) const;

 private:
  const Text& text(const std::string& report) const { return texts_->at(report); }

  const casefile::Named<Text>* texts_;
  std::map<std::string, std::string> name_of_;  // record's id -> case's name
  casefile::Named<casefile::Report> reports_;
};

/// The text with every run of white space as one blank, none at the ends.
std::string single_spaced(std::string_view text);

}  // namespace parley::drafting::internal
