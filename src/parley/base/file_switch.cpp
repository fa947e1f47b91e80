#include "parley/base/file_switch.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "parley/base/files.hpp"
#include "parley/base/json.hpp"
#include "parley/base/manifest.hpp"

namespace parley {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStaged = ".parley-staged";
constexpr const char* kSchema = "parley/switch/1";

std::string in(const std::string& folder, std::string_view name) {
  return (fs::path(folder) / name).string();
}

std::string staged_folder(const std::string& folder) { return in(folder, kStaged); }
std::string journal_of(const std::string& folder) {
  return in(staged_folder(folder), "journal.json");
}

/// A step with its place in the list, which names its files among the staged ones.
struct Move {
  std::string name;
  std::string fresh;  ///< the new file; empty where the old one goes
  std::string saved;  ///< a second name of the old file
  std::string hash;   ///< of the old file where it goes
  bool had_old = false;
  bool has_saved = false;
};

bool is_there(const std::string& path) {
  struct stat found{};
  return ::lstat(path.c_str(), &found) == 0;
}

void clear(const std::string& folder) {
  ::unlink(journal_of(folder).c_str());  // first, as the journal needs the others
  std::error_code ignored;
  fs::remove_all(staged_folder(folder), ignored);
}

std::string journal_text(const std::vector<Move>& moves) {
  Json steps = Json::array();
  for (const Move& each : moves) {
    Json step{{"name", each.name}};
    if (each.fresh.empty()) step["goes"] = each.hash;
    steps.push_back(std::move(step));
  }
  return Json{{"schema", kSchema}, {"steps", steps}}.dump(1) + "\n";
}

Move move_of(const std::string& folder, std::size_t place, const std::string& name) {
  const std::string number = std::to_string(place);
  const std::string staged = staged_folder(folder);
  return {name, in(staged, "new-" + number), in(staged, "old-" + number), {}, false, false};
}

// The journal of a folder; nothing where it is none of ours.
std::optional<std::vector<Move>> read_journal(const std::string& folder) {
  if (leads_astray(folder, std::string(kStaged) + "/journal.json")) return std::nullopt;
  const auto bytes = bytes_of_regular_file(journal_of(folder));
  const Json json = bytes ? Json::parse(*bytes, nullptr, false) : Json();
  if (!json.is_object() || json.value("schema", Json()) != kSchema) return std::nullopt;
  std::vector<Move> moves;
  for (const Json& each : json.value("steps", Json::array())) {
    const auto name = each.is_object() ? each.find("name") : each.end();
    if (!each.is_object() || name == each.end() || !name->is_string()) return std::nullopt;
    Move move = move_of(folder, moves.size(), name->get<std::string>());
    if (!is_below(move.name) || leads_astray(folder, move.name)) return std::nullopt;
    if (const auto goes = each.find("goes"); goes != each.end()) {
      if (!goes->is_string()) return std::nullopt;
      move.fresh.clear();
      move.hash = goes->get<std::string>();
    }
    moves.push_back(std::move(move));
  }
  return moves;
}

std::string parent(const std::string& name) { return fs::path(name).parent_path().string(); }

Result<void> sync_folders(const std::string& folder, const std::vector<Move>& moves) {
  std::set<std::string> folders{""};
  for (const Move& each : moves) folders.insert(parent(each.name));
  for (const std::string& each : folders) {
    const std::string path = each.empty() ? folder : in(folder, each);
    if (!is_there(path)) continue;
    if (const auto synced = sync_folder(path); !synced) return synced;
  }
  return {};
}

Result<void> remove_file(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return {};
  return fail(FailureKind::unreadable, "unwritable", {path, 0, 0},
              "cannot remove this file: " + std::generic_category().message(errno),
              "check that the folder may be written to");
}

Result<void> apply(const std::string& folder, const Move& move) {
  const std::string to = in(folder, move.name);
  return move.fresh.empty() ? remove_file(to) : rename_file(move.fresh, to);
}

// The new file goes back among the staged ones first, so that the journal stays true throughout.
bool take_back(const std::string& folder, const Move& move) {
  const std::string to = in(folder, move.name);
  if (move.had_old && !move.has_saved) return false;
  if (!move.fresh.empty() && ::rename(to.c_str(), move.fresh.c_str()) != 0) return false;
  return !move.had_old || ::rename(move.saved.c_str(), to.c_str()) == 0;
}

Result<void> stage(const std::string& folder, const std::vector<SwitchStep>& steps,
                   std::vector<Move>& moves) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    Move& move = moves.emplace_back(move_of(folder, i, steps[i].name));
    const std::string to = in(folder, move.name);
    struct stat old{};
    move.had_old = ::lstat(to.c_str(), &old) == 0;
    // Without hard links (FAT) the step cannot be taken back; the journal still finishes it.
    move.has_saved = move.had_old && ::link(to.c_str(), move.saved.c_str()) == 0;
    if (!steps[i].bytes) {
      move.fresh.clear();
      move.hash = content_hash(bytes_of_regular_file(to).value_or(""));
      continue;
    }
    auto permissions =
        move.had_old && S_ISREG(old.st_mode) ? std::optional(old.st_mode & 07777U) : std::nullopt;
    const auto written = write_new_file(move.fresh, *steps[i].bytes, permissions);
    if (!written) {
      Failure failure = written.error();
      failure.diagnostics.front().place.file = to;
      return tl::unexpected(std::move(failure));
    }
  }
  return {};
}

Result<void> write_journal(const std::string& folder, const std::vector<Move>& moves) {
  const std::string unfinished = journal_of(folder) + "~";
  if (auto done = write_new_file(unfinished, journal_text(moves)); !done) return done;
  if (auto done = sync_folder(staged_folder(folder)); !done) return done;
  if (auto done = sync_folder(folder); !done) return done;
  if (auto done = rename_file(unfinished, journal_of(folder)); !done) return done;
  return sync_folder(staged_folder(folder));
}

Diagnostic half_set(const std::string& folder, Severity severity) {
  return {severity,
          "half-set",
          {folder, 0, 0},
          "a run was ended while its files took their names here, so that some are of that run and "
          "some of the one before",
          "write into this folder again: the next run does the rest first"};
}

// Renames, and takes it all back when one fails.
Result<void> rename_all(const std::string& folder, const std::vector<Move>& moves) {
  std::size_t done = 0;
  Result<void> result;
  for (; done < moves.size() && result; ++done) result = apply(folder, moves[done]);
  if (!result) --done;
  if (result) result = sync_folders(folder, moves);
  if (result) return result;
  bool whole = true;
  while (done > 0) whole = take_back(folder, moves[--done]) && whole;
  if (whole) {
    clear(folder);
  } else {
    result.error().diagnostics.push_back(half_set(folder, Severity::error));
  }
  return result;
}

void remove_emptied(const std::string& folder, const std::vector<Move>& moves) {
  for (const Move& each : moves) {
    if (!each.fresh.empty()) continue;
    for (std::string up = parent(each.name); !up.empty(); up = parent(up)) {
      if (::rmdir(in(folder, up).c_str()) != 0) break;
    }
  }
}

Result<std::vector<std::string>> make_folders(const std::string& folder,
                                              const std::vector<SwitchStep>& steps) {
  std::vector<std::string> made;
  for (const SwitchStep& each : steps) {
    if (!each.bytes || parent(each.name).empty()) continue;
    auto more = make_folder(in(folder, parent(each.name)));
    if (!more) {
      remove_empty(made);
      return more;
    }
    std::move(more->begin(), more->end(), std::back_inserter(made));
  }
  return made;
}

}  // namespace

Result<void> switch_files(const std::string& folder, const std::vector<SwitchStep>& steps) {
  const auto made = make_folders(folder, steps);
  if (!made) return tl::unexpected(made.error());
  std::vector<Move> moves;
  Result<void> result;
  if (const auto staged = make_folder(staged_folder(folder)); !staged) {
    result = tl::unexpected(staged.error());
  }
  if (result) result = stage(folder, steps, moves);
  if (result) result = write_journal(folder, moves);
  if (!result) clear(folder);
  if (result) result = rename_all(folder, moves);
  if (!result) {
    remove_empty(*made);
    return result;
  }
  clear(folder);
  remove_emptied(folder, moves);
  return {};
}

Result<bool> finish_switch(const std::string& folder) {
  if (!is_there(staged_folder(folder))) return false;
  const auto moves = read_journal(folder);
  if (!moves) {
    clear(folder);
    return false;
  }
  for (const Move& each : *moves) {
    const bool left =
        each.fresh.empty()
            ? content_hash(bytes_of_regular_file(in(folder, each.name)).value_or("")) == each.hash
            : is_there(each.fresh);
    if (!left) continue;
    auto done = each.fresh.empty() || parent(each.name).empty()
                    ? Result<std::vector<std::string>>()
                    : make_folder(in(folder, parent(each.name)));
    Result<void> applied = done ? apply(folder, each) : tl::unexpected(done.error());
    if (!applied) {
      Failure failure = applied.error();
      failure.diagnostics.push_back(half_set(folder, Severity::error));
      return tl::unexpected(std::move(failure));
    }
  }
  if (const auto synced = sync_folders(folder, *moves); !synced) {
    return tl::unexpected(synced.error());
  }
  clear(folder);
  remove_emptied(folder, *moves);
  return true;
}

Diagnostics half_sets(const std::string& path) {
  std::error_code ignored;
  const fs::path here =
      fs::is_directory(path, ignored) ? fs::path(path) : fs::path(path).parent_path();
  const fs::path real = fs::weakly_canonical(here.empty() ? fs::path(".") : here, ignored);
  Diagnostics found;
  for (const fs::path& each : {real, real.parent_path()}) {
    if (!each.empty() && is_there(journal_of(each.string()))) {
      found.push_back(half_set(each.string(), Severity::warning));
    }
  }
  return found;
}

bool leads_astray(const std::string& folder, std::string_view name) {
  for (std::size_t end = name.find('/'); end != std::string_view::npos;
       end = name.find('/', end + 1)) {
    struct stat found{};
    if (::lstat(in(folder, name.substr(0, end)).c_str(), &found) == 0 && !S_ISDIR(found.st_mode)) {
      return true;
    }
  }
  return false;
}

}  // namespace parley
