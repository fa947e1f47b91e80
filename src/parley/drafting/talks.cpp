#include "parley/drafting/talks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "parley/drafting/draft_case.hpp"

namespace parley::drafting::internal {
namespace {

using casefile::Named;
using record::StanceKind;

casefile::DraftStatus status_of(record::DraftStatus status) {
  switch (status) {
    case record::DraftStatus::tabled:
      return casefile::DraftStatus::tabled;
    case record::DraftStatus::agreed:
      return casefile::DraftStatus::agreed;
    case record::DraftStatus::mentioned:
    case record::DraftStatus::drafted:
    case record::DraftStatus::discussed:
    case record::DraftStatus::amended:
    case record::DraftStatus::rejected:
      return casefile::DraftStatus::reported;
  }
  return casefile::DraftStatus::reported;
}

casefile::RoundStatus status_of(record::MeetingStatus status) {
  switch (status) {
    case record::MeetingStatus::held:
      return casefile::RoundStatus::held;
    case record::MeetingStatus::planned:
      return casefile::RoundStatus::planned;
    case record::MeetingStatus::possible:
      return casefile::RoundStatus::possible;
    case record::MeetingStatus::cancelled:
      return casefile::RoundStatus::cancelled;
  }
  return casefile::RoundStatus::held;
}

std::optional<casefile::AnswerKind> answer_of(StanceKind stance) {
  switch (stance) {
    case StanceKind::accepts:
      return casefile::AnswerKind::accepted;
    case StanceKind::accepts_partly:
      return casefile::AnswerKind::accepted_as_basis;
    case StanceKind::conditional:
      return casefile::AnswerKind::conditional;
    case StanceKind::open:
      return casefile::AnswerKind::undecided;
    case StanceKind::rejects:
      return casefile::AnswerKind::rejected;
    case StanceKind::disapproves:
    case StanceKind::demands:
    case StanceKind::offers:
    case StanceKind::threatens:
    case StanceKind::accuses:
    case StanceKind::denies:
      return std::nullopt;
  }
  return std::nullopt;
}

template <class T>
void add_new(std::vector<T>& known, const std::vector<T>& more) {
  for (const T& each : more) {
    if (std::find(known.begin(), known.end(), each) == known.end()) known.push_back(each);
  }
}

// Whether going back from a draft over what it amends leads to `target`.
bool descends_from(const Named<casefile::Draft>& drafts, const std::string& draft,
                   const std::string& target) {
  if (draft == target) return true;
  const casefile::Draft* entry = drafts.find(draft);
  return entry != nullptr && std::any_of(entry->amends.begin(), entry->amends.end(),
                                         [&](const casefile::Reference& each) {
                                           return descends_from(drafts, each.id, target);
                                         });
}

std::string title_of(const record::Draft& draft, const Cast& cast) {
  if (draft.points) return fmt::format("{}-point draft", *draft.points);
  const auto authors = cast.of(draft.by);
  return authors.empty() ? std::string("Draft")
                         : "Draft of " + cast.parties.at(authors.front().id).name;
}

// The draft that a stance speaks of: one that its passage mentions or names by its points.
std::optional<std::string> draft_meant(const record::Stance& stance, const record::Record& record,
                                       const Drafts& drafts) {
  for (const record::Draft& each : record.drafts) {
    const bool mentioned = std::any_of(each.evidence.begin(), each.evidence.end(),
                                       [&](const record::Passage& passage) {
                                         return passage.report == stance.passage.report &&
                                                passage.span.overlaps(stance.passage.span);
                                       });
    if (mentioned) return drafts.name_of.at(each.id);
  }
  return std::nullopt;
}

// "2027-03-06/2027-03-07" as first and last day; less than a day stays open.
void put_days(const std::string& value, casefile::Round& round) {
  const std::size_t stroke = value.find('/');
  round.date = casefile::Date::from_iso(value.substr(0, stroke));
  if (stroke == std::string::npos || !round.date) return;
  const auto last = casefile::Date::from_iso(value.substr(stroke + 1));
  if (last && *round.date < *last) round.until = last;
}

bool may_be_one(const casefile::Round& a, const casefile::Round& b) {
  const auto shared =
      std::count_if(a.parties.begin(), a.parties.end(), [&](const casefile::Reference& each) {
        return std::find(b.parties.begin(), b.parties.end(), each) != b.parties.end();
      });
  const bool days_agree = !a.date || !b.date || (a.date == b.date && a.until == b.until);
  return a.status == b.status && !a.where.empty() && a.where == b.where && shared >= 2 &&
         days_agree;
}

// Adds to a round what another account tells beyond it.
void join(casefile::Round& round, const casefile::Round& more) {
  if (!round.date) {
    round.date = more.date;
    round.until = more.until;
  }
  if (round.duration.empty()) round.duration = more.duration;
  if (round.outcome.empty()) {
    round.outcome = more.outcome;
  } else if (!more.outcome.empty() && more.outcome != round.outcome) {
    round.outcome += "; " + more.outcome;
  }
  add_new(round.parties, more.parties);
  add_new(round.people, more.people);
  add_new(round.grounds.evidence, more.grounds.evidence);
}

// Whether a meeting may be one of the talks that the case is about: two parties or their people
// came together, and one of them would sign. One party by itself meets nobody. Where the text names
// nobody at all ("the two sides"), it is taken to mean these.
bool is_of_these_talks(const record::Meeting& meeting, const Cast& cast) {
  if (meeting.participants.empty()) return true;
  const auto parties = cast.of(meeting.participants);
  if (parties.size() < 2) return false;
  return std::any_of(parties.begin(), parties.end(), [&](const casefile::Reference& each) {
    return casefile::needs_consent(cast.parties.at(each.id));
  });
}

}  // namespace

Drafts find_drafts(const record::Record& record, const Sources& sources, const Cast& cast) {
  Drafts drafts;
  Names names("draft");
  std::map<int, std::string> by_points;
  for (const record::Draft& each : record.drafts) {
    std::string& name = drafts.name_of[each.id];
    if (each.points && by_points.contains(*each.points)) {
      name = by_points.at(*each.points);
    } else {
      const std::string title = title_of(each, cast);
      name = names.take(each.points ? fmt::format("draft {}", *each.points) : title);
      if (each.points) by_points[*each.points] = name;
      casefile::Draft& draft = drafts.entries.add(name);
      draft.title = title;
      if (each.points) draft.points = static_cast<std::size_t>(*each.points);
      draft.unknown_text = true;
    }
    casefile::Draft& draft = *drafts.entries.find(name);
    draft.status = std::max(draft.status, status_of(each.status));
    add_new(draft.by, cast.of(each.by));
    add_new(draft.grounds.evidence, sources.cite(each.evidence));
  }
  for (const record::Draft& each : record.drafts) {
    const auto before = drafts.name_of.find(each.amends);
    if (before == drafts.name_of.end()) continue;
    const std::string& name = drafts.name_of.at(each.id);
    if (descends_from(drafts.entries, before->second, name)) continue;
    add_new(drafts.entries.find(name)->amends, {casefile::Reference{before->second, {}}});
  }
  return drafts;
}

std::vector<casefile::Answer> find_answers(const record::Record& record, const Sources& sources,
                                           const SpeechDays& days, const Cast& cast,
                                           const Drafts& drafts) {
  std::vector<casefile::Answer> answers;
  for (const record::Stance& each : record.stances) {
    const auto party = cast.party_of.find(each.party);
    const auto kind = answer_of(each.stance);
    if (party == cast.party_of.end() || !kind || !each.issue.empty()) continue;
    const auto draft = draft_meant(each, record, drafts);
    if (!draft) continue;
    const auto same = [&](const casefile::Answer& known) {
      return known.party.id == party->second && known.draft.id == *draft && known.answer == *kind;
    };
    if (const auto known = std::find_if(answers.begin(), answers.end(), same);
        known != answers.end()) {
      add_new(known->grounds.evidence, {sources.cite(each.passage)});
      continue;
    }
    casefile::Answer& answer = answers.emplace_back();
    answer.party = {party->second, {}};
    answer.draft = {*draft, {}};
    answer.answer = *kind;
    answer.date = days.of(each.statement);
    answer.sincere = Estimate::between(0.4, 0.9);
    answer.grounds.evidence = {sources.cite(each.passage)};
    answer.grounds.judged_by = kAuthor;
    answer.grounds.reason =
        "That the words mean this draft is read from where they stand; how sincere they are is not "
        "known.";
    answer.grounds.confidence = casefile::Confidence::low;
  }
  return answers;
}

std::vector<casefile::Round> find_rounds(const record::Record& record, const Sources& sources,
                                         const Cast& cast) {
  std::vector<casefile::Round> rounds;
  for (const record::Meeting& each : record.meetings) {
    if (each.status == record::MeetingStatus::held && each.date.empty() && each.duration.empty() &&
        each.outcome.empty()) {
      continue;
    }
    if (!is_of_these_talks(each, cast)) continue;
    casefile::Round round;
    put_days(each.date, round);
    round.where = each.place;
    round.status = status_of(each.status);
    round.parties = cast.of(each.participants);
    for (const std::string& id : each.participants) {
      const auto person =
          std::find_if(record.actors.begin(), record.actors.end(), [&](const record::Actor& actor) {
            return actor.id == id && actor.kind == record::ActorKind::person;
          });
      if (person != record.actors.end()) round.people.push_back(person->name);
    }
    round.duration = duration_in_words(each.duration);
    round.outcome = single_spaced(each.outcome);
    round.grounds.evidence = sources.cite(each.evidence);
    const auto same = std::find_if(rounds.begin(), rounds.end(), [&](const casefile::Round& known) {
      return may_be_one(known, round);
    });
    if (same == rounds.end()) {
      rounds.push_back(std::move(round));
    } else {
      join(*same, round);
    }
  }
  return rounds;
}

std::string duration_in_words(std::string_view iso) {
  if (!iso.starts_with('P')) return std::string(iso);
  std::string words;
  std::string number;
  bool in_time = false;
  for (const char c : iso.substr(1)) {
    if (c == 'T') {
      in_time = true;
      continue;
    }
    if ((c >= '0' && c <= '9') || c == '.') {
      number += c;
      continue;
    }
    const std::string_view unit = c == 'Y'              ? "year"
                                  : c == 'W'            ? "week"
                                  : c == 'D'            ? "day"
                                  : c == 'H'            ? "hour"
                                  : c == 'S'            ? "second"
                                  : c == 'M' && in_time ? "minute"
                                  : c == 'M'            ? "month"
                                                        : "";
    if (unit.empty() || number.empty()) return std::string(iso);
    words +=
        fmt::format("{}{} {}{}", words.empty() ? "" : " ", number, unit, number == "1" ? "" : "s");
    number.clear();
  }
  return words.empty() ? std::string(iso) : words;
}

}  // namespace parley::drafting::internal
