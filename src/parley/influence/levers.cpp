#include "parley/influence/levers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "parley/influence/baseline.hpp"

namespace parley::influence {
namespace {

constexpr double kRounding = 1e-12;

// The sums behind the weighted mean of one scale.
class Balance {
 public:
  Balance(const Council& council, std::size_t scale, double wanted)
      : scale_(council.scales[scale]), voters_(voters(council, scale)), wanted_(wanted) {
    for (const Voter& each : voters_) {
      weight_ += each.weight();
      moment_ += each.weight() * each.position;
    }
  }

  bool is_open() const { return weight_ > 0 && std::abs(wanted_ - mean()) > tolerance(); }
  const std::vector<Voter>& all() const { return voters_; }

  std::optional<Lever> by_position(const Voter& who) const {
    if (who.weight() <= 0) return std::nullopt;
    const double to = who.position + (wanted_ - mean()) * weight_ / who.weight();
    if (to < scale_.low - tolerance() || to > scale_.high + tolerance()) return std::nullopt;
    return Lever{Lever::Kind::position,
                 {who.actor},
                 0,
                 who.position,
                 std::clamp(to, scale_.low, scale_.high),
                 wanted_,
                 price(who, to)};
  }

  std::optional<Lever> by_salience(const Voter& who) const {
    const double pull = who.capability * (who.position - wanted_);
    if (pull == 0) return std::nullopt;
    const double others = weight_ - who.weight();
    const double to = (wanted_ * others - (moment_ - who.weight() * who.position)) / pull;
    // Alone, an actor's salience moves nothing.
    if (others <= kRounding * weight_ || to < 0 || to > 1) return std::nullopt;
    return Lever{Lever::Kind::salience,
                 {who.actor},
                 0,
                 who.salience,
                 to,
                 wanted_,
                 std::abs(to - who.salience) * 100};
  }

  // The fewest who have to join `leader`; nothing when all together do not suffice.
  std::optional<Lever> behind(const Voter& leader) const {
    const double way = wanted_ - mean();
    std::vector<Voter> followers;
    for (const Voter& each : voters_) {
      if (each.weight() > 0 && gain(each, leader) * way > 0) followers.push_back(each);
    }
    std::ranges::stable_sort(followers, std::ranges::greater{},
                             [&](const Voter& each) { return std::abs(gain(each, leader)); });
    Lever lever{Lever::Kind::coalition, {}, leader.actor, 0, leader.position, mean(), 0};
    for (const Voter& each : followers) {
      lever.actors.push_back(each.actor);
      lever.outcome += gain(each, leader);
      lever.price += price(each, leader.position);
      if (std::abs(lever.outcome - mean()) < std::abs(way) - tolerance()) continue;
      std::ranges::sort(lever.actors);
      return lever;
    }
    return std::nullopt;
  }

 private:
  double mean() const { return moment_ / weight_; }
  double tolerance() const { return kRounding * std::max(1.0, scale_.width()); }
  double gain(const Voter& each, const Voter& leader) const {
    return each.weight() * (leader.position - each.position) / weight_;
  }
  double price(const Voter& who, double to) const {
    return scale_.width() > 0 ? who.salience * std::abs(to - who.position) / scale_.width() * 100
                              : 0;
  }

  const Scale& scale_;
  std::vector<Voter> voters_;
  double wanted_;
  double weight_ = 0;
  double moment_ = 0;
};

void add_cheapest_first(std::vector<Lever>& all, std::vector<Lever> more) {
  std::ranges::stable_sort(more, {}, &Lever::price);
  std::ranges::move(more, std::back_inserter(all));
}

std::string listed(const Council& council, const std::vector<std::size_t>& actors) {
  std::string text;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (i > 0) text += i + 1 == actors.size() ? " and " : ", ";
    text += council.actors[actors[i]].name;
  }
  return text;
}

}  // namespace

std::vector<Pull> pulls(const Council& council, std::size_t scale) {
  const std::vector<Voter> all = voters(council, scale);
  const double mean = weighted_mean(all);
  double weight = 0;
  for (const Voter& each : all) weight += each.weight();
  std::vector<Pull> found;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<Voter> others = all;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const bool alone =
        std::ranges::none_of(others, [](const Voter& each) { return each.weight() > 0; });
    found.push_back({all[i].actor, all[i].weight() / weight, alone ? mean : weighted_mean(others)});
  }
  std::ranges::stable_sort(found, std::ranges::greater{},
                           [&](const Pull& each) { return std::abs(each.without - mean); });
  return found;
}

std::string_view name(Lever::Kind kind) {
  constexpr std::array<std::string_view, 3> kNames{"position", "salience", "coalition"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Lever> levers(const Council& council, std::size_t scale, double wanted) {
  const Balance balance(council, scale, wanted);
  if (!balance.is_open()) return {};
  std::vector<Lever> positions;
  std::vector<Lever> saliences;
  std::optional<Lever> coalition;
  for (const Voter& each : balance.all()) {
    if (auto lever = balance.by_position(each)) positions.push_back(*std::move(lever));
    if (auto lever = balance.by_salience(each)) saliences.push_back(*std::move(lever));
    auto joint = balance.behind(each);
    if (!joint) continue;
    const auto cost = [](const Lever& l) { return std::pair(l.actors.size(), l.price); };
    if (!coalition || cost(*joint) < cost(*coalition)) coalition = std::move(joint);
  }
  std::vector<Lever> found;
  add_cheapest_first(found, std::move(positions));
  add_cheapest_first(found, std::move(saliences));
  if (coalition && coalition->actors.size() > 1) found.push_back(*std::move(coalition));
  return found;
}

std::string sentence(const Council& council, std::size_t scale, const Lever& lever) {
  const Scale& on = council.scales[scale];
  const std::string who = listed(council, lever.actors);
  const std::string outcome = place_text(on, lever.outcome);
  switch (lever.kind) {
    case Lever::Kind::position:
      return fmt::format(
          "If {} went from {} to {}, the outcome would be {}. Price: {:.1f} of 100, the way times "
          "how much {} minds it.",
          who, place_text(on, lever.from), place_text(on, lever.to), outcome, lever.price, who);
    case Lever::Kind::salience:
      return fmt::format(
          "If {} put {:.0f} % of its weight into it instead of {:.0f} %, the outcome "
          "would be {}.",
          who, lever.to * 100, lever.from * 100, outcome);
    case Lever::Kind::coalition:
      return fmt::format(
          "If {} joined {} at {}, the outcome would be {}. Price: {:.1f} of 100, the "
          "ways times how much each minds it.",
          who, council.actors[lever.joined].name, place_text(on, lever.to), outcome, lever.price);
  }
  return {};
}

}  // namespace parley::influence
