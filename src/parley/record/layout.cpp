#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "parley/record/date.hpp"
#include "parley/record/document.hpp"
#include "parley/record/lexicon.hpp"

namespace parley::record::internal {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

struct Words {
  std::size_t count = 0;
  std::size_t long_words = 0;     // of four letters or more
  std::size_t long_capitals = 0;  // of those, with a capital first
};

Words count_words(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) == 0) ++at;
    const std::size_t begin = at;
    while (at < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '\''))
      ++at;
    if (at == begin) continue;
    ++words.count;
    if (at - begin >= 4 && std::isalpha(static_cast<unsigned char>(text[begin])) != 0) {
      ++words.long_words;
      if (is_upper(text[begin])) ++words.long_capitals;
    }
  }
  return words;
}

bool ends_like_sentence(std::string_view text) {
  for (const std::string_view mark : {"\"", "'", ")", "\u201D", "\u2019"}) {
    if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
      break;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with(',') || text.ends_with(';') ||
         text.ends_with('?') || text.ends_with("\u2026");
}

bool looks_like_heading(std::string_view text) {
  if (text.size() > 140) return false;
  const Words words = count_words(text);
  if (words.count == 0 || words.count > 18) return false;
  if (std::isdigit(static_cast<unsigned char>(text.front())) != 0) return false;
  const bool title_case = words.long_words > 0 && words.long_capitals * 10 >= words.long_words * 8;
  if (text.ends_with(':')) {
    const std::size_t word = text.find_last_of(' ') + 1;  // "He said:" introduces what follows
    return words.count <= 4 && !lexicon().cue(to_lower(text.substr(word, text.size() - 1 - word)));
  }
  if (!ends_like_sentence(text)) return true;
  return title_case && words.count >= 3 && !text.ends_with(',');
}

// Only names: every word has a capital first, no verb, no stop.
bool looks_like_name(std::string_view text) {
  static const RE2 pattern(
      R"(^(?:[A-Z][\pL.'’-]+)(?: (?:[A-Z][\pL.'’-]*|and|de|van|von|al))* ?[A-Z][\pL'’-]+$)");
  return text.size() <= 60 && RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern) &&
         count_words(text).count <= 4;
}

bool looks_like_byline(std::string_view text) {
  static const RE2 by(
      R"(^(?i:by|written by|from|reporting by|edited by|photo|photograph|compiled by|posted|published|updated|last updated|date|source)\b:? )");
  return text.size() <= 160 && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), by) &&
         !(ends_like_sentence(text) && text.size() > 90);
}

bool is_note(std::string_view text) {
  static const RE2 note(
      R"(^\*?(?:Corrections?|Editor's note|Note|(?:Press|Media) contacts?:?|Reporting by|Additional reporting|Read the rest|Read more|Follow|Sign up|Subscribe|Related|Photo|Image|Advertisement|©|Copyright)\b)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), note);
}

// "ARDUN, March 10 (Northern Wire) - " and the like: the bytes up to the text. Capitals alone may
// be an acronym that begins a sentence: a dateline shows a dash, an agency between strokes, or a
// date with an agency in brackets.
std::size_t dateline_length(std::string_view text) {
  static const std::string day =
      R"((?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?))";
  static const std::string place =
      R"([A-Z][A-Z\p{Lu}.'-]+(?:[ /][A-Z][A-Z\p{Lu}.'-]*)*(?:, [A-Z][\p{L} .]+?)?)";
  static const std::string plain_place = R"([A-Z][\p{L}'-]+(?:[ /][A-Z][\p{L}'-]+)*)";
  static const std::string agency = R"(\.? ?\([^()]{2,40}\))";
  static const std::string dash = " ?(?:-{1,2}|–|—) ";
  static const RE2 dateline("^((?:" + place + "(?:, " + day + R"()?\.?(?:)" + agency + ")?" + dash +
                            "|" + place + ", " + day + agency + ":? " +                      //
                            "|" + place + "(?:, " + day + R"()?\.? ?/[A-Z]+/\.? )" +         //
                            "|" + plain_place + ", " + day + "(?:" + agency + ")?" + dash +  //
                            R"())[“"'‘A-Z0-9])");
  re2::StringPiece lead;
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), dateline, &lead)
             ? lead.size()
             : 0;
}

std::size_t point_number_length(std::string_view text) {
  static const RE2 point(R"(^((?:\d{1,3}|[a-z]|[ivx]+)[.)] +))");
  re2::StringPiece lead;
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), point, &lead) ? lead.size()
                                                                                     : 0;
}

}  // namespace

void classify_blocks(Document& document) {
  const std::string_view text = document.readable();
  auto& blocks = document.edit_blocks();
  const auto view = [&](const Block& block) {
    return text.substr(block.begin, block.end - block.begin);
  };
  bool seen_body = false;
  bool seen_title = std::any_of(blocks.begin(), blocks.end(),
                                [](const Block& block) { return block.kind == BlockKind::title; });
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    const std::string_view line = view(block);
    if (block.kind == BlockKind::title) continue;
    if (block.kind != BlockKind::body) continue;
    if (looks_like_byline(line) && (!seen_body || i + 1 == blocks.size())) {
      block.kind = BlockKind::byline;
    } else if (!seen_body &&
               ((seen_title && looks_like_name(line)) || (line.size() <= 48 && find_date(line)))) {
      block.kind = BlockKind::byline;
    } else if (is_note(line)) {
      block.kind = BlockKind::note;
    } else if (looks_like_heading(line) && i + 1 < blocks.size()) {
      block.kind = seen_title || seen_body ? BlockKind::heading : BlockKind::title;
      seen_title = true;
    } else {
      block.lead = dateline_length(line);
      if (block.lead == 0) {
        block.lead = point_number_length(line);
        block.is_item = block.is_item || block.lead > 0;
      }
      seen_body = true;
    }
  }
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::title && document.title.empty()) {
      document.title = std::string(view(block));
    }
  }
  // The date stands above the text: in a byline, a heading or a dateline.
  for (std::size_t i = 0; i < blocks.size() && i < 6 && !document.published; ++i) {
    const std::string_view line = view(blocks[i]);
    if (blocks[i].kind != BlockKind::body) {
      document.published = find_date(line);
    } else {
      document.published = find_date(line.substr(0, blocks[i].lead));
      const bool editorial =
          line.size() < 160 &&
          (line.starts_with("*") || line.find("briefing note") != std::string_view::npos);
      if (!document.published && editorial) document.published = find_date(line);
      if (blocks[i].lead == 0) break;
    }
  }
}

}  // namespace parley::record::internal
