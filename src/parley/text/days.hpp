#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace parley::text {

struct FoundDay {
  std::chrono::year_month_day day;
  /// Day and month are both figures up to 12 and not the same, so that the other order is as good.
  bool may_be_swapped = false;
};

/// Which comes first where a day and a month are both written in figures.
enum class DayOrder { day_first, month_first };

/// The first full date in a text: "2026-03-05", "2026/3/5", "2026.03.05", "5 March 2026", "5th of
/// March, 2026", "5. März 2026", "March 5th, 2026", "MAR 5 2026", "Thu Mar 05 2026", "05.03.2026",
/// "5/3/2026", "2026年3月5日". Names of months by data/html/months.tsv. Of figures only, the order
/// counts unless one of them is above 12. Nothing where no date is, or none from 1900 to 2100.
std::optional<FoundDay> find_day(std::string_view text, DayOrder order = DayOrder::day_first);

}  // namespace parley::text
