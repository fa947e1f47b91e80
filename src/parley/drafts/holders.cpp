#include <re2/re2.h>

#include <algorithm>

#include "parley/drafts/internal/brackets.hpp"

namespace parley::drafts::internal {
namespace {

constexpr std::size_t kLongestName = 80;  // bytes

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// "Ostria", "Ostria and Velmar", "Ostria, Velmar and Korr".
void add_names(std::string_view names, std::vector<std::string>& found) {
  static const RE2 between(R"((?:\s*,\s*(?:and )?|\s+and\s+|\s*/\s*|\s*&\s*))");
  std::string list(names);
  RE2::GlobalReplace(&list, between, "\n");
  std::size_t at = 0;
  while (at <= list.size()) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    std::string name = list.substr(at, end - at);
    if (name.ends_with('.')) name.pop_back();
    const bool known = std::find(found.begin(), found.end(), name) != found.end();
    if (!name.empty() && !known) found.push_back(name);
    at = end + 1;
  }
}

bool is_name(std::string_view words) {
  const std::string lower = to_lower(words);
  const std::string first = lower.substr(0, lower.find_first_of(" ,"));
  return !is_word_for("no_holder", first);
}

const std::string kName =
    R"(((?:the )?\p{Lu}[\pL\pM.'’-]*(?:(?:,? and |, | / |/| )(?:of |the )*\p{Lu}[\pL\pM.'’-]*){0,6}))";

// A note on who holds the words before it: "Proposed by Ostria", "Velmar reserves its position".
void add_noted(std::string_view note, std::vector<std::string>& found) {
  const std::string lower = to_lower(note);
  for (const std::string_view each : words_for("holds_before")) {
    const std::size_t at = lower.find(each);
    if (at == lower.npos) continue;
    static const RE2 name("^ " + kName);
    std::string names;
    const std::string_view behind = note.substr(at + each.size());
    if (RE2::PartialMatch(piece(behind.substr(0, kLongestName)), name, &names))
      return add_names(names, found);
  }
  for (const std::string_view each : words_for("holds_after")) {
    const std::size_t at = lower.find(" " + std::string(each));
    if (at == lower.npos || at > kLongestName) continue;
    static const RE2 name("^[^\\pL]*" + kName + "$");
    std::string names;
    if (RE2::FullMatch(piece(note.substr(0, at)), name, &names)) return add_names(names, found);
  }
}

std::string_view footnote(std::string_view mark, const Footnotes& footnotes) {
  const auto found = footnotes.find(mark);
  return found == footnotes.end() ? std::string_view() : found->second;
}

}  // namespace

Footnotes footnotes_of(std::string_view text, const Outline& outline) {
  Footnotes footnotes;
  for (const Part& part : outline.parts) {
    if (part.kind != ClauseKind::footnote || !part.label) continue;
    footnotes.emplace(part.label->shown, text.substr(part.words, part.own_end - part.words));
  }
  return footnotes;
}

std::vector<std::string> holders_of(std::string_view content, std::string_view behind,
                                    const Footnotes& footnotes) {
  std::vector<std::string> found;
  std::string names;
  const std::string_view head = content.substr(0, kLongestName);
  const std::string_view tail =
      content.substr(content.size() - std::min(content.size(), kLongestName));
  const std::string_view start = behind.substr(0, kLongestName);
  // Nearly all brackets hold none of these signs, and patterns are slow.
  if (head.find(':') != head.npos) {
    static const RE2 before(R"(^[*_\s]*)" + kName + R"([*_]*:\s)");
    if (RE2::PartialMatch(piece(head), before, &names) && is_name(names)) add_names(names, found);
  }
  if (found.empty() && head.find_first_not_of("*_ ") == head.find('(')) {
    static const RE2 within(R"(^[*_\s]*\()" + kName + R"(\)[*_]*:)");
    if (RE2::PartialMatch(piece(head), within, &names)) add_names(names, found);
  }
  if (found.empty() && (tail.find("\u2013 ") != tail.npos || tail.find("\u2014 ") != tail.npos ||
                        tail.find("-- ") != tail.npos)) {
    static const RE2 after(R"(\s(?:–|—|--)\s)" + kName + R"([*_\s]*$)");
    if (RE2::PartialMatch(piece(tail), after, &names) && is_name(names)) add_names(names, found);
  }
  if (found.empty() && start.starts_with("[^"))
    add_noted(footnote(start.substr(2, start.find(']') - 2), footnotes), found);
  const std::size_t mark = tail.rfind("[^");
  if (found.empty() && mark != tail.npos && tail.find(']', mark) + 3 >= tail.size())
    add_noted(footnote(tail.substr(mark + 2, tail.find(']', mark) - mark - 2), footnotes), found);
  return found;
}

}  // namespace parley::drafts::internal
