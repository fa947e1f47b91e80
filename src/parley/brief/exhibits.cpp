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
  return exhibit(evidence).anchor;
}

const Exhibit& Exhibits::exhibit(const casefile::Evidence& evidence) {
  assert(evidence.span);
  const Passage passage{evidence.report.id, *evidence.span};
  const auto known = std::find(passages_.begin(), passages_.end(), passage);
  if (known != passages_.end()) {
    return sources_[static_cast<std::size_t>(known - passages_.begin())];
  }
  const Text& text = source_->texts.at(passage.report);
  passages_.push_back(passage);
  sources_.push_back({"source-" + std::to_string(passages_.size()), passage.report,
                      origin_of(source_->reports.at(passage.report), passage.report),
                      before_in_paragraph(text, passage.span),
                      std::string(text.slice(passage.span)),
                      after_in_paragraph(text, passage.span)});
  return sources_.back();
}

std::string Exhibits::anchor(const std::string& judged_by, const std::string& reason) {
  const std::string origin = judged_by.empty() ? "Judgement" : "Judgement of " + judged_by;
  for (const Exhibit& each : judgements_) {
    if (each.origin == origin && each.passage == reason) return each.anchor;
  }
  judgements_.push_back(
      {"judgement-" + std::to_string(judgements_.size() + 1), "", origin, "", reason, ""});
  return judgements_.back().anchor;
}

Prose Exhibits::references(const std::vector<casefile::Evidence>& evidence) {
  Prose prose;
  for (const casefile::Evidence& each : evidence) {
    const std::string to = anchor(each);
    prose.add(" ").link("[" + to.substr(to.find('-') + 1) + "]", to);
  }
  return prose;
}

Prose Exhibits::references(const casefile::Grounds& grounds) {
  Prose prose = references(grounds.evidence);
  if (!grounds.judged_by.empty() || !grounds.reason.empty()) {
    const std::string to = anchor(grounds.judged_by, grounds.reason);
    prose.add(" ").link("[judgement " + to.substr(to.find('-') + 1) + "]", to);
  }
  if (prose.empty()) prose.add(" [no source]");
  return prose;
}

std::string Exhibits::first(const casefile::Grounds& grounds) {
  if (!grounds.evidence.empty()) return anchor(grounds.evidence.front());
  if (!grounds.judged_by.empty() || !grounds.reason.empty()) {
    return anchor(grounds.judged_by, grounds.reason);
  }
  return {};
}

std::vector<Exhibit> Exhibits::all() const {
  std::vector<Exhibit> all = sources_;
  all.insert(all.end(), judgements_.begin(), judgements_.end());
  return all;
}

}  // namespace parley::brief
