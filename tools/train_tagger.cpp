// Trains the part-of-speech tagger of the record room and measures it.
//
//   train_tagger make TRAIN.tsv WEIGHTS.bin      writes weights
//   train_tagger score WEIGHTS.bin TEST.tsv …    prints how many tags are right
//
// A .tsv file holds a word and its Penn tag a line, further columns are not read, and a blank line
// ends a sentence. The same training file gives the same bytes on every machine.
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "parley/base/files.hpp"
#include "parley/base/random.hpp"
#include "parley/base/text.hpp"
#include "parley/record/tagger.hpp"
#include "parley/record/tagger_features.hpp"
#include "parley/record/tagger_weights.hpp"

namespace parley::record {
namespace {

using internal::FeatureEntry;
using internal::History;
using internal::LexiconEntry;
using internal::TaggerWeights;
using internal::TagSet;
using internal::Vote;
using internal::WordView;

constexpr std::uint64_t kSeed = 1;
constexpr int kEpochs = 10;
constexpr int kLexiconOccurrences = 2;  // a word enters the lexicon from here,
constexpr int kLexiconShare = 20;       // with the tags that make up one in so many of its uses
constexpr int kFeatureOccurrences = 2;  // rarer features are left out from the start
constexpr double kQuantum = 1.0 / 8;    // what one step of a written weight stands for

struct Sentence {
  std::vector<std::string> words;
  std::vector<Tag> tags;
};

[[noreturn]] void stop(const std::string& message) {
  fmt::print(stderr, "train_tagger: {}\n", message);
  std::exit(1);
}

std::vector<Sentence> read_sentences(const std::string& path) {
  std::ifstream file(path);
  if (!file) stop("cannot read " + path);
  std::vector<Sentence> sentences(1);
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      if (!sentences.back().words.empty()) sentences.emplace_back();
      continue;
    }
    const std::size_t tab = line.find('\t');
    const std::size_t end = std::min(line.find('\t', tab + 1), line.size());
    const auto tag = tab == std::string::npos
                         ? std::nullopt
                         : tag_named(std::string_view(line).substr(tab + 1, end - tab - 1));
    if (!tag) stop(path + ": not a word and a tag: " + line);
    sentences.back().words.push_back(line.substr(0, tab));
    sentences.back().tags.push_back(*tag);
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  return sentences;
}

/// The sentence with its hyphenated compounds made whole ("28", "-", "point" becomes "28-point"),
/// as other tokenisers leave them; the tag is the last part's, but JJ before a noun, after the Penn
/// guidelines (Santorini 1990, section 5.4). No words when there is nothing to join.
Sentence with_whole_compounds(const Sentence& sentence) {
  Sentence joined;
  const std::size_t size = sentence.words.size();
  bool any = false;
  for (std::size_t i = 0; i < size; ++i) {
    const bool joins =
        i > 0 && i + 1 < size && sentence.tags[i] == Tag::hyphen && !joined.words.empty();
    if (!joins) {
      joined.words.push_back(sentence.words[i]);
      joined.tags.push_back(sentence.tags[i]);
      continue;
    }
    any = true;
    const Tag last = sentence.tags[i + 1];
    const bool modifies =
        i + 2 < size && (is_noun(sentence.tags[i + 2]) || is_adjective(sentence.tags[i + 2]));
    joined.words.back() += sentence.words[i] + sentence.words[i + 1];
    joined.tags.back() = modifies && !is_proper_noun(last) ? Tag::JJ : last;
    ++i;
  }
  return any ? joined : Sentence{};
}

std::vector<std::string_view> views_of(const std::vector<std::string>& words) {
  return {words.begin(), words.end()};
}

std::vector<LexiconEntry> count_lexicon(const std::vector<Sentence>& sentences) {
  std::map<std::uint32_t, std::map<Tag, int>> counts;
  for (const Sentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      ++counts[internal::word_key(internal::fold_word(sentence.words[i]))][sentence.tags[i]];
    }
  }
  std::vector<LexiconEntry> lexicon;
  for (const auto& [word, tags] : counts) {
    int uses = 0;
    for (const auto& [tag, count] : tags) uses += count;
    if (uses < kLexiconOccurrences) continue;
    LexiconEntry entry{word, 0};
    for (const auto& [tag, count] : tags) {
      if (count > 1 && count * kLexiconShare >= uses)
        entry.tags |= TagSet{1} << static_cast<unsigned>(tag);
    }
    if (entry.tags != 0) lexicon.push_back(entry);
  }
  return lexicon;
}

/// Perceptron weights whose average over all steps is kept up to date only when they change.
class AveragedPerceptron {
 public:
  /// Features that are not made known here have no weight and never get one.
  explicit AveragedPerceptron(const std::vector<std::uint32_t>& features) {
    rows_.reserve(features.size());
    for (const std::uint32_t feature : features) rows_.try_emplace(feature);
  }

  Tag best(const std::vector<std::uint32_t>& features) const {
    std::array<std::int64_t, kTagCount> scores{};
    for (const std::uint32_t feature : features) {
      const auto row = rows_.find(feature);
      if (row == rows_.end()) continue;
      for (const Cell& cell : row->second)
        scores[static_cast<std::size_t>(cell.tag)] += cell.weight;
    }
    return static_cast<Tag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  }

  /// One step of training: nothing changes but the clock when the guess is right.
  void learn(const std::vector<std::uint32_t>& features, Tag right, Tag guess) {
    ++steps_;
    if (right == guess) return;
    for (const std::uint32_t feature : features) {
      const auto row = rows_.find(feature);
      if (row == rows_.end()) continue;
      change(row->second, right, 1);
      change(row->second, guess, -1);
    }
  }

  /// The averages as whole multiples of kQuantum, without those that round to 0.
  std::vector<FeatureEntry> averages() const {
    std::map<std::uint32_t, std::vector<Vote>> sorted;
    for (const auto& [feature, row] : rows_) {
      for (const Cell& cell : row) {
        const double average = static_cast<double>(total(cell)) / static_cast<double>(steps_);
        const double multiple = std::clamp(std::round(average / kQuantum), -127.0, 127.0);
        if (multiple != 0)
          sorted[feature].push_back({cell.tag, static_cast<std::int8_t>(multiple)});
      }
    }
    std::vector<FeatureEntry> entries;
    for (auto& [feature, votes] : sorted) {
      std::sort(votes.begin(), votes.end(), [](Vote a, Vote b) { return a.tag < b.tag; });
      entries.push_back({feature, std::move(votes)});
    }
    return entries;
  }

 private:
  struct Cell {
    Tag tag{};
    std::int64_t weight = 0;
    std::int64_t sum = 0;  // of the weight after each step up to `since`
    std::int64_t since = 0;
  };

  std::int64_t total(const Cell& cell) const {
    return cell.sum + (steps_ - cell.since) * cell.weight;
  }

  void change(std::vector<Cell>& row, Tag tag, int by) {
    auto cell = std::find_if(row.begin(), row.end(), [&](const Cell& c) { return c.tag == tag; });
    if (cell == row.end()) cell = row.insert(row.end(), Cell{tag, 0, 0, steps_});
    cell->sum = total(*cell);
    cell->since = steps_;
    cell->weight += by;
  }

  std::unordered_map<std::uint32_t, std::vector<Cell>> rows_;
  std::int64_t steps_ = 0;
};

std::vector<std::uint32_t> features_of(const WordView* word, const History& history) {
  std::vector<std::uint32_t> features;
  internal::for_each_feature(word, history, [&](std::uint32_t f) { features.push_back(f); });
  return features;
}

/// The features that occur often enough when each word's history is right.
std::vector<std::uint32_t> frequent_features(const std::vector<Sentence>& sentences,
                                             const std::vector<std::vector<WordView>>& views) {
  std::unordered_map<std::uint32_t, int> counts;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    History history;
    for (std::size_t i = 0; i < sentences[s].tags.size(); ++i) {
      for (const std::uint32_t f : features_of(&views[s][i + internal::kPadding], history))
        ++counts[f];
      history.push(sentences[s].tags[i]);
    }
  }
  std::vector<std::uint32_t> frequent;
  for (const auto& [feature, count] : counts) {
    if (count >= kFeatureOccurrences) frequent.push_back(feature);
  }
  return frequent;
}

std::string train(std::vector<Sentence> sentences) {
  const std::vector<LexiconEntry> lexicon = count_lexicon(sentences);
  const TaggerWeights known = *TaggerWeights::parse(internal::write_weights(lexicon, {}));
  for (std::size_t i = 0, count = sentences.size(); i < count; ++i) {
    Sentence whole = with_whole_compounds(sentences[i]);
    if (!whole.words.empty()) sentences.push_back(std::move(whole));
  }
  std::vector<std::vector<WordView>> views(sentences.size());
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    internal::view_sentence(views_of(sentences[s].words), known, views[s]);
  }
  AveragedPerceptron perceptron(frequent_features(sentences, views));
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int epoch = 1; epoch <= kEpochs; ++epoch) {
    RandomStream random(kSeed, static_cast<std::uint64_t>(epoch), "order of training sentences");
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    std::size_t right = 0;
    std::size_t words = 0;
    for (const std::size_t s : order) {
      History history;
      for (std::size_t i = 0; i < sentences[s].tags.size(); ++i) {
        const auto features = features_of(&views[s][i + internal::kPadding], history);
        const Tag guess = perceptron.best(features);
        perceptron.learn(features, sentences[s].tags[i], guess);
        history.push(guess);
        if (guess == sentences[s].tags[i]) ++right;
        ++words;
      }
    }
    fmt::print(stderr, "epoch {}: {:.2f} % right while learning\n", epoch,
               100.0 * static_cast<double>(right) / static_cast<double>(words));
  }
  const std::vector<FeatureEntry> features = perceptron.averages();
  fmt::print("{} words, {} features\n", lexicon.size(), features.size());
  return internal::write_weights(lexicon, features);
}

Tagger load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  auto tagger = Tagger::load(bytes.str());
  if (!tagger) stop(path + ": " + tagger.error().diagnostics.front().message);
  return *std::move(tagger);
}

void score(const std::string& weights_path, const std::string& test_path) {
  const Tagger tagger = load(weights_path);
  const std::vector<Sentence> sentences = read_sentences(test_path);
  std::size_t words = 0;
  std::size_t right = 0;
  std::map<std::pair<Tag, Tag>, int> mistakes;
  std::clock_t ticks = 0;
  for (const Sentence& sentence : sentences) {
    const auto tokens = views_of(sentence.words);
    std::vector<Tag> tags(tokens.size());
    const std::clock_t begin = std::clock();
    tagger.tag(tokens, tags);
    ticks += std::clock() - begin;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      ++words;
      if (tags[i] == sentence.tags[i]) ++right;
      if (tags[i] != sentence.tags[i]) ++mistakes[{sentence.tags[i], tags[i]}];
    }
  }
  fmt::print("{}: {} of {} tags right, {:.2f} %; {:.1f} microseconds of processor time a token\n",
             test_path, right, words,
             100.0 * static_cast<double>(right) / static_cast<double>(words),
             1e6 * static_cast<double>(ticks) / CLOCKS_PER_SEC / static_cast<double>(words));
  std::vector<std::pair<int, std::pair<Tag, Tag>>> worst;
  for (const auto& [pair, count] : mistakes) worst.push_back({-count, pair});
  std::sort(worst.begin(), worst.end());
  for (std::size_t i = 0; i < std::min<std::size_t>(worst.size(), 10); ++i) {
    fmt::print("  {:>4} times {} taken for {}\n", -worst[i].first, name(worst[i].second.first),
               name(worst[i].second.second));
  }
}

}  // namespace
}  // namespace parley::record

int main(int argc, char** argv) {
  using namespace parley::record;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 3 && arguments[0] == "make") {
    const auto written = parley::write_file(arguments[2], train(read_sentences(arguments[1])));
    if (!written) stop(written.error().diagnostics.front().message);
  } else if (arguments.size() >= 3 && arguments[0] == "score") {
    for (std::size_t i = 2; i < arguments.size(); ++i) score(arguments[1], arguments[i]);
  } else {
    stop(
        "use: train_tagger make TRAIN.tsv WEIGHTS.bin | train_tagger score WEIGHTS.bin TEST.tsv "
        "...");
  }
  return 0;
}
