#pragma once

#include <string>
#include <vector>

#include "parley/assess/talks/talks.hpp"
#include "parley/talks/tournament.hpp"

namespace parley::app {

/// How the next rounds may go, as text for the terminal, in the case's titles.
std::string talks_summary(const assess::TalksAssessment& talks, const casefile::Case& source);

/// A tournament as a table.
std::string tournament_table(const std::vector<talks::TournamentRow>& rows);

}  // namespace parley::app
