// Measures the record engine: precision, recall and F1 of what it finds, as docs/record-quality.md
// states them.
//
//   score_record [--gold DIR]      against the gold reports (default tests/record/gold)
//   score_record --polnear DIR     against articles of PolNeAR
//   score_record --stances DIR     stances only, against DIR/gold.json
//   (tests/record/unseen/stances)
//
// What each measure counts is defined in scoring/measures.hpp, polnear.hpp and stance_gold.hpp.
// Exit status: 0 done, 2 wrong use, 3 bad gold, 4 the engine failed.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "scoring/evaluate.hpp"
#include "scoring/gold.hpp"
#include "scoring/polnear.hpp"
#include "scoring/stance_gold.hpp"

namespace parley::scoring {
namespace {

int complain(const Failure& failure, int status) {
  for (const Diagnostic& each : failure.diagnostics) fmt::print(stderr, "{}\n", to_text(each));
  return status;
}

// Of nothing found nothing is right or wrong.
std::string precision_text(const Tally& tally) {
  return tally.found == 0 ? "-" : fmt::format("{:.3f}", tally.precision());
}

void print_table(const Score& score) {
  fmt::print("{:<18}{:>8}{:>8}{:>8}{:>11}{:>8}{:>8}\n", "measure", "wanted", "found", "right",
             "precision", "recall", "F1");
  for (const auto& [measure, tally] : score.tallies()) {
    fmt::print("{:<18}{:>8}{:>8}{:>8}{:>11}{:>8.3f}{:>8.3f}\n", measure, tally.wanted, tally.found,
               tally.right, precision_text(tally), tally.recall(), tally.f1());
  }
}

// The table as docs/record-quality.md holds it; measures with nothing to find are left out.
void print_markdown(const Score& score) {
  fmt::print("| measure | wanted | found | precision | recall | F1 |\n|---|---|---|---|---|---|\n");
  for (const auto& [measure, tally] : score.tallies()) {
    if (tally.wanted == 0) continue;
    fmt::print("| {} | {} | {} | {} | {:.3f} | {:.3f} |\n", measure, tally.wanted, tally.found,
               precision_text(tally), tally.recall(), tally.f1());
  }
}

void print_mistakes(const Score& score, const std::string& measure) {
  for (const Mistake& each : score.mistakes) {
    if (measure != "all" && each.measure != measure) continue;
    fmt::print("{} {} {}[{},{}) \"{}\"\n    {}\n", each.measure, each.missed ? "missed" : "wrong",
               each.report, each.span.start, each.span.end, each.text, each.detail);
  }
}

Json to_json(const Score& score) {
  Json measures = Json::object();
  for (const auto& [measure, tally] : score.tallies()) {
    measures[measure] = {{"wanted", tally.wanted},
                         {"found", tally.found},
                         {"right", tally.right},
                         {"precision", tally.found == 0 ? Json() : Json(tally.precision())},
                         {"recall", tally.recall()},
                         {"f1", tally.f1()}};
  }
  return {{"schema", "parley/record-score/1"}, {"measures", measures}};
}

}  // namespace
}  // namespace parley::scoring

int main(int argc, char** argv) {
  using namespace parley;
  using namespace parley::scoring;
  CLI::App app("Precision, recall and F1 of the record engine.");
  std::string gold_folder = PARLEY_SOURCE_DIR "/tests/record/gold";
  std::string polnear_folder;
  std::string stances_folder;
  std::string mistakes;
  bool as_json = false;
  bool as_markdown = false;
  app.add_option("--gold", gold_folder, "Folder of gold reports");
  app.add_option("--polnear", polnear_folder, "Folder of PolNeAR: text/ and attributions/");
  app.add_option("--stances", stances_folder, "Folder of reports with stances: gold.json, texts/");
  app.add_option("--mistakes", mistakes,
                 "List the misses and false alarms of one measure, or of all");
  CLI::Option* json = app.add_flag("--json", as_json, "The figures as JSON");
  app.add_flag("--markdown", as_markdown, "The figures as a table for the documentation")
      ->excludes(json);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : 2;
  }

  Result<Score> score;
  if (!stances_folder.empty()) {
    score = evaluate_stances(stances_folder);
  } else if (polnear_folder.empty()) {
    const Result<Gold> gold = read_gold(gold_folder);
    if (!gold) return complain(gold.error(), 3);
    score = evaluate(*gold);
  } else {
    const Result<std::vector<Article>> articles = read_polnear(polnear_folder);
    if (!articles) return complain(articles.error(), 3);
    score = evaluate(*articles);
  }
  if (!score) return complain(score.error(), 4);
  if (as_json) {
    fmt::print("{}\n", to_json(*score).dump(2));
  } else if (as_markdown) {
    print_markdown(*score);
  } else {
    print_table(*score);
  }
  if (!mistakes.empty()) print_mistakes(*score, mistakes);
  return 0;
}
