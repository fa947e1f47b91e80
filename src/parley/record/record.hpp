#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"
#include "parley/base/text.hpp"
#include "parley/record/event_types.hpp"
#include "parley/record/named_enum.hpp"
#include "parley/text/decode.hpp"

/// Who said and did what in a set of talks, according to reports, each item with its place in the
/// text, and where the reports differ. docs/record.md defines the items and their fields.
namespace parley::record {

#define PARLEY_ACTOR_KINDS(VALUE) VALUE(person) VALUE(state) VALUE(organisation) VALUE(group)
PARLEY_NAMED_ENUM(ActorKind, actor_kind_named, PARLEY_ACTOR_KINDS)

#define PARLEY_ROLE_TIMES(VALUE) VALUE(current) VALUE(former) VALUE(acting) VALUE(elect)
PARLEY_NAMED_ENUM(RoleTime, role_time_named, PARLEY_ROLE_TIMES)

/// Two finders that agree are `high`, one sure pattern is `moderate`, the rest is `low`.
#define PARLEY_CONFIDENCES(VALUE) VALUE(low) VALUE(moderate) VALUE(high)
PARLEY_NAMED_ENUM(Confidence, confidence_named, PARLEY_CONFIDENCES)

#define PARLEY_STATEMENT_KINDS(VALUE) VALUE(direct) VALUE(mixed) VALUE(indirect)
PARLEY_NAMED_ENUM(StatementKind, statement_kind_named, PARLEY_STATEMENT_KINDS)

#define PARLEY_MODALITIES(VALUE) \
  VALUE(asserted) VALUE(hedged) VALUE(conditional) VALUE(negated) VALUE(potential)
PARLEY_NAMED_ENUM(Modality, modality_named, PARLEY_MODALITIES)

#define PARLEY_MEETING_STATUSES(VALUE) VALUE(held) VALUE(planned) VALUE(possible) VALUE(cancelled)
PARLEY_NAMED_ENUM(MeetingStatus, meeting_status_named, PARLEY_MEETING_STATUSES)

#define PARLEY_DRAFT_STATUSES(VALUE) \
  VALUE(mentioned)                   \
  VALUE(drafted) VALUE(tabled) VALUE(discussed) VALUE(amended) VALUE(agreed) VALUE(rejected)
PARLEY_NAMED_ENUM(DraftStatus, draft_status_named, PARLEY_DRAFT_STATUSES)

#define PARLEY_QUANTITY_KINDS(VALUE) \
  VALUE(points)                      \
  VALUE(documents)                   \
  VALUE(meetings) VALUE(duration) VALUE(people) VALUE(money) VALUE(percent) VALUE(area) VALUE(other)
PARLEY_NAMED_ENUM(QuantityKind, quantity_kind_named, PARLEY_QUANTITY_KINDS)

#define PARLEY_STANCE_KINDS(VALUE) \
  VALUE(accepts)                   \
  VALUE(accepts_partly)            \
  VALUE(conditional)               \
  VALUE(open)                      \
  VALUE(disapproves)               \
  VALUE(rejects) VALUE(demands) VALUE(offers) VALUE(threatens) VALUE(accuses) VALUE(denies)
PARLEY_NAMED_ENUM(StanceKind, stance_kind_named, PARLEY_STANCE_KINDS)

#define PARLEY_READING_KINDS(VALUE) \
  VALUE(gains_by_delay)             \
  VALUE(in_hurry)                   \
  VALUE(leverage)                   \
  VALUE(will_concede)               \
  VALUE(will_not_concede)           \
  VALUE(divided) VALUE(excluded) VALUE(secrecy) VALUE(drift) VALUE(other)
PARLEY_NAMED_ENUM(ReadingKind, reading_kind_named, PARLEY_READING_KINDS)

#define PARLEY_RELATION_KINDS(VALUE) \
  VALUE(agreement)                   \
  VALUE(near_agreement)              \
  VALUE(wording) VALUE(version_chain) VALUE(contradiction) VALUE(attribution) VALUE(name_variant)
PARLEY_NAMED_ENUM(RelationKind, relation_kind_named, PARLEY_RELATION_KINDS)

/// A stretch of a report, in code points of its text.
struct Passage {
  std::string report;
  Span span;

  friend bool operator==(const Passage&, const Passage&) = default;
};

/// A paragraph, heading or the like of a report.
struct ReportBlock {
  Span span;
  text::BlockKind kind = text::BlockKind::paragraph;
};

struct Report {
  std::string id;  ///< the file's name without folder and ending, made unique
  std::string file;
  std::string title;      ///< empty when the text shows none
  std::string published;  ///< ISO 8601 date; empty when unknown
  std::string publisher;  ///< of a feed, channel or letter; empty when the file names none
  std::string format;     ///< of the file; empty when nobody said
  std::string charset;    ///< likewise
  text::Markup markup = text::Markup::plain;
  std::string
      text;  ///< what passages count code points of: the file's own, or the text decoded from it
  std::vector<ReportBlock> blocks;
  std::string same_wire;  ///< the earlier report whose text this one copies; empty for a witness
  std::size_t characters = 0;
};

struct Role {
  std::string title;
  std::string affiliation;  ///< the body or the state; empty when the text names none
  RoleTime time = RoleTime::current;
  Passage passage;
};

struct Actor {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::person;
  std::vector<std::string> also;  ///< other spellings and forms met in the reports
  std::string side;               ///< the state or body a person speaks for, an actor id; or empty
  std::vector<Role> roles;
  std::vector<Passage> mentions;
};

/// A quoted span that is speech: the text between its marks, one span a paragraph.
struct Quote {
  Passage passage;
  std::string text;
  std::string speaker;       ///< an actor id; empty when it is nobody who is an actor
  std::string speaker_name;  ///< as the text names the source; empty when no source is in reach
  std::optional<Span> speaker_span;
  std::string cue;
  std::optional<Span> cue_span;
  Confidence confidence = Confidence::low;
  std::string statement;  ///< the statement that the quote belongs to
  std::string rule;       ///< the sieve that found the speaker
  /// The other finder's reading when the two differ; empty otherwise.
  std::string alternative;
};

/// What somebody says: the content, who says it and who passes it on.
struct Statement {
  std::string id;
  Passage passage;
  std::string text;
  StatementKind kind = StatementKind::indirect;
  std::string speaker;
  std::string speaker_name;
  std::optional<Span> speaker_span;
  std::string addressee;
  std::string cue;
  std::optional<Span> cue_span;
  std::vector<std::string> said_by;  ///< who relays it, nearest to the speaker first
  Modality modality = Modality::asserted;
  Confidence confidence = Confidence::low;
  std::string rule;
};

struct Meeting {
  std::string id;
  MeetingStatus status = MeetingStatus::held;
  std::vector<std::string> participants;  ///< actor ids
  std::string place;
  std::string date;      ///< ISO 8601 date or range; empty when unresolved
  std::string duration;  ///< ISO 8601 duration; empty when the text gives none
  std::string outcome;
  std::vector<Passage> evidence;
};

struct Draft {
  std::string id;
  std::optional<int> points;
  std::vector<std::string> by;  ///< actor ids
  std::string amends;           ///< the id of the version before; empty when unknown
  DraftStatus status = DraftStatus::mentioned;
  std::vector<Passage> evidence;
};

/// A counted or measured thing as the interval [low, high]; an open end is absent.
struct Quantity {
  Passage passage;
  std::string text;
  QuantityKind kind = QuantityKind::other;
  std::optional<double> low;
  std::optional<double> high;
  std::string unit;
  bool approximate = false;
};

struct Time {
  Passage passage;
  std::string text;
  std::string value;  ///< ISO 8601 date, range ("a/b") or duration; empty when unresolved
};

struct Stance {
  Passage passage;
  std::string text;
  std::string party;  ///< an actor id
  std::string issue;  ///< an id of RecordOptions::issues; empty for the talks or a draft as a whole
  StanceKind stance = StanceKind::open;
  std::string target;  ///< the actor towards whom; empty when nobody
  std::optional<Span> condition;
  std::string plover;  ///< the PLOVER 0.8 event class, as "AGREE"
  bool negated = false;
  Confidence confidence = Confidence::low;
  std::string statement;  ///< the statement it is taken from; empty for the narrator's own words
};

/// What somebody reads into a side: that it is in no hurry, holds the cards, will give way. It is
/// no stance of that side.
struct SideReading {
  Passage passage;
  std::string text;
  std::string holder;       ///< an actor id; empty in the narrator's words and for nobody known
  std::string holder_name;  ///< as the text names the holder; empty in the narrator's words
  std::string subject;      ///< an actor id; empty where the words are about no side in particular
  ReadingKind kind = ReadingKind::other;
  std::optional<Span> condition;
  Confidence confidence = Confidence::low;
  std::string statement;  ///< the statement that tells it; empty for the narrator's own words
};

/// Who did what to whom, as a report tells it.
struct Event {
  Passage passage;
  std::string text;
  EventClass event = EventClass::AGREE;
  std::optional<EventMode> mode;
  bool to_come = false;              ///< announced, promised or threatened; not done
  std::vector<std::string> actors;   ///< actor ids of those who do it; at least one
  std::vector<std::string> targets;  ///< actor ids of those to whom; may be empty
  std::string date;                  ///< ISO 8601 date or range; empty when the clause has none
  std::vector<Span> words;           ///< those that decided on the class, in the order of the text
  std::string statement;  ///< the statement that tells it; empty for the narrator's own words
};

struct Relation {
  RelationKind kind = RelationKind::agreement;
  std::string topic;
  Passage a;
  Passage b;
  std::string explanation;
};

struct Record {
  std::vector<Report> reports;
  std::vector<Actor> actors;
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
  std::vector<Meeting> meetings;
  std::vector<Draft> drafts;
  std::vector<Quantity> quantities;
  std::vector<Time> times;
  std::vector<Stance> stances;
  std::vector<SideReading> readings;
  std::vector<Event> events;
  std::vector<Relation> relations;
  Diagnostics diagnostics;  ///< warnings: unmatched marks, dates that could not be resolved
};

/// A report as it comes from outside: UTF-8 bytes, and what is known of them.
struct ReportText {
  std::string file;
  std::string bytes;
  /// Counts more than what the text or its file says.
  std::optional<std::chrono::year_month_day> published;
  /// What decoding told (text::decode); of a bare text nothing, and its markup is by its name.
  text::Source source = {};
};

/// The words by which a text may be found to touch an issue, as in data/catalogue/issues.yaml:
/// beginnings of words in lower case, whole words where they have three letters or fewer; words of
/// one cue follow each other.
struct IssueCues {
  std::string issue;
  std::vector<std::string> cues;
};

struct RecordOptions {
  std::vector<IssueCues> issues;
  /// False leaves the tagger out: then nothing is of high confidence.
  bool use_tagger = true;
};

/// The record of some reports, compared with one another.
///
/// All lists are in the order of the reports and, within one, of the text; actors in the order of
/// their first mention. No reports give an empty record. Fails with every report's "not-utf8",
/// "binary-file" and "too-large" (beyond kMaxReportBytes), and with "cancelled".
///
/// Cost: linear in each report's length, and in the number of reports but for the comparison of
/// items on one topic. The same reports give the same record on any number of threads.
Result<Record> make_record(std::vector<ReportText> reports, const RecordOptions& options,
                           const Control& control = {});

/// The largest report that is read.
inline constexpr std::size_t kMaxReportBytes = 64U << 20U;

}  // namespace parley::record
