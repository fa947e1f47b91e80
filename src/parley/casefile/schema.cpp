#include "parley/casefile/schema.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "parley/casefile/fields.hpp"
#include "parley/casefile/scales.hpp"
#include "parley/casefile/words.hpp"

namespace parley::casefile {
namespace {

using internal::Described;
using internal::Field;
using internal::Measure;
using internal::Tag;

Json reference(std::string_view definition) {
  return {{"$ref", fmt::format("#/$defs/{}", definition)}};
}

std::string definition_name(const Measure& measure) {
  if (&measure == &internal::kPriority) return "priority";
  if (&measure == &internal::kProbability) return "probability";
  return &measure == &internal::kChange ? "change" : "points";
}

Json schema_of(Tag<std::string>, const Field&) { return reference("text"); }
Json schema_of(Tag<Wording>, const Field&) { return reference("wording"); }
Json schema_of(Tag<bool>, const Field&) { return reference("yes_or_no"); }
Json schema_of(Tag<double>, const Field&) { return {{"type", "number"}}; }
Json schema_of(Tag<std::size_t>, const Field&) { return {{"type", "integer"}, {"minimum", 0}}; }
Json schema_of(Tag<Date>, const Field&) { return reference("date"); }
Json schema_of(Tag<Reference>, const Field&) { return reference("name"); }
Json schema_of(Tag<Proposition>, const Field&) { return reference("text"); }
Json schema_of(Tag<Evidence>, const Field&) { return reference("evidence"); }
Json schema_of(Tag<Estimate>, const Field& field) {
  return reference(definition_name(*field.measure));
}

template <class E>
  requires std::is_enum_v<E>
Json schema_of(Tag<E>, const Field&) {
  Json words = Json::array();
  for (const auto& each : kWords<E>) words.push_back(each.second);
  return {{"enum", std::move(words)}};
}

// The templates below call each other, so each is known before the first is used.
template <Described T>
Json schema_of(Tag<T>, const Field& field);
template <class T>
Json schema_of(Tag<std::optional<T>>, const Field& field);
template <class T>
Json schema_of(Tag<std::vector<T>>, const Field& field);
template <class T>
Json schema_of(Tag<Named<T>>, const Field& field);

/// The visitor of the table of fields that describes one struct.
class FieldsSchema {
 public:
  template <class T>
  static Json of() {
    FieldsSchema visitor;
    describe(Tag<T>{}, visitor);
    // An entry without a required key may be left empty.
    Json object = {{"type", visitor.required_.empty() ? Json{"object", "null"} : Json("object")},
                   {"properties", std::move(visitor.properties_)},
                   {"additionalProperties", false}};
    if (!visitor.required_.empty()) object["required"] = std::move(visitor.required_);
    if (!visitor.short_form_) return object;
    return {{"anyOf", {std::move(visitor.first_), std::move(object)}}};
  }

  template <class U, class M>
  void operator()(const Field& field, M U::*) {
    const Json schema = schema_of(Tag<M>{}, field);
    if (properties_.empty()) first_ = schema;
    add(field, schema);
  }
  template <class U, class M>
  void part(M U::*) {
    describe(Tag<M>{}, *this);
  }
  void short_form() { short_form_ = true; }
  template <class A, class B>
  void between(const Field& field, A, B) {
    add(field, {{"type", "array"}, {"items", reference("name")}, {"minItems", 2}, {"maxItems", 2}});
  }
  template <class A, class B>
  void list_or_all(const Field& field, A, B) {
    add(field, {{"anyOf", {{{"const", "all"}}, schema_of(Tag<std::vector<Reference>>{}, field)}}});
  }
  template <class M>
  void days(const Field& field, M) {
    add(field, {{"anyOf",
                 {{{"type", "integer"}, {"minimum", 1}},
                  {{"type", "string"}, {"pattern", "^[0-9]+ (days?|weeks?)$"}}}}});
  }
  void version(const Field& field) { add(field, {{"const", internal::kFormatVersion}}); }

 private:
  void add(const Field& field, const Json& schema) {
    Json documented = {{"description", field.doc}};
    documented.update(schema);
    properties_[std::string(field.name)] = std::move(documented);
    if (field.required) required_.push_back(field.name);
  }

  Json properties_ = Json::object();
  Json required_ = Json::array();
  Json first_;
  bool short_form_ = false;
};

template <Described T>
Json schema_of(Tag<T>, const Field&) {
  return FieldsSchema::of<T>();
}

template <class T>
Json schema_of(Tag<std::optional<T>>, const Field& field) {
  return schema_of(Tag<T>{}, field);
}

template <class T>
Json schema_of(Tag<std::vector<T>>, const Field& field) {
  const Json item = schema_of(Tag<T>{}, field);
  Json list = {{"type", {"array", "null"}}, {"items", item}};
  if (Described<T> && !internal::kMayStandAlone<T>) return list;
  return {{"anyOf", {item, list}}};
}

template <class T>
Json schema_of(Tag<Named<T>>, const Field& field) {
  Json map = {{"type", {"object", "null"}}, {"additionalProperties", schema_of(Tag<T>{}, field)}};
  if (!std::is_same_v<T, Event>) return map;
  return {{"anyOf", {map, {{"type", "array"}, {"items", map["additionalProperties"]}}}}};
}

Json estimate_schema(const Measure& measure) {
  Json words = Json::array();
  if (const Scale* scale = scales().find(measure.scale)) {
    for (const Scale::Word& each : scale->words) {
      words.push_back(each.word);
      for (const std::string& other : each.also) words.push_back(other);
    }
  }
  constexpr const char* kNumber = "[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?\\s*%?";
  Json value = Json::array();
  value.push_back({{"type", "number"}, {"minimum", measure.low}, {"maximum", measure.high}});
  value.push_back({{"type", "string"},
                   {"pattern", fmt::format("^{0}(\\s*\\.\\.\\s*{0}){{0,2}}$", kNumber)},
                   {"description", "A range: low..high or low..most likely..high."}});
  if (!words.empty()) value.push_back({{"enum", std::move(words)}});
  const Field shape{.name = "shape", .doc = {}};
  Json object = {
      {"type", "object"},
      {"properties",
       {{"value", {{"description", "The number, range or word."}, {"anyOf", value}}},
        {"shape",
         {{"description", "How the values of the range are spread."},
          {"enum", schema_of(Tag<Shape>{}, shape)["enum"]}}},
        {"factors",
         {{"description", "The shared factors it moves with, and how strongly, -1 to 1."},
          {"type", "object"},
          {"additionalProperties", {{"type", "number"}, {"minimum", -1}, {"maximum", 1}}}}}}},
      {"required", {"value"}},
      {"additionalProperties", false}};
  value.push_back(std::move(object));
  return {{"anyOf", std::move(value)}};
}

Json wording_schema() {
  return {{"anyOf",
           {reference("text"),
            {{"type", "object"},
             {"properties",
              {{"text", {{"description", "The text."}, {"$ref", "#/$defs/text"}}},
               {"confidential",
                {{"description", "Whether it stays out of a brief for others."},
                 {"$ref", "#/$defs/yes_or_no"}}}}},
             {"required", {"text"}},
             {"additionalProperties", false}}}}};
}

Json evidence_schema() {
  return {
      {"anyOf",
       {{{"type", "string"},
         {"pattern", "^.+#[0-9]+-[0-9]+$"},
         {"description", "report#start-end, in code points of the report's file."}},
        {{"type", "object"},
         {"properties",
          {{"report", {{"description", "The report's name."}, {"$ref", "#/$defs/name"}}},
           {"quote",
            {{"description", "The report's own words, to the letter."}, {"$ref", "#/$defs/text"}}},
           {"occurrence",
            {{"description", "Which of several equal passages, counted from 1."},
             {"type", "integer"},
             {"minimum", 1}}}}},
         {"required", {"report", "quote"}},
         {"additionalProperties", false}}}}};
}

}  // namespace

Json case_schema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "A Parley case file"}};
  schema.update(FieldsSchema::of<Case>());
  // Numbers and dates may stand where a text is wanted: YAML does not need the quotes.
  schema["$defs"] = {{"text", {{"type", {"string", "number"}}}},
                     {"wording", wording_schema()},
                     {"name", {{"type", {"string", "number"}}}},
                     {"yes_or_no", {{"enum", {true, false, "yes", "no"}}}},
                     {"date", {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
                     {"evidence", evidence_schema()},
                     {"priority", estimate_schema(internal::kPriority)},
                     {"points", estimate_schema(internal::kValue)},
                     {"change", estimate_schema(internal::kChange)},
                     {"probability", estimate_schema(internal::kProbability)}};
  return schema;
}

}  // namespace parley::casefile
