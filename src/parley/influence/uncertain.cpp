#include "parley/influence/uncertain.hpp"

#include <algorithm>

namespace parley::influence {
namespace {

// Each number through `value`, which gets the estimate and what it is of.
template <class Value>
Council with_numbers(const UncertainCouncil& council, const Value& value) {
  Council result{council.scales, {}};
  result.actors.reserve(council.actors.size());
  for (const UncertainActor& each : council.actors) {
    Actor actor{each.name, each.description, {}, each.veto};
    actor.stands.resize(each.stands.size());
    const StreamName name = StreamName("council/").then(each.name);
    for (std::size_t k = 0; k < each.stands.size(); ++k) {
      if (!each.stands[k]) continue;
      const UncertainStand& stand = *each.stands[k];
      const Scale& scale = council.scales[k];
      actor.stands[k] = Stand{
          std::clamp(value(stand.position, name.then("/position/").then(scale.name)), scale.low,
                     scale.high),
          std::clamp(value(stand.salience, name.then("/salience/").then(scale.name)), 0.0, 1.0),
          std::max(0.0, value(stand.capability, name.then("/capability")))};
    }
    result.actors.push_back(std::move(actor));
  }
  return result;
}

}  // namespace

Council draw(const UncertainCouncil& council, const World& world) {
  return with_numbers(council, [&](const Estimate& estimate, StreamName name) {
    return world.draw(name, estimate);
  });
}

Council most_likely(const UncertainCouncil& council) {
  return with_numbers(council,
                      [](const Estimate& estimate, StreamName /*name*/) { return estimate.mode; });
}

UncertainCouncil certain(const Council& council) {
  UncertainCouncil result{council.scales, {}};
  for (const Actor& each : council.actors) {
    UncertainActor actor{each.name, each.description, {}, each.veto};
    for (const auto& stand : each.stands) {
      if (stand) {
        actor.stands.push_back(UncertainStand{Estimate::fixed(stand->position),
                                              Estimate::fixed(stand->salience),
                                              Estimate::fixed(stand->capability)});
      } else {
        actor.stands.emplace_back();
      }
    }
    result.actors.push_back(std::move(actor));
  }
  return result;
}

bool is_uncertain(const UncertainCouncil& council) {
  return std::ranges::any_of(council.actors, [](const UncertainActor& actor) {
    return std::ranges::any_of(actor.stands, [](const auto& stand) {
      return stand && !(stand->position.is_fixed() && stand->salience.is_fixed() &&
                        stand->capability.is_fixed());
    });
  });
}

}  // namespace parley::influence
