#include "parley/base/resource.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace parley {
namespace {

TEST(Resource, IsTheFileOfTheDataFolderByteForByte) {
  ASSERT_FALSE(resource_paths().empty());
  for (const std::string_view path : resource_paths()) {
    SCOPED_TRACE(path);
    std::ifstream stream(std::filesystem::path(PARLEY_SOURCE_DIR) / "data" / path,
                         std::ios::binary);
    ASSERT_TRUE(stream);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    EXPECT_TRUE(resource(path) == bytes.str());
  }
}

TEST(Resource, PathsAreSortedAndOthersGiveNothing) {
  const std::vector<std::string_view> paths = resource_paths();
  EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
  EXPECT_EQ(resource("no/such/file.yaml"), std::nullopt);
  EXPECT_EQ(resource(""), std::nullopt);
}

}  // namespace
}  // namespace parley
