// The brief's page is kept built; plain ./test, which has no Node, sees when it is older than web/.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "architecture/house.hpp"
#include "parley/base/hash.hpp"

namespace parley {
namespace {

const std::filesystem::path kWeb = PARLEY_SOURCE_DIR "/web";

// The number that web/one_page.ts computes.
std::string sources_hash() {
  std::set<std::string> files{"one_page.ts", "package-lock.json", "page.html"};
  for (const auto& each : std::filesystem::recursive_directory_iterator(kWeb / "src")) {
    const std::string ending = each.path().extension();
    if (ending == ".css" || ending == ".ts" || ending == ".tsx") {
      files.insert(std::filesystem::relative(each.path(), kWeb).generic_string());
    }
  }
  std::uint64_t hash = fnv1a("");
  for (const std::string& each : files) hash = fnv1a(contents_of(kWeb / each), fnv1a(each, hash));
  return fmt::format("{:016x}", hash);
}

TEST(Page, IsBuiltFromTheSourcesThatStandInWeb) {
  EXPECT_THAT(contents_of(PARLEY_SOURCE_DIR "/data/page/page.html"),
              testing::HasSubstr("<meta name=\"parley-page\" content=\"" + sources_hash() + "\">"))
      << "build it anew: cd web && npm ci && npm run build";
}

}  // namespace
}  // namespace parley
