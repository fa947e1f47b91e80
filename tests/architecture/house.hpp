#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace parley {

/// A line `#include "…"` or `#include <…>`: in which file, and what stands between the marks.
struct Include {
  std::filesystem::path file;
  std::string target;
};

/// A room of docs/architecture.md with the rooms that it may include.
struct Room {
  std::string name;
  std::set<std::string> knows;
};

/// The table of rooms, in its order: rows that begin with a name in backquotes and have three
/// cells.
std::vector<Room> rooms_of(const std::string& architecture);

/// Every include of the sources below a folder, in the order of the files' names.
std::vector<Include> includes_below(const std::filesystem::path& folder);

/// What the includes of a room break: "record/read.cpp includes casefile, which record may not
/// know".
std::vector<std::string> broken_rules(const Room& room, const std::vector<Include>& includes);

std::string contents_of(const std::filesystem::path& file);

}  // namespace parley
