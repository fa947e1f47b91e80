#include "parley/brief/chapters/ways.hpp"

#include <nlohmann/json.hpp>

#include "parley/brief/chapters/acts.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using assess::Map;
using assess::Place;

const Map& map_of(const Material& material) { return material.assessment.stability->map; }

std::string_view principle(const Material& material) {
  return in_words(material.assessment.deals->packages[*map_of(material).package].principle);
}

// Where the places begin that are called by letters.
std::size_t first_other(const Map& map) { return map.kept ? 2U : 1U; }

// "Today", "Package kept", "A", "B".
std::string label(const Map& map, std::size_t place) {
  if (place == 0) return "Today";
  if (place == map.kept) return "Package kept";
  return std::string(1, static_cast<char>('A' + static_cast<int>(place - first_other(map))));
}

// The same within a sentence.
std::string name_in_text(const Map& map, std::size_t place) {
  if (place == 0) return "today’s situation";
  return place == map.kept ? "the package kept" : "situation " + label(map, place);
}

std::string odds(const Place& place) { return odds_in_words({place.holds, place.holds}); }

Table numbers(const Material& material) {
  const Map& map = map_of(material);
  Table table;
  table.head = {"Situation", "What is done in it", "Once there, it would hold"};
  for (std::size_t i = 0; i < map.told; ++i) {
    const Place& place = map.places[i];
    Prose holds = linked(capitalised(odds(place)), percent(place.holds), "method");
    if (place.better) {
      holds.add("; a dead end, as " + name_in_text(map, *place.better) +
                " is better for some and worse for nobody");
    }
    table.rows.push_back({Prose().strong(label(map, i)), done_in(material, place), holds});
  }
  return table;
}

Json data(const Material& material) {
  const Map& map = map_of(material);
  Json places = Json::array();
  for (std::size_t i = 0; i < map.places.size(); ++i) {
    const Place& place = map.places[i];
    const bool is_told = i < map.told;
    places.push_back({{"label", is_told ? label(map, i) : ""},
                      {"told", is_told && i > 0 && i != map.kept ? done_in(material, place) : ""},
                      {"said", is_told ? odds(place) : ""},
                      {"rests", place.rests},
                      {"dead_end", place.better.has_value()}});
  }
  Json legs = Json::array();
  for (const assess::Leg& each : map.legs) {
    legs.push_back({{"from", each.from},
                    {"to", each.to},
                    {"who", material.source.parties[each.turn.party].second.name},
                    {"does", acts_of(material, each.turn)},
                    {"gains", each.gains}});
  }
  return {{"places", places}, {"legs", legs}, {"kept", map.kept ? Json(*map.kept) : Json(nullptr)}};
}

}  // namespace

std::optional<Figure> ways(const Material& material) {
  const Map& map = map_of(material);
  if (map.legs.empty()) return std::nullopt;
  Prose caption(
      "Each circle is a situation, each arrow a turn of one side; dashed: who takes it does not "
      "gain by it at once. A ring marks where things would come to rest. In the likeliest version "
      "of the situation");
  if (map.package) {
    caption.add(" in which all would sign the ")
        .link(std::string(principle(material)) + " package", package_anchor(*map.package));
  }
  return Figure("ways", caption.add("."), data(material), numbers(material));
}

Prose elsewhere(const Material& material) {
  const Map& map = map_of(material);
  Prose prose;
  const std::size_t first = first_other(map);
  if (first < map.told) {
    const std::size_t others = map.told - first;
    prose.add(capitalised(count_in_words(others)) +
              (others == 1 ? " other situation" : " other situations") +
              " would also hold once reached: ");
    for (std::size_t i = first; i < map.told; ++i) {
      prose.add(i > first ? "; " : "")
          .append(linked(label(map, i) + ", " + odds(map.places[i]), percent(map.places[i].holds),
                         "method"));
    }
    prose.add(".");
  }
  for (std::size_t i = 0; i < map.told; ++i) {
    const Place& place = map.places[i];
    if (!place.better) continue;
    prose.add((prose.empty() ? "" : " ") + capitalised(name_in_text(map, i)) +
              " is a dead end: no side would leave it alone, though " +
              name_in_text(map, *place.better) + " is better for some and worse for nobody.");
  }
  return prose;
}

}  // namespace parley::brief
