#include "parley/brief/compose.hpp"

#include "parley/brief/chapters.hpp"
#include "parley/brief/chapters/answer.hpp"
#include "parley/brief/chapters/principal.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

namespace {

using Telling = Chapter (*)(Material);

// What a brief can tell of deals: nothing, only that too little is known, or all.
enum class Deals { none, untold, told };

Deals deals_of(const Material& material) {
  if (!material.assessment.deals) return Deals::none;
  return tells_odds(material.assessment) ? Deals::told : Deals::untold;
}

// The chapters in their order: the answer, what it hangs on, positions and drafts, the rest.
std::vector<Telling> chapters_of(const Material& material) {
  const Deals deals = deals_of(material);
  const bool has_record = material.record != nullptr;
  std::vector<Telling> chapters{bottom_line};
  const auto add = [&](std::initializer_list<Telling> more) {
    chapters.insert(chapters.end(), more);
  };
  if (deals == Deals::told) add({drivers});
  add({positions});
  if (deals != Deals::told && has_record) add({stands, statements});
  add({changes, acceptance});
  if (deals != Deals::none) add({deal});
  if (deals == Deals::told) add({obstacles, packages});
  if (material.assessment.stability) add({holding});
  if (deals == Deals::told) add({watch});
  add({timeline, disagreements, unknowns, method});
  return chapters;
}

// Reports that tell no day may be later than the day that the case describes.
std::string undated_reports(const casefile::Case& source) {
  std::vector<std::string> undated;
  for (const auto& [id, report] : source.reports) {
    if (!report.published) undated.push_back(report.title.empty() ? id : report.title);
  }
  if (undated.empty()) return {};
  const bool all = undated.size() == source.reports.size() && undated.size() > 1;
  return "; of " + (all ? std::string("the reports") : in_quotes(undated)) +
         " the date is not known";
}

Prose subtitle(const casefile::Case& source) {
  Prose prose;
  prose.strong(source.title);
  if (source.as_of) prose.add(", as known on " + in_words(*source.as_of));
  if (!source.reports.empty()) {
    prose.add(", from " + count_in_words(source.reports.size()) +
              (source.reports.size() == 1 ? " report" : " reports"));
  }
  prose.add(undated_reports(source));
  return prose;
}

}  // namespace

Brief compose(const casefile::Case& source, const assess::Assessment& assessment, Edition edition,
              const record::Record* record) {
  Exhibits exhibits(source);
  const Material material{source, assessment, exhibits, record};
  Brief brief{.title = source.title,
              .answer = answer(material),
              .subtitle = subtitle(source),
              .chapters = {},
              .exhibits = {}};
  if (edition == Edition::principal) return principal_brief(material, brief);
  for (const Telling tell : chapters_of(material)) {
    brief.chapters.push_back(tell(material));
  }
  brief.exhibits = exhibits.all();
  return brief;
}

}  // namespace parley::brief
