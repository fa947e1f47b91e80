#pragma once

#include <vector>

#include "parley/base/result.hpp"
#include "scoring/gold.hpp"
#include "scoring/polnear.hpp"
#include "scoring/tally.hpp"

namespace parley::scoring {

/// Runs the record engine on each gold report by itself, and on each group of them together, and
/// adds up what score_report and score_relations count. Fails as record::make_record.
Result<Score> evaluate(const Gold& gold);

/// Runs the record engine on each article and adds up what score_article counts. Fails likewise.
Result<Score> evaluate(const std::vector<Article>& articles);

}  // namespace parley::scoring
