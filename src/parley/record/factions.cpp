#include "parley/record/factions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "parley/record/attribution.hpp"
#include "parley/record/deeds.hpp"
#include "parley/record/lexicon.hpp"
#include "parley/record/meeting_words.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

// How a noun comes to be a side (data/lexicon/collectives.tsv).
enum class Noun {
  none,
  faction,  // of words.tsv: twice there, and once it acts
  plural,   // it acts
  body,     // it acts, and no named body is there that it might stand for
};

Noun kind_of(std::string_view lower) {
  static const TextMap<Noun> collectives = [] {
    TextMap<Noun> found;
    for (const auto& row : lexicon_rows("collectives.tsv")) {
      for (const std::string_view word : split(row[1], ' '))
        found.emplace(std::string(word), row[0] == "body" ? Noun::body : Noun::plural);
    }
    return found;
  }();
  if (lexicon().is(lower, WordClass::faction)) return Noun::faction;
  const auto known = collectives.find(lower);
  return known == collectives.end() ? Noun::none : known->second;
}

// One noun's places in the report.
struct Faction {
  Noun kind = Noun::faction;
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
    const Noun kind = kind_of(lower(i));
    if (words_.quoted[i] || cast_.at[i] || kind == Noun::none) return;
    const auto owner = owner_before(i);
    // "French farmers" are neither France nor the farmers of the talks.
    if (kind != Noun::faction && (owner || is_part_of_phrase(i))) return;
    const auto [place, added] = found_.try_emplace(lower(i));
    if (added) order_.push_back(lower(i));
    Faction& faction = place->second;
    faction.kind = kind;
    if (owner) {
      faction.owners.insert(*owner);
      return;
    }
    if (kind != Noun::faction) {
      read_collective(i, faction);
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

  // "the miners' hall", "the union leader"
  bool is_part_of_phrase(std::size_t i) const {
    return grammar_.is(i + 1, Category::noun) || grammar_.is(i + 1, Category::possessive) ||
           grammar_.is(i + 1, Category::name);
  }

  // "the terminal operators", "operators": not "a committee", "some villagers".
  void read_collective(std::size_t i, Faction& faction) {
    constexpr std::size_t kMostWords = 3;  // between the article and the noun
    std::size_t first = i;
    while (first > 0 && i - first < kMostWords && !cast_.at[first - 1] &&
           (grammar_.is(first - 1, Category::adjective) || grammar_.is(first - 1, Category::noun)))
      --first;
    if (first > 0 && cast_.at[first - 1]) return;
    const std::string_view before = first > 0 ? lower(first - 1) : std::string_view();
    const bool bare = first == 0 || grammar_.is(first - 1, Category::stop) ||
                      grammar_.is(first - 1, Category::comma) ||
                      grammar_.is(first - 1, Category::conjunction) || before == "by";
    if (before != "the" && !(bare && faction.kind == Noun::plural)) return;
    faction.bare.push_back({i, i + 1});
    faction.acts = faction.acts || acts_at(i) || is_agent(first);
  }

  // Whether what it does is what sides of talks do: say, want, accept, refuse, sign.
  bool acts_at(std::size_t i) const {
    const auto verb = verb_behind(grammar_, i + 1);
    return verb && (cue_at(grammar_, *verb) || is_deed_of_side(grammar_, *verb) ||
                    is_meeting_word(lower(*verb), MeetingWord::meet));
  }

  // "rejected by the operators"
  bool is_agent(std::size_t first) const {
    std::size_t k = first;
    if (k > 0 && lower(k - 1) == "the") --k;
    return k > 1 && lower(k - 1) == "by" && is_deed_of_side(grammar_, k - 2);
  }

  bool names_a_body() const {
    return std::any_of(cast_.figures.begin(), cast_.figures.end(), [](const Figure& figure) {
      return figure.kind == ActorKind::organisation || figure.kind == ActorKind::group;
    });
  }

  // "Ostria's government", "the Ostrian government", "the government of Ostria".
  std::optional<std::size_t> owner_before(std::size_t i) const {
    std::size_t k = i;
    while (k > 0 && i - k < 3 && !cast_.at[k - 1] &&
           (grammar_.is(k - 1, Category::adjective) || grammar_.is(k - 1, Category::possessive) ||
            grammar_.is(k - 1, Category::noun)))
      --k;
    if (k > 0 && cast_.at[k - 1]) return cast_.mentions[*cast_.at[k - 1]].figure;
    if (i + 3 >= words_.tokens.size() || lower(i + 1) != "of") return std::nullopt;
    const std::size_t name = lower(i + 2) == "the" ? i + 3 : i + 2;
    return cast_.at[name] ? std::optional(cast_.mentions[*cast_.at[name]].figure) : std::nullopt;
  }

  void settle(std::string_view noun, const Faction& faction) {
    if (faction.bare.empty() || faction.owners.size() > 1) return;
    std::size_t figure = cast_.figures.size();
    if (!faction.owners.empty()) {
      figure = *faction.owners.begin();
      if (cast_.figures[figure].kind == ActorKind::person) return;
    } else {
      if (!is_side(faction)) return;
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

  bool is_side(const Faction& faction) const {
    switch (faction.kind) {
      case Noun::faction:
        return faction.acts && faction.bare.size() > 1;
      case Noun::plural:
        return faction.acts;
      case Noun::body:
        return faction.acts && faction.bare.size() > 1 && !names_a_body();
      case Noun::none:
        return false;
    }
    return false;
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
