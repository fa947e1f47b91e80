#include "parley/casefile/opening.hpp"

#include <fmt/format.h>

namespace parley::casefile::internal {

// Whether a statement such as "!leave if stay" names what went.
bool Opening::names_what_went(std::string_view statement) const {
  const auto in_name = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t start = 0; start < statement.size();) {
    std::size_t end = start;
    while (end < statement.size() && in_name(statement[end])) ++end;
    const std::string_view word = statement.substr(start, end - start);
    if (std::any_of(gone_.begin(), gone_.end(),
                    [&](const EntryName& each) { return each.name == word; })) {
      return true;
    }
    start = end + 1;
  }
  return false;
}

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

Fate Opening::visit(std::string& value, const Field& field, const Around& around) {
  if (field.names != Target::nothing && names_what_went(value)) return gone();
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
