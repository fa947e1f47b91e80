#include "parley/text/decoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "parley/text/archive.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/not_read.hpp"

namespace parley::text {
namespace internal {

Input::Input(std::string_view bytes, std::string name, std::size_t depth,
             std::string declared_charset)
    : bytes_(bytes),
      name_(std::move(name)),
      lower_name_(lower(name_)),
      depth_(depth),
      declared_charset_(std::move(declared_charset)) {}

const std::optional<Characters>& Input::characters() const {
  if (!characters_) characters_ = characters_of(bytes_, declared_charset_);
  return *characters_;
}

std::string_view Input::text() const {
  return characters() ? std::string_view(characters()->utf8) : std::string_view();
}

const std::vector<std::string>& Input::members() const {
  if (!members_) members_ = zip_names(bytes_, Limits().members);
  return *members_;
}

Result<void> Decoding::decode(const Input& input) {
  if (auto why = why_not_read(input)) {
    return tl::unexpected(Failure{FailureKind::unsupported, {std::move(*why)}});
  }
  for (const Format& format : formats()) {
    if (format.is(input)) return format.read(input, format, *this);
  }
  return fail(FailureKind::invalid_input, "binary-file", {input.name(), 0, 0},
              "this is not a text, and no kind of file that is read",
              "open it in the program that made it and save its text, or a PDF");
}

Result<void> Decoding::decode_part(const Input& part) {
  if (part.depth() > limits_.depth) {
    return too_large(part.name(), fmt::format("files are packed more than {} deep", limits_.depth),
                     "unpack it yourself and give the files that you need");
  }
  auto done = decode(part);
  if (done) return {};
  if (done.error().kind == FailureKind::too_large) return done;
  for (Diagnostic& each : done.error().diagnostics) {
    each.severity = Severity::warning;
    result.warnings.push_back(std::move(each));
  }
  return {};
}

Result<void> Decoding::add(const Input& input, Document document) {
  if (result.documents.size() >= limits_.documents) {
    return too_large(input.name(), fmt::format("this holds more than {} texts", limits_.documents),
                     "split it into smaller files");
  }
  result.documents.push_back(std::move(document));
  return {};
}

void Decoding::warn(const std::string& file, std::string code, std::string message,
                    std::string hint) {
  result.warnings.push_back(
      {Severity::warning, std::move(code), {file, 0, 0}, std::move(message), std::move(hint)});
}

bool Decoding::take(std::size_t bytes) {
  if (bytes > bytes_left_) return false;
  bytes_left_ -= bytes;
  return true;
}

std::string lower(std::string_view text) {
  std::string all(text);
  for (char& c : all) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return all;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && lower(a) == lower(b);
}

tl::unexpected<Failure> damaged(const std::string& file, std::string message) {
  return fail(FailureKind::invalid_input, "damaged", {file, 0, 0},
              "this file is broken: " + std::move(message),
              "open it in the program that made it and save it again");
}

tl::unexpected<Failure> too_large(const std::string& file, std::string message, std::string hint) {
  return fail(FailureKind::too_large, "too-large", {file, 0, 0}, std::move(message),
              std::move(hint));
}

}  // namespace internal

std::string_view name(BlockKind kind) {
  constexpr std::string_view kNames[] = {"title",  "heading", "paragraph", "item",
                                         "byline", "note",    "quote"};
  return kNames[static_cast<std::size_t>(kind)];
}

Result<Decoded> decode(std::string_view bytes, const std::string& file, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return internal::too_large(
        file,
        fmt::format("the file has {} bytes; the limit is {}", bytes.size(), limits.file_bytes),
        "split it into smaller files");
  }
  internal::Decoding decoding(limits);
  auto done = decoding.decode(internal::Input(bytes, file));
  if (!done) return tl::unexpected(done.error());
  if (decoding.result.documents.empty() && !decoding.result.warnings.empty()) {
    // Nothing of what is in it can be read, and each part says why.
    Failure failure{FailureKind::unsupported, std::move(decoding.result.warnings)};
    for (Diagnostic& each : failure.diagnostics) each.severity = Severity::error;
    return tl::unexpected(std::move(failure));
  }
  if (decoding.result.documents.empty()) {
    return fail(FailureKind::invalid_input, "nothing-to-read", {file, 0, 0},
                "this file holds no text: there is nothing to read",
                "give a file that holds the text of a report");
  }
  return std::move(decoding.result);
}

}  // namespace parley::text
