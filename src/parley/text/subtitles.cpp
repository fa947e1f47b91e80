// Subtitles: SubRip and WebVTT (W3C). Numbers and times are no text; the lines of a speaker run on.
#include <re2/re2.h>

#include <algorithm>

#include "parley/text/block_text.hpp"
#include "parley/text/formats.hpp"

namespace parley::text::internal {
namespace {

constexpr double kPause = 4;  // seconds: a longer silence begins a paragraph

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

const std::string& clock_pattern() {
  static const std::string pattern = R"((?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3}))";
  return pattern;
}

struct Times {
  double begin = 0;
  double end = 0;
};

// "00:00:01,000 --> 00:00:04,000", with what WebVTT adds behind.
std::optional<Times> times_of(std::string_view line) {
  if (line.find("-->") == std::string_view::npos) return std::nullopt;
  static const RE2 pattern("^\\s*" + clock_pattern() + "\\s*-->\\s*" + clock_pattern() +
                           "(?:\\s.*)?$");
  int n[8] = {};
  std::string hours[2];
  if (!RE2::FullMatch(piece(line), pattern, &hours[0], &n[1], &n[2], &n[3], &hours[1], &n[5], &n[6],
                      &n[7])) {
    return std::nullopt;
  }
  n[0] = hours[0].empty() ? 0 : std::stoi(hours[0]);
  n[4] = hours[1].empty() ? 0 : std::stoi(hours[1]);
  return Times{n[0] * 3600.0 + n[1] * 60 + n[2] + n[3] / 1000.0,
               n[4] * 3600.0 + n[5] * 60 + n[6] + n[7] / 1000.0};
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

std::size_t first_cue(std::string_view text) {
  const auto lines = lines_of(text.substr(0, 4096));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (times_of(lines[i])) return i;
  }
  return std::string_view::npos;
}

// Those that WebVTT knows.
void decode_entities(std::string& words) {
  constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&lrm;", ""}, {"&rlm;", ""}, {"&amp;", "&"}};
  if (words.find('&') == std::string::npos) return;
  for (const auto& [entity, sign] : kEntities) {
    for (std::size_t at = words.find(entity); at != std::string::npos;
         at = words.find(entity, at + sign.size())) {
      words.replace(at, entity.size(), sign);
    }
  }
}

// The words of a line: no tags, no positions, no sounds in brackets; a voice becomes a label.
std::string words_of(std::string_view line) {
  static const RE2 voice(R"(<v(?:\.[^ >]*)? ([^>]+)>)");
  static const RE2 tag(R"(</?[a-zA-Z0-9:.][^>]*>|\{\\[^}]*\})");
  static const RE2 sound(
      R"(\[[^\]]*\]|\((?:[Aa]pplause|[Mm]usic|[Ll]aughter|APPLAUSE|MUSIC|LAUGHTER|[Ii]naudible|[Cc]rosstalk)\)|♪)");
  std::string words(line);
  RE2::GlobalReplace(&words, voice, "\\1: ");
  RE2::GlobalReplace(&words, tag, "");
  RE2::GlobalReplace(&words, sound, "");
  decode_entities(words);
  return std::string(trimmed(words));
}

// A dash, ">>" or a label in capitals or with a colon says that somebody else speaks.
bool begins_turn(const std::string& words) {
  static const RE2 pattern(R"(^(?:[-–—] *\S|>>|\p{Lu}[\p{L}.' -]{1,40}: ?))");
  return RE2::PartialMatch(words, pattern);
}

std::string without_label(const std::string& words) {
  static const RE2 pattern(R"(^\p{Lu}[\p{L}.' -]{1,40}: ?)");
  std::string rest = words;
  RE2::Replace(&rest, pattern, "");
  return rest;
}

std::string without_dash(const std::string& words) {
  static const RE2 pattern(R"(^(?:[-–—] *|>> *)+)");
  std::string rest = words;
  RE2::Replace(&rest, pattern, "");
  return rest;
}

class Subtitles {
 public:
  void add_cue(const Times& times, const std::vector<std::string_view>& lines) {
    if (last_end_ > 0 && times.begin - last_end_ > kPause) text_.close(BlockKind::paragraph);
    last_end_ = times.end;
    std::vector<std::string> shown;
    for (const std::string_view line : lines) {
      const std::string words = words_of(line);
      if (words.empty()) continue;
      // Rolling captions show a line again above the next.
      shown.push_back(without_label(words));
      const bool again = std::find(shown_.begin(), shown_.end(), shown.back()) != shown_.end();
      if (again) continue;
      if (begins_turn(words)) text_.close(BlockKind::paragraph);
      text_.add(without_dash(words) + " ");
    }
    if (!shown.empty()) shown_ = std::move(shown);
  }

  BlockText take() {
    text_.close(BlockKind::paragraph);
    return std::move(text_);
  }

 private:
  BlockText text_;
  std::vector<std::string> shown_;  // by the cue before
  double last_end_ = 0;
};

}  // namespace

bool is_webvtt(const Input& input) {
  const std::string_view text = input.text();
  return text.starts_with("WEBVTT") &&
         (text.size() == 6 || std::string_view(" \t\r\n").find(text[6]) != std::string_view::npos);
}

bool is_subrip(const Input& input) {
  const std::string_view start = trimmed(input.text().substr(0, 4096));
  return !start.empty() && start[0] >= '0' && start[0] <= '9' && first_cue(start) <= 1;
}

Result<void> read_subtitles(const Input& input, const Format& format, Decoding& decoding) {
  warn_of_charset(input, *input.characters(), decoding);
  const auto lines = lines_of(input.text());
  Subtitles subtitles;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto times = times_of(lines[i]);
    if (!times) continue;
    std::vector<std::string_view> cue;
    while (i + 1 < lines.size() && !trimmed(lines[i + 1]).empty() && !times_of(lines[i + 1])) {
      cue.push_back(lines[++i]);
    }
    // Without an empty line between cues, the number of the next ends this one.
    const bool next_is_cue = i + 1 < lines.size() && times_of(lines[i + 1]);
    if (next_is_cue && !cue.empty()) cue.pop_back();
    subtitles.add_cue(*times, cue);
  }
  BlockText text = subtitles.take();
  Document document{input.name(), text.take_text(), {}};
  document.source.format = format.name;
  document.source.charset = input.characters()->charset;
  document.source.markup = Markup::plain;
  document.source.blocks = text.take_blocks();
  return decoding.add(input, std::move(document));
}

}  // namespace parley::text::internal
