#include "parley/record/relations.hpp"

#include "parley/record/comparison.hpp"

namespace parley::record::internal {

std::vector<Relation> compare_reports(const Record& record,
                                      const std::vector<std::unique_ptr<Reading>>& readings) {
  Comparison comparison(record, readings);
  compare_drafts(comparison);
  compare_meetings(comparison);
  compare_quantities(comparison);
  compare_people(comparison);
  compare_remarks(comparison);
  return comparison.take();
}

}  // namespace parley::record::internal
