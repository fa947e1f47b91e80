#include "parley/record/factions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

// One noun's places in the report.
struct Faction {
  std::vector<Range> bare;       // "the rebels"
  std::set<std::size_t> owners;  // the figures that it follows: "Ostria's government"
  bool acts = false;             // it is the subject of a finite verb
};

class Factions {
 public:
  Factions(const Grammar& grammar, Cast& cast)
      : grammar_(grammar), words_(grammar.words()), cast_(cast) {}

  void run() {
    for (std::size_t i = 0; i < words_.tokens.size(); ++i) read(i);
    const std::size_t before = cast_.mentions.size();
    for (const std::string_view noun : order_) settle(noun, found_[noun]);
    if (cast_.mentions.size() == before) return;
    std::sort(cast_.mentions.begin(), cast_.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.tokens.first < b.tokens.first; });
    std::fill(cast_.at.begin(), cast_.at.end(), std::nullopt);
    for (std::size_t m = 0; m < cast_.mentions.size(); ++m) {
      const Range tokens = cast_.mentions[m].tokens;
      for (std::size_t i = tokens.first; i < tokens.last; ++i) cast_.at[i] = m;
    }
  }

 private:
  std::string_view lower(std::size_t i) const { return words_.tokens[i].lower; }

  void read(std::size_t i) {
    if (words_.quoted[i] || cast_.at[i] || !lexicon().is(lower(i), WordClass::faction)) return;
    const auto [place, added] = found_.try_emplace(lower(i));
    if (added) order_.push_back(lower(i));
    Faction& faction = place->second;
    if (const auto owner = owner_before(i)) {
      faction.owners.insert(*owner);
      return;
    }
    // "the opposition team" is the opposition's; "opposition to the plan" and "a government" are
    // nobody.
    const bool starts = i == 0 || grammar_.is(i - 1, Category::stop);
    const bool article = i > 0 && lower(i - 1) == "the";
    const bool several = lower(i).back() == 's' && !article;
    if (!article && !(several && (starts || grammar_.is(i - 1, Category::conjunction) ||
                                  grammar_.is(i - 1, Category::preposition))))
      return;
    if (grammar_.is(i + 1, Category::to)) return;
    faction.bare.push_back({i, i + 1});
    faction.acts = faction.acts || grammar_.is(i + 1, Category::finite) ||
                   grammar_.is(i + 1, Category::auxiliary);
  }

  // "Ostria's government", "the Ostrian government", "the government of Ostria".
  std::optional<std::size_t> owner_before(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && i - k < 3 && !cast_.at[k - 1] &&
           (grammar_.is(k - 1, Category::adjective) || grammar_.is(k - 1, Category::possessive) ||
            grammar_.is(k - 1, Category::noun)))
      --k;
    if (k > 0 && cast_.at[k - 1]) return cast_.mentions[*cast_.at[k - 1]].figure;
    if (i + 2 < words_.tokens.size() && lower(i + 1) == "of" && cast_.at[i + 2])
      return cast_.mentions[*cast_.at[i + 2]].figure;
    return std::nullopt;
  }

  void settle(std::string_view noun, const Faction& faction) {
    if (faction.bare.empty() || faction.owners.size() > 1) return;
    std::size_t figure = cast_.figures.size();
    if (!faction.owners.empty()) {
      figure = *faction.owners.begin();
      if (cast_.figures[figure].kind == ActorKind::person) return;
    } else {
      if (faction.bare.size() < 2 || !faction.acts) return;
      Figure group;
      group.name = "the " + std::string(noun);
      group.kind = ActorKind::group;
      cast_.figures.push_back(std::move(group));
    }
    for (const Range tokens : faction.bare) give_leader(tokens, figure);
    give_office_holders(noun, figure);
    for (const Range tokens : faction.bare) {
      cast_.figures[figure].mentions.push_back(tokens);
      cast_.mentions.push_back({tokens, figure, NameUse::name});
    }
    auto& mentions = cast_.figures[figure].mentions;
    std::sort(mentions.begin(), mentions.end(), [](Range a, Range b) { return a.first < b.first; });
  }

  // "rebels loyal to Ilan Marek", "the rebels, led by Ilan Marek"
  void give_leader(Range tokens, std::size_t figure) {
    for (std::size_t i = tokens.last; i < tokens.last + 8 && i + 1 < words_.tokens.size(); ++i) {
      const bool leads = (lower(i) == "loyal" && lower(i + 1) == "to") ||
                         (lower(i) == "led" && lower(i + 1) == "by") ||
                         (lower(i) == "headed" && lower(i + 1) == "by");
      if (!leads) continue;
      for (std::size_t k = i + 2; k < i + 8 && k < words_.tokens.size(); ++k) {
        if (cast_.at[k]) {
          join(cast_.mentions[*cast_.at[k]].figure, figure);
          break;
        }
      }
      break;
    }
  }

  // "head of the government delegation"
  void give_office_holders(std::string_view noun, std::size_t figure) {
    for (std::size_t f = 0; f < cast_.figures.size(); ++f) {
      for (const FoundRole& role : cast_.figures[f].roles) {
        if (role.time == RoleTime::current && role.affiliation.starts_with(noun)) join(f, figure);
      }
    }
  }

  void join(std::size_t person, std::size_t side) {
    Figure& figure = cast_.figures[person];
    if (figure.kind == ActorKind::person && !figure.side) figure.side = side;
  }

  const Grammar& grammar_;
  const Words& words_;
  Cast& cast_;
  std::map<std::string_view, Faction> found_;
  std::vector<std::string_view> order_;  // by first place
};

}  // namespace

void add_factions(const Grammar& grammar, Cast& cast) { Factions(grammar, cast).run(); }

}  // namespace parley::record::internal
