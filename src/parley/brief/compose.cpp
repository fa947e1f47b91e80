#include "parley/brief/compose.hpp"

#include <fmt/format.h>

#include "parley/base/version.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

namespace {

using Telling = Chapter (*)(Material);

std::vector<Telling> arranged(Arrangement arrangement, bool has_deals) {
  std::vector<Telling> chapters{bottom_line};
  const auto add = [&](std::initializer_list<Telling> more) {
    chapters.insert(chapters.end(), more);
  };
  if (arrangement == Arrangement::answer_first) {
    if (has_deals) add({deal, obstacles, packages, drivers, watch});
    add({unknowns, positions, changes, acceptance, timeline, disagreements});
  } else {
    add({positions, changes, acceptance});
    if (has_deals) add({deal, obstacles, packages, drivers});
    add({timeline, disagreements, unknowns});
    if (has_deals) add({watch});
  }
  add({method});
  return chapters;
}

}  // namespace

Brief compose(const casefile::Case& source, const assess::Assessment& assessment,
              Arrangement arrangement) {
  Exhibits exhibits(source);
  const Material material{source, assessment, exhibits};
  Brief brief;
  brief.title = source.title;
  if (source.as_of) brief.subtitle = "As of " + in_words(*source.as_of) + ". ";
  brief.subtitle += fmt::format(
      "Made by Parley {} from {} reports; {} worlds, seed {}. Odds use one published scale of "
      "words, "
      "with the number beside the word.",
      kVersion, count_in_words(source.reports.size()), with_separators(assessment.options.worlds),
      assessment.options.seed);
  for (const Telling tell : arranged(arrangement, assessment.deals.has_value())) {
    brief.chapters.push_back(tell(material));
  }
  brief.exhibits = exhibits.all();
  return brief;
}

}  // namespace parley::brief
