#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parley/base/parallel.hpp"
#include "parley/base/result.hpp"

/// The files that a run leaves in a folder, written as one set and known again by the next run.
namespace parley {

/// A file by its path below the folder of its part, with "/" between names.
struct OutputFile {
  std::string name;
  std::string bytes;
};

/// What becomes of files that stand under the names of a part already.
enum class Former {
  replaced,  ///< those that the program wrote and nobody changed; others are refused
  refused,   ///< all that differ
};

/// What becomes of other files in the folder of a part.
enum class Others {
  stay,
  refused,  ///< for readers who may not see them
};

/// Files of one kind, in the folder itself or in one below it.
struct OutputPart {
  std::string kind;    ///< names the manifest: "brief", "case"
  std::string folder;  ///< below the set's folder; empty: that folder itself
  std::vector<OutputFile> files;
  /// Names that files of this kind can have. Such a file, or one of the manifest, that is not among
  /// `files` does not stay beside them.
  std::vector<std::string> names = {};
  Former former = Former::replaced;
  Others others = Others::stay;
};

struct OutputSet {
  std::string run;       ///< the run's id; equal contents have equal ids (run_id)
  std::string audience;  ///< for whom; empty where that is not asked
  std::vector<OutputPart> parts;
};

/// The id of a run whose outputs are made from these texts alone: 16 hexadecimal digits.
std::string run_id(const std::vector<std::string_view>& texts);

/// Writes a set into a folder, which is made when missing: all of it or, when that fails, nothing,
/// with the old set as it was (switch_files). Each part leaves a manifest, .parley-KIND.json.
///
/// Nothing is overwritten or removed that is one of `inputs`, by whatever name
/// ("overwrites-input"); that was changed since the program wrote it ("edited"), or was not written
/// by it ("not-ours"); that stands where Former::refused says so ("exists"); a file with the very
/// bytes that it is to get is never in the way. With Others::refused, nor may another file lie in
/// the part's folder,
/// nor an input in the set's ("wider"). All such files are named at once, before anything is
/// written.
///
/// One run at a time writes to a folder (FolderLock, "locked"). Gives a warning ("half-set") where
/// a run that was killed had left its set half written; that is finished first. An empty part takes
/// its manifest away too.
Result<Diagnostics> write_outputs(const std::string& folder, const OutputSet& set,
                                  const std::vector<std::string>& inputs, const Control& control);

/// The names in a part's manifest whose files are no longer as they were written, or are gone.
std::vector<std::string> edited_since(const std::string& folder, const std::string& kind);

}  // namespace parley
