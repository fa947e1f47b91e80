#include "parley/casefile/struct_reader.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/estimate_text.hpp"
#include "parley/casefile/scales.hpp"

namespace parley::casefile::internal {
namespace {

// Counts beyond this are slips, and would make the talks endless.
constexpr std::size_t kLargestCount = 1'000'000;

std::optional<std::size_t> read_count(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (count > kLargestCount) return std::nullopt;
  return count;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || c == '_' || c == '-' || c == '.';
  });
}

std::string as_name(std::string_view text) {
  std::string name;
  for (const char c : text) name += is_name({&c, 1}) ? c : '_';
  return name;
}

}  // namespace

void StructReader::wrong_kind(const YamlNode& node, const Field& field, std::string_view expected) {
  findings_.error("wrong-kind", node.mark,
                  fmt::format("“{}” must be {}, but here is {}", field.name, expected,
                              internal::describe(node)));
}

void StructReader::not_among(const YamlNode& node, const Field& field,
                             const std::vector<std::string_view>& words) {
  if (!node.is_scalar()) {
    wrong_kind(node, field, fmt::format("one of {}", fmt::join(words, ", ")));
    return;
  }
  findings_.error("unknown-word", node.mark,
                  fmt::format("“{}” is not a value of “{}”", shortened(node.text), field.name),
                  suggestion(node.text, words));
}

void StructReader::unknown_key(const YamlNode::Entry& entry,
                               const std::vector<std::string_view>& known) {
  findings_.error("unknown-key", entry.mark,
                  fmt::format("there is no key “{}” here", shortened(entry.key)),
                  suggestion(entry.key, known));
}

void StructReader::missing_key(const YamlNode& node, const Field& field) {
  findings_.error("missing-key", node.label, fmt::format("the key “{}” is missing", field.name),
                  std::string(field.doc));
}

void StructReader::refuse_unknown(const YamlNode& node,
                                  const std::vector<std::string_view>& known) {
  for (const YamlNode::Entry& entry : node.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    findings_.error("unknown-key", entry.mark,
                    fmt::format("there is no key “{}” here", shortened(entry.key)),
                    suggestion(entry.key, known));
  }
}

void StructReader::warn_boolean(std::string_view word, bool quoted, Mark mark) {
  if (quoted || !reads_as_boolean(word)) return;
  findings_.warning("reads-as-boolean", mark,
                    fmt::format("other YAML programs read {} as true or false", word),
                    fmt::format("put it in quotes: \"{}\"", word));
}

void StructReader::check_name(const YamlNode::Entry& entry, const Field& field) {
  warn_boolean(entry.key, entry.key_quoted, entry.mark);
  // A name that refers to something is judged by whether that exists.
  if (field.keys[0] == Target::nothing && !is_name(entry.key)) {
    findings_.error(
        "bad-name", entry.mark,
        fmt::format("“{}” cannot be a name: it holds a space or a sign", shortened(entry.key)),
        fmt::format("use letters, digits, _ - and . only, such as {}",
                    shortened(as_name(entry.key))));
  }
}

void StructReader::read(const YamlNode& node, std::string& value, const Field& field) {
  if (!node.is_scalar()) return wrong_kind(node, field, "a text");
  warn_boolean(node.text, node.quoted, node.mark);
  value = node.text;
}

void StructReader::read(const YamlNode& node, Wording& value, const Field& field) {
  value.place = findings_.place(node.mark);
  if (node.kind != YamlNode::Kind::map) {
    read(node, static_cast<std::string&>(value), field);
    return;
  }
  refuse_unknown(node, {"text", kConfidential});
  if (const YamlNode* text = node.find("text")) {
    read(*text, static_cast<std::string&>(value), field);
  } else {
    findings_.error("missing-key", node.label, "the key “text” is missing",
                    "write the text, or {text: ..., confidential: yes}");
  }
  if (const YamlNode* mark = node.find(kConfidential)) {
    read(*mark, value.confidential, Field{.name = kConfidential, .doc = ""});
  }
}

void StructReader::read(const YamlNode& node, bool& value, const Field& field) {
  for (const std::string_view word : {"yes", "true", "on", "Yes", "True", "YES", "TRUE"}) {
    if (node.is_scalar() && node.text == word) {
      value = true;
      return;
    }
  }
  for (const std::string_view word : {"no", "false", "off", "No", "False", "NO", "FALSE"}) {
    if (node.is_scalar() && node.text == word) {
      value = false;
      return;
    }
  }
  wrong_kind(node, field, "yes or no");
}

void StructReader::read(const YamlNode& node, double& value, const Field& field) {
  const std::optional<double> number = node.is_scalar() ? read_number(node.text) : std::nullopt;
  if (!number) return wrong_kind(node, field, "a number");
  if (!std::isfinite(*number)) {
    findings_.error("not-finite", node.mark, fmt::format("“{}” is not a finite number", node.text),
                    "write a number");
    return;
  }
  value = *number;
}

void StructReader::read(const YamlNode& node, std::size_t& value, const Field& field) {
  const std::optional<std::size_t> count = node.is_scalar() ? read_count(node.text) : std::nullopt;
  if (!count) return wrong_kind(node, field, "a whole number, 0 to 1000000");
  value = *count;
}

void StructReader::read(const YamlNode& node, Date& value, const Field& field) {
  if (!node.is_scalar()) return wrong_kind(node, field, "a date such as 2025-12-03");
  const std::optional<Date> date = Date::from_iso(node.text);
  if (!date) {
    findings_.error("bad-date", node.mark,
                    fmt::format("“{}” is not a day of the calendar", shortened(node.text)),
                    "write year-month-day, such as 2025-12-03");
    return;
  }
  value = *date;
  if (field.in_the_past) pending_.past.push_back({*date, node.mark, std::string(field.name)});
}

void StructReader::read(const YamlNode& node, Reference& value, const Field& field) {
  if (!node.is_scalar()) return wrong_kind(node, field, "a name");
  warn_boolean(node.text, node.quoted, node.mark);
  value = {node.text, findings_.place(node.mark)};
}

void StructReader::read(const YamlNode& node, Proposition& value, const Field& field) {
  value.place = findings_.place(node.mark);
  if (!node.is_scalar()) return wrong_kind(node, field, "a statement over moves and deals");
  auto proposition = read_proposition(node.text);
  if (!proposition) {
    for (const Diagnostic& each : proposition.error().diagnostics) {
      const std::size_t inside = each.place.column == 0 ? 0 : each.place.column - 1;
      findings_.error(each.code,
                      Mark{node.mark.line, node.mark.column + inside + (node.quoted ? 1U : 0U)},
                      each.message, each.hint);
    }
    return;
  }
  value.text = std::move(proposition->text);
  value.formula = std::move(proposition->formula);
  value.names = std::move(proposition->names);
  for (Reference& each : value.names) each.place = value.place;
}

bool StructReader::read_estimate_value(const YamlNode& node, Estimate& value, const Field& field) {
  const Measure& measure = *field.measure;
  ReadEstimate read = read_estimate(node.text);
  if (read.bad) {
    findings_.error(read.bad->code, node.mark, read.bad->message, read.bad->hint);
    return false;
  }
  if (!read.estimate) {
    const std::optional<Estimate> of_word = estimate_of_word(measure.scale, node.text);
    if (!of_word) {
      const std::vector<std::string_view> words = words_of_scale(measure.scale);
      findings_.error(
          "unknown-word", node.mark,
          words.empty() ? fmt::format("“{}” is not a number or a range", shortened(node.text))
                        : fmt::format("“{}” is neither a number nor a word of the scale “{}”",
                                      shortened(node.text), measure.scale),
          words.empty() ? "write 40, 30..45 or 30..40..55" : suggestion(node.text, words));
      return false;
    }
    value = *of_word;
    return true;
  }
  if (read.estimate->low < measure.low || read.estimate->high > measure.high) {
    const bool percent_forgotten = measure.high == 1 && read.estimate->low >= 0 &&
                                   read.estimate->high > 1 && read.estimate->high <= 100;
    findings_.error(
        "out-of-range", node.mark,
        fmt::format("“{}” must lie within {} and {} {}, but here is {}", field.name,
                    number_text(measure.low), number_text(measure.high), measure.unit, node.text),
        percent_forgotten
            ? fmt::format("did you mean {}?", estimate_text(Estimate{read.estimate->low / 100,
                                                                     read.estimate->mode / 100,
                                                                     read.estimate->high / 100,
                                                                     read.estimate->shape,
                                                                     {},
                                                                     {}},
                                                            NumberStyle::percent))
            : std::string());
    return false;
  }
  value = *read.estimate;
  return true;
}

void StructReader::read_loadings(const YamlNode& node, Estimate& value) {
  static constexpr Field kFactors{.name = "factors", .doc = ""};
  if (node.kind != YamlNode::Kind::map) {
    return wrong_kind(node, kFactors, "a map from factors to weights (`front: 0.8`)");
  }
  double squares = 0;
  for (const YamlNode::Entry& entry : node.entries) {
    Estimate::Loading loading{entry.key, 1};
    read(entry.value, loading.weight, Field{.name = entry.key, .doc = ""});
    if (loading.weight < -1 || loading.weight > 1) {
      findings_.error(
          "out-of-range", entry.value.mark,
          fmt::format("the weight of the factor “{}” must lie within -1 and 1, but here is {}",
                      entry.key, entry.value.text),
          "1 moves fully with the factor, -1 fully against it");
    }
    squares += loading.weight * loading.weight;
    pending_.factors.push_back({entry.key, findings_.place(entry.mark)});
    if (!entry.repeated) value.factors.push_back(std::move(loading));
  }
  // The weights 0.6 and 0.8 sum to 1 but for the last bit.
  if (squares > 1 + 1e-9) {
    findings_.error(
        "factor-weights", node.label,
        fmt::format("the squares of the factors' weights sum to {:.2f}, more than 1", squares),
        "make the weights smaller: together they cannot explain more than all of the doubt");
  }
}

void StructReader::read(const YamlNode& node, Estimate& value, const Field& field) {
  if (node.is_scalar()) {
    read_estimate_value(node, value, field);
    return;
  }
  if (node.kind != YamlNode::Kind::map) {
    return wrong_kind(node, field, "a number, a range such as 30..45, or a word");
  }
  refuse_unknown(node, {"value", "shape", "factors"});
  const YamlNode* number = node.find("value");
  bool usable = false;
  if (number == nullptr) {
    findings_.error("missing-key", node.label, "the key “value” is missing",
                    "the number, range or word of the estimate");
  } else if (!number->is_scalar()) {
    wrong_kind(*number, field, "a number, a range such as 30..45, or a word");
  } else {
    usable = read_estimate_value(*number, value, field);
  }
  if (const YamlNode* shape = node.find("shape")) {
    const Shape before = value.shape;
    read(*shape, value.shape, Field{.name = "shape", .doc = ""});
    if (usable && (value.is_fixed() || (before == Shape::pert && value.shape == Shape::uniform))) {
      findings_.error("bad-shape", shape->mark,
                      value.is_fixed() ? "a single number has no shape"
                                       : "a uniform range has no most likely value",
                      value.is_fixed() ? "write a range, or remove the shape"
                                       : "write low..high, or another shape");
    }
  }
  if (const YamlNode* factors = node.find("factors")) read_loadings(*factors, value);
}

void StructReader::read(const YamlNode& node, Evidence& value, const Field& field) {
  static constexpr std::string_view kForm =
      "write report#start-end, such as wire-a#412-468, or {report: wire-a, quote: ...}";
  if (node.is_scalar()) {
    const std::size_t sign = node.text.rfind('#');
    const std::size_t dash = node.text.rfind('-');
    const bool parts = sign != std::string::npos && dash != std::string::npos && dash > sign;
    const auto start =
        parts ? read_count(std::string_view(node.text).substr(sign + 1, dash - sign - 1))
              : std::nullopt;
    const auto end =
        parts ? read_count(std::string_view(node.text).substr(dash + 1)) : std::nullopt;
    if (!start || !end || sign == 0) {
      findings_.error("bad-evidence", node.mark,
                      fmt::format("“{}” does not name a passage of a report", shortened(node.text)),
                      std::string(kForm));
      return;
    }
    value.report = {node.text.substr(0, sign), findings_.place(node.mark)};
    value.span = Span{*start, *end};
    if (*start >= *end) {
      findings_.error("range-upside-down", node.mark,
                      fmt::format("the passage {} does not end after its start", node.text),
                      *start == *end
                          ? "a passage holds at least one letter"
                          : fmt::format("did you mean {}#{}-{}?", value.report.id, *end, *start));
      value.span.reset();
    }
    return;
  }
  if (node.kind != YamlNode::Kind::map) return wrong_kind(node, field, "a passage of a report");
  refuse_unknown(node, {"report", "quote", "occurrence"});
  if (const YamlNode* report = node.find("report")) {
    read(*report, value.report, Field{.name = "report", .doc = ""});
  } else {
    findings_.error("missing-key", node.label, "the key “report” is missing", std::string(kForm));
  }
  if (const YamlNode* quote = node.find("quote")) {
    // A quote is compared to the letter, so any text will do, also "no".
    if (quote->is_scalar() && !quote->text.empty()) {
      value.quote = quote->text;
    } else {
      wrong_kind(*quote, Field{.name = "quote", .doc = ""}, "the report's own words");
    }
  } else {
    findings_.error("missing-key", node.label, "the key “quote” is missing", std::string(kForm));
  }
  if (const YamlNode* occurrence = node.find("occurrence")) {
    read(*occurrence, value.occurrence, Field{.name = "occurrence", .doc = ""});
    if (value.occurrence == 0U) {
      findings_.error("out-of-range", occurrence->mark, "occurrences are counted from 1");
      value.occurrence.reset();
    }
  }
}

// Events may be a list without names: nothing refers to an event, so a name is made from its title.
void StructReader::read(const YamlNode& node, Named<Event>& value, const Field& field) {
  if (node.kind != YamlNode::Kind::sequence) {
    read<Event>(node, value, field);
    return;
  }
  for (const YamlNode& item : node.items) {
    Event event;
    read(item, event, field);
    std::string name = event.title.empty() ? "event" : as_name(event.title);
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::string stem = name;
    for (int number = 2; value.contains(name); ++number) name = fmt::format("{}_{}", stem, number);
    value.add(std::move(name), std::move(event), findings_.place(item.mark));
  }
}

void StructReader::read_days(const YamlNode& node, std::size_t& days, const Field& field) {
  constexpr std::string_view kExpected = "a number of days or weeks, such as `14 days`";
  if (!node.is_scalar()) return wrong_kind(node, field, kExpected);
  const std::size_t space = node.text.find(' ');
  const std::optional<std::size_t> count = read_count(node.text.substr(0, space));
  const std::string unit = space == std::string::npos ? "days" : node.text.substr(space + 1);
  const bool in_days = unit == "days" || unit == "day";
  if (!count || *count == 0 || (!in_days && unit != "weeks" && unit != "week")) {
    return wrong_kind(node, field, kExpected);
  }
  days = *count * (in_days ? 1 : 7);
}

void StructReader::read_version(const YamlNode& node) {
  if (node.is_scalar() && node.text == fmt::format("{}", kFormatVersion)) return;
  findings_.error("wrong-version", node.mark,
                  fmt::format("this program reads version {} of the case file, but here is {}",
                              kFormatVersion, internal::describe(node)),
                  fmt::format("write parley: {}", kFormatVersion));
}

void StructReader::finish(const YamlNode& node, Issue& issue) {
  if (!issue.catalogue.empty()) {
    const Named<Issue>& generic = catalogue();
    const Issue* base = generic.find(issue.catalogue);
    if (base == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& each : generic) names.push_back(each.first);
      findings_.error("unknown-name", node.find("issue")->mark,
                      fmt::format("the catalogue has no issue “{}”", shortened(issue.catalogue)),
                      suggestion(issue.catalogue, names));
    } else {
      if (node.find("title") == nullptr) issue.title = base->title;
      if (node.find("kind") == nullptr) issue.kind = base->kind;
      if (node.find("unit") == nullptr) issue.unit = base->unit;
      if (issue.options.empty()) issue.options = base->options;
      if (issue.cues.empty()) issue.cues = base->cues;
    }
  } else if (node.find("title") == nullptr) {
    findings_.error("missing-key", node.label, "the key “title” is missing",
                    "the issue in words; or start from the catalogue with `issue:`");
  }
}

void StructReader::finish(const YamlNode& node, Round& round) {
  if (round.status != RoundStatus::held) return;
  if (const YamlNode* date = node.find("date"); date != nullptr && round.date) {
    pending_.past.push_back({*round.date, date->mark, "date"});
  }
}

void StructReader::finish(const YamlNode& node, Case& value) {
  for (const YamlNode::Entry& entry : node.entries) {
    if (!entry.repeated) value.sections.push_back(entry.key);
  }
}

}  // namespace parley::casefile::internal
