#include "parley/record/document.hpp"

#include <algorithm>

namespace parley::record::internal {
namespace {

// A paragraph that is told as such may still be a byline or a note: classify_blocks() looks.
Block as_read(const text::Block& told) {
  constexpr BlockKind kKinds[] = {BlockKind::title, BlockKind::heading, BlockKind::body,
                                  BlockKind::body,  BlockKind::byline,  BlockKind::note,
                                  BlockKind::quote};
  return {told.begin, told.end, kKinds[static_cast<std::size_t>(told.kind)], 0,
          told.kind == text::BlockKind::item};
}

}  // namespace

Span Document::span(std::size_t begin, std::size_t end) const {
  if (runs_.empty()) return {original_.code_point_at(begin), original_.code_point_at(end)};
  const auto run_of = [&](std::size_t at) {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), at,
                         [](std::size_t value, const Run& run) { return value < run.readable; });
    return std::prev(after);
  };
  const auto first = run_of(begin);
  const std::size_t start = std::min(first->begin + (begin - first->readable), first->end);
  if (end <= begin) return {original_.code_point_at(start), original_.code_point_at(start)};
  // The end belongs to the run of the last byte, so that markup after it stays outside.
  const auto last = run_of(end - 1);
  const bool whole =
      std::next(last) == runs_.end() ? end == readable_.size() : end == std::next(last)->readable;
  const std::size_t stop =
      whole ? last->end : std::min(last->begin + (end - last->readable), last->end);
  return {original_.code_point_at(start), original_.code_point_at(std::max(start, stop))};
}

void Document::append(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  append(begin, end, std::string_view(original_.utf8()).substr(begin, end - begin));
}

void Document::append(std::size_t begin, std::size_t end, std::string_view instead) {
  if (instead.empty()) return;
  const bool same = instead.size() == end - begin;
  if (same && !runs_.empty() && runs_.back().end == begin &&
      readable_.size() - runs_.back().readable == runs_.back().end - runs_.back().begin) {
    runs_.back().end = end;
  } else {
    runs_.push_back({readable_.size(), begin, end});
  }
  readable_ += instead;
}

void Document::close_block(BlockKind kind) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::string_view text = std::string_view(readable_).substr(block_begin_);
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first != std::string_view::npos) {
    const std::size_t last = text.find_last_not_of(kSpace);
    blocks_.push_back({block_begin_ + first, block_begin_ + last + 1, kind, 0, false});
    // A line feed keeps the words of two blocks apart; it stands for no byte of the file.
    const std::size_t at = runs_.back().end;
    runs_.push_back({readable_.size(), at, at});
    readable_ += '\n';
  }
  block_begin_ = readable_.size();
}

Result<Document> read_document(ReportText report) {
  if (report.bytes.size() > kMaxReportBytes) {
    return fail(FailureKind::too_large, "too-large", {report.file, 0, 0},
                "the report has " + std::to_string(report.bytes.size()) + " bytes; the limit is " +
                    std::to_string(kMaxReportBytes),
                "split it into smaller files");
  }
  auto text = Text::from_utf8(std::move(report.bytes), report.file);
  if (!text) return tl::unexpected(std::move(text.error()));
  Document document(std::move(*text));
  document.source = std::move(report.source);
  const text::Source& source = document.source;
  document.title = source.title;
  document.published = report.published ? report.published : source.published;
  const text::Markup markup =
      source.markup.value_or(text::markup_of(document.original().utf8(), report.file));
  document.source.markup = markup;
  if (markup == text::Markup::html) {
    read_html(document);
  } else if (!source.blocks.empty()) {
    for (const text::Block& each : source.blocks) document.add_block(as_read(each));
  } else if (markup == text::Markup::markdown) {
    read_markdown(document);
  } else {
    read_plain(document);
  }
  if (report.published) document.published = report.published;
  classify_blocks(document);
  if (!source.title.empty()) document.title = source.title;
  return document;
}

}  // namespace parley::record::internal
