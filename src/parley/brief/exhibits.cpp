#include "parley/brief/exhibits.hpp"

#include <algorithm>
#include <cassert>

#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// How far an exhibit shows the text around its passage, in code points, within the paragraph.
constexpr std::size_t kContext = 160;

std::string origin_of(const casefile::Report& report, const std::string& id) {
  std::vector<std::string> parts;
  parts.push_back(report.title.empty() ? id : report.title);
  if (!report.publisher.empty()) parts.push_back(report.publisher);
  if (report.published) parts.push_back(in_words(*report.published));
  std::string text = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) text += ", " + parts[i];
  return text;
}

std::string before_in_paragraph(const Text& text, Span span) {
  const std::size_t from = span.start > kContext ? span.start - kContext : 0;
  std::string before(text.slice({from, span.start}));
  if (const std::size_t line = before.rfind('\n'); line != std::string::npos) {
    return before.substr(line + 1);
  }
  if (from == 0) return before;
  const std::size_t word = before.find(' ');
  return "… " + (word == std::string::npos ? before : before.substr(word + 1));
}

std::string after_in_paragraph(const Text& text, Span span) {
  const std::size_t to = std::min(text.size(), span.end + kContext);
  std::string after(text.slice({span.end, to}));
  if (const std::size_t line = after.find('\n'); line != std::string::npos) {
    return after.substr(0, line);
  }
  if (to == text.size()) return after;
  const std::size_t word = after.rfind(' ');
  return (word == std::string::npos ? after : after.substr(0, word)) + " …";
}

}  // namespace

std::string Exhibits::anchor(const casefile::Evidence& evidence) {
  assert(evidence.span);
  const std::pair<std::string, Span> key{evidence.report.id, *evidence.span};
  const auto known = std::find(keys_.begin(), keys_.end(), key);
  if (known != keys_.end()) {
    return exhibits_[static_cast<std::size_t>(known - keys_.begin())].anchor;
  }
  const Text& text = source_->texts.at(evidence.report.id);
  const casefile::Report& report = source_->reports.at(evidence.report.id);
  keys_.push_back(key);
  exhibits_.push_back(
      {"source-" + std::to_string(keys_.size()), evidence.report.id,
       origin_of(report, evidence.report.id), before_in_paragraph(text, *evidence.span),
       std::string(text.slice(*evidence.span)), after_in_paragraph(text, *evidence.span)});
  return exhibits_.back().anchor;
}

Prose Exhibits::references(const std::vector<casefile::Evidence>& evidence) {
  Prose prose;
  for (const casefile::Evidence& each : evidence) {
    const std::string to = anchor(each);
    prose.add(" ").link("[" + to.substr(to.find('-') + 1) + "]", to);
  }
  return prose;
}

Prose grounds_in_words(const casefile::Grounds& grounds, Exhibits& exhibits) {
  Prose prose;
  if (!grounds.evidence.empty()) prose.add("source").append(exhibits.references(grounds.evidence));
  if (!grounds.judged_by.empty() || !grounds.reason.empty()) {
    if (!prose.empty()) prose.add("; ");
    prose.add("judgement");
    if (!grounds.judged_by.empty()) prose.add(" of " + grounds.judged_by);
    if (!grounds.reason.empty()) prose.add(": " + grounds.reason);
  }
  if (prose.empty()) prose.add("no source given");
  return prose;
}

}  // namespace parley::brief
