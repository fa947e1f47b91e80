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

  /// The anchor of a judgement; equal ones have one anchor.
  std::string anchor(const std::string& judged_by, const std::string& reason);

  /// " [1] [2]", each a link to its exhibit; empty for no evidence.
  Prose references(const std::vector<casefile::Evidence>& evidence);

  /// As references() of the evidence, then " [judgement 3]" where there is one; " [no source]" when
  /// the case names neither.
  Prose references(const casefile::Grounds& grounds);

  /// The anchor of the first piece of evidence, else of the judgement; empty where there is
  /// neither.
  std::string first(const casefile::Grounds& grounds);

  /// The exhibit of a piece of evidence, as anchor() numbers it; valid until the next is added.
  const Exhibit& exhibit(const casefile::Evidence& evidence);

  /// All exhibits so far: sources, then judgements, each in the order of their numbers.
  std::vector<Exhibit> all() const;

 private:
  const casefile::Case* source_;
  struct Passage {
    std::string report;
    Span span;
    friend bool operator==(const Passage&, const Passage&) = default;
  };
  std::vector<Exhibit> sources_;
  std::vector<Passage> passages_;  // of each source
  std::vector<Exhibit> judgements_;
};

}  // namespace parley::brief
