#pragma once

#include <string>
#include <utility>

#include "parley/drafts/draft.hpp"
#include "parley/text/decode.hpp"

namespace parley::drafts {

/// A draft as a file with this name and these words.
inline Draft written(const std::string& words, const std::string& file = "draft.txt") {
  auto decoded = text::decode(words, file);
  auto draft = read_draft(std::move(decoded.value().documents.front()));
  draft->id = file.substr(0, file.find('.'));
  return *std::move(draft);
}

/// The clauses as one line each: kind, label and how deep, as "point 1. @0".
inline std::vector<std::string> outline(const Draft& draft) {
  std::vector<std::string> lines;
  for (const Clause& clause : draft.clauses) {
    int depth = 0;
    for (auto p = clause.parent; p; p = draft.clauses[*p].parent) ++depth;
    lines.push_back(std::string(name(clause.kind)) + " " +
                    (clause.label.empty() ? "-" : clause.label) + " @" + std::to_string(depth));
  }
  return lines;
}

}  // namespace parley::drafts
