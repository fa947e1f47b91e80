#include "parley/influence/council.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace parley::influence {
namespace {

class Checker {
 public:
  explicit Checker(const Council& council) : council_(council) {}

  Diagnostics check() {
    sizes();
    names();
    for (const Scale& each : council_.scales) scale(each);
    for (const Actor& each : council_.actors) actor(each);
    if (found_.empty()) weights();
    return std::move(found_);
  }

 private:
  void error(std::string code, std::string message, std::string hint = {}) {
    found_.push_back({Severity::error, std::move(code), {}, std::move(message), std::move(hint)});
  }

  void sizes() {
    const auto outside = [&](std::size_t count, std::size_t most, const char* what) {
      if (count == 0) error(fmt::format("no-{}", what), fmt::format("there are no {}", what));
      if (count > most) {
        error(fmt::format("too-many-{}", what), fmt::format("there are {} {}", count, what),
              fmt::format("at most {} are read", most));
      }
    };
    outside(council_.actors.size(), kMostActors, "actors");
    outside(council_.scales.size(), kMostScales, "scales");
  }

  void names() {
    const auto each_once = [&](const auto& named, const char* what) {
      std::set<std::string_view> seen;
      for (const auto& each : named) {
        if (each.name.empty()) error("empty-name", fmt::format("{} has no name", what));
        if (!each.name.empty() && !seen.insert(each.name).second) {
          error("duplicate-name", fmt::format("{} called “{}” stands twice", what, each.name),
                "give each its own name");
        }
      }
    };
    each_once(council_.actors, "an actor");
    each_once(council_.scales, "a scale");
  }

  void scale(const Scale& each) {
    if (!std::isfinite(each.low) || !std::isfinite(each.high)) {
      error("not-finite", fmt::format("an end of “{}” is no number", each.name));
    } else if (each.low > each.high) {
      error("bad-range",
            fmt::format("“{}” ends at {}, below its beginning {}", each.name, each.high, each.low));
    } else if (each.reference && !(*each.reference >= each.low && *each.reference <= each.high)) {
      error("off-scale", fmt::format("the reference {} of “{}” lies beyond its ends {} and {}",
                                     *each.reference, each.name, each.low, each.high));
    }
  }

  void actor(const Actor& each) {
    if (each.stands.size() != council_.scales.size()) {
      error("missing-stands", fmt::format("“{}” has {} stands, but there are {} scales", each.name,
                                          each.stands.size(), council_.scales.size()));
      return;
    }
    for (std::size_t k = 0; k < each.stands.size(); ++k) {
      if (each.stands[k]) stand(each, *each.stands[k], council_.scales[k]);
    }
  }

  void stand(const Actor& who, const Stand& each, const Scale& on) {
    const auto of = fmt::format("of “{}” on “{}”", who.name, on.name);
    if (!std::isfinite(each.position) || !std::isfinite(each.salience) ||
        !std::isfinite(each.capability)) {
      error("not-finite", fmt::format("the position, salience or capability {} is no number", of));
      return;
    }
    if (each.position < on.low || each.position > on.high) {
      error("off-scale", fmt::format("the position {} {} lies beyond its ends {} and {}",
                                     each.position, of, on.low, on.high));
    }
    if (each.salience < 0 || each.salience > 1) {
      error("bad-salience",
            fmt::format("the salience {} {} is not within 0 and 1", each.salience, of));
    }
    if (each.capability < 0) {
      error("negative-weight", fmt::format("the capability {} {} is below 0", each.capability, of));
    }
  }

  void weights() {
    for (std::size_t k = 0; k < council_.scales.size(); ++k) {
      const auto all = voters(council_, k);
      if (std::ranges::none_of(all, [](const Voter& each) { return each.weight() > 0; })) {
        error(
            "zero-weights",
            fmt::format("nobody has both capability and salience on “{}”", council_.scales[k].name),
            "give at least one actor a weight above 0 there");
      }
    }
  }

  const Council& council_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check(const Council& council) { return Checker(council).check(); }

std::vector<Voter> voters(const Council& council, std::size_t scale) {
  std::vector<Voter> found;
  for (std::size_t i = 0; i < council.actors.size(); ++i) {
    const auto& stand = council.actors[i].stands[scale];
    if (stand) found.push_back({i, stand->position, stand->salience, stand->capability});
  }
  return found;
}

Hull hull(const std::vector<Voter>& voters) {
  std::optional<Hull> found;
  for (const Voter& each : voters) {
    if (each.weight() <= 0) continue;
    if (!found) found = Hull{each.position, each.position};
    found->low = std::min(found->low, each.position);
    found->high = std::max(found->high, each.position);
  }
  return found.value_or(Hull{});
}

std::string place_text(const Scale& scale, double at) {
  for (const Mark& each : scale.marks) {
    if (each.at == at && !each.words.empty()) return fmt::format("{} ({:.6g})", each.words, at);
  }
  return fmt::format("{:.6g}", at);
}

}  // namespace parley::influence
