#include "parley/brief/chapters/missing.hpp"

#include <vector>

#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/prose_name.hpp"

namespace parley::brief {
namespace {

std::vector<std::string> without_positions(const casefile::Case& source) {
  std::vector<std::string> silent;
  for (const auto& [id, party] : source.parties) {
    const auto* own = source.positions.find(id);
    if (needs_consent(party) && (own == nullptr || own->empty()))
      silent.push_back(casefile::name_in_prose(party.name));
  }
  return silent;
}

std::vector<std::string> without_alternative(const casefile::Case& source) {
  std::vector<std::string> unknown;
  for (const auto& [id, party] : source.parties) {
    if (needs_consent(party) && !source.no_deal.contains(id))
      unknown.push_back(casefile::name_in_prose(party.name));
  }
  return unknown;
}

}  // namespace

Prose missing_inputs(const Material& material) {
  const casefile::Case& source = material.source;
  std::vector<std::string> parts;
  if (source.reports.empty()) parts.emplace_back("reports");
  if (const auto silent = without_positions(source); !silent.empty())
    parts.push_back("the positions of " + joined(silent));
  if (source.drafts.empty()) parts.emplace_back("a draft");
  if (const auto unknown = without_alternative(source); !unknown.empty())
    parts.push_back("what " + joined(unknown) + (unknown.size() == 1 ? " gets" : " get") +
                    " without a deal");
  if (parts.empty()) return {};
  return Prose("The case still lacks " + joined(parts));
}

}  // namespace parley::brief
