#pragma once

#include <optional>
#include <string>
#include <vector>

#include "parley/bargaining/explain.hpp"
#include "parley/bargaining/frontier.hpp"
#include "parley/bargaining/solution.hpp"
#include "parley/bargaining/trade.hpp"
#include "parley/bargaining/zone.hpp"

namespace parley::bargaining {

/// A full deal with a name, from which trades are sought.
struct Draft {
  std::string name;
  Deal deal;
};

struct AnalysisOptions {
  FrontierOptions frontier;
  SolutionOptions solutions;
  ExplainOptions explanation;
  TradeOptions trades;
};

struct DraftTrades {
  std::string draft;
  Trades trades;
};

/// Everything that `parley deals` answers about one problem.
struct Analysis {
  Count outcomes;
  Zone zone;
  Frontier frontier;
  std::vector<Solution> solutions;  ///< in the order of kConcepts
  std::optional<double> opposition;
  std::optional<Explanation> explanation;  ///< when there is no zone
  std::vector<DraftTrades> trades;         ///< one a draft, in their order
};

/// Checks the problem (all diagnostics, as a Failure when there are errors) and answers all
/// questions. Progress is told whenever one is answered.
Result<Analysis> analyse(const Problem& problem, const std::vector<Draft>& drafts = {},
                         const AnalysisOptions& options = {}, const Control& control = {});

}  // namespace parley::bargaining
