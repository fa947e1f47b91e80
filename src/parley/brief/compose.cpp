#include "parley/brief/compose.hpp"

#include <fmt/format.h>

#include "parley/base/version.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

namespace {

using Telling = Chapter (*)(Material);

// What a brief can tell of deals: nothing, only that too little is known, or all.
enum class Deals { none, untold, told };

std::vector<Telling> arranged(Arrangement arrangement, Deals deals, bool has_record) {
  std::vector<Telling> chapters{bottom_line};
  if (deals == Deals::told) chapters.push_back(judgements);
  const auto add = [&](std::initializer_list<Telling> more) {
    chapters.insert(chapters.end(), more);
  };
  if (arrangement == Arrangement::answer_first) {
    if (deals != Deals::none) add({deal});
    if (deals == Deals::told) add({obstacles, packages, drivers, watch});
    add({unknowns, positions});
    if (deals != Deals::told && has_record) add({stands, statements});
    add({changes, acceptance, timeline, disagreements});
  } else {
    add({positions});
    if (deals != Deals::told && has_record) add({stands, statements});
    add({changes, acceptance});
    if (deals != Deals::none) add({deal});
    if (deals == Deals::told) add({obstacles, packages, drivers});
    add({timeline, disagreements, unknowns});
    if (deals == Deals::told) add({watch});
  }
  add({method});
  return chapters;
}

// Reports that tell no day may be later than the day that the case describes.
std::string undated_reports(const casefile::Case& source) {
  std::vector<std::string> undated;
  for (const auto& [id, report] : source.reports) {
    if (!report.published) undated.push_back(report.title.empty() ? id : report.title);
  }
  if (undated.empty()) return {};
  return fmt::format("Of {} the day of publication is not known. ",
                     undated.size() == source.reports.size() && undated.size() > 1
                         ? "the reports"
                         : in_quotes(undated));
}

}  // namespace

Brief compose(const casefile::Case& source, const assess::Assessment& assessment,
              Arrangement arrangement, const record::Record* record) {
  Exhibits exhibits(source);
  const Material material{source, assessment, exhibits, record};
  Brief brief;
  brief.title = source.title;
  if (source.as_of) brief.subtitle.add("As of " + in_words(*source.as_of) + ". ");
  brief.subtitle.add(undated_reports(source));
  const Deals deals = !assessment.deals                   ? Deals::none
                      : !knows_what_going_on_gets(source) ? Deals::untold
                                                          : Deals::told;
  brief.subtitle.add(fmt::format("Made by Parley {} from {} {}", kVersion,
                                 count_in_words(source.reports.size()),
                                 source.reports.size() == 1 ? "report" : "reports"));
  if (deals == Deals::told) {
    brief.subtitle.add("; ")
        .link(fmt::format("{} worlds, seed {}", with_separators(assessment.options.worlds),
                          assessment.options.seed),
              "method")
        .add(". Odds use one published scale of words, with the number beside the word.");
  } else {
    brief.subtitle.add(". It gives no odds.");
  }
  for (const Telling tell : arranged(arrangement, deals, record != nullptr)) {
    brief.chapters.push_back(tell(material));
  }
  brief.exhibits = exhibits.all();
  return brief;
}

}  // namespace parley::brief
