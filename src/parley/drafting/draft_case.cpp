#include "parley/drafting/draft_case.hpp"

#include "parley/casefile/prose_name.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/drafting/differences.hpp"
#include "parley/drafting/disputes.hpp"
#include "parley/drafting/gaps.hpp"
#include "parley/drafting/parties.hpp"
#include "parley/drafting/positions.hpp"
#include "parley/drafting/sources.hpp"
#include "parley/drafting/speech_days.hpp"
#include "parley/drafting/talks.hpp"

namespace parley::drafting {
namespace {

// "Talks between Velmar and Druskia", by the parties that would sign.
std::string title_of(const casefile::Case& value) {
  std::vector<std::string> sides;
  for (const auto& [id, party] : value.parties) {
    if (casefile::needs_consent(party)) sides.push_back(party.name);
  }
  if (sides.size() < 2) return "Talks begun from reports";
  return fmt::format("Talks between {} and {}", casefile::name_in_prose(sides[0]),
                     casefile::name_in_prose(sides[1]));
}

Result<void> enough_to_begin(const casefile::Case& value) {
  Diagnostics missing;
  const std::string hint = "begin with `parley new` and put the reports into its folder";
  if (value.parties.empty()) {
    missing.push_back({Severity::error,
                       "no-parties",
                       {},
                       "the reports show nobody who takes a stand, meets or writes a draft",
                       hint});
  }
  if (value.issues.empty()) {
    missing.push_back(
        {Severity::error, "no-issues", {}, "the reports touch no issue of the catalogue", hint});
  }
  if (!missing.empty()) return invalid(std::move(missing));
  return {};
}

// "a.txt and b.txt (Velmar, Druskia)"
std::string in_words(const record::Record& record, const internal::Dispute& dispute) {
  std::vector<std::string> files;
  for (const std::size_t report : dispute.reports) files.push_back(record.reports[report].file);
  return fmt::format("{} ({})", fmt::join(files, " and "), fmt::join(dispute.sides, ", "));
}

Result<void> one_dispute(const record::Record& record) {
  const std::vector<internal::Dispute> disputes = internal::find_disputes(record);
  if (disputes.size() < 2) return {};
  std::vector<std::string> told;
  for (const internal::Dispute& each : disputes) told.push_back(in_words(record, each));
  Diagnostics wrong;
  wrong.push_back({Severity::error,
                   "several-disputes",
                   {},
                   fmt::format("the reports tell of {} disputes, and a case is about one: {}",
                               disputes.size(), fmt::join(told, "; ")),
                   "begin a case from the reports of each"});
  return invalid(std::move(wrong));
}

}  // namespace

std::vector<record::IssueCues> issue_cues(const casefile::Named<casefile::Issue>& catalogue) {
  std::vector<record::IssueCues> all;
  for (const auto& [id, issue] : catalogue) all.push_back({id, issue.cues});
  return all;
}

Result<DraftedCase> draft_case(const record::Record& record, const casefile::Named<Text>& texts,
                               const casefile::Named<casefile::Issue>& catalogue) {
  if (const auto one = one_dispute(record); !one) return tl::unexpected(one.error());
  const internal::Sources sources(record, texts);
  const internal::SpeechDays days(record, texts);
  const internal::Cast cast = internal::find_parties(record, texts);
  const internal::Drafts drafts = internal::find_drafts(record, sources, cast);

  DraftedCase drafted;
  casefile::Case& value = drafted.value;
  value.reports = sources.reports();
  value.texts = sources.texts();
  for (const auto& [id, report] : value.reports) {
    if (report.published && (!value.as_of || *value.as_of < *report.published)) {
      value.as_of = report.published;
    }
  }
  value.parties = cast.parties;
  value.issues = internal::find_issues(record, texts, catalogue, cast);
  if (const auto enough = enough_to_begin(value); !enough) return tl::unexpected(enough.error());
  value.title = title_of(value);
  value.positions = internal::find_positions(record, sources, days, value.issues, cast);
  value.drafts = drafts.entries;
  value.answers = internal::find_answers(record, sources, days, cast, drafts);
  value.rounds = internal::find_rounds(record, sources, cast);
  value.claims = internal::find_differences(record, sources);
  drafted.gaps = internal::find_gaps(value, cast);
  return drafted;
}

}  // namespace parley::drafting
