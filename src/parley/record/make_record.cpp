#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "parley/record/date.hpp"
#include "parley/record/drafts.hpp"
#include "parley/record/events.hpp"
#include "parley/record/long_sentences.hpp"
#include "parley/record/meetings.hpp"
#include "parley/record/plain_drafts.hpp"
#include "parley/record/quantities.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/record.hpp"
#include "parley/record/relations.hpp"
#include "parley/record/same_wire.hpp"
#include "parley/record/side_readings.hpp"
#include "parley/record/stance_class.hpp"
#include "parley/record/stances.hpp"
#include "parley/record/statements.hpp"
#include "parley/record/times.hpp"

namespace parley::record {
namespace {

using internal::Reading;

// The file's name without folder and ending, made unique.
std::string report_id(const std::string& file, std::set<std::string>& used) {
  const std::size_t slash = file.find_last_of("/\\");
  std::string stem = file.substr(slash == std::string::npos ? 0 : slash + 1);
  const std::size_t dot = stem.rfind('.');
  if (dot != std::string::npos && dot > 0) stem.resize(dot);
  if (stem.empty()) stem = "report";
  std::string id = stem;
  for (int number = 2; !used.insert(id).second; ++number) id = stem + "-" + std::to_string(number);
  return id;
}

text::BlockKind kind_of(const internal::Block& block) {
  using internal::BlockKind;
  switch (block.kind) {
    case BlockKind::title:
      return text::BlockKind::title;
    case BlockKind::heading:
      return text::BlockKind::heading;
    case BlockKind::byline:
      return text::BlockKind::byline;
    case BlockKind::note:
      return text::BlockKind::note;
    case BlockKind::quote:
      return text::BlockKind::quote;
    case BlockKind::body:
      break;
  }
  return block.is_item ? text::BlockKind::item : text::BlockKind::paragraph;
}

Report describe(const Reading& reading, const std::string& file) {
  Report report;
  report.id = reading.id;
  report.file = file;
  report.title = reading.document.title;
  if (reading.document.published) report.published = internal::to_iso(*reading.document.published);
  report.characters = reading.document.original().size();
  const text::Source& source = reading.document.source;
  report.publisher = source.publisher;
  report.format = source.format;
  report.charset = source.charset;
  report.markup = source.markup.value_or(text::Markup::plain);
  report.text = reading.document.original().utf8();
  for (const internal::Block& block : reading.document.blocks()) {
    report.blocks.push_back({reading.document.span(block.begin, block.end), kind_of(block)});
  }
  return report;
}

// What the finders make of one report.
struct Findings {
  internal::Sayings sayings;
  std::vector<internal::FoundQuantity> quantities;
  std::vector<internal::FoundTime> times;
  std::vector<Meeting> meetings;
  std::vector<Stance> stances;
  std::vector<SideReading> readings;
  std::vector<Event> events;
  std::vector<internal::FoundDraft> drafts;
};

// The warnings of one kind about places of a report; a page of them is one problem.
void add_warnings(const Reading& reading, const std::vector<std::size_t>& places,
                  const Diagnostic& warning, Diagnostics& found) {
  constexpr std::size_t kMost = 20;
  const Text& text = reading.document.original();
  for (std::size_t i = 0; i < std::min(places.size(), kMost); ++i) {
    const std::size_t start = reading.document.span(places[i], places[i]).start;
    const std::string_view before = text.slice({0, start});
    Diagnostic& each = found.emplace_back(warning);
    each.place.line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    each.place.column = count_code_points(before.substr(before.rfind('\n') + 1)) + 1;
  }
}

Diagnostics warnings(const Reading& reading, const std::string& file) {
  Diagnostics found;
  if (reading.words.sentences.empty()) {
    found.push_back(
        {Severity::warning,
         "no-text",
         {file, 0, 0},
         "no sentence was found in this file",
         "look at it; a page that a script draws holds its text when a browser saves it "
         "as a single file"});
  }
  add_warnings(reading, reading.words.unmatched_marks,
               {Severity::warning,
                "unmatched-quotation-mark",
                {file, 0, 0},
                "this quotation mark has no partner in its paragraph",
                "check the quotation by hand"},
               found);
  add_warnings(
      reading, reading.words.cuts,
      {Severity::warning,
       "long-sentence",
       {file, 0, 0},
       "a sentence with more than " + std::to_string(internal::kLongestSentence) +
           " words and signs is read in pieces; the second begins here",
       "check by hand what stands on both sides, or set a full stop where a sentence ends"},
      found);
  return found;
}

template <class Item>
void move_to(std::vector<Item>& from, std::vector<Item>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Result<Record> make_record(std::vector<ReportText> reports, const RecordOptions& options,
                           const Control& control) {
  const std::size_t count = reports.size();
  std::vector<std::string> files(count);
  std::vector<std::string> ids(count);
  std::set<std::string> used;
  for (std::size_t r = 0; r < count; ++r) {
    files[r] = reports[r].file;
    ids[r] = report_id(files[r], used);
  }
  std::vector<std::unique_ptr<Reading>> readings(count);
  std::vector<Diagnostics> errors(count);
  const auto read = for_each_index(count, control, [&](std::size_t r) {
    auto document = internal::read_document(std::move(reports[r]));
    if (!document) {
      errors[r] = std::move(document.error().diagnostics);
      return;
    }
    readings[r] = std::make_unique<Reading>(std::move(*document), options.use_tagger);
    readings[r]->id = ids[r];
  });
  if (!read) return tl::unexpected(read.error());
  Diagnostics all_errors;
  for (Diagnostics& each : errors) move_to(each, all_errors);
  if (!all_errors.empty()) return invalid(std::move(all_errors));

  Record record;
  record.actors = internal::join_casts(readings);
  std::vector<Findings> findings(count);
  const auto found = for_each_index(count, control, [&](std::size_t r) {
    const Reading& reading = *readings[r];
    findings[r].sayings = internal::find_sayings(reading);
    findings[r].quantities = internal::find_quantities(reading);
    findings[r].times = internal::find_times(reading);
    findings[r].meetings =
        internal::find_meetings(reading, findings[r].times, findings[r].quantities);
    findings[r].stances = internal::find_stances(reading, findings[r].sayings, options.issues);
    internal::classify_stances(reading, findings[r].stances);
    findings[r].readings = internal::find_side_readings(reading, findings[r].sayings);
    findings[r].events = internal::find_events(reading, findings[r].sayings, findings[r].times);
    findings[r].drafts = internal::find_drafts(reading, findings[r].quantities, findings[r].times);
    auto uncounted = internal::find_plain_drafts(reading, findings[r].drafts);
    move_to(uncounted, findings[r].drafts);
  });
  if (!found) return tl::unexpected(found.error());
  std::vector<std::vector<internal::FoundDraft>> drafts;
  for (std::size_t r = 0; r < count; ++r) {
    record.reports.push_back(describe(*readings[r], files[r]));
    move_to(findings[r].sayings.quotes, record.quotes);
    move_to(findings[r].sayings.statements, record.statements);
    for (const auto& each : findings[r].quantities) record.quantities.push_back(each.quantity);
    for (const auto& each : findings[r].times) record.times.push_back(each.time);
    for (std::size_t m = 0; m < findings[r].meetings.size(); ++m)
      findings[r].meetings[m].id = ids[r] + "-m" + std::to_string(m + 1);
    move_to(findings[r].meetings, record.meetings);
    move_to(findings[r].stances, record.stances);
    move_to(findings[r].readings, record.readings);
    move_to(findings[r].events, record.events);
    drafts.push_back(std::move(findings[r].drafts));
    Diagnostics doubts = warnings(*readings[r], files[r]);
    move_to(doubts, record.diagnostics);
  }
  record.drafts = internal::join_drafts(std::move(drafts));
  const auto copies = internal::find_copies(readings);
  for (std::size_t r = 0; r < count; ++r) {
    if (copies[r]) record.reports[r].same_wire = ids[*copies[r]];
  }
  record.relations = internal::compare_reports(record, readings);
  return record;
}

}  // namespace parley::record
