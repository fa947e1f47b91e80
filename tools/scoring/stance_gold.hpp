#pragma once

#include <string>

#include "parley/base/result.hpp"
#include "scoring/tally.hpp"

namespace parley::scoring {

/// Runs the record engine on the reports of FOLDER/gold.json (the format of
/// tests/record/unseen/stances) and counts its stances.
///
///     by kind         spans share 30 % of the shorter, same party by name, the kind or one of its
///                     alternatives
///     by kind, high   the same of those of high confidence; recall is their coverage
///     by issue        the same with the issue or one of its alternatives too
///
/// One to one, the greatest overlap first. What is optional counts neither way, nor does a second
/// stance for one that is found already. A party is the actor's name, other names or id, else the
/// longest name that holds one or is held by one, else the actor's side. Fails when gold.json
/// cannot be read ("unreadable", "stance-gold") and as record::make_record.
Result<Score> evaluate_stances(const std::string& folder);

}  // namespace parley::scoring
