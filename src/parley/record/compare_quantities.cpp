#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "parley/record/comparison.hpp"
#include "parley/record/date.hpp"
#include "parley/record/numbers.hpp"
#include "parley/record/wording.hpp"

namespace parley::record::internal {
namespace {

constexpr std::size_t kMostOfAReport = 100;  // counts that are compared
constexpr std::size_t kReach = 18;           // words to both sides that say what is counted

using Events = std::set<std::string_view>;

const TextMap<std::string_view>& event_words() {
  static const TextMap<std::string_view> table = [] {
    TextMap<std::string_view> made;
    for (const auto& row : lexicon_rows("counted.tsv")) {
      for (const std::string_view word : split(row[1], ' ')) made.emplace(word, row[0]);
    }
    return made;
  }();
  return table;
}

// A count with what its sentence says of it.
struct Count {
  const Quantity* quantity = nullptr;
  std::string head;  // the stem of the noun that is counted
  Events events;     // what befalls them
  std::set<std::string> stems;
  std::set<std::string> sides;
};

class Counts {
 public:
  explicit Counts(Comparison& comparison) : comparison_(comparison) {
    for (const Quantity& quantity : comparison.record().quantities) {
      if (comparison.is_copy(quantity.passage.report) || !is_compared(quantity)) continue;
      auto& list = by_report_[quantity.passage.report];
      if (list.size() < kMostOfAReport) list.push_back(describe(quantity));
    }
  }

  void run() {
    const auto& reports = comparison_.record().reports;
    for (std::size_t r = 0; r < reports.size(); ++r) {
      for (std::size_t other = r > kPartners ? r - kPartners : 0; other < r; ++other)
        compare(reports[other].id, reports[r].id);
    }
  }

 private:
  static bool is_compared(const Quantity& quantity) {
    switch (quantity.kind) {
      case QuantityKind::people:
      case QuantityKind::money:
      case QuantityKind::percent:
      case QuantityKind::area:
        return quantity.low.has_value() || quantity.high.has_value();
      case QuantityKind::duration:
        // Hours and minutes are a meeting's.
        return quantity.unit != "hours" && quantity.unit != "minutes";
      case QuantityKind::points:
      case QuantityKind::documents:
      case QuantityKind::meetings:
      case QuantityKind::other:
        return false;
    }
    return false;
  }

  Count describe(const Quantity& quantity) const {
    Count count;
    count.quantity = &quantity;
    const Reading& reading = comparison_.reading(quantity.passage.report);
    const Range tokens = tokens_of(reading, quantity.passage);
    if (tokens.size() == 0) return count;
    const Sentence& sentence = reading.words.sentences[reading.sentence_of(tokens.first)];
    const std::size_t first =
        std::max(sentence.first, tokens.first > kReach ? tokens.first - kReach : 0);
    const std::size_t last = std::min(sentence.last, tokens.last + kReach);
    for (std::size_t i = first; i < last; ++i) {
      if (reading.cast.at[i]) {
        const std::size_t figure = reading.cast.mentions[*reading.cast.at[i]].figure;
        const std::string& side = reading.side_ids[figure];
        count.sides.insert(side.empty() ? reading.actor_ids[figure] : side);
      }
      if (i >= tokens.first && i < tokens.last) continue;
      const auto event = event_words().find(reading.token(i).lower);
      if (event != event_words().end()) count.events.insert(event->second);
    }
    count.stems =
        content_stems(reading.text(first, tokens.first > first ? tokens.first : first + 1));
    if (last > tokens.last) count.stems.merge(content_stems(reading.text(tokens.last, last)));
    const auto heads = content_stems(reading.text(tokens.last - 1, tokens.last));
    if (!heads.empty()) count.head = *heads.begin();
    for (const std::string_view word : split(quantity.text, ' ')) {
      const auto event = event_words().find(to_lower(word));
      if (event != event_words().end()) count.events.insert(event->second);
    }
    return count;
  }

  static Range tokens_of(const Reading& reading, const Passage& passage) {
    const auto& tokens = reading.words.tokens;
    const auto at = [&](std::size_t code_point) {
      return std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
        return reading.document.span(token.begin, token.end).end <= code_point;
      });
    };
    const auto first = at(passage.span.start);
    auto last = first;
    while (last != tokens.end() &&
           reading.document.span(last->begin, last->end).start < passage.span.end)
      ++last;
    return {static_cast<std::size_t>(first - tokens.begin()),
            static_cast<std::size_t>(last - tokens.begin())};
  }

  static std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
    return static_cast<std::size_t>(std::count_if(
        a.begin(), a.end(), [&](const std::string& each) { return b.contains(each); }));
  }

  void compare(const std::string& earlier, const std::string& later) {
    const auto a = by_report_.find(earlier);
    const auto b = by_report_.find(later);
    if (a == by_report_.end() || b == by_report_.end()) return;
    for (const Count& one : a->second) {
      // The closest in words and in number; a count has one partner in a report.
      const Count* best = nullptr;
      std::size_t most = 0;
      for (const Count& other : b->second) {
        const std::size_t likeness = likeness_of(one, other);
        if (likeness > most) {
          best = &other;
          most = likeness;
        }
      }
      if (best != nullptr) relate(one, *best);
    }
  }

  // How much two counts look like counts of one thing; 0 when they are of two.
  static std::size_t likeness_of(const Count& a, const Count& b) {
    const Quantity& x = *a.quantity;
    const Quantity& y = *b.quantity;
    if (x.kind != y.kind || x.unit != y.unit) return 0;
    const std::size_t words = shared(a.stems, b.stems);
    const bool event = std::any_of(a.events.begin(), a.events.end(),
                                   [&](std::string_view each) { return b.events.contains(each); });
    const bool close = closeness(x, y) != Closeness::disjoint;
    const bool head = a.head == b.head;
    if (x.kind == QuantityKind::people) {
      if (!a.events.empty() && !b.events.empty() && !event) return 0;
      const bool same_people = head || event;
      const bool exact = closeness(x, y) == Closeness::equal && x.low.value_or(0) >= 10;
      const std::size_t told = words + (event ? 1U : 0U);
      if (!same_people || told < (head && exact ? 0U : head && close ? 1U : 2U)) return 0;
      return 1 + words + (event ? 2 : 0) + (head ? 2 : 0) + (close ? 4 : 0);
    }
    // Terms of a plan: "90 days" and "90 days" about one thing.
    return close && words >= 2 ? words + 4 : 0;
  }

  void relate(const Count& a, const Count& b) {
    const Quantity& x = *a.quantity;
    const Quantity& y = *b.quantity;
    if (closeness(x, y) == Closeness::disjoint && !is_clash(a, b)) return;
    comparison_.add_measures(topic_of(a), x, y);
  }

  static std::string topic_of(const Count& count) {
    switch (count.quantity->kind) {
      case QuantityKind::duration:
        return "length of time";
      case QuantityKind::money:
        return "sum of money";
      case QuantityKind::percent:
        return "share";
      case QuantityKind::area:
        return "area";
      case QuantityKind::people:
      case QuantityKind::points:
      case QuantityKind::documents:
      case QuantityKind::meetings:
      case QuantityKind::other:
        break;
    }
    const std::string lower = to_lower(count.quantity->text);
    const std::string noun = lower.substr(lower.rfind(' ') + 1);
    return "number of " + (number_in_word(noun) ? std::string("people") : noun);
  }

  // A toll rises from day to day: two tolls clash only when one side's own, of one time.
  bool is_clash(const Count& a, const Count& b) const {
    const bool event = std::any_of(a.events.begin(), a.events.end(),
                                   [&](std::string_view each) { return b.events.contains(each); });
    if (!event || shared(a.sides, b.sides) == 0 || a.sides.size() > 1 || b.sides.size() > 1)
      return false;
    if (a.quantity->approximate || b.quantity->approximate) return false;
    const auto one = parse_iso_date(comparison_.published(a.quantity->passage.report));
    const auto other = parse_iso_date(comparison_.published(b.quantity->passage.report));
    if (!one || !other) return false;
    const auto apart = std::chrono::sys_days(*one) - std::chrono::sys_days(*other);
    return std::abs(apart.count()) <= 1;
  }

  Comparison& comparison_;
  TextMap<std::vector<Count>> by_report_;
};

}  // namespace

void compare_quantities(Comparison& comparison) { Counts(comparison).run(); }

}  // namespace parley::record::internal
