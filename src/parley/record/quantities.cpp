#include "parley/record/quantities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "parley/record/numbers.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

struct Unit {
  QuantityKind kind = QuantityKind::other;
  std::string unit;
};

// data/lexicon/units.tsv: word in the singular or plural -> kind and unit.
const TextMap<Unit>& units() {
  static const TextMap<Unit> table = [] {
    TextMap<Unit> made;
    for (const auto& row : lexicon_rows("units.tsv")) {
      const auto kind = quantity_kind_named(row[0]);
      if (!kind) continue;
      for (const std::string_view word : split(row[2], ' '))
        made.emplace(word, Unit{*kind, std::string(row[1])});
    }
    return made;
  }();
  return table;
}

struct Hedge {
  double low = 1;  // factors of the number; 0 and infinity open an end
  double high = 1;
  bool approximate = false;
  std::size_t words = 0;
};

class Measurer {
 public:
  explicit Measurer(const Reading& reading) : reading_(reading), words_(reading.words) {}

  std::vector<FoundQuantity> run() {
    for (const Sentence& sentence : words_.sentences) {
      for (std::size_t i = sentence.first; i < sentence.last;) i = read_at(i, sentence);
      bare_points(sentence);
      bare_losses(sentence);
    }
    return std::move(found_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < words_.tokens.size() ? words_.tokens[i].lower : std::string_view();
  }

  // Returns where to go on.
  std::size_t read_at(std::size_t i, const Sentence& sentence) {
    const std::size_t end = sentence.last;
    if (const std::size_t next = compound(i, sentence)) return next;
    if (const std::size_t next = vague(i, end)) return next;
    if (words_.tokens[i].text == "$" || words_.tokens[i].text == "\u20AC" ||
        words_.tokens[i].text == "\u00A3")
      return money(i, sentence);
    // "between ten and eleven hours", "ten to twelve days"
    const auto number = number_at(words_, i, end);
    if (!number) return i + 1;
    std::size_t after = i + number->tokens;
    double high = number->value;
    const bool range_word = lower(after) == "to" || lower(after) == "and" || lower(after) == "or" ||
                            words_.tokens[std::min(after, end - 1)].text == "-" ||
                            words_.tokens[std::min(after, end - 1)].text == "\u2013";
    bool is_range = false;
    if (after + 1 < end && range_word) {
      const auto second = number_at(words_, after + 1, end);
      const bool between = i > sentence.first && lower(i - 1) == "between";
      if (second && !second->ordinal && second->value > number->value &&
          (between || lower(after) != "and")) {
        high = second->value;
        after = after + 1 + second->tokens;
        is_range = true;
      }
    }
    const auto [unit, unit_at] = unit_after(after, end, number->ordinal);
    if (unit == nullptr) return after;
    if (is_figure_of_speech(i, after, unit_at)) return unit_at + 1;
    if (number->value == 1 && number->in_words && !number->ordinal &&
        unit->kind != QuantityKind::documents && unit->kind != QuantityKind::points &&
        unit->unit != "hours") {
      return after;
    }
    if (number->ordinal && unit->kind != QuantityKind::meetings) return after;
    const Hedge hedge = hedge_before(i, sentence.first);
    const bool with_units = unit->kind == QuantityKind::duration ||
                            unit->kind == QuantityKind::area || unit->kind == QuantityKind::percent;
    std::size_t begin = i - hedge.words;
    if (is_range && i > sentence.first && lower(i - 1) == "between") begin = i - 1;
    add({begin, unit_at + 1}, *unit, number->value, high, is_range, hedge, number->ordinal,
        std::string(lower(unit_at)));
    (void)with_units;
    return unit_at + 1;
  }

  // "28-point", "three-hour", "two-day"
  std::size_t compound(std::size_t i, const Sentence& sentence) {
    const std::string_view word = lower(i);
    const std::size_t hyphen = word.rfind('-');
    if (hyphen == std::string_view::npos || words_.tokens[i].kind != TokenKind::word) return 0;
    const auto number = number_in_word(word.substr(0, hyphen));
    const auto unit = units().find(word.substr(hyphen + 1));
    if (!number || number->ordinal || unit == units().end()) return 0;
    if (unit->second.kind == QuantityKind::people || unit->second.kind == QuantityKind::meetings)
      return 0;
    const Hedge hedge = hedge_before(i, sentence.first);
    add({i - hedge.words, i + 1}, unit->second, number->value, number->value, false, hedge, false,
        std::string(unit->first));
    return i + 1;
  }

  // "dozens of prisoners"
  std::size_t vague(std::size_t i, std::size_t end) {
    double least = 0;
    if (lower(i) == "dozens") least = 24;
    if (lower(i) == "hundreds") least = 200;
    if (lower(i) == "thousands") least = 2000;
    if (least == 0 || lower(i + 1) != "of") return 0;
    const auto [unit, unit_at] = unit_after(i + 2, end, false);
    if (unit == nullptr || unit->kind != QuantityKind::people) return 0;
    add({i, unit_at + 1}, *unit, least, least, false,
        {1, std::numeric_limits<double>::infinity(), true, 0}, false, std::string(lower(unit_at)));
    return unit_at + 1;
  }

  std::size_t money(std::size_t i, const Sentence& sentence) {
    const auto number = number_at(words_, i + 1, sentence.last);
    if (!number) return i + 1;
    const std::size_t after = i + 1 + number->tokens;
    double value = number->value;
    if (lower(after) == "m") value *= 1e6;
    const std::string_view sign = words_.tokens[i].text;
    const Hedge hedge = hedge_before(i, sentence.first);
    add({i - hedge.words, after},
        {QuantityKind::money, sign == "$"        ? "dollars"
                              : sign == "\u20AC" ? "euros"
                                                 : "pounds"},
        value, value, false, hedge, false, "money");
    return after;
  }

  // The noun that is counted: right after the number or past up to three words that describe it.
  std::pair<const Unit*, std::size_t> unit_after(std::size_t at, std::size_t end,
                                                 bool ordinal) const {
    for (std::size_t i = at; i < end && i < at + 4; ++i) {
      if (words_.tokens[i].text == "%") return {&units().find("percent")->second, i};
      const auto unit = units().find(lower(i));
      if (unit != units().end()) {
        // "second" after a number word is an ordinal elsewhere; a name's part is no unit.
        if (lower(i) == "per" && lower(i + 1) != "cent") return {nullptr, i};
        if (lower(i) == "per") return {&units().find("percent")->second, i + 1};
        if (ordinal && unit->second.kind != QuantityKind::meetings) return {nullptr, i};
        return {&unit->second, i};
      }
      const Token& token = words_.tokens[i];
      if (token.kind != TokenKind::word || lexicon().is(token.lower, WordClass::preposition) ||
          lexicon().is(token.lower, WordClass::conjunction) ||
          lexicon().is(token.lower, WordClass::auxiliary) ||
          lexicon().is(token.lower, WordClass::determiner) ||
          lexicon().is(token.lower, WordClass::relative) ||
          lexicon().is(token.lower, WordClass::time)) {
        return {nullptr, i};
      }
      if (words_.tagged && is_verb(token.tag) && token.tag != Tag::VBN && token.tag != Tag::VBG)
        return {nullptr, i};
    }
    return {nullptr, at};
  }

  bool is_figure_of_speech(std::size_t i, std::size_t after, std::size_t unit_at) const {
    const std::string_view unit = lower(unit_at);
    if (unit == "times" || unit == "reasons") return true;
    // "one day", "the first day": no measure.
    (void)i;
    (void)after;
    return false;
  }

  Hedge hedge_before(std::size_t i, std::size_t floor) const {
    const double infinity = std::numeric_limits<double>::infinity();
    const std::string_view one = i > floor ? lower(i - 1) : std::string_view();
    const std::string_view two = i > floor + 1 ? lower(i - 2) : std::string_view();
    if (two == "more" && one == "than") return {1, 1.25, true, 2};
    if ((two == "less" || two == "fewer") && one == "than") return {0.75, 1, true, 2};
    if (two == "at" && one == "least") return {1, infinity, true, 2};
    if (two == "at" && one == "most") return {0, 1, true, 2};
    if (two == "up" && one == "to") return {0, 1, true, 2};
    if (two == "just" && one == "under") return {0.9, 1, true, 2};
    if (two == "just" && one == "over") return {1, 1.1, true, 2};
    if (one == "nearly" || one == "almost") return {0.9, 1, true, 1};
    if (one == "about" || one == "some" || one == "around" || one == "roughly" ||
        one == "approximately" || one == "circa")
      return {0.9, 1.1, true, 1};
    if (one == "over") return {1, 1.25, true, 1};
    if (one == "under") return {0.75, 1, true, 1};
    return {};
  }

  void add(Range tokens, const Unit& unit, double low, double high, bool is_range,
           const Hedge& hedge, bool ordinal, std::string counted) {
    FoundQuantity item;
    Quantity& quantity = item.quantity;
    quantity.passage = reading_.passage(tokens.first, tokens.last);
    quantity.text = reading_.text(tokens.first, tokens.last);
    quantity.kind = unit.kind;
    quantity.unit = unit.unit;
    quantity.approximate = hedge.approximate;
    if (hedge.words == 0 && !is_range && unit.kind == QuantityKind::duration) {
      quantity.low = low * 0.95;
      quantity.high = high * 1.05;
    } else {
      if (hedge.low > 0 || hedge.words > 0) quantity.low = low * hedge.low;
      if (std::isfinite(hedge.high)) quantity.high = high * hedge.high;
    }
    item.tokens = tokens;
    item.ordinal = ordinal;
    item.counted = std::move(counted);
    found_.push_back(std::move(item));
  }

  // "put its losses at three", "raised the toll to 40": people without a noun.
  void bare_losses(const Sentence& sentence) {
    for (std::size_t i = sentence.first + 2; i < sentence.last; ++i) {
      const std::string_view counted = lower(i - 2);
      const bool told = (lower(i - 1) == "at" || lower(i - 1) == "to") &&
                        (counted == "losses" || counted == "toll" || counted == "casualties");
      const auto number = told ? number_at(words_, i, sentence.last) : std::nullopt;
      if (!number || number->ordinal) continue;
      const std::size_t last = i + number->tokens;
      bool taken = false;  // what was found in this sentence stands last
      for (std::size_t f = found_.size(); f-- > 0 && found_[f].tokens.last > sentence.first;)
        taken = taken || (found_[f].tokens.first < last && i < found_[f].tokens.last);
      if (!taken)
        add({i, last}, {QuantityKind::people, "people"}, number->value, number->value, false, {},
            false, std::string(counted));
    }
  }

  // "from 24 points to 17", "There were thirty in June": a number without a noun in the
  // neighbourhood of points.
  void bare_points(const Sentence& sentence) {
    bool points = false;
    const std::size_t floor = sentence.first > 40 ? sentence.first - 40 : 0;
    for (std::size_t i = floor; i < sentence.last && !points; ++i)
      points = lower(i) == "points" || lower(i).ends_with("-point") || lower(i) == "point";
    if (!points) return;
    for (std::size_t i = sentence.first; i + 1 < sentence.last; ++i) {
      const auto number = number_in_word(lower(i));
      if (!number || number->ordinal || number->value < 3 || number->value > 200) continue;
      const bool taken = std::any_of(
          found_.rbegin(),
          found_.rend() - static_cast<std::ptrdiff_t>(found_.size() > 8 ? found_.size() - 8 : 0),
          [&](const FoundQuantity& each) {
            return each.tokens.first <= i && i < each.tokens.last;
          });
      if (taken || i == sentence.first) continue;
      const std::string_view before = lower(i - 1);
      const std::string_view after = lower(i + 1);
      const bool fits = before == "to" || before == "from" || before == "had" || before == "has" ||
                        before == "were" || before == "are";
      const bool ends = lexicon().is(after, WordClass::preposition) ||
                        words_.tokens[i + 1].kind == TokenKind::punctuation ||
                        lexicon().is(after, WordClass::adverb) ||
                        lexicon().is(after, WordClass::time) || after == "and" || after == "to" ||
                        after == "last" || after == "this";
      if (fits && ends && !(lexicon().is(after, WordClass::time) && after != "today"))
        add({i, i + 1}, {QuantityKind::points, "points"}, number->value, number->value, false, {},
            false, "points");
    }
  }

  const Reading& reading_;
  const Words& words_;
  std::vector<FoundQuantity> found_;
};

}  // namespace

std::vector<FoundQuantity> find_quantities(const Reading& reading) {
  std::vector<FoundQuantity> found = Measurer(reading).run();
  std::stable_sort(found.begin(), found.end(), [](const FoundQuantity& a, const FoundQuantity& b) {
    return a.tokens.first < b.tokens.first;
  });
  return found;
}

std::string iso_duration(const Quantity& quantity) {
  if (quantity.kind != QuantityKind::duration || !quantity.low) return {};
  // The number itself: the middle of a bare duration, the named end of a hedged one.
  double value = quantity.high ? (*quantity.low + *quantity.high) / 2 : *quantity.low;
  if (quantity.approximate && quantity.high) value = *quantity.high;
  value = std::round(value * 100) / 100;
  const auto with = [&](std::string_view prefix, std::string_view letter) {
    return fmt::format("{}{:g}{}", prefix, value, letter);
  };
  if (quantity.unit == "hours") return with("PT", "H");
  if (quantity.unit == "minutes") return with("PT", "M");
  if (quantity.unit == "seconds") return with("PT", "S");
  if (quantity.unit == "days") return with("P", "D");
  if (quantity.unit == "weeks") return with("P", "W");
  if (quantity.unit == "months") return with("P", "M");
  if (quantity.unit == "years") return with("P", "Y");
  return {};
}

}  // namespace parley::record::internal
