#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "parley/casefile/case.hpp"
#include "parley/record/record.hpp"

namespace parley::drafting::internal {

/// On which days the statements of a record were made, as far as their sentences tell.
class SpeechDays {
 public:
  /// `record` and `texts` must outlive this. Linear in the statements and times.
  SpeechDays(const record::Record& record, const casefile::Named<Text>& texts);

  /// The day that stands beside the speaker or the verb of a statement ("said on Tuesday"); nothing
  /// when no day stands there. The day of publication is never taken for it.
  std::optional<casefile::Date> of(const std::string& statement) const;

 private:
  const casefile::Named<Text>* texts_;
  std::map<std::string, const record::Statement*> statements_;
  std::map<std::string, std::vector<const record::Time*>> times_;  // by report, in order
};

}  // namespace parley::drafting::internal
