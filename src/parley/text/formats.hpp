#pragma once

#include <span>

#include "parley/text/decoding.hpp"

namespace parley::text::internal {

/// The kinds of files that are read, in the order in which they are tried: first those that bytes
/// show, then those that characters show, a plain text last. A new one is a row and a file.
std::span<const Format> formats();

bool is_pdf(const Input& input);
Result<void> read_pdf(const Input& input, const Format& format, Decoding& decoding);
bool is_docx(const Input& input);
Result<void> read_docx(const Input& input, const Format& format, Decoding& decoding);
bool is_odt(const Input& input);
Result<void> read_odt(const Input& input, const Format& format, Decoding& decoding);
bool is_epub(const Input& input);
Result<void> read_epub(const Input& input, const Format& format, Decoding& decoding);
bool is_archive(const Input& input);
Result<void> read_archive(const Input& input, const Format& format, Decoding& decoding);
bool is_gzip(const Input& input);
Result<void> read_gzip(const Input& input, const Format& format, Decoding& decoding);
bool is_rtf(const Input& input);
Result<void> read_rtf(const Input& input, const Format& format, Decoding& decoding);
bool is_warc(const Input& input);
Result<void> read_warc(const Input& input, const Format& format, Decoding& decoding);
bool is_mhtml(const Input& input);
Result<void> read_mhtml(const Input& input, const Format& format, Decoding& decoding);
bool is_mailbox(const Input& input);
Result<void> read_mailbox(const Input& input, const Format& format, Decoding& decoding);
bool is_mail(const Input& input);
Result<void> read_mail(const Input& input, const Format& format, Decoding& decoding);
bool is_rss(const Input& input);
bool is_atom(const Input& input);
Result<void> read_feed(const Input& input, const Format& format, Decoding& decoding);
bool is_webvtt(const Input& input);
bool is_subrip(const Input& input);
Result<void> read_subtitles(const Input& input, const Format& format, Decoding& decoding);
bool is_telegram(const Input& input);
Result<void> read_telegram(const Input& input, const Format& format, Decoding& decoding);
bool is_html(const Input& input);
bool is_markdown(const Input& input);
bool is_plain(const Input& input);
/// The file as it stands, in UTF-8.
Result<void> read_text(const Input& input, const Format& format, Decoding& decoding);

/// Warns where the encoding of an input was guessed or bytes of it mean nothing.
void warn_of_charset(const Input& input, const Characters& characters, Decoding& decoding);

}  // namespace parley::text::internal
