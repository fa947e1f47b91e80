#include "parley/casefile/public_case.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>
#include <utility>

#include "parley/casefile/confidential_words.hpp"
#include "parley/casefile/walk.hpp"

namespace parley::casefile {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Takes out the entries for which the test holds, and gives their names.
template <class T, class Test>
Names take_out(Named<T>& entries, Test test) {
  Names gone;
  Named<T> kept;
  std::size_t index = 0;
  for (auto& [name, value] : entries) {
    if (test(std::as_const(value))) {
      gone.insert(name);
    } else {
      kept.add(name, std::move(value), entries.place(index));
    }
    ++index;
  }
  entries = std::move(kept);
  return gone;
}

template <class T>
void forget_keys(Named<T>& entries, const Names& gone) {
  Named<T> kept;
  std::size_t index = 0;
  for (auto& [name, value] : entries) {
    if (!gone.contains(name)) kept.add(name, std::move(value), entries.place(index));
    ++index;
  }
  entries = std::move(kept);
}

/// Cleans each value, and takes out those that this leaves empty.
template <class T, class Clean>
void clean_each(Named<T>& entries, Clean clean) {
  Names emptied;
  for (auto& [name, value] : entries) {
    const bool was_empty = value.empty();
    clean(name, value);
    if (value.empty() && !was_empty) emptied.insert(name);
  }
  forget_keys(entries, emptied);
}

void forget(std::vector<Reference>& references, const Names& gone) {
  std::erase_if(references, [&](const Reference& each) { return gone.contains(each.id); });
}

void forget(std::optional<Reference>& reference, const Names& gone) {
  if (reference && gone.contains(reference->id)) reference.reset();
}

bool touches(const Condition& condition, const Names& issues) {
  return std::any_of(condition.begin(), condition.end(),
                     [&](const auto& each) { return issues.contains(each.first); });
}

// Whether a statement such as "!leave if stay" names one of the moves.
bool names_one_of(std::string_view statement, const Names& moves) {
  const auto in_name = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
  };
  for (std::size_t start = 0; start < statement.size();) {
    std::size_t end = start;
    while (end < statement.size() && in_name(statement[end])) ++end;
    if (moves.contains(statement.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

/// The names of the factors that the estimates of a case use.
Names factors_of(const Case& value) {
  Names used;
  const auto add = [&](const std::optional<Estimate>& estimate) {
    if (!estimate) return;
    for (const Estimate::Loading& each : estimate->factors) used.insert(each.factor);
  };
  for (const auto& [party, positions] : value.positions) {
    for (const auto& [issue, position] : positions) {
      add(position.priority);
      for (const auto& [option, estimate] : position.values) add(estimate);
      for (const RedLine& line : position.red_lines) add(line.firmness);
    }
  }
  for (const Linkage& each : value.linkages) add(each.firmness);
  for (const Interplay& each : value.interplay) add(each.value);
  for (const auto& [party, each] : value.no_deal) {
    add(each.value);
    add(each.trend);
  }
  for (const Answer& each : value.answers) add(each.sincere);
  for (const auto& [id, each] : value.events) {
    add(each.odds);
    for (const auto& [party, change] : each.no_deal) add(change);
  }
  return used;
}

class Removal {
 public:
  explicit Removal(Case& value) : case_(value) {}

  void run() {
    Names unused_factors = factors_of(case_);
    reports_ = take_out(case_.reports, [](const Report& each) { return each.confidential; });
    forget_keys(case_.texts, reports_);
    take_out_parties();
    issues_ = take_out(case_.issues, [](const Issue& each) { return each.confidential; });
    for (auto& [id, issue] : case_.issues) {
      for (auto& [name, option] : issue.options) forget(option.needs, parties_);
    }
    drafts_ = take_out(case_.drafts, [&](const Draft& each) { return goes(each.grounds); });
    for (auto& [id, draft] : case_.drafts) clean(draft);
    clean_each(case_.positions,
               [&](const std::string&, Named<Position>& positions) { clean(positions); });
    clean_linkages();
    clean_interplay();
    clean_no_deal();
    clean_answers();
    clean_rounds();
    clean_moves();
    clean_events();
    clean_claims();
    for (const std::string& each : factors_of(case_)) unused_factors.erase(each);
    forget_keys(case_.factors, unused_factors);
  }

 private:
  bool lost(const std::vector<Evidence>& evidence) const {
    return !evidence.empty() &&
           std::all_of(evidence.begin(), evidence.end(),
                       [&](const auto& each) { return reports_.contains(each.report.id); });
  }
  bool goes(const Grounds& grounds) const { return grounds.confidential || lost(grounds.evidence); }

  void strip(std::vector<Evidence>& evidence) const {
    std::erase_if(evidence,
                  [&](const Evidence& each) { return reports_.contains(each.report.id); });
  }

  void take_out_parties() {
    for (const auto& [id, party] : case_.parties) {
      if (!party.confidential) continue;
      for (const auto& [person, entry] : party.people) people_.insert({person, entry.name});
    }
    parties_ = take_out(case_.parties, [](const Party& each) { return each.confidential; });
    forget_keys(case_.positions, parties_);
    forget_keys(case_.no_deal, parties_);
    forget_keys(case_.outlooks, parties_);
  }

  void clean(Draft& draft) {
    strip(draft.grounds.evidence);
    forget(draft.amends, drafts_);
    forget(draft.by, parties_);
    forget(draft.bracketed, issues_);
    forget(draft.unknown, issues_);
    forget_keys(draft.terms, issues_);
    const Names gone = take_out(draft.terms, [&](const Term& each) { return goes(each.grounds); });
    for (auto& [issue, term] : draft.terms) strip(term.grounds.evidence);
    if (gone.empty() || draft.unknown_text) return;
    for (const std::string& each : gone) draft.unknown.push_back({each, {}});
    // In the order of the issues, so that the last ones do not stand out.
    std::sort(draft.unknown.begin(), draft.unknown.end(),
              [&](const Reference& a, const Reference& b) {
                return case_.issues.index_of(a.id) < case_.issues.index_of(b.id);
              });
  }

  void clean(Named<Position>& positions) {
    forget_keys(positions, issues_);
    take_out(positions, [&](const Position& each) { return goes(each.grounds); });
    for (auto& [issue, position] : positions) {
      std::erase_if(position.says, [&](const Statement& each) { return lost(each.evidence); });
      for (Statement& each : position.says) strip(each.evidence);
      strip(position.grounds.evidence);
    }
  }

  void clean_linkages() {
    std::erase_if(case_.linkages, [&](const Linkage& each) {
      return goes(each.grounds) || touches(each.when, issues_) || touches(each.then, issues_) ||
             (each.by && parties_.contains(each.by->id));
    });
    for (Linkage& each : case_.linkages) strip(each.grounds.evidence);
  }

  void clean_interplay() {
    std::erase_if(case_.interplay, [&](const Interplay& each) {
      return goes(each.grounds) || touches(each.when, issues_) || parties_.contains(each.party.id);
    });
    for (Interplay& each : case_.interplay) strip(each.grounds.evidence);
  }

  void clean_no_deal() {
    take_out(case_.no_deal, [&](const NoDeal& each) {
      const auto gone = [&](const std::optional<Reference>& draft) {
        return !draft || drafts_.contains(draft->id);
      };
      const bool by_drafts_alone = !each.value && (each.above || each.below);
      return goes(each.grounds) || (by_drafts_alone && gone(each.above) && gone(each.below));
    });
    for (auto& [party, each] : case_.no_deal) {
      forget(each.above, drafts_);
      forget(each.below, drafts_);
      strip(each.grounds.evidence);
    }
  }

  void clean_answers() {
    std::erase_if(case_.answers, [&](const Answer& each) {
      return goes(each.grounds) || parties_.contains(each.party.id) ||
             drafts_.contains(each.draft.id);
    });
    for (Answer& each : case_.answers) strip(each.grounds.evidence);
  }

  void clean_rounds() {
    std::erase_if(case_.rounds, [&](const Round& each) {
      const auto left = static_cast<std::size_t>(
          std::count_if(each.parties.begin(), each.parties.end(),
                        [&](const Reference& party) { return !parties_.contains(party.id); }));
      return goes(each.grounds) || (left < 2 && left < each.parties.size());
    });
    for (Round& each : case_.rounds) {
      forget(each.parties, parties_);
      forget(each.tabled, drafts_);
      std::erase_if(each.people, [&](const std::string& person) {
        return std::any_of(people_.begin(), people_.end(), [&](const std::string& known) {
          return known.find(person) != std::string::npos || person.find(known) != std::string::npos;
        });
      });
      strip(each.grounds.evidence);
    }
  }

  void clean_moves() {
    Names gone;
    clean_each(case_.moves, [&](const std::string& party, Named<Move>& moves) {
      const bool all = parties_.contains(party);
      gone.merge(take_out(moves, [&](const Move& each) { return all || goes(each.grounds); }));
      for (auto& [id, move] : moves) strip(move.grounds.evidence);
    });
    clean_each(case_.outlooks, [&](const std::string&, std::vector<std::string>& statements) {
      std::erase_if(statements, [&](const std::string& each) { return names_one_of(each, gone); });
    });
  }

  void clean_events() {
    take_out(case_.events, [&](const Event& each) { return goes(each.grounds); });
    for (auto& [id, event] : case_.events) {
      forget_keys(event.no_deal, parties_);
      strip(event.grounds.evidence);
    }
  }

  void clean_claims() {
    std::erase_if(case_.claims, [&](const RivalClaims& rivals) {
      return rivals.confidential ||
             std::any_of(rivals.claims.begin(), rivals.claims.end(),
                         [&](const Claim& each) { return lost(each.evidence); });
    });
    for (RivalClaims& rivals : case_.claims) {
      for (Claim& each : rivals.claims) strip(each.evidence);
    }
  }

  Case& case_;
  Names reports_;
  Names parties_;
  Names people_;
  Names issues_;
  Names drafts_;
};

}  // namespace

namespace {

/// Empties the texts that name something confidential.
class Withholding {
 public:
  Withholding(const ConfidentialWords& words, const std::string& file, Diagnostics& warnings)
      : words_(words), file_(file), warnings_(warnings) {}

  void reference(Reference&, internal::Target, const Issue*) {}
  void name(const std::string&, const Place&, internal::Target, const Issue*) {}
  void evidence(Evidence&) {}
  // Names and titles are looked at as such.
  void text(std::string& text, const internal::Field& field) {
    if (field.name == "title" || field.name == "name" || field.name == "file") return;
    if (text.empty() || !words_.named_in(text)) return;
    warnings_.push_back(
        {Severity::warning,
         "withheld",
         {file_, 0, 0},
         "left out of the public brief, as it names something confidential: " + text,
         "say it without the name, or leave it out of the brief on purpose"});
    text.clear();
  }

 private:
  const ConfidentialWords& words_;
  const std::string& file_;
  Diagnostics& warnings_;
};

// What says nothing any more, since its text is gone.
void prune(Case& value) {
  const auto is_empty = [](const std::string& each) { return each.empty(); };
  for (auto& [party, positions] : value.positions) {
    for (auto& [issue, position] : positions) {
      std::erase_if(position.says, [](const Statement& each) { return each.text.empty(); });
    }
  }
  for (auto& [id, issue] : value.issues) std::erase_if(issue.cues, is_empty);
  for (Round& each : value.rounds) std::erase_if(each.people, is_empty);
  for (auto& [party, statements] : value.outlooks) std::erase_if(statements, is_empty);
  std::erase_if(value.claims, [](const RivalClaims& rivals) {
    return rivals.topic.empty() || std::any_of(rivals.claims.begin(), rivals.claims.end(),
                                               [](const Claim& each) { return each.says.empty(); });
  });
}

// A section that is empty now would tell that it was not.
void forget_empty_sections(const Case& full, Case& open) {
  const auto forget = [&](const char* name, bool was_empty, bool is_empty) {
    if (is_empty && !was_empty) std::erase(open.sections, name);
  };
  forget("note", full.note.empty(), open.note.empty());
  forget("factors", full.factors.empty(), open.factors.empty());
  forget("reports", full.reports.empty(), open.reports.empty());
  forget("positions", full.positions.empty(), open.positions.empty());
  forget("linkages", full.linkages.empty(), open.linkages.empty());
  forget("interplay", full.interplay.empty(), open.interplay.empty());
  forget("no_deal", full.no_deal.empty(), open.no_deal.empty());
  forget("answers", full.answers.empty(), open.answers.empty());
  forget("drafts", full.drafts.empty(), open.drafts.empty());
  forget("rounds", full.rounds.empty(), open.rounds.empty());
  forget("moves", full.moves.empty(), open.moves.empty());
  forget("outlooks", full.outlooks.empty(), open.outlooks.empty());
  forget("events", full.events.empty(), open.events.empty());
  forget("claims", full.claims.empty(), open.claims.empty());
}

}  // namespace

Result<PublicCase> for_public(Case full) {
  PublicCase open{full, {}};
  Removal(open.value).run();
  const ConfidentialWords words(full, open.value);
  if (words.empty()) {
    forget_empty_sections(full, open.value);
    return open;
  }

  Diagnostics unsayable;
  for (const std::string& each : names_in(open.value)) {
    if (!words.named_in(each)) continue;
    unsayable.push_back({Severity::error,
                         "names-confidential",
                         {full.file, 0, 0},
                         "an entry that is not confidential is called by what is: " + each,
                         "call it something else, or mark it as confidential too"});
  }
  if (!unsayable.empty()) return invalid(std::move(unsayable));

  Withholding leaf(words, full.file, open.warnings);
  internal::walk(open.value, leaf);
  prune(open.value);
  forget_empty_sections(full, open.value);
  for (const auto& [id, text] : open.value.texts) {
    if (!words.named_in(text.utf8())) continue;
    open.warnings.push_back({Severity::warning,
                             "report-names-confidential",
                             {full.file, 0, 0},
                             "the report " + id + " names something confidential",
                             "mark the report as confidential unless its text is public"});
  }
  return open;
}

}  // namespace parley::casefile
