#pragma once

#include "parley/assess/assessment.hpp"
#include "parley/brief/document.hpp"
#include "parley/brief/exhibits.hpp"
#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

/// The chapters of a brief: each is one page of rules that turn results into prose. To add one,
/// write its file and name it in compose.cpp.
namespace parley::brief {

/// What the chapters are told from.
struct Material {
  const casefile::Case& source;
  const assess::Assessment& assessment;
  Exhibits& exhibits;
  const record::Record* record = nullptr;  ///< of the case's reports; null when there is none
};

/// The answer in a handful of sentences, each with its odds.
Chapter bottom_line(Material material);

/// Where each party stands on each issue: a matrix whose cells lead to their evidence; and what
/// each gets by going on without a deal.
Chapter positions(Material material);

/// The drafts clause by clause, what changed from one to the next, and for whom it was a gain.
Chapter changes(Material material);

/// Who would take which draft, and how sure that is.
Chapter acceptance(Material material);

/// Whether a deal exists, and the frontier. Like the next four, needs Assessment::deals.
Chapter deal(Material material);

/// What blocks a deal and what would open one: minimal conflicts and minimal openings.
Chapter obstacles(Material material);

/// Packages on different principles with each side's gain and risk, and trades from the drafts.
Chapter packages(Material material);

/// Which situations would hold, who would leave them, and what would keep it from that. Needs
/// Assessment::stability.
Chapter holding(Material material);

/// Which estimates the odds of a deal hang on.
Chapter drivers(Material material);

/// The first of them, each in a sentence; for a brief that has little room.
List drivers_in_short(const Material& material, std::size_t most);

/// Which signs would move the odds of a deal, and where to.
Chapter watch(Material material);

/// "most robust", "fairest", …
std::string_view in_words(assess::Principle principle);

/// The rounds of talks, the drafts and the answers in the order of time.
Chapter timeline(Material material);

/// Which stands the reports tell of, party by party, also those on no single issue; for a case that
/// has no estimates yet. Needs the record.
Chapter stands(Material material);

/// Those of the parties whose consent is needed in one sentence without its stop; empty when there
/// are none. Needs the record.
Prose stands_in_short(const Material& material);

/// Who said what, as the reports pass it on; for a case that has no estimates yet. Needs the
/// record.
Chapter statements(Material material);

/// Where sources say different things, side by side.
Chapter disagreements(Material material);

/// What is not known: unpublished texts, missing positions, estimates nobody made.
Chapter unknowns(Material material);

/// How the brief was made: program, seed, worlds, observations, reports.
Chapter method(Material material);

}  // namespace parley::brief
