#include "parley/drafting/told_roles.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "parley/drafting/sides_words.hpp"
#include "parley/record/lexicon.hpp"
#include "parley/record/table.hpp"

namespace parley::drafting::internal {
namespace {

using record::internal::to_lower;

constexpr std::size_t kReach = 60;  // letters before or behind a name that are looked at

struct Vocabulary {
  std::vector<std::string> quarrel = words_of_class("quarrel");
  std::vector<std::string> talks = words_of_class("talks");
  std::vector<std::string> rift = words_of_class("rift");
  std::vector<std::string> between = words_of_class("between");
  std::vector<std::string> towards = words_of_class("towards");
  std::vector<std::string> leads = words_of_class("leads");
  std::vector<std::string> follows = words_of_class("follows");
  std::vector<std::string> together = words_of_class("together");
  std::vector<std::string> arranges = words_of_class("arranges");
  std::vector<std::string> hosts = words_of_class("hosts", '|');
  std::vector<std::string> within = words_of_class("within");
};

const Vocabulary& vocabulary() {
  static const Vocabulary words;
  return words;
}

bool is_stop(char c) { return c == '.' || c == ';' || c == ':' || c == '\n' || c == '?'; }

// The words of a text in lower case, up to its first or from its last stop.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : to_lower(text) + " ") {
    if (c == ' ' || c == ',' || c == '(' || c == ')') {
      if (!word.empty()) words.push_back(word);
      word.clear();
    } else {
      word += c;
    }
  }
  return words;
}

constexpr std::size_t kQuarrel = 3;
constexpr std::size_t kTalks = 1;
constexpr std::size_t kCalledSo = 2;  // how much more "mediated by B" tells than "B hosted"

// Of the strongest of the words; 0 for none.
std::size_t strength(const std::vector<std::string>& words) {
  std::size_t strongest = 0;
  for (const std::string& each : words) {
    if (is_one_of(vocabulary().quarrel, each)) return kQuarrel;
    if (is_one_of(vocabulary().talks, each)) strongest = kTalks;
  }
  return strongest;
}

bool is_of_mediation(std::string_view word) {
  return std::any_of(vocabulary().between.begin(), vocabulary().between.end(),
                     [&](const std::string& stem) { return word.starts_with(stem); });
}

// A name in a report, in bytes.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string body;
};

class RoleFinder {
 public:
  RoleFinder(std::string_view text, const std::vector<Place>& places, ToldRoles& roles)
      : text_(text), places_(places), roles_(roles) {}

  void run() {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      oppose(i);
      if (mediates(i)) mark_list(i);
      if (hosts(i)) ++roles_.between[places_[i].body];
    }
  }

  // "EU-mediated": a name that is part of a word.
  template <class BodyNamed>
  void run_compounds(const BodyNamed& body_named) {
    for (std::size_t at = text_.find('-'); at != std::string_view::npos;
         at = text_.find('-', at + 1)) {
      if (!is_of_mediation(to_lower(text_.substr(at + 1, kReach)))) continue;
      const std::size_t blank = at == 0 ? std::string_view::npos : text_.find_last_of(" \n(", at);
      const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
      const std::string body = body_named(text_.substr(begin, at - begin));
      if (!body.empty()) roles_.between[body] += kCalledSo;
    }
  }

 private:
  // The text between two names; a hyphen for two in one word ("Egyptian-Chadian").
  std::string gap(std::size_t i) const {
    if (places_[i].begin == places_[i + 1].begin) return "-";
    return to_lower(text_.substr(places_[i].end, places_[i + 1].begin - places_[i].end));
  }

  std::string_view before(std::size_t i) const {
    const std::size_t end = places_[i].begin;
    std::size_t begin = end > kReach ? end - kReach : 0;
    for (std::size_t k = end; k > begin; --k) {
      if (is_stop(text_[k - 1])) begin = k;
    }
    return text_.substr(begin, end - begin);
  }

  std::string_view behind(std::size_t i) const {
    const std::size_t begin = places_[i].end;
    std::size_t end = std::min(text_.size(), begin + kReach);
    for (std::size_t k = begin; k < end; ++k) {
      if (is_stop(text_[k])) end = k;
    }
    return text_.substr(begin, end - begin);
  }

  // "the war between A and B", "talks between the Government of A and"
  std::size_t strength_between(std::size_t i) const {
    std::vector<std::string> lead = words_of(before(i));
    while (!lead.empty() && is_one_of(vocabulary().within, lead.back())) lead.pop_back();
    return lead.empty() || lead.back() != "between" ? 0 : strength(lead);
  }

  // "the A and B delegations", "A and B will meet", "A and B have agreed"
  std::size_t strength_together(std::size_t i) const {
    constexpr std::size_t kBehind = 4;  // words from the names to what they do together
    const std::vector<std::string> next = words_of(behind(i + 1));
    for (std::size_t k = 0; k < std::min(kBehind, next.size()); ++k) {
      if (is_one_of(vocabulary().together, next[k])) return kTalks;
    }
    return 0;
  }

  // Whom the report joins in its first lines it is about.
  std::size_t strength_in_lead(std::size_t i) const {
    constexpr std::size_t kLead = 250;  // letters
    return places_[i + 1].end < kLead ? kTalks : 0;
  }

  // " and ", " and of the ", " and the Government of "
  static bool joins(const std::string& link) {
    constexpr std::size_t kLongest = 6;  // words
    if (!link.starts_with(" and ")) return false;
    std::vector<std::string> words = words_of(link);
    words.erase(words.begin());
    return words.size() < kLongest &&
           std::all_of(
               words.begin(), words.end(),
               [](const std::string& word) { return is_one_of(vocabulary().within, word); });
  }

  // "A and B remain deeply divided"
  std::size_t strength_of_rift(std::size_t i) const {
    constexpr std::size_t kBehind = 4;  // words from the names to what is said of them
    const std::vector<std::string> next = words_of(behind(i + 1));
    for (std::size_t k = 0; k < std::min(kBehind, next.size()); ++k) {
      if (is_one_of(vocabulary().rift, next[k])) return kQuarrel;
    }
    return 0;
  }

  // "A's war in B", "A's dispute with B"
  static std::size_t strength_towards(const std::string& link) {
    constexpr std::size_t kLongest = 40;
    const bool owns = link.starts_with("'s ") || link.starts_with("\u2019s ");
    if (!owns || link.size() > kLongest || link.find_first_of(".,;:") != std::string::npos)
      return 0;
    std::vector<std::string> words = words_of(link);
    if (words.back() == "the") words.pop_back();
    const bool towards = is_one_of(vocabulary().towards, words.back());
    return towards && strength(words) == kQuarrel ? kQuarrel : 0;
  }

  void oppose(std::size_t i) {
    if (i + 1 >= places_.size() || places_[i].body == places_[i + 1].body) return;
    const std::string link = gap(i);
    std::size_t found = 0;
    if (joins(link)) {
      found = std::max(
          {strength_between(i), strength_of_rift(i), strength_together(i), strength_in_lead(i)});
    } else if (link == "-" || link == "\u2013" || link == " - " || link == " \u2013 ") {
      std::vector<std::string> next = words_of(behind(i + 1));
      next.resize(std::min<std::size_t>(2, next.size()));
      found = strength(next);
    } else {
      found = strength_towards(link);
    }
    if (found == 0) return;
    note_opposed(i, i + 1, found);
    // "the Ostrian, Velmari and Druskian delegations": each with each.
    for (std::size_t k = i; k > 0 && gap(k - 1) == ", "; --k) {
      note_opposed(k - 1, i, found);
      note_opposed(k - 1, i + 1, found);
    }
  }

  void note_opposed(std::size_t a, std::size_t b, std::size_t strength) {
    if (places_[a].body != places_[b].body)
      roles_.opposed[std::minmax(places_[a].body, places_[b].body)] += strength;
  }

  bool mediates(std::size_t i) const { return leads_to_mediation(i) || follows_mediation(i); }

  // "B-mediated", "B has been mediating", "B's mediators"; not "A, mediated by", where another
  // does.
  bool leads_to_mediation(std::size_t i) const {
    const std::string_view next = behind(i);
    if (next.starts_with(',')) return false;
    const bool hyphen = next.starts_with('-');
    const std::vector<std::string> words = words_of(hyphen ? next.substr(1) : next);
    for (std::size_t k = 0; k < words.size() && k < 4; ++k) {
      if (is_of_mediation(words[k])) {
        const bool by_others = k + 1 < words.size() && words[k + 1] == "by";
        return hyphen || !by_others;
      }
      if (!is_one_of(vocabulary().leads, words[k])) return false;
    }
    return false;
  }

  // "mediated by B", "mediators from B", "under the auspices of B".
  bool follows_mediation(std::size_t i) const {
    const std::vector<std::string> words = words_of(before(i));
    constexpr std::size_t kReachBack = 6;  // words
    bool by = false;
    for (std::size_t k = words.size(); k-- > 0 && words.size() - k < kReachBack;) {
      if (is_of_mediation(words[k])) return true;
      // "prepared for weeks by B"
      if (by && is_one_of(vocabulary().arranges, words[k])) return true;
      by = by || words[k] == "by";
      if (!is_one_of(vocabulary().follows, words[k])) return false;
    }
    return false;
  }

  // "B's minister will be in the chair", "B hosted the talks": before another body is named.
  bool hosts(std::size_t i) const {
    constexpr std::size_t kLongest = 120;  // letters
    const std::size_t begin = places_[i].end;
    const std::size_t next = i + 1 < places_.size() ? places_[i + 1].begin : text_.size();
    std::size_t end = std::min({text_.size(), begin + kLongest, next});
    for (std::size_t k = begin; k < end; ++k) {
      if (is_stop(text_[k])) end = k;
    }
    const std::string clause = to_lower(text_.substr(begin, end - begin));
    return std::any_of(
        vocabulary().hosts.begin(), vocabulary().hosts.end(),
        [&](const std::string& phrase) { return clause.find(phrase) != std::string::npos; });
  }

  bool is_listed(std::size_t i) const {
    const std::string link = gap(i);
    return link == ", " || link == ", the " || link == " and " || link == " and the " ||
           link == ", and " || link == ", and the ";
  }

  // "Egypt, Qatar and Norway are mediating": all of them.
  void mark_list(std::size_t i) {
    roles_.between[places_[i].body] += kCalledSo;
    if (follows_mediation(i)) {
      for (std::size_t k = i; k + 1 < places_.size() && is_listed(k); ++k)
        roles_.between[places_[k + 1].body] += kCalledSo;
    } else if (!behind(i).starts_with('-')) {
      for (std::size_t k = i; k > 0 && is_listed(k - 1); --k)
        roles_.between[places_[k - 1].body] += kCalledSo;
    }
  }

  std::string_view text_;
  const std::vector<Place>& places_;
  ToldRoles& roles_;
};

// "the mediator, Ada Rehn", "Chair Luis Ferrand": of the talks, not of a firm.
bool has_mediating_office(const record::Actor& person) {
  return std::any_of(person.roles.begin(), person.roles.end(), [](const record::Role& role) {
    if (role.time == record::RoleTime::former) return false;
    const std::vector<std::string> words = words_of(role.title);
    const bool chairs = words.size() == 1 && role.affiliation.empty() &&
                        (words[0] == "chair" || words[0] == "chairman" || words[0] == "chairwoman");
    return chairs || std::any_of(words.begin(), words.end(), is_of_mediation);
  });
}

bool is_against(record::EventClass event) {
  using enum record::EventClass;
  return event == ASSAULT || event == COERCE || event == THREATEN || event == ACCUSE;
}

}  // namespace

ToldRoles find_told_roles(const record::Record& record, const casefile::Named<Text>& texts,
                          const Bodies& bodies) {
  std::map<std::string, std::vector<Place>> places;
  for (const record::Actor& each : record.actors) {
    if (each.kind == record::ActorKind::person) continue;
    for (const record::Passage& mention : each.mentions) {
      const Text* text = texts.find(mention.report);
      if (text == nullptr) continue;
      places[mention.report].push_back({text->byte_offset(mention.span.start),
                                        text->byte_offset(mention.span.end), bodies.of(each.id)});
    }
  }
  std::map<std::string, std::string> id_of;
  for (const record::Actor& each : record.actors) id_of.emplace(each.name, each.id);
  const auto body_named = [&](std::string_view name) {
    const auto known = record::internal::lexicon().gazetteer().match(
        [&](std::size_t k) { return k == 0 ? name : std::string_view(); });
    const auto found = known ? id_of.find(known.value->actor) : id_of.end();
    return found == id_of.end() ? std::string() : bodies.of(found->second);
  };
  ToldRoles roles;
  for (auto& [report, all] : places) {
    std::sort(all.begin(), all.end(),
              [](const Place& a, const Place& b) { return a.begin < b.begin; });
    const auto overlaps = [](const Place& a, const Place& b) {
      return b.begin < a.end && (b.begin != a.begin || b.body == a.body);
    };
    all.erase(std::unique(all.begin(), all.end(), overlaps), all.end());
    RoleFinder finder(texts.at(report).utf8(), all, roles);
    finder.run();
    finder.run_compounds(body_named);
  }
  for (const record::Actor& each : record.actors) {
    if (each.kind == record::ActorKind::person && has_mediating_office(each))
      roles.between[bodies.of(each.id)] += kCalledSo;
  }
  for (const record::Event& each : record.events) {
    if (!is_against(each.event)) continue;
    for (const std::string& actor : each.actors) {
      for (const std::string& target : each.targets) {
        const std::string& a = bodies.of(actor);
        const std::string& b = bodies.of(target);
        if (a != b) ++roles.opposed[std::minmax(a, b)];
      }
    }
  }
  return roles;
}

}  // namespace parley::drafting::internal
