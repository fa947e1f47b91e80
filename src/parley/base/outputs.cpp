#include "parley/base/outputs.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "parley/base/file_switch.hpp"
#include "parley/base/files.hpp"
#include "parley/base/folder_lock.hpp"
#include "parley/base/manifest.hpp"

namespace parley {
namespace {

namespace fs = std::filesystem;

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : (fs::path(folder) / name).string();
}

bool is_there(const std::string& path) {
  struct stat found{};
  return ::lstat(path.c_str(), &found) == 0;
}

std::set<FileIdentity> identities_of(const std::vector<std::string>& files) {
  std::set<FileIdentity> identities;
  for (const std::string& each : files) {
    if (const auto found = identity_of(each)) identities.insert(*found);
  }
  return identities;
}

Diagnostic wrong(std::string code, const std::string& path, std::string message, std::string hint) {
  return {Severity::error, std::move(code), {path, 0, 0}, std::move(message), std::move(hint)};
}

/// Looks at what stands in a folder and finds the steps that bring a set there.
class Plan {
 public:
  Plan(const std::string& folder, const OutputSet& set, const std::vector<std::string>& inputs)
      : folder_(folder), inputs_(identities_of(inputs)) {
    for (const OutputPart& each : set.parts) add(set, each);
    if (std::ranges::any_of(set.parts, &is_for_others)) refuse_inputs(inputs);
  }

  const Diagnostics& refused() const { return refused_; }
  const std::vector<SwitchStep>& steps() const { return steps_; }

 private:
  void add(const OutputSet& set, const OutputPart& part) {
    const std::string here = joined(folder_, part.folder);
    const Manifest before = read_manifest(here, part.kind).value_or(Manifest{});
    Manifest after{set.run, set.audience, {}};
    for (const OutputFile& each : part.files) {
      after.files[each.name] = written_file(each.bytes);
      look_at(part, before, each.name, &each.bytes);
      steps_.push_back({joined(part.folder, each.name), each.bytes});
    }
    for (const std::string& name : former_names(part, before)) {
      if (after.files.contains(name) || !is_there(joined(here, name))) continue;
      look_at(part, before, name, nullptr);
      steps_.push_back({joined(part.folder, name), std::nullopt});
    }
    if (is_for_others(part)) refuse_others(part, before, after);
    const std::string manifest = joined(part.folder, manifest_name(part.kind));
    if (!part.files.empty()) {
      steps_.push_back({manifest, to_text(after)});
    } else if (is_there(joined(folder_, manifest))) {
      steps_.push_back({manifest, std::nullopt});
    }
  }

  static bool is_for_others(const OutputPart& part) { return part.others == Others::refused; }

  static std::set<std::string> former_names(const OutputPart& part, const Manifest& before) {
    if (part.former == Former::refused) return {};
    std::set<std::string> names(part.names.begin(), part.names.end());
    for (const auto& each : before.files) names.insert(each.first);
    return names;
  }

  // Whether a file may be replaced by these bytes, or removed where there are none.
  void look_at(const OutputPart& part, const Manifest& before, const std::string& name,
               const std::string* bytes) {
    const std::string path = joined(folder_, joined(part.folder, name));
    if (leads_astray(folder_, joined(part.folder, name))) {
      refused_.push_back(wrong("not-ours", path, "a link or a file stands where a folder is wanted",
                               "give another folder"));
      return;
    }
    if (!is_there(path)) return;
    const auto identity = identity_of(path);
    if (identity && inputs_.contains(*identity)) {
      refused_.push_back(wrong("overwrites-input", path,
                               bytes != nullptr
                                   ? "an output would take the place of an input of this run"
                                   : "this file would have to go, but is an input of this run",
                               "give another folder for the output"));
      return;
    }
    const auto stands = bytes_of_regular_file(path);
    if (stands && bytes != nullptr && *stands == *bytes) return;
    if (part.former == Former::refused) {
      refused_.push_back(wrong("exists", path,
                               "there is a " + part.kind + " already; it is left as it is",
                               "give another folder"));
      return;
    }
    const auto known = before.files.find(name);
    if (known == before.files.end()) {
      refused_.push_back(wrong("not-ours", path, "nothing says that Parley wrote this file",
                               "move it away, or give another folder for the output"));
    } else if (!stands || written_file(*stands) != known->second) {
      refused_.push_back(wrong("edited", path, "this file was changed since Parley wrote it",
                               "move it away to keep it, or give another folder for the output"));
    }
  }

  void refuse_others(const OutputPart& part, const Manifest& before, const Manifest& after) {
    const fs::path here(joined(folder_, part.folder));
    std::error_code error;
    std::set<std::string> found;
    for (auto each = fs::recursive_directory_iterator(here, error);
         !error && each != fs::recursive_directory_iterator(); each.increment(error)) {
      if (!each->is_directory(error) || each->is_symlink(error)) {
        found.insert(each->path().lexically_relative(here).generic_string());
      }
    }
    found.erase(manifest_name(part.kind));
    for (const std::string& name : found) {
      if (before.files.contains(name) || after.files.contains(name)) continue;
      refused_.push_back(wrong("wider", (here / name).string(),
                               "this file is not part of what is written for this audience",
                               "give a folder of its own to what others may see"));
    }
  }

  // What a run rests on may hold more than what it writes.
  void refuse_inputs(const std::vector<std::string>& inputs) {
    std::error_code error;
    const fs::path here = fs::weakly_canonical(folder_, error);
    for (const std::string& each : inputs) {
      const fs::path input = fs::weakly_canonical(each, error);
      const bool is_told = std::ranges::any_of(
          refused_, [&](const Diagnostic& other) { return other.place.file == each; });
      if (error || is_told || !is_below(input.lexically_relative(here).generic_string())) continue;
      refused_.push_back(wrong("wider", each,
                               "an input of this run lies in the folder of what is "
                               "written for this audience",
                               "give a folder of its own to what others may see"));
    }
  }

  const std::string& folder_;
  std::set<FileIdentity> inputs_;
  Diagnostics refused_;
  std::vector<SwitchStep> steps_;
};

Result<Diagnostics> write_locked(const std::string& folder, const OutputSet& set,
                                 const std::vector<std::string>& inputs) {
  const auto finished = finish_switch(folder);
  if (!finished) return tl::unexpected(finished.error());
  const Plan plan(folder, set, inputs);
  if (!plan.refused().empty()) {
    return tl::unexpected(Failure{FailureKind::unreadable, plan.refused()});
  }
  if (const auto done = switch_files(folder, plan.steps()); !done) {
    return tl::unexpected(done.error());
  }
  Diagnostics said;
  if (*finished) {
    said.push_back({Severity::warning,
                    "half-set",
                    {folder, 0, 0},
                    "a run was ended while its files took their names here; that was finished "
                    "before this run's files took their place",
                    {}});
  }
  return said;
}

}  // namespace

std::string run_id(const std::vector<std::string_view>& texts) {
  // Each with its length, so that what moves from one text to the next counts.
  std::string all;
  for (const std::string_view each : texts) {
    all += std::to_string(each.size()) + ":";
    all += each;
  }
  return content_hash(all);
}

Result<Diagnostics> write_outputs(const std::string& folder, const OutputSet& set,
                                  const std::vector<std::string>& inputs, const Control& control) {
  const std::string here = folder.empty() ? "." : folder;
  const auto made = make_folder(here);
  if (!made) return tl::unexpected(made.error());
  Result<Diagnostics> written;
  if (const auto lock = FolderLock::take(here, control); !lock) {
    written = tl::unexpected(lock.error());
  } else {
    written = write_locked(here, set, inputs);
  }
  if (!written) remove_empty(*made);
  return written;
}

std::vector<std::string> edited_since(const std::string& folder, const std::string& kind) {
  std::vector<std::string> edited;
  const auto manifest = read_manifest(folder, kind);
  if (!manifest) return edited;
  for (const auto& [name, file] : manifest->files) {
    const auto stands = bytes_of_regular_file(joined(folder, name));
    if (!stands || written_file(*stands) != file) edited.push_back(name);
  }
  return edited;
}

}  // namespace parley
