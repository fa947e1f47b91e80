#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "parley/base/diagnostic.hpp"

namespace parley::casefile::internal {

/// A line and column of the file being read, counted from 1.
struct Mark {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// Collects what is wrong with one file.
class Findings {
 public:
  explicit Findings(std::string_view file) : file_(file) {}

  Place place(Mark mark) const { return {file_, mark.line, mark.column}; }

  void error(std::string_view code, Place place, std::string message, std::string hint = {}) {
    found_.push_back({Severity::error, std::string(code), std::move(place), std::move(message),
                      std::move(hint)});
  }
  void error(std::string_view code, Mark mark, std::string message, std::string hint = {}) {
    error(code, place(mark), std::move(message), std::move(hint));
  }
  void warning(std::string_view code, Place place, std::string message, std::string hint = {}) {
    found_.push_back({Severity::warning, std::string(code), std::move(place), std::move(message),
                      std::move(hint)});
  }
  void warning(std::string_view code, Mark mark, std::string message, std::string hint = {}) {
    warning(code, place(mark), std::move(message), std::move(hint));
  }
  void add(const Diagnostics& others) { found_.insert(found_.end(), others.begin(), others.end()); }

  bool any() const { return !found_.empty(); }

  /// Everything found so far, in the order of the file; empties the collection.
  Diagnostics take() {
    sort_by_place(found_);
    return std::exchange(found_, {});
  }

 private:
  std::string file_;
  Diagnostics found_;
};

}  // namespace parley::casefile::internal
