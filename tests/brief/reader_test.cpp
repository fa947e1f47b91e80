#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "brief/hand_made.hpp"
#include "casefile/support.hpp"

namespace parley::brief {
namespace {

// A sentence of a paragraph and where it leads.
struct Sentence {
  std::string text;
  std::vector<std::string> links;
};

// Cut where a run holds a stop and a blank; our own prose has no such stop inside a sentence.
std::vector<Sentence> sentences_of(const Prose& prose) {
  std::vector<Sentence> sentences(1);
  for (const Run& run : prose.runs()) {
    std::size_t from = 0;
    for (std::size_t stop = run.text.find(". "); stop != std::string::npos;
         stop = run.text.find(". ", from)) {
      sentences.back().text += run.text.substr(from, stop + 1 - from);
      sentences.emplace_back();
      from = stop + 2;
    }
    if (from == run.text.size()) continue;
    if (run.text == " ") {
      sentences.emplace_back();
      continue;
    }
    sentences.back().text += run.text.substr(from);
    if (!run.link.empty()) sentences.back().links.push_back(run.link);
  }
  return sentences;
}

bool holds_a_number(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void each_prose(const Brief& brief, const std::function<void(const Prose&)>& look) {
  const auto all = [&](const std::vector<Prose>& list) {
    for (const Prose& each : list) look(each);
  };
  for (const Chapter& chapter : brief.chapters) {
    for (const Block& block : chapter.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) look(paragraph->prose);
      if (const auto* list = std::get_if<List>(&block)) all(list->items);
      if (const auto* figure = std::get_if<Figure>(&block)) look(figure->caption);
      if (const auto* table = std::get_if<Table>(&block)) {
        look(table->caption);
        all(table->head);
        for (const auto& row : table->rows) all(row);
      }
    }
  }
}

class ShippedBrief : public testing::TestWithParam<std::string> {
 protected:
  static Brief compose_brief() {
    const auto read = casefile::read_case(GetParam());
    EXPECT_TRUE(read);
    const auto assessment = assess::assess(read->value, {1, 200}, {});
    EXPECT_TRUE(assessment);
    return compose(read->value, *assessment);
  }
};

TEST_P(ShippedBrief, LeadsFromEverySentenceWithANumberOfItsBottomLineToWhereItComesFrom) {
  const Brief brief = compose_brief();
  ASSERT_EQ(brief.chapters.front().id, "bottom-line");
  const auto* paragraph = std::get_if<Paragraph>(&brief.chapters.front().blocks.front());
  ASSERT_TRUE(paragraph);
  for (const Sentence& each : sentences_of(paragraph->prose)) {
    EXPECT_TRUE(!holds_a_number(each.text) || !each.links.empty()) << each.text;
  }
}

TEST_P(ShippedBrief, HasNoLinkThatLeadsNowhere) {
  const Brief brief = compose_brief();
  std::set<std::string> anchors{"sources"};
  for (const Chapter& each : brief.chapters) EXPECT_TRUE(anchors.insert(each.id).second) << each.id;
  for (const Exhibit& each : brief.exhibits) {
    EXPECT_TRUE(anchors.insert(each.anchor).second) << each.anchor;
  }
  each_prose(brief, [&](const Prose& prose) {
    for (const brief::Run& run : prose.runs()) {
      EXPECT_TRUE(run.link.empty() || anchors.contains(run.link)) << run.link;
    }
  });
}

TEST_P(ShippedBrief, HasRowsAsLongAsTheirHead) {
  for (const Chapter& chapter : compose_brief().chapters) {
    for (const Block& block : chapter.blocks) {
      const auto* table = std::get_if<Table>(&block);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) EXPECT_EQ(row.size(), table->head.size()) << chapter.id;
    }
  }
}

// ICD 203 forbids likelihood and confidence in one sentence.
TEST_P(ShippedBrief, KeepsOddsAndConfidenceApart) {
  const Brief brief = compose_brief();
  const auto& paragraph = std::get<Paragraph>(brief.chapters.front().blocks.front());
  std::size_t about_confidence = 0;
  for (const Sentence& each : sentences_of(paragraph.prose)) {
    if (!each.text.starts_with("Confidence")) continue;
    ++about_confidence;
    EXPECT_FALSE(holds_a_number(each.text)) << each.text;
  }
  EXPECT_EQ(about_confidence, 1U);
}

INSTANTIATE_TEST_SUITE_P(Cases, ShippedBrief, testing::ValuesIn(casefile::shipped_cases()),
                         [](const auto& each) {
                           std::string name = std::filesystem::path(each.param).filename();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace parley::brief
