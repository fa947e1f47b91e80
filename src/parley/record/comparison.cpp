#include "parley/record/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace parley::record::internal {
namespace {

constexpr double kNoEnd = 1e300;

// Ends of the interval; minutes as hours.
std::pair<double, double> ends(const Quantity& quantity) {
  const double scale = quantity.unit == "minutes" ? 1.0 / 60 : 1;
  return {quantity.low.value_or(0) * scale, quantity.high ? *quantity.high * scale : kNoEnd};
}

}  // namespace

Comparison::Comparison(const Record& record, const std::vector<std::unique_ptr<Reading>>& readings)
    : record_(record) {
  for (const Report& report : record.reports) {
    published_.emplace(report.id, report.published);
    if (!report.same_wire.empty()) copies_.emplace(report.id, true);
  }
  for (const auto& reading : readings) readings_.emplace(reading->id, reading.get());
  for (const Actor& actor : record.actors) actors_.emplace(actor.id, &actor);
}

std::string Comparison::text_of(const Passage& passage) const {
  return std::string(reading(passage.report).document.original().slice(passage.span));
}

const std::string& Comparison::side_of(const std::string& actor) const {
  const auto found = actors_.find(actor);
  return found == actors_.end() || found->second->side.empty() ? actor : found->second->side;
}

const std::string& Comparison::name_of(const std::string& actor) const {
  static const std::string none;
  const auto found = actors_.find(actor);
  return found == actors_.end() ? none : found->second->name;
}

std::vector<std::string> Comparison::sides_of(const std::vector<std::string>& actors) const {
  std::vector<std::string> sides;
  for (const std::string& actor : actors) {
    const std::string& side = side_of(actor);
    if (std::find(sides.begin(), sides.end(), side) == sides.end()) sides.push_back(side);
  }
  return sides;
}

std::vector<Passage> Comparison::one_a_report(const std::vector<Passage>& passages) const {
  std::vector<Passage> firsts;
  for (const Passage& passage : passages) {
    if (is_copy(passage.report)) continue;
    const bool known = std::any_of(firsts.begin(), firsts.end(), [&](const Passage& each) {
      return each.report == passage.report;
    });
    if (!known) firsts.push_back(passage);
    if (firsts.size() > kPartners) break;
  }
  return firsts;
}

void Comparison::add(RelationKind kind, std::string topic, const Passage& a, const Passage& b,
                     std::string explanation) {
  found_.push_back({kind, std::move(topic), a, b, std::move(explanation)});
}

void Comparison::add_measures(const std::string& topic, const Quantity& a, const Quantity& b) {
  switch (closeness(a, b)) {
    case Closeness::equal:
      return add(RelationKind::agreement, topic, a.passage, b.passage,
                 fmt::format("Both give the {} as \"{}\".", topic, a.text));
    case Closeness::overlapping:
      return add(RelationKind::near_agreement, topic, a.passage, b.passage,
                 fmt::format("\"{}\" and \"{}\" overlap; they differ in how exact they are.",
                             a.text, b.text));
    case Closeness::disjoint:
      return add(RelationKind::contradiction, topic, a.passage, b.passage,
                 fmt::format("\"{}\" and \"{}\" cannot both be the {}.", a.text, b.text, topic));
  }
}

std::vector<Relation> Comparison::take() {
  std::stable_sort(found_.begin(), found_.end(),
                   [](const Relation& a, const Relation& b) { return a.kind < b.kind; });
  return std::move(found_);
}

Closeness closeness(const Quantity& a, const Quantity& b) {
  const auto [a_low, a_high] = ends(a);
  const auto [b_low, b_high] = ends(b);
  if (a_low == b_low && a_high == b_high && a.approximate == b.approximate) return Closeness::equal;
  return a_low <= b_high * 1.0001 && b_low <= a_high * 1.0001 ? Closeness::overlapping
                                                              : Closeness::disjoint;
}

}  // namespace parley::record::internal
