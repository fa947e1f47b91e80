#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parley/formats/source.hpp"

namespace parley::formats::internal {

/// Gathers what is wrong with one source, by byte offset. Of a file with very many mistakes the
/// first kMostFindings are kept, and a last one says so.
class Findings {
 public:
  explicit Findings(const Source& source);

  void error(std::size_t byte, std::string code, std::string message, std::string hint = {}) {
    add(Severity::error, byte, std::move(code), std::move(message), std::move(hint));
  }
  void warning(std::size_t byte, std::string code, std::string message, std::string hint = {}) {
    add(Severity::warning, byte, std::move(code), std::move(message), std::move(hint));
  }

  /// Adopts diagnostics that know no place.
  void adopt(std::size_t byte, const Diagnostics& placeless);

  const Source& source() const { return source_; }
  bool has_errors() const { return errors_; }

  /// All of them in the order of the file.
  Diagnostics take();

 private:
  static constexpr std::size_t kMostFindings = 200;

  void add(Severity severity, std::size_t byte, std::string code, std::string message,
           std::string hint);
  Place place(std::size_t byte) const;

  const Source& source_;
  std::vector<std::size_t> lines_;  // the byte at which each begins
  Diagnostics found_;
  bool errors_ = false;
};

/// “a”, “b” and 3 more.
std::string quoted_list(const std::vector<std::string>& names);

}  // namespace parley::formats::internal
