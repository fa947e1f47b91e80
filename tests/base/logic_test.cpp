#include "parley/base/logic.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace parley {
namespace {

std::string code_of(std::string_view text) {
  const auto read = read_formula(text);
  return read ? "" : read.error().diagnostics.front().code;
}

// Whether the statement holds where just these of its names, in order of use, are facts.
bool holds(std::string_view text, std::uint64_t facts) {
  return read_formula(text).value().formula.holds(facts);
}

TEST(Logic, BindsNotBeforeAndBeforeOrBeforeIf) {
  // a, b, c are the bits 0, 1, 2.
  EXPECT_TRUE(holds("a or b and c", 0b001));
  EXPECT_FALSE(holds("(a or b) and c", 0b001));
  EXPECT_TRUE(holds("not a or b", 0b10));
  EXPECT_FALSE(holds("not (a or b)", 0b10));
  EXPECT_TRUE(holds("a if b", 0b00));
  EXPECT_FALSE(holds("a if b", 0b10));
  EXPECT_FALSE(holds("a iff b", 0b10));
  EXPECT_TRUE(holds("a iff b", 0b11));
}

TEST(Logic, TakesSignsForWordsInEitherCase) {
  const auto words = read_formula("NOT a AND (b OR c) IFF d").value();
  const auto signs = read_formula("-a & (b | c) <-> d").value();
  EXPECT_EQ(words.formula, signs.formula);
  EXPECT_EQ(words.names, read_formula("not a and (b or c) iff d").value().names);
}

TEST(Logic, NamesStandOnceWithTheirFirstPlace) {
  const auto read = read_formula("press-on and not \"hold fire\" or press-on").value();
  ASSERT_EQ(read.names.size(), 2U);
  EXPECT_EQ(read.names[0], (UsedName{"press-on", 0}));
  EXPECT_EQ(read.names[1], (UsedName{"hold fire", 17}));
}

TEST(Logic, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(code_of(""), "empty-statement");
  EXPECT_EQ(code_of("  "), "empty-statement");
  for (const char* wrong :
       {"a and", "a b", "(a", "a)", "a if b if c", "not", "a ? b", "\"a", "\"\""}) {
    EXPECT_EQ(code_of(wrong), "statement-syntax") << wrong;
  }
  EXPECT_EQ(code_of(std::string(1000, '(').append("a")), "too-deep");
  EXPECT_EQ(read_formula("a and ?").error().diagnostics.front().place.column, 7U);
}

TEST(Logic, AnswersBeforeAllIsKnownOnlyWhereItCan) {
  const Formula either = read_formula("a or b").value().formula;
  EXPECT_EQ(either.holds(0b01, 0b01), true);
  EXPECT_EQ(either.holds(0b01, 0b00), std::nullopt);
  EXPECT_EQ(either.holds(0b11, 0b00), false);
}

// A formula of four atoms, from a list of choices.
Formula made(const std::vector<std::uint8_t>& choices) {
  std::vector<Formula> parts = {Formula::atom(0), Formula::atom(1), Formula::atom(2),
                                Formula::atom(3)};
  for (const std::uint8_t choice : choices) {
    const Formula a = parts[choice % parts.size()];
    const Formula b = parts[(choice / 7U) % parts.size()];
    switch (choice % 5) {
      case 0:
        parts.push_back(Formula::negation(a));
        break;
      case 1:
        parts.push_back(Formula::conjunction(a, b));
        break;
      case 2:
        parts.push_back(Formula::disjunction(a, b));
        break;
      case 3:
        parts.push_back(Formula::only_if(a, b));
        break;
      default:
        parts.push_back(Formula::iff(a, b));
    }
    if (parts.back().steps().size() > 60) break;
  }
  return parts.back();
}

RC_GTEST_PROP(Logic, ReadsBackWhatItWrites, (const std::vector<std::uint8_t>& choices)) {
  const Formula formula = made(choices);
  const std::vector<std::string> names = {"press_on", "hold fire", "not", "a-1"};
  const auto read =
      read_formula(to_text(formula, [&](std::size_t atom) { return names[atom]; })).value();
  std::vector<std::size_t> atoms;
  for (const UsedName& each : read.names) {
    atoms.push_back(
        static_cast<std::size_t>(std::find(names.begin(), names.end(), each.name) - names.begin()));
  }
  RC_ASSERT(read.formula.renamed(atoms) == formula);
}

RC_GTEST_PROP(Logic, AnswersAsEveryCompletionWould,
              (const std::vector<std::uint8_t>& choices, std::uint8_t known, std::uint8_t facts)) {
  const Formula formula = made(choices);
  const auto answer = formula.holds(known, static_cast<std::uint64_t>(facts & known));
  if (!answer) return;
  for (std::uint64_t world = 0; world < 16; ++world) {
    if ((world & known & 15U) != (facts & known & 15U)) continue;
    RC_ASSERT(formula.holds(world) == *answer);
  }
}

}  // namespace
}  // namespace parley
