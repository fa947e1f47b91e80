#include <rapidcheck/gtest.h>

#include <chrono>

#include "drafts/written.hpp"

namespace parley::drafts {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> bracketed(const Draft& draft) {
  std::vector<std::string> found;
  for (const Bracket& each : draft.brackets) {
    found.push_back(std::to_string(each.depth) + " " + std::string(name(each.kind)) + " " +
                    std::string(draft.text.slice(each.span)));
  }
  return found;
}

TEST(Brackets, Nest) {
  EXPECT_THAT(bracketed(written("1. Lund [shall [promptly] open] the gate.\n2. Rest.\n")),
              ElementsAre("1 bracket [shall [promptly] open]", "2 bracket [promptly]"));
}

TEST(Brackets, SideBySideAreOptionsOfOneAnother) {
  const Draft draft = written(
      "1. Lund [shall][should] [may] open [the gate] and [all,] [other,] doors [, including "
      "the back] in [May] [and June].\n2. Rest.\n");
  ASSERT_THAT(draft.brackets, SizeIs(9));
  EXPECT_EQ(draft.brackets[0].option_of, 0U);
  EXPECT_EQ(draft.brackets[1].option_of, 0U);
  EXPECT_EQ(draft.brackets[2].option_of, 0U);
  for (std::size_t i = 3; i < 9; ++i) EXPECT_FALSE(draft.brackets[i].option_of) << i;
}

TEST(Brackets, OptionsOfAClauseAreOnes) {
  const Draft draft = written("1. Price:\nOption 1: ten;\nOption 2: [__].\n2. Rest.\n");
  ASSERT_THAT(draft.brackets, SizeIs(3));
  EXPECT_EQ(draft.brackets[0].kind, BracketKind::option);
  EXPECT_EQ(draft.brackets[1].option_of, 0U);
  EXPECT_EQ(draft.brackets[2].kind, BracketKind::placeholder);
}

TEST(Brackets, BlanksAndWhatIsToBeInsertedArePlaceholders) {
  const Draft draft = written(
      "1. Within [X] days, [ ] boats, [...] crews, ____ litres, [placeholder for the map], "
      "[to be agreed], {insert name} and [words].\n2. Rest.\n");
  std::vector<BracketKind> kinds;
  for (const Bracket& each : draft.brackets) kinds.push_back(each.kind);
  EXPECT_THAT(kinds, ElementsAre(BracketKind::placeholder, BracketKind::placeholder,
                                 BracketKind::placeholder, BracketKind::placeholder,
                                 BracketKind::placeholder, BracketKind::placeholder,
                                 BracketKind::placeholder, BracketKind::bracket));
}

TEST(Brackets, HaveTheHoldersThatTheTextNames) {
  const Draft draft = written(
      "## Article 1\n\n1. [Lund: by May], [by June \u2013 Marrow], [by July][^1] and "
      "[Lund and Marrow: never] [Note: see below] [by August][^2].\n\n"
      "**Option 1 (Lund):** sell.\n\n**Option 2:** keep.\n\n"
      "[^1]: Proposed by Ostwick and Lund.\n\n[^2]: Marrow reserves its position.\n",
      "a.md");
  std::vector<std::vector<std::string>> holders;
  for (const Bracket& each : draft.brackets) holders.push_back(each.holders);
  EXPECT_THAT(holders,
              ElementsAre(ElementsAre("Lund"), ElementsAre("Marrow"),
                          ElementsAre("Ostwick", "Lund"), ElementsAre("Lund", "Marrow"), IsEmpty(),
                          ElementsAre("Marrow"), ElementsAre("Lund"), IsEmpty()));
}

TEST(Brackets, OfLinksAndFootnotesAreNone) {
  const Draft draft = written(
      "## Article 1\n\nSee [the page](https://example.org/a) and [source][s] [^1] [that].\n\n"
      "[s]: https://example.org/b\n",
      "a.md");
  EXPECT_THAT(bracketed(draft), ElementsAre("1 bracket [that]"));
  EXPECT_EQ(draft.marks.open, 6U);
}

TEST(Mends, EachUnmatchedBracketIsLocatedAndMendedInItsClause) {
  const Draft draft = written(
      "Article 1\n\n1. Lund [shall open.\n2. Marrow shall] close.\n\nArticle 2\n\n"
      "1. Both [may [wait].\n2. Nobody pays].\n\nArticle 3\n\nAll end] here.\n");
  ASSERT_THAT(draft.mends, SizeIs(1));
  EXPECT_THAT(draft.doubts, SizeIs(1));
  EXPECT_EQ(draft.doubts[0].code, "unmatched-bracket");
  EXPECT_THAT(bracketed(draft), ElementsAre("1 bracket [shall open.\n2. Marrow shall]",
                                            "1 bracket [may [wait].\n2. Nobody pays]",
                                            "2 bracket [wait]", "1 bracket All end]"));
}

TEST(Mends, AStrayBracketDoesNotReachIntoTheNextArticle) {
  const Draft draft = written(
      "Article 1\n\n1. Lund [shall open.\n2. Rest.\n\nArticle 2\n\n1. Both] wait.\n"
      "2. None] pays.\n");
  EXPECT_THAT(bracketed(draft),
              ElementsAre("1 bracket [shall open.", "1 bracket Both]", "1 bracket None]"));
  ASSERT_THAT(draft.mends, SizeIs(3));
  EXPECT_EQ(draft.mends[0].how, Mend::How::closed_at_clause_end);
  EXPECT_EQ(draft.mends[1].how, Mend::How::opened_at_clause_start);
}

TEST(Mends, ABracketAroundSeveralArticlesIsTakenAsItStands) {
  const Draft draft =
      written("Article 1\n\nText one.\n\n[Article 2\n\nText two.\n\nArticle 3\n\nText three.]\n");
  EXPECT_THAT(draft.mends, IsEmpty());
  ASSERT_THAT(draft.brackets, SizeIs(1));
}

TEST(Marks, AreCountedAsTheyStand) {
  const Draft draft = written("1. [a [b] Option 1 and [c.\n2. Option 2 d]] e] f] [g\n");
  EXPECT_EQ(draft.marks.open, 4U);
  EXPECT_EQ(draft.marks.close, 5U);
  EXPECT_EQ(draft.marks.depth, 2U);
  EXPECT_EQ(draft.marks.options, 2U);
}

TEST(Marks, TwoMillionBracketsTakeLinearTime) {
  std::string deep = "1. ";
  deep.append(1'000'000, '[');
  deep.append(1'000'000, ']');
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(written(deep).brackets, SizeIs(1'000'000));
  std::string open = "1. ";
  open.append(200'000, '[');
  EXPECT_THAT(written(open).mends, SizeIs(200'000));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(120));
}

// The partner of each bracket by the definition: count until as many are closed as opened.
std::vector<std::pair<std::size_t, std::size_t>> balanced(const std::string& text) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '[') continue;
    int open = 0;
    for (std::size_t j = i; j < text.size(); ++j) {
      open += text[j] == '[' ? 1 : text[j] == ']' ? -1 : 0;
      if (open > 0) continue;
      found.emplace_back(i, j + 1);
      break;
    }
  }
  return found;
}

std::string random_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
      std::vector<std::string>{"[", "]", "[", "]", "ab ", "cd ", "\n2. ", "\n\nArticle 2\n\n"}));
  std::string text = "Article 1\n\n1. ";
  for (const std::string& each : pieces) text += each;
  return text;
}

RC_GTEST_PROP(BracketLaws, SpansNestAndEveryMarkIsInOne, ()) {
  const Draft draft = written(random_text());
  std::size_t marks = draft.marks.open + draft.marks.close;
  for (const Bracket& a : draft.brackets) {
    for (const Bracket& b : draft.brackets) {
      if (a.span.overlaps(b.span)) RC_ASSERT(a.span.contains(b.span) || b.span.contains(a.span));
    }
  }
  RC_ASSERT(2 * draft.brackets.size() == marks + draft.mends.size());
}

// The same with the brackets that have no partner left out or closed at the end.
std::string balanced_text() {
  std::string text;
  std::size_t open = 0;
  for (const char c : random_text()) {
    if (c == ']' && open == 0) continue;
    open += c == '[' ? 1U : 0U;
    open -= c == ']' ? 1U : 0U;
    text += c;
  }
  return text + "z" + std::string(open, ']');
}

RC_GTEST_PROP(BracketLaws, ATextThatBalancesIsTakenAsItIs, ()) {
  const std::string text = balanced_text();
  const Draft draft = written(text);
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const Bracket& each : draft.brackets) found.emplace_back(each.span.start, each.span.end);
  RC_ASSERT(found == balanced(text));
  RC_ASSERT(draft.mends.empty());
}

}  // namespace
}  // namespace parley::drafts
