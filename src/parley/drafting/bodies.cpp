#include "parley/drafting/bodies.hpp"

namespace parley::drafting::internal {

Bodies::Bodies(const record::Record& record) {
  for (const record::Actor& each : record.actors) actors_[each.id] = &each;
}

const std::string& Bodies::of(const std::string& actor) const {
  constexpr int kLongestChain = 8;
  const std::string* body = &actor;
  for (int steps = 0; steps < kLongestChain; ++steps) {
    const record::Actor* found = find(*body);
    if (found == nullptr || found->side.empty()) break;
    body = &found->side;
  }
  return *body;
}

const record::Actor* Bodies::find(const std::string& actor) const {
  const auto found = actors_.find(actor);
  return found == actors_.end() ? nullptr : found->second;
}

}  // namespace parley::drafting::internal
