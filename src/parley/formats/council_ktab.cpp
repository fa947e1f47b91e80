// KTAB's: a row on the scenario, a heading, and a row for each actor with a position and a salience
// in each dimension.
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "parley/formats/council_reading.hpp"

namespace parley::formats::internal {
namespace {

constexpr std::size_t kBefore = 3;  // name, description, power

std::optional<std::size_t> whole(const Cell& cell) {
  std::size_t value = 0;
  const char* end = cell.text.data() + cell.text.size();
  const auto [stop, error] = std::from_chars(cell.text.data(), end, value);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

// "Policy Position" is about policy; "Pstn1" about dimension 1.
std::string dimension_name(std::string_view heading, std::size_t number) {
  static constexpr std::array<std::string_view, 3> kWords{"position", "pstn", "pos"};
  const std::string low = folded(heading);
  for (const std::string_view word : kWords) {
    const std::size_t at = low.rfind(word);
    if (at == std::string::npos || low.size() != heading.size()) continue;
    if (at > 0 && at + word.size() == low.size()) {
      std::string_view name = heading.substr(0, at);
      while (!name.empty() && (name.back() == ' ' || name.back() == '_')) name.remove_suffix(1);
      if (!name.empty()) return std::string(name);
    }
    return fmt::format("dimension {}", number);
  }
  return heading.empty() ? fmt::format("dimension {}", number) : std::string(heading);
}

class KtabReader {
 public:
  KtabReader(const Source& source, char separator)
      : lines_(csv_rows(source.text.utf8(), separator)), reading_(source, separator) {}

  Result<ReadCouncil> read() {
    const Line& first = lines_.front();
    actors_ = *whole(first.cells[2]);
    dimensions_ = *whole(first.cells[3]);
    read_heading(first);
    if (reading_.findings().has_errors()) return invalid(reading_.findings().take());
    for (std::size_t i = 2; i < lines_.size(); ++i) read_row(lines_[i]);
    if (lines_.size() - 2 != actors_) {
      reading_.findings().error(
          first.cells[2].byte, "wrong-count",
          fmt::format("the first row says {} actors, but {} follow", actors_, lines_.size() - 2),
          "mend the number, or the rows");
    }
    return reading_.finish(CouncilForm::ktab, CouncilReading::Percent::always);
  }

 private:
  void read_heading(const Line& first) {
    if (lines_.size() < 2) {
      reading_.findings().error(first.byte, "missing-heading", "there is no row of headings",
                                "the second row names the columns, the actors follow");
      return;
    }
    const Line& heading = lines_[1];
    const std::size_t wanted = kBefore + 2 * dimensions_;
    if (dimensions_ == 0 || heading.filled() != wanted) {
      reading_.findings().error(
          dimensions_ == 0 ? first.cells[3].byte : heading.byte, "wrong-count",
          fmt::format("the first row says {} dimensions, but the heading has {} columns",
                      dimensions_, heading.filled()),
          "a heading has a name, a description, a power, and a position and a salience for each "
          "dimension");
      return;
    }
    for (std::size_t k = 0; k < dimensions_; ++k) {
      const Cell& cell = heading.cells[kBefore + 2 * k];
      const auto scale = reading_.scale({dimension_name(cell.text, k + 1), cell.byte});
      if (scale && *scale != k) {
        reading_.findings().error(
            cell.byte, "duplicate-name",
            fmt::format("two dimensions are called “{}”", reading_.scale_at(*scale).name),
            "give each its own name");
        return;
      }
      reading_.stretch(k, 0);
      reading_.stretch(k, 100);
    }
  }

  void read_row(const Line& line) {
    const std::size_t wanted = kBefore + 2 * dimensions_;
    if (line.filled() != wanted) {
      reading_.findings().error(
          line.byte, line.filled() < wanted ? "too-few-cells" : "too-many-cells",
          fmt::format("the row has {} cells instead of {}", line.filled(), wanted),
          "put texts with commas into double quotes");
      return;
    }
    const auto actor = reading_.actor(line.cells[0]);
    if (!actor) return;
    reading_.actor_at(*actor).description = line.cells[1].text;
    for (std::size_t k = 0; k < dimensions_; ++k) {
      reading_.stand(*actor, k,
                     {&line.cells[kBefore + 2 * k], &line.cells[kBefore + 2 * k + 1],
                      &line.cells[2], line.byte});
    }
  }

  std::vector<Line> lines_;
  CouncilReading reading_;
  std::size_t actors_ = 0;
  std::size_t dimensions_ = 0;
};

}  // namespace

bool begins_ktab(const Line& first) {
  return first.filled() == 4 && whole(first.cells[2]) && whole(first.cells[3]);
}

Result<ReadCouncil> read_ktab_council(const Source& source, char separator) {
  return KtabReader(source, separator).read();
}

}  // namespace parley::formats::internal
