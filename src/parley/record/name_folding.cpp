#include <algorithm>
#include <vector>

#include "parley/record/names.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// Letters that must change to make one word the other (Levenshtein), at most 2 counted.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::pair<std::string, std::string> given_and_surname(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos) return {"", fold_name(name)};
  return {fold_name(name.substr(0, name.find(' '))), fold_name(name.substr(blank + 1))};
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string folded = to_lower(name);
  replace_all(folded, "\u2019", "'");
  for (const auto& [from, to] : {std::pair{"kh", "h"},
                                 {"w", "v"},
                                 {"ph", "f"},
                                 {"ck", "k"},
                                 {"yy", "y"},
                                 {"iy", "y"},
                                 {"ij", "y"},
                                 {"j", "y"},
                                 {"q", "k"},
                                 {"c", "k"},
                                 {"z", "s"}}) {
    replace_all(folded, from, to);
  }
  if (folded.ends_with("off")) folded.replace(folded.size() - 3, 3, "ov");
  if (folded.ends_with("ii") || folded.ends_with("i")) {
    while (folded.ends_with('i')) folded.pop_back();
    folded += 'y';
  }
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

bool is_name_variant(std::string_view a, std::string_view b) {
  const auto [given_a, surname_a] = given_and_surname(a);
  const auto [given_b, surname_b] = given_and_surname(b);
  if (given_a.empty() || given_b.empty()) return surname_a == surname_b;
  const bool given = given_a == given_b || given_a.starts_with(given_b) ||
                     given_b.starts_with(given_a) || distance(given_a, given_b) <= 1;
  if (surname_a == surname_b) return given || distance(given_a, given_b) <= 2;
  return given && std::min(surname_a.size(), surname_b.size()) >= 5 &&
         distance(surname_a, surname_b) <= 1;
}

}  // namespace parley::record::internal
