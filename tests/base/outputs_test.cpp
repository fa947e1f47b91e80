// Sets of outputs: whole or not at all, whatever fails and whenever the process is killed; and what
// is never overwritten.
#include "parley/base/outputs.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "base/faults.hpp"
#include "own_folder.hpp"
#include "parley/base/file_switch.hpp"
#include "parley/base/files.hpp"
#include "parley/base/folder_lock.hpp"
#include "parley/base/manifest.hpp"

namespace parley {
namespace {

namespace fs = std::filesystem;
using faults::Fault;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Files = std::map<std::string, std::string>;

class Outputs : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return (fs::path(folder_) / name).string(); }

  // All files below the folder; what the program keeps for itself (.parley-…) only on demand.
  Files files(bool hidden = false) const {
    Files found;
    for (const auto& each : fs::recursive_directory_iterator(folder_)) {
      const std::string name = each.path().lexically_relative(folder_).string();
      if (!each.is_regular_file() || (!hidden && name.find(".parley-") != std::string::npos)) {
        continue;
      }
      found[name] = bytes_of_regular_file(each.path()).value_or("unreadable");
    }
    return found;
  }

  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name)) << bytes;
  }

  Result<Diagnostics> write(const OutputSet& set,
                            const std::vector<std::string>& inputs = {}) const {
    return write_outputs(folder_, set, inputs, {});
  }

  static std::vector<std::string> codes(const Result<Diagnostics>& result) {
    std::vector<std::string> codes;
    for (const Diagnostic& each : result ? *result : result.error().diagnostics) {
      codes.push_back(each.code);
    }
    return codes;
  }

  // In memory where that can be, since bringing thousands of files to disk takes its time.
  const OwnFolder own_{fs::is_directory("/dev/shm") ? "/dev/shm" : testing::TempDir()};
  const std::string folder_ = own_ / "folder";
};

OutputSet set_of(const Files& files, const Files& below = {}) {
  OutputSet set;
  set.parts.push_back({"brief", "", {}, {"page", "data", "extra"}});
  for (const auto& [name, bytes] : files) set.parts.back().files.push_back({name, bytes});
  if (!below.empty()) set.parts.push_back({"case", "case", {}});
  for (const auto& [name, bytes] : below) set.parts.back().files.push_back({name, bytes});
  set.run = run_id({files.empty() ? "" : files.begin()->second});
  return set;
}

const Files kOld{{"page", "old page"}, {"data", "old data"}, {"extra", "old extra"}};
const Files kNew{{"page", "the new page"}, {"data", std::string(70'000, 'n')}};
const Files kOldCase{{"case.yaml", "old case"}, {"reports/a.txt", "a"}, {"reports/b.txt", "b"}};
const Files kNewCase{{"case.yaml", "new case"}, {"reports/a.txt", "a"}, {"reports/c.txt", "c"}};

Files all_of(const Files& files, const Files& below) {
  Files all = files;
  for (const auto& [name, bytes] : below) all["case/" + name] = bytes;
  return all;
}

const Files kAllOld = all_of(kOld, kOldCase);
const Files kAllNew = all_of(kNew, kNewCase);

TEST_F(Outputs, TakeThePlaceOfTheSetBefore) {
  ASSERT_TRUE(write(set_of(kOld, kOldCase)));
  EXPECT_EQ(files(), kAllOld);
  ASSERT_TRUE(write(set_of(kNew, kNewCase)));
  EXPECT_EQ(files(), kAllNew) << "what only the old set had is gone";
  EXPECT_EQ(read_manifest(folder_, "brief")->run, set_of(kNew).run);
  EXPECT_EQ(files(true).size(), kAllNew.size() + 2) << "nothing but two manifests is left beside";
}

TEST_F(Outputs, LeaveOtherFilesAndPartsAlone) {
  put("notes.txt", "mine");
  ASSERT_TRUE(write(set_of(kOld, kOldCase)));
  ASSERT_TRUE(write(set_of(kNew)));
  EXPECT_EQ(files(), [] {
    Files all = all_of(kNew, kOldCase);
    all["notes.txt"] = "mine";
    return all;
  }());
}

TEST_F(Outputs, AnEmptyPartTakesItsFilesAway) {
  ASSERT_TRUE(write(set_of(kOld, kOldCase)));
  OutputSet set = set_of(kNew);
  set.parts.push_back({"case", "case", {}});
  ASSERT_TRUE(write(set));
  EXPECT_EQ(files(), kNew);
  EXPECT_FALSE(fs::exists(path("case")));
}

// One call after the other fails once: the set is the old one whole, with nothing left beside it,
// or, where the fault did no harm, the new one.
TEST_F(Outputs, AreTheOldSetWhenACallFails) {
  std::size_t failed = 0;
  for (std::size_t call = 0;; ++call) {
    fs::remove_all(folder_);
    ASSERT_TRUE(write(set_of(kOld, kOldCase)));
    const Files before = files(true);
    faults::arm(Fault::once, call, call % 2 == 0 ? ENOSPC : EIO);
    const auto written = write(set_of(kNew, kNewCase));
    if (!faults::disarm()) break;
    if (written) {
      EXPECT_EQ(files(), kAllNew) << call;
      continue;
    }
    ++failed;
    EXPECT_EQ(codes(written), std::vector<std::string>{"unwritable"}) << call;
    EXPECT_EQ(written.error().kind, FailureKind::unreadable);
    EXPECT_EQ(files(true), before) << call;
  }
  EXPECT_GT(failed, 30U);
  EXPECT_EQ(files(), kAllNew);
}

// A disk that stays full, or breaks for good. Only where not even a rename can be taken back may
// the set be half, and then it is said, and the next run finishes it.
TEST_F(Outputs, AreTheOldSetOrNamedHalfWhenCallsFailForGood) {
  std::size_t half = 0;
  for (std::size_t call = 0;; ++call) {
    fs::remove_all(folder_);
    ASSERT_TRUE(write(set_of(kOld, kOldCase)));
    const Files before = files(true);
    faults::arm(Fault::forever, call, ENOSPC);
    const auto written = write(set_of(kNew, kNewCase));
    if (!faults::disarm()) break;
    if (written) {
      EXPECT_EQ(files(), kAllNew);
    } else if (codes(written).size() == 1) {
      EXPECT_EQ(files(true), before) << call;
    } else {
      ++half;
      EXPECT_THAT(codes(written), ElementsAre("unwritable", "half-set"));
      EXPECT_EQ(half_sets(folder_).size(), 1U);
      EXPECT_EQ(codes(write(set_of(kNew, kNewCase))), std::vector<std::string>{"half-set"});
      EXPECT_EQ(files(), kAllNew);
    }
  }
  EXPECT_GT(half, 0U);
}

// The process is killed before one call after the other.
TEST_F(Outputs, AreOldOrNewOrNamedHalfWhenKilled) {
  std::size_t half = 0;
  for (std::size_t call = 0;; ++call) {
    fs::remove_all(folder_);
    ASSERT_TRUE(write(set_of(kOld, kOldCase)));
    const pid_t child = fork();
    if (child == 0) {
      faults::arm(Fault::killed, call, 0);
      _exit(write(set_of(kNew, kNewCase)) ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_NE(WEXITSTATUS(status), 1);
    const bool ended = WEXITSTATUS(status) == 0;
    const Diagnostics named = half_sets(path("page"));
    const Files found = files();
    if (found != kAllOld && found != kAllNew) {
      ++half;
      ASSERT_EQ(named.size(), 1U) << call;
      EXPECT_EQ(named.front().code, "half-set");
      EXPECT_EQ(half_sets(path("case/case.yaml")).size(), 1U) << "seen from the case as well";
    }
    const auto next = write(set_of({{"page", "next"}}, kNewCase));
    ASSERT_TRUE(next) << call << to_text(next.error().diagnostics.front());
    EXPECT_EQ(next->size(), named.size()) << call;
    EXPECT_EQ(files(), all_of({{"page", "next"}}, kNewCase));
    EXPECT_THAT(half_sets(folder_), IsEmpty());
    EXPECT_EQ(files(true).size(), files().size() + 2);
    if (ended) break;
  }
  EXPECT_GT(half, 3U);
}

TEST_F(Outputs, AFailedFirstRunLeavesNoFolder) {
  faults::arm(Fault::forever, 3, ENOSPC);
  const auto written = write(set_of(kNew, kNewCase));
  EXPECT_TRUE(faults::disarm());
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().diagnostics.front().hint, HasSubstr("room"));
  EXPECT_FALSE(fs::exists(folder_));
}

TEST_F(Outputs, OfTwoRunsAtOnceEndOneAfterTheOther) {
  std::vector<std::thread> runs;
  std::atomic<int> written = 0;
  for (const char* text : {"one", "two", "three"}) {
    runs.emplace_back([&, text] {
      for (int i = 0; i < 10; ++i) {
        if (write(set_of({{"page", text}, {"data", text}}))) ++written;
      }
    });
  }
  for (std::thread& each : runs) each.join();
  EXPECT_EQ(written, 30);
  EXPECT_EQ(files().at("page"), files().at("data"));
}

TEST_F(Outputs, KeepThePermissionsOfWhatTheyReplace) {
  ASSERT_TRUE(write(set_of(kOld)));
  fs::permissions(path("page"), fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_TRUE(write(set_of(kNew)));
  EXPECT_EQ(fs::status(path("page")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Outputs, NeverOverwriteAnEdit) {
  ASSERT_TRUE(write(set_of(kOld, kOldCase)));
  put("page", "my page");
  put("extra", "my extra, which would have to go");
  put("case/reports/a.txt", "my a");
  const Files before = files(true);
  const auto written = write(set_of(kNew, {{"case.yaml", "new"}, {"reports/a.txt", "other"}}));
  EXPECT_EQ(codes(written), (std::vector<std::string>{"edited", "edited", "edited"}));
  EXPECT_EQ(files(true), before);
  // What was edited into the very bytes is no edit.
  put("page", kNew.at("page"));
  put("extra", kOld.at("extra"));
  put("case/reports/a.txt", "a");
  EXPECT_TRUE(write(set_of(kNew, kNewCase)));
}

TEST_F(Outputs, NeverOverwriteWhatNothingSaysIsTheirs) {
  put("extra", "of an unknown run");
  EXPECT_EQ(codes(write(set_of(kNew))), std::vector<std::string>{"not-ours"});
  put("page", "unknown as well");
  EXPECT_EQ(codes(write(set_of(kNew))), (std::vector<std::string>{"not-ours", "not-ours"}));
  EXPECT_EQ(files(), (Files{{"extra", "of an unknown run"}, {"page", "unknown as well"}}));
  fs::remove(path("extra"));
  fs::remove(path("page"));
  fs::create_directory(path("page"));
  EXPECT_EQ(codes(write(set_of(kNew))), std::vector<std::string>{"not-ours"});
}

TEST_F(Outputs, NeverOverwriteAnInputByWhateverName) {
  ASSERT_TRUE(write(set_of(kOld)));
  const Files before = files(true);
  put("../input", "an input");
  fs::create_hard_link(path("page"), path("hard"));
  fs::create_symlink("page", path("soft"));
  for (const std::string& input : {path("page"), path("hard"), path("soft"), path("./page")}) {
    EXPECT_EQ(codes(write(set_of(kNew), {input})), std::vector<std::string>{"overwrites-input"});
  }
  EXPECT_EQ(codes(write(set_of(kNew), {path("extra")})),
            std::vector<std::string>{"overwrites-input"})
      << "an input is not removed either";
  fs::remove(path("hard"));
  fs::remove(path("soft"));
  EXPECT_EQ(files(true), before);
  // A link where an output is to stand: what it leads to is not touched.
  fs::remove(path("page"));
  fs::create_symlink("notes.txt", path("page"));
  put("notes.txt", "mine");
  EXPECT_EQ(codes(write(set_of(kNew))), std::vector<std::string>{"edited"});
  EXPECT_EQ(files().at("notes.txt"), "mine");
}

TEST_F(Outputs, DoNotFollowALinkOutOfTheFolder) {
  put("elsewhere/keep", "kept");
  fs::create_directory_symlink("elsewhere", path("case"));
  EXPECT_THAT(codes(write(set_of(kNew, kNewCase))), testing::Each("not-ours"));
  EXPECT_EQ(files(), (Files{{"elsewhere/keep", "kept"}}));
}

TEST_F(Outputs, AreRefusedWhereTheFormerOnesAreToStay) {
  OutputSet set = set_of(kOld);
  set.parts.front().former = Former::refused;
  ASSERT_TRUE(write(set));
  EXPECT_TRUE(write(set)) << "the same again";
  set = set_of(kNew);
  set.parts.front().former = Former::refused;
  EXPECT_THAT(codes(write(set)), testing::Each("exists"));
  EXPECT_EQ(files(), kOld);
}

TEST_F(Outputs, AreRefusedBesideOthersThatMayNotBeSeen) {
  ASSERT_TRUE(write(set_of(kOld, kOldCase)));
  OutputSet set = set_of(kNew, kNewCase);
  set.parts.back().others = Others::refused;
  put("case/reports/secret.txt", "for few");
  EXPECT_EQ(codes(write(set)), std::vector<std::string>{"wider"});
  fs::remove(path("case/reports/secret.txt"));
  EXPECT_TRUE(write(set));
}

TEST_F(Outputs, AreRefusedBesideInputsThatMayNotBeSeen) {
  put("case.yaml", "for few");
  OutputSet set = set_of(kNew);
  const std::vector<std::string> inputs{path("case.yaml"), own_ / "elsewhere.txt"};
  EXPECT_TRUE(write(set, inputs));
  set.parts.front().others = Others::refused;
  set.parts.front().folder = "public";
  const std::string around = path("public/../case.yaml");
  EXPECT_EQ(codes(write(set, {around})), std::vector<std::string>{"wider"});
  EXPECT_TRUE(write_outputs(own_ / "open", set, inputs, {}));
}

TEST_F(Outputs, AreEditedWhenChangedOrGone) {
  ASSERT_TRUE(write(set_of(kOld)));
  EXPECT_THAT(edited_since(folder_, "brief"), IsEmpty());
  put("page", "old pagE");
  fs::remove(path("data"));
  EXPECT_THAT(edited_since(folder_, "brief"), ElementsAre("data", "page"));
  EXPECT_THAT(edited_since(folder_, "case"), IsEmpty());
}

// Folders come from elsewhere too: what they say may not reach out of them.
TEST_F(Outputs, TakeNoOrdersFromManifestsAndJournalsThatLeadOut) {
  put("victim", "kept");
  put("out/.parley-brief.json",
      R"({"schema": "parley/outputs/1", "run": "x", "audience": "", "files":)"
      R"( [{"name": "../victim", "bytes": 4, "hash": ")" +
          content_hash("kept") + "\"}]}");
  put("out/.parley-staged/new-0", "evil");
  for (const char* steps : {R"([{"name": "../victim"}])", R"([{"name": 3}])", R"([7])",
                            R"([{"name": "link/victim"}])", R"([{"name": "x", "goes": 1}])"}) {
    put("out/.parley-staged/new-0", "evil");
    put("out/.parley-staged/journal.json",
        R"({"schema": "parley/switch/1", "steps": )" + std::string(steps) + "}");
    fs::remove(path("out/link"));
    fs::create_directory_symlink("..", path("out/link"));
    ASSERT_TRUE(write_outputs(path("out"), set_of(kNew), {}, {})) << steps;
    EXPECT_EQ(files().at("victim"), "kept");
  }
}

TEST(OutputNames, AreBelowTheFolderOrNot) {
  for (const char* each : {"a", "a/b", "..a", "a/..b/c", ".hidden", "a b"}) {
    EXPECT_TRUE(is_below(each)) << each;
  }
  for (const char* each :
       {"", "/", "/a", "..", ".", "a/..", "../a", "a/../b", "a//b", "a/", "./a"}) {
    EXPECT_FALSE(is_below(each)) << each;
  }
}

TEST(Manifests, AreReadAsTheyWereWritten) {
  const Manifest manifest{"0123", "public", {{"a", written_file("x")}, {"b/c", written_file("")}}};
  const OwnFolder own;
  const fs::path& folder = own.path();
  ASSERT_TRUE(write_file((folder / manifest_name("brief")).string(), to_text(manifest)));
  EXPECT_EQ(read_manifest(folder.string(), "brief"), manifest);
  EXPECT_EQ(read_manifest(folder.string(), "case"), std::nullopt);
  for (const char* text : {"", "{", "[]", "{}", R"({"schema": "parley/outputs/1", "run": 1})"}) {
    ASSERT_TRUE(write_file((folder / manifest_name("brief")).string(), text));
    EXPECT_EQ(read_manifest(folder.string(), "brief"), std::nullopt) << text;
  }
}

TEST(RunId, IsOfTheContentAlone) {
  EXPECT_EQ(run_id({"a", "bc"}), run_id({"a", "bc"}));
  EXPECT_NE(run_id({"a", "bc"}), run_id({"ab", "c"}));
  EXPECT_NE(run_id({"a"}), run_id({"a", ""}));
  EXPECT_EQ(run_id({"a"}).size(), 16U);
}

class Locks : public testing::Test {
 protected:
  const OwnFolder own_;
  const std::string folder_ = own_.path().string();
};

TEST_F(Locks, SayWhoHasThem) {
  const auto held = FolderLock::take(folder_, {});
  ASSERT_TRUE(held);
  const auto second = FolderLock::take(folder_, {}, std::chrono::milliseconds(50));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().diagnostics.front().code, "locked");
  EXPECT_THAT(second.error().diagnostics.front().message,
              HasSubstr("process " + std::to_string(getpid())));
  Control stopped;
  stopped.cancelled = [] { return true; };
  EXPECT_EQ(FolderLock::take(folder_, stopped).error().kind, FailureKind::cancelled);
}

TEST_F(Locks, EndWithTheirHolderAndLeaveNothing) {
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = FolderLock::take(folder_, {});
    _exit(lock ? 0 : 1);  // without destructors, as when killed
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  EXPECT_TRUE(fs::exists(folder_ + "/.parley-lock"));
  EXPECT_TRUE(FolderLock::take(folder_, {}, std::chrono::milliseconds(50)));
  EXPECT_TRUE(fs::is_empty(folder_));
}

class WrittenFiles : public Outputs {};

TEST_F(WrittenFiles, AreWholeOrAsBefore) {
  put("a", "old");
  std::size_t failed = 0;
  for (std::size_t call = 0;; ++call) {
    put("a", "old");
    faults::arm(Fault::once, call, ENOSPC);
    const auto written = write_file(path("a"), "new");
    if (!faults::disarm()) break;
    failed += written ? 0U : 1U;
    const std::string found = files(true).at("a");
    EXPECT_TRUE(found == "new" || (!written && found == "old")) << call;
    EXPECT_EQ(files(true).size(), 1U) << call;
  }
  EXPECT_GE(failed, 5U);
}

TEST_F(WrittenFiles, TakeThePlaceOfALinkNotOfWhatItLeadsTo) {
  put("kept", "kept");
  fs::create_symlink("kept", path("a"));
  ASSERT_TRUE(write_file(path("a"), "new"));
  EXPECT_EQ(files(), (Files{{"a", "new"}, {"kept", "kept"}}));
}

}  // namespace
}  // namespace parley
