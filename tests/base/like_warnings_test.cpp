#include "parley/base/like_warnings.hpp"

#include <gtest/gtest.h>

namespace parley {
namespace {

Diagnostic warning_at(std::size_t line, const std::string& message, const std::string& hint) {
  return {Severity::warning, "no-grounds", {"case.yaml", line, 3}, message, hint};
}

TEST(LikeWarnings, AreToldAsOneWithTheirLines) {
  const Diagnostics joined =
      with_like_warnings_joined({warning_at(4, "no ground for this position", "say why"),
                                 warning_at(9, "no ground for this answer", "say why"),
                                 warning_at(12, "no ground for this position", "say why"),
                                 warning_at(15, "no ground for this answer", "say why"),
                                 warning_at(17, "no ground for this position", "say why")});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(to_text(joined[0]),
            "case.yaml:4:3: warning: no ground for this position (here and in lines 12, 17); no "
            "ground for this answer (lines 9, 15) (say why)");
}

TEST(LikeWarnings, StayApartWhereTheRemedyTheCodeOrTheFileDiffers) {
  Diagnostics apart{warning_at(4, "a", "say why"), warning_at(5, "a", "say who"),
                    warning_at(6, "a", "say why"), warning_at(7, "a", "say why")};
  apart[2].code = "other";
  apart[3].place.file = "other.yaml";
  EXPECT_EQ(with_like_warnings_joined(apart), apart);
}

TEST(LikeWarnings, ErrorsStayOneEach) {
  Diagnostics errors{warning_at(4, "a", "mend it"), warning_at(5, "a", "mend it")};
  for (Diagnostic& each : errors) each.severity = Severity::error;
  EXPECT_EQ(with_like_warnings_joined(errors), errors);
}

}  // namespace
}  // namespace parley
