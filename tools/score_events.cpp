// Measures classify_event against sentences whose event class is known.
//
//   score_events FILE [--json | --markdown] [--mistakes]
//
// FILE is JSON with a list "records", each with "text" and "event", a class of PLOVER 0.5b1: the
// project's gold standard records, or one's own sentences. The records are cut in two by their
// place: the rules were tuned on the even ones; the odd ones are only counted, never shown. Exit
// status: 0 done, 2 wrong use, 3 the file is not such a set.

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
  std::string wanted;
  bool held_out = false;
  bool read_once = false;
};

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
      return reading.to_come ? "AGREE" : "CONCEDE";
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
  return event ? std::string(name(record::quad_class(*event))) : "none";
}

// The classes whose records were all read through once, before the first rule was written; those of
// the other classes on odd places were never read.
const std::set<std::string> kReadOnce = {"SUPPORT", "COOPERATE", "AID",     "CONCEDE", "RETREAT",
                                         "DEMAND",  "THREATEN",  "PROTEST", "COERCE"};

std::vector<Case> read_cases(const Json& file) {
  std::vector<Case> cases;
  for (const Json& each : file.at("records")) {
    Case made;
    made.text = each.at("text").get<std::string>();
    made.wanted = each.at("event").get<std::string>();
    made.held_out = cases.size() % 2 == 1;
    made.read_once = kReadOnce.contains(made.wanted);
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
  std::string found;
};

Outcome classify(const Case& each, bool use_tagger) {
  const auto reading = record::classify_event(each.text, use_tagger);
  return {reading, reading ? label(*reading) : "none"};
}

void add(Figures& figures, const Case& each, const std::string& found) {
  ++figures.cases;
  ++figures.classes[each.wanted].wanted;
  ++figures.classes[found].found;
  if (quad_of_label(found) == quad_of_label(each.wanted)) ++figures.right_quad;
  if (found != each.wanted) return;
  ++figures.right;
  ++figures.classes[found].right;
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
  fmt::print("{} for {} ({})\n    {}\n", outcome.found, each.wanted, words, each.text);
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
enum Part : std::size_t { kAll, kTunedOn, kHeldOutReadOnce, kHeldOutNeverRead, kHeldOut };

void print_tables(const Parts& parts, bool markdown) {
  fmt::print("{}", markdown ? "| sentences | cases | class | quad class |\n|---|---|---|---|\n"
                            : fmt::format("{:<22}{:>8}{:>8}{:>8}\n", "sentences", "cases", "class",
                                          "quad"));
  for (const auto& [part, figures] : parts) {
    if (markdown) {
      fmt::print("| {} | {} | {:.3f} | {:.3f} |\n", part, figures.cases, figures.accuracy(),
                 figures.quad_accuracy());
    } else {
      fmt::print("{:<22}{:>8}{:>8.3f}{:>8.3f}\n", part, figures.cases, figures.accuracy(),
                 figures.quad_accuracy());
    }
  }
  const auto& figures = parts[kHeldOut].second;
  if (markdown) {
    fmt::print("\n| class | wanted | found | precision | recall |\n|---|---|---|---|---|\n");
  } else {
    fmt::print("\n{:<14}{:>8}{:>8}{:>11}{:>8}   ({})\n", "class", "wanted", "found", "precision",
               "recall", parts[kHeldOut].first);
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
  app.add_option("FILE", path, "PLOVER records as JSON")->required();
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
  Parts parts = {{"all", {}},
                 {"tuned on", {}},
                 {"held out, read once", {}},
                 {"held out, never read", {}},
                 {"held out", {}}};
  try {
    for (const Case& each : read_cases(Json::parse(text->utf8()))) {
      const Outcome outcome = classify(each, !without_tagger);
      add(parts[kAll].second, each, outcome.found);
      add(parts[each.held_out ? kHeldOut : kTunedOn].second, each, outcome.found);
      if (each.held_out)
        add(parts[each.read_once ? kHeldOutReadOnce : kHeldOutNeverRead].second, each,
            outcome.found);
      if (mistakes && !each.held_out && outcome.found != each.wanted) print_mistake(each, outcome);
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
