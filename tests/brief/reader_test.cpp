#include <gtest/gtest.h>

#include <filesystem>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "brief/files.hpp"
#include "brief/hand_made.hpp"
#include "casefile/support.hpp"
#include "json_schema.hpp"
#include "own_folder.hpp"
#include "parley/brief/words.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/drafting/draft_case.hpp"
#include "parley/drafting/folder.hpp"

namespace parley::brief {
namespace {

// A sentence and where it leads.
struct Sentence {
  std::string text;
  std::vector<std::string> links;
};

bool is_reference(const Run& run) { return !run.link.empty() && run.text.starts_with('['); }

// Cut where a run holds a stop and a blank or a line ends; our own prose has no such stop inside a
// sentence. References such as " [3]" stand after the stop and belong to the sentence before it.
std::vector<Sentence> sentences_of(const Prose& prose) {
  std::vector<Sentence> sentences(1);
  bool ended = false;
  for (const Run& run : prose.runs()) {
    if (is_reference(run)) {
      sentences.back().links.push_back(run.link);
      continue;
    }
    for (std::size_t i = 0; i < run.text.size(); ++i) {
      const char c = run.text[i];
      if (ended && c != ' ' && c != '\n') {
        sentences.emplace_back();
        ended = false;
      }
      sentences.back().text += c;
      const bool at_end = i + 1 == run.text.size();
      if (c == '\n' ||
          (c == '.' && (at_end || run.text[i + 1] == ' ' || run.text[i + 1] == '\n'))) {
        ended = true;
      }
    }
    if (!run.link.empty()) sentences.back().links.push_back(run.link);
  }
  return sentences;
}

// Numbers of our own: those in a title stand in quotation marks, and are no more ours than those
// in the words of a report.
bool holds_a_number(std::string text) {
  for (std::size_t open = text.find("“"); open != std::string::npos; open = text.find("“", open)) {
    const std::size_t close = text.find("”", open);
    text.erase(open, close == std::string::npos ? close : close + 3 - open);
  }
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool leads_somewhere(const Prose& prose) {
  return std::any_of(prose.runs().begin(), prose.runs().end(),
                     [](const Run& run) { return !run.link.empty(); });
}

const Table* table_of(const Block& block) {
  if (const auto* figure = std::get_if<Figure>(&block)) return &figure->numbers;
  return std::get_if<Table>(&block);
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
      if (const Table* table = table_of(block); table != nullptr) {
        look(table->caption);
        all(table->head);
        for (const auto& row : table->rows) all(row);
      }
    }
  }
}

// Every anchor within a JSON value, under the name "link" or "anchor".
std::vector<std::string> values_of(const Json& json, const std::string& name) {
  std::vector<std::string> found;
  if (json.is_structured()) {
    for (const auto& each : json.items()) {
      if (each.key() == name && each.value().is_string()) found.push_back(each.value());
      for (std::string& more : values_of(each.value(), name)) found.push_back(std::move(more));
    }
  }
  return found;
}

Brief composed(const casefile::Case& source, Edition edition) {
  const auto assessment = assess::assess(source, {1, 200}, {});
  EXPECT_TRUE(assessment);
  const auto record = drafting::record_of(source, {});
  EXPECT_TRUE(record);
  return compose(source, *assessment, edition, &*record);
}

// The brief on a shipped case; or, under the name "reports", one made straight from reports.
class ShippedBrief : public testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() { briefs_ = new std::map<std::pair<std::string, Edition>, Brief>; }
  static void TearDownTestSuite() { delete briefs_; }

  static const Brief& brief(Edition edition = Edition::team) {
    const auto [entry, is_new] = briefs_->try_emplace({GetParam(), edition});
    if (is_new)
      entry->second = GetParam() == "reports" ? from_reports(edition) : from_case(edition);
    return entry->second;
  }

  // What is read before the picture, sentence by sentence.
  static std::vector<Sentence> front() {
    std::vector<Sentence> sentences;
    for (const Block& block : brief().chapters.front().blocks) {
      if (std::holds_alternative<Figure>(block)) break;
      std::vector<Prose> told;
      if (const auto* list = std::get_if<List>(&block)) told = list->items;
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) told = {paragraph->prose};
      for (const Prose& prose : told) {
        if (prose.text().starts_with("Background")) return sentences;
        for (Sentence& each : sentences_of(prose)) sentences.push_back(std::move(each));
      }
    }
    return sentences;
  }

 private:
  static Brief from_case(Edition edition) {
    const auto read = casefile::read_case(GetParam());
    EXPECT_TRUE(read);
    return composed(read->value, edition);
  }

  static Brief from_reports(Edition edition) {
    const std::string gold = PARLEY_SOURCE_DIR "/tests/record/gold/";
    const auto read =
        drafting::read_reports({gold + "harbour-wire.txt", gold + "harbour-gazette.txt"}, {}, {});
    EXPECT_TRUE(read);
    const auto drafted = drafting::draft_case(read->record, read->texts, casefile::catalogue());
    EXPECT_TRUE(drafted);
    const OwnFolder folder;
    const auto file = drafting::write_case_folder(*drafted, folder / "case", {}, {});
    EXPECT_TRUE(file);
    const auto written = casefile::read_case(*file);
    EXPECT_TRUE(written);
    return composed(written->value, edition);
  }

  static inline std::map<std::pair<std::string, Edition>, Brief>* briefs_ = nullptr;
};

TEST_P(ShippedBrief, FitsItsSchema) {
  const auto schema = nlohmann::json::parse(bytes_of(PARLEY_SOURCE_DIR "/docs/schema/brief.json"));
  EXPECT_EQ(schema_problems(schema, to_json(brief())), "");
  EXPECT_EQ(schema_problems(schema, to_json(brief(Edition::principal))), "");
}

// All but what the case's author wrote as a note, and the last chapter, where the links end.
TEST_P(ShippedBrief, LeadsFromEverySentenceWithANumberToWhereItComesFrom) {
  std::size_t numbers = 0;
  const auto look = [&](const Chapter& chapter, const Prose& prose) {
    if (prose.text().starts_with("Background")) return;
    for (const Sentence& each : sentences_of(prose)) {
      if (!holds_a_number(each.text)) continue;
      ++numbers;
      EXPECT_FALSE(each.links.empty()) << chapter.id << ": " << each.text;
    }
  };
  for (const Chapter& chapter : brief().chapters) {
    if (chapter.id == "method") continue;
    for (const Block& block : chapter.blocks) {
      if (const auto* paragraph = std::get_if<Paragraph>(&block)) look(chapter, paragraph->prose);
      if (const auto* figure = std::get_if<Figure>(&block)) look(chapter, figure->caption);
      if (const Table* table = table_of(block); table != nullptr) look(chapter, table->caption);
      if (const auto* list = std::get_if<List>(&block)) {
        for (const Prose& item : list->items) {
          if (!holds_a_number(item.text())) continue;
          ++numbers;
          EXPECT_TRUE(leads_somewhere(item)) << chapter.id << ": " << item.text();
        }
      }
    }
  }
  EXPECT_GT(numbers, 0U);
}

// In a table a row leads from one of its cells; odds lead from their own cell or from the first.
TEST_P(ShippedBrief, LeadsFromEveryNumberOfATableToWhereItComesFrom) {
  for (const Chapter& chapter : brief().chapters) {
    if (chapter.id == "method") continue;
    for (const Block& block : chapter.blocks) {
      const Table* table = table_of(block);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) {
        const bool row_leads = std::any_of(row.begin(), row.end(), leads_somewhere);
        for (const Prose& cell : row) {
          if (!holds_a_number(cell.text())) continue;
          EXPECT_TRUE(row_leads) << chapter.id << ": " << cell.text();
          if (cell.text().find(" %") == std::string::npos) continue;
          EXPECT_TRUE(leads_somewhere(cell) || leads_somewhere(row.front()))
              << chapter.id << ": " << cell.text();
        }
      }
    }
  }
}

TEST_P(ShippedBrief, HasNoLinkThatLeadsNowhere) {
  std::set<std::string> anchors{"sources"};
  const auto add = [&](const std::string& anchor) {
    EXPECT_TRUE(anchors.insert(anchor).second) << anchor;
  };
  for (const Chapter& chapter : brief().chapters) {
    add(chapter.id);
    for (const Block& block : chapter.blocks) {
      const Table* table = table_of(block);
      if (table == nullptr) continue;
      EXPECT_TRUE(table->anchors.empty() || table->anchors.size() == table->rows.size());
      for (const std::string& each : table->anchors) add(each);
    }
  }
  for (const Exhibit& each : brief().exhibits) add(each.anchor);
  each_prose(brief(), [&](const Prose& prose) {
    for (const brief::Run& run : prose.runs()) {
      EXPECT_TRUE(run.link.empty() || anchors.contains(run.link)) << run.link;
    }
  });
  for (const std::string& each : values_of(to_json(brief()), "link")) {
    EXPECT_TRUE(anchors.contains(each)) << each;
  }
}

// Marks of pictures may be reached too.
TEST_P(ShippedBrief, HasPicturesWhoseMarksLeadSomewhere) {
  for (const Chapter& chapter : brief().chapters) {
    for (const Block& block : chapter.blocks) {
      const auto* figure = std::get_if<Figure>(&block);
      if (figure == nullptr) continue;
      for (const char* marks : {"rows", "items"}) {
        if (!figure->data->contains(marks)) continue;
        for (const Json& mark : figure->data->at(marks)) {
          EXPECT_FALSE(mark.at("link").get<std::string>().empty()) << figure->kind << mark;
        }
      }
      if (!figure->data->contains("points")) continue;
      for (const Json& point : figure->data->at("points")) {
        EXPECT_EQ(point.contains("link"), point.at("kind") != "frontier") << point;
      }
    }
  }
}

TEST_P(ShippedBrief, HasRowsAsLongAsTheirHead) {
  for (const Chapter& chapter : brief().chapters) {
    for (const Block& block : chapter.blocks) {
      const Table* table = table_of(block);
      if (table == nullptr) continue;
      for (const auto& row : table->rows) EXPECT_EQ(row.size(), table->head.size()) << chapter.id;
    }
  }
}

TEST_P(ShippedBrief, AnswersInOneSentenceAndAFront) {
  EXPECT_FALSE(brief().answer.empty());
  EXPECT_EQ(brief().answer.find(". "), std::string::npos) << brief().answer;
  EXPECT_LE(brief().answer.size(), 200U) << brief().answer;
  ASSERT_EQ(brief().chapters.front().id, "bottom-line");
  EXPECT_GT(front().size(), 0U);
  EXPECT_LE(front().size(), 7U);
}

// The imperative is for the principal: no sentence of ours tells anybody what to do.
TEST_P(ShippedBrief, TellsNobodyWhatToDo) {
  each_prose(brief(), [&](const Prose& prose) {
    for (const Sentence& each : sentences_of(prose)) {
      for (const char* word : {"You ", "you should", "Consider ", "Write ", "Make ", "Fill ",
                               "See ", "Check ", "must be done"}) {
        EXPECT_FALSE(each.text.starts_with(word)) << each.text;
      }
    }
  });
}

// ICD 203 forbids likelihood and confidence in one sentence.
TEST_P(ShippedBrief, KeepsOddsAndConfidenceApart) {
  if (GetParam() == "reports") return;  // no odds there
  std::size_t about_confidence = 0;
  for (const Sentence& each : front()) {
    if (!each.text.starts_with("Confidence")) continue;
    ++about_confidence;
    EXPECT_FALSE(holds_a_number(each.text)) << each.text;
  }
  EXPECT_EQ(about_confidence, 1U);
}

// Words of the house that no reader knows: they are said plainly.
TEST_P(ShippedBrief, SaysPlainlyWhatAWorldIs) {
  each_prose(brief(), [](const Prose& prose) {
    if (prose.text().starts_with("Background")) return;
    for (const char* word : {"of the worlds", "the worlds", "sampled worlds"}) {
      EXPECT_EQ(prose.text().find(word), std::string::npos) << prose.text();
    }
  });
}

// In so many words, and with the picture.
TEST_P(ShippedBrief, TellsAPrincipalWhetherADealWouldHold) {
  const auto& chapters = brief(Edition::principal).chapters;
  const auto holding = std::ranges::find(chapters, "holding", &Chapter::id);
  if (GetParam() == "reports") {
    EXPECT_EQ(holding, chapters.end());
    return;
  }
  ASSERT_NE(holding, chapters.end());
  std::size_t words = 0;
  std::size_t pictures = 0;
  for (const Block& block : holding->blocks) {
    if (const auto* text = std::get_if<Paragraph>(&block)) words += words_in(text->prose.text());
    pictures += std::holds_alternative<Figure>(block) ? 1U : 0U;
  }
  EXPECT_GT(words, 0U);
  EXPECT_LE(words, 120U);
  EXPECT_EQ(pictures, 1U);
}

TEST_P(ShippedBrief, IsTwoPagesForAPrincipal) {
  const Brief& principal = brief(Edition::principal);
  EXPECT_LE(words_in(to_markdown(principal)), 700U);
  EXPECT_EQ(principal.answer, brief().answer);
  EXPECT_TRUE(principal.exhibits.empty());
  std::set<std::string> anchors;
  for (const Chapter& chapter : principal.chapters) {
    anchors.insert(chapter.id);
    for (const Block& block : chapter.blocks) {
      const Table* table = table_of(block);
      if (table != nullptr) anchors.insert(table->anchors.begin(), table->anchors.end());
    }
  }
  each_prose(principal, [&](const Prose& prose) {
    for (const brief::Run& run : prose.runs()) {
      EXPECT_TRUE(run.link.empty() || anchors.contains(run.link)) << run.link;
    }
  });
}

std::vector<std::string> cases_and_reports() {
  std::vector<std::string> all = casefile::shipped_cases();
  all.push_back("reports");
  return all;
}

INSTANTIATE_TEST_SUITE_P(Cases, ShippedBrief, testing::ValuesIn(cases_and_reports()),
                         [](const auto& each) {
                           std::string name = std::filesystem::path(each.param).filename();
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

// However many drafts there are and however long their titles.
TEST(Principal, FitsItsWordsWhateverTheCaseHolds) {
  std::string drafts = "drafts:\n";
  std::string title = "Draft";
  for (int word = 0; word < 20; ++word) title += " of the harbour commission";
  for (int i = 0; i < 12; ++i) {
    drafts += "  d" + std::to_string(i) + ": {title: " + title + " " + std::to_string(i) +
              ", terms: {harbour: shared}}\n";
  }
  HandMade made = hand_made({drafts});
  for (int i = 0; i < 12; ++i) add_draft(made, {0.1, 0.1}, {0.9, 0.9}, {0.1, 0.1});
  add_zone(made, 0.3, casefile::Confidence::moderate);
  const Brief brief = compose(made.source, made.assessment, Edition::principal);
  EXPECT_LE(words_in(to_markdown(brief)), 700U);
  EXPECT_EQ(brief.chapters.front().id, "bottom-line");
}

}  // namespace
}  // namespace parley::brief
