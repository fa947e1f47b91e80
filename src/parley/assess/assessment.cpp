#include "parley/assess/assessment.hpp"

#include <nlohmann/json.hpp>

#include "parley/base/version.hpp"

namespace parley::assess {
namespace {

Json to_json(Odds odds) { return {{"low", odds.low}, {"high", odds.high}}; }

Json to_json(const Spread& spread, bool text_is_known) {
  Json json{{"low", spread.low}, {"high", spread.high}};
  if (text_is_known) json["middle"] = spread.middle;
  return json;
}

const char* name_of(casefile::Confidence confidence) {
  switch (confidence) {
    case casefile::Confidence::low:
      return "low";
    case casefile::Confidence::moderate:
      return "moderate";
    case casefile::Confidence::high:
      return "high";
  }
  return "";
}

Json to_json(const DraftAssessment& draft, const casefile::Case& source) {
  const bool text_is_known = draft.terms_open == 0;
  Json views = Json::array();
  for (const View& view : draft.views) {
    Json crossed = Json::array();
    for (const CrossedLine& line : view.crossed) {
      const auto& [issue_id, issue] = source.issues[line.issue];
      crossed.push_back({{"issue", issue_id},
                         {"option", issue.options[line.option].first},
                         {"meant", line.meant},
                         {"certain", line.certain}});
    }
    views.push_back({{"party", source.parties[view.party].first},
                     {"value", to_json(view.value, text_is_known)},
                     {"gain", to_json(view.gain, text_is_known)},
                     {"prefers", to_json(view.prefers)},
                     {"signs", to_json(view.signs)},
                     {"crossed", crossed},
                     {"known", view.known},
                     {"confidence", name_of(view.confidence)}});
  }
  return {{"draft", source.drafts[draft.draft].first},
          {"terms_known", draft.terms_known},
          {"terms_open", draft.terms_open},
          {"views", views},
          {"joint",
           {{"prefers", to_json(draft.joint_prefers)}, {"signs", to_json(draft.joint_signs)}}}};
}

const char* name_of(Change change) {
  switch (change) {
    case Change::altered:
      return "altered";
    case Change::kept:
      return "kept";
    case Change::opened:
      return "opened";
    case Change::settled:
      return "settled";
  }
  return "";
}

Json to_json(const Amendment& amendment, const casefile::Case& source) {
  Json terms = Json::array();
  for (const TermChange& term : amendment.terms) {
    const auto& [issue_id, issue] = source.issues[term.issue];
    const auto names = [&issue = issue](const std::vector<std::size_t>& options) {
      Json array = Json::array();
      for (const std::size_t each : options) array.push_back(issue.options[each].first);
      return array;
    };
    Json receptions = Json::array();
    for (const Reception& each : term.receptions) {
      receptions.push_back({{"party", source.parties[each.party].first},
                            {"gains", each.gains},
                            {"loses", each.loses}});
    }
    terms.push_back({{"issue", issue_id},
                     {"change", name_of(term.change)},
                     {"before", names(term.before)},
                     {"after", names(term.after)},
                     {"receptions", receptions}});
  }
  return {{"from", source.drafts[amendment.from].first},
          {"to", source.drafts[amendment.to].first},
          {"terms", terms}};
}

}  // namespace

Result<Assessment> assess(const casefile::Case& source, const Options& options,
                          const Control& control) {
  Diagnostics missing;
  if (source.parties.empty()) {
    missing.push_back({Severity::error,
                       "no-parties",
                       {source.file, 0, 0},
                       "the case names no party",
                       "add an entry under 'parties'"});
  }
  if (source.issues.empty()) {
    missing.push_back({Severity::error,
                       "no-issues",
                       {source.file, 0, 0},
                       "the case names no issue",
                       "add an entry under 'issues'"});
  }
  if (!missing.empty()) return invalid(std::move(missing));

  const Model model(source);
  const auto worlds = draw_worlds(model, options.seed, options.worlds, control);
  if (!worlds) return tl::unexpected(worlds.error());

  Assessment assessment;
  assessment.options = options;
  assessment.effective_worlds = worlds->effective;
  assessment.observations = worlds->observations;
  assessment.contradiction = worlds->contradiction;
  assessment.drafts = assess_drafts(model, *worlds);
  assessment.changes = assess_changes(model, *worlds);
  if (!model.consenting().empty()) {
    auto deals = assess_deals(model, *worlds, control);
    if (!deals) return tl::unexpected(deals.error());
    assessment.deals = std::move(*deals);
  }
  return assessment;
}

Json to_json(const Assessment& assessment, const casefile::Case& source) {
  Json observations = Json::array();
  for (const Agreement& each : assessment.observations) {
    observations.push_back({{"description", each.description},
                            {"share", each.share},
                            {"effective_without", each.effective_without}});
  }
  Json drafts = Json::array();
  for (const DraftAssessment& each : assessment.drafts) drafts.push_back(to_json(each, source));
  Json changes = Json::array();
  for (const Amendment& each : assessment.changes) changes.push_back(to_json(each, source));
  return {{"schema", "parley/assessment/1"},
          {"version", kVersion},
          {"title", source.title},
          {"as_of", source.as_of ? Json(source.as_of->iso()) : Json(nullptr)},
          {"seed", assessment.options.seed},
          {"worlds",
           {{"drawn", assessment.options.worlds},
            {"effective", assessment.effective_worlds},
            {"observations", observations},
            {"contradiction", assessment.contradiction}}},
          {"drafts", drafts},
          {"changes", changes}};
}

}  // namespace parley::assess
