#include <algorithm>
#include <map>
#include <optional>

#include "parley/base/text.hpp"
#include "parley/casefile/writer.hpp"
#include "parley/drafting/draft_case.hpp"

namespace parley::drafting {
namespace {

constexpr std::size_t kWidth = 100;

using Path = std::vector<std::string>;

// A text as comment lines; a line break in it stays one.
std::string comment(std::string_view text, std::size_t indent) {
  const std::string lead = std::string(indent, ' ') + "#";
  std::string result;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t line_end = std::min(text.find('\n', start), text.size());
    const std::string_view paragraph = text.substr(start, line_end - start);
    start = line_end + 1;
    const std::size_t inner = std::min(paragraph.find_first_not_of(' '), paragraph.size());
    std::string line = lead + std::string(inner, ' ');
    for (std::size_t word = inner; word < paragraph.size();) {
      const std::size_t end = std::min(paragraph.find(' ', word), paragraph.size());
      const std::string_view letters = paragraph.substr(word, end - word);
      if (line.size() > lead.size() + inner &&
          count_code_points(line) + 1 + count_code_points(letters) > kWidth) {
        result += line + '\n';
        line = lead + std::string(inner == 0 ? 0 : inner + 2, ' ');
      }
      line += ' ';
      line += letters;
      word = end + 1;
    }
    result += line + '\n';
  }
  return result;
}

/// Follows the lines of a case as the writer puts them: two blanks a level, items behind dashes,
/// long texts folded below `>-`.
class LinePlace {
 public:
  /// The place of an entry that a line begins; nothing for lines that only go on.
  std::optional<Path> next(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos) return std::nullopt;
    if (folded_ && indent > *folded_) return std::nullopt;
    folded_.reset();
    if (line.ends_with(">-")) folded_ = indent;
    const std::size_t level = indent / 2;
    if (level > path_.size()) return std::nullopt;  // below a list or a flow
    path_.resize(level);
    if (line[indent] == '-') {
      if (level != 1) return std::nullopt;
      path_.push_back(std::to_string(items_++));
      // The keys of an item stand deeper than its dash, and are no entries.
      return path_;
    }
    const std::size_t colon = line.find(':', indent);
    if (colon == std::string_view::npos) return std::nullopt;
    std::string key(line.substr(indent, colon - indent));
    if (key.size() > 1 && key.front() == '"' && key.back() == '"') {
      key = key.substr(1, key.size() - 2);
    }
    if (level == 0) items_ = 0;
    path_.push_back(std::move(key));
    return path_;
  }

 private:
  Path path_;
  std::size_t items_ = 0;
  std::optional<std::size_t> folded_;
};

}  // namespace

std::string write_draft(const DraftedCase& drafted) {
  std::map<Path, std::string> comments;
  std::vector<Path> order;
  for (const Gap& gap : drafted.gaps) {
    std::string& text = comments[gap.path];
    if (text.empty()) order.push_back(gap.path);
    text += (text.empty() ? "" : "\n") + gap.comment;
  }
  std::string result;
  const auto put = [&](const Path& path) {
    const auto found = comments.find(path);
    if (found == comments.end()) return;
    result += comment(found->second, path.size() < 2 ? 0 : 2 * (path.size() - 1));
    comments.erase(found);
  };

  put({});
  LinePlace place;
  const std::string yaml = casefile::write_case(drafted.value);
  for (std::size_t start = 0; start < yaml.size();) {
    const std::size_t end = std::min(yaml.find('\n', start), yaml.size() - 1);
    const std::string_view line = std::string_view(yaml).substr(start, end - start);
    if (const auto path = place.next(line)) {
      if (path->size() == 1 && line.ends_with(':')) result += '\n';
      put(*path);
    }
    result += line;
    result += '\n';
    start = end + 1;
  }
  for (const Path& path : order) {
    if (!comments.contains(path)) continue;
    result += "\n# " + path.front() + ":\n";
    put({path});
  }
  return result;
}

}  // namespace parley::drafting
