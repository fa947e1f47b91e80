#include "parley/base/diagnostic.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "parley/base/json.hpp"
#include "parley/base/result.hpp"

namespace parley {
namespace {

Diagnostic at(std::string file, std::size_t line, std::size_t column, std::string message) {
  return {Severity::error, "code", {std::move(file), line, column}, std::move(message), ""};
}

TEST(Diagnostic, IsOneLineWithoutThePartsThatAreUnknown) {
  const Diagnostic whole{Severity::error,
                         "unknown-name",
                         {"case.yaml", 12, 3},
                         "no issue “guarentees”",
                         "did you mean guarantees?"};
  EXPECT_EQ(to_text(whole),
            "case.yaml:12:3: error: no issue “guarentees” (did you mean guarantees?)");
  EXPECT_EQ(to_text({Severity::warning, "x", {"case.yaml", 0, 0}, "empty", ""}),
            "case.yaml: warning: empty");
  EXPECT_EQ(to_text({Severity::error, "x", {}, "stopped", "try again"}),
            "error: stopped (try again)");
}

TEST(Diagnostic, IsAnObjectOfSevenFieldsInAFixedOrder) {
  EXPECT_EQ(
      to_json({Severity::warning, "late", {"a.yaml", 4, 9}, "too \"late\"", "before 3 December"})
          .dump(),
      R"({"severity":"warning","code":"late","file":"a.yaml","line":4,"column":9,)"
      R"("message":"too \"late\"","hint":"before 3 December"})");
  EXPECT_EQ(to_json(Diagnostics{}).dump(), "[]");
}

TEST(Diagnostic, SortsByPlaceAndKeepsTheOrderAtOnePlace) {
  Diagnostics found{at("b", 1, 1, "5"), at("a", 2, 1, "4"), at("a", 1, 9, "2"), at("a", 1, 9, "3"),
                    at("a", 0, 0, "1")};
  sort_by_place(found);
  std::string order;
  for (const Diagnostic& each : found) order += each.message;
  EXPECT_EQ(order, "12345");
}

TEST(Diagnostic, WarningsAloneAreNoErrors) {
  Diagnostics found;
  EXPECT_FALSE(has_errors(found));
  found.push_back({Severity::warning, "x", {}, "a doubt", ""});
  EXPECT_FALSE(has_errors(found));
  found.push_back(at("a", 1, 1, "a mistake"));
  EXPECT_TRUE(has_errors(found));
}

TEST(Failure, CarriesItsKindAndEverythingThatWasFound) {
  const Result<int> one = fail(FailureKind::too_large, "too-large", {"f", 0, 0}, "big", "split it");
  ASSERT_FALSE(one);
  EXPECT_EQ(one.error().kind, FailureKind::too_large);
  EXPECT_EQ(one.error().diagnostics,
            (Diagnostics{{Severity::error, "too-large", {"f", 0, 0}, "big", "split it"}}));
  const Diagnostics several{at("a", 1, 1, "x"), at("a", 2, 1, "y")};
  const Result<int> many = invalid(several);
  EXPECT_EQ(many.error().kind, FailureKind::invalid_input);
  EXPECT_EQ(many.error().diagnostics, several);
}

}  // namespace
}  // namespace parley
