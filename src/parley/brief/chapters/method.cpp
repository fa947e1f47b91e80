#include <fmt/format.h>

#include "parley/base/version.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

Chapter method(Material material) {
  Chapter chapter{"method", "How this was made", {}};
  const assess::Assessment& assessment = material.assessment;
  chapter.blocks.push_back(Paragraph{fmt::format(
      "Parley {} drew {} worlds with seed {}. In each, every estimate of the case takes one value: "
      "weights from the priorities, values of options uniformly from all that agree with the "
      "stated "
      "orders, and what each party gets without a deal. Odds are shares of these worlds. The same "
      "case, "
      "seed and version give the same figures on any machine.",
      kVersion, with_separators(assessment.options.worlds), assessment.options.seed)});
  if (assessment.observations.empty()) {
    chapter.blocks.push_back(
        Paragraph{"No answer to a draft was observed, so all worlds count the same."});
  } else {
    chapter.blocks.push_back(
        Paragraph{fmt::format("Worlds that would have given another answer than the one observed "
                              "count less, by how sincere the "
                              "answer is thought to be. The effective number of worlds is {:.0f}.",
                              assessment.effective_worlds)});
    Table table;
    table.head = {"What was observed", "Mean agreement of the worlds",
                  "Effective worlds without it"};
    for (const assess::Agreement& each : assessment.observations) {
      table.rows.push_back(
          {each.description, percent(each.share), fmt::format("{:.0f}", each.effective_without)});
    }
    chapter.blocks.push_back(std::move(table));
  }
  Table reports;
  reports.caption = "Reports read for this case.";
  reports.head = {"Report", "Publisher", "Published", "Reliability"};
  for (const auto& [id, report] : material.source.reports) {
    reports.rows.push_back(
        {report.title.empty() ? id : report.title, report.publisher,
         report.published ? in_words(*report.published) : std::string("not known"),
         report.reliability ? std::string(in_words(*report.reliability))
                            : std::string("not rated")});
  }
  if (!reports.rows.empty()) chapter.blocks.push_back(std::move(reports));
  return chapter;
}

}  // namespace parley::brief
