#include <fmt/format.h>

#include <map>

#include "parley/record/comparison.hpp"
#include "parley/record/date.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMostMentions = 400;
constexpr auto kSameTime = std::chrono::days(180);  // offices change from one term to another

std::string last_word(const std::string& text) {
  const std::string lower = to_lower(text);
  return lower.substr(lower.rfind(' ') + 1);
}

class People {
 public:
  explicit People(Comparison& comparison) : comparison_(comparison) {}

  void offices(const Actor& actor) {
    std::size_t pairs = 0;
    told_.clear();
    for (std::size_t i = 0; i < actor.roles.size() && pairs < kPartners; ++i) {
      for (std::size_t k = 0; k < i && pairs < kPartners; ++k) {
        if (!is_one_office(actor.roles[k], actor.roles[i])) continue;
        ++pairs;
        compare(actor, actor.roles[k], actor.roles[i]);
      }
    }
  }

  // The first mention of each spelling of the full name.
  void spellings(const Actor& actor) {
    if (actor.kind != ActorKind::person || actor.also.empty()) return;
    std::map<std::string, Passage> spellings;
    std::size_t looked_at = 0;
    for (const Passage& mention : actor.mentions) {
      if (++looked_at > kMostMentions) break;
      if (comparison_.is_copy(mention.report)) continue;
      const std::string text = comparison_.text_of(mention);
      if (text.find(' ') != std::string::npos && text.size() < 80) spellings.emplace(text, mention);
    }
    const auto main = spellings.find(actor.name);
    if (main == spellings.end()) return;
    for (const auto& [spelling, place] : spellings) {
      if (spelling == actor.name || place.report == main->second.report) continue;
      comparison_.add(
          RelationKind::name_variant, actor.name, main->second, place,
          fmt::format("\"{}\" and \"{}\" are spellings of one name.", actor.name, spelling));
    }
  }

 private:
  bool is_one_office(const Role& a, const Role& b) const {
    if (a.passage.report == b.passage.report || comparison_.is_copy(a.passage.report) ||
        comparison_.is_copy(b.passage.report))
      return false;
    if (last_word(a.title) != last_word(b.title)) return false;
    return a.affiliation.empty() || b.affiliation.empty() || a.affiliation == b.affiliation;
  }

  bool is_one_time(const Role& a, const Role& b) const {
    const auto first = parse_iso_date(comparison_.published(a.passage.report));
    const auto second = parse_iso_date(comparison_.published(b.passage.report));
    if (!first || !second) return true;
    const auto apart = std::chrono::sys_days(*first) - std::chrono::sys_days(*second);
    return apart <= kSameTime && -apart <= kSameTime;
  }

  void compare(const Actor& actor, const Role& a, const Role& b) {
    const std::string topic = "office of " + actor.name;
    if ((a.time == RoleTime::former) != (b.time == RoleTime::former)) {
      if (!is_one_time(a, b)) return;
      comparison_.add(RelationKind::contradiction, topic, a.passage, b.passage,
                      fmt::format("One report calls {} {} {}, the other {} {}.", actor.name,
                                  name(a.time), a.title, name(b.time), b.title));
    } else if (to_lower(a.title) != to_lower(b.title)) {
      comparison_.add(RelationKind::name_variant, topic, a.passage, b.passage,
                      fmt::format("\"{}\" and \"{}\" are two names for one office of {}.", a.title,
                                  b.title, actor.name));
    } else if (a.affiliation == b.affiliation && a.time == b.time &&
               told_.insert({a.passage.report, b.passage.report}).second) {
      comparison_.add(RelationKind::agreement, topic, a.passage, b.passage,
                      fmt::format("Both reports give {} the office \"{}\".", actor.name, b.title));
    }
  }

  Comparison& comparison_;
  std::set<std::pair<std::string, std::string>> told_;  // reports that agree on the actor's office
};

}  // namespace

void compare_people(Comparison& comparison) {
  People people(comparison);
  for (const Actor& actor : comparison.record().actors) people.offices(actor);
  for (const Actor& actor : comparison.record().actors) people.spellings(actor);
}

}  // namespace parley::record::internal
