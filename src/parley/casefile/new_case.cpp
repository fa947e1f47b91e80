#include "parley/casefile/new_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <type_traits>

#include "parley/base/nearest.hpp"
#include "parley/casefile/catalogue.hpp"
#include "parley/casefile/fields.hpp"
#include "parley/casefile/findings.hpp"
#include "parley/casefile/scales.hpp"
#include "parley/casefile/words.hpp"
#include "parley/casefile/yaml_text.hpp"

namespace parley::casefile {
namespace {

using internal::Field;
using internal::Tag;

/// The visitor of the table of fields that explains: a comment line for each key of a struct.
class FieldsComment {
 public:
  template <class T>
  static std::string of() {
    FieldsComment visitor;
    describe(Tag<T>{}, visitor);
    std::size_t width = 0;
    for (const Line& each : visitor.lines_) width = std::max(width, each.key.size());
    std::string text;
    for (const Line& each : visitor.lines_) {
      text += fmt::format("#   {:<{}}  {}\n", each.key, width, each.doc);
      if (!each.words.empty()) text += fmt::format("#   {:<{}}  {}\n", "", width, each.words);
    }
    return text;
  }

  template <class U, class M>
  void operator()(const Field& field, M U::*) {
    add(field, words(Tag<M>{}, field));
  }
  // What an entry rests on is explained once, not at every entry.
  template <class M>
  void part(M) {}
  void short_form() {}
  template <class A, class B>
  void between(const Field& field, A, B) {
    add(field, {});
  }
  template <class A, class B>
  void list_or_all(const Field& field, A, B) {
    add(field, {});
  }
  template <class M>
  void days(const Field& field, M) {
    add(field, {});
  }
  void version(const Field&) {}

 private:
  struct Line {
    std::string_view key;
    std::string_view doc;
    std::string words;
  };

  void add(const Field& field, std::string words) {
    lines_.push_back({field.name, field.doc, std::move(words)});
  }

  // The words that a value may be.
  template <class M>
  static std::string words(Tag<M>, const Field& field) {
    if constexpr (std::is_enum_v<M>) {
      std::vector<std::string_view> all;
      for (const auto& each : kWords<M>) all.push_back(each.second);
      return fmt::format("one of: {}", fmt::join(all, ", "));
    } else if (field.measure != nullptr && !words_of_scale(field.measure->scale).empty()) {
      return fmt::format("words: {}", fmt::join(words_of_scale(field.measure->scale), ", "));
    } else {
      return {};
    }
  }
  template <class M>
  static std::string words(Tag<std::optional<M>>, const Field& field) {
    return words(Tag<M>{}, field);
  }

  std::vector<Line> lines_;
};

/// The visitor of the table of fields that finds one sentence.
struct FindDoc {
  std::string_view name;
  std::string_view doc;

  template <class M>
  void operator()(const Field& field, M Case::*) {
    if (field.name == name) doc = field.doc;
  }
  void version(const Field&) {}
};

std::string_view section_doc(std::string_view name) {
  FindDoc finder{name, {}};
  describe(Tag<Case>{}, finder);
  return finder.doc;
}

template <class T>
std::string section(std::string_view name, std::string_view body) {
  return fmt::format("\n# {}\n{}{}", section_doc(name), FieldsComment::of<T>(), body);
}

std::string issue_text(const std::string& name, const Issue& issue) {
  std::string text =
      fmt::format("  {0}:\n    issue: {0}  # {1}; {2}\n", name, issue.title, word(issue.kind));
  text += "    # The options come from the catalogue. To change them, write them out:\n";
  text += "    # options:\n";
  for (const auto& [id, option] : issue.options) {
    const std::string title = internal::text_scalar(option.title);
    text += option.amount
                ? fmt::format("    #   {}: {{title: {}, amount: {}}}\n", id, title, *option.amount)
                : fmt::format("    #   {}: {}\n", id, title);
  }
  return text;
}

std::string position_text(const std::string& name, const Issue& issue) {
  std::vector<std::string_view> options;
  for (const auto& each : issue.options) options.push_back(each.first);
  return fmt::format("#     {}:\n#       priority: medium\n#       prefers: [{}]\n", name,
                     fmt::join(options, ", "));
}

constexpr std::string_view kSides[] = {"side_a", "side_b"};

}  // namespace

Result<std::string> case_template(const NewCase& wanted) {
  std::vector<std::string_view> known;
  for (const auto& each : catalogue()) known.push_back(each.first);
  Diagnostics wrong;
  std::string issues;
  std::string positions;
  for (std::size_t i = 0; i < wanted.issues.size(); ++i) {
    const std::string& name = wanted.issues[i];
    const Issue* issue = catalogue().find(name);
    if (issue == nullptr) {
      wrong.push_back({Severity::error,
                       "unknown-name",
                       {},
                       fmt::format("the catalogue has no issue “{}”", name),
                       suggestion(name, known)});
    } else if (std::find(wanted.issues.begin(), wanted.issues.begin() + static_cast<long>(i),
                         name) != wanted.issues.begin() + static_cast<long>(i)) {
      wrong.push_back({Severity::error,
                       "named-twice",
                       {},
                       fmt::format("the issue “{}” is wanted twice", name),
                       "name it once"});
    } else {
      issues += issue_text(name, *issue);
      positions += position_text(name, *issue);
    }
  }
  if (!wrong.empty()) return invalid(std::move(wrong));

  std::string text =
      "# A Parley case file. `parley check` says what is wrong with it; docs/case-file.md "
      "explains it\n# with examples. A number that nobody measured is written as a range "
      "(30..45) or a word (vital).\n";
  text += fmt::format("parley: {}\ntitle: {}\n", internal::kFormatVersion,
                      internal::text_scalar(wanted.title));
  text += wanted.as_of ? fmt::format("as_of: {}\n", wanted.as_of->iso())
                       : "# as_of: 2025-12-03  # the day the case describes\n";
  text += section<Clock>("round", "round: {every: 14 days, horizon: 12}\n");
  text += section<Report>("reports",
                          "# For example:\n"
                          "#   wire-a: {file: reports/wire-a.txt, publisher: A wire, kind: news}\n"
                          "reports: {}\n");
  text +=
      section<Party>("parties", fmt::format("parties:\n  {}: {{name: Side A, role: signatory}}\n"
                                            "  {}: {{name: Side B, role: signatory}}\n",
                                            kSides[0], kSides[1]));
  text += section<Issue>("issues", issues.empty() ? "issues: {}\n" : "issues:\n" + issues);
  text += "\n# Every entry below can say what it rests on:\n" + FieldsComment::of<Grounds>();
  // Numbers stand in comments only: an example that is left as it is must not become an answer.
  std::string examples = "# For example, of each side on each issue:\n";
  for (const std::string_view side : kSides) {
    if (!positions.empty()) examples += fmt::format("#   {}:\n{}", side, positions);
  }
  text += section<Position>("positions", (positions.empty() ? "" : examples) + "positions: {}\n");
  text += section<NoDeal>("no_deal", fmt::format("# For example; every answer about deals hangs on "
                                                 "it:\n"
                                                 "#   {}: {{value: 20..60}}\n"
                                                 "#   {}: {{value: 20..60}}\n"
                                                 "no_deal: {{}}\n",
                                                 kSides[0], kSides[1]));
  text +=
      section<Draft>("drafts",
                     "# For example:\n"
                     "#   first: {title: First text, points: 10, terms: {an_issue: an_option}}\n"
                     "drafts: {}\n");
  text += section<Answer>("answers",
                          "# For example:\n"
                          "#   - {party: side_a, draft: first, answer: rejected, sincere: likely}\n"
                          "answers: []\n");
  text += section<Linkage>(
      "linkages",
      "# For example:\n"
      "#   - {if: {an_issue: an_option}, then: {another: [this, that]}, by: side_b}\n"
      "linkages: []\n");
  text += section<Round>("rounds",
                         "# For example:\n"
                         "#   - {date: 2025-12-02, where: A city, parties: [side_a, side_b]}\n"
                         "rounds: []\n");
  text +=
      section<Event>("events",
                     "# For example:\n"
                     "#   aid_cut: {title: Aid ends, odds: 2%..5%, no_deal: {side_a: -10..-5}}\n"
                     "events: {}\n");
  return text;
}

}  // namespace parley::casefile
