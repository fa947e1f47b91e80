#include "parley/text/charset.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "parley/base/utf8.hpp"
#include "parley/text/decoding.hpp"

namespace parley::text::internal {
namespace {

constexpr std::size_t kDetectorSees = std::size_t{1} << 16U;
constexpr std::string_view kReplacement = "\uFFFD";

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};
// The longer first: UTF-32LE begins as UTF-16LE does.
constexpr Mark kMarks[] = {{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                           {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                           {"\xEF\xBB\xBF", "UTF-8"},
                           {"\xFF\xFE", "UTF-16LE"},
                           {"\xFE\xFF", "UTF-16BE"}};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(std::string_view charset) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(std::string(charset).c_str(), &error));
  if (U_FAILURE(error) != 0) return nullptr;
  return converter;
}

// A label means what browsers take it for.
std::string charset_of_label(std::string_view label) {
  const std::string name = lower(trimmed(label));
  if (name.empty()) return {};
  constexpr std::pair<std::string_view, std::string_view> kReadAs[] = {
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"gb2312", "GB18030"},
      {"gbk", "GB18030"},
      {"x-sjis", "Shift_JIS"},
      {"ks_c_5601-1987", "windows-949"},
      {"utf-16", "UTF-16LE"},
      {"cp1251", "windows-1251"},
      {"cp1252", "windows-1252"}};
  for (const auto& [from, to] : kReadAs) {
    if (from == name) return std::string(to);
  }
  const Converter converter = converter_of(name);
  if (!converter) return {};
  UErrorCode error = U_ZERO_ERROR;
  const char* internal = ucnv_getName(converter.get(), &error);
  const char* known = ucnv_getStandardName(internal, "MIME", &error);
  if (known == nullptr) known = ucnv_getStandardName(internal, "IANA", &error);
  if (U_FAILURE(error) != 0) return {};
  return known != nullptr ? known : name;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

std::size_t controls_in(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  }));
}

// How many characters a text has for each control character, at least: of an encoding that is only
// thought likely, and of one that is certain, such as a terminal's log in UTF-8.
constexpr std::size_t kPerControlWhereGuessed = 50;
constexpr std::size_t kPerControl = 8;

bool is_text(std::string_view utf8, std::size_t per_control) {
  return utf8.find('\0') == std::string_view::npos &&
         controls_in(utf8) * per_control <= utf8.size();
}

struct Validity {
  std::size_t sequences = 0;  // of more than one byte
  std::size_t broken = 0;     // bytes that begin none
};

Validity validity_of(std::string_view bytes) {
  Validity found;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, at);
    if (length == 0) ++found.broken;
    if (length > 1) ++found.sequences;
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

std::string with_replacements(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_sequence_length(bytes, at);
    if (length == 0) {
      text += kReplacement;
    } else {
      text += bytes.substr(at, length);
    }
    at += std::max<std::size_t>(length, 1);
  }
  return text;
}

std::optional<Characters> read_as(std::string_view bytes, const std::string& charset,
                                  int confidence) {
  auto utf8 =
      charset == "UTF-8" ? std::optional(with_replacements(bytes)) : to_utf8(bytes, charset);
  if (!utf8 || !is_text(*utf8, kPerControlWhereGuessed)) return std::nullopt;
  Characters characters{std::move(*utf8), charset, confidence, 0};
  characters.replaced = count_of(characters.utf8, kReplacement);
  return characters;
}

// Blanks and line ends in a text of two-byte or four-byte units without a mark.
std::optional<Characters> by_zeros(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 2 != 0 || bytes.find('\0') == bytes.npos) return {};
  std::optional<Characters> best;
  std::size_t most_blanks = 0;
  for (const char* charset : {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"}) {
    auto read = read_as(bytes, charset, 90);
    if (!read || read->replaced > 0) continue;
    const std::size_t blanks = count_of(read->utf8, " ") + count_of(read->utf8, "\n");
    if (blanks > most_blanks) {
      most_blanks = blanks;
      best = std::move(read);
    }
  }
  return best;
}

// The label behind `key`, without quotes, in what may be an HTML or XML beginning.
std::string_view label_behind(std::string_view start, std::string_view key) {
  const std::size_t found = lower(start).find(key);
  if (found == std::string::npos) return {};
  std::string_view rest = trimmed(start.substr(found + key.size()));
  if (!rest.starts_with('=')) return {};
  rest = trimmed(rest.substr(1));
  if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of("\"'; \t\r\n/>?"));
}

std::string declared_in(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 2048);
  const std::string_view opening = trimmed(start);
  if (!opening.starts_with('<')) return {};
  if (opening.starts_with("<?xml")) {
    const auto label = label_behind(opening.substr(0, opening.find("?>")), "encoding");
    if (!label.empty()) return charset_of_label(label);
  }
  return charset_of_label(label_behind(start, "charset"));
}

bool is_letter_of_koi8(char c) { return static_cast<unsigned char>(c) >= 0xC0; }

// KOI8-U has Ukrainian letters where KOI8-R has lines of boxes; those never touch a letter.
bool is_ukrainian(std::string_view bytes) {
  constexpr std::string_view kLetters = "\xA4\xA6\xA7\xAD\xB4\xB6\xB7\xBD";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (kLetters.find(bytes[at]) == std::string_view::npos) continue;
    const bool touches = (at > 0 && is_letter_of_koi8(bytes[at - 1])) ||
                         (at + 1 < bytes.size() && is_letter_of_koi8(bytes[at + 1]));
    if (touches) return true;
  }
  return false;
}

// Names in "-ić" (windows-1250) stand in English texts too; no western word ends in "iæ".
bool has_southern_names(std::string_view bytes) {
  for (std::size_t at = bytes.find("i\xE6"); at != std::string_view::npos;
       at = bytes.find("i\xE6", at + 1)) {
    const char next = at + 2 < bytes.size() ? bytes[at + 2] : ' ';
    if (std::string_view(" \t\r\n.,;:!?)\"'\x92\x94").find(next) != std::string_view::npos)
      return true;
  }
  return false;
}

bool has_c1(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte <= 0x9F;
  });
}

// Windows' own extension of an ISO encoding: where it has all of that one's letters always, else
// where the bytes use what ISO leaves to controls.
std::string as_used(std::string charset, std::string_view bytes) {
  if (charset == "KOI8-R" && is_ukrainian(bytes)) return "KOI8-U";
  const bool is_western = charset == "ISO-8859-1" || charset == "windows-1252";
  if (is_western && has_southern_names(bytes)) return "windows-1250";
  struct Extension {
    std::string_view iso;
    std::string_view windows;
    bool has_all;
  };
  constexpr Extension kWindows[] = {
      {"ISO-8859-1", "windows-1252", true},   {"ISO-8859-2", "windows-1250", false},
      {"ISO-8859-5", "windows-1251", false},  {"ISO-8859-6", "windows-1256", false},
      {"ISO-8859-7", "windows-1253", false},  {"ISO-8859-8", "windows-1255", true},
      {"ISO-8859-8-I", "windows-1255", true}, {"ISO-8859-9", "windows-1254", true}};
  for (const Extension& each : kWindows) {
    if (charset == each.iso && (each.has_all || has_c1(bytes))) return std::string(each.windows);
  }
  return charset;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// EBCDIC; UTF-8, which was looked for; UTF-16 and UTF-32, which have zeros.
bool is_never_meant(std::string_view charset) {
  return charset.starts_with("IBM") || charset.starts_with("UTF-");
}

std::optional<Characters> detected(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&error));
  const std::string_view seen = bytes.substr(0, kDetectorSees);
  ucsdet_setText(detector.get(), seen.data(), static_cast<std::int32_t>(seen.size()), &error);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
  if (U_FAILURE(error) != 0) return std::nullopt;
  for (std::int32_t i = 0; i < count; ++i) {
    const char* charset = ucsdet_getName(matches[i], &error);
    const int confidence = ucsdet_getConfidence(matches[i], &error);
    if (U_FAILURE(error) != 0) return std::nullopt;
    if (is_never_meant(charset)) continue;
    if (auto read = read_as(bytes, as_used(charset, bytes), confidence)) return read;
  }
  return read_as(bytes, as_used("ISO-8859-1", bytes), 10);
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes, std::string_view charset) {
  const Converter from = converter_of(charset);
  const Converter to = converter_of("UTF-8");
  if (!from || !to) return std::nullopt;
  std::string text;
  std::array<UChar, 4096> pivot{};
  std::array<char, 16384> chunk{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* at = bytes.data();
  for (bool first = true;; first = false) {
    UErrorCode error = U_ZERO_ERROR;
    char* out = chunk.data();
    ucnv_convertEx(to.get(), from.get(), &out, chunk.data() + chunk.size(), &at,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_from, &pivot_to,
                   pivot.data() + pivot.size(), static_cast<UBool>(first), 1, &error);
    text.append(chunk.data(), out);
    if (error == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(error) != 0) return std::nullopt;
    return text;
  }
}

std::optional<Characters> characters_of(std::string_view bytes, std::string_view declared) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return read_as(bytes.substr(mark.bytes.size()), std::string(mark.charset), 100);
    }
  }
  // ISO-2022 and the like write all in bytes below 128, which are valid UTF-8 too.
  const std::string label = charset_of_label(declared);
  if (label.starts_with("ISO-2022") || label == "HZ-GB-2312" || label == "UTF-7") {
    if (auto read = read_as(bytes, label, 100)) return read;
  }
  if (label.empty() && bytes.find("\x1B$") != bytes.npos) {
    if (auto read = detected(bytes); read && read->charset.starts_with("ISO-2022")) return read;
  }
  const Validity validity = validity_of(bytes);
  if (validity.broken == 0 && bytes.find('\0') == bytes.npos) {
    if (!is_text(bytes, kPerControl)) return std::nullopt;
    return Characters{std::string(bytes), "UTF-8", 100, 0};
  }
  if (auto wide = by_zeros(bytes)) return wide;
  if (bytes.find('\0') != bytes.npos) return std::nullopt;
  const std::string named = label.empty() ? declared_in(bytes) : label;
  if (!named.empty() && named != "UTF-8" && !named.starts_with("UTF-16")) {
    if (auto read = read_as(bytes, named, 100)) return read;
  }
  if (validity.sequences > 10 * validity.broken) return read_as(bytes, "UTF-8", 100);
  return detected(bytes);
}

}  // namespace parley::text::internal
