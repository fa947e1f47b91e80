#include "parley/drafting/parties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "parley/drafting/bodies.hpp"
#include "parley/drafting/draft_case.hpp"
#include "parley/drafting/told_roles.hpp"

namespace parley::drafting::internal {
namespace {

using record::Actor;
using record::ActorKind;
using record::Record;

// What the reports show of a body that may be a party.
struct Deeds {
  std::set<std::string> issues;  // on which it takes a stand of its own
  std::size_t stands = 0;
  std::size_t statements = 0;
  std::size_t meetings = 0;
  std::size_t drafts = 0;
  std::size_t own_drafts = 0;  // that it wrote alone
  std::set<std::size_t> met;   // other candidates, also as authors of one draft
};

struct Candidate : Deeds {
  const Actor* actor = nullptr;
  casefile::Role role = casefile::Role::stakeholder;
  std::string reason;
  bool set_against = false;  // one of the two that the reports set most against each other
  bool meets_most = false;   // one of the two that talk most with each other
  bool called_between = false;
  bool only_named = false;  // taken for a side since nobody else is seen to be one

  bool is_side() const { return set_against || meets_most || only_named; }
  bool takes_part() const { return is_side() || called_between || stands + meetings + drafts > 0; }
  std::size_t acts() const { return stands + statements + meetings + drafts; }
};

class Council {
 public:
  Council(const Record& record, const casefile::Named<Text>& texts)
      : record_(record), bodies_(record) {
    for (const Actor& each : record.actors) {
      if (each.kind != ActorKind::person && body_of(each.id) == each.id) add(each);
    }
    const ToldRoles roles = find_told_roles(record, texts, bodies_);
    for (const auto& [body, count] : roles.between) add_mediator(body);
    count_all();
    heed(roles);
    const auto takes_part = [](const Candidate& each) {
      return each.takes_part() && !each.called_between;
    };
    // Where no two bodies do anything, those who act for themselves are all there is.
    if (std::count_if(candidates_.begin(), candidates_.end(), takes_part) < 2) {
      for (const Actor& each : record.actors) {
        if (each.kind == ActorKind::person && body_of(each.id) == each.id) add(each);
      }
      count_all();
    }
    links_ = roles.opposed;
    count_links();
  }

  const std::string& body_of(const std::string& actor) const { return bodies_.of(actor); }

  Candidate* find(const std::string& actor) {
    const auto found = place_.find(body_of(actor));
    return found == place_.end() ? nullptr : &candidates_[found->second];
  }

  std::vector<Candidate>& candidates() { return candidates_; }

  void guess_roles();

 private:
  void add(const Actor& actor) {
    if (!place_.emplace(actor.id, candidates_.size()).second) return;
    candidates_.emplace_back();
    candidates_.back().actor = &actor;
  }

  // A person who mediates and speaks for nobody is no state or body.
  void add_mediator(const std::string& actor) {
    if (const Actor* found = bodies_.find(actor)) add(*found);
  }

  void heed(const ToldRoles& roles);
  void count_links();
  void find_those_who_meet();
  void find_those_who_draft();
  void find_those_only_named();

  void count_all() {
    for (Candidate& each : candidates_) static_cast<Deeds&>(each) = {};
    for (const record::Stance& each : record_.stances) {
      Candidate* party = is_stand(each) ? find(each.party) : nullptr;
      if (party == nullptr) continue;
      ++party->stands;
      if (!each.issue.empty()) party->issues.insert(each.issue);
    }
    for (const record::Statement& each : record_.statements) {
      if (Candidate* speaker = find(each.speaker)) ++speaker->statements;
    }
    for (const record::Meeting& each : record_.meetings) {
      for (Candidate* one : gather(each.participants)) ++one->meetings;
    }
    for (const record::Draft& each : record_.drafts) {
      const std::vector<Candidate*> authors = gather(each.by);
      for (Candidate* one : authors) {
        ++one->drafts;
        if (authors.size() == 1) ++one->own_drafts;
      }
    }
  }

  // The candidates of some actors, each once; they are noted to have met.
  std::vector<Candidate*> gather(const std::vector<std::string>& actors) {
    std::set<std::size_t> places;
    for (const std::string& each : actors) {
      if (const auto found = place_.find(body_of(each)); found != place_.end()) {
        places.insert(found->second);
      }
    }
    std::vector<Candidate*> present;
    for (const std::size_t one : places) {
      present.push_back(&candidates_[one]);
      for (const std::size_t other : places) {
        if (other != one) candidates_[one].met.insert(other);
      }
    }
    return present;
  }

  static std::string why_side(const Candidate& each, std::size_t rank);
  bool sends_envoy(const Candidate& candidate) const;
  const Candidate* first_of_brokered(std::size_t place) const;

  const Record& record_;
  const Bodies bodies_;
  std::map<std::string, std::size_t> place_;  // actor id -> candidate
  // How strongly the reports tell that two (actor ids, in order) talk with each other.
  std::map<std::pair<std::string, std::string>, std::size_t> links_;
  std::vector<Candidate> candidates_;
};

std::string times_in_words(std::size_t count) {
  return count == 1 ? "once" : count == 2 ? "twice" : fmt::format("{} times", count);
}

bool contains_word(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// Whom the reports set against each other and whom they call a mediator. One that is more often
// set against others than called so is a side; a single accusation makes nobody one.
void Council::heed(const ToldRoles& roles) {
  constexpr std::size_t kEnough = 2;
  std::map<std::string, std::size_t> quarrels;
  for (const auto& [pair, count] : roles.opposed) {
    quarrels[pair.first] += count;
    quarrels[pair.second] += count;
  }
  for (const auto& [body, count] : roles.between) {
    Candidate* found = find(body);
    if (found != nullptr) found->called_between = quarrels[body] < count;
  }
  std::size_t most = kEnough - 1;
  std::pair<Candidate*, Candidate*> sides{nullptr, nullptr};
  for (const auto& [pair, count] : roles.opposed) {
    Candidate* one = find(pair.first);
    Candidate* other = find(pair.second);
    if (count <= most || one == nullptr || other == nullptr) continue;
    if (one->called_between || other->called_between) continue;
    most = count;
    sides = {one, other};
  }
  if (sides.first == nullptr) return;
  sides.first->set_against = true;
  sides.second->set_against = true;
}

// Who meets with whom adds to what the reports say outright; a meeting of two tells more than one
// of many, and more of them do not tell ever more.
void Council::count_links() {
  constexpr std::size_t kMost = 3;
  std::map<std::pair<std::string, std::string>, std::size_t> met;
  const auto note = [&](const std::vector<std::string>& actors) {
    std::set<std::string> bodies;
    for (const std::string& each : actors) {
      const Candidate* found = find(each);
      if (found != nullptr && !found->called_between) bodies.insert(found->actor->id);
    }
    for (auto a = bodies.begin(); a != bodies.end(); ++a) {
      for (auto b = std::next(a); b != bodies.end(); ++b)
        met[{*a, *b}] += bodies.size() == 2 ? 2U : 1U;
    }
  };
  for (const record::Meeting& each : record_.meetings) note(each.participants);
  for (const record::Draft& each : record_.drafts) note(each.by);
  for (const auto& [pair, count] : met) links_[pair] += std::min(count, kMost);
}

// The two that talk most with each other, where the reports set no two against each other.
void Council::find_those_who_meet() {
  std::size_t most = 0;
  std::pair<Candidate*, Candidate*> sides{nullptr, nullptr};
  const auto may_be_side = [](const Candidate* each) {
    return each != nullptr && each->role != casefile::Role::mediator;
  };
  for (const auto& [pair, count] : links_) {
    Candidate* one = find(pair.first);
    Candidate* other = find(pair.second);
    if (!may_be_side(one) || !may_be_side(other)) continue;
    const std::size_t strength =
        4 * count + std::min<std::size_t>(1, one->acts()) + std::min<std::size_t>(1, other->acts());
    if (strength <= most) continue;
    most = strength;
    sides = {one, other};
  }
  if (sides.first == nullptr) return;
  sides.first->meets_most = true;
  sides.second->meets_most = true;
}

// Who writes a draft alone, takes no stand and is neither of the two stands between them.
void Council::find_those_who_draft() {
  const auto sides = std::count_if(candidates_.begin(), candidates_.end(),
                                   [](const Candidate& each) { return each.is_side(); });
  if (sides < 2) return;
  for (Candidate& each : candidates_) {
    if (each.is_side() || each.own_drafts == 0 || each.stands > 0) continue;
    if (each.role == casefile::Role::mediator) continue;
    each.role = casefile::Role::mediator;
    each.reason = "it wrote a draft alone and takes no stand of its own";
  }
}

// Those that are named most, where fewer than two are seen to be a side.
void Council::find_those_only_named() {
  std::vector<Candidate*> others;
  std::size_t sides = 0;
  for (Candidate& each : candidates_) {
    if (each.role == casefile::Role::mediator) continue;
    if (each.takes_part()) {
      ++sides;
    } else if (each.actor->kind != ActorKind::person) {
      others.push_back(&each);
    }
  }
  std::stable_sort(others.begin(), others.end(), [](const Candidate* a, const Candidate* b) {
    return std::pair(a->statements, a->actor->mentions.size()) >
           std::pair(b->statements, b->actor->mentions.size());
  });
  for (Candidate* each : others) {
    if (sides >= 2) break;
    each->only_named = true;
    ++sides;
  }
}

bool Council::sends_envoy(const Candidate& candidate) const {
  constexpr std::array<std::string_view, 3> kGoBetween{"envoy", "mediator", "facilitator"};
  for (const Actor& person : record_.actors) {
    if (person.kind != ActorKind::person || body_of(person.id) != candidate.actor->id) continue;
    for (const record::Role& role : person.roles) {
      for (const std::string_view word : kGoBetween) {
        if (contains_word(role.title, word)) return true;
      }
    }
  }
  return false;
}

// The first of two parties between which the candidate stands; null when there are no such two.
const Candidate* Council::first_of_brokered(std::size_t place) const {
  const Candidate& middle = candidates_[place];
  for (const std::size_t a : middle.met) {
    if (candidates_[a].issues.size() < middle.issues.size()) continue;
    for (const std::size_t b : middle.met) {
      if (b <= a || candidates_[b].issues.size() < middle.issues.size()) continue;
      const bool others_meet = candidates_[a].met.contains(b);
      const bool has_less_at_stake = middle.issues.size() < candidates_[a].issues.size() &&
                                     middle.issues.size() < candidates_[b].issues.size();
      if (!others_meet || (has_less_at_stake && (middle.own_drafts > 0 || sends_envoy(middle)))) {
        return &candidates_[a];
      }
    }
  }
  return nullptr;
}

void Council::guess_roles() {
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    Candidate& each = candidates_[i];
    if (!each.takes_part()) continue;
    if (each.called_between) {
      each.role = casefile::Role::mediator;
      each.reason = "the reports call it one that mediates, hosts or stands surety for the talks";
    } else if (!each.set_against && first_of_brokered(i) != nullptr) {
      each.role = casefile::Role::mediator;
      each.reason = "it meets, or writes drafts with, sides that have more at stake than itself";
    }
  }
  const bool told = std::any_of(candidates_.begin(), candidates_.end(),
                                [](const Candidate& each) { return each.set_against; });
  if (!told) find_those_who_meet();
  find_those_who_draft();
  find_those_only_named();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const Candidate& each = candidates_[i];
    if (each.takes_part() && each.role != casefile::Role::mediator) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    const Candidate& x = candidates_[a];
    const Candidate& y = candidates_[b];
    return std::tuple(x.set_against || x.meets_most, !x.only_named, x.acts(), x.issues.size()) >
           std::tuple(y.set_against || y.meets_most, !y.only_named, y.acts(), y.issues.size());
  });
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    Candidate& each = candidates_[order[rank]];
    if (rank < 2) each.role = casefile::Role::signatory;
    each.reason = why_side(each, rank);
  }
}

std::string Council::why_side(const Candidate& each, std::size_t rank) {
  if (each.set_against) return "it is one of the two that the reports set most against each other";
  if (each.meets_most) return "it is one of the two that meet or talk most with each other";
  if (each.only_named) return "the reports name it, and nobody else is seen to be the other side";
  if (rank < 2) {
    return fmt::format("it is one of the two that meet, speak and take stands most often (here {})",
                       times_in_words(each.acts()));
  }
  return "others have more of a part in it, and it is not seen to stand between them";
}

// "President", "son-in-law of Ruben Astor"; of several the first that is held now.
std::string office_of(const Actor& person, const std::string& party) {
  for (const record::Role& role : person.roles) {
    if (role.time == record::RoleTime::former) continue;
    std::string office = role.title;
    if (!role.affiliation.empty() && role.affiliation != party) office += " of " + role.affiliation;
    if (role.time != record::RoleTime::current) office += fmt::format(" ({})", name(role.time));
    return office;
  }
  return {};
}

// Talks are between two: where the reports do not name a side, its place is kept.
void add_unnamed_sides(Cast& cast, Names& names) {
  auto sides = std::count_if(cast.parties.begin(), cast.parties.end(),
                             [](const auto& each) { return casefile::needs_consent(each.second); });
  for (; sides < 2; ++sides) {
    const std::string name = sides == 0 ? "the one side" : "the other side";
    casefile::Party& party = cast.parties.add(names.take(name));
    party.name = name;
    party.role = casefile::Role::signatory;
    party.note = fmt::format("Put in by {}: the reports do not name it.", kAuthor);
  }
}

}  // namespace

bool is_stand(const record::Stance& stance) {
  switch (stance.stance) {
    case record::StanceKind::accepts:
    case record::StanceKind::accepts_partly:
    case record::StanceKind::conditional:
    case record::StanceKind::open:
    case record::StanceKind::disapproves:
    case record::StanceKind::rejects:
    case record::StanceKind::demands:
    case record::StanceKind::offers:
    case record::StanceKind::threatens:
      return true;
    case record::StanceKind::accuses:
    case record::StanceKind::denies:
      return false;
  }
  return false;
}

std::vector<casefile::Reference> Cast::of(const std::vector<std::string>& actors) const {
  std::vector<casefile::Reference> references;
  for (const std::string& each : actors) {
    const auto found = party_of.find(each);
    if (found == party_of.end()) continue;
    const casefile::Reference reference{found->second, {}};
    if (std::find(references.begin(), references.end(), reference) == references.end()) {
      references.push_back(reference);
    }
  }
  return references;
}

Cast find_parties(const Record& record, const casefile::Named<Text>& texts) {
  Council council(record, texts);
  council.guess_roles();
  Cast cast;
  Names names("party");
  std::map<std::string, std::string> party_of_body;
  for (const Candidate& each : council.candidates()) {
    if (!each.takes_part()) {
      cast.bystanders.push_back(each.actor->name);
      continue;
    }
    const std::string name = names.take(each.actor->name);
    party_of_body[each.actor->id] = name;
    casefile::Party& party = cast.parties.add(name);
    party.name = each.actor->name;
    party.role = each.role;
    party.note = fmt::format("Role guessed by {}: {}.", kAuthor, each.reason);
  }
  add_unnamed_sides(cast, names);
  std::map<std::string, Names> people;
  for (const Actor& each : record.actors) {
    const auto found = party_of_body.find(council.body_of(each.id));
    if (found == party_of_body.end()) continue;
    cast.party_of[each.id] = found->second;
    if (each.kind != ActorKind::person || council.body_of(each.id) == each.id) continue;
    Names& taken = people.try_emplace(found->second, "person").first->second;
    // The family name is how reports call people.
    const std::size_t blank = each.name.rfind(' ');
    const std::string family = each.name.substr(blank == std::string::npos ? 0 : blank + 1);
    casefile::Party& party = *cast.parties.find(found->second);
    party.people.add(taken.take(family), {each.name, office_of(each, party.name), {}, {}});
  }
  std::set<std::string> present;
  for (const record::Meeting& each : record.meetings) {
    present.insert(each.participants.begin(), each.participants.end());
  }
  for (const record::Stance& each : record.stances) present.insert(each.party);
  for (const Actor& each : record.actors) {
    if (present.contains(each.id) && !cast.party_of.contains(each.id)) {
      cast.sideless.push_back(each.name);
    }
  }
  return cast;
}

}  // namespace parley::drafting::internal
