#include "scoring/stance_gold.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "parley/base/text.hpp"
#include "parley/record/table.hpp"
#include "scoring/fields.hpp"
#include "scoring/pairing.hpp"
#include "scoring/recording.hpp"

namespace parley::scoring {
namespace {

using Names = std::set<std::string>;

constexpr std::array<const char*, 3> kMeasures = {"by kind", "by kind, high", "by issue"};

// Small letters, no signs, neither article nor title nor possessive.
std::string folded(std::string text) {
  text = record::internal::to_lower(text);
  for (const std::string_view ending : {"'s", "’s"}) {
    for (std::size_t at; (at = text.find(ending)) != std::string::npos;)
      text.erase(at, ending.size());
  }
  std::string made;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
    if (letter)
      made += c;
    else if (!made.empty() && made.back() != ' ')
      made += ' ';
  }
  while (made.ends_with(' ')) made.pop_back();
  for (const std::string_view first : {"the ", "a ", "an ", "mr ", "ms ", "mrs "}) {
    if (made.starts_with(first)) return made.substr(first.size());
  }
  return made;
}

bool is_within(const std::string& part, const std::string& whole) {
  return (" " + whole + " ").find(" " + part + " ") != std::string::npos;
}

/// The gold parties that an actor of the record may be.
class Parties {
 public:
  Parties(const Json& gold, const Json& record) : record_(record) {
    for (const Json& party : gold) {
      Names names;
      for (const Json& name : party) names.insert(folded(name.get<std::string>()));
      names.erase("");
      parties_.emplace_back(party.front().get<std::string>(), std::move(names));
    }
  }

  bool is(const Json& actor, const std::string& party) const {
    return actor.is_string() && of(actor.get<std::string>(), true).contains(party);
  }

 private:
  Names of(const std::string& id, bool or_side) const {
    Names names = {folded(id)};
    std::string side;
    for (const Json& actor : record_.at("actors")) {
      if (actor.at("id") != id) continue;
      names.insert(folded(actor.at("name").get<std::string>()));
      for (const Json& other : actor.at("also")) names.insert(folded(other.get<std::string>()));
      side = text_of(actor, "side");
    }
    names.erase("");
    Names found = named(names);
    if (found.empty() && or_side && !side.empty()) found = of(side, false);
    return found;
  }

  Names named(const Names& names) const {
    Names exact;
    Names longest;
    std::size_t most = 0;
    for (const auto& [party, variants] : parties_) {
      for (const std::string& variant : variants) {
        if (names.contains(variant)) exact.insert(party);
        for (const std::string& each : names) {
          if (!is_within(variant, each) && !is_within(each, variant)) continue;
          const std::size_t size = std::min(variant.size(), each.size());
          if (size > most) longest.clear();
          if (size >= most) longest.insert(party);
          most = std::max(most, size);
        }
      }
    }
    return exact.empty() ? longest : exact;
  }

  const Json& record_;
  std::vector<std::pair<std::string, Names>> parties_;
};

bool is_one(const Json& item, const char* value, const char* alternatives, const Json& given) {
  const Json& others = item.at(alternatives);
  return item.at(value) == given || std::find(others.begin(), others.end(), given) != others.end();
}

double shared(const Json& a, const Json& b) {
  const Span one = span_of(a);
  const Span other = span_of(b);
  const std::size_t first = std::max(one.start, other.start);
  const std::size_t last = std::min(one.end, other.end);
  const std::size_t shorter = std::min(one.end - one.start, other.end - other.start);
  return last <= first || shorter == 0
             ? 0
             : static_cast<double>(last - first) / static_cast<double>(shorter);
}

/// Counts one report.
class ReportScore {
 public:
  ReportScore(const Json& gold, const Json& record, Score& score)
      : gold_(gold), record_(record), parties_(gold.at("parties"), record), score_(score) {}

  void run() {
    for (const Json& each : gold_.at("stances")) {
      if (!each.at("optional").get<bool>()) wanted_.push_back(&each);
    }
    const Json& given = record_.at("stances");
    const auto fits = [&](std::size_t w, std::size_t f) { return weight(*wanted_[w], given[f]); };
    std::vector<const Json*> right(given.size());
    for (const auto& [w, f] : pair_up(wanted_.size(), given.size(), fits)) right[f] = wanted_[w];
    for (const char* measure : kMeasures) score_.of(measure).wanted += wanted_.size();
    Tally& all = score_.of(kMeasures[0]);
    Tally& high = score_.of(kMeasures[1]);
    Tally& issue = score_.of(kMeasures[2]);
    for (std::size_t f = 0; f < given.size(); ++f) {
      if (right[f] == nullptr && is_spare(given[f])) continue;
      const bool sure = given[f].at("confidence") == "high";
      count(all, right[f] != nullptr);
      if (sure) count(high, right[f] != nullptr);
      count(issue, right[f] != nullptr &&
                       is_one(*right[f], "issue", "issue_alternatives", given[f].at("issue")));
      if (right[f] == nullptr) mistake(given[f], false);
    }
    for (const Json* each : wanted_) {
      if (std::find(right.begin(), right.end(), each) == right.end()) mistake(*each, true);
    }
  }

 private:
  static void count(Tally& tally, bool right) {
    ++tally.found;
    if (right) ++tally.right;
  }

  double weight(const Json& wanted, const Json& given) const {
    constexpr double kShare = 0.3;
    const double share = shared(wanted, given);
    const bool fits = share >= kShare &&
                      is_one(wanted, "stance", "alternatives", given.at("stance")) &&
                      parties_.is(given.at("party"), wanted.at("party").get<std::string>());
    return fits ? share + (wanted.at("stance") == given.at("stance") ? 1 : 0) : -1;
  }

  // Optional, or told of already.
  bool is_spare(const Json& given) const {
    const Json& stances = gold_.at("stances");
    return std::any_of(stances.begin(), stances.end(),
                       [&](const Json& each) { return weight(each, given) >= 0; });
  }

  void mistake(const Json& item, bool missed) {
    score_.mistakes.push_back({kMeasures[0], text_of(gold_, "id"), missed, span_of(item),
                               text_of(item, "text"),
                               text_of(item, "stance") + " by " + text_of(item, "party")});
  }

  const Json& gold_;
  const Json& record_;
  Parties parties_;
  Score& score_;
  std::vector<const Json*> wanted_;
};

}  // namespace

Result<Score> evaluate_stances(const std::string& folder) {
  constexpr std::size_t kMaxBytes = std::size_t{1} << 24U;
  const std::string path = folder + "/gold.json";
  const Result<Text> text = read_text_file(path, kMaxBytes);
  if (!text) return tl::unexpected(text.error());
  Score score;
  try {
    const Json gold = Json::parse(text->utf8());
    for (const Json& file : gold.at("files")) {
      const Result<Json> record =
          record_of({{folder + "/" + text_of(file, "file"), text_of(file, "date")}});
      if (!record) return tl::unexpected(record.error());
      ReportScore(file, *record, score).run();
    }
  } catch (const Json::exception& wrong) {
    return invalid({{Severity::error,
                     "stance-gold",
                     {path, 0, 0},
                     wrong.what(),
                     "see tests/record/unseen/README.md for the format"}});
  }
  return score;
}

}  // namespace parley::scoring
