// The form of decide-exchange-model: #A an actor, #P an issue, #M a place on an issue in words,
// #D where an actor stands on an issue, #O and #/ notes.
#include <fmt/format.h>

#include <algorithm>

#include "parley/formats/council_reading.hpp"

namespace parley::formats::internal {
namespace {

// The program's own files put texts into single quotes.
Cell unquoted(const Cell& cell) {
  Cell result = cell;
  if (result.text.size() >= 2 && result.text.front() == '\'' && result.text.back() == '\'') {
    result.text = result.text.substr(1, result.text.size() - 2);
    ++result.byte;
  }
  return result;
}

class ExchangeReader {
 public:
  ExchangeReader(const Source& source, char separator)
      : lines_(csv_rows(source.text.utf8(), separator)), reading_(source, separator) {
    for (Line& line : lines_) {
      for (Cell& cell : line.cells) cell = unquoted(cell);
    }
  }

  Result<ReadCouncil> read() {
    for (const Line& line : lines_) read_line(line);
    for (std::size_t k = 0; k < issues_; ++k) {
      std::ranges::sort(reading_.scale_at(k).marks, {}, &influence::Mark::at);
    }
    return reading_.finish(CouncilForm::exchange, CouncilReading::Percent::when_above_one);
  }

 private:
  void read_line(const Line& line) {
    const std::string& tag = line.cell(0).text;
    if (tag == "#A") {
      if (const auto actor = reading_.actor(line.cell(1))) {
        reading_.actor_at(*actor).description = line.cell(2).text;
      }
    } else if (tag == "#P") {
      issue(line.cell(1));
    } else if (tag == "#M") {
      read_mark(line);
    } else if (tag == "#D") {
      read_stand(line);
    } else if (tag != "#/" && tag != "#O") {
      reading_.findings().warning(line.byte, "unknown-tag",
                                  fmt::format("rows of “{}” are not read", tag),
                                  "known here: #A, #P, #M, #D, and #O and #/ for notes");
    }
  }

  std::optional<std::size_t> issue(const Cell& name) {
    const auto found = reading_.scale(name);
    if (found) issues_ = std::max(issues_, *found + 1);
    return found;
  }

  void read_mark(const Line& line) {
    const auto scale = issue(line.cell(1));
    const auto at = reading_.number(line.cell(2), "place");
    if (!scale || !at) return;
    reading_.stretch(*scale, *at);
    if (!line.cell(3).text.empty()) {
      reading_.scale_at(*scale).marks.push_back({*at, line.cell(3).text});
    }
  }

  void read_stand(const Line& line) {
    if (line.filled() < 6) {
      reading_.findings().error(line.byte, "too-few-cells",
                                fmt::format("the row has {} cells instead of 6", line.filled()),
                                "#D, actor, issue, position, salience, power");
      return;
    }
    const auto scale = issue(line.cell(2));
    const auto actor = reading_.actor(line.cell(1));
    if (!scale || !actor) return;
    reading_.stand(*actor, *scale, {&line.cells[3], &line.cells[4], &line.cells[5], line.byte});
  }

  std::vector<Line> lines_;
  CouncilReading reading_;
  std::size_t issues_ = 0;
};

}  // namespace

bool begins_exchange(const Line& first) {
  const std::string tag = unquoted(first.cell(0)).text;
  return tag.size() == 2 && tag[0] == '#';
}

Result<ReadCouncil> read_exchange_council(const Source& source, char separator) {
  return ExchangeReader(source, separator).read();
}

}  // namespace parley::formats::internal
