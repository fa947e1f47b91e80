#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parley/record/record.hpp"

namespace parley::record {

/// The record of reports written in a test, "a.txt", "b.txt" and so on, all published on one day
/// unless the text itself says when.
inline Record recorded(std::vector<std::string> texts,
                       std::optional<std::chrono::year_month_day> published = std::nullopt) {
  std::vector<ReportText> reports;
  char letter = 'a';
  for (std::string& text : texts)
    reports.push_back({std::string(1, letter++) + ".txt", std::move(text), published});
  Result<Record> record = make_record(std::move(reports), {}, {1, {}, {}});
  EXPECT_TRUE(record);
  return record ? std::move(*record) : Record();
}

/// The actor of a name; one without a name when there is none.
inline Actor actor_named(const Record& record, std::string_view name) {
  for (const Actor& each : record.actors) {
    if (each.name == name) return each;
  }
  return {};
}

/// The names of actors, "Ostria, Ilan Marek".
inline std::string names_of(const Record& record, const std::vector<std::string>& ids) {
  std::string names;
  for (const std::string& id : ids) {
    for (const Actor& each : record.actors) {
      if (each.id == id) names += (names.empty() ? "" : ", ") + each.name;
    }
  }
  return names;
}

}  // namespace parley::record
