#include "parley/brief/spreadsheet.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

#include "parley/base/harmless.hpp"
#include "parley/brief/chapters.hpp"
#include "parley/brief/names.hpp"
#include "parley/brief/whole_workbook.hpp"
#include "parley/brief/words.hpp"

namespace parley::brief {
namespace {

// Excel's own limit on the text of a cell, less the ellipsis.
constexpr std::size_t kMostInCell = 32'765;

/// One sheet, filled from top to bottom.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name)
      : sheet_(workbook_add_worksheet(book, name)),
        head_(workbook_add_format(book)),
        body_(workbook_add_format(book)),
        share_(workbook_add_format(book)) {
    format_set_bold(head_);
    for (lxw_format* each : {head_, body_, share_}) {
      format_set_text_wrap(each);
      format_set_align(each, LXW_ALIGN_VERTICAL_TOP);
    }
    format_set_num_format(share_, "0 %");
    worksheet_freeze_panes(sheet_, 1, 1);
  }

  void columns(std::size_t count, double width) {
    worksheet_set_column(sheet_, 0, static_cast<lxw_col_t>(count - 1), width, nullptr);
  }

  void text(const std::string& value) { write(value, body_); }
  void head(const std::string& value) { write(value, head_); }
  void number(double value) { worksheet_write_number(sheet_, row_, column_++, value, body_); }
  void share(double value) { worksheet_write_number(sheet_, row_, column_++, value, share_); }
  void end_row() {
    ++row_;
    column_ = 0;
  }

  void heads(std::initializer_list<const char*> names) {
    for (const char* each : names) head(each);
    end_row();
  }

  void table(const Table& table) {
    if (!table.caption.empty()) {
      head(table.caption.text());
      end_row();
    }
    for (const Prose& each : table.head) head(each.text());
    end_row();
    for (const auto& row : table.rows) {
      for (const Prose& cell : row) text(cell.text());
      end_row();
    }
    end_row();
  }

 private:
  void write(const std::string& value, lxw_format* format) {
    worksheet_write_string(sheet_, row_, column_++,
                           shortened(for_documents(value), kMostInCell).c_str(), format);
  }

  lxw_worksheet* sheet_;
  lxw_format* head_;
  lxw_format* body_;
  lxw_format* share_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

std::vector<Table> tables_of(const Brief& brief, std::string_view chapter) {
  std::vector<Table> tables;
  const auto add = [&](const Table& table) {
    if (!table.rows.empty()) tables.push_back(table);
  };
  for (const Chapter& each : brief.chapters) {
    if (each.id != chapter) continue;
    for (const Block& block : each.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) add(*table);
      if (const auto* figure = std::get_if<Figure>(&block)) add(figure->numbers);
    }
  }
  return tables;
}

void add_tables(lxw_workbook* book, const char* name, const std::vector<Table>& tables) {
  if (tables.empty()) return;
  Sheet sheet(book, name);
  std::size_t columns = 1;
  for (const Table& each : tables) {
    columns = std::max(columns, each.head.size());
    sheet.table(each);
  }
  sheet.columns(columns, 36);
}

void add_odds_of(Sheet& sheet, const std::string& kind, const std::string& title,
                 const assess::TextAssessment& text, const casefile::Case& source) {
  for (const assess::View& view : text.views) {
    sheet.text(kind);
    sheet.text(title);
    sheet.text(source.parties[view.party].second.name);
    for (const assess::Odds odds : {view.prefers, view.signs}) {
      sheet.share(odds.low);
      sheet.share(odds.high);
    }
    sheet.number(view.gain.low);
    sheet.number(view.gain.high);
    sheet.text(std::string(in_words(view.confidence)));
    sheet.end_row();
  }
  sheet.text(kind);
  sheet.text(title);
  sheet.text("All whose consent is needed");
  for (const assess::Odds odds : {text.joint_prefers, text.joint_signs}) {
    sheet.share(odds.low);
    sheet.share(odds.high);
  }
  sheet.end_row();
}

void add_odds(lxw_workbook* book, const casefile::Case& source,
              const assess::Assessment& assessment) {
  Sheet sheet(book, "Odds");
  sheet.columns(10, 18);
  sheet.heads({"Kind", "Text", "Party", "Prefers it, at least", "Prefers it, at most",
               "Signs it, at least", "Signs it, at most", "Gain in points, low",
               "Gain in points, high", "Confidence in the inputs"});
  for (const assess::DraftAssessment& each : assessment.drafts) {
    add_odds_of(sheet, "draft", draft_title(source, each.draft), each, source);
  }
  if (!assessment.deals) return;
  for (const assess::Package& each : assessment.deals->packages) {
    add_odds_of(sheet, "package", capitalised(std::string(in_words(each.principle))),
                each.assessment, source);
  }
  sheet.text("zone");
  sheet.text("Some package");
  sheet.text("All whose consent is needed");
  for (int i = 0; i < 4; ++i) sheet.share(assessment.deals->zone);
  sheet.end_row();
}

void add_sources(lxw_workbook* book, const std::vector<Exhibit>& exhibits) {
  if (exhibits.empty()) return;
  Sheet sheet(book, "Sources");
  sheet.columns(5, 36);
  sheet.heads({"Number", "Origin", "Before", "Passage", "After"});
  for (const Exhibit& each : exhibits) {
    for (const std::string& cell :
         {each.anchor, each.origin, each.before, each.passage, each.after}) {
      sheet.text(cell);
    }
    sheet.end_row();
  }
}

void set_properties(lxw_workbook* book, const casefile::Case& source) {
  std::string title = shortened(for_documents(source.title), 200);  // longer ones are refused
  lxw_doc_properties properties{};
  properties.title = title.data();
  // Without a date libxlsxwriter takes the clock; a case without a day gets the earliest that a zip
  // file can hold.
  const std::chrono::sys_days day = source.as_of
                                        ? std::chrono::sys_days(source.as_of->day)
                                        : std::chrono::sys_days(std::chrono::year(1980) / 1 / 1);
  properties.created = std::chrono::system_clock::to_time_t(day);
  workbook_set_properties(book, &properties);
}

/// A file in memory that has a path while it lives.
class MemoryFile {
 public:
  MemoryFile() : number_(memfd_create("workbook", MFD_CLOEXEC)) {}
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (number_ >= 0) close(number_);
  }

  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

  std::string bytes() const {
    std::ostringstream bytes;
    bytes << std::ifstream(path(), std::ios::binary).rdbuf();
    return std::move(bytes).str();
  }

 private:
  int number_;
};

tl::unexpected<Failure> lost(const std::string& reason) {
  return fail(FailureKind::unreadable, "unwritable", {"brief.xlsx", 0, 0},
              "the spreadsheet cannot be made: " + reason,
              "make room in the folder for temporary files, or name another in TMPDIR");
}

}  // namespace

Result<std::string> to_spreadsheet(const Brief& brief, const casefile::Case& source,
                                   const assess::Assessment& assessment) {
  const MemoryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return lost("there is no memory for it");
  set_properties(book, source);
  if (!brief.run.empty()) {
    workbook_set_custom_property_string(book, "Parley run", brief.run.c_str());
  }
  add_tables(book, "Matrix", tables_of(brief, "positions"));
  add_tables(book, "Drafts", tables_of(brief, "changes"));
  add_tables(book, "Packages", tables_of(brief, "packages"));
  if (tells_odds(assessment)) add_odds(book, source, assessment);
  add_sources(book, brief.exhibits);
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
    return lost(lxw_strerror(error));
  }
  std::string bytes = file.bytes();
  // libxlsxwriter does not look whether the parts that it writes arrive in their temporary files.
  if (!is_whole_workbook(bytes)) return lost("a part of it was cut short");
  return bytes;
}

}  // namespace parley::brief
