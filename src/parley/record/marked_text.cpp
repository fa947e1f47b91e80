#include "parley/record/marked_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/base/harmless.hpp"

namespace parley::record {
namespace {

struct Mark {
  std::string_view name;
  std::string_view colour;  // ANSI: select graphic rendition
};

constexpr Mark kQuote{"quote", "\x1b[32m"};
constexpr Mark kSpeaker{"speaker", "\x1b[1;36m"};
constexpr Mark kCue{"cue", "\x1b[33m"};
constexpr Mark kQuantity{"quantity", "\x1b[35m"};
constexpr std::string_view kPlain = "\x1b[0m";

using MarkedSpan = std::pair<Span, const Mark*>;

std::vector<MarkedSpan> marks_of(const Record& record, const std::string& report) {
  std::vector<MarkedSpan> marks;
  const auto add = [&marks](const Span& span, const Mark& mark) {
    if (span.size() > 0) marks.emplace_back(span, &mark);
  };
  const auto add_saying = [&](const auto& saying) {
    if (saying.speaker_span) add(*saying.speaker_span, kSpeaker);
    if (saying.cue_span) add(*saying.cue_span, kCue);
  };
  for (const Quote& each : record.quotes) {
    if (each.passage.report != report) continue;
    add(each.passage.span, kQuote);
    add_saying(each);
  }
  for (const Statement& each : record.statements) {
    if (each.passage.report == report) add_saying(each);
  }
  for (const Quantity& each : record.quantities) {
    if (each.passage.report == report) add(each.passage.span, kQuantity);
  }
  // The outer before the inner; a cue of two quotes stands once.
  std::sort(marks.begin(), marks.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
    if (a.first.start != b.first.start) return a.first.start < b.first.start;
    if (a.first.end != b.first.end) return a.first.end > b.first.end;
    return a.second->name < b.second->name;
  });
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

std::string opened(const Mark& mark, Marking marking) {
  if (marking == Marking::colours) return std::string(mark.colour);
  return "[" + std::string(mark.name) + ": ";
}

}  // namespace

std::string marking_legend(Marking marking) {
  std::string line;
  for (const Mark* each : {&kSpeaker, &kCue, &kQuote, &kQuantity}) {
    if (!line.empty()) line += "  ";
    line += marking == Marking::colours
                ? std::string(each->colour) + std::string(each->name) + std::string(kPlain)
                : "[" + std::string(each->name) + ": ...]";
  }
  return line;
}

std::string marked_text(const Record& record, const std::string& report, const Text& text,
                        Marking marking) {
  std::string result;
  std::size_t at = 0;
  std::vector<MarkedSpan> open;
  const auto copy_until = [&](std::size_t end) {
    result += for_terminal(text.slice({at, end}));
    at = end;
  };
  const auto close_until = [&](std::size_t end) {
    while (!open.empty() && open.back().first.end <= end) {
      copy_until(open.back().first.end);
      open.pop_back();
      if (marking == Marking::brackets) {
        result += ']';
      } else {
        result += kPlain;
        if (!open.empty()) result += open.back().second->colour;
      }
    }
  };
  for (auto [span, mark] : marks_of(record, report)) {
    close_until(span.start);
    if (!open.empty()) span.end = std::min(span.end, open.back().first.end);
    copy_until(span.start);
    result += opened(*mark, marking);
    open.emplace_back(span, mark);
  }
  close_until(text.size());
  copy_until(text.size());
  return result;
}

}  // namespace parley::record
