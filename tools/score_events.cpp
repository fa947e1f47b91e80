// Measures classify_event against sentences whose event class is known.
//
//   score_events FILE [--json | --markdown] [--mistakes]
//
// FILE is a set of PLOVER records ("event", "text") or of PETRARCH sentences ("events" with CAMEO
// codes), as JSON with a list "records". PLOVER records are cut in two by their place: the rules
// were tuned on the even ones; the odd ones are only counted, never shown. Exit status: 0 done, 2
// wrong use, 3 the file is not such a set.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "parley/base/json.hpp"
#include "parley/record/event_class.hpp"
#include "scoring/tally.hpp"

namespace parley::scoring {
namespace {

using record::EventClass;
using record::EventMode;
using record::EventReading;

struct Case {
  std::string text;
  std::set<std::string> wanted;  // any of them is right; empty: no event
  std::set<std::string> quads;
  bool held_out = false;
};

std::string quad_of(EventClass event) { return std::string(name(record::quad_class(event))); }

// PLOVER 0.5b1, in which the records are labelled, in terms of 0.8: what 0.8 joined is told apart
// by the mode (README of the records; CAMEO roots 19, 16 and 3 against 18, 17 and 8).
std::string label(const EventReading& reading) {
  const auto has = [&](std::initializer_list<EventMode> modes) {
    return reading.mode && std::find(modes.begin(), modes.end(), *reading.mode) != modes.end();
  };
  switch (reading.event) {
    case EventClass::REQUEST:
      return "DEMAND";
    case EventClass::ACCUSE:
      return has({EventMode::investigate}) ? "INVESTIGATE" : "DISAPPROVE";
    case EventClass::CONCEDE:  // giving way that is announced was agreement (035)
      return reading.mode && !has({EventMode::change}) ? "AGREE" : "CONCEDE";
    case EventClass::COERCE:
      return has({EventMode::embargo}) ? "SANCTION" : "COERCE";
    case EventClass::ASSAULT:
      if (has({EventMode::destroy})) return "COERCE";
      return has({EventMode::fight}) ? "FIGHT" : "ASSAULT";
    default:
      return std::string(name(reading.event));
  }
}

// The quad class of a label of 0.5b1.
std::string quad_of_label(const std::string& label) {
  if (label == "DEMAND" || label == "DISAPPROVE" || label == "INVESTIGATE")
    return "verbal_conflict";
  if (label == "FIGHT") return "material_conflict";
  const auto event = record::event_class_named(label);
  return event ? quad_of(*event) : "none";
}

// CAMEO code to PLOVER 0.8 (reference table of docs/record.md); empty for what PLOVER drops.
std::string from_cameo(const std::string& code) {
  if (code.starts_with("163") || code.starts_with("191") || code.starts_with("192"))
    return "COERCE";
  if (code.starts_with("175") || code.starts_with("1712") || code.starts_with("196"))
    return "ASSAULT";
  static const std::map<std::string, std::string> kRoots = {
      {"03", "AGREE"},    {"04", "CONSULT"},  {"05", "SUPPORT"}, {"06", "COOPERATE"},
      {"07", "AID"},      {"09", "ACCUSE"},   {"10", "REQUEST"}, {"11", "ACCUSE"},
      {"12", "REJECT"},   {"13", "THREATEN"}, {"14", "PROTEST"}, {"15", "MOBILIZE"},
      {"16", "SANCTION"}, {"17", "COERCE"},   {"18", "ASSAULT"}, {"19", "ASSAULT"},
      {"20", "ASSAULT"}};
  if (code.starts_with("08")) return code.size() > 2 && code[2] <= '3' ? "CONCEDE" : "RETREAT";
  const auto found = kRoots.find(code.substr(0, 2));
  return found == kRoots.end() ? "" : found->second;
}

std::vector<Case> read_cases(const Json& file, bool& is_plover) {
  std::vector<Case> cases;
  const Json& records = file.at("records");
  is_plover = records.at(0).contains("event");
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Json& each = records.at(i);
    Case made;
    made.text = each.at("text").get<std::string>();
    if (is_plover) {
      made.wanted.insert(each.at("event").get<std::string>());
      for (const std::string& wanted : made.wanted) made.quads.insert(quad_of_label(wanted));
      made.held_out = i % 2 == 1;
    } else {
      bool dropped = false;
      for (const Json& event : each.at("events")) {
        const std::string wanted = from_cameo(event.value("eventcode", std::string()));
        if (wanted.empty()) {
          dropped = true;
          continue;
        }
        made.wanted.insert(wanted);
        made.quads.insert(quad_of(*record::event_class_named(wanted)));
      }
      if (made.wanted.empty() && dropped) continue;  // PLOVER has no class for it
    }
    cases.push_back(std::move(made));
  }
  return cases;
}

struct Figures {
  std::size_t cases = 0;
  std::size_t right = 0;
  std::size_t right_quad = 0;
  std::map<std::string, Tally> classes;

  double accuracy() const { return share(right); }
  double quad_accuracy() const { return share(right_quad); }

 private:
  double share(std::size_t count) const {
    return cases == 0 ? 0 : static_cast<double>(count) / static_cast<double>(cases);
  }
};

struct Outcome {
  std::optional<EventReading> reading;
  std::string wanted;  // the one found, when it is among those wanted
  std::string found;
  bool right = false;
  bool right_quad = false;
};

Outcome classify(const Case& each, bool is_plover, bool use_tagger) {
  Outcome outcome;
  outcome.reading = record::classify_event(each.text, use_tagger);
  std::string quad;
  if (outcome.reading) {
    outcome.found = is_plover ? label(*outcome.reading) : std::string(name(outcome.reading->event));
    quad = is_plover ? quad_of_label(outcome.found) : quad_of(outcome.reading->event);
  } else {
    outcome.found = "none";
  }
  outcome.right = each.wanted.empty() ? !outcome.reading : each.wanted.contains(outcome.found);
  outcome.right_quad = each.quads.empty() ? !outcome.reading : each.quads.contains(quad);
  outcome.wanted = outcome.right         ? outcome.found
                   : each.wanted.empty() ? "none"
                                         : *each.wanted.begin();
  return outcome;
}

void add(Figures& figures, const Outcome& outcome) {
  ++figures.cases;
  if (outcome.right) ++figures.right;
  if (outcome.right_quad) ++figures.right_quad;
  ++figures.classes[outcome.wanted].wanted;
  ++figures.classes[outcome.found].found;
  if (outcome.right) ++figures.classes[outcome.found].right;
}

void print_mistake(const Case& each, const Outcome& outcome) {
  std::string words;
  if (outcome.reading) {
    const auto text = Text::from_utf8(each.text, "text");
    for (const Span span : outcome.reading->words) {
      words += text->slice(span);
      words += ' ';
    }
    words += name(outcome.reading->confidence);
  }
  fmt::print("{} for {} ({})\n    {}\n", outcome.found, outcome.wanted, words, each.text);
}

Json to_json(const Figures& figures) {
  Json classes = Json::object();
  for (const auto& [event, tally] : figures.classes) {
    classes[event] = {{"wanted", tally.wanted},
                      {"found", tally.found},
                      {"right", tally.right},
                      {"precision", tally.found == 0 ? Json() : Json(tally.precision())},
                      {"recall", tally.wanted == 0 ? Json() : Json(tally.recall())}};
  }
  return {{"cases", figures.cases},
          {"accuracy", figures.accuracy()},
          {"quad_accuracy", figures.quad_accuracy()},
          {"classes", classes}};
}

using Parts = std::vector<std::pair<std::string, Figures>>;

void print_tables(const Parts& parts, bool markdown) {
  fmt::print("{}", markdown ? "| sentences | cases | class | quad class |\n|---|---|---|---|\n"
                            : fmt::format("{:<14}{:>8}{:>8}{:>8}\n", "sentences", "cases", "class",
                                          "quad"));
  for (const auto& [part, figures] : parts) {
    if (markdown) {
      fmt::print("| {} | {} | {:.3f} | {:.3f} |\n", part, figures.cases, figures.accuracy(),
                 figures.quad_accuracy());
    } else {
      fmt::print("{:<14}{:>8}{:>8.3f}{:>8.3f}\n", part, figures.cases, figures.accuracy(),
                 figures.quad_accuracy());
    }
  }
  const auto& figures = parts.back().second;
  if (markdown) {
    fmt::print("\n| class | wanted | found | precision | recall |\n|---|---|---|---|---|\n");
  } else {
    fmt::print("\n{:<14}{:>8}{:>8}{:>11}{:>8}   ({})\n", "class", "wanted", "found", "precision",
               "recall", parts.back().first);
  }
  for (const auto& [event, tally] : figures.classes) {
    const std::string precision = tally.found == 0 ? "-" : fmt::format("{:.2f}", tally.precision());
    const std::string recall = tally.wanted == 0 ? "-" : fmt::format("{:.2f}", tally.recall());
    if (markdown) {
      fmt::print("| {} | {} | {} | {} | {} |\n", event, tally.wanted, tally.found, precision,
                 recall);
    } else {
      fmt::print("{:<14}{:>8}{:>8}{:>11}{:>8}\n", event, tally.wanted, tally.found, precision,
                 recall);
    }
  }
}

}  // namespace
}  // namespace parley::scoring

int main(int argc, char** argv) {
  using namespace parley;
  using namespace parley::scoring;
  CLI::App app("Accuracy of classify_event.");
  std::string path;
  bool as_json = false;
  bool as_markdown = false;
  bool mistakes = false;
  bool without_tagger = false;
  app.add_option("FILE", path, "PLOVER or PETRARCH records as JSON")->required();
  CLI::Option* json = app.add_flag("--json", as_json, "The figures as JSON");
  app.add_flag("--markdown", as_markdown, "The figures as tables for the documentation")
      ->excludes(json);
  app.add_flag("--mistakes", mistakes, "List each mistake on the records that may be read");
  app.add_flag("--no-tagger", without_tagger, "Read by word lists only");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : 2;
  }
  const auto text = read_text_file(path, std::size_t{64} << 20U);
  if (!text) {
    fmt::print(stderr, "{}\n", to_text(text.error().diagnostics.front()));
    return 3;
  }
  Parts parts;
  try {
    bool is_plover = false;
    const std::vector<Case> cases = read_cases(Json::parse(text->utf8()), is_plover);
    parts = {{"all", {}}};
    if (is_plover) parts = {{"all", {}}, {"tuned on", {}}, {"held out", {}}};
    for (const Case& each : cases) {
      const Outcome outcome = classify(each, is_plover, !without_tagger);
      add(parts.front().second, outcome);
      if (is_plover) add(parts[each.held_out ? 2 : 1].second, outcome);
      if (mistakes && !outcome.right && !each.held_out) print_mistake(each, outcome);
    }
  } catch (const Json::exception& wrong) {
    fmt::print(stderr, "{}: {}\n", path, wrong.what());
    return 3;
  }
  if (as_json) {
    Json figures = Json::object();
    for (const auto& [part, each] : parts) figures[part] = to_json(each);
    fmt::print("{}\n", Json{{"schema", "parley/event-score/1"}, {"figures", figures}}.dump(2));
  } else {
    print_tables(parts, as_markdown);
  }
  return 0;
}
