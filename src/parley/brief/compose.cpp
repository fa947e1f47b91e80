#include "parley/brief/compose.hpp"

#include <fmt/format.h>

#include "parley/base/version.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {

Brief compose(const casefile::Case& source, const assess::Assessment& assessment) {
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
  std::vector<Chapter (*)(Material)> chapters{bottom_line, positions, changes, acceptance};
  if (assessment.deals) {
    chapters.insert(chapters.end(), {deal, obstacles, packages, drivers});
  }
  chapters.insert(chapters.end(), {timeline, disagreements, unknowns});
  if (assessment.deals) chapters.push_back(watch);
  chapters.push_back(method);
  for (Chapter (*chapter)(Material) : chapters) brief.chapters.push_back(chapter(material));
  brief.exhibits = exhibits.all();
  return brief;
}

}  // namespace parley::brief
