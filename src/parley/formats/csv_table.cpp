#include "parley/formats/csv_table.hpp"

#include <algorithm>

namespace parley::formats::internal {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_line(char c) { return c == '\n' || c == '\r'; }

class Cutter {
 public:
  Cutter(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::vector<Line> cut() {
    while (at_ < text_.size()) {
      Line line = next_line();
      const auto has_text = [](const Cell& each) { return !each.text.empty(); };
      if (std::ranges::any_of(line.cells, has_text)) lines_.push_back(std::move(line));
    }
    return std::move(lines_);
  }

 private:
  Line next_line() {
    Line line{{}, at_};
    for (;;) {
      line.cells.push_back(next_cell());
      if (at_ >= text_.size() || text_[at_] != separator_) break;
      ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    return line;
  }

  // Up to the separator or the end of the line.
  Cell next_cell() {
    while (at_ < text_.size() && text_[at_] != separator_ && is_blank(text_[at_])) ++at_;
    Cell cell{{}, at_};
    if (at_ < text_.size() && text_[at_] == '"') {
      quoted(cell.text);
      // What stands behind the closing quote belongs to the cell, as spreadsheets read it.
    }
    while (at_ < text_.size() && text_[at_] != separator_ && !ends_line(text_[at_])) {
      cell.text += text_[at_++];
    }
    while (!cell.text.empty() && is_blank(cell.text.back())) cell.text.pop_back();
    return cell;
  }

  void quoted(std::string& into) {
    ++at_;
    while (at_ < text_.size()) {
      if (text_[at_] != '"') {
        into += text_[at_++];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        into += '"';
        at_ += 2;
      } else {
        ++at_;
        return;
      }
    }
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::vector<Line> lines_;
};

}  // namespace

const Cell& Line::cell(std::size_t index) const {
  static const Cell kNone;
  return index < cells.size() ? cells[index] : kNone;
}

std::size_t Line::filled() const {
  std::size_t count = cells.size();
  while (count > 0 && cells[count - 1].text.empty()) --count;
  return count;
}

std::vector<Line> csv_rows(std::string_view text, char separator) {
  return Cutter(text, separator).cut();
}

}  // namespace parley::formats::internal
