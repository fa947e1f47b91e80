#include "parley/drafting/differences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::drafting::internal {
namespace {

using record::Relation;
using record::RelationKind;

bool is_difference(RelationKind kind) {
  switch (kind) {
    case RelationKind::contradiction:
    case RelationKind::attribution:
    case RelationKind::wording:
    case RelationKind::version_chain:
      return true;
    case RelationKind::agreement:
    case RelationKind::near_agreement:
    case RelationKind::name_variant:
      return false;
  }
  return false;
}

// Relations that are told together.
struct Group {
  RelationKind kind;
  std::string topic;
  std::vector<record::Passage> passages;
  std::vector<std::string> explanations;

  bool takes(const Relation& relation) const {
    const auto has = [this](const record::Passage& passage) {
      return std::find(passages.begin(), passages.end(), passage) != passages.end();
    };
    return kind == relation.kind && topic == relation.topic && (has(relation.a) || has(relation.b));
  }
};

template <class T>
void add_once(std::vector<T>& known, const T& one) {
  if (std::find(known.begin(), known.end(), one) == known.end()) known.push_back(one);
}

}  // namespace

std::vector<casefile::RivalClaims> find_differences(const record::Record& record,
                                                    const Sources& sources) {
  std::vector<Group> groups;
  for (const Relation& each : record.relations) {
    if (!is_difference(each.kind)) continue;
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& known) { return known.takes(each); });
    if (group == groups.end()) {
      group = groups.insert(groups.end(), {each.kind, each.topic, {}, {}});
    }
    add_once(group->passages, each.a);
    add_once(group->passages, each.b);
    if (!each.explanation.empty()) add_once(group->explanations, each.explanation);
  }
  std::vector<casefile::RivalClaims> all;
  for (const Group& group : groups) {
    casefile::RivalClaims& rivals = all.emplace_back();
    rivals.topic = group.topic;
    for (const record::Passage& each : group.passages) {
      const std::string says = fmt::format("“{}”", sources.sentence(each));
      const std::string by = sources.title(each.report);
      const auto said = std::find_if(
          rivals.claims.begin(), rivals.claims.end(),
          [&](const casefile::Claim& known) { return known.says == says && known.by == by; });
      if (said == rivals.claims.end()) {
        rivals.claims.push_back({says, by, {sources.cite(each)}});
      } else {
        said->evidence.push_back(sources.cite(each));
      }
    }
    rivals.note = fmt::format("{}", fmt::join(group.explanations, " "));
  }
  return all;
}

}  // namespace parley::drafting::internal
