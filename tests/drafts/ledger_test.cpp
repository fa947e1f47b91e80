#include "parley/drafts/ledger.hpp"

#include <gmock/gmock.h>

#include "drafts/written.hpp"
#include "parley/drafts/page.hpp"

namespace parley::drafts {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::vector<Version> two_versions() {
  std::vector<Draft> drafts;
  drafts.push_back(written(
      "Article 1\n\n1. Lund opens [both of] its ferries to the farmers of Marrow at dawn.\n\n"
      "Article 2\n\n1. Marrow pays [Marrow: no toll] on <b>Sundays</b> & feasts.\n",
      "a.txt"));
  drafts.push_back(written(
      "Article 1\n\n1. Lund opens [both of] its ferries to the farmers of Marrow at dusk.\n\n"
      "Article 2\n\n1. Marrow pays on <b>Sundays</b> & feasts [within [X] days [at the pier]].\n",
      "b.txt"));
  return follow(std::move(drafts), {std::nullopt, 0});
}

TEST(Ledger, CountsWhatIsOpenByTextArticleAndHolder) {
  const auto versions = two_versions();
  const Ledger ledger = make_ledger(versions);
  ASSERT_THAT(ledger.by_draft, SizeIs(2));
  EXPECT_EQ(ledger.by_draft[0].open, 2U);
  EXPECT_EQ(ledger.by_draft[0].brackets, 2U);
  EXPECT_EQ(ledger.by_draft[1].brackets, 3U);
  EXPECT_EQ(ledger.by_draft[1].placeholders, 1U);
  EXPECT_EQ(ledger.by_draft[1].opened, 3U);
  EXPECT_EQ(ledger.by_draft[1].closed, 1U);
  std::vector<std::size_t> of_last;
  for (const auto& row : ledger.by_article) {
    if (row.draft == 1) of_last.push_back(row.open);
  }
  EXPECT_THAT(of_last, ElementsAre(1U, 3U));
  ASSERT_THAT(ledger.by_holder, SizeIs(1));
  EXPECT_EQ(ledger.by_holder[0].holder, "Marrow");
  EXPECT_THAT(ledger.oldest, ElementsAre(0U, 1U, 2U, 3U));
  EXPECT_THAT(ledger.deepest, ElementsAre(2U, 3U, 0U, 1U));
  EXPECT_THAT(make_ledger(versions, 1).deepest, ElementsAre(2U));
}

TEST(Page, MarksWhatWasPutInAndTakenOutAndShowsTextAsText) {
  const auto versions = two_versions();
  const std::string page = to_page(versions, make_ledger(versions));
  EXPECT_THAT(page, HasSubstr("<del>dawn</del>"));
  EXPECT_THAT(page, HasSubstr("<ins>dusk</ins>"));
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;Sundays&lt;/b&gt; &amp; feasts"));
  EXPECT_THAT(page, Not(HasSubstr("<b>Sundays")));
  EXPECT_THAT(page, HasSubstr("opened in a, still open"));
  EXPECT_THAT(page, HasSubstr("opened in a, closed in b (dropped), Marrow"));
}

TEST(Page, DrawsAMoveFromWhereTheClauseStood) {
  std::vector<Draft> drafts;
  const std::string ferries = "Lund opens both of its ferries to the farmers of Marrow at dawn.";
  const std::string tolls = "Nine crowns are paid for every cart that is carried across.";
  const std::string fish = "No nets wider than ten metres may be cast from the bank.";
  drafts.push_back(written("1. " + ferries + "\n2. " + tolls + "\n3. " + fish + "\n", "a.txt"));
  drafts.push_back(written("1. " + fish + "\n2. " + ferries + "\n3. " + tolls + "\n", "b.txt"));
  const auto versions = follow(std::move(drafts), {std::nullopt, 0});
  const std::string page = to_page(versions, make_ledger(versions));
  EXPECT_THAT(page, HasSubstr("data-from=\"m1-2\""));
  EXPECT_THAT(page, HasSubstr("id=\"m1-2\""));
}

}  // namespace
}  // namespace parley::drafts
