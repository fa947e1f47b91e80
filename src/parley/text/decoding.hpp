#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/text/charset.hpp"
#include "parley/text/decode.hpp"

namespace parley::text::internal {

/// A file, or a part of one, that is to be decoded.
class Input {
 public:
  Input(std::string_view bytes, std::string name, std::size_t depth = 0,
        std::string declared_charset = {});

  std::string_view bytes() const { return bytes_; }
  const std::string& name() const { return name_; }
  const std::string& lower_name() const { return lower_name_; }
  std::size_t depth() const { return depth_; }
  /// The bytes as characters; nothing when they are no text. Decoded when first asked for.
  const std::optional<Characters>& characters() const;
  /// The characters; empty when there are none.
  std::string_view text() const;
  /// The names in a zip archive; empty when it is none. Read when first asked for.
  const std::vector<std::string>& members() const;

 private:
  std::string_view bytes_;
  std::string name_;
  std::string lower_name_;
  std::size_t depth_;
  std::string declared_charset_;
  mutable std::optional<std::optional<Characters>> characters_;
  mutable std::optional<std::vector<std::string>> members_;
};

/// The work on one file: what was found, and what may still be unpacked.
class Decoding {
 public:
  explicit Decoding(const Limits& limits) : limits_(limits), bytes_left_(limits.unpacked_bytes) {}

  const Limits& limits() const { return limits_; }
  /// Adds what is in an input. Fails as text::decode.
  Result<void> decode(const Input& input);
  /// Adds a part of a file; what is wrong with it becomes a warning unless a limit is hit.
  Result<void> decode_part(const Input& part);
  /// Fails with "too-large" when there are too many.
  Result<void> add(const Input& input, Document document);
  void warn(const std::string& file, std::string code, std::string message, std::string hint);
  /// Counts unpacked bytes; false when they are more than the limit.
  bool take(std::size_t bytes);

  Decoded result;

 private:
  const Limits limits_;
  std::size_t bytes_left_;
};

/// A kind of file that is read.
struct Format {
  std::string_view name;
  /// Whether an input is of this kind; those before it in the table said no.
  bool (*is)(const Input&);
  Result<void> (*read)(const Input&, const Format&, Decoding&);
};

/// Lower case of ASCII letters.
std::string lower(std::string_view text);
std::string_view trimmed(std::string_view text);
/// Equal but for ASCII case.
bool same(std::string_view a, std::string_view b);

tl::unexpected<Failure> damaged(const std::string& file, std::string message);
tl::unexpected<Failure> too_large(const std::string& file, std::string message, std::string hint);

}  // namespace parley::text::internal
