#include "parley/brief/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

/// A judgement as one document has it.
struct Judgement {
  std::string path;
  std::string event;
  assess::Odds odds;
};

assess::Odds odds_of(const Json& json) {
  return {json.at("low").get<double>(), json.at("high").get<double>()};
}

std::vector<Judgement> judgements_of(const Json& document) {
  const std::string to_all = " is acceptable to all whose consent is needed";
  std::vector<Judgement> judgements;
  for (const Json& draft : document.at("drafts")) {
    const std::string name = draft.at("draft");
    const std::string path = "drafts/" + name;
    judgements.push_back({path, name + to_all, odds_of(draft.at("joint").at("signs"))});
    for (const Json& view : draft.at("views")) {
      const std::string party = view.at("party");
      judgements.push_back(
          {path + "/" + party, name + " is acceptable to " + party, odds_of(view.at("signs"))});
    }
  }
  if (document.at("deals").is_null()) return judgements;
  const Json& worlds = document.at("deals").at("worlds");
  if (worlds.at("zone").is_null()) return judgements;
  const double zone = worlds.at("zone");
  judgements.push_back({"zone", "some package" + to_all, {zone, zone}});
  for (const Json& package : worlds.at("packages")) {
    const std::string principle = package.at("principle");
    std::string words = principle;
    std::replace(words.begin(), words.end(), '_', ' ');
    judgements.push_back({"packages/" + principle, "the " + words + " package" + to_all,
                          odds_of(package.at("joint").at("signs"))});
  }
  return judgements;
}

/// Texts under paths, in the order of the document.
using Entries = std::vector<std::pair<std::string, std::string>>;

Entries inputs_of(const Json& document) {
  Entries entries;
  for (const Json& each : document.at("inputs")) {
    entries.emplace_back(each.at("path"),
                         each.contains("text") ? each.at("text") : each.at("hash"));
  }
  return entries;
}

Entries package_terms_of(const Json& document) {
  Entries entries;
  if (document.at("deals").is_null()) return entries;
  for (const Json& package : document.at("deals").at("worlds").at("packages")) {
    const std::string path = "packages/" + package.at("principle").get<std::string>() + "/";
    for (const auto& [issue, option] : package.at("deal").items()) {
      entries.emplace_back(path + issue, option);
    }
  }
  return entries;
}

Entries drivers_of(const Json& document) {
  Entries entries;
  if (document.at("deals").is_null()) return entries;
  for (const Json& driver : document.at("deals").at("worlds").at("drivers")) {
    std::string path = driver.at("kind");
    for (const char* key : {"party", "issue", "option"}) {
      if (driver.contains(key)) path += "/" + driver.at(key).get<std::string>();
    }
    if (driver.contains("linkage")) path += fmt::format("/{}", driver.at("linkage").get<int>());
    entries.emplace_back(path, percent(driver.at("when_low")) + " where low, " +
                                   percent(driver.at("when_high")) + " where high");
  }
  return entries;
}

Entries settings_of(const Json& document) {
  return {{"version", document.at("version")},
          {"seed", document.at("seed").dump()},
          {"worlds", document.at("worlds").at("drawn").dump()}};
}

std::vector<std::string> texts_at(const Entries& entries, const std::string& path) {
  std::vector<std::string> texts;
  for (const auto& [each, text] : entries) {
    if (each == path) texts.push_back(text);
  }
  return texts;
}

// What is in the first list and, counted as often as it stands there, not in the second.
std::vector<std::string> without(std::vector<std::string> list,
                                 const std::vector<std::string>& other) {
  for (const std::string& each : other) {
    const auto found = std::find(list.begin(), list.end(), each);
    if (found != list.end()) list.erase(found);
  }
  return list;
}

// Entries without names of their own share a path: those that differ are told in pairs, as far as
// they go.
std::vector<Difference> differences(const Entries& before, const Entries& after) {
  std::vector<std::string> paths;
  for (const Entries* entries : {&after, &before}) {
    for (const auto& [path, text] : *entries) {
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    }
  }
  std::vector<Difference> found;
  for (const std::string& path : paths) {
    const std::vector<std::string> old = texts_at(before, path);
    const std::vector<std::string> now = texts_at(after, path);
    const std::vector<std::string> gone = without(old, now);
    const std::vector<std::string> added = without(now, old);
    for (std::size_t i = 0; i < std::max(gone.size(), added.size()); ++i) {
      Difference each{path, {}, {}};
      if (i < gone.size()) each.before = gone[i];
      if (i < added.size()) each.after = added[i];
      found.push_back(std::move(each));
    }
  }
  return found;
}

// Those that stand in one of the two only.
std::vector<Difference> one_sided(std::vector<Difference> all) {
  std::erase_if(all, [](const Difference& each) { return each.before && each.after; });
  return all;
}

bool beyond_chance(double before, double after, double worlds_before, double worlds_after) {
  const auto variance = [](double p, double n) { return n > 0 ? p * (1 - p) / n : 0.25; };
  return std::abs(after - before) >
         2 * std::sqrt(variance(before, worlds_before) + variance(after, worlds_after));
}

double distance(const Movement& each) {
  return std::max(std::abs(each.after.low - each.before.low),
                  std::abs(each.after.high - each.before.high));
}

void compare_judgements(const Json& before, const Json& after, Comparison& comparison) {
  const double worlds_before = before.at("worlds").at("effective");
  const double worlds_after = after.at("worlds").at("effective");
  std::map<std::string, Judgement> old;
  for (const Judgement& each : judgements_of(before)) old.emplace(each.path, each);
  for (const Judgement& now : judgements_of(after)) {
    const auto found = old.find(now.path);
    if (found == old.end()) {
      comparison.judged_once.push_back({now.path, {}, odds_in_words(now.odds)});
      continue;
    }
    const Judgement was = found->second;
    old.erase(found);
    ++comparison.judgements;
    Movement movement{now.path, now.event, was.odds, now.odds, false};
    movement.beyond_chance =
        beyond_chance(was.odds.low, now.odds.low, worlds_before, worlds_after) ||
        beyond_chance(was.odds.high, now.odds.high, worlds_before, worlds_after);
    if (distance(movement) >= 0.01) comparison.movements.push_back(movement);
  }
  for (const auto& [path, was] : old) {
    comparison.judged_once.push_back({path, odds_in_words(was.odds), {}});
  }
  std::stable_sort(comparison.movements.begin(), comparison.movements.end(),
                   [](const Movement& a, const Movement& b) { return distance(a) > distance(b); });
}

std::optional<std::string> day_of(const Json& document) {
  const Json& day = document.at("as_of");
  return day.is_null() ? std::nullopt : std::optional<std::string>(day.get<std::string>());
}

std::string fault(const Json& document) {
  if (!document.is_object() || document.value("schema", Json()) != "parley/assessment/1") {
    return "this is no document of the schema parley/assessment/1";
  }
  if (!document.contains("inputs")) return "this assessment does not say what it was made from";
  return {};
}

int points(double before, double after) {
  return static_cast<int>(std::lround(100 * (after - before)));
}

std::string moved_in_words(const Movement& each) {
  const int low = points(each.before.low, each.after.low);
  const int high = points(each.before.high, each.after.high);
  const std::string by = low == high ? fmt::format("{:+} points", low)
                                     : fmt::format("low end {:+}, high end {:+} points", low, high);
  return by + (each.beyond_chance ? "" : ", within what chance could do");
}

std::string in_words(const Difference& each) {
  const auto line = [](const std::string& text) {
    std::string flat = text.substr(0, text.find_last_not_of('\n') + 1);
    std::replace(flat.begin(), flat.end(), '\n', ' ');
    return shortened(flat, 160);
  };
  if (!each.before) return each.path + " is new: " + line(*each.after);
  if (!each.after) return each.path + " is gone: " + line(*each.before);
  return each.path + "\n    was " + line(*each.before) + "\n    is  " + line(*each.after);
}

void add_section(const std::string& title, const std::vector<Difference>& differences,
                 std::string& text) {
  if (differences.empty()) return;
  text += "\n" + title + "\n";
  for (const Difference& each : differences) text += "  " + in_words(each) + "\n";
}

Json to_json(const std::vector<Difference>& differences) {
  Json array = Json::array();
  for (const Difference& each : differences) {
    array.push_back({{"path", each.path},
                     {"before", each.before ? Json(*each.before) : Json(nullptr)},
                     {"after", each.after ? Json(*each.after) : Json(nullptr)}});
  }
  return array;
}

Json to_json(assess::Odds odds) {
  return {{"low", odds.low}, {"high", odds.high}, {"words", odds_in_words(odds)}};
}

Json to_json(const std::optional<std::string>& day) { return day ? Json(*day) : Json(nullptr); }

}  // namespace

Result<Comparison> compare(const Json& before, const Json& after, const Place& before_place,
                           const Place& after_place) {
  const auto refuse = [](const Place& place, const std::string& why) {
    return fail(FailureKind::invalid_input, "not-an-assessment", place, why,
                "give an assessment.json that this version of parley brief wrote");
  };
  if (const std::string why = fault(before); !why.empty()) return refuse(before_place, why);
  if (const std::string why = fault(after); !why.empty()) return refuse(after_place, why);
  try {
    Comparison comparison;
    comparison.title = after.at("title");
    comparison.before_as_of = day_of(before);
    comparison.after_as_of = day_of(after);
    compare_judgements(before, after, comparison);
    comparison.package_terms = differences(package_terms_of(before), package_terms_of(after));
    comparison.drivers = one_sided(differences(drivers_of(before), drivers_of(after)));
    comparison.inputs = differences(inputs_of(before), inputs_of(after));
    comparison.settings = differences(settings_of(before), settings_of(after));
    return comparison;
  } catch (const nlohmann::json::exception& error) {
    return refuse(after_place,
                  std::string("a field is missing or of another kind: ") + error.what());
  }
}

Json to_json(const Comparison& comparison) {
  Json movements = Json::array();
  for (const Movement& each : comparison.movements) {
    movements.push_back({{"path", each.path},
                         {"event", each.event},
                         {"before", to_json(each.before)},
                         {"after", to_json(each.after)},
                         {"moved",
                          {{"low", points(each.before.low, each.after.low)},
                           {"high", points(each.before.high, each.after.high)}}},
                         {"beyond_chance", each.beyond_chance}});
  }
  return {{"title", comparison.title},
          {"before_as_of", to_json(comparison.before_as_of)},
          {"after_as_of", to_json(comparison.after_as_of)},
          {"judgements", comparison.judgements},
          {"movements", movements},
          {"judged_once", to_json(comparison.judged_once)},
          {"package_terms", to_json(comparison.package_terms)},
          {"drivers", to_json(comparison.drivers)},
          {"inputs", to_json(comparison.inputs)},
          {"settings", to_json(comparison.settings)}};
}

std::string summary(const Comparison& comparison) {
  std::string text = comparison.title + "\n";
  text += "From " + comparison.before_as_of.value_or("a day not named") + " to " +
          comparison.after_as_of.value_or("a day not named") + "\n\n";
  if (comparison.movements.empty()) {
    text += fmt::format("None of {} judgements moved by a point of percentage or more.\n",
                        comparison.judgements);
  } else {
    text += fmt::format("{} of {} judgements moved by a point of percentage or more, odds that\n",
                        comparison.movements.size(), comparison.judgements);
    for (const Movement& each : comparison.movements) {
      text += "  " + each.event + "\n    was " + odds_in_words(each.before) + "\n    is  " +
              odds_in_words(each.after) + "; " + moved_in_words(each) + "\n";
    }
  }
  add_section("Judged in one of the two only", comparison.judged_once, text);
  add_section("Terms of packages that changed", comparison.package_terms, text);
  add_section("Estimates that moved the odds of a zone in one of the two only", comparison.drivers,
              text);
  add_section("Inputs that differ", comparison.inputs, text);
  if (comparison.inputs.empty()) text += "\nThe inputs are the same.\n";
  add_section("Settings that differ", comparison.settings, text);
  return text;
}

}  // namespace parley::brief
