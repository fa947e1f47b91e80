#include "parley/record/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace parley::record {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 4;  // of a column, and of what is left for the last

struct Column {
  std::string_view head;
  std::size_t width = 0;  // 0: what the others leave
};

using Row = std::vector<std::string>;

// The words of a text in lines of at most `width` letters; a longer word is broken.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\r\t", start), text.size());
    std::string_view word = text.substr(start, end - start);
    start = end + 1;
    if (word.empty()) continue;
    std::size_t letters = count_code_points(word);
    if (used > 0 && used + 1 + letters > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    used += used > 0 ? 1 : 0;
    for (; letters > width; letters -= width) {
      std::size_t bytes = 0;
      for (std::size_t letter = 0; letter < width; ++letter) {
        do ++bytes;
        while ((static_cast<unsigned char>(word[bytes]) & 0xC0U) == 0x80U);
      }
      lines.back() += word.substr(0, bytes);
      lines.emplace_back();
      word.remove_prefix(bytes);
    }
    lines.back() += word;
    used += letters;
  }
  return lines;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string row_text(const std::vector<Column>& columns, const Row& cells) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    lines.push_back(wrapped(cells[i], columns[i].width));
    height = std::max(height, lines.back().size());
  }
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::string together;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      std::string cell = line < lines[i].size() ? lines[i][line] : std::string();
      cell.resize(cell.size() + columns[i].width - count_code_points(cell), ' ');
      together += cell + std::string(kGap, ' ');
    }
    text += without_trailing_blanks(together) + '\n';
  }
  return text;
}

// The columns as wide as they fit into `width`: as wished where the one without a width keeps a
// third, else the widest narrowed one by one, their heads last.
std::vector<Column> fitted(std::vector<Column> columns, std::size_t width) {
  const std::size_t gaps = kGap * (columns.size() - 1);
  const std::size_t room = std::max(width, gaps + kNarrowest * columns.size()) - gaps;
  const std::size_t allowed = room - std::max(room / 3, kNarrowest);
  std::size_t wished = 0;
  for (const Column& each : columns) wished += each.width;
  while (wished > allowed) {
    const auto spare = [](const Column& each) {
      return std::pair(each.width > each.head.size(), each.width);
    };
    Column& widest =
        *std::max_element(columns.begin(), columns.end(),
                          [&](const Column& a, const Column& b) { return spare(a) < spare(b); });
    if (widest.width <= kNarrowest) break;
    --widest.width;
    --wished;
  }
  for (Column& each : columns) {
    if (each.width == 0) each.width = room - std::min(room - kNarrowest, wished);
  }
  return columns;
}

std::string in_words(std::string_view enumerator) {
  std::string words(enumerator);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

class Lister {
 public:
  Lister(const Record& record, std::size_t width) : record_(record), width_(width) {
    for (const Actor& each : record.actors) names_.emplace(each.id, each.name);
  }

  std::string reports() const {
    std::vector<Row> rows;
    for (const Report& each : record_.reports) {
      std::string title = or_dash(each.title);
      if (!each.same_wire.empty()) title += fmt::format(" (copies the text of {})", each.same_wire);
      rows.push_back({each.id, or_dash(each.published), std::to_string(each.characters), title});
    }
    return table("Reports", {{"Report", 24}, {"Published", 10}, {"Letters", 8}, {"Title"}}, rows);
  }

  // Statements, and quotes that are in none that is listed, in the order of the text.
  std::string sayings() const {
    std::vector<std::pair<Passage, Row>> sayings;
    std::set<std::string> listed;
    for (const Statement& each : record_.statements) {
      if (each.kind != StatementKind::direct) listed.insert(each.id);
    }
    for (const Quote& each : record_.quotes) {
      if (listed.contains(each.statement)) continue;
      sayings.push_back({each.passage,
                         {speaker(each.speaker, each.speaker_name), or_dash(each.cue),
                          std::string(name(each.confidence)), fmt::format("“{}”", each.text)}});
    }
    for (const Statement& each : record_.statements) {
      if (each.kind == StatementKind::direct) continue;
      std::string text = each.text;
      if (each.modality != Modality::asserted) text += fmt::format(" ({})", name(each.modality));
      for (const std::string& relay : each.said_by)
        text += fmt::format(" (by way of {})", named(relay));
      sayings.push_back({each.passage,
                         {speaker(each.speaker, each.speaker_name), or_dash(each.cue),
                          std::string(name(each.confidence)), std::move(text)}});
    }
    std::map<std::string, std::size_t> place_of;
    for (const Report& each : record_.reports) place_of.emplace(each.id, place_of.size());
    const auto place = [&](const Passage& passage) {
      return std::pair(place_of[passage.report], passage.span);
    };
    std::stable_sort(sayings.begin(), sayings.end(),
                     [&](const auto& a, const auto& b) { return place(a.first) < place(b.first); });
    std::vector<Row> rows;
    for (auto& each : sayings) rows.push_back(std::move(each.second));
    return table("Who said what", {{"Speaker", 22}, {"Cue", 13}, {"Sure", 8}, {"What"}}, rows);
  }

  std::string actors() const {
    std::vector<Row> rows;
    for (const Actor& each : record_.actors) {
      std::vector<std::string> roles;
      std::set<std::string> seen;
      for (const Role& role : each.roles) {
        std::string text = role.time == RoleTime::current
                               ? role.title
                               : fmt::format("{} {}", name(role.time), role.title);
        if (!role.affiliation.empty()) text += ", " + role.affiliation;
        if (seen.insert(text).second) roles.push_back(text);
      }
      rows.push_back({each.name, std::string(name(each.kind)), or_dash(named(each.side)),
                      or_dash(fmt::format("{}", fmt::join(roles, "; ")))});
    }
    return table("Who occurs", {{"Name", 26}, {"Kind", 12}, {"Side", 18}, {"Offices"}}, rows);
  }

  std::string meetings() const {
    std::vector<Row> rows;
    for (const Meeting& each : record_.meetings) {
      std::string what = names(each.participants);
      if (!each.duration.empty()) what += (what.empty() ? "" : ", ") + each.duration;
      if (!each.outcome.empty())
        what += (what.empty() ? "Outcome: " : ". Outcome: ") + each.outcome;
      rows.push_back(
          {or_dash(each.date), std::string(name(each.status)), or_dash(each.place), or_dash(what)});
    }
    return table("Meetings",
                 {{"Date", 21}, {"Status", 9}, {"Place", 16}, {"Who, how long, what came of it"}},
                 rows);
  }

  std::string drafts() const {
    std::vector<Row> rows;
    for (const Draft& each : record_.drafts) {
      rows.push_back({each.id, each.points ? std::to_string(*each.points) : "-",
                      std::string(name(each.status)), or_dash(each.amends),
                      or_dash(names(each.by))});
    }
    return table("Drafts", {{"Draft", 18}, {"Points", 6}, {"Status", 10}, {"Amends", 18}, {"By"}},
                 rows);
  }

  std::string quantities() const {
    std::vector<Row> rows;
    for (const Quantity& each : record_.quantities) {
      rows.push_back(
          {std::string(name(each.kind)), interval(each), each.passage.report, each.text});
    }
    return table("Quantities", {{"Kind", 10}, {"From .. to", 26}, {"Report", 24}, {"Words"}}, rows);
  }

  std::string stances() const {
    std::vector<Row> rows;
    for (const Stance& each : record_.stances) {
      std::string stance = in_words(name(each.stance));
      if (!each.target.empty()) stance += ", to " + named(each.target);
      rows.push_back({named(each.party), stance, or_dash(in_words(each.issue)),
                      std::string(name(each.confidence)), each.text});
    }
    return table("Where the parties stand",
                 {{"Party", 16}, {"Stance", 14}, {"Issue", 16}, {"Sure", 8}, {"Words"}}, rows);
  }

  std::string readings() const {
    std::vector<Row> rows;
    for (const SideReading& each : record_.readings) {
      rows.push_back({each.subject.empty() ? "-" : named(each.subject), in_words(name(each.kind)),
                      each.holder.empty() ? or_dash(each.holder_name) : named(each.holder),
                      each.text});
    }
    return table("What is read into the sides",
                 {{"Side", 16}, {"Reading", 16}, {"Says who", 20}, {"Words"}}, rows);
  }

  std::string relations() const {
    std::vector<Row> rows;
    for (const Relation& each : record_.relations) {
      rows.push_back({in_words(name(each.kind)), each.topic, each.explanation});
    }
    return table("How the reports compare", {{"Kind", 14}, {"On", 26}, {"Explanation"}}, rows);
  }

 private:
  std::string named(const std::string& actor) const {
    const auto found = names_.find(actor);
    return found == names_.end() ? actor : std::string(found->second);
  }
  std::string names(const std::vector<std::string>& actors) const {
    std::vector<std::string> all;
    for (const std::string& each : actors) all.push_back(named(each));
    return fmt::format("{}", fmt::join(all, ", "));
  }
  std::string speaker(const std::string& actor, const std::string& as_named) const {
    if (!actor.empty()) return named(actor);
    return as_named.empty() ? "not told" : as_named;
  }
  static std::string interval(const Quantity& quantity) {
    const std::string low = quantity.low ? fmt::format("{:.12g}", *quantity.low) : "";
    const std::string high = quantity.high ? fmt::format("{:.12g}", *quantity.high) : "";
    std::string text = low == high ? low : fmt::format("{} .. {}", low, high);
    if (!quantity.unit.empty()) text += " " + quantity.unit;
    return quantity.approximate ? "about " + text : text;
  }

  std::string table(std::string_view title, const std::vector<Column>& wished,
                    const std::vector<Row>& rows) const {
    std::string text = fmt::format("\n{} ({})\n", title, rows.size());
    if (rows.empty()) return text + "  none found\n";
    const std::vector<Column> columns = fitted(wished, width_);
    Row heads;
    std::size_t all = kGap * (columns.size() - 1);
    for (const Column& each : columns) {
      heads.emplace_back(each.head);
      all += each.width;
    }
    text += row_text(columns, heads) + std::string(all, '-') + '\n';
    for (const Row& row : rows) text += row_text(columns, row);
    return text;
  }

  const Record& record_;
  std::size_t width_;
  std::map<std::string_view, std::string_view> names_;  // by id
};

}  // namespace

std::string listing(const Record& record, std::size_t width) {
  const Lister lister(record, width);
  return lister.reports().substr(1) + lister.sayings() + lister.actors() + lister.meetings() +
         lister.drafts() + lister.quantities() + lister.stances() + lister.readings() +
         lister.relations();
}

}  // namespace parley::record
