#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "parley/casefile/case.hpp"

/// The one table of a case's fields. For each struct, describe(Tag<T>, visitor) names every key
/// with its member, its sentence for the reader of the format, and what its value refers to. The
/// reader, the writer, the JSON Schema and the reference check are visitors of this table, so none
/// of them can forget a field. To add a field: add the member to case.hpp and its line here.
///
/// A visitor offers
///   operator()(Field, member)          a key and its member
///   part(member)                       a struct whose keys stand among those of its owner
///   short_form()                       the first field may stand alone for the whole
///   between(Field, above, below)       a list of two: one member each
///   list_or_all(Field, list, all)      a list, or the word `all`
///   days(Field, member)                a number of days: `14 days`, `2 weeks`
///   version(Field)                     the version of the format
namespace parley::casefile::internal {

inline constexpr int kFormatVersion = 1;

/// The key by which an entry, or a wording, is kept from others.
inline constexpr std::string_view kConfidential = "confidential";

template <class T>
struct Tag {};

/// What a name in the case refers to. An option belongs to the issue under whose name it stands.
enum class Target { nothing, party, issue, option, draft, report, move, factor, fact };

/// What an estimate measures: how it is called in a message, the scale its words are on, its
/// bounds.
struct Measure {
  std::string_view unit;
  std::string_view scale;
  double low;
  double high;
};
inline constexpr Measure kPriority{"points", "priority", 0, 100};
inline constexpr Measure kValue{"points", "", 0, 100};
inline constexpr Measure kChange{"points", "", -100, 100};
inline constexpr Measure kProbability{"as a probability", "likelihood", 0, 1};

/// How a text of a field is sought in other texts once its entry is confidential. A field that says
/// nothing of it is sought as a phrase.
enum class Sought {
  phrase,    ///< its words in their order
  words,     ///< the name of a person or a body: also each of its words, and its initials
  path,      ///< a file or an address: also each of its parts
  sentence,  ///< in the author's words: as a phrase, from two words on
  nowhere,   ///< its texts are common to many entries, and tell nothing of one
};

struct Field {
  std::string_view name;
  std::string_view doc;
  bool required = false;
  const Measure* measure = nullptr;  ///< of the estimates in it
  Target names = Target::nothing;    ///< what the references in it refer to
  std::array<Target, 2> keys{};      ///< what the names of its maps refer to, outer map first
  Target defines = Target::nothing;  ///< what the names of its map are the names of
  bool in_the_past = false;          ///< a date that must not be later than the case's as_of
  bool alone = false;                ///< a list of one is written without its brackets
  Sought sought = Sought::phrase;    ///< how its texts are sought once they are confidential
  std::size_t at_least = 0;          ///< what loses entries and keeps fewer takes its owner with it
  bool while_used = false;           ///< entries that lose all that refers to them go with it
  std::string_view takes_in = {};    ///< the field whose lost entries are listed here instead
  const void* owner = nullptr;  ///< the struct it belongs to, set by who goes through the table
};

/// One address for each struct of the table.
template <class T>
inline constexpr char kOwner = 0;

/// Entries that may stand alone where a list of them is wanted.
template <class T>
inline constexpr bool kMayStandAlone =
    std::is_same_v<T, RedLine> || std::is_same_v<T, Preference> || std::is_same_v<T, Impossible>;

template <class T>
Field owned_by(const Field& field) {
  Field owned = field;
  owned.owner = &kOwner<T>;
  return owned;
}

template <class V>
void describe(Tag<Grounds>, V& visit) {
  visit({.name = "evidence",
         .doc = "Passages that support this entry: report#start-end, or {report, quote}."},
        &Grounds::evidence);
  visit({.name = "judged_by", .doc = "Who made the judgement.", .sought = Sought::words},
        &Grounds::judged_by);
  visit({.name = "reason", .doc = "Why the judgement is what it is.", .sought = Sought::sentence},
        &Grounds::reason);
  visit({.name = "confidence", .doc = "How sure the author is of this entry."},
        &Grounds::confidence);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Grounds::confidential);
}

template <class V>
void describe(Tag<Report>, V& visit) {
  visit({.name = "file",
         .doc = "The report's text, as a path from the case's folder.",
         .required = true,
         .sought = Sought::path},
        &Report::file);
  visit({.name = "title", .doc = "Its headline."}, &Report::title);
  visit({.name = "publisher", .doc = "Who published it.", .sought = Sought::words},
        &Report::publisher);
  visit({.name = "published", .doc = "The day it was published.", .in_the_past = true},
        &Report::published);
  visit({.name = "kind", .doc = "What sort of text it is."}, &Report::kind);
  visit({.name = "reliability", .doc = "How far the source is to be trusted."},
        &Report::reliability);
  visit({.name = "address", .doc = "Where the original can be found.", .sought = Sought::path},
        &Report::address);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Report::note);
  visit({.name = "confidential",
         .doc = "Whether the report stays out of a brief for others; `no` says that its text is "
                "public in full, whatever it names."},
        &Report::confidential);
}

template <class V>
void describe(Tag<Person>, V& visit) {
  visit.short_form();
  visit({.name = "name",
         .doc = "The person's name as printed.",
         .required = true,
         .sought = Sought::words},
        &Person::name);
  visit({.name = "office", .doc = "The office held."}, &Person::office);
  visit({.name = "from", .doc = "The day the office was taken up."}, &Person::from);
  visit({.name = "until", .doc = "The day the office was left."}, &Person::until);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Person::confidential);
}

template <class V>
void describe(Tag<Party>, V& visit) {
  visit({.name = "name",
         .doc = "The party's name as printed.",
         .required = true,
         .sought = Sought::words},
        &Party::name);
  visit({.name = "role",
         .doc = "What the party is to the deal; signatories and ratifiers must consent."},
        &Party::role);
  visit({.name = "people", .doc = "Who speaks and acts for the party."}, &Party::people);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Party::note);
  visit({.name = "confidential", .doc = "Whether the party stays out of a brief for others."},
        &Party::confidential);
}

template <class V>
void describe(Tag<Option>, V& visit) {
  visit.short_form();
  visit({.name = "title", .doc = "The option in words.", .required = true}, &Option::title);
  visit({.name = "amount", .doc = "The amount, in the unit of a numeric issue."}, &Option::amount);
  visit({.name = "needs",
         .doc = "The parties whose act it takes; a deal with this option needs their consent.",
         .names = Target::party,
         .alone = true},
        &Option::needs);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Option::note);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Option::confidential);
}

template <class V>
void describe(Tag<Issue>, V& visit) {
  visit({.name = "issue",
         .doc = "The issue of the catalogue to start from.",
         .sought = Sought::nowhere},
        &Issue::catalogue);
  visit({.name = "title", .doc = "The issue in words."}, &Issue::title);
  visit({.name = "kind",
         .doc = "How the options relate: ordered along a scale, numeric amounts, or a set."},
        &Issue::kind);
  visit(
      {.name = "unit", .doc = "The unit of a numeric issue's amounts.", .sought = Sought::nowhere},
      &Issue::unit);
  visit({.name = "options",
         .doc = "What could be agreed, in order along the scale.",
         .defines = Target::option,
         .at_least = 2},
        &Issue::options);
  visit({.name = "cues",
         .doc = "Beginnings of words by which a text may touch the issue.",
         .sought = Sought::nowhere},
        &Issue::cues);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Issue::note);
  visit({.name = "confidential", .doc = "Whether the issue stays out of a brief for others."},
        &Issue::confidential);
}

template <class V>
void describe(Tag<RedLine>, V& visit) {
  visit.short_form();
  visit({.name = "option",
         .doc = "The option the party will not sign.",
         .required = true,
         .names = Target::option},
        &RedLine::option);
  visit({.name = "firmness",
         .doc = "How likely it is that the red line is meant.",
         .measure = &kProbability},
        &RedLine::firmness);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &RedLine::confidential);
}

template <class V>
void describe(Tag<Statement>, V& visit) {
  visit.short_form();
  visit({.name = "text",
         .doc = "What the party says, in the analyst's words.",
         .required = true,
         .sought = Sought::sentence},
        &Statement::text);
  visit({.name = "option", .doc = "The option it asks for.", .names = Target::option},
        &Statement::option);
  visit({.name = "date", .doc = "When it was said.", .in_the_past = true}, &Statement::date);
  visit({.name = "evidence", .doc = "Where it stands."}, &Statement::evidence);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Statement::confidential);
}

template <class V>
void describe(Tag<Position>, V& visit) {
  visit({.name = "priority",
         .doc = "The weight of this issue against the party's other issues: a word or points.",
         .measure = &kPriority},
        &Position::priority);
  visit({.name = "prefers",
         .doc = "The options from best to worst; an inner list is a tie.",
         .names = Target::option},
        &Position::prefers);
  visit({.name = "values",
         .doc = "What each option is worth to the party, 0 (worst) to 100 (best).",
         .measure = &kValue,
         .keys = {Target::option}},
        &Position::values);
  visit({.name = "ideal",
         .doc = "The best option; others lose value with their distance from it.",
         .names = Target::option},
        &Position::ideal);
  visit({.name = "falloff", .doc = "How fast value is lost with the distance from the ideal."},
        &Position::falloff);
  visit({.name = "red_lines",
         .doc = "Options the party will not sign, whatever it gains elsewhere.",
         .names = Target::option},
        &Position::red_lines);
  visit({.name = "says", .doc = "What the party says in public."}, &Position::says);
  visit({.name = "date", .doc = "The day from which the party stands here.", .in_the_past = true},
        &Position::date);
  visit.part(&Position::grounds);
}

template <class V>
void describe(Tag<Linkage>, V& visit) {
  visit({.name = "if",
         .doc = "Wherever all of this holds ...",
         .required = true,
         .names = Target::option,
         .keys = {Target::issue},
         .alone = true},
        &Linkage::when);
  visit({.name = "then",
         .doc = "... all of this must hold.",
         .required = true,
         .names = Target::option,
         .keys = {Target::issue},
         .alone = true},
        &Linkage::then);
  visit({.name = "by", .doc = "The party that demands it.", .names = Target::party, .at_least = 1},
        &Linkage::by);
  visit({.name = "firmness",
         .doc = "How likely it is that the party means it.",
         .measure = &kProbability},
        &Linkage::firmness);
  visit.part(&Linkage::grounds);
}

template <class V>
void describe(Tag<Interplay>, V& visit) {
  visit({.name = "party",
         .doc = "To whom the options are worth more, or less, together.",
         .required = true,
         .names = Target::party},
        &Interplay::party);
  visit({.name = "when",
         .doc = "Where all of this holds ...",
         .required = true,
         .names = Target::option,
         .keys = {Target::issue},
         .alone = true},
        &Interplay::when);
  visit({.name = "value",
         .doc = "... the deal is worth so many points more to the party, or less.",
         .required = true,
         .measure = &kChange},
        &Interplay::value);
  visit.part(&Interplay::grounds);
}

template <class V>
void describe(Tag<NoDeal>, V& visit) {
  visit({.name = "value",
         .doc = "What the party gets by going on without a deal, in points of its own scale.",
         .measure = &kValue},
        &NoDeal::value);
  visit.between({.name = "between",
                 .doc = "Two drafts: it would rather go on than take the first, but would rather "
                        "take the second than go on.",
                 .names = Target::draft},
                &NoDeal::above, &NoDeal::below);
  visit({.name = "above",
         .doc = "The party would rather go on than take this draft.",
         .names = Target::draft},
        &NoDeal::above);
  visit({.name = "below",
         .doc = "The party would rather take this draft than go on.",
         .names = Target::draft},
        &NoDeal::below);
  visit({.name = "trend",
         .doc = "How what it gets by going on changes per round, in points.",
         .measure = &kChange},
        &NoDeal::trend);
  visit.part(&NoDeal::grounds);
}

template <class V>
void describe(Tag<Answer>, V& visit) {
  visit({.name = "party", .doc = "Who answered.", .required = true, .names = Target::party},
        &Answer::party);
  visit({.name = "draft",
         .doc = "The draft that was answered.",
         .required = true,
         .names = Target::draft},
        &Answer::draft);
  visit({.name = "answer", .doc = "What the answer was.", .required = true}, &Answer::answer);
  visit({.name = "date", .doc = "When it was given.", .in_the_past = true}, &Answer::date);
  visit({.name = "sincere",
         .doc = "How likely the answer shows what the party prefers.",
         .measure = &kProbability},
        &Answer::sincere);
  visit.part(&Answer::grounds);
}

template <class V>
void describe(Tag<Factor>, V& visit) {
  visit.short_form();
  visit({.name = "title", .doc = "The doubt in words.", .required = true}, &Factor::title);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Factor::note);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Factor::confidential);
}

template <class V>
void describe(Tag<Term>, V& visit) {
  visit.short_form();
  visit({.name = "option",
         .doc = "What the draft says: one option, or a list when it leaves the choice.",
         .required = true,
         .names = Target::option,
         .alone = true},
        &Term::options);
  visit({.name = "text", .doc = "The term in the analyst's words.", .sought = Sought::sentence},
        &Term::text);
  visit({.name = "points", .doc = "The numbers of the draft's points it stands in."},
        &Term::points);
  visit.part(&Term::grounds);
}

template <class V>
void describe(Tag<Draft>, V& visit) {
  visit({.name = "title", .doc = "What the draft is called.", .required = true}, &Draft::title);
  visit({.name = "date", .doc = "When it was made or became known.", .in_the_past = true},
        &Draft::date);
  visit({.name = "points", .doc = "How many points it has."}, &Draft::points);
  visit({.name = "amends",
         .doc = "The drafts it was made from.",
         .names = Target::draft,
         .alone = true},
        &Draft::amends);
  visit({.name = "by", .doc = "The parties that wrote it.", .names = Target::party}, &Draft::by);
  visit({.name = "status", .doc = "How far the text has come."}, &Draft::status);
  visit({.name = "terms", .doc = "What it says on each issue.", .keys = {Target::issue}},
        &Draft::terms);
  visit({.name = "bracketed",
         .doc = "Issues the text names but leaves to leaders or later talks.",
         .names = Target::issue},
        &Draft::bracketed);
  visit.list_or_all({.name = "unknown",
                     .doc = "Issues on which the text is not known, or the word `all`.",
                     .names = Target::issue,
                     .takes_in = "terms"},
                    &Draft::unknown, &Draft::unknown_text);
  visit({.name = "note", .doc = "A remark for readers of the case.", .sought = Sought::sentence},
        &Draft::note);
  visit.part(&Draft::grounds);
}

template <class V>
void describe(Tag<Round>, V& visit) {
  visit({.name = "date", .doc = "The day, or the first of several."}, &Round::date);
  visit({.name = "until", .doc = "The last of several days."}, &Round::until);
  visit({.name = "where", .doc = "The place."}, &Round::where);
  visit({.name = "status", .doc = "Whether the round was held or is to come."}, &Round::status);
  visit({.name = "parties",
         .doc = "The parties that took part.",
         .names = Target::party,
         .at_least = 2},
        &Round::parties);
  visit({.name = "people", .doc = "The people who took part.", .sought = Sought::words},
        &Round::people);
  visit({.name = "duration", .doc = "How long it lasted, in words.", .sought = Sought::nowhere},
        &Round::duration);
  visit({.name = "tabled", .doc = "The drafts that were on the table.", .names = Target::draft},
        &Round::tabled);
  visit({.name = "outcome", .doc = "What came of it.", .sought = Sought::sentence},
        &Round::outcome);
  visit.part(&Round::grounds);
}

template <class V>
void describe(Tag<Move>, V& visit) {
  visit.short_form();
  visit({.name = "title", .doc = "The move in words."}, &Move::title);
  visit({.name = "undo", .doc = "Whether it can be taken back."}, &Move::undo);
  visit({.name = "now", .doc = "Whether it is done today."}, &Move::now);
  visit(
      {.name = "under_deal", .doc = "Whether a deal asks for it; else a deal asks that it stops."},
      &Move::under_deal);
  visit.part(&Move::grounds);
}

template <class V>
void describe(Tag<Preference>, V& visit) {
  visit.short_form();
  visit({.name = "says",
         .doc = "A statement over moves and deals, such as `not press_on if deal`.",
         .required = true,
         .names = Target::fact},
        &Preference::says);
  visit({.name = "odds",
         .doc = "How likely it is that the party minds it.",
         .measure = &kProbability},
        &Preference::odds);
  visit.part(&Preference::grounds);
}

template <class V>
void describe(Tag<Impossible>, V& visit) {
  visit.short_form();
  visit({.name = "when",
         .doc = "A statement over moves and deals that never holds.",
         .required = true,
         .names = Target::fact},
        &Impossible::when);
  visit.part(&Impossible::grounds);
}

template <class V>
void describe(Tag<Event>, V& visit) {
  visit({.name = "title", .doc = "The event in words.", .required = true}, &Event::title);
  visit({.name = "odds", .doc = "How likely it is in a round.", .measure = &kProbability},
        &Event::odds);
  visit({.name = "no_deal",
         .doc = "How it changes what each party gets without a deal, in points.",
         .measure = &kChange,
         .keys = {Target::party}},
        &Event::no_deal);
  visit.part(&Event::grounds);
}

template <class V>
void describe(Tag<Claim>, V& visit) {
  visit({.name = "says", .doc = "What is claimed.", .required = true, .sought = Sought::sentence},
        &Claim::says);
  visit({.name = "by", .doc = "Who claims it.", .sought = Sought::words}, &Claim::by);
  visit({.name = "evidence", .doc = "Where it stands."}, &Claim::evidence);
  visit({.name = "confidential", .doc = "Whether this entry stays out of a brief for others."},
        &Claim::confidential);
}

template <class V>
void describe(Tag<RivalClaims>, V& visit) {
  visit({.name = "topic", .doc = "What the claims are about.", .required = true},
        &RivalClaims::topic);
  visit({.name = "claims", .doc = "Each claim with who makes it.", .required = true},
        &RivalClaims::claims);
  visit({.name = "note", .doc = "Why they clash, or may not.", .sought = Sought::sentence},
        &RivalClaims::note);
  visit({.name = "confidential", .doc = "Whether the entry stays out of a brief for others."},
        &RivalClaims::confidential);
}

template <class V>
void describe(Tag<Clock>, V& visit) {
  visit.days({.name = "every", .doc = "The length of a round, such as `14 days` or `2 weeks`."},
             &Clock::days_per_round);
  visit({.name = "horizon", .doc = "How many rounds are looked ahead."}, &Clock::horizon);
}

template <class V>
void describe(Tag<Case>, V& visit) {
  visit.version({.name = "parley", .doc = "The version of this format: 1.", .required = true});
  visit({.name = "title", .doc = "The name of the case.", .required = true}, &Case::title);
  visit({.name = "as_of", .doc = "The day the case describes; nothing later belongs in it."},
        &Case::as_of);
  visit({.name = "note", .doc = "A paragraph of background.", .sought = Sought::sentence},
        &Case::note);
  visit({.name = "round", .doc = "How time is counted."}, &Case::round);
  visit({.name = "factors",
         .doc = "Doubts that several estimates share.",
         .defines = Target::factor,
         .while_used = true},
        &Case::factors);
  visit({.name = "reports",
         .doc = "The sources, as files beside the case file.",
         .defines = Target::report},
        &Case::reports);
  visit({.name = "parties",
         .doc = "Who negotiates, mediates or has a stake.",
         .required = true,
         .defines = Target::party},
        &Case::parties);
  visit(
      {.name = "issues", .doc = "What is negotiated.", .required = true, .defines = Target::issue},
      &Case::issues);
  visit({.name = "positions",
         .doc = "Where each party stands on each issue.",
         .keys = {Target::party, Target::issue}},
        &Case::positions);
  visit({.name = "linkages", .doc = "Demands that one term brings another with it."},
        &Case::linkages);
  visit({.name = "interplay", .doc = "Options that are worth more, or less, together."},
        &Case::interplay);
  visit({.name = "no_deal",
         .doc = "What each party gets by going on without a deal.",
         .keys = {Target::party}},
        &Case::no_deal);
  visit({.name = "answers", .doc = "How parties were seen to answer drafts."}, &Case::answers);
  visit({.name = "drafts",
         .doc = "The texts that are or were on the table.",
         .defines = Target::draft},
        &Case::drafts);
  visit({.name = "rounds", .doc = "The meetings, held or to come."}, &Case::rounds);
  visit({.name = "moves",
         .doc = "What each party can do on its own.",
         .keys = {Target::party},
         .defines = Target::move},
        &Case::moves);
  visit({.name = "impossible", .doc = "What cannot be at the same time."}, &Case::impossible);
  visit({.name = "outlooks",
         .doc = "Each party's ranking of situations, most important statement first.",
         .keys = {Target::party}},
        &Case::outlooks);
  visit({.name = "events", .doc = "Shocks from outside."}, &Case::events);
  visit({.name = "claims", .doc = "What sources say differently, side by side."}, &Case::claims);
}

/// The base of visitors that look at values and not at how they may be written: what is named here
/// is visited under keys of its own, or is no value of the case's.
struct PassesOverForms {
  void short_form() {}
  template <class A, class B>
  void between(const Field&, A, B) {}
  template <class M>
  void days(const Field&, M) {}
  void version(const Field&) {}
};

/// Accepts every line of the table; tells whether a type has one.
struct AnyVisitor : PassesOverForms {
  template <class T, class M>
  void operator()(const Field&, M T::*) {}
  template <class M>
  void part(M) {}
  template <class A, class B>
  void list_or_all(const Field&, A, B) {}
};

template <class T>
concept Described = requires(AnyVisitor& visit) { describe(Tag<T>{}, visit); };

}  // namespace parley::casefile::internal
