#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/base/json.hpp"
#include "parley/base/text.hpp"

namespace parley::scoring {

/// True when the two names may mean one actor: after case and articles are folded and a possessive
/// is cut off, the words of one are among the words of the other, and they share a capitalised word
/// if the first has one, else the second holds the first's first word.
bool same_name(std::string_view gold, std::string_view found);

/// True when every word begins with a capital, small ones of up to three letters apart ("Bishop of
/// Tolm"): so no phrase such as "a Velmari diplomat".
bool is_proper_name(std::string_view name);

/// The days that an ISO 8601 date, month, year, week, season or range covers, as day numbers from
/// 1970-01-01, both ends included; nothing for what is none. Times of day are cut off. Seasons are
/// "SP", "SU", "AU", "WI" in the month's place (meteorological, winter from December of that year).
std::optional<std::pair<long, long>> days_of(std::string_view value);

/// The hours in a unit of time ("days"); nothing for other units.
std::optional<double> hours_in(std::string_view unit);

/// The span without white space, commas, stops and the like at its end.
Span without_end_marks(const Text& text, Span span);

/// The share of the union of two spans that both cover.
double overlap(Span a, Span b);

/// True when `accepts` holds for a value, or for one of its elements if it is a list.
bool any_of(const Json& value, const std::function<bool(const Json&)>& accepts);

/// The member as a string; empty when it is absent or no string.
std::string text_of(const Json& object, const char* member);

/// The member as a number; nothing when it is absent or no number.
std::optional<double> number_of(const Json& object, const char* member);

/// The span in members "start" and "end"; empty when there is none.
Span span_of(const Json& object);

}  // namespace parley::scoring
