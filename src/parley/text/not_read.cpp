#include "parley/text/not_read.hpp"

#include <algorithm>

#include "parley/text/markup_text.hpp"

namespace parley::text::internal {
namespace {

constexpr const char* kPicture =
    "read the text in it with tesseract (`tesseract FILE text`), and give text.txt";
constexpr const char* kSound = "give what is said in it: subtitles (.srt, .vtt) or a transcript";
constexpr const char* kPacked = "unpack it and give the files in it";
constexpr const char* kOffice = "save what is wanted as a text, or print it as PDF";

struct Signature {
  std::string_view start;  // the first bytes
  std::size_t at;          // and those that stand here
  std::string_view bytes;
  const char* what;
  const char* remedy;
};

// By their first bytes, as in the registries of the formats and in file(1).
constexpr Signature kSignatures[] = {
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "",
     "a file of an older Microsoft Office (.doc, .xls, .msg)",
     "open it in Word or LibreOffice and save it as .docx, or a message as .eml"},
    {"\x89PNG\r\n", 0, "", "a picture (PNG)", kPicture},
    {"\xFF\xD8\xFF", 0, "", "a picture (JPEG)", kPicture},
    {"GIF8", 0, "", "a picture (GIF)", kPicture},
    {{"II*\0", 4}, 0, "", "a picture (TIFF)", kPicture},
    {{"MM\0*", 4}, 0, "", "a picture (TIFF)", kPicture},
    {"RIFF", 8, "WEBP", "a picture (WebP)", kPicture},
    {{"\0\0", 2}, 4, "ftypheic", "a picture (HEIC)", kPicture},
    {{"\0\0", 2}, 4, "ftypavif", "a picture (AVIF)", kPicture},
    {"AT&TFORM", 0, "", "scanned pages (DjVu)",
     "make a PDF of it with ddjvu, or read it with tesseract"},
    {"ID3", 4, {"\0", 1}, "a sound recording (MP3)", kSound},
    {"\xFF\xFB", 0, "", "a sound recording (MP3)", kSound},
    {"OggS", 0, "", "a recording (Ogg)", kSound},
    {"fLaC", 0, "", "a sound recording (FLAC)", kSound},
    {"RIFF", 8, "WAVE", "a sound recording (WAV)", kSound},
    {"RIFF", 8, "AVI ", "a video (AVI)", kSound},
    {{"\0\0", 2}, 4, "ftyp", "a recording (MP4)", kSound},
    {"\x1A\x45\xDF\xA3", 0, "", "a video (Matroska, WebM)", kSound},
    {{"7z\xBC\xAF\x27\x1C", 6}, 0, "", "a 7z archive", kPacked},
    {"Rar!\x1A\x07", 0, "", "a RAR archive", kPacked},
    {{"\xFD"
      "7zXZ\0",
      6},
     0,
     "",
     "a file packed with xz",
     kPacked},
    {"BZh", 4, "1AY&SY", "a file packed with bzip2", kPacked},
    {"\x28\xB5\x2F\xFD", 0, "", "a file packed with zstd", kPacked},
    {"\x7F"
     "ELF",
     0, "", "a program", "give a file that holds text"},
    {{"MZ\x90\0", 4}, 0, "", "a program", "give a file that holds text"},
    {{"SQLite format 3\0", 16}, 0, "", "a database (SQLite)", kOffice},
    {"!BDN", 0, "", "a mailbox of Outlook (.pst)",
     "save the messages as .eml, or convert it with readpst"},
    {"", 60, "BOOKMOBI", "a book for Kindle (MOBI)", "convert it to .epub"},
    {"%!PS", 0, "", "a PostScript file", "make a PDF of it: `ps2pdf FILE`"},
    {"bplist00", 0, "", "an archive of Safari (.webarchive)", "save the page as HTML or MHTML"},
};

struct Office {
  std::string_view member;  // that stands in such a zip
  const char* what;
};
constexpr Office kOffices[] = {{"xl/workbook.xml", "a spreadsheet (XLSX)"},
                               {"ppt/presentation.xml", "slides (PPTX)"},
                               {"word/document.bin", "a binary Word document"},
                               {"Index/Document.iwa", "a document of Apple's Pages or Numbers"}};

// OpenDocument writes its kind, unpacked, right behind the name of the first member.
constexpr std::pair<std::string_view, const char*> kOpenDocuments[] = {
    {"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (ODS)"},
    {"application/vnd.oasis.opendocument.presentation", "slides (ODP)"},
    {"application/vnd.oasis.opendocument.graphics", "a drawing (ODG)"}};

Diagnostic refusal(const Input& input, const std::string& what, const char* remedy) {
  return {Severity::error,
          "not-read",
          {input.name(), 0, 0},
          "this is " + what + ", which is not read",
          remedy};
}

std::optional<Diagnostic> of_office(const Input& input) {
  if (input.members().empty()) return std::nullopt;
  for (const auto& [kind, what] : kOpenDocuments) {
    if (input.bytes().substr(0, 200).find(kind) != std::string_view::npos) {
      return refusal(input, what, kOffice);
    }
  }
  for (const Office& each : kOffices) {
    const auto& members = input.members();
    if (std::find(members.begin(), members.end(), each.member) != members.end()) {
      return refusal(input, each.what, kOffice);
    }
  }
  return std::nullopt;
}

std::optional<Diagnostic> of_text(const Input& input) {
  const std::string_view text = trimmed(input.text().substr(0, 65536));
  if (text.starts_with("\\documentclass") || text.starts_with("\\documentstyle") ||
      (text.starts_with('%') && text.find("\n\\documentclass") != std::string_view::npos)) {
    return refusal(input, "the source of a LaTeX document", "make a PDF of it with pdflatex");
  }
  const std::string_view root = text.starts_with("<?xml") ? root_element(text) : std::string_view();
  for (const std::string_view known : {"html", "rss", "feed", "rdf:RDF", "RDF"}) {
    if (root.empty() || same(root, known)) return std::nullopt;
  }
  return refusal(input, "XML of a kind (" + std::string(root) + ")",
                 "open it in the program that made it and save its text");
}

// Whether a text may be XML or LaTeX, before its encoding is looked into.
bool begins_with_marks(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string_view::npos || bytes.starts_with("%PDF")) return false;
  return bytes[first] == '<' || bytes[first] == '\\' || bytes[first] == '%' || bytes[first] == '\0';
}

}  // namespace

std::optional<Diagnostic> why_not_read(const Input& input) {
  for (const Signature& each : kSignatures) {
    if (input.bytes().starts_with(each.start) && input.bytes().size() > each.at &&
        input.bytes().substr(each.at).starts_with(each.bytes)) {
      return refusal(input, each.what, each.remedy);
    }
  }
  if (input.bytes().starts_with("PK")) return of_office(input);
  return begins_with_marks(input.bytes()) ? of_text(input) : std::nullopt;
}

}  // namespace parley::text::internal
