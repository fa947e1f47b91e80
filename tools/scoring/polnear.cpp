#include "scoring/polnear.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "scoring/fields.hpp"
#include "scoring/pairing.hpp"

namespace parley::scoring {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 24U;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// "10 20" or "10 20;30 35".
std::optional<std::vector<Span>> spans(std::string_view text, std::size_t limit) {
  std::vector<Span> result;
  for (const std::string_view part : split(text, ';')) {
    const auto ends = split(part, ' ');
    if (ends.size() != 2) return std::nullopt;
    const auto start = number(ends[0]);
    const auto end = number(ends[1]);
    if (!start || !end || *start > *end || *end > limit) return std::nullopt;
    result.push_back({*start, *end});
  }
  return result;
}

// Reads the lines of one .ann file: "T1 TAB Cue 3 7 TAB said", "E1 TAB Attribution:T9 Cue:T1 …".
class Annotations {
 public:
  explicit Annotations(std::size_t text_size) : text_size_(text_size) {}

  // False when the line is not of the format.
  bool add(std::string_view line) {
    const auto fields = split(line, '\t');
    if (fields.size() < 2) return line.empty();
    if (line.starts_with('T')) {
      const std::size_t blank = fields[1].find(' ');
      if (blank == std::string_view::npos) return false;
      auto where = spans(fields[1].substr(blank + 1), text_size_);
      if (!where) return false;
      spans_[std::string(fields[0])] = std::move(*where);
    } else if (line.starts_with('E')) {
      events_.emplace_back(fields[1]);
    }
    return true;
  }

  std::vector<Attribution> attributions() const {
    std::vector<Attribution> result;
    for (const std::string& event : events_) {
      Attribution attribution;
      for (const std::string_view part : split(event, ' ')) {
        const std::size_t colon = part.find(':');
        if (colon == std::string_view::npos) continue;
        const auto found = spans_.find(std::string(part.substr(colon + 1)));
        if (found == spans_.end()) continue;
        const std::string_view role = part.substr(0, colon);  // "Source", "Source2", …
        std::vector<Span>* into = role.starts_with("Source")    ? &attribution.source
                                  : role.starts_with("Cue")     ? &attribution.cue
                                  : role.starts_with("Content") ? &attribution.content
                                                                : nullptr;
        if (into != nullptr) into->insert(into->end(), found->second.begin(), found->second.end());
      }
      result.push_back(std::move(attribution));
    }
    return result;
  }

 private:
  std::size_t text_size_;
  std::map<std::string, std::vector<Span>> spans_;
  std::vector<std::string> events_;
};

bool overlaps_any(Span span, const std::vector<Span>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](Span other) { return span.overlaps(other); });
}

std::size_t size_of(const std::vector<Span>& parts) {
  std::size_t total = 0;
  for (const Span part : parts) total += part.size();
  return total;
}

std::size_t covered(Span span, const std::vector<Span>& parts) {
  std::size_t total = 0;
  for (const Span part : parts) {
    if (span.overlaps(part)) {
      total += std::min(span.end, part.end) - std::max(span.start, part.start);
    }
  }
  return total;
}

// The attribution with the shortest content around at least half of the span.
const Attribution* innermost(Span quote, const Article& article) {
  const Attribution* best = nullptr;
  for (const Attribution& each : article.attributions) {
    if (2 * covered(quote, each.content) < quote.size()) continue;
    if (best == nullptr || size_of(each.content) < size_of(best->content)) best = &each;
  }
  return best;
}

struct SpeechQuote {
  Span span;
  const Attribution* attribution;
};

struct FoundQuote {
  Span span;
  Span speaker;
  bool has_speaker = false;
  bool high = false;
  const Json* fields = nullptr;
};

class ArticleComparison {
 public:
  ArticleComparison(const Article& article, const Json& record) : article_(article) {
    for (const Span span : quoted_spans(article.text)) {
      if (span.size() == 0) continue;
      if (const Attribution* found = innermost(span, article)) speech_.push_back({span, found});
    }
    for (const Json& actor : record.at("actors")) {
      for (const Json& mention : actor.at("mentions")) {
        mentions_[text_of(actor, "id")].push_back(span_of(mention));
      }
    }
    for (const Json& quote : record.at("quotes")) {
      const Json& speaker = quote.at("speaker_span");
      quotes_.push_back({span_of(quote), speaker.is_object() ? span_of(speaker) : Span{},
                         !quote.at("speaker").is_null() || !quote.at("speaker_name").is_null(),
                         quote.at("confidence") == "high", &quote});
    }
    for (const Json& statement : record.at("statements")) {
      if (statement.at("kind") != "indirect" || !statement.at("cue_span").is_object()) continue;
      const Json& speaker = statement.at("speaker_span");
      indirect_.push_back({span_of(statement.at("cue_span")),
                           speaker.is_object() ? span_of(speaker) : Span{}, true, false,
                           &statement});
    }
  }

  Score run() {
    const auto close = [](const SpeechQuote& a, const FoundQuote& b) {
      return overlap(a.span, b.span) >= 0.5;
    };
    count("quotes", speech_, quotes_, close);
    count("quotes (exact)", speech_, quotes_, [&](const SpeechQuote& a, const FoundQuote& b) {
      return without_end_marks(article_.text, a.span) == without_end_marks(article_.text, b.span);
    });
    std::vector<SpeechQuote> sourced;
    std::copy_if(speech_.begin(), speech_.end(), std::back_inserter(sourced),
                 [](const SpeechQuote& each) { return !each.attribution->source.empty(); });
    const auto same_speaker = [&](const SpeechQuote& a, const FoundQuote& b) {
      return close(a, b) && overlaps_any(b.speaker, a.attribution->source);
    };
    const std::vector<FoundQuote> spoken =
        only([](const FoundQuote& each) { return each.has_speaker; });
    count("speakers", sourced, spoken, same_speaker);
    count("speakers (actor)", sourced, spoken, [&](const SpeechQuote& a, const FoundQuote& b) {
      const auto mentions = mentions_.find(text_of(*b.fields, "speaker"));
      return same_speaker(a, b) ||
             (close(a, b) && mentions != mentions_.end() &&
              std::any_of(mentions->second.begin(), mentions->second.end(),
                          [&](Span each) { return overlaps_any(each, a.attribution->source); }));
    });
    count("speakers (high)", sourced,
          only([](const FoundQuote& each) { return each.has_speaker && each.high; }), same_speaker);
    cues();
    return std::move(score_);
  }

 private:
  template <class Test>
  std::vector<FoundQuote> only(const Test& test) const {
    std::vector<FoundQuote> kept;
    std::copy_if(quotes_.begin(), quotes_.end(), std::back_inserter(kept), test);
    return kept;
  }

  // Pairs what fits, greatest overlap first, and counts.
  template <class Fits>
  void count(const std::string& measure, const std::vector<SpeechQuote>& wanted,
             const std::vector<FoundQuote>& found, const Fits& fits) {
    const Pairs pairs = pair_up(wanted.size(), found.size(), [&](std::size_t w, std::size_t f) {
      return fits(wanted[w], found[f]) ? overlap(wanted[w].span, found[f].span) : -1;
    });
    std::vector<bool> wanted_done(wanted.size());
    std::vector<bool> found_done(found.size());
    for (const auto& [w, f] : pairs) wanted_done[w] = found_done[f] = true;
    score_.of(measure) += {pairs.size(), found.size(), wanted.size()};
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      if (!wanted_done[w])
        mistake(measure, true, wanted[w].span, sources_of(*wanted[w].attribution));
    }
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (!found_done[f]) mistake(measure, false, found[f].span, found[f].fields->dump());
    }
  }

  void cues() {
    Tally& tally = score_.of("indirect cues");
    std::vector<bool> used(article_.attributions.size());
    Tally sources;
    const auto quoted = [&](const Attribution& each) {
      return std::any_of(each.content.begin(), each.content.end(), [&](Span part) {
        const std::string_view words = article_.text.slice(part);
        return words.find('"') != std::string_view::npos ||
               words.find("“") != std::string_view::npos;
      });
    };
    for (const Attribution& each : article_.attributions) tally.wanted += quoted(each) ? 0U : 1U;
    for (const FoundQuote& statement : indirect_) {
      bool elsewhere = false;
      bool right = false;
      for (std::size_t a = 0; a < article_.attributions.size() && !right; ++a) {
        const Attribution& each = article_.attributions[a];
        if (!overlaps_any(statement.span, each.cue)) continue;
        elsewhere = true;
        if (used[a] || quoted(each)) continue;
        used[a] = right = true;
        ++sources.found;
        ++sources.wanted;
        if (overlaps_any(statement.speaker, each.source)) ++sources.right;
      }
      if (!right && elsewhere) continue;
      ++tally.found;
      if (right) {
        ++tally.right;
      } else {
        mistake("indirect cues", false, statement.span, statement.fields->dump());
      }
    }
    score_.of("indirect sources") += sources;
  }

  std::string sources_of(const Attribution& attribution) const {
    std::string sources;
    for (const Span part : attribution.source) {
      sources += (sources.empty() ? "" : " … ") + std::string(article_.text.slice(part));
    }
    return sources;
  }

  void mistake(const std::string& measure, bool missed, Span span, std::string detail) {
    if (span.start > span.end || span.end > article_.text.size()) return;
    score_.mistakes.push_back({measure, article_.name, missed, span,
                               std::string(article_.text.slice(span)), std::move(detail)});
  }

  const Article& article_;
  std::vector<SpeechQuote> speech_;
  std::vector<FoundQuote> quotes_;
  std::vector<FoundQuote> indirect_;
  std::map<std::string, std::vector<Span>> mentions_;
  Score score_;
};

// The names of a folder's files, sorted.
Result<std::vector<std::string>> files_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    names.push_back(entry.path().filename().string());
  }
  if (error) return fail(FailureKind::unreadable, "unreadable", {folder, 0, 0}, error.message());
  std::sort(names.begin(), names.end());
  return names;
}

Result<Article> read_article(const std::string& text_path, const std::string& annotation_path) {
  Result<Text> text = read_text_file(text_path, kMaxBytes);
  if (!text) return tl::unexpected(text.error());
  const Result<Text> lines = read_text_file(annotation_path, kMaxBytes);
  if (!lines) return tl::unexpected(lines.error());
  Annotations annotations(text->size());
  Diagnostics diagnostics;
  std::size_t line_number = 0;
  for (const std::string_view line : split(lines->utf8(), '\n')) {
    ++line_number;
    if (annotations.add(line)) continue;
    diagnostics.push_back({Severity::error,
                           "bad-annotation",
                           {annotation_path, line_number, 1},
                           "this is no line of brat's stand-off format",
                           {}});
  }
  if (!diagnostics.empty()) return invalid(std::move(diagnostics));
  return Article{{}, text_path, std::move(*text), annotations.attributions()};
}

}  // namespace

Result<std::vector<Article>> read_polnear(const std::string& folder) {
  Result<std::vector<std::string>> texts = files_in(folder + "/text");
  if (!texts) return tl::unexpected(texts.error());
  Result<std::vector<std::string>> annotations = files_in(folder + "/attributions");
  if (!annotations) return tl::unexpected(annotations.error());
  std::vector<Article> articles;
  Diagnostics diagnostics;
  for (const std::string& file : *texts) {
    const std::string name = file.substr(0, file.rfind('.'));
    // One annotator's file is NAME_xxxx.ann; of several annotators the first by file name counts.
    const auto annotation = std::lower_bound(annotations->begin(), annotations->end(), name + "_");
    if (annotation == annotations->end() || !annotation->starts_with(name + "_")) {
      diagnostics.push_back({Severity::error,
                             "no-annotation",
                             {folder + "/text/" + file, 0, 0},
                             "no file in attributions/ belongs to this text",
                             {}});
      continue;
    }
    Result<Article> article =
        read_article(folder + "/text/" + file, folder + "/attributions/" + *annotation);
    if (!article) {
      diagnostics.insert(diagnostics.end(), article.error().diagnostics.begin(),
                         article.error().diagnostics.end());
      continue;
    }
    article->name = name;
    articles.push_back(std::move(*article));
  }
  if (!diagnostics.empty()) return invalid(std::move(diagnostics));
  return articles;
}

std::vector<Span> quoted_spans(const Text& text) {
  std::vector<Span> result;
  std::optional<std::size_t> open;
  std::optional<std::size_t> unclosed;  // the mark that the paragraph before left open
  std::size_t paragraph_end = 0;
  bool paragraph_empty = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view c = text.slice({i, i + 1});
    const bool straight = c == "\"";
    if (c == "\n") {
      if (!paragraph_empty) unclosed = std::exchange(open, std::nullopt);
      if (!paragraph_empty) paragraph_end = i;
      paragraph_empty = true;
      continue;
    }
    const bool opens = !open && (straight || c == "“");
    if (paragraph_empty && c != " ") {
      paragraph_empty = false;
      if (unclosed && opens) result.push_back({*unclosed, paragraph_end});
      unclosed.reset();
    }
    if (opens) {
      open = i + 1;
    } else if (open && (straight || c == "”")) {
      result.push_back({*open, i});
      open.reset();
    }
  }
  return result;
}

Score score_article(const Article& article, const Json& record) {
  return ArticleComparison(article, record).run();
}

}  // namespace parley::scoring
