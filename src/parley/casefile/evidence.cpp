#include "parley/casefile/evidence.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "parley/casefile/walk.hpp"
#include "parley/casefile/yaml_tree.hpp"

namespace parley::casefile::internal {
namespace {

// Byte offsets of all passages equal to the quote, also overlapping ones.
std::vector<std::size_t> find_all(std::string_view text, std::string_view quote) {
  std::vector<std::size_t> found;
  for (std::size_t at = text.find(quote); at != std::string_view::npos;
       at = text.find(quote, at + 1)) {
    found.push_back(at);
  }
  return found;
}

// The text with every run of white space as one blank, and typewriter quotation marks and dashes
// for all others; `bytes[i]` is where the letter i came from.
struct Plain {
  std::string text;
  std::vector<std::size_t> bytes;
};

Plain plain(std::string_view text) {
  struct Spelling {
    std::string_view from;
    char to;
  };
  static constexpr Spelling kSpellings[] = {
      {"\u201C", '"'},  {"\u201D", '"'},  {"\u201E", '"'}, {"\u00AB", '"'}, {"\u00BB", '"'},
      {"\u2018", '\''}, {"\u2019", '\''}, {"\u2013", '-'}, {"\u2014", '-'}, {"\u00A0", ' '},
      {"\n", ' '},      {"\r", ' '},      {"\t", ' '}};
  Plain result;
  for (std::size_t at = 0; at < text.size();) {
    char letter = text[at];
    std::size_t length = 1;
    for (const Spelling& each : kSpellings) {
      if (text.substr(at).starts_with(each.from)) {
        letter = each.to;
        length = each.from.size();
        break;
      }
    }
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter != ' ' || (!result.text.empty() && result.text.back() != ' ')) {
      result.text += letter;
      result.bytes.push_back(at);
    }
    at += length;
  }
  result.bytes.push_back(text.size());
  return result;
}

// How the report has the words, when it has them with other spaces, quotation marks or capitals.
std::string as_printed(std::string_view text, std::string_view quote) {
  const Plain report = plain(text);
  const Plain wanted = plain(quote);
  if (wanted.text.empty()) return {};
  const std::size_t at = report.text.find(wanted.text);
  if (at == std::string::npos) return {};
  const std::size_t start = report.bytes[at];
  return std::string(text.substr(start, report.bytes[at + wanted.text.size()] - start));
}

struct Resolver {
  const Named<Text>& texts;
  Findings& findings;

  void reference(const Reference&, Target, const Issue*) {}
  void name(const std::string&, const Place&, Target, const Issue*) {}

  void evidence(Evidence& evidence) {
    const Text* text = texts.find(evidence.report.id);
    if (text == nullptr) return;
    if (evidence.quote.empty()) {
      check_span(evidence, *text);
    } else {
      find_quote(evidence, *text);
    }
  }

  void check_span(const Evidence& evidence, const Text& text) {
    if (!evidence.span || evidence.span->end <= text.size()) return;
    findings.error(
        "evidence-outside", evidence.report.place,
        fmt::format("the passage {}-{} lies beyond the end of the report “{}”, which has {} "
                    "letters",
                    evidence.span->start, evidence.span->end, evidence.report.id, text.size()),
        "letters are counted from 0, as Unicode code points of the file");
  }

  void find_quote(Evidence& evidence, const Text& text) {
    const std::vector<std::size_t> found = find_all(text.utf8(), evidence.quote);
    const std::size_t wanted = evidence.occurrence.value_or(1);
    if (found.empty()) {
      const std::string printed = as_printed(text.utf8(), evidence.quote);
      findings.error("quote-not-found", evidence.report.place,
                     fmt::format("the words “{}” are not in the report “{}”",
                                 shortened(evidence.quote), evidence.report.id),
                     printed.empty() ? "copy the words from the report, to the letter"
                                     : fmt::format("the report has them as “{}”", printed));
      return;
    }
    if (wanted > found.size()) {
      findings.error("no-such-occurrence", evidence.report.place,
                     fmt::format("the words “{}” occur {} in the report “{}”, so there is no "
                                 "occurrence {}",
                                 shortened(evidence.quote),
                                 found.size() == 1 ? "once" : fmt::format("{} times", found.size()),
                                 evidence.report.id, wanted));
      return;
    }
    if (found.size() > 1 && !evidence.occurrence) {
      findings.warning("ambiguous-quote", evidence.report.place,
                       fmt::format("the words “{}” occur {} times in the report “{}”; the first is "
                                   "taken",
                                   shortened(evidence.quote), found.size(), evidence.report.id),
                       "say which with `occurrence: 1`, or quote more words");
    }
    const std::size_t start = text.code_point_at(found[wanted - 1]);
    evidence.span = Span{start, start + count_code_points(evidence.quote)};
  }
};

}  // namespace

void resolve_evidence(Case& value, Findings& findings) {
  Resolver resolver{value.texts, findings};
  walk(value, resolver);
}

}  // namespace parley::casefile::internal
