#include "parley/record/offices.hpp"

#include <algorithm>

#include "parley/record/lexicon.hpp"
#include "parley/record/name_text.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

class SideFinder {
 public:
  SideFinder(const Grammar& grammar, Cast& cast)
      : grammar_(grammar), words_(grammar.words()), cast_(cast) {
    for (std::size_t f = 0; f < cast.figures.size(); ++f) by_name_.emplace(cast.figures[f].name, f);
  }

  // A person stands on the side of the state or body of a current office, by way of persons too:
  // Ilan Marek, aide of President Kovan, speaks for Ostria.
  void run() {
    for (int pass = 0; pass < 2; ++pass) {
      if (pass == 1) guess_sides();
      for (Figure& figure : cast_.figures) {
        if (figure.kind != ActorKind::person || figure.side) continue;
        for (const FoundRole& role : figure.roles) {
          if (role.time == RoleTime::former || role.affiliation.empty()) continue;
          const std::size_t body = figure_named(role.affiliation);
          if (body == cast_.figures.size()) continue;
          if (cast_.figures[body].kind != ActorKind::person) {
            figure.side = body;
          } else if (cast_.figures[body].side) {
            figure.side = cast_.figures[body].side;
          }
          if (figure.side) break;
        }
      }
    }
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  std::size_t figure_named(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? cast_.figures.size() : found->second;
  }

  bool is_public_role(const FoundRole& role) const {
    const std::string title = to_lower(role.title);
    const auto words = split(title, ' ');
    for (std::size_t w = 0; w < words.size(); ++w) {
      const auto match = lexicon().roles().match(
          [&](std::size_t k) { return w + k < words.size() ? words[w + k] : std::string_view(); });
      if (match && *match.value == RoleClass::state) return true;
    }
    return title.ends_with("spokesman") || title.ends_with("spokeswoman") ||
           title.ends_with("aide") || title.ends_with("delegate");
  }

  // An office without its state: "its spokeswoman" is of the state named last; a president of whom
  // an aide speaks is the aide's; "the Ostrian president" elsewhere tells whose the only president
  // without a state is.
  void guess_sides() {
    for (Figure& figure : cast_.figures) {
      if (figure.kind != ActorKind::person || figure.side) continue;
      for (const FoundRole& role : figure.roles) {
        if (role.time != RoleTime::current || !role.affiliation.empty() || !is_public_role(role))
          continue;
        figure.side = side_by_possessive(role.tokens.first);
        if (!figure.side) figure.side = side_by_relayer(role.tokens.first);
        if (!figure.side) figure.side = side_by_introduction(role);
        if (!figure.side) figure.side = side_behind_name(figure);
        if (!figure.side) figure.side = side_by_phrase(figure, role);
        if (figure.side) break;
      }
    }
  }

  std::optional<std::size_t> side_by_possessive(std::size_t at) const {
    if (at == 0 || (lower(at - 1) != "its" && lower(at - 1) != "their")) return std::nullopt;
    for (std::size_t i = at; i > 0 && at - i < 30; --i) {
      if (!cast_.at[i - 1]) continue;
      const std::size_t figure = cast_.mentions[*cast_.at[i - 1]].figure;
      if (cast_.figures[figure].kind != ActorKind::person) return figure;
    }
    return std::nullopt;
  }

  // "Prime Minister Ada Rehn of Ostria"
  std::optional<std::size_t> side_behind_name(const Figure& figure) const {
    for (const Range mention : figure.mentions) {
      const std::size_t of = mention.last;
      if (lower(of) != "of" || of + 1 >= words_.tokens.size() || !cast_.at[of + 1]) continue;
      const std::size_t state = cast_.mentions[*cast_.at[of + 1]].figure;
      if (cast_.figures[state].kind == ActorKind::state) return state;
    }
    return std::nullopt;
  }

  // "the aide, Marek," after "an aide to Ostria's premier".
  std::optional<std::size_t> side_by_introduction(const FoundRole& role) const {
    const std::string title = to_lower(role.title);
    const std::string_view head = std::string_view(title).substr(title.rfind(' ') + 1);
    const std::size_t at = role.tokens.first;
    for (std::size_t i = at; i > 1 && at - i < 250; --i) {
      const std::string_view link = lower(i);
      if (lower(i - 1) != head || (link != "to" && link != "of" && link != "for")) continue;
      std::size_t owner = i + 1;
      while (owner < at && lexicon().is(lower(owner), WordClass::determiner)) ++owner;
      if (owner >= at || !cast_.at[owner]) continue;
      const Mention& mention = cast_.mentions[*cast_.at[owner]];
      const Figure& figure = cast_.figures[mention.figure];
      if (figure.kind != ActorKind::person) return mention.figure;
      if (figure.side) return figure.side;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> side_by_relayer(std::size_t at) const {
    for (std::size_t i = at; i > 0 && at - i < 8; --i) {
      if (grammar_.is(i - 1, Category::stop)) return std::nullopt;
      if (!cast_.at[i - 1]) continue;
      const Mention& mention = cast_.mentions[*cast_.at[i - 1]];
      const bool says = mention.tokens.last < at &&
                        grammar_.is(mention.tokens.last, Category::finite) &&
                        lexicon().cue(lower(mention.tokens.last));
      return says ? cast_.figures[mention.figure].side : std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> side_by_phrase(const Figure& figure, const FoundRole& role) const {
    const std::string title = to_lower(role.title);
    const std::string head = title.substr(title.rfind(' ') + 1);
    if (cast_.figures.size() > kMaxFigures) return std::nullopt;
    std::optional<std::size_t> state;
    for (const Mention& mention : cast_.mentions) {
      if (cast_.figures[mention.figure].kind != ActorKind::state) continue;
      std::size_t next = mention.tokens.last;
      if (lower(next) == "'s") ++next;
      if (next == mention.tokens.last && mention.use != NameUse::adjective) continue;
      if (lower(next) != head || (next + 1 < words_.tokens.size() && cast_.at[next + 1])) continue;
      if (state && *state != mention.figure) return std::nullopt;
      state = mention.figure;
    }
    if (!state) return std::nullopt;
    // Nobody else holds that office.
    for (const Figure& other : cast_.figures) {
      if (&other == &figure) continue;
      for (const FoundRole& held : other.roles) {
        if (held.time == RoleTime::current && to_lower(held.title).ends_with(head) &&
            (other.side == state || held.affiliation.empty()))
          return std::nullopt;
      }
    }
    return state;
  }

  const Grammar& grammar_;
  const Words& words_;
  Cast& cast_;
  TextMap<std::size_t> by_name_;
};

}  // namespace

void find_sides(const Grammar& grammar, Cast& cast) { SideFinder(grammar, cast).run(); }

}  // namespace parley::record::internal
