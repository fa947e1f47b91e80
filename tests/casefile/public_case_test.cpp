#include "parley/casefile/public_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "casefile/confidential_case.hpp"
#include "casefile/support.hpp"
#include "parley/casefile/check.hpp"
#include "parley/casefile/writer.hpp"

namespace parley::casefile {
namespace {

TEST(PublicCase, IsTheCaseOfAnAuthorWhoNeverKnew) {
  const Case open = for_public(confidential_case("#c"));
  const Case never_knew = confidential_case("#p");
  EXPECT_EQ(write_case(open), write_case(never_knew));
  EXPECT_TRUE(open == never_knew);
}

TEST(PublicCase, HoldsNoConfidentialString) {
  std::string written = write_case(for_public(confidential_case("#c")));
  std::transform(written.begin(), written.end(), written.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(written.find(kMark), std::string::npos) << written;
}

TEST(PublicCase, PassesTheCheck) {
  const Diagnostics found = check_case(for_public(confidential_case("#c")));
  EXPECT_FALSE(has_errors(found)) << lines(found);
}

TEST(PublicCase, IsTheSameWhereNothingIsConfidential) {
  for (const std::string& folder : shipped_cases()) {
    const auto read = read_case(folder);
    ASSERT_TRUE(read) << folder;
    EXPECT_TRUE(for_public(read->value) == read->value) << folder;
  }
}

TEST(PublicCase, OfAPublicCaseIsItself) {
  const Case open = for_public(confidential_case("#c"));
  EXPECT_TRUE(for_public(open) == open);
}

}  // namespace
}  // namespace parley::casefile
