#include "parley/assess/model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace parley::assess {
namespace {

using casefile::Case;
using casefile::Issue;
using casefile::Position;
using casefile::Reference;

// Priorities and values are written on 0 .. 100; values are computed on 0 .. 1.
Estimate on_unit_scale(Estimate estimate) {
  estimate.low /= 100;
  estimate.mode /= 100;
  estimate.high /= 100;
  return estimate;
}

// Where an option stands along its issue's scale: its amount, or its place in the order.
double along_scale(const Issue& issue, std::size_t option) {
  const casefile::Option& entry = issue.options[option].second;
  if (issue.kind == casefile::IssueKind::numeric && entry.amount) return *entry.amount;
  return static_cast<double>(option);
}

double falling_off(casefile::Falloff falloff, double share_of_distance) {
  switch (falloff) {
    case casefile::Falloff::steady:
      return 1 - share_of_distance;
    case casefile::Falloff::tolerant:
      return 1 - share_of_distance * share_of_distance;
    case casefile::Falloff::strict:
      return 1 - std::sqrt(share_of_distance);
  }
  return 0;
}

}  // namespace

bool Model::Condition::holds(const std::size_t* options) const {
  return std::all_of(all.begin(), all.end(), [&](const auto& part) {
    return std::find(part.second.begin(), part.second.end(), options[part.first]) !=
           part.second.end();
  });
}

Model::Model(const Case& source) : source_(&source) {
  first_option_.push_back(0);
  for (const auto& [id, issue] : source.issues) {
    first_option_.push_back(first_option_.back() + issue.options.size());
  }
  for (std::size_t party = 0; party < parties(); ++party) {
    if (needs_consent(source.parties[party].second)) consenting_.push_back(party);
  }
  read_acts();
  read_stands();
  read_drafts();
  read_alternatives();
  read_linkages();
  read_interplay();
  read_observations();
}

std::size_t Model::option_number(std::size_t issue, const Reference& option) const {
  const std::size_t index = source_->issues[issue].second.options.index_of(option.id);
  assert(index < source_->issues[issue].second.options.size());
  return first_option(issue) + index;
}

std::vector<std::size_t> Model::option_numbers(std::size_t issue,
                                               const std::vector<Reference>& options) const {
  std::vector<std::size_t> numbers;
  numbers.reserve(options.size());
  for (const Reference& each : options) numbers.push_back(option_number(issue, each));
  return numbers;
}

void Model::read_acts() {
  std::vector<bool> asked(parties(), false);
  for (const std::size_t party : consenting_) asked[party] = true;
  for (std::size_t issue = 0; issue < issues(); ++issue) {
    const auto& options = source_->issues[issue].second.options;
    for (std::size_t option = 0; option < options.size(); ++option) {
      for (const Reference& each : options[option].second.needs) {
        const std::size_t party = source_->parties.index_of(each.id);
        if (needs_consent(source_->parties[party].second)) continue;
        acts_.push_back({party, issue, first_option(issue) + option});
        asked[party] = true;
      }
    }
  }
  for (std::size_t party = 0; party < parties(); ++party) {
    if (asked[party]) askable_.push_back(party);
  }
}

void Model::read_stands() {
  stands_.resize(parties() * issues());
  const casefile::Named<Position> nothing_known = [&] {
    casefile::Named<Position> positions;
    for (const auto& [issue_id, issue] : source_->issues) positions.add(issue_id);
    return positions;
  }();
  for (std::size_t party = 0; party < parties(); ++party) {
    const std::string& party_id = source_->parties[party].first;
    const auto* stated = source_->positions.find(party_id);
    // A party of which nothing is known may want anything; it is not one that cares for nothing.
    const auto& positions = stated == nullptr || stated->empty() ? nothing_known : *stated;
    knows_stand_.push_back(std::any_of(positions.begin(), positions.end(), [](const auto& each) {
      const Position& position = each.second;
      return !position.prefers.empty() || !position.values.empty() || position.ideal ||
             !position.red_lines.empty();
    }));
    for (const auto& [issue_id, position] : positions) {
      const std::size_t issue = source_->issues.index_of(issue_id);
      const Issue& scale = source_->issues[issue].second;
      const std::string name = "position/" + party_id + "/" + issue_id;
      Stand& stand = stands_[party * issues() + issue];
      // A position without a priority is thought to matter as anything between nothing and vital.
      stand.priority = position.priority.value_or(Estimate::between(0, 100));
      stand.priority_name = name + "/priority";
      stand.order_name = name + "/order";
      for (std::size_t i = 0; i < scale.options.size(); ++i) {
        stand.values.names.emplace_back(first_option(issue) + i,
                                        name + "/value/" + scale.options[i].first);
      }
      for (const casefile::RedLine& line : position.red_lines) {
        stand.red_lines.push_back({option_number(issue, line.option),
                                   line.firmness.value_or(Estimate::fixed(1)),
                                   name + "/red_line/" + line.option.id});
      }
      Values& values = stand.values;
      std::vector<bool> ranked(scale.options.size(), false);
      if (!position.prefers.empty()) {
        values.known = Values::Known::order;
        for (const auto& tie : position.prefers) {
          values.ranks.push_back(option_numbers(issue, tie));
          for (const std::size_t option : values.ranks.back()) {
            ranked[option - first_option(issue)] = true;
          }
        }
      } else if (!position.values.empty()) {
        values.known = Values::Known::numbers;
        for (const auto& [option_id, estimate] : position.values) {
          const std::size_t option = scale.options.index_of(option_id);
          ranked[option] = true;
          values.numbers.emplace_back(first_option(issue) + option, on_unit_scale(estimate));
        }
      } else if (position.ideal) {
        values.known = Values::Known::numbers;
        const std::size_t ideal = option_number(issue, *position.ideal) - first_option(issue);
        const double at = along_scale(scale, ideal);
        double farthest = 0;
        for (std::size_t i = 0; i < scale.options.size(); ++i) {
          farthest = std::max(farthest, std::abs(along_scale(scale, i) - at));
        }
        for (std::size_t i = 0; i < scale.options.size(); ++i) {
          const double share = farthest > 0 ? std::abs(along_scale(scale, i) - at) / farthest : 0;
          values.numbers.emplace_back(first_option(issue) + i,
                                      Estimate::fixed(falling_off(position.falloff, share)));
        }
        ranked.assign(ranked.size(), true);
      }
      for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (!ranked[i]) values.unranked.push_back(first_option(issue) + i);
      }
    }
  }
}

void Model::read_drafts() {
  possible_.resize(drafts() * issues());
  for (std::size_t draft = 0; draft < drafts(); ++draft) {
    const casefile::Draft& text = source_->drafts[draft].second;
    for (std::size_t issue = 0; issue < issues(); ++issue) {
      auto& possible = possible_[draft * issues() + issue];
      if (const casefile::Term* term = text.terms.find(source_->issues[issue].first);
          term != nullptr && !term->options.empty()) {
        possible = option_numbers(issue, term->options);
      } else {
        possible.resize(first_option(issue + 1) - first_option(issue));
        std::iota(possible.begin(), possible.end(), first_option(issue));
      }
    }
  }
}

void Model::read_alternatives() {
  alternatives_.resize(parties());
  for (std::size_t party = 0; party < parties(); ++party) {
    const std::string& id = source_->parties[party].first;
    Alternative& alternative = alternatives_[party];
    alternative.name = "no_deal/" + id;
    alternative.trend_name = "no_deal/" + id + "/trend";
    const casefile::NoDeal* entry = source_->no_deal.find(id);
    if (entry == nullptr) continue;
    alternative.stated = entry->value || entry->above || entry->below;
    alternative.open_ended = is_open_ended(*entry);
    if (entry->value) alternative.value = on_unit_scale(*entry->value);
    if (entry->above) alternative.above = source_->drafts.index_of(entry->above->id);
    if (entry->below) alternative.below = source_->drafts.index_of(entry->below->id);
    if (entry->trend) alternative.trend = on_unit_scale(*entry->trend);
  }
}

Model::Condition Model::condition_of(const casefile::Condition& written) const {
  Condition condition;
  for (const auto& [issue_id, options] : written) {
    const std::size_t issue = source_->issues.index_of(issue_id);
    condition.all.emplace_back(issue, option_numbers(issue, options));
  }
  return condition;
}

void Model::read_interplay() {
  for (const casefile::Interplay& each : source_->interplay) {
    const std::string number = std::to_string(interplay_.size() + 1);
    interplay_.push_back({source_->parties.index_of(each.party.id), condition_of(each.when),
                          on_unit_scale(each.value), "interplay/" + number});
  }
}

void Model::read_linkages() {
  for (const casefile::Linkage& each : source_->linkages) {
    const std::string number = std::to_string(linkages_.size() + 1);
    const auto owner =
        each.by ? std::optional(source_->parties.index_of(each.by->id)) : std::nullopt;
    linkages_.push_back({condition_of(each.when), condition_of(each.then), owner,
                         each.firmness.value_or(Estimate::fixed(1)), "linkage/" + number});
  }
}

void Model::read_observations() {
  using casefile::AnswerKind;
  const auto draft_in_words = [&](std::size_t draft) {
    const auto& [id, entry] = source_->drafts[draft];
    return "“" + (entry.title.empty() ? id : entry.title) + "”";
  };
  for (const casefile::Answer& each : source_->answers) {
    // A basis for talks, a condition or a silence does not say which of the two the party prefers.
    if (each.answer != AnswerKind::accepted && each.answer != AnswerKind::rejected) continue;
    const bool accepted = each.answer == AnswerKind::accepted;
    const std::size_t party = source_->parties.index_of(each.party.id);
    const std::size_t draft = source_->drafts.index_of(each.draft.id);
    observations_.push_back({source_->parties[party].second.name +
                                 (accepted ? " accepted " : " rejected ") + draft_in_words(draft),
                             party, draft, accepted, each.sincere.value_or(Estimate::fixed(1)),
                             "answer/" + each.party.id + "/" + each.draft.id + "/sincere"});
  }
  for (std::size_t party = 0; party < parties(); ++party) {
    const Alternative& alternative = alternatives_[party];
    if (!alternative.above || !alternative.below) continue;
    observations_.push_back({source_->parties[party].second.name +
                                 " would rather go on than take " +
                                 draft_in_words(*alternative.above) + ", but would take " +
                                 draft_in_words(*alternative.below),
                             party, std::nullopt, false, Estimate::fixed(1), ""});
  }
}

}  // namespace parley::assess
