// A Word document from pandoc, with programs of our own in its place.
#include "word.hpp"

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "own_folder.hpp"

namespace parley::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr casefile::Date kDay{std::chrono::year(2031) / 5 / 1};

class Word : public testing::Test {
 protected:
  std::string program(const std::string& lines) const {
    std::ofstream(folder_ / "pandoc") << "#!/bin/sh\n" << lines << "\n";
    fs::permissions(folder_ / "pandoc", fs::perms::owner_all);
    return folder_ / "pandoc";
  }

  // The process that the program wrote into this file; waits until it has.
  pid_t process_in(const std::string& name) const {
    for (int i = 0; i < 500; ++i) {
      pid_t process = 0;
      if (std::ifstream(folder_ / name) >> process) return process;
      std::this_thread::sleep_for(10ms);
    }
    return 0;
  }

  // Whether the process is gone, or will be soon.
  static bool ends(pid_t process) {
    for (int i = 0; i < 500; ++i) {
      std::string state;
      std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
      if (!(stat >> state >> state >> state) || state == "Z") return true;
      std::this_thread::sleep_for(10ms);
    }
    return false;
  }

  const OwnFolder own_;
  const fs::path& folder_ = own_.path();
};

TEST_F(Word, IsWhatTheProgramMakesOfThePage) {
  const std::string pandoc = program("printf 'PK %s ' \"$SOURCE_DATE_EPOCH\"; cat");
  const std::string page(300'000, 'p');
  const auto word = to_word(pandoc, page, kDay, 10s, {});
  ASSERT_TRUE(word) << to_text(word.error().diagnostics.front());
  EXPECT_EQ(*word, "PK 1935360000 " + page);
}

TEST_F(Word, IsNoneWhenTheProgramFails) {
  for (const char* lines : {"exit 3", "kill -9 $$", "cat", "exit 0", "echo PK; exit 1"}) {
    const auto word = to_word(program(lines), "page", kDay, 10s, {});
    ASSERT_FALSE(word) << lines;
    EXPECT_EQ(word.error().kind, FailureKind::unreadable);
    EXPECT_EQ(word.error().diagnostics.front().code, "unwritable");
    EXPECT_THAT(word.error().diagnostics.front().hint, HasSubstr("PATH"));
  }
  EXPECT_FALSE(to_word(folder_ / "none", "page", kDay, 10s, {}));
}

const std::string kHangs =
    "echo $$ > \"${0%/*}/shell\"; sleep 100 & echo $! > \"${0%/*}/child\"; wait";

TEST_F(Word, IsNotWaitedForBeyondTheLimit) {
  const auto word = to_word(program(kHangs), "page", kDay, 500ms, {});
  ASSERT_FALSE(word);
  EXPECT_THAT(word.error().diagnostics.front().message, HasSubstr("longer"));
  EXPECT_TRUE(ends(process_in("shell")));
  EXPECT_TRUE(ends(process_in("child"))) << "what the program started ends with it";
}

TEST_F(Word, IsGivenUpOnRequest) {
  Control control;
  control.cancelled = [this] { return fs::exists(folder_ / "child"); };
  const auto word = to_word(program(kHangs), "page", kDay, 100s, control);
  ASSERT_FALSE(word);
  EXPECT_EQ(word.error().kind, FailureKind::cancelled);
  EXPECT_TRUE(ends(process_in("shell")));
  EXPECT_TRUE(ends(process_in("child")));
}

TEST_F(Word, EndsWithAProcessThatIsKilled) {
  const std::string pandoc = program(kHangs);
  const pid_t us = fork();
  if (us == 0) {
    to_word(pandoc, "page", kDay, 100s, {}).has_value();
    _exit(0);
  }
  const pid_t child = process_in("child");
  kill(us, SIGKILL);
  waitpid(us, nullptr, 0);
  EXPECT_TRUE(ends(process_in("shell")));
  EXPECT_TRUE(ends(child));
}

TEST_F(Word, IsMadeWhileSignalsArrive) {
  struct sigaction action{};
  struct sigaction before{};
  action.sa_handler = [](int) {};
  sigaction(SIGUSR1, &action, &before);
  std::atomic<bool> done = false;
  const pthread_t self = pthread_self();
  std::thread signals([&] {
    while (!done) {
      pthread_kill(self, SIGUSR1);
      std::this_thread::sleep_for(1ms);
    }
  });
  const auto word = to_word(program("sleep 0.3; printf PK; cat"), "page", kDay, 10s, {});
  done = true;
  signals.join();
  sigaction(SIGUSR1, &before, nullptr);
  EXPECT_EQ(word.value_or(""), "PKpage");
}

TEST_F(Word, IsMadeByAProgramOfAnAbsolutePathOnly) {
  const std::string pandoc = program("true");
  const std::string here = folder_;
  EXPECT_EQ(find_program("pandoc", "/nowhere:" + here), pandoc);
  EXPECT_EQ(find_program("pandoc", here + ":/nowhere"), pandoc);
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  fs::create_directory("folder");
  fs::create_directory("folder/pandoc");
  for (const std::string& path :
       {std::string(), std::string("."), std::string("::"), std::string("../word"),
        here + "/folder", std::string("/nowhere")}) {
    EXPECT_EQ(find_program("pandoc", path), std::nullopt) << path;
  }
  fs::permissions("pandoc", fs::perms::owner_read);
  EXPECT_EQ(find_program("pandoc", here), std::nullopt) << "it may not be run";
  fs::current_path(before);
}

}  // namespace
}  // namespace parley::app
