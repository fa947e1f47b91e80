#include "parley/text/formats.hpp"

#include <array>

#include "parley/text/html.hpp"

namespace parley::text::internal {

std::span<const Format> formats() {
  static constexpr auto kFormats = std::to_array<Format>({
      {"pdf", is_pdf, read_pdf},          {"docx", is_docx, read_docx},
      {"odt", is_odt, read_odt},          {"epub", is_epub, read_epub},
      {"zip", is_archive, read_archive},  {"gz", is_gzip, read_gzip},
      {"rtf", is_rtf, read_rtf},          {"warc", is_warc, read_warc},
      {"mhtml", is_mhtml, read_mhtml},    {"mbox", is_mailbox, read_mailbox},
      {"eml", is_mail, read_mail},        {"rss", is_rss, read_feed},
      {"atom", is_atom, read_feed},       {"vtt", is_webvtt, read_subtitles},
      {"srt", is_subrip, read_subtitles}, {"telegram", is_telegram, read_telegram},
      {"html", is_html, read_html},       {"markdown", is_markdown, read_text},
      {"text", is_plain, read_text},
  });
  return kFormats;
}

}  // namespace parley::text::internal
