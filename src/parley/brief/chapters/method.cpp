#include <fmt/format.h>

#include <algorithm>

#include "parley/base/hash.hpp"
#include "parley/base/version.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

namespace {

// Answers that tell which of the two a party prefers come first among what was observed.
std::size_t answers_observed(const casefile::Case& source) {
  return static_cast<std::size_t>(
      std::count_if(source.answers.begin(), source.answers.end(), [](const auto& each) {
        return each.answer == casefile::AnswerKind::accepted ||
               each.answer == casefile::AnswerKind::rejected;
      }));
}

std::string hash_of(const casefile::Case& source, const std::string& report) {
  const Text* text = source.texts.find(report);
  return text == nullptr ? "–" : fmt::format("{:016x}", fnv1a(text->utf8()));
}

void add_reports(const Material& material, Chapter& chapter) {
  Table reports;
  reports.caption =
      "Reports read for this case. The hash (64-bit FNV-1a) tells whether a text is still the one "
      "that was read.";
  reports.head = {"Report", "Publisher", "Published", "Reliability", "Hash"};
  for (const auto& [id, report] : material.source.reports) {
    reports.rows.push_back(
        {report.title.empty() ? id : report.title, report.publisher,
         report.published ? in_words(*report.published) : std::string("not known"),
         report.reliability ? std::string(in_words(*report.reliability)) : std::string("not rated"),
         hash_of(material.source, id)});
  }
  if (!reports.rows.empty()) chapter.blocks.push_back(std::move(reports));
}

}  // namespace

Chapter method(Material material) {
  Chapter chapter{"method", "How this was made", {}};
  const assess::Assessment& assessment = material.assessment;
  if (!tells_odds(material.assessment)) {
    chapter.blocks.push_back(Paragraph{fmt::format(
        "Parley {} read the reports and compared them. It gives no odds, as the case has no "
        "estimates to make them from.",
        kVersion)});
    add_reports(material, chapter);
    return chapter;
  }
  chapter.blocks.push_back(Paragraph{fmt::format(
      "Parley {} drew {} versions of the situation that agree with the case (seed {}). In each, "
      "every estimate takes one value: weights from the priorities, values of options uniformly "
      "from all that agree with the stated orders, and what each party gets without a deal. Odds "
      "are shares of these versions, in one published scale of words with the number beside the "
      "word. Points run from 0, the worst option on every issue, to 100, the best, by the party’s "
      "own values; they mean nothing across parties. The same case, seed and version of the program "
      "give the same figures on any machine; assessment.json holds all of them.",
      kVersion, with_separators(assessment.options.worlds), assessment.options.seed)});
  if (assessment.observations.empty()) {
    chapter.blocks.push_back(
        Paragraph{"No answer to a draft was observed, so all versions count the same."});
  } else {
    chapter.blocks.push_back(
        Paragraph{fmt::format("Versions in which a party would have given another answer than the one "
                              "observed count less, by how sincere the answer is thought to be. "
                              "That leaves the weight of {:.0f} of them.",
                              assessment.effective_worlds)});
    Table table;
    table.head = {"What was observed", "How far the versions agree with it",
                  "Weight left without it"};
    const std::size_t answers = answers_observed(material.source);
    for (std::size_t i = 0; i < assessment.observations.size(); ++i) {
      const assess::Agreement& each = assessment.observations[i];
      table.rows.push_back({Prose().link(each.description, i < answers ? "timeline" : "positions"),
                            percent(each.share), fmt::format("{:.0f}", each.effective_without)});
    }
    chapter.blocks.push_back(std::move(table));
  }
  add_reports(material, chapter);
  return chapter;
}

}  // namespace parley::brief
