// WARC (ISO 28500): pages as a crawler fetched them; each answer that is a page or a text is a
// report of its own.
#include <charconv>

#include "parley/text/archive.hpp"
#include "parley/text/formats.hpp"

namespace parley::text::internal {
namespace {

struct Headers {
  std::vector<std::pair<std::string, std::string>> fields;  // names in lower case
  std::size_t size = 0;                                     // with the empty line behind

  std::string_view at(std::string_view name) const {
    for (const auto& [known, value] : fields) {
      if (known == name) return value;
    }
    return {};
  }
};

// The lines "Name: value" behind a first line, up to an empty one.
Headers headers_of(std::string_view bytes) {
  Headers headers;
  bool first = true;
  while (headers.size < bytes.size()) {
    const std::string_view rest = bytes.substr(headers.size);
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::string_view line = trimmed(rest.substr(0, end));
    headers.size += end + 1;
    if (line.empty() && !first) return headers;
    const std::size_t colon = line.find(':');
    if (!first && colon != std::string_view::npos) {
      headers.fields.emplace_back(lower(line.substr(0, colon)), trimmed(line.substr(colon + 1)));
    }
    first = false;
  }
  return headers;
}

std::size_t number_of(std::string_view text, int base) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc() ? number : 0;
}

// RFC 9112, section 7.1.
std::string without_chunks(std::string_view body) {
  std::string whole;
  for (;;) {
    const std::size_t end = body.find('\n');
    const std::size_t size = number_of(trimmed(body.substr(0, end)), 16);
    if (end == std::string_view::npos || size == 0 || size > body.size() - end - 1) break;
    whole += body.substr(end + 1, size);
    body.remove_prefix(end + 1 + size);
    const std::size_t line_end = body.find('\n');
    body.remove_prefix(line_end == std::string_view::npos ? body.size() : line_end + 1);
  }
  return whole;
}

// "text/html; charset=windows-1251" gives "windows-1251".
std::string charset_in(std::string_view type) {
  const std::size_t found = lower(type).find("charset=");
  if (found == std::string::npos) return {};
  std::string_view label = type.substr(found + 8);
  if (label.starts_with('"')) label.remove_prefix(1);
  return std::string(label.substr(0, label.find_first_of("\"; ")));
}

bool is_wanted(std::string_view type) {
  const std::string small = lower(type);
  return small.starts_with("text/html") || small.starts_with("text/plain") ||
         small.starts_with("application/xhtml") || small.starts_with("application/pdf");
}

Result<void> read_answer(const Input& input, const std::string& address, std::string_view answer,
                         Decoding& decoding) {
  const Headers http = headers_of(answer);
  const std::size_t blank = answer.find(' ');
  const bool found = blank != std::string_view::npos && answer.substr(blank + 1).starts_with("200");
  if (!answer.starts_with("HTTP/") || !found || !is_wanted(http.at("content-type"))) return {};
  std::string body(answer.substr(http.size));
  if (lower(http.at("transfer-encoding")).find("chunked") != std::string::npos) {
    body = without_chunks(body);
  }
  const std::string coding = lower(http.at("content-encoding"));
  if (coding.find("gzip") != std::string::npos && body.starts_with("\x1F\x8B")) {
    auto unpacked = gunzip(Input(body, input.name()), decoding);
    if (!unpacked) return tl::unexpected(unpacked.error());
    body = *std::move(unpacked);
  } else if (!coding.empty() && coding != "identity" && coding != "gzip") {
    decoding.warn(input.name(), "not-read", address + " is packed with " + coding,
                  "fetch it again without");
    return {};
  }
  return decoding.decode_part(Input(body, input.name() + "#" + address, input.depth() + 1,
                                    charset_in(http.at("content-type"))));
}

}  // namespace

bool is_warc(const Input& input) {
  return input.bytes().starts_with("WARC/1.") || input.bytes().starts_with("WARC/0.1");
}

Result<void> read_warc(const Input& input, const Format& /*format*/, Decoding& decoding) {
  std::string_view rest = input.bytes();
  for (std::size_t number = 1;; ++number) {
    const std::size_t begin = rest.find("WARC/");
    if (begin == std::string_view::npos) return {};
    rest.remove_prefix(begin);
    const Headers record = headers_of(rest);
    const std::size_t length = number_of(record.at("content-length"), 10);
    const std::string_view content = rest.substr(record.size, length);
    if (record.at("warc-type") == "response") {
      // The number is a name; the whole address would be read as a path.
      auto done = read_answer(input, std::to_string(number), content, decoding);
      if (!done) return done;
    }
    rest.remove_prefix(std::min(rest.size(), record.size + content.size()));
  }
}

}  // namespace parley::text::internal
