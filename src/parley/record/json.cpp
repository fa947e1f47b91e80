#include "parley/record/json.hpp"

#include <nlohmann/json.hpp>

#include "parley/base/version.hpp"

namespace parley::record {
// Static and not in an unnamed namespace: list() finds them by their arguments' namespace.
static Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

template <class Number>
static Json number_or_null(const std::optional<Number>& number) {
  return number ? Json(*number) : Json();
}

static Json to_json(Span span) { return {{"start", span.start}, {"end", span.end}}; }

static Json span_or_null(const std::optional<Span>& span) { return span ? to_json(*span) : Json(); }

static Json to_json(const Passage& passage) {
  return {{"report", passage.report}, {"start", passage.span.start}, {"end", passage.span.end}};
}

template <class Item>
static Json list(const std::vector<Item>& items) {
  Json array = Json::array();
  for (const Item& item : items) array.push_back(to_json(item));
  return array;
}

static Json to_json(const ReportBlock& block) {
  return {{"start", block.span.start}, {"end", block.span.end}, {"kind", text::name(block.kind)}};
}

static Json to_json(const Report& report) {
  return {{"id", report.id},
          {"file", report.file},
          {"title", text_or_null(report.title)},
          {"published", text_or_null(report.published)},
          {"publisher", text_or_null(report.publisher)},
          {"characters", report.characters},
          {"same_wire", text_or_null(report.same_wire)},
          {"format", text_or_null(report.format)},
          {"charset", text_or_null(report.charset)},
          {"text", report.text},
          {"blocks", list(report.blocks)}};
}

static Json to_json(const Role& role) {
  return {{"title", role.title},
          {"affiliation", text_or_null(role.affiliation)},
          {"time", name(role.time)},
          {"report", role.passage.report},
          {"start", role.passage.span.start},
          {"end", role.passage.span.end}};
}

static Json to_json(const Actor& actor) {
  return {{"id", actor.id},
          {"name", actor.name},
          {"kind", name(actor.kind)},
          {"also", actor.also},
          {"side", text_or_null(actor.side)},
          {"roles", list(actor.roles)},
          {"mentions", list(actor.mentions)}};
}

static Json to_json(const Quote& quote) {
  return {{"report", quote.passage.report},
          {"start", quote.passage.span.start},
          {"end", quote.passage.span.end},
          {"text", quote.text},
          {"speaker", text_or_null(quote.speaker)},
          {"speaker_name", text_or_null(quote.speaker_name)},
          {"speaker_span", span_or_null(quote.speaker_span)},
          {"cue", text_or_null(quote.cue)},
          {"cue_span", span_or_null(quote.cue_span)},
          {"confidence", name(quote.confidence)},
          {"statement", text_or_null(quote.statement)},
          {"rule", text_or_null(quote.rule)},
          {"alternative", text_or_null(quote.alternative)}};
}

static Json to_json(const Statement& statement) {
  return {{"id", statement.id},
          {"report", statement.passage.report},
          {"start", statement.passage.span.start},
          {"end", statement.passage.span.end},
          {"text", statement.text},
          {"kind", name(statement.kind)},
          {"speaker", text_or_null(statement.speaker)},
          {"speaker_name", text_or_null(statement.speaker_name)},
          {"speaker_span", span_or_null(statement.speaker_span)},
          {"addressee", text_or_null(statement.addressee)},
          {"cue", text_or_null(statement.cue)},
          {"cue_span", span_or_null(statement.cue_span)},
          {"said_by", statement.said_by},
          {"modality", name(statement.modality)},
          {"confidence", name(statement.confidence)},
          {"rule", statement.rule}};
}

static Json to_json(const Meeting& meeting) {
  return {{"id", meeting.id},
          {"status", name(meeting.status)},
          {"participants", meeting.participants},
          {"place", text_or_null(meeting.place)},
          {"date", text_or_null(meeting.date)},
          {"duration", text_or_null(meeting.duration)},
          {"outcome", text_or_null(meeting.outcome)},
          {"evidence", list(meeting.evidence)}};
}

static Json to_json(const Draft& draft) {
  return {{"id", draft.id},
          {"points", number_or_null(draft.points)},
          {"by", draft.by},
          {"amends", text_or_null(draft.amends)},
          {"status", name(draft.status)},
          {"evidence", list(draft.evidence)}};
}

static Json to_json(const Quantity& quantity) {
  return {{"report", quantity.passage.report},     {"start", quantity.passage.span.start},
          {"end", quantity.passage.span.end},      {"text", quantity.text},
          {"kind", name(quantity.kind)},           {"low", number_or_null(quantity.low)},
          {"high", number_or_null(quantity.high)}, {"unit", text_or_null(quantity.unit)},
          {"approximate", quantity.approximate}};
}

static Json to_json(const Time& time) {
  return {{"report", time.passage.report},
          {"start", time.passage.span.start},
          {"end", time.passage.span.end},
          {"text", time.text},
          {"value", text_or_null(time.value)}};
}

static Json to_json(const Stance& stance) {
  return {{"report", stance.passage.report},
          {"start", stance.passage.span.start},
          {"end", stance.passage.span.end},
          {"text", stance.text},
          {"party", stance.party},
          {"issue", text_or_null(stance.issue)},
          {"stance", name(stance.stance)},
          {"target", text_or_null(stance.target)},
          {"condition", span_or_null(stance.condition)},
          {"plover", text_or_null(stance.plover)},
          {"negated", stance.negated},
          {"confidence", name(stance.confidence)},
          {"statement", text_or_null(stance.statement)}};
}

static Json to_json(const SideReading& reading) {
  return {{"report", reading.passage.report},
          {"start", reading.passage.span.start},
          {"end", reading.passage.span.end},
          {"text", reading.text},
          {"holder", text_or_null(reading.holder)},
          {"holder_name", text_or_null(reading.holder_name)},
          {"subject", text_or_null(reading.subject)},
          {"kind", name(reading.kind)},
          {"condition", span_or_null(reading.condition)},
          {"confidence", name(reading.confidence)},
          {"statement", text_or_null(reading.statement)}};
}

static Json to_json(const Event& event) {
  Json words = Json::array();
  for (const Span word : event.words) words.push_back({{"start", word.start}, {"end", word.end}});
  return {{"report", event.passage.report},
          {"start", event.passage.span.start},
          {"end", event.passage.span.end},
          {"text", event.text},
          {"class", name(event.event)},
          {"mode", event.mode ? Json(name(*event.mode)) : Json()},
          {"quad", name(quad_class(event.event))},
          {"to_come", event.to_come},
          {"actors", event.actors},
          {"targets", event.targets},
          {"date", text_or_null(event.date)},
          {"words", std::move(words)},
          {"statement", text_or_null(event.statement)}};
}

static Json to_json(const Relation& relation) {
  return {{"kind", name(relation.kind)},
          {"topic", relation.topic},
          {"a", to_json(relation.a)},
          {"b", to_json(relation.b)},
          {"explanation", relation.explanation}};
}

Json to_json(const Record& record) {
  return {{"schema", "parley/record/1"},
          {"version", kVersion},
          {"reports", list(record.reports)},
          {"actors", list(record.actors)},
          {"quotes", list(record.quotes)},
          {"statements", list(record.statements)},
          {"meetings", list(record.meetings)},
          {"drafts", list(record.drafts)},
          {"quantities", list(record.quantities)},
          {"times", list(record.times)},
          {"stances", list(record.stances)},
          {"readings", list(record.readings)},
          {"events", list(record.events)},
          {"relations", list(record.relations)},
          {"diagnostics", parley::to_json(record.diagnostics)}};
}

}  // namespace parley::record
