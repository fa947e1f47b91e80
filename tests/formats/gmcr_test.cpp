#include "parley/formats/gmcr.hpp"

#include <gtest/gtest.h>

#include "files.hpp"
#include "parley/base/text.hpp"

namespace parley::formats {
namespace {

Source source(std::string file, std::string text) {
  return {file, Text::from_utf8(std::move(text), file).value()};
}

std::string water() {
  return read_text_file(PARLEY_SOURCE_DIR "/tests/formats/conflicts/water.gmcr", 1U << 20U)
      .value()
      .utf8();
}

TEST(Gmcr, IsReadByOwnersOptions) {
  const auto read = read_gmcr(source("water.gmcr", water()));
  ASSERT_TRUE(read) << to_text(read.error().diagnostics.front());
  EXPECT_TRUE(read->warnings.empty());
  EXPECT_EQ(read->coalitions, (std::vector<std::vector<std::size_t>>{{0}, {1}}));
}

TEST(Gmcr, IsWrittenAsItIsReadBack) {
  const auto read = read_gmcr(source("water.gmcr", water()));
  ASSERT_TRUE(read);
  const auto written = write_gmcr(read->model);
  ASSERT_TRUE(written) << to_text(written.error().diagnostics.front());
  const auto again = read_gmcr(source("again.gmcr", *written));
  ASSERT_TRUE(again) << to_text(again.error().diagnostics.front());
  EXPECT_EQ(write_gmcr(again->model).value(), *written);
}

TEST(Gmcr, SaysWhatIsNoConflict) {
  for (const char* text :
       {"", "[]", "{}", "{\"options\": 1}", "{\"options\": [], \"decisionMakers\": []}"}) {
    const auto read = read_gmcr(source("bad.gmcr", text));
    ASSERT_FALSE(read) << text;
    EXPECT_FALSE(read.error().diagnostics.empty()) << text;
  }
}

}  // namespace
}  // namespace parley::formats
