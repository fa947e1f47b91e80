#include "parley/casefile/input_kind.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace parley::casefile {
namespace {

constexpr std::string_view kBlank = " \t\r\n\f\v\xEF\xBB\xBF";

std::string_view without_leading_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// Whether the first line that is no comment is the key "parley".
bool begins_as_case(std::string_view text) {
  for (text = without_leading_blanks(text); text.starts_with('#') || text.starts_with("---");
       text = without_leading_blanks(text)) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end);
  }
  return text.starts_with("parley:");
}

Diagnostic error(std::string code, const std::string& file, std::string message, std::string hint) {
  return {Severity::error, std::move(code), {file, 0, 0}, std::move(message), std::move(hint)};
}

}  // namespace

InputKind input_kind(std::string_view bytes, std::string_view file) {
  const std::filesystem::path ending = std::filesystem::path(file).extension();
  if (ending == ".yaml" || ending == ".yml") return InputKind::case_file;
  const std::string_view text = without_leading_blanks(bytes);
  if (text.empty()) return InputKind::nothing;
  if (begins_as_case(text)) return InputKind::case_file;
  if (text.starts_with('{')) return InputKind::json;
  if (ending == ".xml" || text.starts_with("<?xml")) return InputKind::xml;
  return InputKind::report;
}

std::optional<Diagnostic> why_no_case(std::string_view bytes, const std::string& file) {
  switch (input_kind(bytes, file)) {
    case InputKind::case_file:
    case InputKind::nothing:
      return std::nullopt;
    case InputKind::json:
      return error("not-a-case", file, "this is JSON, not a case file",
                   "give the case.yaml that it was made from; `parley compare` reads two files "
                   "assessment.json, `parley deals --geniusweb` profiles");
    case InputKind::xml:
      return error("not-a-case", file, "this is XML, not a case file",
                   "`parley deals --genius` reads the files of GENIUS");
    case InputKind::report:
      return error("not-a-case", file, "this is a text, not a case file",
                   fmt::format("`parley record {0}` reads a report, `parley new DIR {0}` begins a "
                               "case from it",
                               file));
  }
  return std::nullopt;
}

std::optional<Diagnostic> why_no_report(std::string_view bytes, const std::string& file) {
  switch (input_kind(bytes, file)) {
    case InputKind::report:
    case InputKind::xml:  // a page may begin so
      return std::nullopt;
    case InputKind::case_file:
      return error("not-a-report", file, "this is a case file, not a report",
                   "`parley check` and `parley brief` read a case, one at a time");
    case InputKind::json:
      return error("not-a-report", file, "this is JSON, not a report",
                   "give the text of the report; `parley compare` reads two files assessment.json");
    case InputKind::nothing:
      return error("nothing-to-read", file, "this file is empty: there is nothing to read",
                   "put the text of the report into it");
  }
  return std::nullopt;
}

}  // namespace parley::casefile
