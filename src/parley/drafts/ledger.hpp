#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parley/drafts/versions.hpp"

namespace parley::drafts {

/// What is still open, counted.
struct Ledger {
  struct OfDraft {
    std::size_t draft = 0;
    std::size_t open = 0;      ///< "[" as they stand (Marks::open)
    std::size_t brackets = 0;  ///< square brackets around words, without those of links and notes
    std::size_t options = 0;
    std::size_t placeholders = 0;
    std::size_t opened = 0;  ///< brackets, options and placeholders that the text before has not
    std::size_t closed = 0;  ///< those of the text before that this one has not
  };
  struct OfArticle {
    std::size_t draft = 0;
    std::optional<std::size_t> clause;  ///< the article or heading; nothing: outside of any
    std::size_t open = 0;               ///< brackets, options and placeholders
  };
  struct OfHolder {
    std::size_t draft = 0;
    std::string holder;
    std::size_t open = 0;
  };
  std::vector<OfDraft> by_draft;
  std::vector<OfArticle> by_article;  ///< in the order of the texts; articles without any left out
  std::vector<OfHolder> by_holder;    ///< of each text by name
  /// Of the last text: brackets by the text that opened them, the earliest first, then by place.
  std::vector<std::size_t> oldest;
  /// Of the last text: the deepest first, then by place.
  std::vector<std::size_t> deepest;
};

/// Counts what is open in each text. Of `oldest` and `deepest` at most `most` are kept.
Ledger make_ledger(const std::vector<Version>& versions, std::size_t most = 20);

}  // namespace parley::drafts
