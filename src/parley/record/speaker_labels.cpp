#include "parley/record/speaker_labels.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "parley/record/lexicon.hpp"
#include "parley/record/table.hpp"

namespace parley::record::internal {
namespace {

enum class LabelKind { none, speaker, question, answer };

/// The label of a paragraph: bytes [begin, end) of the readable text; the words begin at `speech`.
struct Label {
  LabelKind kind = LabelKind::none;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t speech = 0;
  std::string key;  // in lower case
};

/// The words that name who speaks; none where nobody does.
struct Speaker {
  std::size_t begin = 0;
  std::size_t end = 0;
};

const TextMap<LabelKind>& known_labels() {
  static const TextMap<LabelKind> known = [] {
    TextMap<LabelKind> made;
    for (const auto& row : lexicon_rows("transcripts.tsv")) {
      made.emplace(row[1], row[0] == "question" ? LabelKind::question : LabelKind::answer);
    }
    return made;
  }();
  return known;
}

Label label_of(std::string_view text, const Block& block) {
  static const RE2 pattern(
      R"(^((?:\p{Lu}[\p{L}.'’-]*)(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|de|van|von|al|for)){0,5}(?: \([^()\n]{2,40}\))?)(: ?|\. )\S)");
  Label label;
  if (block.kind != BlockKind::body) return label;
  const std::string_view line =
      text.substr(block.begin, std::min<std::size_t>(block.end - block.begin, 200));
  re2::StringPiece words;
  re2::StringPiece sign;
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &words, &sign)) {
    return label;
  }
  label.key = to_lower({words.data(), words.size()});
  const auto known = known_labels().find(label.key);
  const bool is_known = known != known_labels().end();
  // "A. " begins the first item of a list as often; only a colon shows a name.
  if (sign[0] == '.' && (!is_known || words.size() != 1)) return label;
  label.kind = is_known ? known->second : LabelKind::speaker;
  label.begin = block.begin;
  label.end = block.begin + words.size();
  label.speech = label.end + sign.size();
  return label;
}

bool is_in_capitals(std::string_view text) {
  const auto letters =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return letters >= 2 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "PRESIDENT MOOR", "Minister of Water", "Mr. Reed": an office stands in it.
bool names_office(std::string_view key) {
  const std::vector<std::string_view> words = split(key, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto role = lexicon().roles().match(
        [&](std::size_t k) { return i + k < words.size() ? words[i + k] : std::string_view(); });
    if (role) return true;
  }
  return false;
}

// A line of a list of people ("President: Ena Moor") ends without a stop.
bool says_sentence(std::string_view block) {
  return block.ends_with('.') || block.ends_with('!') || block.ends_with('?') ||
         block.ends_with("\u2026");
}

/// The labels of a transcript by block; empty of another text.
std::vector<Label> labels_of(const Document& document) {
  const std::string_view text = document.readable();
  std::vector<Label> labels;
  std::map<std::string, std::size_t> counts;
  std::size_t questions = 0;
  std::size_t offices = 0;
  std::size_t all = 0;
  for (const Block& block : document.blocks()) {
    labels.push_back(label_of(text, block));
    if (labels.back().kind == LabelKind::none) continue;
    ++all;
    ++counts[labels.back().key];
    if (labels.back().kind == LabelKind::question) ++questions;
    const std::string_view words = text.substr(block.begin, block.end - block.begin);
    if (names_office(labels.back().key) && says_sentence(words)) ++offices;
  }
  const bool spoken = document.source.format == "srt" || document.source.format == "vtt";
  const bool alternates = all >= 4 && counts.size() >= 2 && 2 * counts.size() <= all;
  if (questions < 2 && offices < 2 && !alternates && !spoken) return {};
  for (Label& label : labels) {
    const std::string_view words = text.substr(label.begin, label.end - label.begin);
    const bool counts_as_one = label.kind != LabelKind::speaker || counts[label.key] > 1 ||
                               is_in_capitals(words) || names_office(label.key) || spoken;
    if (!counts_as_one) label = {};
  }
  return labels;
}

// Whom the title of an interview names.
Speaker answerer(const Document& document) {
  static const RE2 pattern(
      R"((?i:interview(?: with| of)?|talks? to|conversation with|q&a with|questions to|answers by)(?: the)? ((?:\p{Lu}[\p{L}.'’-]*|of|the|de|van|von|al)(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|de|van|von|al))*))");
  for (const Block& block : document.blocks()) {
    if (block.kind != BlockKind::title && block.kind != BlockKind::heading) continue;
    const std::string_view title = document.readable().substr(block.begin, block.end - block.begin);
    re2::StringPiece name;
    if (RE2::PartialMatch(re2::StringPiece(title.data(), title.size()), pattern, &name)) {
      const auto begin = block.begin + static_cast<std::size_t>(name.data() - title.data());
      return Speaker{begin, begin + name.size()};
    }
  }
  return {};
}

}  // namespace

std::vector<LabelledSpeech> labelled_speech(const Document& document, const Words& words) {
  std::vector<LabelledSpeech> found;
  const std::vector<Label> labels = labels_of(document);
  if (labels.empty()) return found;
  const Speaker answers = answerer(document);
  Speaker speaker;
  std::size_t block = 0;
  std::size_t speech = 0;  // bytes before this are a label
  for (const Sentence& sentence : words.sentences) {
    for (; block <= sentence.block; ++block) {
      const Label& label = labels[block];
      const bool is_body = document.blocks()[block].kind == BlockKind::body;
      if (!is_body || label.kind == LabelKind::question) speaker = {};
      if (label.kind == LabelKind::answer) speaker = answers;
      if (label.kind == LabelKind::speaker) speaker = Speaker{label.begin, label.end};
      speech = label.kind == LabelKind::none ? 0 : label.speech;
    }
    if (speaker.begin == speaker.end) continue;
    LabelledSpeech said{sentence.first, sentence.last, {}, speaker.begin, speaker.end};
    while (said.first < said.last && words.tokens[said.first].begin < speech) ++said.first;
    if (said.first == said.last) continue;
    said.speaker = document.readable().substr(said.begin, said.end - said.begin);
    found.push_back(std::move(said));
  }
  return found;
}

}  // namespace parley::record::internal
