// Letters (RFC 5322 with MIME), mailboxes of them, and pages saved as one file (MHTML, RFC 2557),
// read by GMime. Of a letter the plain text is read, else its HTML; files that come with it are
// decoded as if they stood alone.
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "parley/text/block_text.hpp"
#include "parley/text/dates.hpp"
#include "parley/text/formats.hpp"
#include "parley/text/mail_text.hpp"
#include "parley/text/markup_text.hpp"

namespace parley::text::internal {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

constexpr std::size_t kHeadersAtMost = std::size_t{1} << 18U;
constexpr std::size_t kNestingAtMost = 100;  // multiparts: GMime descends into each

void begin_gmime() {
  static std::once_flag once;
  std::call_once(once, g_mime_init);
}

std::string_view line_at(std::string_view bytes, std::size_t at) {
  std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The names of the headers that bytes begin with, in lower case; empty where a line is none.
std::vector<std::string> headers_of(std::string_view bytes) {
  bytes = bytes.substr(0, kHeadersAtMost);
  std::vector<std::string> names;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view line = line_at(bytes, at);
    if (line.empty()) return names;
    if (!line.starts_with(' ') && !line.starts_with('\t')) {
      const std::size_t colon = line.find(':');
      const std::string_view name = line.substr(0, colon);
      const bool good =
          colon != std::string_view::npos && !name.empty() &&
          std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
      if (!good && !(at == 0 && line.starts_with("From "))) return {};
      names.push_back(lower(name));
    }
    at = bytes.find('\n', at);
    at = at == std::string_view::npos ? bytes.size() : at + 1;
  }
  return names;
}

std::size_t count_of(const std::vector<std::string>& names,
                     std::initializer_list<std::string_view> wanted) {
  return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](auto each) {
    return std::find(names.begin(), names.end(), each) != names.end();
  }));
}

// A typed "To:" and "Date:" above a readout are no letter: a program's own headers show one.
bool has_headers(const Input& input) {
  const auto names = headers_of(input.bytes());
  const std::size_t plain = count_of(names, {"from", "to", "subject", "date", "cc", "sender"});
  const std::size_t technical =
      count_of(names, {"mime-version", "message-id", "received", "return-path", "content-type",
                       "content-transfer-encoding", "delivered-to", "dkim-signature", "x-mailer"});
  const bool named = input.lower_name().ends_with(".eml") || input.lower_name().ends_with(".mht") ||
                     input.lower_name().ends_with(".mhtml") ||
                     input.lower_name().ends_with(".mbox");
  return technical > 0 ? plain + technical >= 2 : named && plain >= 1;
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* wrapper = g_mime_part_get_content(part);
  if (wrapper == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
  const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string parameter(GMimePart* part, const char* name) {
  const char* value = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), name);
  return value == nullptr ? std::string() : std::string(value);
}

bool is_type(GMimePart* part, const char* type, const char* subtype) {
  GMimeContentType* content = g_mime_object_get_content_type(GMIME_OBJECT(part));
  return content == nullptr ? same(type, "text") && same(subtype, "plain")
                            : g_mime_content_type_is_type(content, type, subtype) != 0;
}

struct LetterPart {
  std::string bytes;
  std::string charset;
};

struct Attachment {
  std::string name;
  std::string bytes;
};

/// What a message holds, in its order.
struct Parts {
  std::vector<LetterPart> plain;
  std::vector<LetterPart> html;
  std::vector<Attachment> files;
  bool too_large = false;
};

void sort_part(GMimePart* part, Decoding& decoding, Parts& parts) {
  const char* file = g_mime_part_get_filename(part);
  const char* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
  const bool attached =
      file != nullptr || (disposition != nullptr && same(disposition, "attachment"));
  std::string bytes = content_of(part);
  if (!decoding.take(bytes.size())) {
    parts.too_large = true;
  } else if (!attached && is_type(part, "text", "plain")) {
    if (same(parameter(part, "format"), "flowed")) {
      bytes = unflowed(bytes, same(parameter(part, "delsp"), "yes"));
    }
    parts.plain.push_back({std::move(bytes), parameter(part, "charset")});
  } else if (!attached && is_type(part, "text", "html")) {
    parts.html.push_back({std::move(bytes), parameter(part, "charset")});
  } else if (attached && !is_type(part, "image", "*") && !is_type(part, "text", "calendar") &&
             !is_type(part, "application", "pgp-signature") &&
             !is_type(part, "application", "pkcs7-signature")) {
    parts.files.push_back({file == nullptr ? "attachment" : file, std::move(bytes)});
  }
}

Parts parts_of(GMimeMessage* message, Decoding& decoding) {
  Parts parts;
  const std::unique_ptr<GMimePartIter, decltype(&g_mime_part_iter_free)> walk(
      g_mime_part_iter_new(GMIME_OBJECT(message)), g_mime_part_iter_free);
  do {
    GMimeObject* object = g_mime_part_iter_get_current(walk.get());
    if (object != nullptr && GMIME_IS_PART(object)) sort_part(GMIME_PART(object), decoding, parts);
  } while (!parts.too_large && g_mime_part_iter_next(walk.get()) != 0);
  return parts;
}

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) < 1) return {};
  InternetAddress* first = internet_address_list_get_address(from, 0);
  if (const char* name = internet_address_get_name(first); name != nullptr && *name != '\0') {
    return name;
  }
  if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
  const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first));
  return address == nullptr ? std::string() : std::string(address);
}

std::string header(GMimeMessage* message, const char* name) {
  const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  return value == nullptr ? std::string() : std::string(value);
}

std::string subject_of(GMimeMessage* message) {
  const char* subject = g_mime_message_get_subject(message);
  return subject == nullptr ? std::string() : one_line(subject);
}

std::optional<Characters> joined(const std::vector<LetterPart>& parts) {
  std::optional<Characters> all;
  for (const LetterPart& part : parts) {
    auto characters = characters_of(part.bytes, part.charset);
    if (!characters) continue;
    if (!all) {
      all = std::move(characters);
      continue;
    }
    all->utf8 += "\n\n" + characters->utf8;
    all->replaced += characters->replaced;
  }
  return all;
}

bool has_words(const std::optional<Characters>& text) {
  return text && !trimmed(text->utf8).empty();
}

// Some programs put "see the HTML part" where the text should be.
bool is_better(const std::optional<Characters>& plain, const std::optional<Characters>& html) {
  if (!has_words(html)) return true;
  return has_words(plain) &&
         (plain->utf8.size() > 200 || html->utf8.size() < 4 * plain->utf8.size());
}

Document letter(const Input& input, const Format& format, GMimeMessage* message,
                const Characters& text, Markup markup) {
  Document document{input.name(), {}, {}};
  Source& source = document.source;
  source.format = format.name;
  source.charset = text.charset;
  source.title = subject_of(message);
  source.publisher = one_line(sender_of(message));
  source.published = mail_day(header(message, "Date"));
  source.markup = markup;
  if (markup == Markup::html) {
    document.text = page_of(source.title, body_of(text.utf8));
    return document;
  }
  // The subject stands above the text, as a title.
  const std::string above = source.title.empty() ? "" : source.title + "\n\n";
  document.text = above + text.utf8;
  if (!source.title.empty()) source.blocks.push_back({0, source.title.size(), BlockKind::title});
  for (const Block& each : letter_blocks(text.utf8)) {
    source.blocks.push_back({above.size() + each.begin, above.size() + each.end, each.kind});
  }
  return document;
}

Result<void> add_letter(const Input& input, const Format& format, GMimeMessage* message,
                        Decoding& decoding) {
  const Parts parts = parts_of(message, decoding);
  if (parts.too_large) return too_large(input.name(), "this letter is too large", "split it");
  const auto plain = joined(parts.plain);
  const auto html = joined(parts.html);
  const bool takes_plain = is_better(plain, html);
  const auto& best = takes_plain ? plain : html;
  if (has_words(best)) {
    warn_of_charset(input, *best, decoding);
    auto added = decoding.add(
        input, letter(input, format, message, *best, takes_plain ? Markup::plain : Markup::html));
    if (!added) return added;
  } else if (parts.files.empty()) {
    decoding.warn(input.name(), "no-text", "this letter holds no text",
                  "open it in a mail program");
  }
  for (const Attachment& each : parts.files) {
    const std::string name = one_line(each.name);
    auto done = decoding.decode_part(Input(
        each.bytes, input.name() + "/" + name.substr(name.rfind('/') + 1), input.depth() + 1));
    if (!done) return done;
  }
  return {};
}

// GMime descends into each multipart: letters made of nothing else are refused before.
bool is_nested_too_deep(std::string_view bytes) {
  std::size_t count = 0;
  const std::string all = lower(bytes);
  for (const std::string_view mark :
       {"content-type: multipart/", "content-type:multipart/", "message/rfc822"}) {
    for (std::size_t at = all.find(mark); at != std::string::npos && count <= kNestingAtMost;
         at = all.find(mark, at + mark.size())) {
      ++count;
    }
  }
  return count > kNestingAtMost;
}

Owned<GMimeParser> parser_over(std::string_view bytes, GMimeFormat format) {
  begin_gmime();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_format(parser.get(), format);
  return parser;
}

Result<Owned<GMimeMessage>> message_of(const Input& input) {
  if (is_nested_too_deep(input.bytes())) {
    return too_large(input.name(), "this letter holds more than 100 parts within one another",
                     "save what is wanted of it as a text");
  }
  const auto parser = parser_over(input.bytes(), GMIME_FORMAT_MESSAGE);
  Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) return damaged(input.name(), "it begins as a letter and cannot be opened as one");
  return message;
}

}  // namespace

bool is_mail(const Input& input) { return has_headers(input); }

Result<void> read_mail(const Input& input, const Format& format, Decoding& decoding) {
  const auto message = message_of(input);
  if (!message) return tl::unexpected(message.error());
  return add_letter(input, format, message->get(), decoding);
}

bool is_mailbox(const Input& input) {
  return input.bytes().starts_with("From ") && has_headers(input);
}

Result<void> read_mailbox(const Input& input, const Format& /*format*/, Decoding& decoding) {
  // A letter begins at a line "From …" behind an empty one.
  std::vector<std::size_t> begins{0};
  for (std::size_t at = input.bytes().find("\nFrom "); at != std::string_view::npos;
       at = input.bytes().find("\nFrom ", at + 1)) {
    const std::string_view before = input.bytes().substr(0, at);
    if (before.ends_with('\n') || before.ends_with("\n\r")) begins.push_back(at + 1);
  }
  begins.push_back(input.bytes().size());
  constexpr Format kLetter{"eml", is_mail, read_mail};
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    std::string_view bytes = input.bytes().substr(begins[i], begins[i + 1] - begins[i]);
    bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    const Input one(bytes, input.name() + "#" + std::to_string(i + 1), input.depth());
    auto done = read_mail(one, kLetter, decoding);
    if (!done) return done;
  }
  return {};
}

bool is_mhtml(const Input& input) {
  if (!has_headers(input)) return false;
  const std::string start = lower(input.bytes().substr(0, 4096));
  const bool related = start.find("multipart/related") != std::string::npos;
  const bool named = input.lower_name().ends_with(".mhtml") || input.lower_name().ends_with(".mht");
  return named || (related && (start.find("snapshot-content-location") != std::string::npos ||
                               start.find("saved by") != std::string::npos));
}

Result<void> read_mhtml(const Input& input, const Format& format, Decoding& decoding) {
  const auto message = message_of(input);
  if (!message) return tl::unexpected(message.error());
  const Parts parts = parts_of(message->get(), decoding);
  if (parts.too_large) return too_large(input.name(), "this page is too large", "split it");
  for (const LetterPart& part : parts.html) {
    const auto characters = characters_of(part.bytes, part.charset);
    if (!has_words(characters)) continue;
    warn_of_charset(input, *characters, decoding);
    // The first is the page, the others stand in frames of it. The date is that of saving.
    Document document{input.name(), characters->utf8, {}};
    document.source.format = format.name;
    document.source.charset = characters->charset;
    document.source.markup = Markup::html;
    return decoding.add(input, std::move(document));
  }
  decoding.warn(input.name(), "no-text", "this saved page holds no text", "save it again as HTML");
  return {};
}

}  // namespace parley::text::internal
