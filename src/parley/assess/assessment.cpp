#include "parley/assess/assessment.hpp"

namespace parley::assess {
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
  if (asks_for_stability(source)) {
    const std::vector<Package> none;
    auto stability = assess_stability(
        model, *worlds, assessment.deals ? assessment.deals->packages : none, control);
    if (!stability) return tl::unexpected(stability.error());
    assessment.stability = std::move(*stability);
  }
  return assessment;
}

}  // namespace parley::assess
