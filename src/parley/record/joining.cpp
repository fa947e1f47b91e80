#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "parley/record/name_folding.hpp"
#include "parley/record/reading.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

// "Ilan Marek" as "ilan-marek"; unique among those used.
std::string make_id(std::string_view name, std::set<std::string>& used) {
  std::string id;
  for (const char c : to_lower(name)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.empty()) id = "actor";
  std::string candidate = id;
  for (int number = 2; !used.insert(candidate).second; ++number)
    candidate = id + "-" + std::to_string(number);
  return candidate;
}

// More people than this with one surname are not told apart by spelling.
constexpr std::size_t kMostNamesakes = 64;

// The people of all reports by the spellings of their names.
class Directory {
 public:
  /// The first person whose name may be this one; a surname alone only when nobody else has it.
  /// Two full names of one report are two people unless all letters agree.
  std::optional<std::size_t> find(const FoldedName& name, const std::set<std::size_t>& here) const {
    std::vector<std::size_t> fitting;
    for (const std::string& key : name.keys()) {
      const auto list = by_key_.find(key);
      if (list == by_key_.end()) continue;
      for (const std::size_t person : list->second) {
        const FoldedName& known = *names_.at(person);
        const bool full = !known.given.empty() && !name.given.empty();
        if (full && here.contains(person) ? known.whole == name.whole
                                          : is_name_variant(known, name))
          fitting.push_back(person);
      }
    }
    std::sort(fitting.begin(), fitting.end());
    fitting.erase(std::unique(fitting.begin(), fitting.end()), fitting.end());
    if (fitting.empty() || (name.given.empty() && fitting.size() > 1)) return std::nullopt;
    return fitting.front();
  }

  /// Files a person under a name, in place of the one before.
  void add(std::size_t person, FoldedName name) {
    for (const std::string& key : name.keys()) {
      auto& list = by_key_[key];
      if (list.size() < kMostNamesakes) list.push_back(person);
    }
    names_.insert_or_assign(person, std::make_unique<FoldedName>(std::move(name)));
  }

 private:
  TextMap<std::vector<std::size_t>> by_key_;
  std::map<std::size_t, std::unique_ptr<FoldedName>> names_;
};

// The full names of bodies by the short forms that some report uses beside them: "the Cantons" for
// the Free Cantons. A form that two bodies share leads nowhere.
TextMap<std::string> full_names(const std::vector<std::unique_ptr<Reading>>& readings) {
  TextMap<std::string> names;
  for (const auto& reading : readings) {
    for (const Figure& figure : reading->cast.figures) {
      if (figure.kind == ActorKind::person || figure.kind == ActorKind::state) continue;
      for (const std::string& form : figure.also) {
        const auto [known, is_new] = names.emplace(form, figure.name);
        if (!is_new && known->second != figure.name) known->second.clear();
      }
    }
  }
  return names;
}

}  // namespace

std::vector<Actor> join_casts(std::vector<std::unique_ptr<Reading>>& readings) {
  const TextMap<std::string> full = full_names(readings);
  const auto name_of = [&](const Figure& figure) -> const std::string& {
    const auto longer = full.find(figure.name);
    const bool is_body = figure.kind != ActorKind::person && figure.kind != ActorKind::state;
    return is_body && longer != full.end() && !longer->second.empty() ? longer->second
                                                                      : figure.name;
  };
  std::vector<Actor> actors;
  TextMap<std::size_t> by_name;  // states and bodies
  Directory people;
  std::vector<std::vector<std::size_t>> places(readings.size());  // of figures among the actors
  for (std::size_t r = 0; r < readings.size(); ++r) {
    Reading& reading = *readings[r];
    auto& figures = reading.cast.figures;
    std::vector<std::size_t> order(figures.size());
    for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
    const auto first_mention = [&](std::size_t f) {
      return figures[f].mentions.empty() ? std::size_t{0} : figures[f].mentions.front().first;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return first_mention(a) < first_mention(b);
    });
    places[r].resize(figures.size());
    std::set<std::size_t> here;
    for (const std::size_t f : order) {
      const Figure& figure = figures[f];
      std::optional<std::size_t> known;
      if (figure.kind == ActorKind::person) {
        known = people.find(FoldedName(figure.name), here);
      } else if (const auto found = by_name.find(name_of(figure)); found != by_name.end()) {
        known = found->second;
      }
      const bool is_new = !known;
      if (is_new) {
        known = actors.size();
        Actor actor;
        actor.name = name_of(figure);
        actor.kind = figure.kind;
        actors.push_back(std::move(actor));
      }
      places[r][f] = *known;
      here.insert(*known);
      Actor& actor = actors[*known];
      std::vector<std::string> forms = figure.also;
      forms.insert(forms.begin(), figure.name);
      if (figure.kind != ActorKind::person) {
        by_name.emplace(name_of(figure), *known);
      } else if (is_new || actor.name.find(' ') == std::string::npos) {
        // "Marek" of one report is "Ilan Marek" of another.
        if (figure.name.find(' ') != std::string::npos && actor.name != figure.name)
          forms.insert(forms.begin(), std::exchange(actor.name, figure.name));
        people.add(*known, FoldedName(actor.name));
      }
      for (std::string& form : forms) {
        const bool new_form = form != actor.name && std::find(actor.also.begin(), actor.also.end(),
                                                              form) == actor.also.end();
        if (new_form) actor.also.push_back(std::move(form));
      }
      for (const FoundRole& role : figure.roles) {
        actor.roles.push_back({role.title, role.affiliation, role.time,
                               reading.passage(role.tokens.first, role.tokens.last)});
      }
      for (const Range mention : figure.mentions)
        actor.mentions.push_back(reading.passage(mention.first, mention.last));
    }
  }
  std::set<std::string> used;
  for (Actor& actor : actors) actor.id = make_id(actor.name, used);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    Reading& reading = *readings[r];
    const auto& figures = reading.cast.figures;
    reading.actor_ids.resize(figures.size());
    reading.side_ids.resize(figures.size());
    for (std::size_t f = 0; f < figures.size(); ++f) {
      Actor& actor = actors[places[r][f]];
      reading.actor_ids[f] = actor.id;
      if (!figures[f].side) continue;
      reading.side_ids[f] = actors[places[r][*figures[f].side]].id;
      if (actor.side.empty()) actor.side = reading.side_ids[f];
    }
  }
  // A side known from one report holds in the others.
  TextMap<std::string> side_by_id;
  for (const Actor& actor : actors) side_by_id.emplace(actor.id, actor.side);
  for (auto& reading : readings) {
    for (std::size_t f = 0; f < reading->side_ids.size(); ++f) {
      if (reading->side_ids[f].empty())
        reading->side_ids[f] = side_by_id.find(reading->actor_ids[f])->second;
    }
  }
  return actors;
}

}  // namespace parley::record::internal
