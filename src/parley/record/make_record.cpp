#include "parley/record/record.hpp"

#include <string>
#include <utility>

#include "parley/record/attribution.hpp"
#include "parley/record/date.hpp"
#include "parley/record/document.hpp"
#include "parley/record/grammar.hpp"
#include "parley/record/speech.hpp"
#include "parley/record/words.hpp"

namespace parley::record {

using namespace internal;

Result<Record> make_record(std::vector<ReportText> reports, const RecordOptions& options,
                           const Control&) {
  Record record;
  Diagnostics errors;
  for (ReportText& report : reports) {
    const std::string file = report.file;
    Result<Document> document = read_document(std::move(report));
    if (!document) {
      errors.insert(errors.end(), document.error().diagnostics.begin(),
                    document.error().diagnostics.end());
      continue;
    }
    record.reports.push_back({file, file, document->title,
                              document->published ? to_iso(*document->published) : "", "",
                              document->original().size()});
    const Words words = split_words(*document, options.use_tagger);
    const Grammar lexical = Grammar::by_lexicon(words);
    const auto by_pattern = attribute_quotes(lexical);
    std::vector<std::optional<Attribution>> by_tags(by_pattern.size());
    if (words.tagged) by_tags = attribute_quotes(Grammar::by_tags(words));
    for (std::size_t q = 0; q < words.quotes.size(); ++q) {
      const QuoteTokens& tokens = words.quotes[q];
      Quote quote;
      quote.passage = {file, document->span(tokens.bytes.begin, tokens.bytes.end)};
      quote.text =
          document->readable().substr(tokens.bytes.begin, tokens.bytes.end - tokens.bytes.begin);
      const auto& best = by_tags[q] && (!by_pattern[q] || by_tags[q]->sieve <= by_pattern[q]->sieve)
                             ? by_tags[q]
                             : by_pattern[q];
      if (!is_speech(lexical, tokens, best)) continue;
      if (best) {
        const std::size_t begin = words.tokens[best->speaker.first].begin;
        const std::size_t end = words.tokens[best->speaker.last - 1].end;
        quote.speaker_name = document->readable().substr(begin, end - begin);
        quote.speaker_span = document->span(begin, end);
        if (best->cue) quote.cue = words.tokens[*best->cue].text;
        quote.rule = name(best->sieve);
        const bool agree =
            by_tags[q] && by_pattern[q] && by_tags[q]->speaker.last == by_pattern[q]->speaker.last;
        quote.confidence = agree && best->sieve <= Sieve::participle ? Confidence::high
                           : best->sieve <= Sieve::verb_before       ? Confidence::moderate
                                                                     : Confidence::low;
      }
      record.quotes.push_back(std::move(quote));
    }
  }
  if (has_errors(errors)) return invalid(std::move(errors));
  return record;
}

}  // namespace parley::record
