#include <algorithm>
#include <set>

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

std::string surname_key(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  // The first two letters of the folded surname: variants differ later.
  return fold_name(name.substr(blank == std::string_view::npos ? 0 : blank + 1)).substr(0, 2);
}

}  // namespace

std::vector<Actor> join_casts(std::vector<std::unique_ptr<Reading>>& readings) {
  std::vector<Actor> actors;
  std::set<std::string> used;
  TextMap<std::size_t> by_name;                      // states and bodies
  TextMap<std::vector<std::size_t>> by_surname_key;  // people
  for (auto& reading : readings) {
    auto& figures = reading->cast.figures;
    reading->actor_ids.resize(figures.size());
    reading->side_ids.resize(figures.size());
    std::vector<std::size_t> order(figures.size());
    for (std::size_t f = 0; f < order.size(); ++f) order[f] = f;
    const auto first_mention = [&](std::size_t f) {
      return figures[f].mentions.empty() ? std::size_t{0} : figures[f].mentions.front().first;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return first_mention(a) < first_mention(b);
    });
    std::vector<std::size_t> place(figures.size());
    for (const std::size_t f : order) {
      const Figure& figure = figures[f];
      std::optional<std::size_t> known;
      if (figure.kind == ActorKind::person) {
        for (const std::size_t candidate : by_surname_key[surname_key(figure.name)]) {
          if (is_name_variant(actors[candidate].name, figure.name)) {
            known = candidate;
            break;
          }
        }
      } else if (const auto found = by_name.find(figure.name); found != by_name.end()) {
        known = found->second;
      }
      if (!known) {
        known = actors.size();
        Actor actor;
        actor.id = make_id(figure.name, used);
        actor.name = figure.name;
        actor.kind = figure.kind;
        actors.push_back(std::move(actor));
        if (figure.kind == ActorKind::person) {
          by_surname_key[surname_key(figure.name)].push_back(*known);
        } else {
          by_name.emplace(figure.name, *known);
        }
      }
      place[f] = *known;
      Actor& actor = actors[*known];
      reading->actor_ids[f] = actor.id;
      std::vector<std::string> forms = figure.also;
      forms.insert(forms.begin(), figure.name);
      for (std::string& form : forms) {
        const bool new_form = form != actor.name && std::find(actor.also.begin(), actor.also.end(),
                                                              form) == actor.also.end();
        if (new_form) actor.also.push_back(std::move(form));
      }
      for (const FoundRole& role : figure.roles) {
        actor.roles.push_back({role.title, role.affiliation, role.time,
                               reading->passage(role.tokens.first, role.tokens.last)});
      }
      for (const Range mention : figure.mentions)
        actor.mentions.push_back(reading->passage(mention.first, mention.last));
    }
    for (std::size_t f = 0; f < figures.size(); ++f) {
      if (!figures[f].side) continue;
      reading->side_ids[f] = actors[place[*figures[f].side]].id;
      if (actors[place[f]].side.empty()) actors[place[f]].side = reading->side_ids[f];
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
