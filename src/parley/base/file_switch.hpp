#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parley/base/result.hpp"

namespace parley {

/// A file that gets new bytes, or, without any, goes. `name` is its path below the folder.
struct SwitchStep {
  std::string name;
  std::optional<std::string> bytes;
};

/// Puts new files in the place of old ones, all or none; the caller holds the folder's lock.
///
/// The new files are written into .parley-staged in the folder and brought to disk, then a journal
/// of the steps beside them; from then on only names change, one rename a file. A failure before or
/// among the renames takes everything back. A process that is killed before the journal leaves the
/// old files, and finish_switch() clears up; killed among the renames, it leaves the journal, from
/// which finish_switch() does the rest. Folders that are missing are made; those that a file that
/// goes leaves empty go too.
///
/// Fails with "unwritable", and with "half-set" besides where the file system would not even take
/// the renames back.
Result<void> switch_files(const std::string& folder, const std::vector<SwitchStep>& steps);

/// Does the rest of a switch that was ended in the middle, and clears up after one that had not
/// begun to rename. Gives whether files were left half old and half new. A file that is to go, but
/// was changed since, stays.
Result<bool> finish_switch(const std::string& folder);

/// Warnings ("half-set") where the files in this folder, in which the path is or lies, were left
/// half old and half new; of the folder above too, whose files may lie in this one.
Diagnostics half_sets(const std::string& path);

/// Whether one of the folders between `folder` and the file of this name is none, but a link or a
/// file.
bool leads_astray(const std::string& folder, std::string_view name);

}  // namespace parley
