#include <algorithm>
#include <optional>

#include "parley/brief/chapters.hpp"
#include "parley/brief/chapters/missing.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

using assess::DraftAssessment;

// With a capital at its head and a stop at its end.
Prose as_sentence(const Prose& prose) {
  Prose begun;
  for (const Run& run : prose.runs()) {
    Run first = run;
    if (begun.empty()) first.text = capitalised(std::move(first.text));
    begun.append(std::move(first));
  }
  return begun.add(".");
}

// “A”, “B” or “C”.
std::string joined_or(const std::vector<std::string>& titles) {
  std::string text;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == titles.size() ? " or " : ", ") + in_quotes(titles[i]);
  }
  return text;
}

// Drafts whose odds say something, the most promising first; ties keep the order of the case.
std::vector<const DraftAssessment*> ranked(const std::vector<DraftAssessment>& drafts) {
  std::vector<const DraftAssessment*> known;
  for (const DraftAssessment& each : drafts) {
    if (!says_nothing(each.joint_signs)) known.push_back(&each);
  }
  std::stable_sort(known.begin(), known.end(),
                   [](const DraftAssessment* a, const DraftAssessment* b) {
                     return a->joint_signs.high > b->joint_signs.high;
                   });
  return known;
}

// What can be said of the drafts: the best placed of those whose text is known well enough, and
// how many are not.
Prose drafts(const Material& material, const std::vector<const DraftAssessment*>& known) {
  const std::string parties = consenting_parties(material.source);
  std::vector<std::string> unknown;
  for (const DraftAssessment& each : material.assessment.drafts) {
    if (says_nothing(each.joint_signs)) unknown.push_back(draft_title(material.source, each.draft));
  }
  if (known.empty()) {
    return Prose("Too ")
        .link("little of the text is known", "unknowns")
        .add(" to say whether " + joined_or(unknown) + " is acceptable to " + parties);
  }
  const DraftAssessment& best = *known.front();
  const std::string title = in_quotes(draft_title(material.source, best.draft));
  const std::string number = percent(best.joint_signs);
  const auto told = [&](const std::string& lead, const std::string& what, std::string anchor) {
    return linked(lead + odds_clause(best.joint_signs,
                                     what + " is acceptable to " + parties + " as it stands"),
                  number, anchor);
  };
  Prose prose;
  const std::string odds_of_best = odds_anchor(material.source, best.draft);
  if (material.assessment.drafts.size() == 1) {
    prose = told("", title, odds_of_best);
  } else if (known.size() == 1) {
    prose = told("only " + title + " can be judged: ", "it", odds_of_best);
  } else if (best.joint_signs.high < 0.01) {
    prose = told("For each of the " + count_in_words(known.size()) + " drafts that can be judged, ",
                 "it", "acceptance");
  } else {
    prose = told("Of the " + count_in_words(known.size()) +
                     " drafts that can be judged, none is better placed than " + title + ": ",
                 "it", odds_of_best);
  }
  if (!unknown.empty()) {
    prose.add("; ")
        .link("too little of the text is known", "unknowns")
        .add(" to judge " + count_in_words(unknown.size()) + " more, " + in_quotes(unknown));
  }
  return prose;
}

// The drafts of a case that cannot judge them yet.
Prose drafts_by_name(const Material& material) {
  std::vector<std::string> titles;
  bool some_text = false;
  for (std::size_t i = 0; i < material.source.drafts.size(); ++i) {
    titles.push_back(draft_title(material.source, i));
    some_text = some_text || !material.source.drafts[i].second.terms.empty();
  }
  return Prose(count_in_words(titles.size()) + (titles.size() == 1 ? " draft is" : " drafts are") +
               " known of, " + in_quotes(titles) + ", ")
      .link(some_text ? "with part of their text" : "without their text", "changes");
}

// Whether a red line is known of a party whose consent is needed.
bool states_red_lines(const casefile::Case& source) {
  return std::any_of(source.positions.begin(), source.positions.end(), [&](const auto& stands) {
    return needs_consent(source.parties.at(stands.first)) &&
           std::any_of(stands.second.begin(), stands.second.end(),
                       [](const auto& position) { return !position.second.red_lines.empty(); });
  });
}

// The last round that was held, for a case that has little else to tell yet.
Prose latest_round(const Material& material) {
  const casefile::Round* latest = nullptr;
  for (const casefile::Round& each : material.source.rounds) {
    if (each.status != casefile::RoundStatus::held) continue;
    const bool later =
        latest == nullptr || !latest->date || (each.date && *latest->date < *each.date);
    if (later) latest = &each;
  }
  if (latest == nullptr) return {};
  return Prose("The last round of talks that is told of is ")
      .link(in_quotes(round_title(material.source, *latest)), "timeline")
      .add(latest->date ? ", on " + in_words(*latest->date) : "");
}

Prose crossed_lines(const Material& material) {
  const casefile::Case& source = material.source;
  std::size_t crossing = 0;
  for (const DraftAssessment& draft : material.assessment.drafts) {
    const bool crosses =
        std::any_of(draft.views.begin(), draft.views.end(), [&](const assess::View& view) {
          return needs_consent(source.parties[view.party].second) &&
                 std::any_of(view.crossed.begin(), view.crossed.end(),
                             [](const assess::CrossedLine& line) { return line.certain; });
        });
    if (crosses) ++crossing;
  }
  if (!states_red_lines(source)) {
    return Prose("no ")
        .link("red line", "positions")
        .add(" of a party whose consent is needed is known");
  }
  const std::size_t all = material.assessment.drafts.size();
  if (crossing == 0) {
    return Prose("no draft is ")
        .link("known to cross", "acceptance")
        .add(" a red line of a party whose consent is needed");
  }
  const std::string which =
      all == 1          ? "the draft"
      : crossing == all ? (all == 2 ? "both" : "all " + count_in_words(all)) + " drafts"
                        : count_in_words(crossing) + " of " + count_in_words(all) + " drafts";
  return Prose(which + " ")
      .link(crossing == 1 ? "crosses" : "cross", "acceptance")
      .add(" a stated red line of a party whose consent is needed");
}

Prose zone(const Material& material) {
  if (!material.assessment.deals) return {};
  const double odds = material.assessment.deals->zone;
  const std::string parties = consenting_parties(material.source);
  if (!knows_what_going_on_gets(material.source)) {
    return Prose("Whether any package exists that " + parties + " each prefer to going on ")
        .link("cannot be told", "deal")
        .add(", since nobody has estimated what any of them gets by going on" +
             std::string(states_red_lines(material.source) ? "" : ", and no red line is known"));
  }
  const std::string lead =
      material.assessment.drafts.empty() ? "" : "whatever becomes of the drafts, ";
  return linked(lead + odds_clause({odds, odds}, "some package exists that " + parties +
                                                     " each prefer to going on and that crosses "
                                                     "no red line"),
                percent(odds), "deal");
}

// The weakest of the inputs behind the odds that the bottom line gives, in a sentence of its own.
Prose confidence(const Material& material, const std::vector<const DraftAssessment*>& known) {
  if (!knows_what_going_on_gets(material.source)) return {};  // no odds are given
  std::optional<casefile::Confidence> weakest;
  const auto add = [&](const assess::TextAssessment& text) {
    for (const assess::View& view : text.views) {
      if (!needs_consent(material.source.parties[view.party].second)) continue;
      weakest = std::min(weakest.value_or(view.confidence), view.confidence);
    }
  };
  for (const DraftAssessment* each : known) add(*each);
  if (material.assessment.deals) {
    for (const assess::Package& each : material.assessment.deals->packages) add(each.assessment);
  }
  if (!weakest) return {};
  return Prose("Confidence in the ")
      .link("inputs of these judgements", known.empty() ? "packages" : "acceptance")
      .add(", taken from the weakest of them, is " + std::string(in_words(*weakest)) +
           (*weakest == casefile::Confidence::low
                ? ": the odds say what follows from the estimates of the case, more than what is "
                  "known"
                : ""));
}

// How much the record of a case that is only begun holds.
Prose reported(const Material& material) {
  if (material.record == nullptr) return {};
  const std::size_t count = material.record->statements.size();
  if (count == 0) return {};
  return Prose("the reports pass on ")
      .link(count_in_words(count) + (count == 1 ? " statement" : " statements"), "statements")
      .add(", told below by speaker with " +
           std::string(count == 1 ? "its passage" : "their passages"));
}

Prose disagreement(const Material& material) {
  const std::size_t count = material.source.claims.size();
  if (count == 0) return {};
  return Prose("sources differ on ")
      .link(count_in_words(count) + (count == 1 ? " matter" : " matters"), "disagreements")
      .add("; the claims stand side by side below");
}

// "A; b", or the one of them that says something.
Prose joined(Prose first, const Prose& second) {
  if (!first.empty() && !second.empty()) first.add("; ");
  return first.append(second);
}

// What follows from the estimates of a case.
std::vector<Prose> answers(const Material& material) {
  const std::vector<const DraftAssessment*> known = ranked(material.assessment.drafts);
  std::vector<Prose> sentences;
  if (!material.assessment.drafts.empty()) {
    sentences.push_back(drafts(material, known));
    sentences.push_back(crossed_lines(material));
  }
  sentences.push_back(zone(material));
  sentences.push_back(confidence(material, known));
  sentences.push_back(disagreement(material));
  return sentences;
}

// What a case without estimates holds all the same.
std::vector<Prose> findings(const Material& material) {
  std::vector<Prose> sentences;
  if (material.record != nullptr) sentences.push_back(stands_in_short(material));
  if (!material.assessment.drafts.empty()) {
    const bool lines = states_red_lines(material.source);
    sentences.push_back(
        joined(drafts_by_name(material), lines ? crossed_lines(material) : Prose()));
  }
  sentences.push_back(latest_round(material));
  sentences.push_back(zone(material));
  sentences.push_back(missing_inputs(material));
  sentences.push_back(joined(reported(material), disagreement(material)));
  return sentences;
}

}  // namespace

Chapter bottom_line(Material material) {
  Chapter chapter{"bottom-line", "Bottom line", {}};
  const std::vector<Prose> sentences =
      knows_what_going_on_gets(material.source) ? answers(material) : findings(material);
  Prose prose;
  for (const Prose& each : sentences) {
    if (each.empty()) continue;
    prose.add(prose.empty() ? "" : " ").append(as_sentence(each));
  }
  if (prose.empty()) prose.add("The case holds neither drafts nor rival claims yet.");
  chapter.blocks.push_back(Paragraph{std::move(prose)});
  if (!material.assessment.contradiction.empty()) {
    chapter.blocks.push_back(Paragraph{
        Prose()
            .strong("The case contradicts what happened")
            .add(
                ". Hardly any world that agrees with its estimates would have given this answer: " +
                material.assessment.contradiction +
                ". Until one of the two is revised, the odds of this brief rest on few worlds.")});
  }
  if (!material.source.note.empty()) {
    chapter.blocks.push_back(Paragraph{Prose()
                                           .emphasis("Background, by the authors of the case.")
                                           .add(" " + material.source.note)});
  }
  return chapter;
}

}  // namespace parley::brief
