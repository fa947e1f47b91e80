#include "parley/brief/chapters/acts.hpp"

#include <cctype>
#include <vector>

#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

const std::string& name_of(const Material& material, std::size_t party) {
  return material.source.parties[party].second.name;
}

std::string signatures(const Material& material, const assess::Place& place) {
  if (place.text == assess::Signed::by_all) return "Signed by all. ";
  std::vector<std::string> names;
  for (const assess::Act& each : place.done) {
    if (!each.move) names.push_back(name_of(material, each.party));
  }
  return names.empty() ? "" : "Signed by " + joined(names) + ". ";
}

}  // namespace

std::string moves_anchor(const casefile::Case& source, std::size_t party) {
  return "moves-" + source.parties[party].first;
}

std::string title_of(const Material& material, const assess::Act& act) {
  const auto& moves = material.source.moves.at(material.source.parties[act.party].first);
  const auto& [id, move] = moves[*act.move];
  std::string title = move.title.empty() ? id : move.title;
  if (title.size() > 1 && std::islower(static_cast<unsigned char>(title[1])) != 0) {
    title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
  }
  return title;
}

std::string acts_of(const Material& material, const assess::Turn& turn) {
  std::vector<std::string> parts;
  for (const assess::Step& step : turn.steps) {
    if (!step.act.move) {
      parts.push_back(step.taken ? "sign" : "leave the deal");
    } else if (step.taken) {
      parts.push_back(title_of(material, step.act));
    } else {
      parts.push_back("give up “" + title_of(material, step.act) + "”");
    }
  }
  return joined(parts);
}

Prose turn_of(const Material& material, const assess::Turn& turn, const std::string& verb) {
  return Prose()
      .link(name_of(material, turn.party), moves_anchor(material.source, turn.party))
      .add(" " + verb + " " + acts_of(material, turn));
}

std::string done_in(const Material& material, const assess::Place& place) {
  std::string text = signatures(material, place);
  std::vector<std::string> acts;
  for (std::size_t k = 0; k < place.done.size(); ++k) {
    const assess::Act& act = place.done[k];
    if (!act.move) continue;
    acts.push_back(title_of(material, act));
    const bool is_last = k + 1 == place.done.size() || place.done[k + 1].party != act.party;
    if (!is_last) continue;
    text += name_of(material, act.party) + ": " + joined(acts) + ". ";
    acts.clear();
  }
  if (text.empty()) return "Nothing of what sides can do.";
  text.pop_back();
  return text;
}

}  // namespace parley::brief
