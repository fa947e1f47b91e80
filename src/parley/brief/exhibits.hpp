#pragma once

#include <string>
#include <vector>

#include "parley/brief/document.hpp"
#include "parley/casefile/case.hpp"

namespace parley::brief {

/// The passages that a brief rests on, numbered in the order in which it first leads to them.
class Exhibits {
 public:
  explicit Exhibits(const casefile::Case& source) : source_(&source) {}

  /// The anchor of a piece of evidence; equal evidence has one anchor. The evidence must have its
  /// span.
  std::string anchor(const casefile::Evidence& evidence);

  /// " [1] [2]", each a link to its exhibit; empty for no evidence.
  Prose references(const std::vector<casefile::Evidence>& evidence);

  /// All exhibits so far, in the order of their numbers.
  const std::vector<Exhibit>& all() const { return exhibits_; }

 private:
  const casefile::Case* source_;
  std::vector<Exhibit> exhibits_;
  std::vector<std::pair<std::string, Span>> keys_;
};

/// What an entry rests on, in words and links: its evidence, or who judged it and why; "no source
/// given" when the case says neither.
Prose grounds_in_words(const casefile::Grounds& grounds, Exhibits& exhibits);

}  // namespace parley::brief
