#include "scoring/measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "scoring/fields.hpp"
#include "scoring/pairing.hpp"

namespace parley::scoring {
namespace {

// An item of the record: where it stands (several places for a meeting), and its fields.
struct Found {
  std::vector<Span> spans;
  const Json* fields = nullptr;
};

struct Wanted {
  const GoldItem* item = nullptr;
  std::string party;  // of a stance that several parties hold, the one that is meant
};

double best_overlap(Span span, const Found& found) {
  double best = 0;
  for (const Span each : found.spans) best = std::max(best, overlap(span, each));
  return best;
}

class Comparison {
 public:
  Comparison(const GoldReport& gold, const Json& record) : gold_(gold), record_(record) {
    for (const Json& actor : list("actors")) names_[text_of(actor, "id")] = text_of(actor, "name");
  }

  Score run() {
    quotes();
    statements();
    people();
    meetings();
    drafts();
    quantities();
    times();
    stances();
    return std::move(score_);
  }

 private:
  using Fits = std::function<bool(const Wanted&, const Found&)>;
  using Keep = std::function<bool(const Json&)>;

  const Json& list(const char* name) const {
    static const Json kNone = Json::array();
    const auto found = record_.find(name);
    return found != record_.end() && found->is_array() ? *found : kNone;
  }

  std::vector<Found> found(const char* name, const Keep& keep) const {
    std::vector<Found> items;
    for (const Json& item : list(name)) {
      if (keep(item)) items.push_back({{span_of(item)}, &item});
    }
    return items;
  }

  std::vector<Wanted> wanted(std::string_view name, const Keep& keep) const {
    std::vector<Wanted> items;
    for (const GoldItem& item : gold_.items) {
      if (item.list == name && keep(item.fields)) items.push_back({&item, {}});
    }
    return items;
  }

  // Pairs what fits, greatest overlap first, counts the rest as missed or wrong, returns the pairs.
  Pairs compare(const std::string& measure, const std::vector<Wanted>& wanted,
                const std::vector<Found>& found, const Fits& fits) {
    Pairs pairs = pair_up(wanted.size(), found.size(), [&](std::size_t w, std::size_t f) {
      return fits(wanted[w], found[f]) ? best_overlap(wanted[w].item->span, found[f]) : -1;
    });
    count(measure, wanted, found, pairs);
    return pairs;
  }

  void count(const std::string& measure, const std::vector<Wanted>& wanted,
             const std::vector<Found>& found, const Pairs& pairs) {
    std::vector<bool> wanted_done(wanted.size());
    std::vector<bool> found_done(found.size());
    Tally& tally = score_.of(measure);
    for (const auto& [w, f] : pairs) {
      wanted_done[w] = found_done[f] = true;
      if (wanted[w].item->optional) continue;
      ++tally.right;
      ++tally.found;
      ++tally.wanted;
    }
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      if (wanted_done[w] || wanted[w].item->optional) continue;
      ++tally.wanted;
      mistake(measure, true, wanted[w].item->span, wanted[w].item->fields);
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (found_done[f] || excused(wanted, found[f])) continue;
      ++tally.found;
      mistake(measure, false, found[f].spans.empty() ? Span{} : found[f].spans.front(),
              *found[f].fields);
    }
  }

  static bool excused(const std::vector<Wanted>& wanted, const Found& found) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& each) {
      return each.item->optional && best_overlap(each.item->span, found) > 0;
    });
  }

  void mistake(const std::string& measure, bool missed, Span span, const Json& fields) {
    const bool inside = span.start <= span.end && span.end <= gold_.text.size();
    score_.mistakes.push_back({measure, gold_.file, missed, span,
                               inside ? std::string(gold_.text.slice(span)) : std::string(),
                               fields.dump()});
  }

  // Every name the gold knows an actor by.
  std::vector<std::string> names_of(const std::string& name) const {
    for (const GoldItem& item : gold_.items) {
      if (item.list != "actors") continue;
      std::vector<std::string> names{text_of(item.fields, "name")};
      if (item.fields.contains("also")) {
        for (const Json& other : item.fields.at("also")) names.push_back(other.get<std::string>());
      }
      if (std::find(names.begin(), names.end(), name) != names.end()) return names;
    }
    return {name};
  }

  bool is_actor(const Json& gold_name, const std::string& found_name) const {
    return any_of(gold_name, [&](const Json& name) {
      if (!name.is_string()) return false;
      const std::vector<std::string> names = names_of(name.get<std::string>());
      return std::any_of(names.begin(), names.end(),
                         [&](const std::string& each) { return same_name(each, found_name); });
    });
  }

  // The name behind an actor's id in a member; the member itself when it is no id.
  std::string actor_name(const Json& item, const char* member) const {
    const std::string id = text_of(item, member);
    const auto name = names_.find(id);
    return name == names_.end() ? id : name->second;
  }

  // The actor who speaks; the source as the text names it when that is nobody among the actors.
  std::string speaker_of(const Json& item) const {
    const std::string actor = actor_name(item, "speaker");
    return actor.empty() ? text_of(item, "speaker_name") : actor;
  }

  static bool has_text(const Json& item, const char* member) {
    return item.contains(member) && !item.at(member).is_null() &&
           (!item.at(member).is_string() || !text_of(item, member).empty());
  }

  void quotes() {
    const Keep all = [](const Json&) { return true; };
    const Fits same_span = [&](const Wanted& w, const Found& f) {
      return without_end_marks(gold_.text, w.item->span) ==
             without_end_marks(gold_.text, f.spans.front());
    };
    compare("quotes", wanted("quotes", all), found("quotes", all), same_span);

    const Keep spoken = [&](const Json& quote) { return !speaker_of(quote).empty(); };
    const Fits same_speaker = [&](const Wanted& w, const Found& f) {
      return best_overlap(w.item->span, f) >= 0.5 &&
             is_actor(w.item->fields.at("speaker"), speaker_of(*f.fields));
    };
    const std::vector<Wanted> with_speaker = wanted("quotes", [](const Json& quote) {
      return has_text(quote, "speaker") || quote.value("optional", false);
    });
    compare("speakers", with_speaker, found("quotes", spoken), same_speaker);
    const Keep sure = [&](const Json& quote) {
      return spoken(quote) && text_of(quote, "confidence") == "high";
    };
    compare("speakers (high)", with_speaker, found("quotes", sure), same_speaker);

    const Keep cued = [](const Json& quote) { return has_text(quote, "cue"); };
    const Fits same_cue = [](const Wanted& w, const Found& f) {
      const std::string given = text_of(*f.fields, "cue");
      return best_overlap(w.item->span, f) >= 0.5 &&
             any_of(w.item->fields.at("cue"), [&](const Json& cue) {
               return cue.is_string() && (cue.get<std::string>().find(given) != std::string::npos ||
                                          given.find(cue.get<std::string>()) != std::string::npos);
             });
    };
    const std::vector<Wanted> with_cue = wanted("quotes", [](const Json& quote) {
      return has_text(quote, "cue") || quote.value("optional", false);
    });
    compare("cues", with_cue, found("quotes", cued), same_cue);
  }

  // Of the pairs of another measure, those that also agree in what `right` looks at.
  void share_of(const std::string& measure, const std::vector<Wanted>& wanted,
                const std::vector<Found>& found, const Pairs& pairs, const Fits& right) {
    Tally& tally = score_.of(measure);
    for (const auto& [w, f] : pairs) {
      if (wanted[w].item->optional) continue;
      ++tally.found;
      ++tally.wanted;
      if (right(wanted[w], found[f])) {
        ++tally.right;
      } else {
        mistake(measure, false, found[f].spans.front(), *found[f].fields);
      }
    }
  }

  void statements() {
    const std::vector<Wanted> gold = wanted("statements", [](const Json&) { return true; });
    const std::vector<Found> given =
        found("statements", [](const Json& item) { return text_of(item, "kind") != "direct"; });
    const Fits same = [&](const Wanted& w, const Found& f) {
      return best_overlap(w.item->span, f) >= 0.5 &&
             is_actor(w.item->fields.at("speaker"), speaker_of(*f.fields));
    };
    const Pairs pairs = compare("statements", gold, given, same);
    share_of("modality", gold, given, pairs, [](const Wanted& w, const Found& f) {
      return any_of(w.item->fields.at("modality"), [&](const Json& modality) {
        return modality.get<std::string>() == text_of(*f.fields, "modality");
      });
    });
  }

  void people() {
    const Keep person = [](const Json& actor) { return text_of(actor, "kind") == "person"; };
    const std::vector<Wanted> gold = wanted("actors", person);
    const std::vector<Found> given = found("actors", [&](const Json& actor) {
      return person(actor) && is_proper_name(text_of(actor, "name"));
    });
    const Pairs pairs = compare("people", gold, given, [&](const Wanted& w, const Found& f) {
      return is_actor(w.item->fields.at("name"), text_of(*f.fields, "name"));
    });
    roles(gold, given, pairs);
  }

  void roles(const std::vector<Wanted>& gold, const std::vector<Found>& given, const Pairs& pairs) {
    static const Json kNone = Json::array();
    const auto roles_of = [](const Json& actor) -> const Json& {
      return actor.contains("roles") ? actor.at("roles") : kNone;
    };
    Tally& tally = score_.of("roles");
    for (std::size_t w = 0; w < gold.size(); ++w) {
      if (gold[w].item->optional) continue;
      const auto pair = std::find_if(pairs.begin(), pairs.end(),
                                     [&](const auto& each) { return each.first == w; });
      const Json& has = pair == pairs.end() ? kNone : roles_of(*given[pair->second].fields);
      std::size_t right = 0;
      for (const Json& role : roles_of(gold[w].item->fields)) {
        ++tally.wanted;
        if (std::any_of(has.begin(), has.end(),
                        [&](const Json& other) { return same_role(role, other); })) {
          ++right;
        } else {
          mistake("roles", true, {}, Json{{"gold", gold[w].item->fields}, {"found", has}});
        }
      }
      tally.right += right;
      tally.found += std::max(right, distinct_roles(has));
    }
  }

  // The same office told twice is one role.
  static std::size_t distinct_roles(const Json& roles) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const bool told = std::any_of(roles.begin(), roles.begin() + static_cast<std::ptrdiff_t>(i),
                                    [&](const Json& other) { return same_role(other, roles[i]); });
      count += told ? 0U : 1U;
    }
    return count;
  }

  // The head noun, the last word before "of" or "for", and the time flag.
  static bool same_role(const Json& gold, const Json& found) {
    const auto last_word = [](std::string title) {
      std::transform(title.begin(), title.end(), title.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      for (const char* joint : {" of ", " for ", " to "})
        title = title.substr(0, title.find(joint));
      return title.substr(title.rfind(' ') + 1);
    };
    return text_of(found, "time") == text_of(gold, "time") &&
           last_word(text_of(found, "title")) == last_word(text_of(gold, "title"));
  }

  void meetings() {
    std::vector<Found> given;
    for (const Json& meeting : list("meetings")) {
      Found item{{}, &meeting};
      if (meeting.contains("evidence")) {
        for (const Json& evidence : meeting.at("evidence")) {
          item.spans.push_back(span_of(evidence));
        }
      }
      given.push_back(std::move(item));
    }
    compare("meetings", wanted("meetings", [](const Json&) { return true; }), given,
            [](const Wanted& w, const Found& f) {
              return best_overlap(w.item->span, f) > 0 &&
                     any_of(w.item->fields.at("status"), [&](const Json& status) {
                       return status.get<std::string>() == text_of(*f.fields, "status");
                     });
            });
  }

  void drafts() {
    const Keep numbered = [](const Json& draft) { return number_of(draft, "points").has_value(); };
    compare("drafts", wanted("drafts", numbered), found("drafts", numbered),
            [](const Wanted& w, const Found& f) {
              return number_of(w.item->fields, "points") == number_of(*f.fields, "points");
            });
  }

  static bool same_bound(const Json& gold, const Json& found, const char* bound) {
    const std::optional<double> wanted = number_of(gold, bound);
    if (!wanted) return true;
    const std::optional<double> given = number_of(found, bound);
    if (!given) return false;
    const std::optional<double> wanted_unit = hours_in(text_of(gold, "unit"));
    const std::optional<double> given_unit = hours_in(text_of(found, "unit"));
    const double ratio = wanted_unit && given_unit ? *given_unit / *wanted_unit : 1;
    const double difference = std::abs(*wanted - *given * ratio);
    return difference <= 0.02 * std::abs(*wanted);
  }

  void quantities() {
    const Keep all = [](const Json&) { return true; };
    compare("quantities", wanted("quantities", all), found("quantities", all),
            [](const Wanted& w, const Found& f) {
              return best_overlap(w.item->span, f) > 0 &&
                     any_of(w.item->fields.at("kind"),
                            [&](const Json& kind) {
                              return kind.get<std::string>() == text_of(*f.fields, "kind");
                            }) &&
                     same_bound(w.item->fields, *f.fields, "low") &&
                     same_bound(w.item->fields, *f.fields, "high");
            });
  }

  void times() {
    const std::vector<Found> dates =
        found("times", [](const Json& time) { return !text_of(time, "value").starts_with("P"); });
    compare("times", wanted("times", [](const Json&) { return true; }), dates,
            [](const Wanted& w, const Found& f) {
              const auto given = days_of(text_of(*f.fields, "value"));
              return best_overlap(w.item->span, f) > 0 &&
                     any_of(w.item->fields.at("value"), [&](const Json& value) {
                       return value.is_null() ? !given.has_value()
                                              : given == days_of(value.get<std::string>());
                     });
            });
  }

  void stances() {
    const Keep all = [](const Json&) { return true; };
    std::vector<Wanted> gold;
    for (const Wanted& each : wanted("stances", all)) {
      any_of(each.item->fields.at("party"), [&](const Json& party) {
        gold.push_back({each.item, party.get<std::string>()});
        return false;
      });
    }
    const std::vector<Found> given = found("stances", all);
    const Fits same_issue = [&](const Wanted& w, const Found& f) {
      return best_overlap(w.item->span, f) > 0 &&
             is_actor(Json(w.party), actor_name(*f.fields, "party")) &&
             any_of(w.item->fields.at("issue"), [&](const Json& issue) {
               return issue.is_null() || issue.get<std::string>() == text_of(*f.fields, "issue");
             });
    };
    const Fits same_stance = [&](const Wanted& w, const Found& f) {
      return same_issue(w, f) && any_of(w.item->fields.at("stance"), [&](const Json& stance) {
               return stance.get<std::string>() == text_of(*f.fields, "stance");
             });
    };
    const Pairs pairs = compare("stances", gold, given, same_stance);
    compare("stances (issue)", gold, given, same_issue);
    Pairs conditional;
    std::copy_if(
        pairs.begin(), pairs.end(), std::back_inserter(conditional),
        [&](const auto& pair) { return has_text(gold[pair.first].item->fields, "condition"); });
    share_of("conditions", gold, given, conditional, [&](const Wanted& w, const Found& f) {
      const auto condition = f.fields->find("condition");
      return condition != f.fields->end() && condition->is_object() &&
             span_of(*condition).overlaps(condition_span(*w.item));
    });
  }

  // Where the condition of a gold stance stands: its occurrence nearest to the stance's own span.
  Span condition_span(const GoldItem& stance) const {
    const std::string words = text_of(stance.fields, "condition");
    const std::string& bytes = gold_.text.utf8();
    Span best;
    for (std::size_t at = bytes.find(words); at != std::string::npos;
         at = bytes.find(words, at + 1)) {
      const Span span{gold_.text.code_point_at(at), gold_.text.code_point_at(at + words.size())};
      if (best.size() == 0 || span.overlaps(stance.span)) best = span;
    }
    return best;
  }

  const GoldReport& gold_;
  const Json& record_;
  std::map<std::string, std::string> names_;
  Score score_;
};

}  // namespace

Score score_report(const GoldReport& gold, const Json& record) {
  return Comparison(gold, record).run();
}

}  // namespace parley::scoring
