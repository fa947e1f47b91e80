#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

namespace parley {

/// An empty folder of the running test's own below `parent`, removed with this value. Tests run
/// side by side, of one build and of several, so its name holds the test's and the process's.
class OwnFolder {
 public:
  explicit OwnFolder(const std::filesystem::path& parent = testing::TempDir())
      : path_(parent / name()) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~OwnFolder() { std::filesystem::remove_all(path_); }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// The path of what is called so in it.
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  static std::string name() {
    const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
    std::string name = std::string("parley ") + test.test_suite_name() + "." + test.name() + " " +
                       std::to_string(getpid());
    std::replace(name.begin(), name.end(), '/', ' ');
    return name;
  }

  std::filesystem::path path_;
};

}  // namespace parley
