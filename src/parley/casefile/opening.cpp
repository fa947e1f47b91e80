#include "parley/casefile/opening.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "parley/casefile/facts.hpp"

namespace parley::casefile::internal {

void Opening::withhold(const Field& field, const Place& place) {
  found_.push_back({Severity::warning, "withheld", place,
                    fmt::format("this “{}” names something confidential and is left out of the "
                                "public brief",
                                field.name),
                    "say it without the name, or leave it out on purpose"});
}

void Opening::refuse(std::string_view what, const Place& place) {
  found_.push_back({Severity::error, "names-confidential", place,
                    fmt::format("the {} of this entry, which is not confidential, names something "
                                "that is",
                                what),
                    "call it something else, or mark it as confidential too"});
}

Fate Opening::visit(Wording& value, const Field& field, const Around& around) {
  if (value.empty()) return Fate::stays;
  if (!value.confidential) {
    if (words_ == nullptr || !words_->named_in(value)) return Fate::stays;
    withhold(field, value.place.line > 0 ? value.place : around.place);
  }
  value = {};
  return gone();
}

// In a case that was checked every name stands for something until that goes.
Fate Opening::visit(Proposition& value, const Field& field, const Around& around) {
  const bool is_about_what_went = std::ranges::any_of(
      value.names, [&](const Reference& each) { return facts_called(case_, each.id).empty(); });
  if (is_about_what_went) return gone();
  if (words_ == nullptr || !words_->named_in(value.text)) return Fate::stays;
  withhold(field, around.place);
  return gone();
}

Fate Opening::visit(std::string& value, const Field& field, const Around& around) {
  if (words_ == nullptr || !words_->named_in(value)) return Fate::stays;
  if (!around.listed) {
    refuse(field.name, around.place);
    return Fate::stays;
  }
  withhold(field, around.place);
  return gone();
}

Fate Opening::visit(Estimate& value, const Field&, const Around& around) {
  const std::size_t went_here = std::erase_if(value.factors, [&](const Estimate::Loading& each) {
    return went(Target::factor, around, each.factor);
  });
  if (went_here > 0) changed_ = true;
  return Fate::stays;
}

}  // namespace parley::casefile::internal
