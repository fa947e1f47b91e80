#include <algorithm>
#include <optional>

#include "parley/brief/chapters.hpp"
#include "parley/brief/chapters/answer.hpp"
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

// What can be said of the drafts: the best placed of those whose text is known well enough, and
// how many are not.
Prose drafts(const Material& material) {
  const auto judged = judged_drafts(material);
  const std::size_t all = material.assessment.drafts.size();
  const std::size_t unknown = all - judged.size();
  const std::string parties = all_together(material.source);
  if (judged.empty()) {
    return Prose("Too ")
        .link("little of the text", "unknowns")
        .add(" of any draft is known to say whether " + parties + " would sign it");
  }
  const DraftAssessment& best = *judged.front();
  const std::string title = in_quotes(draft_title(material.source, best.draft));
  const std::string number = percent(best.joint_signs);
  const std::string to = odds_anchor(material.source, best.draft);
  const auto told = [&](const std::string& lead, const std::string& what) {
    return linked(
        lead + odds_clause(best.joint_signs, parties + " would sign " + what + " as it stands"),
        number, to);
  };
  const std::string known = "the " + count_in_words(judged.size()) + " known drafts";
  Prose prose;
  if (judged.size() == 1) {
    prose = told("", title);
  } else if (best.joint_signs.high < 0.01) {
    prose = linked("each of " + known + " has " + std::string(odds_word(0)) + " (" + number +
                       ") of being signed as it stands",
                   number, "acceptance");
  } else {
    prose = told("the best placed of " + known + " is " + title + ": ", "it");
  }
  if (unknown > 0) {
    prose.add("; " + count_in_words(unknown) + " more cannot be judged, as ")
        .link("too little of the text", "unknowns")
        .add(" is known");
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
               " mentioned, " + in_quotes(titles) + ", ")
      .link(some_text ? "with part of the text" : "without the text", "changes");
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
  return Prose("The last reported round of talks is ")
      .link(in_quotes(round_title(material.source, *latest)), "timeline")
      .add(latest->date ? ", on " + in_words(*latest->date) : "");
}

// How many of the drafts of which any term is known cross a red line.
Prose crossed_lines(const Material& material) {
  const casefile::Case& source = material.source;
  std::size_t crossing = 0;
  std::size_t known = 0;
  for (const DraftAssessment& draft : material.assessment.drafts) {
    if (draft.terms_known == 0) continue;
    ++known;
    const bool crosses =
        std::any_of(draft.views.begin(), draft.views.end(), [&](const assess::View& view) {
          return needs_consent(source.parties[view.party].second) &&
                 std::any_of(view.crossed.begin(), view.crossed.end(),
                             [](const assess::CrossedLine& line) { return line.certain; });
        });
    if (crosses) ++crossing;
  }
  if (known == 0) return {};
  const std::string of_known =
      known == 1 ? "the draft of which terms are known"
                 : "the " + count_in_words(known) + " drafts of which terms are known";
  if (crossing == 0) {
    return Prose("no red line is ")
        .link("known to be crossed", "acceptance")
        .add(" by " + of_known);
  }
  const std::string which = crossing == known ? (known == 1 ? "" : "all of ") + of_known
                                              : count_in_words(crossing) + " of " + of_known;
  return Prose(which + " ")
      .link(crossing == 1 ? "crosses" : "cross", "acceptance")
      .add(" a stated red line of a party whose consent is needed");
}

// The odds of a deal, and how far they reach.
Prose deal_odds(const Material& material) {
  const double odds = material.assessment.deals->zone;
  const std::string event =
      std::string(material.assessment.drafts.empty() ? "a deal" : "another deal") +
      " exists that " + all_together(material.source) + " would sign";
  Prose prose = linked(odds_clause({odds, odds}, event), percent(odds), "deal");
  const std::optional<Reach> ends = reach(material);
  if (!ends) return prose;
  const std::string span = from_to(ends->odds);
  return prose.append(
      linked("; that middle estimate is weak, as what is known leaves anything from " + span, span,
             "drivers"));
}

// The weakest of the inputs behind the odds of the drafts.
casefile::Confidence weakest_input(const Material& material) {
  casefile::Confidence weakest = casefile::Confidence::high;
  const auto add = [&](const assess::TextAssessment& text) {
    for (const assess::View& view : text.views) {
      if (!needs_consent(material.source.parties[view.party].second)) continue;
      weakest = std::min(weakest, view.confidence);
    }
  };
  for (const DraftAssessment* each : judged_drafts(material)) add(*each);
  for (const assess::Package& each : material.assessment.deals->packages) add(each.assessment);
  return weakest;
}

// Confidence in the odds, as low as the weakest input and as how far the odds reach.
Prose confidence(const Material& material) {
  const casefile::Confidence of_span = material.assessment.deals->span.confidence;
  const casefile::Confidence weakest = std::min(weakest_input(material), of_span);
  const std::optional<Reach> ends = reach(material);
  std::string why;
  if (ends && of_span == casefile::Confidence::low) {
    why = ", since " + what_decides(material.source, *ends) + " is known only within wide bounds";
  } else if (weakest == casefile::Confidence::low) {
    why = ": the odds say what follows from the estimates of the case, more than what is known";
  }
  return Prose("Confidence in ")
      .link("what this rests on", "positions")
      .add(" is " + std::string(in_words(weakest)) + why);
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

Prose told(const std::vector<Prose>& sentences) {
  Prose prose;
  for (const Prose& each : sentences) {
    if (each.empty()) continue;
    prose.add(prose.empty() ? "" : " ").append(as_sentence(each));
  }
  return prose;
}

// What follows from the estimates of a case, then what that hangs on.
void add_answers(const Material& material, Chapter& chapter) {
  std::vector<Prose> sentences;
  if (!material.assessment.drafts.empty()) sentences.push_back(drafts(material));
  sentences.push_back(deal_odds(material));
  chapter.blocks.push_back(Paragraph{told(sentences)});
  Prose hangs = told({confidence(material)});
  if (const auto& questions = material.assessment.deals->span.questions; !questions.empty()) {
    const assess::Question& question = questions.front();
    const std::string if_so = percent(question.zone_if_takes);
    const std::string if_not = percent(question.zone_if_not);
    const std::string to = no_deal_anchor(material.source, question.party);
    hangs.add(" One question would narrow it most: ")
        .link(question_in_words(material.source, question), to)
        .append(linked(" If so, the odds of a deal are " + if_so + "; ", if_so, to))
        .append(linked("if not, " + if_not + ".", if_not, to));
  }
  chapter.blocks.push_back(Paragraph{std::move(hangs)});
  chapter.blocks.push_back(strip(material));
  if (Prose more = told({disagreement(material)}); !more.empty()) {
    chapter.blocks.push_back(Paragraph{std::move(more)});
  }
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
  sentences.push_back(joined(reported(material), disagreement(material)));
  return sentences;
}

}  // namespace

Chapter bottom_line(Material material) {
  Chapter chapter{"bottom-line", "Bottom line", {}};
  if (tells_odds(material.assessment)) {
    add_answers(material, chapter);
  } else {
    List list;
    for (const Prose& each : findings(material)) {
      if (!each.empty()) list.items.push_back(as_sentence(each));
    }
    if (list.items.empty())
      list.items.push_back("The case holds neither drafts nor rival claims yet.");
    chapter.blocks.push_back(std::move(list));
  }
  if (!material.assessment.contradiction.empty()) {
    chapter.blocks.push_back(Paragraph{
        Prose()
            .strong("The case contradicts what happened")
            .add(
                ". Hardly any version of the situation that agrees with its estimates would have "
                "given this answer: " +
                material.assessment.contradiction +
                ". Until one of the two is revised, the odds of this brief rest on few of them.")});
  }
  if (!material.source.note.empty()) {
    chapter.blocks.push_back(Paragraph{Prose()
                                           .emphasis("Background, by the authors of the case.")
                                           .add(" " + material.source.note)});
  }
  return chapter;
}

}  // namespace parley::brief
