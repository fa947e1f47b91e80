#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/record/grammar.hpp"
#include "parley/record/record.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {

/// Tells which issue of a catalogue a stretch of text is about, by the catalogue's cues.
class IssueFinder {
 public:
  explicit IssueFinder(const std::vector<IssueCues>& issues);

  /// The issue, by its place in the list, whose cues weigh most in the tokens: each cue that occurs
  /// counts once, a cue of several words twice, and less the further from the start it stands; the
  /// first of equals. Nothing when no cue occurs.
  std::optional<std::size_t> issue_in(const Words& words, Range tokens) const;

  const std::string& id(std::size_t issue) const { return issues_[issue].issue; }

 private:
  struct Cue {
    std::size_t issue;
    std::vector<std::string> words;  // beginnings of words
  };
  const std::vector<IssueCues>& issues_;
  TextMap<std::vector<Cue>> by_beginning_;  // by the first three letters
};

}  // namespace parley::record::internal
