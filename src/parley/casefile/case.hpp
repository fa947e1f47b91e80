#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "parley/base/estimate.hpp"
#include "parley/base/text.hpp"
#include "parley/casefile/date.hpp"
#include "parley/casefile/named.hpp"
#include "parley/casefile/origin.hpp"
#include "parley/casefile/proposition.hpp"
#include "parley/casefile/wording.hpp"

/// The vocabulary of a negotiation, as an analyst writes it down. docs/case-file.md explains each
/// entry with examples; fields.hpp is the one table from which the reader, the writer and the JSON
/// Schema are made. These are plain values: a case that was read without errors obeys check.hpp.
namespace parley::casefile {

/// A stretch of a report that supports an entry: given as `report#start-end` or as a report and a
/// verbatim quote, from which the reader finds the span.
struct Evidence {
  Reference report;
  std::optional<Span> span;  ///< filled for every piece of evidence of a case that passed the check
  std::string quote;         ///< as written in the case; empty when a span was given
  /// Which of several equal passages the quote means, counted from 1; not said, it is the first.
  std::optional<std::size_t> occurrence;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class Confidence { low, moderate, high };

/// What an entry rests on: sources, or a judgement with its author and reason, or both.
struct Grounds {
  std::vector<Evidence> evidence;
  Wording judged_by;
  Wording reason;
  std::optional<Confidence> confidence;
  bool confidential = false;

  friend bool operator==(const Grounds&, const Grounds&) = default;
};

enum class ReportKind { news, readout, statement, plan, analysis, other };

struct Report {
  Origin place;
  std::string file;  ///< relative to the case's folder
  std::string title;
  Wording publisher;
  std::optional<Date> published;
  ReportKind kind = ReportKind::news;
  std::optional<Confidence> reliability;
  Wording address;  ///< where the original can be found
  Wording note;
  /// Said to be false, the report's text is public in full, whatever it names.
  std::optional<bool> confidential;

  friend bool operator==(const Report&, const Report&) = default;
};

struct Person {
  std::string name;
  Wording office;
  std::optional<Date> from;
  std::optional<Date> until;
  bool confidential = false;

  friend bool operator==(const Person&, const Person&) = default;
};

/// What a party is to the deal. The consent of signatories and ratifiers is needed; the others have
/// a view, not a veto.
enum class Role { signatory, ratifier, mediator, guarantor, stakeholder };

struct Party {
  Origin place;
  std::string name;
  Role role = Role::signatory;
  Named<Person> people;
  Wording note;
  bool confidential = false;

  friend bool operator==(const Party&, const Party&) = default;
};

inline bool needs_consent(const Party& party) {
  return party.role == Role::signatory || party.role == Role::ratifier;
}

struct Option {
  std::string title;
  std::optional<double> amount;  ///< of a numeric issue, in the issue's unit
  Wording note;
  /// The parties whose act the option takes, such as giving a guarantee or releasing assets: a deal
  /// that holds it needs their consent, whatever their role.
  std::vector<Reference> needs = {};
  bool confidential = false;

  friend bool operator==(const Option&, const Option&) = default;
};

/// How an issue's options relate: along one scale, as amounts, or as separate clauses.
enum class IssueKind { ordered, numeric, set };

struct Issue {
  Origin place;
  /// The generic issue it started from; empty when defined by the case alone.
  std::string catalogue;
  std::string title;
  IssueKind kind = IssueKind::ordered;
  std::string unit;
  Named<Option> options;  ///< ordered along the scale; at least two
  std::vector<std::string> cues;
  Wording note;
  bool confidential = false;

  friend bool operator==(const Issue&, const Issue&) = default;
};

/// How fast an option loses value with its distance from the ideal, along an ordered scale.
enum class Falloff {
  steady,    ///< in proportion to the distance
  tolerant,  ///< slowly at first: near misses are nearly as good
  strict,    ///< fast at first: near misses are nearly as bad
};

/// An option that a party will not sign, whatever it gains elsewhere.
struct RedLine {
  Reference option;
  std::optional<Estimate> firmness;  ///< probability that it is meant; without one it is certain
  bool confidential = false;

  friend bool operator==(const RedLine&, const RedLine&) = default;
};

/// What a party says in public, as opposed to what the analyst thinks it would take.
struct Statement {
  std::string text;
  std::optional<Reference> option;
  std::optional<Date> date;
  std::vector<Evidence> evidence;
  bool confidential = false;
  Origin place = {};

  friend bool operator==(const Statement&, const Statement&) = default;
};

/// Where a party stands on an issue, in the analyst's estimate. At most one of `prefers`, `values`
/// and `ideal` is given; with none, every ranking of the options is thought possible.
struct Position {
  Origin place;
  std::optional<Estimate> priority;  ///< weight in points, relative to the party's other issues
  std::vector<std::vector<Reference>> prefers;  ///< best first; an inner list of several is a tie
  Named<Estimate> values;                       ///< option -> 0 (worst) .. 100 (best)
  std::optional<Reference> ideal;
  Falloff falloff = Falloff::steady;
  std::vector<RedLine> red_lines;
  std::vector<Statement> says;
  std::optional<Date> date;
  Grounds grounds;

  friend bool operator==(const Position&, const Position&) = default;
};

/// Issue -> the options that satisfy a condition.
using Condition = Named<std::vector<Reference>>;

/// A party's demand that one term brings another with it: wherever all of `when` holds, all of
/// `then` must hold.
struct Linkage {
  Origin place;
  Condition when;
  Condition then;
  std::optional<Reference> by;
  std::optional<Estimate> firmness;  ///< probability that the party means it
  Grounds grounds;

  friend bool operator==(const Linkage&, const Linkage&) = default;
};

/// What some options are worth to a party together, beyond what each is worth alone.
struct Interplay {
  Origin place;
  Reference party;
  Condition when;
  Estimate value;  ///< points added where all of `when` holds; negative where they get in each
                   ///< other's way
  Grounds grounds;

  friend bool operator==(const Interplay&, const Interplay&) = default;
};

/// What a party gets by going on without a deal, in points of its own value scale, 0 to 100: a
/// number, or by comparison with drafts, as people know it.
struct NoDeal {
  Origin place;
  std::optional<Estimate> value;
  std::optional<Reference> above;  ///< would rather go on than take this draft
  std::optional<Reference> below;  ///< would rather take this draft than go on
  std::optional<Estimate> trend;   ///< change per round, in points
  Grounds grounds;

  friend bool operator==(const NoDeal&, const NoDeal&) = default;
};

/// Whether a no-deal value is bounded on one side only, so that it reaches to an end of the scale.
inline bool is_open_ended(const NoDeal& no_deal) {
  return !no_deal.value && no_deal.above.has_value() != no_deal.below.has_value();
}

enum class AnswerKind { accepted, accepted_as_basis, conditional, undecided, rejected };

/// How a party was seen to answer a draft.
struct Answer {
  Origin place;
  Reference party;
  Reference draft;
  AnswerKind answer = AnswerKind::undecided;
  std::optional<Date> date;
  std::optional<Estimate> sincere;  ///< probability that the answer shows the party's preference
  Grounds grounds;

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// A doubt that several estimates share.
struct Factor {
  Origin place;
  std::string title;
  Wording note;
  bool confidential = false;

  friend bool operator==(const Factor&, const Factor&) = default;
};

/// What a draft says on an issue: one option, or several when the text leaves the choice between
/// them.
struct Term {
  Origin place;
  std::vector<Reference> options;
  Wording text;
  std::vector<std::size_t> points;  ///< the numbers of the draft's points it stands in
  Grounds grounds;

  friend bool operator==(const Term&, const Term&) = default;
};

enum class DraftStatus { reported, leaked, tabled, published, agreed, initialled, signed_text };

struct Draft {
  Origin place;
  std::string title;
  std::optional<Date> date;
  std::optional<std::size_t> points;
  std::vector<Reference> amends;
  std::vector<Reference> by;
  DraftStatus status = DraftStatus::reported;
  Named<Term> terms;
  std::vector<Reference> bracketed;  ///< issues the text names but leaves to leaders or later talks
  std::vector<Reference> unknown;    ///< issues on which the text is not known
  bool unknown_text = false;         ///< no part of the text is known beyond `terms`
  Wording note;
  Grounds grounds;

  friend bool operator==(const Draft&, const Draft&) = default;
};

enum class RoundStatus { held, planned, possible, cancelled };

struct Round {
  Origin place;
  std::optional<Date> date;
  std::optional<Date> until;
  Wording where;
  RoundStatus status = RoundStatus::held;
  std::vector<Reference> parties;
  std::vector<Wording> people;
  Wording duration;
  std::vector<Reference> tabled;
  Wording outcome;
  Grounds grounds;

  friend bool operator==(const Round&, const Round&) = default;
};

/// Something a party can do on its own.
struct Move {
  Origin place;
  std::string title;
  bool undo = false;        ///< whether it can be taken back
  bool now = false;         ///< whether it is done today
  bool under_deal = false;  ///< whether a deal asks for it; else a deal asks that it be not done
  Grounds grounds;

  friend bool operator==(const Move&, const Move&) = default;
};

/// What a party minds about situations. `deal`, alone, stands for what bargaining says: a deal
/// where the text on the table is worth more to the party than having none, else no deal.
struct Preference {
  Origin place;
  Proposition says;
  std::optional<Estimate> odds;  ///< probability that it is minded; without one it is certain
  Grounds grounds;

  friend bool operator==(const Preference&, const Preference&) = default;
};

/// A combination of moves and deals that cannot be.
struct Impossible {
  Origin place;
  Proposition when;
  Grounds grounds;

  friend bool operator==(const Impossible&, const Impossible&) = default;
};

struct Event {
  Origin place;
  std::string title;
  std::optional<Estimate> odds;  ///< probability in a round
  Named<Estimate> no_deal;       ///< party -> change of what it gets without a deal, in points
  Grounds grounds;

  friend bool operator==(const Event&, const Event&) = default;
};

struct Claim {
  std::string says;
  Wording by;
  std::vector<Evidence> evidence;
  bool confidential = false;
  Origin place = {};

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// Claims of different sources on one thing, kept side by side.
struct RivalClaims {
  Origin place;
  std::string topic;
  std::vector<Claim> claims;
  Wording note;  ///< why they clash or may not
  bool confidential = false;

  friend bool operator==(const RivalClaims&, const RivalClaims&) = default;
};

/// How time is counted in the talks.
struct Clock {
  std::size_t days_per_round = 14;
  std::size_t horizon = 12;  ///< rounds looked ahead

  friend bool operator==(const Clock&, const Clock&) = default;
};

struct Case {
  std::string file;  ///< where it was read from; its folder holds the reports
  std::string title;
  std::optional<Date> as_of;
  Wording note;
  Clock round;
  Named<Factor> factors;
  Named<Report> reports;
  Named<Party> parties;
  Named<Issue> issues;
  Named<Named<Position>> positions;  ///< party -> issue -> position
  std::vector<Linkage> linkages;
  std::vector<Interplay> interplay;
  Named<NoDeal> no_deal;
  std::vector<Answer> answers;
  Named<Draft> drafts;
  std::vector<Round> rounds;
  Named<Named<Move>> moves;  ///< party -> move
  std::vector<Impossible> impossible;
  Named<std::vector<Preference>> outlooks;  ///< party -> what it minds, most important first
  Named<Event> events;
  std::vector<RivalClaims> claims;

  /// The texts of the reports by report id, read with the case; the evidence's spans refer to them.
  Named<Text> texts;

  /// The top-level keys in the order in which they were written; the writer keeps it.
  std::vector<std::string> sections;

  friend bool operator==(const Case&, const Case&) = default;
};

}  // namespace parley::casefile
