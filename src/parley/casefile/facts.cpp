#include "parley/casefile/facts.hpp"

namespace parley::casefile {
namespace {

constexpr std::string_view kDeal = "deal";

// Whether `name` is "outer.inner".
bool is_dotted(std::string_view name, std::string_view outer, std::string_view inner) {
  return name.size() == outer.size() + 1 + inner.size() && name.starts_with(outer) &&
         name[outer.size()] == '.' && name.ends_with(inner);
}

}  // namespace

std::vector<Fact> facts_called(const Case& source, std::string_view name) {
  std::vector<Fact> found;
  if (name == kDeal) found.push_back({});
  for (const auto& [party, moves] : source.moves) {
    const std::size_t of = source.parties.index_of(party);
    for (std::size_t at = 0; at < moves.size(); ++at) {
      const std::string& move = moves[at].first;
      if (move == name || is_dotted(name, party, move)) {
        found.push_back({Fact::Kind::move, of, at});
      }
    }
  }
  for (std::size_t of = 0; of < source.drafts.size(); ++of) {
    if (source.drafts[of].first == name) found.push_back({Fact::Kind::draft, of, 0});
  }
  for (std::size_t of = 0; of < source.issues.size(); ++of) {
    const auto& [issue, entry] = source.issues[of];
    for (std::size_t at = 0; at < entry.options.size(); ++at) {
      if (is_dotted(name, issue, entry.options[at].first)) {
        found.push_back({Fact::Kind::option, of, at});
      }
    }
  }
  return found;
}

std::vector<std::string> names_of_facts(const Case& source) {
  std::vector<std::string> names{std::string(kDeal)};
  for (const auto& [party, moves] : source.moves) {
    for (const auto& each : moves) {
      const bool alone = facts_called(source, each.first).size() == 1;
      names.push_back(alone ? each.first : party + "." + each.first);
    }
  }
  for (const auto& each : source.drafts) names.push_back(each.first);
  for (const auto& [issue, entry] : source.issues) {
    for (const auto& each : entry.options) names.push_back(issue + "." + each.first);
  }
  return names;
}

}  // namespace parley::casefile
