#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "parley/base/json.hpp"

/// A brief as a document: chapters of blocks, composed once and rendered as Markdown, as the page's
/// data and as a spreadsheet. All text is plain: what a report or a case holds is never markup.
namespace parley::brief {

/// `better` and `worse` mark for whom a step is a gain or a loss; their text begins with the mark.
enum class Style { plain, strong, emphasis, better, worse };

/// A stretch of text of one style, which may lead somewhere: `link` is an anchor such as
/// "source-3".
struct Run {
  std::string text;
  std::string link;
  Style style = Style::plain;
};

/// A sentence or more. Built by appending: `Prose().add("Russia ").link("rejected it",
/// "source-3")`.
class Prose {
 public:
  Prose() = default;
  Prose(std::string text) { add(std::move(text)); }
  Prose(const char* text) : Prose(std::string(text)) {}

  Prose& add(std::string text) { return append({std::move(text), {}, Style::plain}); }
  Prose& strong(std::string text) { return append({std::move(text), {}, Style::strong}); }
  Prose& emphasis(std::string text) { return append({std::move(text), {}, Style::emphasis}); }
  /// "▲ Ostria", "▼ Velm".
  Prose& better(const std::string& who) { return append({"▲ " + who, {}, Style::better}); }
  Prose& worse(const std::string& who) { return append({"▼ " + who, {}, Style::worse}); }
  Prose& link(std::string text, std::string anchor) {
    return append({std::move(text), std::move(anchor), Style::plain});
  }
  Prose& append(Run run) {
    if (!run.text.empty()) runs_.push_back(std::move(run));
    return *this;
  }
  Prose& append(const Prose& more) {
    runs_.insert(runs_.end(), more.runs_.begin(), more.runs_.end());
    return *this;
  }

  const std::vector<Run>& runs() const { return runs_; }
  bool empty() const { return runs_.empty(); }
  /// The text alone.
  std::string text() const;

 private:
  std::vector<Run> runs_;
};

/// The text with the first place of `number` in it as a link; where it does not stand in the text,
/// the text alone.
Prose linked(std::string_view text, std::string_view number, const std::string& anchor);

struct Paragraph {
  Prose prose;
};

struct List {
  std::vector<Prose> items;
};

/// A table whose first column names the rows. Every row has as many cells as the head.
struct Table {
  Prose caption;
  std::vector<Prose> head;
  std::vector<std::vector<Prose>> rows;
  std::vector<std::string> anchors;  ///< of the rows, in their order; empty, or one a row
};

/// A picture that the page draws from data; elsewhere its caption and its numbers stand for it. The
/// data hold every number as it is printed beside the number that places a mark.
struct Figure {
  std::string kind;   ///< the component that draws it
  std::string title;  ///< what it shows, as a finding; empty where the chapter's title says it
  Prose caption;      ///< what is plotted
  std::shared_ptr<const Json> data;  ///< shared, since JSON is only declared here; never null
  Table numbers;                     ///< the same in numbers; without rows where the data need none

  Figure(std::string kind, Prose caption, const Json& data, Table numbers = {});
};

using Block = std::variant<Paragraph, List, Table, Figure>;

struct Chapter {
  std::string id;  ///< its anchor
  std::string title;
  std::vector<Block> blocks;
};

/// What an entry rests on: a passage of a report with what stands around it, or a judgement.
struct Exhibit {
  std::string anchor;  ///< "source-1", … or "judgement-1", …, each in the order of first use
  std::string report;  ///< its id in the case; empty for a judgement
  std::string origin;  ///< title, publisher and date of the report, or who judged, in words
  std::string before;
  std::string passage;  ///< verbatim; of a judgement, the reason given
  std::string after;
};

/// For whom a brief is made.
enum class Edition {
  team,       ///< all chapters, with their sources
  principal,  ///< two printed pages, at most kMostWordsOfAPrincipal words in all
};

struct Brief {
  std::string run;  ///< the id of the run that it is written in; empty while it has none
  Edition edition = Edition::team;
  std::string title;   ///< what the talks are
  std::string answer;  ///< the head of the page: one sentence that answers
  Prose subtitle;      ///< as of when, from what
  std::vector<Chapter> chapters;
  std::vector<Exhibit> exhibits;
};

/// The brief as CommonMark with tables; text is escaped, so that it reads as it was written.
std::string to_markdown(const Brief& brief);

/// The document that the page shows (docs/brief.md).
Json to_json(const Brief& brief);

/// Prose as the page takes it, for the data of a figure.
Json to_json(const Prose& prose);

}  // namespace parley::brief
