#include "parley/talks/course.hpp"

namespace parley::talks::internal {
namespace {

// The offer that is on the table, and who has accepted or made it.
struct Standing {
  PackageId package = 0;
  std::uint32_t needed = 0;  // a bit a party
  std::uint32_t accepted = 0;
  bool is_agreed() const { return (needed & ~accepted) == 0; }
};

std::uint32_t bit(std::size_t party) { return 1U << party; }

}  // namespace

void hear(Course& course, Bidders& bidders, std::optional<std::size_t> from, PackageId offer) {
  for (std::size_t i = 0; i < bidders.size(); ++i) {
    if (!bidders[i] || i == from) continue;
    const Moment now = course.moment(i);
    for (std::size_t other = 0; other < bidders.size(); ++other) {
      if (other != i && (!from || other == *from)) bidders[i]->hear(other, offer, now);
    }
  }
}

bool ask_all(Course& course, Bidders& bidders, PackageId package) {
  bool all = true;
  for (std::size_t i = 0; i < bidders.size(); ++i) {
    if (!course.needs(package, i)) continue;
    const bool yes = bidders[i] && bidders[i]->accepts(package, course.moment(i));
    course.answered(i, package, yes);
    all = all && yes;
  }
  return all;
}

void play(const AlternatingOffers& /*protocol*/, Course& course, Bidders& bidders) {
  std::optional<Standing> standing;
  while (course.begin_round()) {
    for (std::size_t seat = 0; seat < bidders.size(); ++seat) {
      if (seat > 0) course.take_turn();
      const std::uint32_t own = bit(course.party(seat));
      if (!bidders[seat] || (standing && (standing->needed & own) == 0)) continue;
      const Moment now = course.moment(seat);
      if (standing && bidders[seat]->accepts(standing->package, now)) {
        course.answered(seat, standing->package, true);
        standing->accepted |= own;
      } else {
        const PackageId offer = bidders[seat]->offer(now);
        // One that is only asked for its acts may have nothing to offer.
        if (!course.is_good(offer, seat)) continue;
        course.offered(seat, offer);
        standing = Standing{offer, course.packages().needed(offer), own};
        hear(course, bidders, seat, offer);
      }
      if (standing->is_agreed()) {
        course.agree(standing->package);
        return;
      }
    }
  }
}

void play(const MultipleOffers& /*protocol*/, Course& course, Bidders& bidders) {
  std::vector<std::pair<std::size_t, PackageId>> offers;  // of which seat
  while (course.begin_round()) {
    if (offers.empty()) {
      for (std::size_t seat = 0; seat < bidders.size(); ++seat) {
        if (!bidders[seat]) continue;
        offers.emplace_back(seat, bidders[seat]->offer(course.moment(seat)));
        course.offered(seat, offers.back().second);
      }
      for (const auto& [seat, offer] : offers) hear(course, bidders, seat, offer);
      continue;
    }
    for (const auto& [seat, offer] : offers) {
      if (!ask_all(course, bidders, offer)) continue;
      course.agree(offer);
      return;
    }
    offers.clear();
  }
}

}  // namespace parley::talks::internal
