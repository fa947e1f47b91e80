#pragma once

#include "parley/drafting/folder.hpp"
#include "session.hpp"

namespace parley::app {

/// The record of the reports that a command was given, dated by --date where they do not tell.
Result<drafting::ReadRecord> read_reports(const Session& session);

/// Whether an argument is a case (a folder or a YAML file) rather than a report.
bool is_case(const std::string& path);

}  // namespace parley::app
