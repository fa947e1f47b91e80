#include "parley/record/times.hpp"

#include <algorithm>

#include "parley/record/numbers.hpp"

namespace parley::record::internal {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

std::string range_text(Date first, Date last) {
  return first == last ? to_iso(first) : to_iso(first) + "/" + to_iso(last);
}

Date end_of_month(std::chrono::year_month month) { return Date(month / std::chrono::last); }

class Clock {
 public:
  explicit Clock(const Reading& reading)
      : reading_(reading), words_(reading.words), today_(reading.document.published) {}

  std::vector<FoundTime> run() {
    for (const Sentence& sentence : words_.sentences) {
      for (std::size_t i = sentence.first; i < sentence.last;) {
        const std::size_t next = read_at(i, sentence);
        i = next > i ? next : i + 1;
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }
  const Token& token(std::size_t i) const { return words_.tokens[i]; }

  std::optional<unsigned> month_at(std::size_t i, std::size_t end) const {
    if (i >= end || !token(i).is_capital) return std::nullopt;
    const unsigned month = month_named(lower(i));
    if (month == 0) return std::nullopt;
    // "May" and "March" as a verb begin a sentence and no number is near.
    return month;
  }

  std::optional<int> year_at(std::size_t i, std::size_t end) const {
    if (i >= end || token(i).kind != TokenKind::number || token(i).text.size() != 4)
      return std::nullopt;
    const auto number = number_in_word(lower(i));
    if (!number || number->value < 1900 || number->value > 2100) return std::nullopt;
    return static_cast<int>(number->value);
  }

  std::optional<unsigned> day_at(std::size_t i, std::size_t end) const {
    if (i >= end) return std::nullopt;
    const auto number = number_in_word(lower(i));
    if (!number || number->in_words || number->value < 1 || number->value > 31 ||
        token(i).text.find('.') != std::string_view::npos)
      return std::nullopt;
    return static_cast<unsigned>(number->value);
  }

  // The clause is about what is to come.
  bool is_future(std::size_t i, const Sentence& sentence) const {
    const std::string_view before = i > sentence.first ? lower(i - 1) : std::string_view();
    if (before == "next" || before == "until" || before == "by") return true;
    // "that was planned for Tuesday did not take place"
    for (std::size_t k = i + 1; k < sentence.last && k < i + 4; ++k) {
      if (lower(k) == "did" || lower(k) == "took") return false;
      // "on Saturday has been cancelled": what is called off was still to come.
      if (lower(k) == "cancelled" || lower(k) == "canceled" || lower(k) == "postponed" ||
          lower(k) == "off")
        return true;
    }
    const std::size_t from = i > sentence.first + 14 ? i - 14 : sentence.first;
    for (std::size_t k = i; k-- > from;) {
      const std::string_view word = lower(k);
      const Category category = reading_.grammar().at(k);
      if (word == "will" || word == "'ll" || word == "wo" || word == "shall" ||
          word == "scheduled" || word == "planned" || word == "due" || word == "expected" ||
          word == "would")
        return true;
      if (word == "to" && k > from &&
          (lower(k - 1) == "is" || lower(k - 1) == "are" || lower(k - 1) == "hopes" ||
           lower(k - 1) == "agreed"))
        return true;
      // "invited both sides to meet on Friday", "jets to the capital on Monday"
      if (word == "invited" || word == "urged") return true;
      if (token(k).tag == Tag::VBZ && words_.tagged && category == Category::finite &&
          !lexicon().cue(word))
        return true;
      if (category == Category::finite && word.ends_with("ed")) return false;
      if (word == "was" || word == "were" || word == "had" || word == "said" || word == "told")
        return false;
    }
    for (std::size_t k = i + 1; k < sentence.last && k < i + 8; ++k) {
      if (lower(k) == "will") return true;
      if (reading_.grammar().is(k, Category::finite)) return false;
    }
    return false;
  }

  int nearest_year(unsigned month, unsigned day, bool future) const {
    const int year = static_cast<int>(today_->year());
    const Date same{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    const auto ahead = (sys_days(same) - sys_days(*today_)).count();
    if (ahead > 0 && !future && ahead > 150) return year - 1;
    if (ahead < 0 && future && ahead < -31) return year + 1;
    if (ahead > 31 && !future) return year - 1;
    return year;
  }

  void add(Range tokens, std::optional<Date> first, std::optional<Date> last, std::string value) {
    FoundTime found;
    found.tokens = tokens;
    found.first = first;
    found.last = last;
    found.time.passage = reading_.passage(tokens.first, tokens.last);
    found.time.text = reading_.text(tokens.first, tokens.last);
    found.time.value = std::move(value);
    found_.push_back(std::move(found));
  }

  void add_days(Range tokens, Date first, Date last) {
    add(tokens, first, last, range_text(first, last));
  }
  void add_unknown(Range tokens) { add(tokens, std::nullopt, std::nullopt, ""); }

  std::size_t read_at(std::size_t i, const Sentence& sentence) {
    const std::size_t end = sentence.last;
    if (const auto iso = parse_iso_date(token(i).text)) {
      add_days({i, i + 1}, *iso, *iso);
      return i + 1;
    }
    if (const std::size_t next = day_first(i, sentence)) return next;
    if (const auto month = month_at(i, end)) return month_first(i, *month, sentence);
    if (const auto weekday_number = weekday_named(lower(i)); weekday_number && token(i).is_capital)
      return weekday_name(i, *weekday_number, sentence);
    if (const std::size_t next = relative(i, sentence)) return next;
    if (const auto year = year_at(i, end)) {
      const std::string_view before = i > sentence.first ? lower(i - 1) : std::string_view();
      const bool dated = before == "in" || before == "since" || before == "of" ||
                         before == "from" || before == "to" || before == "until" ||
                         before == "by" || before == "late" || before == "early" ||
                         before == "spring" || before == "summer" || before == "autumn" ||
                         before == "winter";
      if (!dated) return i + 1;
      if (lower(i + 1) == "to" && year_at(i + 2, end)) {
        add({i, i + 3}, Date(std::chrono::year(*year) / 1 / 1),
            Date(std::chrono::year(*year_at(i + 2, end)) / 12 / 31),
            std::to_string(*year) + "/" + std::to_string(*year_at(i + 2, end)));
        return i + 3;
      }
      add({i, i + 1}, Date(std::chrono::year(*year) / 1 / 1),
          Date(std::chrono::year(*year) / 12 / 31), std::to_string(*year));
      return i + 1;
    }
    return i + 1;
  }

  // "21 and 22 May 2027", "21-22 May", "3 December 2025"
  std::size_t day_first(std::size_t i, const Sentence& sentence) {
    const std::size_t end = sentence.last;
    auto day = day_at(i, end);
    std::optional<unsigned> second;
    std::size_t at = i + 1;
    if (!day && token(i).kind == TokenKind::word) {
      const std::size_t hyphen = lower(i).find('-');
      if (hyphen != std::string_view::npos) {
        const auto a = number_in_word(lower(i).substr(0, hyphen));
        const auto b = number_in_word(lower(i).substr(hyphen + 1));
        if (a && b && !a->in_words && !b->in_words && a->value >= 1 && a->value < b->value &&
            b->value <= 31) {
          day = static_cast<unsigned>(a->value);
          second = static_cast<unsigned>(b->value);
        }
      }
    }
    if (!day) return 0;
    if (!second && at + 1 < end &&
        (lower(at) == "and" || lower(at) == "to" || token(at).text == "-" ||
         token(at).text == "\u2013")) {
      const auto other = day_at(at + 1, end);
      if (other && *other > *day && month_at(at + 2, end)) {
        second = other;
        at += 2;
      }
    }
    if (lower(at) == "of") ++at;
    const auto month = month_at(at, end);
    if (!month) return 0;
    ++at;
    return finish(i, at, *month, *day, second.value_or(*day), sentence);
  }

  std::size_t month_first(std::size_t i, unsigned month, const Sentence& sentence) {
    const std::size_t end = sentence.last;
    if (const auto day = day_at(i + 1, end)) {
      std::size_t at = i + 2;
      unsigned last = *day;
      if (at + 1 < end && (token(at).text == "-" || token(at).text == "\u2013" ||
                           lower(at) == "and" || lower(at) == "to")) {
        const auto other = day_at(at + 1, end);
        if (other && *other > *day && !(at + 2 < end && units_follow(at + 2))) {
          last = *other;
          at += 2;
        }
      }
      return finish(i, at, month, *day, last, sentence);
    }
    std::size_t at = i + 1;
    if (at < end && token(at).text == "," && year_at(at + 1, end)) ++at;
    if (const auto year = year_at(at, end)) {
      const auto whole = std::chrono::year(*year) / std::chrono::month(month);
      add({i, at + 1}, Date(whole / 1), end_of_month(whole), to_iso(Date(whole / 1)).substr(0, 7));
      return at + 1;
    }
    const std::string_view before = i > sentence.first ? lower(i - 1) : std::string_view();
    if ((lower(i) == "may" || lower(i) == "march") && before != "in" && before != "since" &&
        before != "until" && before != "by" && before != "of" && before != "last" &&
        before != "next" && before != "from")
      return i + 1;
    if (!today_) {
      add_unknown({i, i + 1});
      return i + 1;
    }
    const bool future = is_future(i, sentence);
    const auto whole =
        std::chrono::year(nearest_year(month, 1, future)) / std::chrono::month(month);
    add({i, i + 1}, Date(whole / 1), end_of_month(whole), to_iso(Date(whole / 1)).substr(0, 7));
    return i + 1;
  }

  bool units_follow(std::size_t i) const {
    return token(i).kind == TokenKind::word && !token(i).is_capital && lower(i).ends_with('s');
  }

  std::size_t finish(std::size_t i, std::size_t at, unsigned month, unsigned first, unsigned last,
                     const Sentence& sentence) {
    const std::size_t end = sentence.last;
    std::size_t year_place = at;
    if (year_place < end && token(year_place).text == ",") ++year_place;
    auto year = year_at(year_place, end);
    const std::size_t stop = year ? year_place + 1 : at;
    if (!year && today_) year = nearest_year(month, first, is_future(i, sentence));
    if (!year) {
      add_unknown({i, stop});
      return stop;
    }
    const Date from{std::chrono::year(*year), std::chrono::month(month), std::chrono::day(first)};
    const Date to{std::chrono::year(*year), std::chrono::month(month), std::chrono::day(last)};
    if (from.ok() && to.ok()) add_days({i, stop}, from, to);
    return stop;
  }

  std::size_t weekday_name(std::size_t i, unsigned number, const Sentence& sentence) {
    std::size_t begin = i;
    const std::string_view before = i > sentence.first ? lower(i - 1) : std::string_view();
    if (before == "last" || before == "next" || before == "this") --begin;
    std::size_t stop = i + 1;
    if (lower(stop) == "night" || lower(stop) == "morning" || lower(stop) == "evening" ||
        lower(stop) == "afternoon")
      ++stop;
    // "Friday, 4 February" is told by its date.
    if (stop < sentence.last && token(stop).text == "," &&
        (day_at(stop + 1, sentence.last) || month_at(stop + 1, sentence.last)))
      return stop + 1;
    if (!today_) {
      add_unknown({begin, stop});
      return stop;
    }
    const sys_days today(*today_);
    const weekday wanted(number);
    sys_days day;
    if (before == "next" || (before != "last" && is_future(i, sentence))) {
      day = today + (wanted - weekday(today));
      if (day == today && before == "next") day += days(7);
    } else {
      day = today - (weekday(today) - wanted);
      if (before == "last" && day == today) day -= days(7);
    }
    add_days({begin, stop}, Date(day), Date(day));
    return stop;
  }

  std::size_t relative(std::size_t i, const Sentence& sentence) {
    const std::string_view word = lower(i);
    const auto known = [&](std::size_t stop, auto&& from_today) {
      if (!today_) {
        add_unknown({i, stop});
      } else {
        const auto [first, last] = from_today(sys_days(*today_));
        add_days({i, stop}, Date(first), Date(last));
      }
      return stop;
    };
    const auto part_of_day = [&](std::size_t at) {
      return lower(at) == "morning" || lower(at) == "evening" || lower(at) == "afternoon" ||
                     lower(at) == "night"
                 ? at + 1
                 : at;
    };
    if (word == "today" || word == "tonight")
      return known(i + 1, [](sys_days day) { return std::pair(day, day); });
    if (word == "yesterday")
      return known(part_of_day(i + 1),
                   [](sys_days day) { return std::pair(day - days(1), day - days(1)); });
    if (word == "tomorrow")
      return known(part_of_day(i + 1),
                   [](sys_days day) { return std::pair(day + days(1), day + days(1)); });
    if (word == "this" && part_of_day(i + 1) > i + 1)
      return known(i + 2, [](sys_days day) { return std::pair(day, day); });
    if (word == "end" && lower(i + 1) == "of" &&
        (lower(i + 2) == "the" || lower(i + 2) == "this") && lower(i + 3) == "month") {
      return known(i + 4, [](sys_days day) {
        const Date date(day);
        return std::pair(day, sys_days(end_of_month(date.year() / date.month())));
      });
    }
    std::size_t at = i;
    if (word == "earlier" || word == "later" || word == "late") ++at;
    const std::string_view which = lower(at);
    const std::string_view unit = lower(at + 1);
    if (which != "last" && which != "next" && which != "this") return 0;
    if (at + 1 >= sentence.last) return 0;
    const int step = which == "last" ? -1 : which == "next" ? 1 : 0;
    if (unit == "weekend") {
      return known(at + 2, [&](sys_days day) {
        // The Saturday of this week (Monday first), moved by weeks.
        const auto since_monday = (weekday(day) - std::chrono::Monday).count();
        sys_days saturday = day - days(since_monday) + days(5);
        if (step < 0 && saturday + days(1) >= day) saturday -= days(7);
        if (step < 0 && saturday + days(1) < day - days(7)) saturday += days(7);
        if (step > 0) saturday += days(since_monday >= 5 ? 7 : 0);
        return std::pair(saturday, saturday + days(1));
      });
    }
    if (unit == "week") {
      return known(at + 2, [&](sys_days day) {
        const sys_days monday = day - (weekday(day) - std::chrono::Monday) + days(7 * step);
        return std::pair(monday, monday + days(6));
      });
    }
    if (unit == "month") {
      if (!today_) {
        add_unknown({i, at + 2});
        return at + 2;
      }
      const auto month = today_->year() / today_->month() + std::chrono::months(step);
      add({i, at + 2}, Date(month / 1), end_of_month(month), to_iso(Date(month / 1)).substr(0, 7));
      return at + 2;
    }
    if (unit == "year") {
      if (!today_) {
        add_unknown({i, at + 2});
        return at + 2;
      }
      const auto year = today_->year() + std::chrono::years(step);
      add({i, at + 2}, Date(year / 1 / 1), Date(year / 12 / 31),
          std::to_string(static_cast<int>(year)));
      return at + 2;
    }
    return 0;
  }

  const Reading& reading_;
  const Words& words_;
  std::optional<Date> today_;
  std::vector<FoundTime> found_;
};

}  // namespace

std::vector<FoundTime> find_times(const Reading& reading) { return Clock(reading).run(); }

}  // namespace parley::record::internal
