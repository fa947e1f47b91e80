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
#include "parley/drafting/subject.hpp"
#include "parley/drafting/talks.hpp"

namespace parley::drafting {
namespace {

// "Talks between Velmar and Druskia on fish quotas", by the parties that would sign.
std::string title_of(const casefile::Case& value, const std::string& subject) {
  std::vector<std::string> sides;
  for (const auto& [id, party] : value.parties) {
    if (casefile::needs_consent(party)) sides.push_back(casefile::name_in_prose(party.name));
  }
  std::string title = "Talks begun from reports";
  if (sides.size() >= 2) title = fmt::format("Talks between {} and {}", sides[0], sides[1]);
  if (!subject.empty()) title += " on " + subject;
  return title;
}

// A report about talks begins a case, however little it says; another text does not.
Result<void> tells_of_talks(const record::Record& record, const casefile::Named<Text>& texts) {
  if (!record.meetings.empty() || !record.drafts.empty() || !record.stances.empty() ||
      internal::tell_of_talks(texts))
    return {};
  return fail(FailureKind::invalid_input, "no-talks", {},
              "the reports tell of no talks: nobody takes a stand, meets or writes a draft",
              "begin with `parley new DIR` and put the reports into its folder");
}

// "a.txt and b.txt (Velmar, Druskia)"
std::string in_words(const record::Record& record, const internal::Dispute& dispute) {
  std::vector<std::string> files;
  for (const std::size_t report : dispute.reports) files.push_back(record.reports[report].file);
  return fmt::format("{} ({})", fmt::join(files, " and "), fmt::join(dispute.sides, ", "));
}

// "`parley new DIR1 a.txt`, `parley new DIR2 b.txt`"
std::string commands_for(const std::vector<internal::Dispute>& disputes,
                         const record::Record& record) {
  std::vector<std::string> commands;
  for (const internal::Dispute& each : disputes) {
    std::string command = fmt::format("`parley new DIR{}", commands.size() + 1);
    for (const std::size_t report : each.reports) command += " " + record.reports[report].file;
    commands.push_back(command + "`");
  }
  return fmt::format("{}", fmt::join(commands, ", "));
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
                   "begin a case from the reports of each: " + commands_for(disputes, record)});
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
  if (const auto talks = tells_of_talks(record, texts); !talks)
    return tl::unexpected(talks.error());
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
  value.title = title_of(value, internal::find_subject(texts));
  value.positions = internal::find_positions(record, sources, days, value.issues, cast);
  value.drafts = drafts.entries;
  value.answers = internal::find_answers(record, sources, days, cast, drafts);
  value.rounds = internal::find_rounds(record, sources, cast);
  value.claims = internal::find_differences(record, sources);
  drafted.gaps = internal::find_gaps(value, cast);
  return drafted;
}

}  // namespace parley::drafting
