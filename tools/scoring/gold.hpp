#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/base/result.hpp"
#include "parley/base/text.hpp"

namespace parley::scoring {

/// One thing to be found.
struct GoldItem {
  std::string list;       ///< "quotes", "statements", …: the list of the record it belongs to
  Span span;              ///< empty for actors
  bool optional = false;  ///< costs nothing whether found or not
  Json fields;
};

/// A report and what a careful reader finds in it; the format is tests/record/gold/README.md's.
struct GoldReport {
  std::string file;  ///< its name in the folder
  std::string path;
  Text text;
  std::optional<std::string> date;  ///< what the user says it was published on
  std::vector<GoldItem> items;
};

/// A relation between two spans of one or two reports.
struct GoldRelation {
  struct End {
    std::string file;
    Span span;
  };
  std::vector<std::string> kinds;  ///< each of them is right
  std::string topic;
  End a;
  End b;
  bool optional = false;
};

/// Reports that are read together.
struct GoldGroup {
  std::string name;
  std::vector<std::string> files;
  bool same_wire = false;  ///< the later ones copy the first
  std::vector<GoldRelation> relations;
};

struct Gold {
  std::vector<GoldReport> reports;  ///< by file name
  std::vector<GoldGroup> groups;

  /// Nothing when no report has that file name.
  const GoldReport* find(std::string_view file) const;
};

/// Reads every NAME.json of a folder with the report it names, and relations.json.
///
/// Fails with "gold-not-verbatim" for each snippet that is not in its report, "gold-not-json" for a
/// file that is not JSON of this format, "gold-unknown-report" for a relation of a report that is
/// not there, and as read_text_file.
Result<Gold> read_gold(const std::string& folder);

}  // namespace parley::scoring
