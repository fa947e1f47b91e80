#include "parley/text/page_blocks.hpp"

#include <algorithm>

#include "parley/base/text.hpp"
#include "parley/text/html_entities.hpp"

namespace parley::text::internal {
namespace {

// The length of the blank that begins at a byte; 0 when none does.
std::size_t blank_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v') return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\u00A0")) return 2;
  if (rest == "\u200B" || rest == "\u2003" || rest == "\u2002" || rest == "\u2009" ||
      rest == "\uFEFF") {
    return 3;
  }
  return 0;
}

class Lines {
 public:
  Lines(std::string_view html, const std::vector<HtmlNode>& nodes) : html_(html), nodes_(nodes) {}

  std::vector<PageLine> read(const std::vector<bool>& left_out) {
    for (std::uint32_t i = 0; i < nodes_.size();) {
      while (!blocks_.empty() && nodes_[blocks_.back()].end <= i) {
        close();
        blocks_.pop_back();
      }
      if (left_out[i]) {
        i = nodes_[i].end;
        continue;
      }
      if (nodes_[i].tag == Tag::text) {
        add(i);
      } else if (is_block(nodes_[i].tag)) {
        close();
        if (nodes_[i].end > i + 1) blocks_.push_back(i);
      }
      ++i;
    }
    close();
    return std::move(lines_);
  }

 private:
  void add(std::uint32_t i) {
    const std::string text =
        without_entities(html_.substr(nodes_[i].begin, nodes_[i].stop - nodes_[i].begin));
    line_.characters.push_back(i);
    line_.text += text;
    if (nodes_[i].in_link) line_.in_links += count_code_points(single_blanks(text));
  }

  void close() {
    line_.text = single_blanks(line_.text);
    if (!line_.text.empty()) {
      line_.element = blocks_.empty() ? 0 : blocks_.back();
      line_.length = count_code_points(line_.text);
      line_.in_links = std::min(line_.in_links, line_.length);
      lines_.push_back(std::move(line_));
    }
    line_ = {};
  }

  std::string_view html_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<std::uint32_t> blocks_;  // open ones
  PageLine line_;
  std::vector<PageLine> lines_;
};

}  // namespace

std::vector<PageLine> lines_of(std::string_view html, const std::vector<HtmlNode>& nodes,
                               const std::vector<bool>& left_out) {
  return Lines(html, nodes).read(left_out);
}

std::string single_blanks(std::string_view text) {
  std::string result;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = blank_length(text, at);
    if (length > 0) {
      blank = true;
      at += length;
      continue;
    }
    if (blank && !result.empty()) result += ' ';
    blank = false;
    result += text[at++];
  }
  return result;
}

}  // namespace parley::text::internal
