// Protocols with a mediator who tables the texts.
#include <algorithm>
#include <cmath>
#include <deque>

#include "parley/talks/course.hpp"
#include "parley/talks/opponent.hpp"

namespace parley::talks::internal {
namespace {

using Choices = std::vector<std::uint32_t>;

Choices any_text(const Space& space, RandomStream& random) {
  Choices choices;
  for (const Space::Group& each : space.groups()) {
    choices.push_back(static_cast<std::uint32_t>(random.below(each.combinations.size())));
  }
  return choices;
}

// Another way to settle one issue; the text as it is where no issue has one.
void change_one_issue(const Space& space, RandomStream& random, Choices& choices) {
  std::vector<std::size_t> open;
  for (std::size_t g = 0; g < choices.size(); ++g) {
    if (space.groups()[g].combinations.size() > 1) open.push_back(g);
  }
  if (open.empty()) return;
  const std::size_t group = open[random.below(open.size())];
  const std::size_t others = space.groups()[group].combinations.size() - 1;
  const auto drawn = static_cast<std::uint32_t>(random.below(others));
  choices[group] = drawn < choices[group] ? drawn : drawn + 1;
}

RandomStream mediators(const Talk& talk) { return {talk.seed, talk.world, "talks/mediator"}; }

// A party's answer to a text in place of another.
class Voter {
 public:
  Voter(Course& course, std::size_t seat, double temperature)
      : course_(course),
        seat_(seat),
        temperature_(temperature),
        random_(course.talk().seed, course.talk().world,
                StreamName("talks/vote/").then(name(course, seat))) {}

  bool accepts(PackageId text, std::optional<PackageId> before) {
    if (!course_.is_good(text, seat_)) return false;
    if (!before) return true;
    const Space& space = course_.packages().space();
    const std::size_t party = course_.party(seat_);
    const double change =
        course_.packages().worth(party, text) - course_.packages().worth(party, *before);
    if (change >= -space.tolerance(party)) return true;
    const double heat =
        temperature_ * (1 - course_.moment(seat_).time) * (space.best(party) - space.worst(party));
    return heat > 0 && random_.uniform() < std::exp(change / heat);
  }

 private:
  static const std::string& name(Course& course, std::size_t seat) {
    return course.packages().space().problem().parties[course.party(seat)].name;
  }
  Course& course_;
  std::size_t seat_;
  double temperature_;
  RandomStream random_;
};

}  // namespace

void play(const SingleText& protocol, Course& course, Bidders& /*bidders*/) {
  RandomStream random = mediators(course.talk());
  Packages& packages = course.packages();
  std::vector<Voter> voters;
  for (std::size_t i = 0; i < course.seats(); ++i) {
    voters.emplace_back(course, i, protocol.temperature);
  }
  std::optional<PackageId> text;
  std::optional<PackageId> next = protocol.start ? packages.find(*protocol.start) : std::nullopt;
  while (course.begin_round()) {
    for (std::size_t k = 0; k < protocol.texts; ++k) {
      if (!next) {
        Choices choices = any_text(packages.space(), random);
        if (text) {
          packages.choices(*text, choices);
          change_one_issue(packages.space(), random, choices);
        }
        next = packages.number(choices);
      }
      course.offered({}, *next);
      bool agreed = true;
      for (std::size_t i = 0; i < voters.size(); ++i) {
        if (!course.needs(*next, i)) continue;
        const bool yes = voters[i].accepts(*next, text);
        course.answered(i, *next, yes);
        agreed = agreed && yes;
      }
      if (agreed) text = next;
      next.reset();
    }
  }
  if (text && !course.ended_early() && course.is_good_to_all(*text)) course.agree(*text);
}

namespace {

// What a party has said of the values of one issue: which is better than which, and how deep each
// stands above the worst of those it is linked to.
class Ladder {
 public:
  explicit Ladder(std::size_t values) : depth_(values, 0), links_(values) {}

  void learn(std::size_t before, std::size_t after, Move::Kind how) {
    if (how == Move::Kind::worse) return learn(after, before, Move::Kind::better);
    const int step = how == Move::Kind::better ? 1 : 0;
    links_[before].push_back({after, step});
    if (step == 0) links_[after].push_back({before, 0});
    raise(before);
    if (step == 0) raise(after);
  }

  // Whether some chain of answers says that the one is no worse than the other.
  bool is_no_worse(std::size_t value, std::size_t than) const {
    std::vector<bool> seen(depth_.size());
    std::vector<std::size_t> open{than};
    while (!open.empty()) {
      const std::size_t here = open.back();
      open.pop_back();
      if (here == value) return true;
      if (seen[here]) continue;
      seen[here] = true;
      for (const Link& each : links_[here]) open.push_back(each.to);
    }
    return false;
  }

  double estimate(std::size_t value) const {
    const auto [low, high] = std::ranges::minmax(depth_);
    return static_cast<double>(depth_[value] - low + 1) / static_cast<double>(high - low + 1);
  }

 private:
  struct Link {
    std::size_t to;
    int step;
  };
  // Answers that contradict each other, as where issues are not independent, would raise for ever.
  void raise(std::size_t from) {
    std::vector<std::size_t> open{from};
    for (std::size_t steps = 0; !open.empty() && steps < 4 * depth_.size(); ++steps) {
      const std::size_t here = open.back();
      open.pop_back();
      for (const Link& each : links_[here]) {
        if (depth_[each.to] >= depth_[here] + each.step) continue;
        depth_[each.to] = depth_[here] + each.step;
        open.push_back(each.to);
      }
    }
  }
  std::vector<int> depth_;
  std::vector<std::vector<Link>> links_;
};

// The mediator of Feedback: what it has tried and been told.
class Learner {
 public:
  Learner(const Space& space, std::size_t seats, RandomStream random) : random_(random) {
    for (const Space::Group& each : space.groups()) {
      tried_.emplace_back(each.combinations.size(), false);
      ladders_.emplace_back(seats, Ladder(each.combinations.size()));
    }
  }

  void begin(const Choices& text) {
    text_ = text;
    for (std::size_t g = 0; g < text.size(); ++g) tried_[g][text[g]] = true;
  }

  // The next text; `left` is the share of the rounds that is left.
  Choices next(double left) {
    changed_.reset();
    if (left > 0.5 || random_.uniform() < left) search();
    if (!changed_) exploit();
    Choices text = text_;
    if (changed_) text[changed_->first] = changed_->second;
    return text;
  }

  void hear(std::size_t seat, Move::Kind how) {
    if (changed_) {
      ladders_[changed_->first][seat].learn(text_[changed_->first], changed_->second, how);
    }
  }

  void settle() {
    if (!changed_) return;
    const auto [group, value] = *changed_;
    text_[group] = value;
    tried_[group][value] = true;
  }

 private:
  using Change = std::pair<std::size_t, std::uint32_t>;  // issue, value

  template <class Fits>
  void pick(Fits fits) {
    std::vector<Change> found;
    for (std::size_t g = 0; g < tried_.size(); ++g) {
      for (std::uint32_t v = 0; v < tried_[g].size(); ++v) {
        if (v != text_[g] && fits(g, v)) found.emplace_back(g, v);
      }
    }
    if (!found.empty()) changed_ = found[random_.below(found.size())];
  }

  void search() {
    pick([&](std::size_t g, std::uint32_t v) { return !tried_[g][v]; });
    if (changed_) return;
    pick([&](std::size_t g, std::uint32_t v) {
      return std::ranges::any_of(ladders_[g], [&](const Ladder& each) {
        return !each.is_no_worse(v, text_[g]) && !each.is_no_worse(text_[g], v);
      });
    });
    if (changed_) return;
    pick([&](std::size_t g, std::uint32_t v) {
      return std::ranges::all_of(ladders_[g], [&](const Ladder& each) {
        return each.is_no_worse(v, text_[g]) && !each.is_no_worse(text_[g], v);
      });
    });
  }

  // The value with the largest product of estimates, of an issue at random.
  void exploit() {
    const std::size_t g = random_.below(tried_.size());
    const auto product = [&](std::size_t v) {
      double result = 1;
      for (const Ladder& each : ladders_[g]) result *= each.estimate(v);
      return result;
    };
    double best = product(text_[g]);
    for (std::uint32_t v = 0; v < tried_[g].size(); ++v) {
      const double here = tried_[g][v] ? product(v) : 0;
      if (here <= best) continue;
      best = here;
      changed_ = {g, v};
    }
  }

  RandomStream random_;
  std::vector<std::vector<bool>> tried_;      // [issue][value]
  std::vector<std::vector<Ladder>> ladders_;  // [issue][seat]
  Choices text_;
  std::optional<Change> changed_;
};

Move::Kind compare(const Packages& packages, std::size_t party, PackageId text, PackageId before) {
  const double now = packages.worth(party, text);
  const double then = packages.worth(party, before);
  if (now == then) return Move::Kind::same;
  const double tolerance = packages.space().tolerance(party);
  if (std::abs(now - then) <= tolerance) return Move::Kind::same;
  return now > then ? Move::Kind::better : Move::Kind::worse;
}

}  // namespace

void play(const Feedback& protocol, Course& course, Bidders& /*bidders*/) {
  Packages& packages = course.packages();
  RandomStream random = mediators(course.talk());
  const Choices start = any_text(packages.space(), random);
  Learner learner(packages.space(), course.seats(), random);
  std::optional<PackageId> before;
  std::optional<PackageId> agreed;
  while (course.begin_round()) {
    for (std::size_t k = 0; k < protocol.texts; ++k) {
      const double left = 1 - course.moment(0).time;
      const PackageId text = packages.number(before ? learner.next(left) : start);
      course.offered({}, text);
      bool accepted = true;
      for (std::size_t i = 0; i < course.seats() && before; ++i) {
        const Move::Kind how = compare(packages, course.party(i), text, *before);
        course.compared(i, how, text);
        learner.hear(i, how);
        accepted = accepted && how != Move::Kind::worse;
      }
      before ? learner.settle() : learner.begin(start);
      before = text;
      if (accepted && course.is_good_to_all(text)) agreed = text;
    }
  }
  if (agreed && !course.ended_early() && course.is_good_to_all(*agreed)) course.agree(*agreed);
}

namespace {

// The mediator of Shuttle: what was named to it, and what it makes of that.
class GoBetween {
 public:
  explicit GoBetween(Course& course) : course_(course) {
    for (std::size_t i = 0; i < course.seats(); ++i) {
      models_.push_back(opponent_model(Model::frequency, course.packages().space()));
    }
  }

  void hear(std::size_t seat, PackageId named) {
    course_.packages().choices(named, choices_);
    models_[seat]->hear(choices_, course_.moment(seat).time);
    std::erase(named_, named);
    named_.push_back(named);
    if (named_.size() > kRemembered) named_.pop_front();
  }

  // What it brings next; nothing before anything was named.
  std::optional<PackageId> next() {
    std::optional<PackageId> found;
    double best = -1;
    for (const PackageId each : named_) {
      if (each == brought_) continue;
      course_.packages().choices(each, choices_);
      double product = 1;
      for (const auto& model : models_) product *= estimate(*model);
      if (product > best) {
        best = product;
        found = each;
      }
    }
    if (!found) found = brought_;
    brought_ = found;
    return found;
  }

 private:
  static constexpr std::size_t kRemembered = 64;

  double estimate(const OpponentModel& model) const {
    double sum = 0;
    for (std::size_t g = 0; g < choices_.size(); ++g) sum += model.part(g, choices_[g], 0);
    return sum;
  }

  Course& course_;
  std::vector<std::unique_ptr<OpponentModel>> models_;  // [seat]
  std::deque<PackageId> named_;                         // the newest last
  std::optional<PackageId> brought_;
  Choices choices_;
};

}  // namespace

void play(const Shuttle& /*protocol*/, Course& course, Bidders& bidders) {
  GoBetween mediator(course);
  while (course.begin_round()) {
    if (const auto text = mediator.next()) {
      course.offered({}, *text);
      hear(course, bidders, {}, *text);
      if (ask_all(course, bidders, *text)) {
        course.agree(*text);
        return;
      }
    }
    for (std::size_t i = 0; i < bidders.size(); ++i) {
      if (!bidders[i]) continue;
      const PackageId named = bidders[i]->offer(course.moment(i));
      course.named(i, named);
      mediator.hear(i, named);
    }
  }
}

}  // namespace parley::talks::internal
