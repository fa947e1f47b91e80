#include "bargaining/random_ensemble.hpp"

#include <cmath>
#include <string>

#include "parley/base/random.hpp"

namespace parley::bargaining {
namespace {

std::size_t index(RandomStream& random, std::size_t count) {
  return static_cast<std::size_t>(random.below(count));
}

Condition random_condition(RandomStream& random, const Ensemble& ensemble) {
  const std::size_t issue = index(random, ensemble.issues());
  const std::size_t options = ensemble.first_option[issue + 1] - ensemble.first_option[issue];
  Condition condition{issue, {index(random, options)}};
  const std::size_t other = index(random, options);
  if (other != condition.options.front()) condition.options.push_back(other);
  return condition;
}

std::vector<char> random_worlds(RandomStream& random, const Ensemble& ensemble) {
  std::vector<char> meant;
  const std::size_t odds = index(random, 4);
  for (std::size_t w = 0; w < ensemble.worlds(); ++w) meant.push_back(index(random, 4) <= odds);
  return meant;
}

}  // namespace

Ensemble random_ensemble(std::uint64_t seed) {
  RandomStream random(seed, 0, "random ensemble");
  const bool tenths = index(random, 2) == 0;
  const auto draw = [&] {
    return tenths ? static_cast<double>(random.below(11)) / 10 : random.uniform();
  };
  Ensemble ensemble;
  ensemble.first_option = {0};
  const std::size_t issues = 1 + index(random, 4);
  for (std::size_t k = 0; k < issues; ++k) {
    ensemble.first_option.push_back(ensemble.first_option.back() + 1 + index(random, 3));
  }
  const std::size_t worlds = 1 + index(random, 12);
  ensemble.share.assign(worlds, 1 / static_cast<double>(worlds));
  const std::size_t parties = 1 + index(random, 3);
  for (std::size_t p = 0; p < parties; ++p) {
    Ensemble::Party& party = ensemble.parties.emplace_back();
    party.always = p == 0 || index(random, 3) > 0;
    if (!party.always) party.acts = {index(random, ensemble.options())};
    for (std::size_t w = 0; w < worlds; ++w) {
      party.reservation.push_back(draw() * static_cast<double>(issues) * 0.8);
    }
    for (std::size_t i = 0; i < ensemble.options() * worlds; ++i) party.added.push_back(draw());
  }
  for (std::size_t i = index(random, 4); i > 0; --i) {
    ensemble.red_lines.push_back({index(random, parties), index(random, ensemble.options()),
                                  random_worlds(random, ensemble)});
  }
  for (std::size_t i = index(random, 3); i > 0; --i) {
    Ensemble::Linkage linkage{{random_condition(random, ensemble)},
                              {random_condition(random, ensemble)},
                              std::nullopt,
                              random_worlds(random, ensemble)};
    if (index(random, 2) == 0) linkage.owner = index(random, parties);
    ensemble.linkages.push_back(std::move(linkage));
  }
  for (std::size_t i = index(random, 3); i > 0; --i) {
    Ensemble::Interaction interaction{
        index(random, parties),
        {random_condition(random, ensemble), random_condition(random, ensemble)},
        {}};
    for (std::size_t w = 0; w < worlds; ++w) interaction.value.push_back(draw() - 0.5);
    ensemble.interactions.push_back(std::move(interaction));
  }
  return ensemble;
}

Measure random_measure(const Ensemble& ensemble, std::uint64_t seed) {
  RandomStream random(seed, 1, "random measure");
  Measure measure;
  measure.constant = random.uniform() - 0.5;
  for (std::size_t o = 0; o < ensemble.options(); ++o) measure.added.push_back(random.uniform());
  measure.bonuses = {{{random_condition(random, ensemble)}, random.uniform() - 0.5}};
  return measure;
}

}  // namespace parley::bargaining
