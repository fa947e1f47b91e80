#include "parley/drafting/sources.hpp"

#include <algorithm>

namespace parley::drafting::internal {
namespace {

// ".txt"; empty when the file has none.
std::string ending(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  const std::size_t slash = file.find_last_of("/\\");
  const bool has_one = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1);
  return has_one && dot > 0 ? file.substr(dot) : std::string();
}

// The text of other formats than these is written, not the file that it was decoded from.
std::string ending_of(const record::Report& report) {
  constexpr std::string_view kAsTheyStand[] = {"", "text", "markdown", "html"};
  const bool stands = std::find(std::begin(kAsTheyStand), std::end(kAsTheyStand), report.format) !=
                      std::end(kAsTheyStand);
  if (stands && report.file.find('#') == std::string::npos) return ending(report.file);
  return report.markup == text::Markup::html ? ".html" : ".txt";
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool is_stop(char c) { return c == '.' || c == '?' || c == '!'; }

// Whether a sentence may begin at a byte: at a line's start, or behind a stop, closing marks and a
// blank.
bool begins_sentence(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] == '\n') return true;
  if (!is_space(text[at - 1])) return false;
  std::size_t end = at - 1;
  // Closing marks: straight ones, and the three bytes of curly ones.
  while (end > 0 && (text[end - 1] == '"' || text[end - 1] == '\'' || text[end - 1] == ')')) --end;
  while (end > 2 && (text.substr(end - 3, 3) == "\u201D" || text.substr(end - 3, 3) == "\u2019")) {
    end -= 3;
  }
  if (end == 0 || !is_stop(text[end - 1])) return false;
  // "U.S. envoy", "Dec. 3": a short word with a capital before the stop, or a small letter behind
  // it, ends nothing.
  const std::size_t blank = text.find_last_of(" \n", end - 1);
  const std::size_t word = blank == std::string_view::npos ? 0 : blank + 1;
  const bool is_short = end - 1 - word <= 3 && text[word] >= 'A' && text[word] <= 'Z';
  const bool goes_on = at < text.size() && text[at] >= 'a' && text[at] <= 'z';
  return !is_short && !goes_on;
}

}  // namespace

std::string single_spaced(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_space(c)) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

Sources::Sources(const record::Record& record, const casefile::Named<Text>& texts)
    : texts_(&texts) {
  Names names("report");
  for (const record::Report& each : record.reports) {
    const std::string name = names.take(each.id);
    name_of_[each.id] = name;
    casefile::Report& report = reports_.add(name);
    report.file = "reports/" + name + ending_of(each);
    report.title = each.title;
    report.publisher = each.publisher;
    report.published = casefile::Date::from_iso(each.published);
    if (!each.same_wire.empty()) {
      report.note =
          "Copies the text of " + name_of_[each.same_wire] + "; the two are one source, not two.";
    }
  }
}

casefile::Named<Text> Sources::texts() const {
  casefile::Named<Text> named;
  for (const auto& [id, text] : *texts_) {
    if (const auto known = name_of_.find(id); known != name_of_.end()) {
      named.add(known->second, text);
    }
  }
  return named;
}

casefile::Evidence Sources::cite(const record::Passage& passage) const {
  casefile::Evidence evidence;
  evidence.report.id = name_of_.at(passage.report);
  evidence.span = passage.span;
  return evidence;
}

std::vector<casefile::Evidence> Sources::cite(const std::vector<record::Passage>& passages) const {
  std::vector<casefile::Evidence> all;
  for (const record::Passage& each : passages) {
    const casefile::Evidence evidence = cite(each);
    if (std::find(all.begin(), all.end(), evidence) == all.end()) all.push_back(evidence);
  }
  return all;
}

std::string Sources::words(const record::Passage& passage) const {
  return single_spaced(text(passage.report).slice(passage.span));
}

std::string Sources::sentence(const record::Passage& passage) const {
  const Text& whole = text(passage.report);
  const std::string_view bytes = whole.utf8();
  std::size_t begin = whole.byte_offset(passage.span.start);
  while (!begins_sentence(bytes, begin)) --begin;
  std::size_t end = std::max(whole.byte_offset(passage.span.end), begin + 1);
  while (end < bytes.size() && bytes[end] != '\n' && !begins_sentence(bytes, end)) ++end;
  return single_spaced(bytes.substr(begin, end - begin));
}

std::string Sources::title(const std::string& report) const {
  const std::string& name = name_of_.at(report);
  const std::string& title = reports_.at(name).title;
  return title.empty() ? name : title;
}

}  // namespace parley::drafting::internal
