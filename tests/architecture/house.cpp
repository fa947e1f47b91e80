#include "architecture/house.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace parley {
namespace {

bool is_source(const std::filesystem::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".hpp";
}

// Other people's headers that may stand in ours.
const std::set<std::string>& light_headers() {
  static const std::set<std::string> names{"nlohmann/json_fwd.hpp", "tl/expected.hpp"};
  return names;
}

// Standard headers have neither a folder nor an extension.
bool is_standard(const std::string& target) {
  return target.find_first_of("/.") == std::string::npos;
}

std::string between(const std::string& text, std::size_t from, char open, char close) {
  const std::size_t start = text.find(open, from);
  if (start == std::string::npos) return {};
  const std::size_t end = text.find(close, start + 1);
  return end == std::string::npos ? std::string() : text.substr(start + 1, end - start - 1);
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream stream(row);
  std::string cell;
  std::getline(stream, cell, '|');  // before the first bar
  while (std::getline(stream, cell, '|')) cells.push_back(cell);
  return cells;
}

std::set<std::string> names_in(const std::string& cell) {
  std::set<std::string> names;
  std::istringstream words(cell);
  for (std::string word; words >> word;) names.insert(between(word, 0, '`', '`'));
  return names;
}

}  // namespace

std::string contents_of(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<Room> rooms_of(const std::string& architecture) {
  std::vector<Room> rooms;
  std::istringstream lines(architecture);
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> cells = cells_of(line);
    if (!line.starts_with("| `") || cells.size() != 3) continue;
    rooms.push_back({between(cells[0], 0, '`', '`'), names_in(cells[2])});
  }
  return rooms;
}

std::vector<Include> includes_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
    if (is_source(each.path())) files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Include> includes;
  for (const std::filesystem::path& file : files) {
    std::istringstream lines(contents_of(file));
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("#include ")) continue;
      const char open = line[9];
      includes.push_back({file, between(line, 9, open, open == '<' ? '>' : open)});
    }
  }
  return includes;
}

std::vector<std::string> broken_rules(const Room& room, const std::vector<Include>& includes) {
  constexpr std::string_view kOurs = "parley/";
  std::vector<std::string> broken;
  for (const auto& [file, target] : includes) {
    const std::string where = room.name + "/" + file.filename().string() + " includes ";
    if (target.starts_with(kOurs)) {
      const std::string other =
          target.substr(kOurs.size(), target.find('/', kOurs.size()) - kOurs.size());
      if (other != room.name && !room.knows.contains(other)) {
        broken.push_back(where + other + ", which " + room.name + " may not know");
      }
    } else if (file.extension() == ".hpp" && !is_standard(target) &&
               !light_headers().contains(target)) {
      broken.push_back(where + target + ", which has no place in a header");
    }
  }
  return broken;
}

}  // namespace parley
