#include "scoring/evaluate.hpp"

#include <optional>

#include "scoring/measures.hpp"
#include "scoring/recording.hpp"

namespace parley::scoring {

Result<Score> evaluate(const Gold& gold) {
  Score score;
  for (const GoldReport& report : gold.reports) {
    const Result<Json> record = record_of({{report.path, report.date}});
    if (!record) return tl::unexpected(record.error());
    score.add(score_report(report, *record));
  }
  for (const GoldGroup& group : gold.groups) {
    std::vector<ReportFile> files;
    for (const std::string& file : group.files) {
      if (const GoldReport* report = gold.find(file)) files.push_back({report->path, report->date});
    }
    const Result<Json> record = record_of(files);
    if (!record) return tl::unexpected(record.error());
    score.add(score_relations(group, *record));
  }
  return score;
}

Result<Score> evaluate(const std::vector<Article>& articles) {
  Score score;
  for (const Article& article : articles) {
    const Result<Json> record = record_of({{article.path, std::nullopt}});
    if (!record) return tl::unexpected(record.error());
    score.add(score_article(article, *record));
  }
  return score;
}

}  // namespace parley::scoring
