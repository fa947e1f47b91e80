// A council with a heading: a row for each actor, or for each actor and issue.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "parley/base/nearest.hpp"
#include "parley/formats/council_reading.hpp"

namespace parley::formats::internal {
namespace {

enum class Column {
  issue,
  actor,
  description,
  position,
  salience,
  capability,
  low,
  high,
  reference,
  veto,
  words,
};

// What a column may be called; the first of each kind is our own name.
constexpr std::array kColumns{
    std::pair{Column::issue, "issue"},
    std::pair{Column::issue, "scale"},
    std::pair{Column::issue, "dimension"},
    std::pair{Column::issue, "question"},
    std::pair{Column::actor, "actor"},
    std::pair{Column::actor, "name"},
    std::pair{Column::actor, "party"},
    std::pair{Column::actor, "player"},
    std::pair{Column::actor, "stakeholder"},
    std::pair{Column::actor, "member"},
    std::pair{Column::description, "description"},
    std::pair{Column::position, "position"},
    std::pair{Column::position, "pstn"},
    std::pair{Column::position, "pos"},
    std::pair{Column::salience, "salience"},
    std::pair{Column::salience, "sal"},
    std::pair{Column::capability, "capability"},
    std::pair{Column::capability, "power"},
    std::pair{Column::capability, "influence"},
    std::pair{Column::capability, "weight"},
    std::pair{Column::capability, "capabilities"},
    std::pair{Column::capability, "resources"},
    std::pair{Column::low, "low"},
    std::pair{Column::low, "min"},
    std::pair{Column::high, "high"},
    std::pair{Column::high, "max"},
    std::pair{Column::reference, "reference"},
    std::pair{Column::reference, "status quo"},
    std::pair{Column::reference, "reference point"},
    std::pair{Column::veto, "veto"},
    std::pair{Column::words, "words"},
    std::pair{Column::words, "label"},
};
constexpr std::size_t kKinds = 11;

const auto* find_column(std::string_view heading) {
  const std::string name = folded(heading);
  const auto found =
      std::ranges::find_if(kColumns, [&](const auto& each) { return name == each.second; });
  return found == kColumns.end() ? nullptr : &*found;
}

class PlainReader {
 public:
  PlainReader(const Source& source, char separator)
      : source_(source), reading_(source, separator), separator_(separator) {
    places_.fill(kNone);
  }

  Result<ReadCouncil> read() {
    const std::vector<Line> lines = csv_rows(source_.text.utf8(), separator_);
    read_heading(lines.front());
    if (reading_.findings().has_errors()) return invalid(reading_.findings().take());
    for (std::size_t i = 1; i < lines.size(); ++i) read_row(lines[i]);
    return reading_.finish(CouncilForm::plain, CouncilReading::Percent::when_above_one);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t& place(Column column) { return places_[static_cast<std::size_t>(column)]; }
  bool has(Column column) { return place(column) != kNone; }

  void read_heading(const Line& heading) {
    width_ = heading.filled();
    for (std::size_t c = 0; c < width_; ++c) {
      const Cell& cell = heading.cells[c];
      const auto* known = find_column(cell.text);
      if (known == nullptr) {
        std::vector<std::string_view> names;
        for (const auto& each : kColumns) names.emplace_back(each.second);
        const std::string_view near = nearest(cell.text, names);
        reading_.findings().warning(
            cell.byte, "unknown-column", fmt::format("the column “{}” is not read", cell.text),
            near.empty() ? std::string() : fmt::format("did you mean {}?", near));
      } else if (has(known->first)) {
        reading_.findings().error(cell.byte, "duplicate-column",
                                  fmt::format("“{}” says what another column says", cell.text),
                                  "keep one of them");
      } else {
        place(known->first) = c;
      }
    }
    require(heading, Column::actor, "actor");
    require(heading, Column::position, "position");
    take_as_one(heading, Column::salience, "salience");
    take_as_one(heading, Column::capability, "capability");
  }

  void require(const Line& heading, Column column, const char* what) {
    if (has(column)) return;
    reading_.findings().error(
        heading.byte, "missing-column", fmt::format("there is no column “{}”", what),
        "the first row names the columns: actor, position, salience, capability and, for several "
        "issues, issue");
  }

  void take_as_one(const Line& heading, Column column, const char* what) {
    if (has(column)) return;
    reading_.findings().warning(
        heading.byte, "missing-column",
        fmt::format("there is no column “{}”; it is taken as 1 for all", what), "add the column");
  }

  void read_row(const Line& line) {
    if (line.filled() > width_) {
      reading_.findings().error(
          line.cells[width_].byte, "too-many-cells",
          fmt::format("the row has {} cells, the heading {}", line.filled(), width_),
          "put texts with separators into double quotes, and write numbers "
          "with a point");
      return;
    }
    const Cell one_issue{"decision", line.byte};
    const auto scale = reading_.scale(has(Column::issue) ? at(line, Column::issue) : one_issue);
    const auto actor = reading_.actor(at(line, Column::actor));
    if (!scale || !actor) return;
    read_scale(line, *scale);
    read_actor(line, *actor);
    const auto cell = [&](Column column) {
      return has(column) ? &line.cell(place(column)) : nullptr;
    };
    reading_.stand(
        *actor, *scale,
        {cell(Column::position), cell(Column::salience), cell(Column::capability), line.byte});
    read_words(line, *scale);
  }

  const Cell& at(const Line& line, Column column) { return line.cell(place(column)); }

  void read_scale(const Line& line, std::size_t scale) {
    for (const Column end : {Column::low, Column::high}) {
      if (!has(end) || at(line, end).text.empty()) continue;
      const auto number = reading_.number(at(line, end), "end of the scale");
      if (number) reading_.stretch(scale, *number);
    }
    if (!has(Column::reference) || says_nothing(at(line, Column::reference).text)) return;
    const auto reference = reading_.number(at(line, Column::reference), "reference");
    if (!reference) return;
    auto& known = reading_.scale_at(scale).reference;
    if (known && *known != *reference) {
      reading_.findings().error(at(line, Column::reference).byte, "contradiction",
                                fmt::format("the reference of “{}” is {} here and {} above",
                                            reading_.scale_at(scale).name, *reference, *known),
                                "an issue has one reference");
    }
    known = reference;
  }

  void read_actor(const Line& line, std::size_t actor) {
    influence::UncertainActor& who = reading_.actor_at(actor);
    if (has(Column::description)) who.description = at(line, Column::description).text;
    if (!has(Column::veto)) return;
    const Cell& cell = at(line, Column::veto);
    const std::string word = folded(cell.text);
    if (word == "yes" || word == "1" || word == "true" || word == "x") {
      who.veto = true;
    } else if (word != "no" && word != "0" && word != "false" && !says_nothing(cell.text)) {
      reading_.findings().error(cell.byte, "unknown-word",
                                fmt::format("“{}” does not say whether there is a veto", cell.text),
                                "write yes or no");
    }
  }

  void read_words(const Line& line, std::size_t scale) {
    if (!has(Column::words) || at(line, Column::words).text.empty()) return;
    const auto place = reading_.number(at(line, Column::position), "position in words");
    if (!place) return;
    auto& marks = reading_.scale_at(scale).marks;
    const auto known =
        std::ranges::find(marks, *place, [](const influence::Mark& each) { return each.at; });
    if (known == marks.end()) {
      marks.push_back({*place, at(line, Column::words).text});
      std::ranges::sort(marks, {}, &influence::Mark::at);
    }
  }

  const Source& source_;
  CouncilReading reading_;
  char separator_;
  std::size_t width_ = 0;
  std::array<std::size_t, kKinds> places_{};
};

}  // namespace

std::size_t known_columns(const Line& heading) {
  return static_cast<std::size_t>(std::ranges::count_if(
      heading.cells, [](const Cell& each) { return find_column(each.text) != nullptr; }));
}

Result<ReadCouncil> read_plain_council(const Source& source, char separator) {
  return PlainReader(source, separator).read();
}

}  // namespace parley::formats::internal
