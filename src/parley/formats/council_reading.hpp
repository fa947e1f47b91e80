#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parley/formats/council.hpp"
#include "parley/formats/csv_table.hpp"
#include "parley/formats/findings.hpp"

namespace parley::formats::internal {

/// Gathers a council from the cells of a file, whatever the form, and says what is wrong with it.
class CouncilReading {
 public:
  CouncilReading(const Source& source, char separator) : findings_(source), separator_(separator) {}

  /// The actor or scale of that name, added when new; nothing, with an error, for an empty cell.
  std::optional<std::size_t> actor(const Cell& name);
  std::optional<std::size_t> scale(const Cell& name);
  influence::UncertainActor& actor_at(std::size_t index) { return council_.actors[index]; }
  influence::Scale& scale_at(std::size_t index) { return council_.scales[index]; }

  /// A number or range; nothing, with an error, when the cell holds neither. `what` is for the
  /// message: "position".
  std::optional<Estimate> estimate(const Cell& cell, std::string_view what);
  /// The same, but a range is an error.
  std::optional<double> number(const Cell& cell, std::string_view what);

  /// An end of a scale as the file states it.
  void stretch(std::size_t scale, double to);

  /// What a row says of an actor on a scale; of what has no column, the cell is missing, and 1 is
  /// taken. A row without a number in one of its cells is no stand, with a warning.
  struct StandCells {
    const Cell* position = nullptr;
    const Cell* salience = nullptr;
    const Cell* capability = nullptr;
    std::size_t byte = 0;  ///< of the row
  };
  void stand(std::size_t actor, std::size_t scale, const StandCells& cells);

  Findings& findings() { return findings_; }

  /// The council, or everything that is wrong. `percent` says of saliences above 1 that the form
  /// means them; else they get a warning.
  enum class Percent { always, when_above_one };
  Result<ReadCouncil> finish(CouncilForm form, Percent percent);

 private:
  struct Placed {
    std::size_t actor = 0;
    std::size_t scale = 0;
    std::size_t position = 0;  // bytes
    std::size_t salience = 0;
    std::size_t capability = 0;
  };

  influence::UncertainStand& stand_of(const Placed& each) {
    return *council_.actors[each.actor].stands[each.scale];
  }
  void too_many(const Cell& name, std::string_view what, std::size_t most);
  void divide_saliences(Percent percent);
  void check_weights();
  void settle_ends();

  Findings findings_;
  char separator_;
  influence::UncertainCouncil council_;
  std::map<std::string, std::size_t, std::less<>> actors_;
  std::map<std::string, std::size_t, std::less<>> scales_;
  std::vector<bool> stated_;  // [scale]: whether an end was stated
  std::vector<Placed> placed_;
  std::set<std::pair<std::size_t, std::size_t>> rows_;  // actor and scale
};

/// Whether a cell says that there is nothing: empty, NA, n/a, -, ?, or a point.
bool says_nothing(std::string_view text);

/// In lower case (ASCII), with one blank for each run of blanks, underscores and hyphens.
std::string folded(std::string_view text);

Result<ReadCouncil> read_plain_council(const Source& source, char separator);
Result<ReadCouncil> read_ktab_council(const Source& source, char separator);
Result<ReadCouncil> read_exchange_council(const Source& source, char separator);

/// How many cells of a heading the plain form knows.
std::size_t known_columns(const Line& heading);

/// Whether a first row is KTAB's: a number of actors and one of dimensions in its third and fourth
/// cell.
bool begins_ktab(const Line& first);

/// Whether a first row is of the exchange model: its first cell is # and a letter.
bool begins_exchange(const Line& first);

}  // namespace parley::formats::internal
